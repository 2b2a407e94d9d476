//! Promises, oldest first: a new one stands below the old one, never in its place.

use super::date::Date;
use super::{Ids, Words, maybe_words, words};
use crate::data::words::Word;
use crate::model;
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
    /// Whether the headline slip is told of it.
    pub headline: bool,
    /// The milestone that this one was a part of until a plan promised it by itself.
    pub split_from: Option<&'a str>,
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
        plans: &'a [model::Plan],
        ids: Ids<'a>,
    ) -> Milestone<'a> {
        let promise = |baseline: &'a model::Baseline| Promise {
            plan: plans[usize::from(baseline.plan.0)].id.as_str(),
            promised: Date::new(baseline.promised),
            called: maybe_words(&baseline.called),
            note: maybe_words(&baseline.note),
            sources: ids.sources(&baseline.sources),
        };
        let schedule = &milestone.schedule;
        Milestone {
            id: milestone.id.as_str(),
            name: words(&milestone.name),
            headline: milestone.headline,
            split_from: milestone.split_from.as_ref().map(model::Id::as_str),
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
