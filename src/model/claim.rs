//! What one party demands of another, and how it ended.

use super::{Amount, Id, PartialDate, PartyRef, SourceRef, Text};
use serde::{Deserialize, Serialize};

/// A demand with its dated life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub id: Id,
    pub kind: ClaimKind,
    pub claimant: PartyRef,
    pub respondent: PartyRef,
    pub title: Text,
    /// What was demanded, in words.
    pub demanded: Text,
    pub grounds: Vec<Ground>,
    pub remedies: Vec<Remedy>,
    /// The sum demanded.
    pub amount: Amount,
    /// The sum received, for claims that ended with one or with a secret one.
    pub received: Option<Amount>,
    /// In date order, never empty.
    pub steps: Vec<ClaimStep>,
    /// How it ended, in words. Always there today; absent in what was known on an earlier day.
    pub outcome: Option<Text>,
    pub sources: Vec<SourceRef>,
}

/// Between whom a claim stands. Court appeals, safety warnings and demands to stop are not
/// contract claims and are never summed with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ClaimKind {
    /// Buyer against supplier, or back.
    Contract,
    /// In court, before signing.
    Appeal,
    /// A safety warning by staff, municipalities or unions.
    Safety,
    /// A demand to stop the procurement.
    Stop,
}

/// Why something is demanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ground {
    Delay,
    Defect,
    Breach,
    Safety,
    Procedure,
}

/// What kind of remedy is demanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Remedy {
    Refund,
    PriceReduction,
    Damages,
    LiquidatedDamages,
    Rectification,
    NewTimetable,
    Termination,
    ReTender,
    Supervision,
}

/// One dated step in a claim's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimStep {
    pub date: PartialDate,
    pub status: StepStatus,
    /// Who acted.
    pub by: PartyRef,
    pub text: Text,
    pub sources: Vec<SourceRef>,
}

/// What a step did to the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StepStatus {
    Raised,
    Answered,
    Negotiated,
    Settled,
    Withdrawn,
    Rejected,
    Upheld,
    /// Something about it became known later; the claim did not move.
    Reported,
}

impl Claim {
    /// Tells every source that the claim rests on, one by one and some of them more than once.
    pub fn each_source(&self, tell: &mut dyn FnMut(SourceRef)) {
        let mut all = |sources: &[SourceRef]| sources.iter().for_each(|source| tell(*source));
        all(&self.sources);
        self.steps.iter().for_each(|step| all(&step.sources));
        for amount in std::iter::once(&self.amount).chain(&self.received) {
            if let Amount::Withheld { sources, .. } = amount {
                all(sources);
            }
        }
    }
}

impl ClaimKind {
    /// Every kind, claims between the contract's parties first.
    pub const ALL: [ClaimKind; 4] =
        [ClaimKind::Contract, ClaimKind::Appeal, ClaimKind::Safety, ClaimKind::Stop];

    /// The word that stands in addresses.
    pub fn code(self) -> &'static str {
        match self {
            ClaimKind::Contract => "contract",
            ClaimKind::Appeal => "appeal",
            ClaimKind::Safety => "safety",
            ClaimKind::Stop => "stop",
        }
    }
}

impl StepStatus {
    /// Every status in which a claim can stand; `Reported` moves none.
    pub const STANDING: [StepStatus; 7] = [
        StepStatus::Raised,
        StepStatus::Answered,
        StepStatus::Negotiated,
        StepStatus::Settled,
        StepStatus::Withdrawn,
        StepStatus::Rejected,
        StepStatus::Upheld,
    ];

    /// The word that stands in addresses.
    pub fn code(self) -> &'static str {
        match self {
            StepStatus::Raised => "raised",
            StepStatus::Answered => "answered",
            StepStatus::Negotiated => "negotiated",
            StepStatus::Settled => "settled",
            StepStatus::Withdrawn => "withdrawn",
            StepStatus::Rejected => "rejected",
            StepStatus::Upheld => "upheld",
            StepStatus::Reported => "reported",
        }
    }
}
