//! Nothing is met before anybody has promised it.

use crate::data::problem::{Problem, ProblemKind};
use crate::data::record::{Entry, PlanRecord, Records};

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for folder in &records.procurements {
        for entry in &folder.plans.met {
            let Some(met) = &entry.record.date else { continue };
            let Some(plan) = first_to_promise(entry.name(), &folder.plans.plans) else { continue };
            let Some(announced) = &plan.record.announced else { continue };
            let (met, span, announced) = (*met.get_ref(), met.span(), *announced.get_ref());
            if met.range().last < announced.range().first {
                let plan = plan.name().to_owned();
                let kind = ProblemKind::MetBeforeAnnounced { met, announced, plan };
                problems.push(entry.place.problem(Some(span), kind));
            }
        }
    }
}

fn first_to_promise<'a>(
    milestone: &str,
    plans: &'a [Entry<PlanRecord>],
) -> Option<&'a Entry<PlanRecord>> {
    plans.iter().find(|plan| plan.record.promises.iter().any(|one| one.name() == milestone))
}
