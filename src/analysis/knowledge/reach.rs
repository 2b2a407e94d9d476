//! How far our sources reach: of a procurement, and of each of its milestones.

use crate::model::{
    Confidence, Day, Event, Milestone, PartialDate, Plan, Procurement, Schedule, TellsOf,
};

/// Up to when it is known whether a milestone was met, and the day from which we look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Horizon {
    /// The last date on which a source tells of it, as vague as the source is.
    pub known: PartialDate,
    /// The day of the review, or the earlier day that a reader looks from.
    pub today: Day,
}

impl Horizon {
    /// The first day that the date may mean: beyond it nothing is certain.
    pub fn day(self) -> Day {
        self.known.range().first
    }
}

/// The last date of which our sources tell anything about a procurement.
///
/// It bounds every sentence about the whole: after this date we do not know. Unconfirmed events
/// do not move it, nor do events that speak of something else than this procurement.
pub fn known_through(procurement: &Procurement) -> PartialDate {
    let events = certain(procurement)
        .filter(|event| event.tells_of != Some(TellsOf::Elsewhere))
        .map(|event| event.date);
    let plans = procurement.plans.iter().map(|plan| plan.announced);
    let steps = procurement.claims.iter().flat_map(|claim| claim.steps.iter().map(|one| one.date));
    latest(events.chain(plans).chain(steps), procurement.reviewed)
}

/// Up to when it is known whether a milestone was met: the last date on which a source tells of
/// that very milestone or of the whole programme, never of something else. A plan tells of what
/// it promises, an event of what the data says that it tells of.
pub fn horizon(procurement: &Procurement, milestone: &Milestone) -> Horizon {
    let today = procurement.reviewed;
    let schedule = &milestone.schedule;
    if let Some(until) = schedule.told_until().filter(|until| until.range().first <= today) {
        return Horizon { known: until, today };
    }
    let plans = plans_for(procurement, schedule).map(|plan| plan.announced);
    let events = certain(procurement)
        .filter(|event| event.tells_of.as_ref().is_some_and(|of| of.covers(&milestone.id)))
        .map(|event| event.date);
    Horizon { known: latest(plans.chain(events), today), today }
}

/// The plans that promise a milestone.
fn plans_for<'a>(
    procurement: &'a Procurement,
    schedule: &'a Schedule,
) -> impl Iterator<Item = &'a Plan> {
    schedule.baselines().filter_map(|one| procurement.plans.get(usize::from(one.plan.0)))
}

/// The events that are sure enough to rest on. A vague date counts when all of it has passed.
fn certain(procurement: &Procurement) -> impl Iterator<Item = &Event> {
    procurement
        .events
        .iter()
        .filter(|event| event.confidence != Confidence::Low)
        .filter(|event| event.date.is_day() || event.date.range().last <= procurement.reviewed)
}

/// The date that begins last; where there is none, the day from which we look.
fn latest(dates: impl Iterator<Item = PartialDate>, today: Day) -> PartialDate {
    dates
        .filter(|date| date.range().first <= today)
        .max_by_key(|date| (date.range().first, date.range().last))
        .unwrap_or(PartialDate::Day(today))
}
