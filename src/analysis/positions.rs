//! What each side of a claim has said: the steps of a claim by who took them.

use crate::model::{Claim, ClaimStep, Procurement, StepStatus};

/// The steps of a claim, in their order, by who took them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Positions<'a> {
    pub claimant: Vec<&'a ClaimStep>,
    /// Empty when no source tells what the other side said.
    pub respondent: Vec<&'a ClaimStep>,
    /// Courts, newspapers and everybody else; and a settlement, which is nobody's own.
    pub others: Vec<&'a ClaimStep>,
}

/// The steps of a claim, side by side.
pub fn positions(claim: &Claim) -> Positions<'_> {
    let mut positions =
        Positions { claimant: Vec::new(), respondent: Vec::new(), others: Vec::new() };
    for step in &claim.steps {
        let side = if step.status == StepStatus::Settled {
            &mut positions.others
        } else if step.by == claim.claimant {
            &mut positions.claimant
        } else if step.by == claim.respondent {
            &mut positions.respondent
        } else {
            &mut positions.others
        };
        side.push(step);
    }
    positions
}

/// The claims of the same procurement that the respondent has on the claimant.
pub fn counterclaims<'a>(
    procurement: &'a Procurement,
    claim: &'a Claim,
) -> impl Iterator<Item = &'a Claim> {
    procurement.claims.iter().filter(move |other| {
        other.kind == claim.kind
            && other.claimant == claim.respondent
            && other.respondent == claim.claimant
    })
}
