//! How a claim stands: computed from its steps, never stored.

use crate::model::{Claim, StepStatus};

/// The status of the last step that moved the claim.
pub fn standing(claim: &Claim) -> StepStatus {
    claim
        .steps
        .iter()
        .rev()
        .map(|step| step.status)
        .find(|status| *status != StepStatus::Reported)
        .unwrap_or(StepStatus::Raised)
}

/// Whether the claim is still open: nothing has ended it as far as we know.
pub fn is_open(claim: &Claim) -> bool {
    OPEN.contains(&standing(claim))
}

/// Where a claim stands that nothing has ended.
pub const OPEN: [StepStatus; 3] =
    [StepStatus::Raised, StepStatus::Answered, StepStatus::Negotiated];
