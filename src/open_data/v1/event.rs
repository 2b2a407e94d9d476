//! What happened, and what was said.

use super::date::Date;
use super::page::Page;
use super::{Ids, Words, maybe_words, words};
use crate::model;
use crate::model::Word;
use crate::route;
use serde::Serialize;

/// An event. One of low confidence is unconfirmed and belongs in no chart and no sum.
#[derive(Debug, Serialize)]
pub struct Event<'a> {
    pub id: &'a str,
    pub page: Page,
    pub date: Date,
    pub public: Option<Date>,
    pub kind: &'static str,
    pub title: Words<'a>,
    pub text: Words<'a>,
    pub parties: Vec<&'a str>,
    pub sources: Vec<&'a str>,
    pub confidence: &'static str,
    pub landmark: bool,
    /// What the ladder of the first go-live says of it.
    pub note: Option<Words<'a>>,
    /// Absent where it makes no difference.
    pub tells_of: Option<TellsOf<'a>>,
}

/// Of what an event tells whether it had been met by then.
#[derive(Debug, Serialize)]
pub struct TellsOf<'a> {
    /// `programme`, `milestones` or `elsewhere`.
    pub what: &'static str,
    /// Which ones, for `milestones`; there may be none.
    pub milestones: Vec<&'a str>,
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
    pub(super) fn new(event: &'a model::Event, of: &model::Procurement, ids: Ids<'a>) -> Event<'a> {
        Event {
            id: event.id.as_str(),
            page: Page::new(route::Page::Event(of.id.clone(), event.id.clone()), ids),
            date: Date::new(event.date),
            public: event.public.map(Date::new),
            kind: event.kind.word(),
            title: words(&event.title),
            text: words(&event.text),
            parties: ids.parties(&event.parties),
            sources: ids.sources(&event.sources),
            confidence: event.confidence.word(),
            landmark: event.landmark,
            note: maybe_words(&event.note),
            tells_of: event.tells_of.as_ref().map(TellsOf::new),
        }
    }
}

impl<'a> TellsOf<'a> {
    /// Every word for what an event can tell of.
    pub const WHAT: [&'static str; 3] = ["programme", "milestones", "elsewhere"];

    fn new(of: &'a model::TellsOf) -> TellsOf<'a> {
        let (what, milestones) = match of {
            model::TellsOf::Programme => ("programme", vec![]),
            model::TellsOf::Elsewhere => ("elsewhere", vec![]),
            model::TellsOf::Milestones(those) => {
                ("milestones", those.iter().map(model::Id::as_str).collect())
            }
        };
        TellsOf { what, milestones }
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
