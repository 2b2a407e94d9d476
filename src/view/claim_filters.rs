//! The choices of the claims: which kinds, how they stand, in which order. Each button says how
//! many claims it would leave.

use super::Controls;
use super::controls::attribute;
use super::filter::{Select, button, group, select};
use crate::analysis::filter::keeps_claim;
use crate::analysis::outcome::OPEN;
use crate::i18n::{Key, kind};
use crate::model::{ClaimKind, StepStatus};
use crate::route::{ClaimGroup, ClaimSort, Selection};
use leptos::prelude::*;

/// How claims stand: those that nothing has ended, and each way in which one can end.
pub fn outcomes(controls: Controls) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let open = chip(controls, site.t(Key::ClaimOpen), Counted::Outcomes(OPEN.to_vec()));
    let ended = each_of(controls, |status| !OPEN.contains(status));
    group(site.t(Key::FilterOutcome), view! { {open} {ended} }.into_any())
}

/// In a fold, so that what a choice leaves is in view: which kinds, how far those have come that
/// nothing has ended, in which order and groups they are listed.
pub fn more(controls: Controls) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let kinds = ClaimKind::ALL
        .map(|kind| chip(controls, site.t(kind::claim_kind(kind)), Counted::Kind(kind)));
    let kinds = group(site.t(Key::FilterClaimKind), kinds.into_iter().collect_view().into_any());
    let open = each_of(controls, |status| OPEN.contains(status));
    let open = group(site.t(Key::ClaimOpen), open.into_any());
    let opened = RwSignal::new(false);
    let chosen = move || controls.holds(|selection| !selection.claim_kinds.is_empty());
    view! {
        <details
            class="more-choices"
            open=attribute(move || opened.get() || chosen())
            on:toggle:target=move |event| opened.set(event.target().open())
        >
            <summary>{site.t(Key::FilterKindAndOrder)}</summary>
            {kinds}
            {open}
            {listing(controls)}
        </details>
    }
    .into_any()
}

/// A button for each status of some.
fn each_of(controls: Controls, some: fn(&StepStatus) -> bool) -> Vec<AnyView> {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let each = StepStatus::STANDING.into_iter().filter(some).map(|status| {
        chip(controls, site.t(kind::step_status(status)), Counted::Outcomes(vec![status]))
    });
    each.collect()
}

/// What a button chooses.
#[derive(Clone)]
enum Counted {
    Kind(ClaimKind),
    /// All of these together.
    Outcomes(Vec<StepStatus>),
}

impl Counted {
    fn is_chosen(&self, selection: &Selection) -> bool {
        match self {
            Counted::Kind(kind) => selection.claim_kinds.contains(kind),
            Counted::Outcomes(all) => all.iter().all(|one| selection.outcomes.contains(one)),
        }
    }

    fn toggled(&self, selection: &Selection) -> Selection {
        match self {
            Counted::Kind(kind) => selection.toggle_claim_kind(*kind),
            Counted::Outcomes(all) => {
                let chosen = self.is_chosen(selection);
                let differ = all.iter().filter(|one| selection.outcomes.contains(one) == chosen);
                differ.fold(selection.clone(), |next, one| next.toggle_outcome(*one))
            }
        }
    }

    /// How many claims it leaves of the procurements chosen, with what is chosen of the rest.
    fn count(&self, controls: Controls) -> usize {
        let selection = controls.selection.get();
        let (kinds, outcomes) = match self {
            Counted::Kind(kind) => (vec![*kind], selection.outcomes.clone()),
            Counted::Outcomes(all) => (selection.claim_kinds.clone(), all.clone()),
        };
        controls.facts.with(|facts| {
            let shown = selection.shown(&facts.dataset);
            let claims = shown.into_iter().flat_map(|one| &one.claims);
            claims.filter(|claim| keeps_claim(claim, &kinds, &outcomes)).count()
        })
    }
}

/// A button that is pressed or not, with the number of claims that it leaves.
fn chip(controls: Controls, name: &'static str, of: Counted) -> AnyView {
    let (held, counted) = (of.clone(), of.clone());
    let said = attribute(move || format!("{name}\u{a0}({})", counted.count(controls)));
    let holds = Box::new(move |selection: &Selection| held.is_chosen(selection));
    let next = Box::new(move |selection: &Selection| of.toggled(selection));
    button(controls, "chip", said.into_any(), holds, next)
}

/// In which order and in which groups claims are listed.
fn listing(controls: Controls) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let option = |code: &str, key: Key| (code.to_owned(), site.t(key).to_owned());
    let sort = Select {
        name: site.t(Key::ListingSort),
        id: "claim-sort",
        options: ClaimSort::ALL.map(|sort| option(sort.code(), listed_by(sort))).into(),
        chosen: Box::new(|selection| selection.order.code().to_owned()),
        choose: Box::new(|selection, word| selection.ordered(word)),
    };
    let grouping = Select {
        name: site.t(Key::ListingGroup),
        id: "claim-group",
        options: ClaimGroup::ALL.map(|group| option(group.code(), grouped_by(group))).into(),
        chosen: Box::new(|selection| selection.group.code().to_owned()),
        choose: Box::new(|selection, word| selection.grouped(word)),
    };
    let fields = view! { {select(controls, sort)} {select(controls, grouping)} };
    group(site.t(Key::ListingTitle), fields.into_any())
}

fn listed_by(sort: ClaimSort) -> Key {
    match sort {
        ClaimSort::Procurement => Key::SortProcurement,
        ClaimSort::Newest => Key::SortNewest,
        ClaimSort::Oldest => Key::SortOldest,
        ClaimSort::Amount => Key::SortAmount,
    }
}

fn grouped_by(group: ClaimGroup) -> Key {
    match group {
        ClaimGroup::Kind => Key::ByKind,
        ClaimGroup::Claimant => Key::ByClaimant,
        ClaimGroup::Respondent => Key::ByRespondent,
        ClaimGroup::Procurement => Key::ByProcurement,
    }
}
