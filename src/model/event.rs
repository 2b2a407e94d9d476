//! Something dated that happened.

use super::{Id, PartialDate, PartyRef, SourceRef, Text};
use serde::{Deserialize, Serialize};

/// One thing that happened, with its sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub id: Id,
    pub date: PartialDate,
    /// When it became public, where that was later.
    pub public: Option<PartialDate>,
    pub kind: EventKind,
    pub title: Text,
    pub text: Text,
    pub parties: Vec<PartyRef>,
    pub sources: Vec<SourceRef>,
    pub confidence: Confidence,
    /// Whether charts always label it: signing, go-live, pause, end.
    pub landmark: bool,
    /// What the ladder of the first go-live says of it, in a few words, on its day.
    pub note: Option<Text>,
    /// Of which milestones it tells whether they had been met by then; absent where nobody
    /// has said, and then it counts for none of them.
    pub tells_of: Option<TellsOf>,
}

/// Of which milestones a fact tells whether they had been met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TellsOf {
    /// Of all: it speaks of the programme as a whole.
    Programme,
    /// Of these, or of none of them.
    Milestones(Vec<Id>),
    /// Of none, since it speaks of something else than this procurement.
    Elsewhere,
}

impl TellsOf {
    /// Whether it tells of this milestone.
    pub fn covers(&self, milestone: &Id) -> bool {
        match self {
            TellsOf::Programme => true,
            TellsOf::Milestones(those) => those.contains(milestone),
            TellsOf::Elsewhere => false,
        }
    }
}

/// How sure the sources make us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// Shown as unconfirmed and kept out of charts and arithmetic.
    Low,
    Medium,
    High,
}

/// What kind of thing happened. Words follow OCDS and the practice of record-system projects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EventKind {
    Tender,
    Award,
    Contract,
    Appeal,
    Ruling,
    Decision,
    Plan,
    Replan,
    GoLive,
    Pause,
    Cancellation,
    Incident,
    Audit,
    Supervision,
    Cost,
    Staffing,
    Claim,
    Response,
    Settlement,
    Ownership,
    /// What a buyer did afterwards with another supplier.
    Successor,
    Other,
}

/// The kinds that a reader filters by: few enough to be buttons on a phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EventGroup {
    /// Tender, award, court, contract.
    Procedure,
    /// Plans and new plans.
    Plans,
    /// Going live, pauses, incidents, the end.
    Use,
    /// Claims, answers, settlements.
    Claims,
    Money,
    /// Audits and supervision.
    Review,
    Staffing,
    /// Decisions, changes of owner, what came after, and the rest.
    Decisions,
}

impl EventGroup {
    /// Every group, in the order of the filter.
    pub const ALL: [EventGroup; 8] = [
        EventGroup::Procedure,
        EventGroup::Plans,
        EventGroup::Use,
        EventGroup::Claims,
        EventGroup::Money,
        EventGroup::Review,
        EventGroup::Staffing,
        EventGroup::Decisions,
    ];
}

impl Event {
    /// How many letters a note may have.
    pub const NOTE: usize = 22;
}

impl EventKind {
    /// The group that a reader finds it in.
    pub fn group(self) -> EventGroup {
        match self {
            EventKind::Tender
            | EventKind::Award
            | EventKind::Contract
            | EventKind::Appeal
            | EventKind::Ruling => EventGroup::Procedure,
            EventKind::Plan | EventKind::Replan => EventGroup::Plans,
            EventKind::GoLive
            | EventKind::Pause
            | EventKind::Cancellation
            | EventKind::Incident => EventGroup::Use,
            EventKind::Claim | EventKind::Response | EventKind::Settlement => EventGroup::Claims,
            EventKind::Cost => EventGroup::Money,
            EventKind::Audit | EventKind::Supervision => EventGroup::Review,
            EventKind::Staffing => EventGroup::Staffing,
            EventKind::Decision
            | EventKind::Ownership
            | EventKind::Successor
            | EventKind::Other => EventGroup::Decisions,
        }
    }
}
