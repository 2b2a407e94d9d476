//! What a choice leaves of a timeline, fact by fact.

use super::filter::{keeps_event, keeps_promises};
use super::sorted::sorted;
use crate::model::{Baseline, DateRange, Event, EventGroup, Milestone, Procurement};

/// A fact of a timeline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fact<'a> {
    /// What happened.
    Event(&'a Procurement, &'a Event),
    /// What was promised of a milestone.
    Promise(&'a Procurement, &'a Milestone, &'a Baseline),
}

impl Fact<'_> {
    /// When it happened or was to happen.
    fn range(self) -> DateRange {
        match self {
            Fact::Event(_, event) => event.date.range(),
            Fact::Promise(_, _, baseline) => baseline.promised.range(),
        }
    }
}

/// The facts of these procurements that a choice of groups (none chosen: all) and of years leaves,
/// as they stand.
pub fn left<'a>(
    procurements: &[&'a Procurement],
    groups: &[EventGroup],
    years: DateRange,
) -> Vec<Fact<'a>> {
    let mut facts = Vec::new();
    for &one in procurements {
        let events = one.events.iter().filter(|event| keeps_event(event, groups, years));
        facts.extend(events.map(|event| Fact::Event(one, event)));
        if !keeps_promises(groups) {
            continue;
        }
        for milestone in &one.milestones {
            let promises = milestone.schedule.baselines();
            let promises = promises.map(|baseline| Fact::Promise(one, milestone, baseline));
            facts.extend(promises.filter(|promise| promise.range().overlaps(years)));
        }
    }
    facts
}

/// The same facts in order of date: of two vague dates the one whose window begins first comes
/// first.
pub fn in_order(facts: Vec<Fact>) -> Vec<Fact> {
    sorted(facts, |fact| fact.range().first)
}
