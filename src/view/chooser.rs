//! What is compared: any set of procurements, chosen from three groups. Without scripts the
//! choice is not there; then each procurement's own page is.

use super::{Controls, Gathered, Markup, Site, filter, html};
use crate::analysis::compare;
use crate::i18n::{Key, words};
use crate::model::Procurement;
use crate::route::{Align, CompareSort, Page, Selection};
use leptos::prelude::*;

/// A button for each procurement, pressed while it is shown. Choosing adds to what is shown.
fn chooser(controls: Controls) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let [followed, same, others] = compare::groups(&facts.today);
    let mut systems: Vec<&str> = Vec::new();
    // By what was known on the day: which system it would be may have been told later.
    let known = |one: &&Procurement| site.dataset.procurement(one.id.as_str());
    for system in followed.iter().filter_map(known).map(|one| site.system(one)) {
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

/// The same in a fold.
pub fn folded(controls: Controls) -> AnyView {
    filter::counted("pick", controls, chooser(controls))
}

/// Where the ladders begin, and in which order they stand.
pub fn listing(controls: Controls) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let option = |code: &str, key: Key| (code.to_owned(), site.t(key).to_owned());
    let align = filter::Select {
        name: site.t(Key::AlignTitle),
        id: "compare-align",
        options: vec![
            option(Align::Signing.code(), Key::AlignSigning),
            option(Align::Calendar.code(), Key::AlignCalendar),
        ],
        chosen: Box::new(|selection| selection.align.code().to_owned()),
        choose: Box::new(|selection, word| selection.aligned_at(word)),
    };
    let sort = filter::Select {
        name: site.t(Key::ListingSort),
        id: "compare-sort",
        options: CompareSort::ALL.map(|sort| option(sort.code(), sorted_by(sort))).into(),
        chosen: Box::new(|selection| selection.by.code().to_owned()),
        choose: Box::new(|selection, word| selection.compared_by(word)),
    };
    let fields = view! { {filter::select(controls, align)} {filter::select(controls, sort)} };
    filter::group(site.t(Key::ListingTitle), fields.into_any())
}

fn sorted_by(sort: CompareSort) -> Key {
    match sort {
        CompareSort::Usual => Key::CompareByUsual,
        CompareSort::Late => Key::RowSlipFirst,
        CompareSort::Signed => Key::RowSigned,
        CompareSort::Use => Key::RowSigningToUse,
    }
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
