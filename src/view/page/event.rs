//! One event: what, when, by whose word, and what came before and after.

use super::spec::{About, PageContent, PageSpec};
use super::text;
use crate::analysis::related::claims_of;
use crate::i18n::{Key, kind};
use crate::model::{Confidence, Procurement};
use crate::route::Page;
use crate::view::Site;
use crate::view::chart::event_here;
use crate::view::glossary::Terms;
use crate::view::known_note::known_note;
use crate::view::markup::maybe;
use crate::view::source_note::source_list;
use crate::view::{Gathered, Markup, html};

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec::OF_ONE;

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, page| {
        let (one, at) = found(site, page)?;
        let event = &one.events[at];
        let text = format!("{}: {}", site.date(event.date), site.text(&event.text));
        Some(About::within(site, one, site.text(&event.title), text))
    },
    blocks: |state, page| {
        let (one, at) = found(state.site, page)?;
        Some(text("event", move || event(state.site, one, at)))
    },
    figure: None,
    pictures: None,
    sources: Some(|site, page, tell| {
        if let Some((one, at)) = found(site, page) {
            one.events[at].sources.iter().for_each(|source| tell(*source));
        }
    }),
};

/// The procurement of a page's event, and the event's place in it.
fn found<'a>(site: Site<'a>, page: &Page) -> Option<(&'a Procurement, usize)> {
    let Page::Event(id, event) = page else { return None };
    let one = site.dataset.procurement(id.as_str())?;
    Some((one, one.events.iter().position(|it| it.id == *event)?))
}

fn event(site: Site, procurement: &Procurement, at: usize) -> Markup {
    let event = &procurement.events[at];
    let home = site.href(Page::Procurement(procurement.id.clone()));
    let neighbor = |at: Option<usize>, key: Key, rel: &'static str| {
        at.and_then(|at| procurement.events.get(at)).map(|event| {
            let href = site.href(Page::Event(procurement.id.clone(), event.id.clone()));
            html! {
                li {
                    span class="when" { (site.t(key)) " · " (site.date(event.date)) }
                    a href=(href) rel=(rel) { (site.text(&event.title)) }
                }
            }
        })
    };
    let unconfirmed = (event.confidence == Confidence::Low)
        .then(|| html! { p class="notice" { (site.t(Key::UnconfirmedLong)) } });
    let parties = event
        .parties
        .iter()
        .map(|party| html! { li { (site.party_on(*party, event.date)) } })
        .gathered();
    let claims = claims_of(procurement, event).map(|claim| {
        let href = site.href(Page::Claim(procurement.id.clone(), claim.id.clone()));
        html! { li { a href=(href) { (site.text(&claim.title)) } } }
    });
    let claims = claims.gathered();
    html! {
        p class="crumb" { a href=(home) { (site.text(&procurement.name)) } }
        h1 tabindex="-1" { (site.text(&event.title)) }
        p class="when" { (site.date(event.date)) " · " (site.t(kind::event_kind(event.kind))) }
        (maybe(unconfirmed))
        p class="lead" { (Terms::new(site).link(site.text(&event.text))) }
        (known_note(site, event))
        (event_here(site, procurement, at))
        h2 { (site.t(Key::Parties)) }
        ul class="parties-list" { (parties) }
        @if !claims.0.is_empty() {
            h2 { (site.t(Key::SameSourcesClaims)) }
            ul { (claims) }
        }
        h2 { (site.t(Key::SectionSources)) }
        (source_list(site, &event.sources))
        nav class="neighbors" aria-label=(site.t(Key::BeforeAndAfter)) {
            ul {
                (maybe(neighbor(at.checked_sub(1), Key::Before, "prev")))
                (maybe(neighbor(Some(at + 1), Key::After, "next")))
            }
        }
    }
}
