//! What facts are taken from.

use super::date::Date;
use super::page::Page;
use super::{Ids, Words, maybe_words};
use crate::model;
use crate::model::Word;
use crate::route;
use serde::Serialize;

/// A document.
#[derive(Debug, Serialize)]
pub struct Source<'a> {
    pub id: &'a str,
    pub publisher: &'a str,
    pub title: Option<&'a str>,
    pub url: &'a str,
    /// Where it stands in our list of sources.
    pub page: Page,
    pub published: Option<Date>,
    pub language: &'static str,
    pub kind: &'static str,
    pub note: Option<Words<'a>>,
}

impl<'a> Source<'a> {
    pub(super) fn new(source: &'a model::Source, ids: Ids<'a>) -> Source<'a> {
        Source {
            id: source.id.as_str(),
            publisher: &source.publisher,
            title: source.title.as_deref(),
            url: &source.url,
            page: Page::anchored(route::Page::Sources, source.id.as_str(), ids),
            published: source.published.map(Date::new),
            language: source.language.word(),
            kind: source.kind.word(),
            note: maybe_words(&source.note),
        }
    }
}
