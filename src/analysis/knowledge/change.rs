//! A piece of news: something that became known.

use crate::model::{Day, Id, PartialDate, ProcurementRef};

/// Something that became known about a procurement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// An event.
    Event(Known),
    /// A plan, and which milestones it moved or promised for the first time.
    Plan { plan: Known, moves: Vec<Move> },
    /// That a claim was raised: the first of its steps that became known.
    Claim(Known),
    /// A later step of a claim, by its position in [`Claim::steps`](crate::model::Claim::steps).
    ClaimStep { claim: Known, step: usize },
    /// A part of what was received on a claim, by its position in
    /// [`Claim::received`](crate::model::Claim::received), where no step tells of it that day.
    Received { claim: Known, part: usize },
    /// That a milestone was met.
    Met(Known),
    /// That a milestone was given up.
    Dropped(Known),
    /// A cost figure.
    Cost(Known),
}

/// Which fact became known, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Where its procurement stands in the data set.
    pub procurement: ProcurementRef,
    /// The id of the event, plan, claim, milestone or cost.
    pub id: Id,
    pub day: Day,
}

/// A promise that a plan made anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    pub milestone: Id,
    /// What had been promised until then; `None` when the plan was the first to promise it.
    pub from: Option<PartialDate>,
    pub to: PartialDate,
}

impl Change {
    /// Which fact became known, and when.
    pub fn known(&self) -> &Known {
        match self {
            Change::Event(known)
            | Change::Claim(known)
            | Change::Met(known)
            | Change::Dropped(known)
            | Change::Cost(known) => known,
            Change::Plan { plan, .. } => plan,
            Change::ClaimStep { claim, .. } | Change::Received { claim, .. } => claim,
        }
    }
}
