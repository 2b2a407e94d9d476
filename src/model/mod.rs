//! The facts, as types that cannot be wrong.
//!
//! This layer knows what a promise, a claim and a source are; it must not know files,
//! languages of the interface, charts or the web. Start with [`Procurement`].
//!
//! References between facts ([`SourceRef`], [`PartyRef`], …) are positions in the
//! [`Dataset`], resolved once when `data/` is read, so that nothing can dangle.

mod id;

mod date;

mod text;

mod money;

mod source;

mod party;

mod schedule;

mod event;

mod claim;

mod statement;

mod procurement;

mod region;

mod licence;

mod dataset;

mod public;

mod site;

mod wikidata;

mod words;

pub use claim::{
    Claim, ClaimKind, ClaimStep, Demand, DemandForm, Ground, Loss, Receipt, ReceiptKind, Remedy,
    StepStatus,
};
pub use dataset::Dataset;
pub use date::{DateError, DateRange, Day, HalfYear, PartialDate, Quarter, Season};
pub use event::{Confidence, Event, EventGroup, EventKind, TellsOf};
pub use id::{Id, IdError};
pub use licence::Licence;
pub use money::{Amount, Currency, Money, Qualifier};
pub use party::{FormerName, Party, PartyRole};
pub use procurement::{
    Contract, Cost, CostKind, Country, Disagreement, Procurement, Programme, Residents, Standing,
    Unknown,
};
pub use public::public_since;
pub use region::{Region, RegionChange};
pub use schedule::{Baseline, Met, Milestone, Plan, PlanForm, Schedule, Unmet};
pub use site::{Accessibility, Compliance, Contact, Method, Shown, SiteSettings};
pub use source::{Source, SourceKind, SourceLanguage};
pub use statement::Statement;
pub use text::{Lang, Text};
pub use wikidata::WikidataItem;
pub use words::Word;
pub(crate) use words::words;

use serde::{Deserialize, Serialize};

/// The position of a [`Source`] in [`Dataset::sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SourceRef(pub u32);

impl SourceRef {
    /// The position as an index.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// The position of a [`Party`] in [`Dataset::parties`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartyRef(pub u16);

/// The position of a [`Procurement`] in [`Dataset::procurements`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ProcurementRef(pub u16);

/// The position of a [`Plan`] in [`Procurement::plans`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlanRef(pub u16);
