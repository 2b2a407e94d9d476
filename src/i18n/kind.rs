//! The words for what the model counts in kinds.

use super::{Key, Messages, words};
use crate::model::{
    ClaimKind, CostKind, DemandForm, EventGroup, EventKind, Ground, PlanForm, Qualifier,
    ReceiptKind, RegionChange, Remedy, SourceKind, SourceLanguage, StepStatus,
};

/// How exact a sum is.
pub fn precision(qualifier: Qualifier) -> Key {
    match qualifier {
        Qualifier::Exactly => Key::PrecisionExactly,
        Qualifier::About => Key::PrecisionAbout,
        Qualifier::AtLeast => Key::PrecisionAtLeast,
        Qualifier::AtMost => Key::PrecisionAtMost,
    }
}

/// The name of a kind of event.
pub fn event_kind(kind: EventKind) -> Key {
    match kind {
        EventKind::Tender => Key::EventTender,
        EventKind::Award => Key::EventAward,
        EventKind::Contract => Key::EventContract,
        EventKind::Appeal => Key::EventAppeal,
        EventKind::Ruling => Key::EventRuling,
        EventKind::Decision => Key::EventDecision,
        EventKind::Plan => Key::EventPlan,
        EventKind::Replan => Key::EventReplan,
        EventKind::GoLive => Key::EventGoLive,
        EventKind::Pause => Key::EventPause,
        EventKind::Cancellation => Key::EventCancellation,
        EventKind::Incident => Key::EventIncident,
        EventKind::Audit => Key::EventAudit,
        EventKind::Supervision => Key::EventSupervision,
        EventKind::Cost => Key::EventCost,
        EventKind::Staffing => Key::EventStaffing,
        EventKind::Claim => Key::EventClaim,
        EventKind::Response => Key::EventResponse,
        EventKind::Settlement => Key::EventSettlement,
        EventKind::Ownership => Key::EventOwnership,
        EventKind::Successor => Key::EventSuccessor,
        EventKind::Other => Key::EventOther,
    }
}

/// The name of a group of events.
pub fn event_group(group: EventGroup) -> Key {
    match group {
        EventGroup::Procedure => Key::GroupProcedure,
        EventGroup::Plans => Key::GroupPlans,
        EventGroup::Use => Key::GroupUse,
        EventGroup::Claims => Key::GroupClaims,
        EventGroup::Money => Key::GroupMoney,
        EventGroup::Review => Key::GroupReview,
        EventGroup::Staffing => Key::GroupStaffing,
        EventGroup::Decisions => Key::GroupDecisions,
    }
}

/// The name of a kind of claim.
pub fn claim_kind(kind: ClaimKind) -> Key {
    match kind {
        ClaimKind::Contract => Key::ClaimContract,
        ClaimKind::Appeal => Key::ClaimAppeal,
        ClaimKind::Competition => Key::ClaimCompetition,
        ClaimKind::Authority => Key::ClaimAuthority,
        ClaimKind::Safety => Key::ClaimSafety,
        ClaimKind::Stop => Key::ClaimStop,
    }
}

/// The heading over the claims of a kind, which are never mixed with those of another.
pub fn claim_part(kind: ClaimKind) -> Key {
    match kind {
        ClaimKind::Contract => Key::PartContract,
        ClaimKind::Appeal => Key::PartAppeal,
        ClaimKind::Competition => Key::PartCompetition,
        ClaimKind::Authority => Key::PartAuthority,
        ClaimKind::Safety => Key::PartSafety,
        ClaimKind::Stop => Key::PartStop,
    }
}

/// A number of claims of a kind: "3 avtalskrav".
pub fn counted_claims(messages: &Messages, kind: ClaimKind, n: usize) -> String {
    match kind {
        ClaimKind::Contract => messages.say(words::CountContract { n }),
        ClaimKind::Appeal => messages.say(words::CountAppeal { n }),
        ClaimKind::Competition => messages.say(words::CountCompetition { n }),
        ClaimKind::Authority => messages.say(words::CountAuthority { n }),
        ClaimKind::Safety => messages.say(words::CountSafety { n }),
        ClaimKind::Stop => messages.say(words::CountStop { n }),
    }
}

/// In what a demand stands.
pub fn demand_form(form: DemandForm) -> Key {
    match form {
        DemandForm::Letter => Key::DemandLetter,
        DemandForm::Court => Key::DemandCourt,
        DemandForm::Notice => Key::DemandNotice,
        DemandForm::Proposal => Key::DemandProposal,
        DemandForm::Statement => Key::DemandStatement,
        DemandForm::Report => Key::DemandReport,
    }
}

