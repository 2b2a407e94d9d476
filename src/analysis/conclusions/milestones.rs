//! What became of the promises of a procurement's milestones.

use super::{Grounds, Value, What};
use crate::analysis::knowledge::horizon;
use crate::analysis::slippage::slippage;
use crate::model::{Milestone, Procurement};

/// What a milestone comes to: of which plan where it is a promise of one, what, and why.
pub fn of(
    one: &Procurement,
    milestone: &Milestone,
    tell: &mut impl FnMut(What, &str, Value, Option<Grounds>),
) {
    let schedule = &milestone.schedule;
    let horizon = horizon(one, milestone);
    let (met, dropped) = (schedule.met.as_ref().map(|met| met.date), schedule.dropped());
    if let Some(date) = met {
        tell(What::Met, "", Value::Date(date), None);
    }
    for (nth, promise) in schedule.baselines().enumerate() {
        let plan = &one.plans[usize::from(promise.plan.0)];
        let (announced, promised) = (plan.announced, promise.promised);
        let grounds = Grounds { announced, promised, met, dropped, horizon };
        let value = Value::Slip(slippage(promise, schedule, horizon));
        // The first promise is the first one whichever plan made it.
        let (what, of) = match nth {
            0 => (What::SlipFromFirst, ""),
            _ => (What::SlipFromLater, plan.id.as_str()),
        };
        tell(what, of, value, Some(grounds));
    }
    if met.is_none() && dropped.is_none() {
        tell(What::KnownOf, "", Value::Date(horizon.known), None);
    }
}
