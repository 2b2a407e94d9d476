//! Promises. A new plan never erases an old one.

use super::{Id, PartialDate, PlanRef, SourceRef, Text};
use serde::{Deserialize, Serialize};

/// A time plan as it was made public on some date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub id: Id,
    /// When the plan became public.
    pub announced: PartialDate,
    /// By when it had certainly become public, where its announcement is vaguer than that.
    pub public: Option<PartialDate>,
    pub form: PlanForm,
    /// Who announced it, in words.
    pub by: Text,
    pub note: Option<Text>,
    pub sources: Vec<SourceRef>,
}

/// How binding a plan was when it was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PlanForm {
    /// Stated when the contract was signed.
    Contract,
    /// Adopted by the buyer.
    Decision,
    /// Proposed by the supplier or by officials, not adopted.
    Proposal,
    /// Reported by others.
    Report,
}

/// A named step that was promised at least once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    pub id: Id,
    pub name: Text,
    /// Whether the procurement's headline slip is told of it: its first go-live. The data names
    /// it; its place in the list does not tell.
    pub headline: bool,
    /// The milestone that this one was a part of, until a plan promised it by itself. The whole
    /// keeps its promises: what was promised of it was promised of this part too.
    pub split_from: Option<Id>,
    pub schedule: Schedule,
}

/// Every promise ever made for one milestone, and what became of it.
///
/// The first promise has a field of its own, so that no later one can take its place:
/// slippage is always told against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    pub original: Baseline,
    /// Later promises, in the order of their plans.
    pub rebaselines: Vec<Baseline>,
    pub met: Option<Met>,
    pub unmet: Option<Unmet>,
}

/// A promise: when, according to one plan, the milestone was to be met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    pub plan: PlanRef,
    pub promised: PartialDate,
    /// What the plan called the milestone, where that is another name than today's.
    pub called: Option<Text>,
    pub note: Option<Text>,
    pub sources: Vec<SourceRef>,
}

/// That a milestone was met, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    pub date: PartialDate,
    /// When it became public, where that was later.
    pub public: Option<PartialDate>,
    pub note: Option<Text>,
    pub sources: Vec<SourceRef>,
}

/// That a milestone had not been met as far as our sources tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmet {
    /// When it was given up, if it was.
    pub dropped: Option<PartialDate>,
    /// Until when our sources tell that it had not been met. It wins over what plans and events
    /// tell of it: whether it was met afterwards is not known.
    pub told_until: Option<PartialDate>,
    /// Always there today; absent in what was known on an earlier day.
    pub note: Option<Text>,
    pub sources: Vec<SourceRef>,
}

impl Schedule {
    /// All promises, oldest first. Never empty.
    pub fn baselines(&self) -> impl DoubleEndedIterator<Item = &Baseline> {
        std::iter::once(&self.original).chain(&self.rebaselines)
    }

    /// When the milestone was given up, if it was.
    pub fn dropped(&self) -> Option<PartialDate> {
        self.unmet.as_ref().and_then(|unmet| unmet.dropped)
    }

    /// Until when sources tell that it had not been met, where the data says so.
    pub fn told_until(&self) -> Option<PartialDate> {
        self.unmet.as_ref().and_then(|unmet| unmet.told_until)
    }

    /// The promise in force: the last one made.
    pub fn latest(&self) -> &Baseline {
        self.rebaselines.last().unwrap_or(&self.original)
    }
}
