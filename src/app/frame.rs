//! What stands around every page: the way around, the other language, the small print.

use crate::i18n::{Key, words};
use crate::model::PartialDate;
use crate::route::{Document, Page};
use crate::view::block::{Block, Follows};
use crate::view::page::spec;
use crate::view::{Gathered, Markup, PageState, Site, html};

/// What stands above a page.
pub fn top<'a>(state: PageState<'a>, page: &'a Page) -> Block<'a> {
    let PageState { site, selection, .. } = state;
    let make = move || {
        // The same day and choice in the other language.
        let twin = site.href_in(site.lang().other(), twin(page.clone()));
        header(site, Some(page), &format!("{twin}{selection}"))
    };
    Block::html("top", "header", "site", make).following(Follows::Opened)
}

/// What stands beneath a page: about the data set as it is today.
pub fn bottom(site: Site<'_>) -> Block<'_> {
    let today = Site { dataset: site.today, ..site };
    Block::html("bottom", "footer", "site", move || footer(today))
}

/// A page in the site's frame that never comes alive. `twin` is where it stands in the other
/// language.
pub fn around(site: Site, twin: &str, page: Markup) -> Markup {
    html! {
        header class="site" { (header(site, None, twin)) }
        main id="content" { (page) }
        footer class="site" { (footer(site)) }
    }
}

fn header(site: Site, page: Option<&Page>, twin: &str) -> Markup {
    let other = site.lang().other();
    let named = |to| Some((spec(to).header?, to));
    let links = Page::plain().filter(|to| site.has(to)).filter_map(named).map(|(key, to)| {
        let current = (Some(to) == page).then_some("page");
        // The style draws a looking-glass before it.
        let rel = (*to == Page::Search).then_some("search");
        let href = site.href(to.clone());
        html! { li { a href=(href) rel=[rel] aria-current=[current] { (site.t(key)) } } }
    });
    html! {
        a class="skip" href="#content" { (site.t(Key::SkipToContent)) }
        p class="name" { a href=(site.href(Page::Overview)) { (site.t(Key::SiteName)) } }
        nav aria-label=(site.t(Key::NavLabel)) { ul { (links.gathered()) } }
        p class="language" {
            a
                href=(twin)
                hreflang=(other.code())
                lang=(other.code())
                rel="external"
            { (site.t(Key::OtherLanguage)) }
        }
    }
}

/// The page that the other language's link leads to.
fn twin(page: Page) -> Page {
    match page {
        Page::NotFound => Page::Overview,
        page => page,
    }
}

fn footer(site: Site) -> Markup {
    let date = site.date(PartialDate::Day(site.dataset.reviewed));
    let licence = site.dataset.licence;
    let version = &*site.dataset.version;
    let told = words::FooterData { licence: licence.name(), version, date: &date };
    let named = |to| Some((spec(to).footer?, to));
    let links = Page::plain().filter(|to| site.has(to)).filter_map(named).map(|(key, to)| {
        html! { p { a href=(site.href(to.clone())) { (site.t(key)) } } }
    });
    let read = |document: Document| format!("{}{}", site.base, document.path(site.lang()));
    let (data, statement) = (read(Document::Data), read(Document::Accessibility));
    let shown = site.shown;
    html! {
        p { (site.t(Key::SiteMotto)) "." }
        p {
            (site.say(told)) " "
            a href=(licence.url()) rel="license external noopener" { (site.t(Key::FooterLicence)) }
        }
        (links.gathered())
        p { a href=(data) rel="external" { (site.t(Key::FooterOpenData)) } }
        @if shown.statement {
            p { a href=(statement) rel="external" { (site.t(Key::FooterStatement)) } }
        }
        p {
            (site.t(Key::FooterPublisher))
            @if let Some(contact) = &shown.contact {
                " " (site.t(Key::FooterContact)) ": "
                a href=(contact.href()) rel="external" { (contact.text()) }
            }
        }
    }
}
