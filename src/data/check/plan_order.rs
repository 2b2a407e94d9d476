//! Plans stand in the order of announcement: the order makes the first promise the first.

use crate::data::problem::{Problem, ProblemKind};
use crate::data::record::Records;
use crate::model::PartialDate;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for folder in &records.procurements {
        let mut above: Vec<(PartialDate, &str)> = vec![];
        for entry in &folder.plans.plans {
            let Some(announced) = &entry.record.announced else { continue };
            let date = *announced.get_ref();
            if let Some((before, plan)) =
                above.iter().rev().find(|(other, _)| date.range().last < other.range().first)
            {
                let (before, plan) = (*before, (*plan).to_owned());
                let kind = ProblemKind::PlanOutOfOrder { announced: date, before, plan };
                problems.push(entry.place.problem(Some(announced.span()), kind));
            }
            above.push((date, entry.name()));
        }
    }
}
