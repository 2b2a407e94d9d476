//! `events.toml` and `statements.toml`: what happened, and what was said about it.

use super::{Entry, Fields, Record};
use crate::data::problem::ProblemKind;
use crate::model::{Confidence, Event, EventKind, Id, PartialDate, Text};
use toml::Spanned;

/// What stands in `tells-of` for the whole programme. No milestone is called so.
pub const PROGRAMME: &str = "programme";

/// What stands there for an event that speaks of something else than this procurement.
pub const ELSEWHERE: &str = "elsewhere";

/// All of `events.toml`.
#[derive(Debug)]
pub struct EventsRecord {
    pub events: Vec<Entry<EventRecord>>,
}

/// One `[[event]]`.
#[derive(Debug)]
pub struct EventRecord {
    pub id: Option<Spanned<Id>>,
    pub date: Option<Spanned<PartialDate>>,
    pub kind: Option<EventKind>,
    pub title: Option<Text>,
    pub text: Option<Text>,
    pub parties: Vec<Spanned<String>>,
    pub sources: Vec<Spanned<String>>,
    pub confidence: Option<Confidence>,
    pub landmark: Option<bool>,
    pub note: Option<Text>,
    pub public: Option<Spanned<PartialDate>>,
    /// The word `programme` or `elsewhere`, or milestones of the same folder; there may be none in the list.
    pub tells_of: Option<Vec<Spanned<String>>>,
}

/// All of `statements.toml`.
#[derive(Debug)]
pub struct StatementsRecord {
    pub statements: Vec<Entry<StatementRecord>>,
}

/// One `[[statement]]`.
#[derive(Debug)]
pub struct StatementRecord {
    pub id: Option<Spanned<Id>>,
    pub date: Option<Spanned<PartialDate>>,
    pub public: Option<Spanned<PartialDate>>,
    pub by: Option<Text>,
    pub text: Option<Text>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for EventsRecord {
    fn read(fields: &mut Fields) -> Self {
        EventsRecord { events: fields.entries("event") }
    }
}

impl Record for EventRecord {
    fn read(fields: &mut Fields) -> Self {
        EventRecord {
            id: fields.required("id"),
            date: fields.required("date"),
            kind: fields.required("kind"),
            title: fields.required("title"),
            text: fields.required("text"),
            parties: fields.parties("parties"),
            sources: fields.sources("sources"),
            confidence: fields.required("confidence"),
            landmark: fields.optional("landmark"),
            note: note(fields),
            public: fields.optional("public"),
            tells_of: fields.milestones_or("tells-of", &[PROGRAMME, ELSEWHERE]),
        }
    }
}

impl Record for StatementsRecord {
    fn read(fields: &mut Fields) -> Self {
        StatementsRecord { statements: fields.entries("statement") }
    }
}

impl Record for StatementRecord {
    fn read(fields: &mut Fields) -> Self {
        StatementRecord {
            id: fields.required("id"),
            date: fields.required("date"),
            public: fields.optional("public"),
            by: fields.required("by"),
            text: fields.required("text"),
            sources: fields.sources("sources"),
        }
    }
}

/// A note that fits under the narrowest drawing.
fn note(fields: &mut Fields) -> Option<Text> {
    let note: Text = fields.optional("note")?;
    let long = [&note.sv, &note.en].into_iter().find(|text| text.chars().count() > Event::NOTE);
    let Some(long) = long else { return Some(note) };
    let field = fields.field("note");
    let kind = ProblemKind::TooLong { field, text: long.to_string(), most: Event::NOTE };
    fields.note(fields.span.clone(), kind);
    None
}
