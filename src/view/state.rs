//! What a page is made from: the facts, the reader's choice, and what they have opened.

use super::Site;
use crate::analysis::search::Index;
use crate::model::Id;
use crate::route::{BadValue, Selection};

/// All that a page is a function of, beside its address.
#[derive(Clone, Copy)]
pub struct PageState<'a> {
    pub site: Site<'a>,
    pub selection: &'a Selection,
    /// Values in the address that mean nothing: the page says so.
    pub bad: &'a [BadValue],
    pub opened: Option<&'a Opened>,
    pub search: Search,
    /// Whether the page is written to a file, and nobody has opened anything.
    pub prerendering: bool,
}

/// Events that a reader has opened on a chart, by their ids and that of their procurement: their
/// places would be those of other events on another day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub procurement: Id,
    pub events: Vec<Id>,
}

/// How far a search has come.
#[derive(Debug, Clone, Copy, Default)]
pub struct Search {
    pub index: SearchIndex,
    /// Whether the reader has asked for all that was found.
    pub all: bool,
}

/// The index of the search, which is fetched when somebody wants to search.
#[derive(Debug, Clone, Copy, Default)]
pub enum SearchIndex {
    /// Nobody has wanted it.
    #[default]
    Idle,
    Loading,
    Ready(&'static Index),
    Failed,
}
