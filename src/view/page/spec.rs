//! The entry of a page in the table of pages. It stands in the page's own file.

use super::needs::PageFacts;
use crate::i18n::Key;
use crate::model::{Procurement, SourceRef};
use crate::route::Page;
use crate::view::block::Block;
use crate::view::figure::FigureSpec;
use crate::view::picture::Pictured;
use crate::view::{PageState, Site};

/// What every page has to know of a page, since it may lead there. Its path stands in `route`.
pub struct PageSpec {
    /// The words of the link to it above every page.
    pub header: Option<Key>,
    /// The words of the link to it beneath every page.
    pub footer: Option<Key>,
    /// Whether it shows what is known of the procurements, and not just of one.
    pub of_many: bool,
    /// Which facts it is made from.
    pub facts: PageFacts,
    /// The part of the WASM that its content is in; `None` where every reader has it.
    pub chunk: Option<Chunk>,
}

impl PageSpec {
    /// A page of one procurement or of a fact of it, which no page leads to by a word of its own.
    pub const OF_ONE: PageSpec = PageSpec {
        header: None,
        footer: None,
        of_many: false,
        facts: PageFacts::OF_ONE,
        chunk: Some(Chunk::Charts),
    };
}

/// A part of the WASM that only those readers fetch who see one of its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chunk {
    /// Pages of figures, and of what stands in them.
    Charts,
    /// Pages of words and lists.
    Texts,
    /// How figures are taken along.
    Reuse,
}

impl Chunk {
    /// What it is called in [`super::content`] and in the names of files.
    pub fn name(self) -> &'static str {
        match self {
            Chunk::Charts => "charts",
            Chunk::Texts => "texts",
            Chunk::Reuse => "reuse",
        }
    }

    /// Whether a file holds code of it. A file that several chunks share names them all:
    /// `shared-charts-texts-1a2b3c4d5e.wasm`.
    pub fn is_in(self, file: &str) -> bool {
        let name = file.rsplit('/').next().unwrap_or(file);
        name.split(['-', '.']).any(|part| part == self.name())
    }
}

/// What a page shows. Only who has come to the page has the code of it: another page must not name
/// it.
pub struct PageContent {
    /// What it is called and what it is for; `None` where its ids name nothing.
    pub about: fn(Site, &Page) -> Option<About>,
    /// What stands in `<main>`; `None` where its ids name nothing.
    pub blocks: for<'a> fn(PageState<'a>, &Page) -> Option<Vec<Block<'a>>>,
    /// Its figure, which lends it sentence and sources, where it has one of its own.
    pub figure: Option<&'static FigureSpec>,
    /// The figures that there are pictures of, where these are not its one figure of all.
    pub pictures: Option<fn(Site, &Page) -> Vec<Pictured>>,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_names_the_chunks_that_need_it() {
        let shared = "/some/charts/assets/shared-charts-texts-1a2b3c4d5e.wasm";
        assert!(Chunk::Charts.is_in(shared) && Chunk::Texts.is_in(shared));
        assert!(Chunk::Texts.is_in("texts.wasm"));
        assert!(!Chunk::Charts.is_in("/some/charts/assets/texts-1a2b3c4d5e.wasm"));
    }
}
