//! What a page is made from: the facts, the reader's choice, and how far a search has come.

use super::Site;
use super::frame_height::Heights;
use crate::analysis::search::Index;
use crate::route::{BadValue, Selection};

/// All that a page is a function of, beside its address.
#[derive(Clone, Copy)]
pub struct PageState<'a> {
    pub site: Site<'a>,
    pub selection: &'a Selection,
    /// Values in the address that mean nothing: the page says so.
    pub bad: &'a [BadValue],
    pub search: Search,
    /// How high the preview of an embed is in columns of some widths, once it has told.
    pub preview: Option<&'a Heights>,
    /// Whether the page is written to a file, and nobody has opened anything.
    pub prerendering: bool,
}

impl<'a> PageState<'a> {
    /// What is written to a file: nobody has searched, and no address has been read.
    pub fn of_file(site: Site<'a>, selection: &'a Selection) -> PageState<'a> {
        PageState {
            site,
            selection,
            bad: &[],
            search: Search::default(),
            preview: None,
            prerendering: true,
        }
    }
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
