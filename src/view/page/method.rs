//! How it is done: seasons, slips, how facts are chosen, how to correct one.

use super::needs::PageFacts;
use super::spec::{About, Chunk, PageContent, PageSpec};
use super::text;
use crate::i18n::{Key, words};
use crate::model::PartialDate;
use crate::view::Site;
use crate::view::glossary::Terms;
use crate::view::{Gathered, Markup, html};

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    header: Some(Key::NavMethod),
    footer: Some(Key::FooterMethod),
    of_many: false,
    facts: PageFacts::NONE,
    chunk: Some(Chunk::Texts),
};

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, _| About::words(site, Key::MethodTitle, Key::MethodDescription),
    blocks: |state, _| Some(text("method", move || method(state.site))),
    figure: None,
    pictures: None,
    sources: None,
};

fn method(site: Site) -> Markup {
    let mut terms = Terms::new(site);
    let lead = terms.link(site.t(Key::MethodLead));
    let sections = [
        (Key::MethodFactsTitle, Key::MethodFacts),
        (Key::MethodDatesTitle, Key::MethodDates),
        (Key::MethodSeasonsTitle, Key::MethodSeasons),
        (Key::MethodSlipTitle, Key::MethodSlip),
        (Key::MethodKnownTitle, Key::MethodKnown),
        (Key::MethodClaimsTitle, Key::MethodClaims),
        (Key::MethodMoneyTitle, Key::MethodMoney),
        (Key::MethodDayTitle, Key::MethodDay),
        (Key::MethodCompareTitle, Key::MethodCompare),
        (Key::MethodPeopleTitle, Key::MethodPeople),
        (Key::MethodCorrectTitle, Key::MethodCorrect),
        (Key::MethodPrivacyTitle, Key::MethodPrivacy),
    ]
    .into_iter()
    .map(|(title, text)| {
        html! { h2 { (site.t(title)) } p { (terms.link(site.t(text))) } }
    })
    .gathered();
    let reviewed = site.date(PartialDate::Day(site.dataset.reviewed));
    let data = site.say(words::MethodData { version: &site.dataset.version, date: &reviewed });
    let (licence, texts) = (site.dataset.licence, site.shown.texts);
    let files = [
        (Key::MethodDownload, "dataset.json"),
        (Key::MethodReadme, "README.md"),
        (Key::MethodSchema, "dataset.schema.json"),
    ]
    .into_iter()
    .map(|(key, file)| {
        let href = format!("{}data/v1/{file}", site.base);
        html! { li { a href=(href) rel="external" { (site.t(key)) } } }
    })
    .gathered();
    html! {
        h1 tabindex="-1" { (site.t(Key::MethodTitle)) }
        p class="lead" { (lead) }
        (sections)
        h2 { (site.t(Key::MethodDataTitle)) }
        p { (data) }
        p {
            (site.t(Key::MethodLicence)) " "
            a href=(licence.url()) rel="license external noopener" { (licence.name()) } "."
        }
        p {
            (site.t(Key::MethodTexts)) " "
            a href=(texts.url()) rel="external noopener" { (texts.name()) } "."
        }
        ul { (files) }
        (offline(site))
    }
}

/// The way to save the site in the browser: a fold, and what `public/assets/offline.js` says in it.
fn offline(site: Site) -> Markup {
    let (fetched, stored) = ("%fetched%", "%stored%");
    let size = site.say(words::OfflineSize { fetched, stored });
    let newer = format!("{} {size}", site.t(Key::OfflineNewer));
    let button = |name, words| html! { button type="button" class="copy" name=(name) hidden { (site.t(words)) } " " };
    html! {
        h2 id="offline" { (site.t(Key::OfflineTitle)) }
        p { (site.t(Key::OfflineText)) }
        details class="offline" data-size=(size) data-newer=(newer)
            data-saving=(site.say(words::OfflineSaving { done: "%done%", files: "%files%" }))
            data-saved=(site.say(words::OfflineSaved { stored }))
            data-removed=(site.t(Key::OfflineRemoved))
            data-lost=(site.t(Key::OfflineFailed))
            data-full=(site.say(words::OfflineFull { stored }))
            data-unable=(site.t(Key::OfflineUnable))
        {
            summary { (site.t(Key::OfflineOpen)) }
            p role="status" tabindex="-1" {}
            p {
                (button("save", Key::OfflineSave))
                (button("update", Key::OfflineUpdate))
                (button("remove", Key::OfflineRemove))
            }
        }
    }
}
