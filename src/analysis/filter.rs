//! Which facts a reader's choice leaves.

use super::outcome;
use crate::model::{Claim, ClaimKind, DateRange, Event, EventGroup, StepStatus};

/// Whether an event is left by a choice of groups (none chosen: all) and of years.
pub fn keeps_event(event: &Event, groups: &[EventGroup], years: DateRange) -> bool {
    (groups.is_empty() || groups.contains(&event.kind.group()))
        && event.date.range().overlaps(years)
}

/// Whether a choice of groups (none chosen: all) leaves what was promised.
pub fn keeps_promises(groups: &[EventGroup]) -> bool {
    groups.is_empty() || groups.contains(&EventGroup::Plans)
}

/// Whether a claim is left by a choice of kinds and of outcomes (none chosen: all).
pub fn keeps_claim(claim: &Claim, kinds: &[ClaimKind], outcomes: &[StepStatus]) -> bool {
    (kinds.is_empty() || kinds.contains(&claim.kind))
        && (outcomes.is_empty() || outcomes.contains(&outcome::standing(claim)))
}
