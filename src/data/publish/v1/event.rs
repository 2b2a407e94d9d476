//! What happened, and what was said.

use super::date::Date;
use super::{Ids, Words, words};
use crate::data::words::Word;
use crate::model;
use serde::Serialize;

/// An event. One of low confidence is unconfirmed and belongs in no chart and no sum.
#[derive(Debug, Serialize)]
pub struct Event<'a> {
    pub id: &'a str,
    pub date: Date,
    pub public: Option<Date>,
    pub kind: &'static str,
    pub title: Words<'a>,
    pub text: Words<'a>,
    pub parties: Vec<&'a str>,
    pub sources: Vec<&'a str>,
    pub confidence: &'static str,
    pub landmark: bool,
    /// `programme` or `elsewhere`, or the milestones of which it tells whether they had been met.
    pub tells_of: Option<Vec<&'a str>>,
}

/// A position that somebody took in public.
#[derive(Debug, Serialize)]
pub struct Statement<'a> {
    pub id: &'a str,
    pub date: Date,
    pub public: Option<Date>,
    pub by: Words<'a>,
    pub text: Words<'a>,
    pub sources: Vec<&'a str>,
}

impl<'a> Event<'a> {
    pub(super) fn new(event: &'a model::Event, ids: Ids<'a>) -> Event<'a> {
        Event {
            id: event.id.as_str(),
            date: Date::new(event.date),
            public: event.public.map(Date::new),
            kind: event.kind.word(),
            title: words(&event.title),
            text: words(&event.text),
            parties: ids.parties(&event.parties),
            sources: ids.sources(&event.sources),
            confidence: event.confidence.word(),
            landmark: event.landmark,
            tells_of: event.tells_of.as_ref().map(|of| match of {
                model::TellsOf::Programme => vec!["programme"],
                model::TellsOf::Elsewhere => vec!["elsewhere"],
                model::TellsOf::Milestones(those) => those.iter().map(model::Id::as_str).collect(),
            }),
        }
    }
}

impl<'a> Statement<'a> {
    pub(super) fn new(statement: &'a model::Statement, ids: Ids<'a>) -> Statement<'a> {
        Statement {
            id: statement.id.as_str(),
            date: Date::new(statement.date),
            public: statement.public.map(Date::new),
            by: words(&statement.by),
            text: words(&statement.text),
            sources: ids.sources(&statement.sources),
        }
    }
}
