//! A milestone is something that was promised.

use crate::data::problem::{Problem, ProblemKind};
use crate::data::record::Records;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for folder in &records.procurements {
        let promised = |milestone: &str| {
            folder
                .plans
                .plans
                .iter()
                .flat_map(|plan| &plan.record.promises)
                .any(|promise| promise.name() == milestone)
        };
        for milestone in &folder.plans.milestones {
            let Some(name) = &milestone.name else { continue };
            if !promised(name.get_ref()) {
                let kind = ProblemKind::NeverPromised { id: name.get_ref().clone() };
                problems.push(milestone.place.problem(Some(name.span()), kind));
            }
        }
    }
}
