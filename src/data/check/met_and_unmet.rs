//! A milestone is met or it is not.

use crate::data::problem::{Problem, ProblemKind};
use crate::data::record::Records;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for folder in &records.procurements {
        for unmet in &folder.plans.unmet {
            let Some(name) = &unmet.name else { continue };
            if folder.plans.met.iter().any(|met| met.name() == name.get_ref()) {
                let kind = ProblemKind::MetAndUnmet { id: name.get_ref().clone() };
                problems.push(unmet.place.problem(Some(name.span()), kind));
            }
        }
    }
}
