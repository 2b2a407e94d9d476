//! A claim has a demand, and steps in the order of their dates. Dates whose windows overlap have no order.

use crate::data::problem::{Problem, ProblemKind};
use crate::data::record::Records;
use crate::model::PartialDate;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for claim in records.procurements.iter().flat_map(|folder| &folder.claims) {
        if claim.record.steps.is_empty() {
            let kind = ProblemKind::ClaimWithoutSteps;
            problems.push(claim.place.problem(Some(claim.name_span()), kind));
        }
        if claim.record.demands.is_empty() {
            let kind = ProblemKind::ClaimWithoutDemand;
            problems.push(claim.place.problem(Some(claim.name_span()), kind));
        }
        let mut above: Vec<PartialDate> = vec![];
        for step in &claim.record.steps {
            let Some(date) = &step.record.date else { continue };
            let (date, span) = (*date.get_ref(), date.span());
            if let Some(before) =
                above.iter().rev().find(|other| date.range().last < other.range().first)
            {
                let kind = ProblemKind::StepOutOfOrder { date, before: *before };
                problems.push(step.place.problem(Some(span), kind));
            }
            above.push(date);
        }
    }
}
