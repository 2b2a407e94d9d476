//! Where a fact comes from.

use super::{Day, Id, PartialDate, Text};
use serde::{Deserialize, Serialize};

/// A document that anyone can open: an article, a decision, a press release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub id: Id,
    /// Who published it.
    pub publisher: String,
    /// The headline in the original language; absent when it was not seen.
    pub title: Option<String>,
    /// An `http` or `https` address.
    pub url: String,
    /// When it was published; absent when the copy that was read is undated.
    pub published: Option<PartialDate>,
    pub language: SourceLanguage,
    pub kind: SourceKind,
    /// How it was read or what it is, when that matters ("machine translation").
    pub note: Option<Text>,
    /// When the last fact that rests on it became known: of an undated source in a part of the
    /// data set, which need not have that fact. Nobody writes it; what a page loads has it.
    pub told: Option<Day>,
}

/// The language that a source is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SourceLanguage {
    Swedish,
    English,
    Finnish,
    Norwegian,
    Danish,
}

/// What kind of document a source is. A blog is never shown as news.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SourceKind {
    News,
    Authority,
    PressRelease,
    AuditReport,
    Court,
    /// A supplier's own text.
    Vendor,
    Blog,
}
