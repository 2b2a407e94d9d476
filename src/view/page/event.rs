//! One event: what, when, by whose word, and what came before and after.

use crate::i18n::{Key, kind};
use crate::model::{Confidence, Procurement};
use crate::route::Page;
use crate::view::Site;
use crate::view::source_note::source_list;
use leptos::prelude::*;

pub fn event(site: Site, procurement: &'static Procurement, at: usize) -> AnyView {
    let event = &procurement.events[at];
    let home = site.href(Page::Procurement(procurement.id.clone()));
    let neighbor = |at: Option<usize>, key: Key, rel: &'static str| {
        at.and_then(|at| procurement.events.get(at)).map(|event| {
            let href = site.href(Page::Event(procurement.id.clone(), event.id.clone()));
            view! {
                <li>
                    <span class="when">{site.t(key)} " · " {site.date(event.date)}</span>
                    <a href=href rel=rel>
                        {site.text(&event.title)}
                    </a>
                </li>
            }
            .into_any()
        })
    };
    let unconfirmed = (event.confidence == Confidence::Low)
        .then(|| view! { <p class="notice">{site.t(Key::UnconfirmedLong)}</p> }.into_any());
    let parties = event
        .parties
        .iter()
        .map(|party| view! { <li>{site.party_on(*party, event.date)}</li> }.into_any())
        .collect_view();
    view! {
        <p class="crumb">
            <a href=home>{site.text(&procurement.name)}</a>
        </p>
        <h1 tabindex="-1">{site.text(&event.title)}</h1>
        <p class="when">
            {site.date(event.date)} " · " {site.t(kind::event_kind(event.kind))}
        </p>
        {unconfirmed}
        <p class="lead">{site.text(&event.text)}</p>
        <h2>{site.t(Key::Parties)}</h2>
        <ul class="parties-list">{parties}</ul>
        <h2>{site.t(Key::SectionSources)}</h2>
        {source_list(site, &event.sources)}
        <nav class="neighbors" aria-label=site.t(Key::BeforeAndAfter)>
            <ul>
                {neighbor(at.checked_sub(1), Key::Before, "prev")}
                {neighbor(Some(at + 1), Key::After, "next")}
            </ul>
        </nav>
    }
    .into_any()
}
