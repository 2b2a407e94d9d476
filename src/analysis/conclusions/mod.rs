//! Everything that we conclude from a data set, as a list: what an edit *does* is the difference
//! between two of them ([`changes`]).
//!
//! A conclusion is what no editor writes: a slip, how far our sources reach, how a claim stands, a
//! sum, a count. The texts that readers meet first are told of too. No page needs any of this; it
//! is for who edits `data/`.

mod changed;
mod collected;
mod milestones;

pub use changed::{Because, Change, changes};
pub use collected::conclusions;

use super::knowledge::Horizon;
use super::slippage::{Months, Slippage};
use super::sums::Sum;
use crate::model::{
    Amount, ClaimKind, Id, Money, PartialDate, ReceiptKind, RegionChange, StepStatus, Text,
};

/// One thing that we conclude, and of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conclusion {
    pub what: What,
    /// The ids that lead to its subject: the same in two data sets for the same thing.
    pub path: String,
    /// What readers call the subject, from the whole to the part: a procurement, its milestone.
    pub names: Vec<Text>,
    pub value: Value,
    /// What a slip follows from.
    pub grounds: Option<Grounds>,
    /// The procurement that it is about.
    pub procurement: Option<Id>,
}

/// What is concluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// That a procurement is there at all.
    Procurement,
    /// That the site follows it, and does not show it for comparison only.
    Followed,
    /// What the first promise of a milestone came to.
    SlipFromFirst,
    /// What a later promise of it came to.
    SlipFromLater,
    /// Up to when it is known whether a milestone was met.
    KnownOf,
    /// When a milestone was met.
    Met,
    /// The milestone that the headline slip is told of.
    Headline,
    /// Up to when our sources tell anything of a procurement.
    KnownThrough,
    SigningToUse,
    SigningToPause,
    SigningToEnd,
    /// Where it stands, in words.
    Standing,
    Summary,
    Product,
    /// How a claim stands.
    Claim,
    Demanded,
    Received(ReceiptKind),
    Outcome,
    /// The sums demanded in a procurement's claims of a kind.
    Sums(ClaimKind),
    Cost,
    Count(Counted),
    System,
    NextSystem,
    SystemChange,
    PartyName,
    Reviewed,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    Events,
    Plans,
    Milestones,
    Claims,
    Costs,
    Statements,
    Unknowns,
    Disagreements,
    Sources,
    Parties,
    Regions,
}

/// What a conclusion says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing but that it is there.
    There,
    Slip(Slippage),
    Date(PartialDate),
    Months(Months),
    Status(StepStatus),
    Amount(Amount),
    Sums(Vec<Sum>),
    Money(Money),
    Count(usize),
    Text(Text),
    Name(String),
    Change(RegionChange),
}

/// What a slip follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grounds {
    /// When the plan of the promise was announced.
    pub announced: PartialDate,
    pub promised: PartialDate,
    pub met: Option<PartialDate>,
    pub dropped: Option<PartialDate>,
    pub horizon: Horizon,
}
