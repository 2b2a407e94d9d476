//! The days on which something became known.

use super::evidence::Evidence;
use super::known::Dated;
use crate::model::{Dataset, Day, Procurement};
use std::collections::BTreeSet;

/// Every day on which something became known, in order, each once: between two of them
/// [`as_of`](super::as_of) tells the same.
pub fn days(dataset: &Dataset) -> Vec<Day> {
    let evidence = Evidence::of(dataset);
    let mut days = BTreeSet::new();
    for procurement in &dataset.procurements {
        collect(&evidence, procurement, &mut days);
    }
    for region in &dataset.regions {
        days.insert(evidence.known(region));
        days.extend(region.note.iter().map(|_| evidence.all_out(&region.sources)));
        days.extend(region.population.iter().map(|people| people.known_on(dataset)));
    }
    let names = dataset.parties.iter().flat_map(|party| &party.former);
    days.extend(names.map(|name| name.until.range().last.min(dataset.reviewed)));
    days.into_iter().collect()
}

/// Every day on which something became known about one procurement.
pub fn days_of(dataset: &Dataset, procurement: &Procurement) -> Vec<Day> {
    let mut days = BTreeSet::new();
    collect(&Evidence::of(dataset), procurement, &mut days);
    days.into_iter().collect()
}

fn collect(evidence: &Evidence, procurement: &Procurement, days: &mut BTreeSet<Day>) {
    evidence.each_day(procurement, &mut |day| {
        days.insert(day);
    });
    days.insert(evidence.complete(procurement));
    days.insert(evidence.chosen(procurement));
}
