//! Promises, oldest first: a new one stands below the old one, never in its place.

use super::date::Date;
use super::slip::Slip;
use super::{Ids, Words, maybe_words, words};
use crate::analysis::knowledge::horizon;
use crate::analysis::slippage::slippage;
use crate::model;
use crate::model::Word;
use serde::Serialize;

/// A plan as it was announced.
#[derive(Debug, Serialize)]
pub struct Plan<'a> {
    pub id: &'a str,
    pub announced: Date,
    pub public: Option<Date>,
    pub form: &'static str,
    pub by: Words<'a>,
    pub note: Option<Words<'a>>,
    pub sources: Vec<&'a str>,
}

/// A milestone with everything that was promised about it.
#[derive(Debug, Serialize)]
pub struct Milestone<'a> {
    pub id: &'a str,
    pub name: Words<'a>,
    /// The milestone that this one was a part of until a plan promised it by itself.
    pub split_from: Option<&'a str>,
    /// Up to when it is known whether it was met.
    pub known_through: Date,
    /// What the first promise came to.
    pub slip_first: Slip,
    /// What the latest promise came to.
    pub slip_latest: Slip,
    /// Never empty; the first is the one that slips are told against.
    pub promises: Vec<Promise<'a>>,
    pub met: Option<Met<'a>>,
    pub unmet: Option<Unmet<'a>>,
}

/// What one plan promised.
#[derive(Debug, Serialize)]
pub struct Promise<'a> {
    pub plan: &'a str,
    pub promised: Date,
    /// What this very promise came to.
    pub slip: Slip,
    /// What the plan called the milestone, where that is another name than today's.
    pub called: Option<Words<'a>>,
    pub note: Option<Words<'a>>,
    pub sources: Vec<&'a str>,
}

/// That it happened.
#[derive(Debug, Serialize)]
pub struct Met<'a> {
    pub date: Date,
    pub public: Option<Date>,
    pub note: Option<Words<'a>>,
    pub sources: Vec<&'a str>,
}

/// That it had not happened.
#[derive(Debug, Serialize)]
pub struct Unmet<'a> {
    /// When it was given up, if it was.
    pub dropped: Option<Date>,
    /// Until when sources tell that it had not happened, where they tell of other things for longer.
    pub told_until: Option<Date>,
    pub note: Option<Words<'a>>,
    pub sources: Vec<&'a str>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(plan: &'a model::Plan, ids: Ids<'a>) -> Plan<'a> {
        Plan {
            id: plan.id.as_str(),
            announced: Date::new(plan.announced),
            public: plan.public.map(Date::new),
            form: plan.form.word(),
            by: words(&plan.by),
            note: maybe_words(&plan.note),
            sources: ids.sources(&plan.sources),
        }
    }
}

impl<'a> Milestone<'a> {
    pub(super) fn new(
        milestone: &'a model::Milestone,
        of: &'a model::Procurement,
        ids: Ids<'a>,
    ) -> Milestone<'a> {
        let schedule = &milestone.schedule;
        let horizon = horizon(of, milestone);
        let slip = |promise| Slip::new(slippage(promise, schedule, horizon));
        let promise = |baseline: &'a model::Baseline| Promise {
            plan: of.plans[usize::from(baseline.plan.0)].id.as_str(),
            promised: Date::new(baseline.promised),
            slip: slip(baseline),
            called: maybe_words(&baseline.called),
            note: maybe_words(&baseline.note),
            sources: ids.sources(&baseline.sources),
        };
        Milestone {
            id: milestone.id.as_str(),
            name: words(&milestone.name),
            split_from: milestone.split_from.as_ref().map(model::Id::as_str),
            known_through: Date::new(horizon.known),
            slip_first: slip(&schedule.original),
            slip_latest: slip(schedule.latest()),
            promises: schedule.baselines().map(promise).collect(),
            met: schedule.met.as_ref().map(|met| Met {
                date: Date::new(met.date),
                public: met.public.map(Date::new),
                note: maybe_words(&met.note),
                sources: ids.sources(&met.sources),
            }),
            unmet: schedule.unmet.as_ref().map(|unmet| Unmet {
                dropped: unmet.dropped.map(Date::new),
                told_until: unmet.told_until.map(Date::new),
                note: maybe_words(&unmet.note),
                sources: ids.sources(&unmet.sources),
            }),
        }
    }
}
