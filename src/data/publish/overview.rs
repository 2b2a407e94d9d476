//! What the overview alone needs: a small part of an edition, so that the first page a reader
//! meets comes alive before the rest has arrived.

use crate::model::{Dataset, Procurement, SourceRef, Text};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A copy that holds all that the overview shows: what was brought in for comparison only is
/// left out, and what other pages show is emptied, so that references to sources and parties
/// still resolve. Dates and kinds stay, since arithmetic rests on them.
pub fn overview(edition: &Dataset) -> Dataset {
    let mut dataset = edition.clone();
    dataset.procurements.retain(|procurement| !procurement.comparator);
    // They point to procurements by their places, which may just have changed.
    dataset.regions.clear();
    let shown: BTreeSet<SourceRef> = dataset.procurements.iter().flat_map(shown_sources).collect();
    for (at, source) in (0..).map(SourceRef).zip(Arc::make_mut(&mut dataset.sources)) {
        if !shown.contains(&at) {
            source.publisher.clear();
            source.title = None;
            source.url.clear();
            source.published = None;
            source.note = None;
        }
    }
    let named: BTreeSet<usize> = dataset
        .procurements
        .iter()
        .flat_map(|procurement| std::iter::once(procurement.buyer).chain(procurement.supplier))
        .map(|party| usize::from(party.0))
        .collect();
    for (at, party) in dataset.parties.iter_mut().enumerate() {
        if !named.contains(&at) {
            party.name = Text::default();
        }
    }
    dataset.procurements.iter_mut().for_each(thin);
    dataset
}

/// The sources that the overview's cards and ladders show.
fn shown_sources(procurement: &Procurement) -> Vec<SourceRef> {
    let promises = procurement.headline().into_iter().flat_map(|milestone| {
        milestone.schedule.baselines().flat_map(|baseline| baseline.sources.clone())
    });
    let standing = procurement.standing.iter().flat_map(|standing| standing.sources.clone());
    promises.chain(standing).collect()
}

fn thin(procurement: &mut Procurement) {
    procurement.programmes.clear();
    procurement.summary = None;
    procurement.scope = None;
    procurement.replaces = None;
    procurement.summary_sources.clear();
    procurement.scope_sources.clear();
    procurement.replaces_sources.clear();
    procurement.residents = None;
    if let Some(contract) = &mut procurement.contract {
        contract.term = None;
        contract.sources.clear();
    }
    procurement.statements.clear();
    procurement.unknowns.clear();
    procurement.disagreements.clear();
    procurement.costs.clear();
    for plan in &mut procurement.plans {
        plan.note = None;
        plan.sources.clear();
    }
    for milestone in procurement.milestones.iter_mut().filter(|one| !one.headline) {
        milestone.name = Text::default();
        let schedule = &mut milestone.schedule;
        for baseline in std::iter::once(&mut schedule.original).chain(&mut schedule.rebaselines) {
            baseline.note = None;
            baseline.sources.clear();
        }
        if let Some(met) = &mut schedule.met {
            met.note = None;
            met.sources.clear();
        }
        if let Some(unmet) = &mut schedule.unmet {
            unmet.note = None;
            unmet.sources.clear();
        }
    }
    for event in &mut procurement.events {
        event.title = Text::default();
        event.text = Text::default();
        event.parties.clear();
        event.sources.clear();
    }
    for claim in &mut procurement.claims {
        claim.title = Text::default();
        claim.outcome = None;
        claim.demands.clear();
        claim.losses.clear();
        claim.received.clear();
        claim.sources.clear();
        for step in &mut claim.steps {
            step.text = Text::default();
            step.sources.clear();
        }
    }
}
