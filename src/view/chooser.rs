//! What is compared: any set of procurements, chosen from three groups. Without scripts the
//! choice is not there; then each procurement's own page is.

use super::{Controls, Gathered, Markup, Site, filter, html};
use crate::analysis::compare;
use crate::i18n::{Key, words};
use crate::route::{Align, CompareSort, Page, Selection};
use leptos::prelude::*;

/// A button for each procurement, pressed while it is shown. Choosing adds to what is shown.
pub fn chooser(controls: Controls) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let [followed, same, others] = compare::groups(&facts.today);
    let mut systems: Vec<&str> = Vec::new();
    for system in followed.iter().filter_map(|one| one.product.as_deref()) {
        if !systems.contains(&system) {
            systems.push(system);
        }
    }
    let same_name = site.say(words::ChooserSame { product: &systems.join(", ") });
    let groups = [
        (site.t(Key::ChooserFollowed).to_owned(), followed),
        (same_name, same),
        (site.t(Key::ChooserOthers).to_owned(), others),
    ]
    .into_iter()
    .filter(|(_, procurements)| !procurements.is_empty())
    .map(|(name, procurements)| {
        let chips = procurements.into_iter().map(|one| {
            let (shown, toggled) = (one.id.clone(), one.id.clone());
            let is_shown = move |controls: Controls, selection: &Selection| {
                controls.facts.with(|facts| {
                    facts
                        .dataset
                        .procurement(shown.as_str())
                        .is_some_and(|one| selection.shows(one))
                })
            };
            filter::chip(
                controls,
                site.text(&one.name).to_owned(),
                Box::new(move |selection| is_shown(controls, selection)),
                Box::new(move |selection| {
                    controls
                        .facts
                        .with_untracked(|facts| selection.toggle_shown(&toggled, &facts.dataset))
                }),
            )
        });
        let chips = chips.collect_view();
        filter::group(name, view! { <div class="chips">{chips}</div> }.into_any())
    })
    .collect_view();
    view! { <div class="chooser">{groups}</div> }.into_any()
}

/// Where the ladders begin.
pub fn align(controls: Controls) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let chips = [(Align::Signing, Key::AlignSigning), (Align::Calendar, Key::AlignCalendar)]
        .into_iter()
        .map(|(align, name)| {
            filter::chip(
                controls,
                site.t(name).to_owned(),
                Box::new(move |selection| selection.align == align),
                Box::new(move |selection| selection.aligned_at(align)),
            )
        })
        .collect_view();
    filter::group(site.t(Key::AlignTitle), chips.into_any())
}

/// In which order they stand.
pub fn order(controls: Controls) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let option = |sort: CompareSort| {
        let key = match sort {
            CompareSort::Usual => Key::CompareByUsual,
            CompareSort::Late => Key::RowSlipFirst,
            CompareSort::Signed => Key::RowSigned,
            CompareSort::Use => Key::RowSigningToUse,
        };
        (sort.code().to_owned(), site.t(key).to_owned())
    };
    let list = filter::Select {
        name: site.t(Key::ListingSort),
        id: "compare-sort",
        options: CompareSort::ALL.map(option).into(),
        chosen: Box::new(|selection| selection.by.code().to_owned()),
        choose: Box::new(|selection, word| selection.compared_by(word)),
    };
    filter::group(site.t(Key::ListingTitle), filter::select(controls, list))
}

/// The ways to the procurements that are there for comparison, each on a page of its own.
pub fn elsewhere(site: Site) -> Markup {
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
