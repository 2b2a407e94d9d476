//! Where there are milestones, one of them is named as the one behind the headline slip: its
//! place in the file does not tell.

use crate::data::problem::{Problem, ProblemKind};
use crate::data::record::Records;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for folder in &records.procurements {
        let plans = &folder.plans;
        if let (None, Some(first)) = (&plans.headline, plans.milestones.first()) {
            let kind = ProblemKind::MissingHeadline { first: first.name().to_owned() };
            problems.push(first.place.problem(Some(first.name_span()), kind));
        }
    }
}
