//! The days on which something became known.

use super::evidence::Evidence;
use super::known::Dated;
use super::since::Since;
use crate::analysis::sorted::sorted;
use crate::model::{Dataset, Day, Procurement};

/// Every day on which something became known, in order, each once: between two of them
/// [`as_of`](super::as_of) tells the same. Of a procurement of which only the outline is here no
/// day is told, since nothing of it could be shown.
pub fn days(dataset: &Dataset) -> Vec<Day> {
    let mut days = days_among(dataset, |one| !one.outline, true);
    let names = dataset.parties.iter().flat_map(|party| &party.former);
    days.extend(names.map(|name| name.until.range().last.min(dataset.reviewed)));
    once(days)
}

/// Those of some procurements, and of the regions or not, without the days on which names changed.
pub fn days_among(
    dataset: &Dataset,
    shows: impl Fn(&Procurement) -> bool,
    regions: bool,
) -> Vec<Day> {
    let evidence = Evidence::of(dataset);
    let mut days = Vec::new();
    for procurement in dataset.procurements.iter().filter(|one| shows(one)) {
        collect(&evidence, procurement, &mut days);
    }
    for region in dataset.regions.iter().filter(|_| regions) {
        days.push(evidence.known(region));
        days.extend(region.note.iter().map(|_| evidence.all_out(&region.sources)));
        days.extend(region.population.iter().map(|people| people.known_on(dataset)));
    }
    once(days)
}

/// The first day on which a procurement [is not empty](Procurement::is_empty).
pub fn first_day(dataset: &Dataset) -> Option<Day> {
    let since = Since::of(dataset);
    dataset.procurements.iter().map(|one| since.procurement(one)).min()
}

/// Every day on which something became known about one procurement.
pub fn days_of(dataset: &Dataset, procurement: &Procurement) -> Vec<Day> {
    let mut days = Vec::new();
    collect(&Evidence::of(dataset), procurement, &mut days);
    once(days)
}

/// In order, each once.
fn once(days: Vec<Day>) -> Vec<Day> {
    let mut days = sorted(days, |day| *day);
    days.dedup();
    days
}

fn collect(evidence: &Evidence, procurement: &Procurement, days: &mut Vec<Day>) {
    evidence.each_day(procurement, &mut |day| {
        days.push(day);
    });
    days.push(evidence.complete(procurement));
    days.push(evidence.chosen(procurement));
}
