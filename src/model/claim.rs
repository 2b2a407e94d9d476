//! What one party demands of another, and how it ended.

use super::{Amount, Id, Money, PartialDate, PartyRef, SourceRef, Text};
use serde::{Deserialize, Serialize};

/// A demand with its dated life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub id: Id,
    pub kind: ClaimKind,
    pub claimant: PartyRef,
    pub respondent: PartyRef,
    pub title: Text,
    pub grounds: Vec<Ground>,
    pub remedies: Vec<Remedy>,
    /// What was demanded, one entry for each report of it: two sources that tell it differently
    /// stand side by side. Never empty today; on an earlier day those that were known.
    pub demands: Vec<Demand>,
    /// What damage was stated. It is not a demand and is in no sum of demands.
    pub losses: Vec<Loss>,
    /// What was received, part by part, each with a day of its own.
    pub received: Vec<Receipt>,
    /// In date order, never empty.
    pub steps: Vec<ClaimStep>,
    /// How it ended, in words. Always there today; absent in what was known on an earlier day.
    pub outcome: Option<Text>,
    pub sources: Vec<SourceRef>,
}

/// What was demanded, as one source or several of the same word tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demand {
    pub date: PartialDate,
    /// When it became public, where that was later.
    pub public: Option<PartialDate>,
    /// In what it stands: the demand itself, or what others told of it.
    pub form: DemandForm,
    pub text: Text,
    pub amount: Amount,
    pub sources: Vec<SourceRef>,
}

/// In what a demand stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DemandForm {
    Letter,
    /// An application or a pleading in court.
    Court,
    /// A formal notice or complaint to an authority.
    Notice,
    /// A motion or proposal in an assembly.
    Proposal,
    /// Said in public by who demands it.
    Statement,
    /// Told by others.
    Report,
}

/// What damage somebody stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    pub date: PartialDate,
    /// When it became public, where that was later.
    pub public: Option<PartialDate>,
    /// Who stated it, in words.
    pub by: Text,
    pub text: Text,
    pub amount: Amount,
    pub sources: Vec<SourceRef>,
}

/// One part of what was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub date: PartialDate,
    /// When it became public, where that was later.
    pub public: Option<PartialDate>,
    pub kind: ReceiptKind,
    pub text: Text,
    pub amount: Amount,
    pub sources: Vec<SourceRef>,
}

/// What kind of thing was received. Parts of different kinds may overlap and are never added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReceiptKind {
    Compensation,
    PriceCut,
    /// A payment that was taken out of the terms.
    RemovedPayment,
    Refund,
    CourtCosts,
    Fine,
    Other,
}

/// Between whom a claim stands. Court appeals, cases about competition, requests to authorities,
/// safety warnings and demands to stop are not contract claims and are never summed with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ClaimKind {
    /// Buyer against supplier, or back.
    Contract,
    /// In court, about the award.
    Appeal,
    /// A case about competition law.
    Competition,
    /// A request to an authority to take up a decision of its own.
    Authority,
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
    Cost,
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
    /// When it became public, where that was later.
    pub public: Option<PartialDate>,
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
        self.demands.iter().for_each(|demand| all(&demand.sources));
        self.losses.iter().for_each(|loss| all(&loss.sources));
        self.received.iter().for_each(|receipt| all(&receipt.sources));
        for amount in self.amounts() {
            if let Amount::Withheld { sources, .. } = amount {
                all(sources);
            }
        }
    }

    /// Every amount that stands in it: demanded, stated as loss, received.
    pub fn amounts(&self) -> impl Iterator<Item = &Amount> {
        let demanded = self.demands.iter().map(|demand| &demand.amount);
        let lost = self.losses.iter().map(|loss| &loss.amount);
        demanded.chain(lost).chain(self.received.iter().map(|receipt| &receipt.amount))
    }

    /// The sum that was demanded, as it is counted. Public figures win over none, since one
    /// source may name a sum that another leaves out; where they differ, it is the span between
    /// them. Without a public figure it is why there is none, as the first report tells it.
    pub fn demanded(&self) -> Option<Amount> {
        let figures = self.demands.iter().filter_map(|demand| match &demand.amount {
            Amount::Public(money) => Some(*money),
            _ => None,
        });
        match figures.reduce(Money::or) {
            Some(money) => Some(Amount::Public(money)),
            None => self.demands.first().map(|demand| demand.amount.clone()),
        }
    }
}

impl ClaimKind {
    /// Every kind, claims between the contract's parties first.
    pub const ALL: [ClaimKind; 6] = [
        ClaimKind::Contract,
        ClaimKind::Appeal,
        ClaimKind::Competition,
        ClaimKind::Authority,
        ClaimKind::Safety,
        ClaimKind::Stop,
    ];
}

impl ReceiptKind {
    /// Every kind.
    pub const ALL: [ReceiptKind; 7] = [
        ReceiptKind::Compensation,
        ReceiptKind::PriceCut,
        ReceiptKind::RemovedPayment,
        ReceiptKind::Refund,
        ReceiptKind::CourtCosts,
        ReceiptKind::Fine,
        ReceiptKind::Other,
    ];
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
}
