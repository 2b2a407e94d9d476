//! `plans.toml`: what was promised when, and what became of it.

use super::{Entry, Fields, Mentioned, Record};
use crate::model::{Id, PartialDate, PlanForm, Text};
use toml::Spanned;

/// The whole file.
#[derive(Debug, Default)]
pub struct PlansRecord {
    /// The milestone behind the headline slip.
    pub headline: Option<Spanned<String>>,
    pub milestones: Vec<Entry<MilestoneRecord>>,
    pub plans: Vec<Entry<PlanRecord>>,
    pub met: Vec<Entry<MetRecord>>,
    pub unmet: Vec<Entry<UnmetRecord>>,
}

/// One `[[milestone]]`.
#[derive(Debug)]
pub struct MilestoneRecord {
    pub id: Option<Spanned<Id>>,
    pub name: Option<Text>,
    pub split_from: Option<Spanned<String>>,
}

/// One `[[plan]]`.
#[derive(Debug)]
pub struct PlanRecord {
    pub id: Option<Spanned<Id>>,
    pub announced: Option<Spanned<PartialDate>>,
    pub public: Option<Spanned<PartialDate>>,
    pub form: Option<PlanForm>,
    pub by: Option<Text>,
    pub note: Option<Text>,
    pub sources: Vec<Spanned<String>>,
    pub promises: Vec<Entry<PromiseRecord>>,
}

/// One `[[plan.promise]]`.
#[derive(Debug)]
pub struct PromiseRecord {
    pub milestone: Option<Spanned<String>>,
    pub promised: Option<Spanned<PartialDate>>,
    pub called: Option<Text>,
    pub note: Option<Text>,
    pub sources: Vec<Spanned<String>>,
}

/// One `[[met]]`.
#[derive(Debug)]
pub struct MetRecord {
    pub milestone: Option<Spanned<String>>,
    pub date: Option<Spanned<PartialDate>>,
    pub public: Option<Spanned<PartialDate>>,
    pub note: Option<Text>,
    pub sources: Vec<Spanned<String>>,
}

/// One `[[unmet]]`.
#[derive(Debug)]
pub struct UnmetRecord {
    pub milestone: Option<Spanned<String>>,
    pub dropped: Option<Spanned<PartialDate>>,
    pub told_until: Option<Spanned<PartialDate>>,
    pub note: Option<Text>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for PlansRecord {
    fn read(fields: &mut Fields) -> Self {
        PlansRecord {
            headline: fields.optional_reference("headline", Mentioned::Milestone),
            milestones: fields.entries("milestone"),
            plans: fields.entries("plan"),
            met: fields.entries("met"),
            unmet: fields.entries("unmet"),
        }
    }
}

impl Record for MilestoneRecord {
    fn read(fields: &mut Fields) -> Self {
        MilestoneRecord {
            id: fields.required("id"),
            name: fields.required("name"),
            split_from: fields.optional_reference("split-from", Mentioned::Milestone),
        }
    }
}

impl Record for PlanRecord {
    fn read(fields: &mut Fields) -> Self {
        PlanRecord {
            id: fields.required("id"),
            announced: fields.required("announced"),
            public: fields.optional("public"),
            form: fields.required("form"),
            by: fields.required("by"),
            note: fields.optional("note"),
            sources: fields.sources("sources"),
            promises: fields.entries("promise"),
        }
    }
}

impl Record for PromiseRecord {
    fn read(fields: &mut Fields) -> Self {
        PromiseRecord {
            milestone: fields.reference("milestone", Mentioned::Milestone),
            promised: fields.required("promised"),
            called: fields.optional("called"),
            note: fields.optional("note"),
            sources: fields.sources("sources"),
        }
    }
}

impl Record for MetRecord {
    fn read(fields: &mut Fields) -> Self {
        MetRecord {
            milestone: fields.reference("milestone", Mentioned::Milestone),
            date: fields.required("date"),
            public: fields.optional("public"),
            note: fields.optional("note"),
            sources: fields.sources("sources"),
        }
    }
}

impl Record for UnmetRecord {
    fn read(fields: &mut Fields) -> Self {
        UnmetRecord {
            milestone: fields.reference("milestone", Mentioned::Milestone),
            dropped: fields.optional("dropped"),
            told_until: fields.optional("told-until"),
            note: fields.required("note"),
            sources: fields.sources("sources"),
        }
    }
}
