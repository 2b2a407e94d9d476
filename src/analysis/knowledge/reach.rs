//! How far our sources reach.

use crate::model::{Confidence, Day, Procurement};

/// The last day of which our sources tell anything about a procurement.
///
/// It bounds every sentence of the form "has not happened": after this day we do not know.
/// Unconfirmed events do not move it.
pub fn known_through(procurement: &Procurement) -> Day {
    let events = procurement
        .events
        .iter()
        .filter(|event| event.confidence != Confidence::Low)
        .filter(|event| event.date.is_day() || event.date.range().last <= procurement.reviewed)
        .map(|event| event.date.range().first);
    let plans = procurement.plans.iter().map(|plan| plan.announced.range().first);
    let steps = procurement
        .claims
        .iter()
        .flat_map(|claim| claim.steps.iter().map(|step| step.date.range().first));
    events
        .chain(plans)
        .chain(steps)
        .filter(|day| *day <= procurement.reviewed)
        .max()
        .unwrap_or(procurement.reviewed)
}
