//! What is compared: any set of procurements, chosen from three groups. Without scripts the
//! choice is not there; then each procurement's own page is.

use super::{Gathered, Live, Markup, Site, filter, html};
use crate::analysis::compare;
use crate::i18n::Key;
use crate::model::Procurement;
use crate::route::{Align, Page};
use leptos::prelude::*;

/// A button for each procurement, pressed while it is shown. Choosing adds to what is shown.
pub fn chooser(site: Site<'static>, live: Live) -> AnyView {
    let [followed, same, others] = compare::groups(site.dataset);
    let mut systems: Vec<&str> = Vec::new();
    for system in followed.iter().filter_map(|one| one.product.as_deref()) {
        if !systems.contains(&system) {
            systems.push(system);
        }
    }
    let same_name = site.fill(Key::ChooserSame, &[("product", &systems.join(", "))]);
    let groups = [
        (site.t(Key::ChooserFollowed).to_owned(), followed),
        (same_name, same),
        (site.t(Key::ChooserOthers).to_owned(), others),
    ]
    .into_iter()
    .filter(|(_, procurements)| !procurements.is_empty())
    .map(|(name, procurements)| {
        let chips = procurements.into_iter().map(|one| chip(site, live, one)).collect_view();
        filter::group(live, name, view! { <div class="chips">{chips}</div> }.into_any())
    })
    .collect_view();
    view! { <div class="chooser">{groups}</div> }.into_any()
}

fn chip(site: Site<'static>, live: Live, one: &'static Procurement) -> AnyView {
    filter::chip(
        live,
        site.text(&one.name),
        Box::new(move |selection| selection.shows(one)),
        Box::new(move |selection| selection.toggle_shown(&one.id, site.dataset)),
    )
}

/// Where the ladders begin.
pub fn align(site: Site<'static>, live: Live) -> AnyView {
    let chips = [(Align::Signing, Key::AlignSigning), (Align::Calendar, Key::AlignCalendar)]
        .into_iter()
        .map(|(align, name)| {
            filter::chip(
                live,
                site.t(name),
                Box::new(move |selection| selection.align == align),
                Box::new(move |selection| selection.aligned_at(align)),
            )
        })
        .collect_view();
    filter::group(live, site.t(Key::AlignTitle), chips.into_any())
}

/// The ways to the procurements that are there for comparison, each on a page of its own.
pub fn elsewhere(site: Site<'static>) -> Markup {
    let [_, same, others] = compare::groups(site.dataset);
    let links = same
        .into_iter()
        .chain(others)
        .map(|one| {
            let href = site.href(Page::Procurement(one.id.clone()));
            html! { li { a href=(href) { (site.text(&one.name)) } } }
        })
        .gathered();
    if links.0.is_empty() {
        return links;
    }
    html! {
        nav class="contents" aria-label=(site.t(Key::Elsewhere)) {
            h2 { (site.t(Key::Elsewhere)) }
            ul { (links) }
        }
    }
}
