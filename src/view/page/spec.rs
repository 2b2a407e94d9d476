//! The entry of a page in the table of pages. It stands in the page's own file.

use super::needs::PageFacts;
use crate::i18n::Key;
use crate::model::{Procurement, SourceRef};
use crate::route::Page;
use crate::view::block::Block;
use crate::view::{PageState, Site};

/// What there is to know of a page, whatever is chosen on it. Its path stands in `route`, and its
/// figure, which lends it sentence and sources, in [`crate::view::figure`].
pub struct PageSpec {
    /// What it is called and what it is for; `None` where its ids name nothing.
    pub about: fn(Site, &Page) -> Option<About>,
    /// The words of the link to it above every page.
    pub header: Option<Key>,
    /// The words of the link to it beneath every page.
    pub footer: Option<Key>,
    /// Whether it shows what is known of the procurements, and not just of one.
    pub of_many: bool,
    /// Which facts it is made from.
    pub facts: PageFacts,
    /// What stands in `<main>`; `None` where its ids name nothing.
    pub blocks: for<'a> fn(PageState<'a>, &Page) -> Option<Vec<Block<'a>>>,
    /// Tells the sources of the facts that it is about, where that is not its figure's to tell.
    pub sources: Option<TellSources>,
}

/// Tells every source of a page.
pub type TellSources = fn(Site, &Page, &mut dyn FnMut(SourceRef));

/// What a page is called, without the name of the site, and what it is for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    pub title: String,
    pub description: String,
}

impl About {
    /// The words of a page that are the same for whatever it shows.
    pub fn words(site: Site, title: Key, description: Key) -> Option<About> {
        let words = |key: Key| site.t(key).to_owned();
        Some(About { title: words(title), description: words(description) })
    }

    /// Those of a page about something of a procurement, whose name goes before.
    pub fn within(site: Site, of: &Procurement, title: &str, description: String) -> About {
        About { title: format!("{}: {title}", site.text(&of.name)), description }
    }
}
