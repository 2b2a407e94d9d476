//! An event that could lengthen an open slip says of which milestones it tells.
//!
//! "Not done as far as we know" is counted up to the last source that tells of that very
//! milestone. So a later event has to say whether it does: else a slip would either grow on
//! evidence about something else, or stand still although somebody told of it.

use crate::data::problem::{Problem, ProblemKind};
use crate::data::record::{ELSEWHERE, EventRecord, Folder, PROGRAMME, Records};
use crate::model::{Confidence, Day, PartialDate};

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for folder in &records.procurements {
        let open = open_slips(folder);
        for event in &folder.events {
            let Some(date) = certain(&event.record) else { continue };
            if event.record.tells_of.is_some() {
                continue;
            }
            let longer = |slip: &&OpenSlip| {
                let since = date.range().first;
                slip.known < since && slip.promised < since
            };
            let milestones: Vec<String> =
                open.iter().filter(longer).map(|slip| slip.milestone.to_owned()).collect();
            if !milestones.is_empty() {
                let kind = ProblemKind::EventTellsOfWhat { milestones };
                problems.push(event.place.problem(Some(event.name_span()), kind));
            }
        }
    }
}

/// A milestone that has neither been met nor given up.
struct OpenSlip<'a> {
    milestone: &'a str,
    /// The last day that its first promise may mean: a slip is counted after it.
    promised: Day,
    /// The first day of the last date on which a source tells of it.
    known: Day,
}

fn open_slips(folder: &Folder) -> Vec<OpenSlip<'_>> {
    folder.plans.milestones.iter().filter_map(|entry| open_slip(folder, entry.name())).collect()
}

fn open_slip<'a>(folder: &'a Folder, milestone: &'a str) -> Option<OpenSlip<'a>> {
    if folder.plans.met.iter().any(|met| met.name() == milestone) {
        return None;
    }
    let ended = |unmet: &crate::data::record::UnmetRecord| {
        unmet.dropped.is_some() || unmet.told_until.is_some()
    };
    if folder.plans.unmet.iter().any(|unmet| unmet.name() == milestone && ended(&unmet.record)) {
        return None;
    }
    let mut promised = None;
    let mut known: Option<Day> = None;
    for plan in &folder.plans.plans {
        let promise = plan.record.promises.iter().find(|promise| promise.name() == milestone);
        let Some(promise) = promise else { continue };
        if let (None, Some(date)) = (promised, &promise.record.promised) {
            promised = Some(date.get_ref().range().last);
        }
        known = known.max(plan.record.announced.as_ref().map(|date| date.get_ref().range().first));
    }
    for event in &folder.events {
        if covers(&event.record, milestone)
            && let Some(date) = certain(&event.record)
        {
            known = known.max(Some(date.range().first));
        }
    }
    Some(OpenSlip { milestone, promised: promised?, known: known? })
}

fn covers(event: &EventRecord, milestone: &str) -> bool {
    let named = event.tells_of.iter().flatten().map(|name| name.get_ref().as_str());
    let mut named = named.filter(|name| *name != ELSEWHERE);
    named.any(|name| name == milestone || name == PROGRAMME)
}

/// The date of an event that slips may rest on.
fn certain(event: &EventRecord) -> Option<PartialDate> {
    let sure = event.confidence.is_some_and(|confidence| confidence != Confidence::Low);
    event.date.as_ref().filter(|_| sure).map(|date| *date.get_ref())
}
