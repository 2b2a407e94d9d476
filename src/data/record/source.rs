//! `data/sources/<publisher>.toml`: what facts are taken from, a file a publisher.

use super::{Entry, Fields, Record};
use crate::model::{Id, PartialDate, SourceKind, SourceLanguage, Text};
use toml::Spanned;

/// The whole file.
#[derive(Debug)]
pub struct SourceFileRecord {
    pub id: Option<Spanned<Id>>,
    pub publisher: Option<String>,
    pub sources: Vec<Entry<SourceRecord>>,
}

/// One `[[source]]`.
#[derive(Debug)]
pub struct SourceRecord {
    pub id: Option<Spanned<Id>>,
    pub title: Option<String>,
    pub url: Option<Spanned<String>>,
    pub published: Option<Spanned<PartialDate>>,
    pub language: Option<SourceLanguage>,
    pub kind: Option<SourceKind>,
    pub note: Option<Text>,
}

impl Record for SourceFileRecord {
    fn read(fields: &mut Fields) -> Self {
        SourceFileRecord {
            id: fields.required("id"),
            publisher: fields.required("publisher"),
            sources: fields.entries("source"),
        }
    }
}

impl Record for SourceRecord {
    fn read(fields: &mut Fields) -> Self {
        SourceRecord {
            id: fields.required("id"),
            title: fields.optional("title"),
            url: fields.required("url"),
            published: fields.optional("published"),
            language: fields.required("language"),
            kind: fields.required("kind"),
            note: fields.optional("note"),
        }
    }
}
