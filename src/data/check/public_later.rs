//! `public` says when a fact became public where its own date does not: nothing is public before
//! it can have happened.

use crate::data::problem::{Place, Problem, ProblemKind};
use crate::data::record::{Folder, Records};
use crate::model::PartialDate;
use toml::Spanned;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for folder in &records.procurements {
        each_public(folder, &mut |date, public, place| {
            let (Some(date), Some(public)) = (date, public) else { return };
            if public.get_ref().range().last < date.get_ref().range().first {
                let (date, span, public) = (*date.get_ref(), public.span(), *public.get_ref());
                let kind = ProblemKind::PublicTooEarly { public, date };
                problems.push(place.problem(Some(span), kind));
            }
        });
    }
}

type Written = Option<Spanned<PartialDate>>;

/// Tells of every fact that may carry the day on which it became public: its date, that day, and
/// its place.
pub fn each_public(folder: &Folder, tell: &mut dyn FnMut(&Written, &Written, &Place)) {
    for event in &folder.events {
        tell(&event.record.date, &event.record.public, &event.place);
    }
    for statement in &folder.statements {
        tell(&statement.record.date, &statement.record.public, &statement.place);
    }
    for plan in &folder.plans.plans {
        tell(&plan.record.announced, &plan.record.public, &plan.place);
    }
    for met in &folder.plans.met {
        tell(&met.record.date, &met.record.public, &met.place);
    }
    for cost in folder.procurement.iter().flat_map(|entry| &entry.record.costs) {
        tell(&cost.record.as_of, &cost.record.public, &cost.place);
    }
    for claim in folder.claims.iter().map(|entry| &entry.record) {
        for demand in &claim.demands {
            tell(&demand.record.date, &demand.record.public, &demand.place);
        }
        for loss in &claim.losses {
            tell(&loss.record.date, &loss.record.public, &loss.place);
        }
        for part in &claim.received {
            tell(&part.record.date, &part.record.public, &part.place);
        }
        for step in &claim.steps {
            tell(&step.record.date, &step.record.public, &step.place);
        }
    }
}
