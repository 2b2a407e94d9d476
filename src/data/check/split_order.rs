//! A milestone that was split from another was promised as a part of it first.

use crate::data::problem::{Problem, ProblemKind};
use crate::data::record::Records;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for folder in &records.procurements {
        // The position of the first plan that promises a milestone.
        let first = |milestone: &str| {
            folder.plans.plans.iter().position(|plan| {
                plan.record.promises.iter().any(|promise| promise.name() == milestone)
            })
        };
        for milestone in &folder.plans.milestones {
            let Some(whole) = &milestone.record.split_from else { continue };
            // What does not exist, or was never promised, is told by rules of its own.
            let (Some(part), Some(earlier)) = (first(milestone.name()), first(whole.get_ref()))
            else {
                continue;
            };
            if earlier >= part {
                let kind = ProblemKind::SplitTooEarly {
                    id: milestone.name().to_owned(),
                    whole: whole.get_ref().clone(),
                };
                problems.push(milestone.place.problem(Some(whole.span()), kind));
            }
        }
    }
}
