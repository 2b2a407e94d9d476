//! Data sets with other dates, and a few other sources, than they were written with.

use crate::project::{COMPARED, TOY};
use crate::slips::some_date;
use proptest::prelude::*;
use std::sync::Arc;
use utlovat::model::{Dataset, Day, EventKind, PartialDate, SourceRef, TellsOf};

/// Another date for one of the facts.
type Rewrite = (usize, usize, Option<PartialDate>);

/// The toy facts, with or without comparators, as they are or rewritten.
pub fn some_dataset() -> impl Strategy<Value = Dataset> {
    let date = prop_oneof![some_date().prop_map(Some), some_date().prop_map(Some), Just(None)];
    let rewrite = (0usize..16, any::<usize>(), date);
    (0usize..5, prop::collection::vec(rewrite, 0..40)).prop_map(|(which, rewrites)| {
        let mut dataset = if which == 0 { COMPARED.clone() } else { TOY.clone() };
        rewrites.iter().for_each(|one| rewrite_one(&mut dataset, one));
        dataset
    })
}

/// Two days from before the first fact until after the last, the earlier one first.
pub fn two_days() -> impl Strategy<Value = (Day, Day)> {
    let day = || (16_000i32..20_800).prop_map(Day);
    (day(), day()).prop_map(|(a, b)| (a.min(b), a.max(b)))
}

fn rewrite_one(dataset: &mut Dataset, (kind, at, date): &Rewrite) {
    if *kind == 0 {
        if let Some(source) = pick(Arc::make_mut(&mut dataset.sources).as_mut_slice(), *at) {
            source.published = *date;
        }
        return;
    }
    let source = SourceRef((at / 11 % dataset.sources.len().max(1)) as u32);
    let Some(one) = pick(&mut dataset.procurements, at % 97) else { return };
    match kind {
        9 => one.scope_sources = vec![source],
        10 => one.standing.iter_mut().for_each(|it| it.sources.push(source)),
        11 if at % 5 == 0 => {
            // Nothing tells when a supplier was chosen.
            one.contract = None;
            one.events.retain(|event| {
                !matches!(event.kind, EventKind::Award | EventKind::Contract | EventKind::GoLive)
            });
        }
        _ => {}
    }
    let Some(date) = *date else { return };
    match kind {
        1 => pick(&mut one.events, *at).into_iter().for_each(|event| event.date = date),
        2 => pick(&mut one.plans, *at).into_iter().for_each(|plan| plan.announced = date),
        3 => pick(&mut one.costs, *at).into_iter().for_each(|cost| cost.as_of = date),
        4 => pick(&mut one.statements, *at).into_iter().for_each(|said| said.date = date),
        5 => pick(&mut one.claims, *at)
            .and_then(|claim| pick(&mut claim.steps, at / 7))
            .into_iter()
            .for_each(|step| step.date = date),
        12 => pick(&mut one.events, *at).into_iter().for_each(|event| event.public = Some(date)),
        13 => pick(&mut one.claims, *at)
            .and_then(|claim| pick(&mut claim.received, at / 7))
            .into_iter()
            .for_each(|part| (part.date, part.public) = (date, (at % 2 == 0).then_some(date))),
        14 => pick(&mut one.claims, *at)
            .and_then(|claim| pick(&mut claim.demands, at / 7))
            .into_iter()
            .for_each(|demand| demand.date = date),
        15 => pick(&mut one.events, *at).into_iter().for_each(|event| {
            event.tells_of = match at % 4 {
                0 => Some(TellsOf::Programme),
                3 => Some(TellsOf::Elsewhere),
                1 => Some(TellsOf::Milestones(vec![])),
                _ => Some(TellsOf::Milestones(
                    one.milestones.iter().take(1).map(|it| it.id.clone()).collect(),
                )),
            };
        }),
        6 => one.contract.iter_mut().for_each(|contract| contract.signed = date),
        7 => one.standing.iter_mut().for_each(|standing| standing.since = date),
        8 => pick(&mut one.milestones, *at).into_iter().for_each(|milestone| {
            let schedule = &mut milestone.schedule;
            schedule.met.iter_mut().for_each(|met| met.date = date);
            schedule.unmet.iter_mut().for_each(|unmet| match at % 2 {
                0 => unmet.dropped = Some(date),
                _ => unmet.told_until = Some(date),
            });
        }),
        _ => {}
    }
}

fn pick<T>(list: &mut [T], at: usize) -> Option<&mut T> {
    let count = list.len().max(1);
    list.get_mut(at % count)
}