/// What kind of thing was received.
pub fn receipt_kind(kind: ReceiptKind) -> Key {
    match kind {
        ReceiptKind::Compensation => Key::ReceiptCompensation,
        ReceiptKind::PriceCut => Key::ReceiptPriceCut,
        ReceiptKind::RemovedPayment => Key::ReceiptRemovedPayment,
        ReceiptKind::Refund => Key::ReceiptRefund,
        ReceiptKind::CourtCosts => Key::ReceiptCourtCosts,
        ReceiptKind::Fine => Key::ReceiptFine,
        ReceiptKind::Other => Key::ReceiptOther,
    }
}

/// The name of a status.
pub fn step_status(status: StepStatus) -> Key {
    match status {
        StepStatus::Raised => Key::StepRaised,
        StepStatus::Answered => Key::StepAnswered,
        StepStatus::Negotiated => Key::StepNegotiated,
        StepStatus::Settled => Key::StepSettled,
        StepStatus::Withdrawn => Key::StepWithdrawn,
        StepStatus::Rejected => Key::StepRejected,
        StepStatus::Upheld => Key::StepUpheld,
        StepStatus::Reported => Key::StepReported,
    }
}

/// The name of a plan's form.
pub fn plan_form(form: PlanForm) -> Key {
    match form {
        PlanForm::Contract => Key::FormContract,
        PlanForm::Decision => Key::FormDecision,
        PlanForm::Proposal => Key::FormProposal,
        PlanForm::Report => Key::FormReport,
    }
}

/// What a cost figure measures.
pub fn cost_kind(kind: CostKind) -> Key {
    match kind {
        CostKind::ContractValue => Key::CostContractValue,
        CostKind::InvestmentFrame => Key::CostInvestmentFrame,
        CostKind::Budget => Key::CostBudget,
        CostKind::Spent => Key::CostSpent,
        CostKind::ExpectedTotal => Key::CostExpectedTotal,
        CostKind::LifeCycle => Key::CostLifeCycle,
        CostKind::BidPrice => Key::CostBidPrice,
        CostKind::Estimate => Key::CostEstimate,
        CostKind::Share => Key::CostShare,
        CostKind::Payment => Key::CostPayment,
        CostKind::PriceCut => Key::CostPriceCut,
        CostKind::Damage => Key::CostDamage,
        CostKind::Consultants => Key::CostConsultants,
        CostKind::Review => Key::CostReview,
        CostKind::Other => Key::CostOther,
    }
}

/// How far a region has come in changing its system.
pub fn region_change(change: RegionChange) -> Key {
    match change {
        RegionChange::None => Key::ChangeNone,
        RegionChange::Chosen => Key::ChangeChosen,
        RegionChange::RollingOut => Key::ChangeRollingOut,
        RegionChange::Introduced => Key::ChangeIntroduced,
        RegionChange::Paused => Key::ChangePaused,
        RegionChange::PutOff => Key::ChangePutOff,
    }
}

/// The name of a ground.
pub fn ground(ground: Ground) -> Key {
    match ground {
        Ground::Delay => Key::GroundDelay,
        Ground::Defect => Key::GroundDefect,
        Ground::Breach => Key::GroundBreach,
        Ground::Safety => Key::GroundSafety,
        Ground::Procedure => Key::GroundProcedure,
        Ground::Cost => Key::GroundCost,
    }
}

/// The name of a remedy.
pub fn remedy(remedy: Remedy) -> Key {
    match remedy {
        Remedy::Refund => Key::RemedyRefund,
        Remedy::PriceReduction => Key::RemedyPriceReduction,
        Remedy::Damages => Key::RemedyDamages,
        Remedy::LiquidatedDamages => Key::RemedyLiquidatedDamages,
        Remedy::Rectification => Key::RemedyRectification,
        Remedy::NewTimetable => Key::RemedyNewTimetable,
        Remedy::Termination => Key::RemedyTermination,
        Remedy::ReTender => Key::RemedyReTender,
        Remedy::Supervision => Key::RemedySupervision,
    }
}

/// The name of a source's language.
pub fn language(language: SourceLanguage) -> Key {
    match language {
        SourceLanguage::Swedish => Key::InSwedish,
        SourceLanguage::English => Key::InEnglish,
        SourceLanguage::Finnish => Key::InFinnish,
        SourceLanguage::Norwegian => Key::InNorwegian,
        SourceLanguage::Danish => Key::InDanish,
    }
}

/// What kind of document a source is, where it is no ordinary article: a blog is never
/// shown as news.
pub fn notable_source_kind(kind: SourceKind) -> Option<Key> {
    match kind {
        SourceKind::News => None,
        SourceKind::Authority => Some(Key::SourceAuthority),
        SourceKind::PressRelease => Some(Key::SourcePressRelease),
        SourceKind::AuditReport => Some(Key::SourceAuditReport),
        SourceKind::Court => Some(Key::SourceCourt),
        SourceKind::Vendor => Some(Key::SourceVendor),
        SourceKind::Blog => Some(Key::SourceBlog),
    }
}
