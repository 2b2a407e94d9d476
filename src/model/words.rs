//! The fixed words of `data/`, of addresses and of the published files: `go-live`, `at-least`.
//!
//! One table a kind, so that what an editor writes and what a reader gets is the same word.

use super::{
    ClaimKind, Confidence, CostKind, Country, Currency, DemandForm, EventGroup, EventKind, Ground,
    Licence, PartyRole, PlanForm, Qualifier, ReceiptKind, RegionChange, Remedy, SourceKind,
    SourceLanguage, StepStatus,
};

/// A kind whose values are fixed words.
pub trait Word: Sized + Copy + 'static {
    /// Every word with its meaning, in the order in which an editor is told them.
    const WORDS: &'static [(&'static str, Self)];

    /// The word for a value.
    fn word(self) -> &'static str;

    /// The value of a word, if it is one.
    fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
    }
}

/// Writes the table once and both directions from it. The `match` is exhaustive, so that a
/// new variant without a word does not compile.
macro_rules! words {
    ($kind:ident: $($variant:ident $word:literal),+ $(,)?) => {
        impl $crate::model::Word for $kind {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $kind::$variant)),+];

            fn word(self) -> &'static str {
                match self { $($kind::$variant => $word),+ }
            }
        }
    };
}

pub(crate) use words;

words!(EventKind:
    Tender "tender", Award "award", Contract "contract", Appeal "appeal", Ruling "ruling",
    Decision "decision", Plan "plan", Replan "replan", GoLive "go-live", Pause "pause",
    Cancellation "cancellation", Incident "incident", Audit "audit", Supervision "supervision",
    Cost "cost", Staffing "staffing", Claim "claim", Response "response",
    Settlement "settlement", Ownership "ownership", Successor "successor", Other "other",
);

words!(EventGroup:
    Procedure "procedure", Plans "plans", Use "use", Claims "claims", Money "money",
    Review "review", Staffing "staffing", Decisions "decisions",
);

words!(Confidence: High "high", Medium "medium", Low "low");

words!(PlanForm:
    Contract "contract", Decision "decision", Proposal "proposal", Report "report",
);

words!(ClaimKind:
    Contract "contract", Appeal "appeal", Competition "competition", Authority "authority",
    Safety "safety", Stop "stop",
);

words!(DemandForm:
    Letter "letter", Court "court", Notice "notice", Proposal "proposal", Statement "statement",
    Report "report",
);

words!(ReceiptKind:
    Compensation "compensation", PriceCut "price-cut", RemovedPayment "removed-payment",
    Refund "refund", CourtCosts "court-costs", Fine "fine", Other "other",
);

words!(Ground:
    Delay "delay", Defect "defect", Breach "breach", Safety "safety", Procedure "procedure",
    Cost "cost",
);

words!(Remedy:
    Refund "refund", PriceReduction "price-reduction", Damages "damages",
    LiquidatedDamages "liquidated-damages", Rectification "rectification",
    NewTimetable "new-timetable", Termination "termination", ReTender "re-tender",
    Supervision "supervision",
);

words!(StepStatus:
    Raised "raised", Answered "answered", Negotiated "negotiated", Settled "settled",
    Withdrawn "withdrawn", Rejected "rejected", Upheld "upheld", Reported "reported",
);

words!(CostKind:
    ContractValue "contract-value", InvestmentFrame "investment-frame", Budget "budget",
    Spent "spent", ExpectedTotal "expected-total", LifeCycle "life-cycle",
    BidPrice "bid-price", Estimate "estimate", Share "share", Payment "payment",
    PriceCut "price-cut", Damage "damage", Consultants "consultants", Review "review",
    Other "other",
);

words!(Qualifier:
    Exactly "exactly", About "about", AtLeast "at-least", AtMost "at-most",
);

words!(Currency:
    Sek "SEK", Eur "EUR", Nok "NOK", Dkk "DKK", Usd "USD", Gbp "GBP", Aud "AUD",
);

words!(Licence:
    CcBy4 "CC-BY-4.0", CcBySa4 "CC-BY-SA-4.0", Cc0 "CC0-1.0", OdcBy "ODC-By-1.0",
    Odbl "ODbL-1.0", Pddl "PDDL-1.0",
);

words!(Country:
    Sweden "SE", Finland "FI", Norway "NO", Denmark "DK", UnitedKingdom "GB",
    UnitedStates "US", Australia "AU",
);

words!(PartyRole:
    Buyer "buyer", Supplier "supplier", Tenderer "tenderer", ReviewBody "review-body",
    Authority "authority", Auditor "auditor", PublicBody "public-body", Union "union",
    Staff "staff", PoliticalParty "political-party", Association "association",
    Media "media", Person "person",
);

words!(RegionChange:
    None "none", Chosen "chosen", RollingOut "rolling-out", Introduced "introduced",
    Paused "paused", PutOff "put-off",
);

words!(SourceKind:
    News "news", Authority "authority", PressRelease "press-release",
    AuditReport "audit-report", Court "court", Vendor "vendor", Blog "blog",
);

words!(SourceLanguage:
    Swedish "sv", English "en", Finnish "fi", Norwegian "no", Danish "da",
);
