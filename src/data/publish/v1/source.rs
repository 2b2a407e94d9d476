//! What facts are taken from.

use super::date::Date;
use super::{Words, maybe_words};
use crate::data::words::Word;
use crate::model;
use serde::Serialize;

/// A document.
#[derive(Debug, Serialize)]
pub struct Source<'a> {
    pub id: &'a str,
    pub publisher: &'a str,
    pub title: Option<&'a str>,
    pub url: &'a str,
    pub published: Option<Date>,
    pub language: &'static str,
    pub kind: &'static str,
    pub note: Option<Words<'a>>,
}

impl<'a> Source<'a> {
    pub fn new(source: &'a model::Source) -> Source<'a> {
        Source {
            id: source.id.as_str(),
            publisher: &source.publisher,
            title: source.title.as_deref(),
            url: &source.url,
            published: source.published.map(Date::new),
            language: source.language.word(),
            kind: source.kind.word(),
            note: maybe_words(&source.note),
        }
    }
}
