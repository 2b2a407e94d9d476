//! Plans and promises become schedules: every promise of a milestone, the first one apart.

use super::{Names, plain};
use crate::data::record::{
    Entry, MetRecord, MilestoneRecord, PlanRecord, PlansRecord, PromiseRecord, UnmetRecord,
};
use crate::model::{Baseline, Id, Met, Milestone, Plan, PlanRef, Schedule, Unmet};
use std::collections::BTreeSet;

/// The plans in file order, which is the order of announcement, and the milestones that at
/// least one of them promises.
pub fn resolve(records: &PlansRecord, names: &Names) -> (Vec<Plan>, Vec<Milestone>) {
    let mut seen = BTreeSet::new();
    let kept: Vec<(Plan, &[Entry<PromiseRecord>])> = records
        .plans
        .iter()
        .filter_map(|entry| Some((plan(&entry.record, names)?, &entry.record.promises[..])))
        .filter(|(plan, _)| seen.insert(plan.id.clone()))
        // A `PlanRef` cannot point further, and nobody has announced so many plans.
        .take(usize::from(u16::MAX))
        .collect();

    let mut seen = BTreeSet::new();
    let mut milestones: Vec<Milestone> = records
        .milestones
        .iter()
        .filter_map(|entry| milestone(&entry.record, records, &kept, names))
        .filter(|milestone| seen.insert(milestone.id.clone()))
        .collect();
    let headline = records.headline.as_ref().map(|name| name.get_ref().as_str());
    for milestone in &mut milestones {
        milestone.headline = headline == Some(milestone.id.as_str());
    }
    (kept.into_iter().map(|(plan, _)| plan).collect(), milestones)
}

fn plan(record: &PlanRecord, names: &Names) -> Option<Plan> {
    Some(Plan {
        id: plain(&record.id)?,
        announced: plain(&record.announced)?,
        public: plain(&record.public),
        form: record.form?,
        by: record.by.clone()?,
        note: record.note.clone(),
        sources: names.sources(&record.sources)?,
    })
}

fn milestone(
    record: &MilestoneRecord,
    records: &PlansRecord,
    plans: &[(Plan, &[Entry<PromiseRecord>])],
    names: &Names,
) -> Option<Milestone> {
    let id = plain(&record.id)?;
    let mut baselines = plans.iter().zip(0..).filter_map(|((_, promises), position)| {
        let promise = about(promises, id.as_str())?;
        baseline(PlanRef(position), promise, names)
    });
    let original = baselines.next()?;
    let rebaselines = baselines.collect();
    let met = about(&records.met, id.as_str()).and_then(|record| met(record, names));
    let unmet = about(&records.unmet, id.as_str()).and_then(|record| unmet(record, names));
    let name = record.name.clone()?;
    Some(Milestone {
        id,
        name,
        headline: false,
        split_from: record.split_from.as_ref().and_then(|whole| Id::parse(whole.get_ref()).ok()),
        schedule: Schedule { original, rebaselines, met, unmet },
    })
}

/// The first entry about a milestone.
fn about<'a, R>(entries: &'a [Entry<R>], milestone: &str) -> Option<&'a R> {
    entries.iter().find(|entry| entry.name() == milestone).map(|entry| &entry.record)
}

fn baseline(plan: PlanRef, record: &PromiseRecord, names: &Names) -> Option<Baseline> {
    Some(Baseline {
        plan,
        promised: plain(&record.promised)?,
        called: record.called.clone(),
        note: record.note.clone(),
        sources: names.sources(&record.sources)?,
    })
}

fn met(record: &MetRecord, names: &Names) -> Option<Met> {
    Some(Met {
        date: plain(&record.date)?,
        public: plain(&record.public),
        note: record.note.clone(),
        sources: names.sources(&record.sources)?,
    })
}

fn unmet(record: &UnmetRecord, names: &Names) -> Option<Unmet> {
    Some(Unmet {
        dropped: plain(&record.dropped),
        told_until: plain(&record.told_until),
        note: Some(record.note.clone()?),
        sources: names.sources(&record.sources)?,
    })
}
