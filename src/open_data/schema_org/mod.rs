//! What a page says of itself to search engines: schema.org as JSON-LD, one block in its head.
//!
//! `Dataset` with its downloads, `Event` and `Claim` on the pages of those, and the way to each
//! page. Nothing here rates or judges: a claim is told with who made it and where it is found,
//! never with whether it is true, so `ClaimReview` is not used.
//!
//! Every address is whole, since what is taken out of a page has lost its place. So a site that
//! does not know where it stands says nothing of the kind, and embedded charts do not either:
//! their facts have pages of their own.

mod claim;

mod crumbs;

mod dataset;

mod event;

mod thing;

use crate::i18n::Messages;
use crate::model::{Dataset, Id, Lang, Procurement};
use crate::route::{Address, Document, Page};
use serde_json::{Value, json};

/// A page, and what it stands on.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The whole record, also for a page that shows less of it.
    pub dataset: &'a Dataset,
    /// The words of the page's language.
    pub words: &'a Messages,
    /// What every address begins with: `https://example.org/some/dir/`.
    pub root: &'a str,
    /// What the page is called, without the name of the site.
    pub name: &'a str,
    /// What the page says in its description.
    pub description: &'a str,
}

/// What a page says of itself, as the text of a `<script type="application/ld+json">`; nothing
/// where it has nothing to say, or no whole address to say it with.
pub fn of_page(told: Told, page: &Page) -> Option<String> {
    let nodes = match page {
        _ if !told.is_placed() => vec![],
        Page::NotFound | Page::Embed(..) | Page::Reuse(..) => vec![],
        Page::Overview => vec![dataset::record(told)],
        Page::Procurement(id) => {
            told.procurement(id).map(|one| dataset::procurement(told, one)).into_iter().collect()
        }
        Page::Event(id, fact) => {
            told.procurement(id).and_then(|one| event::event(told, one, fact)).into_iter().collect()
        }
        Page::Claim(id, fact) => {
            told.procurement(id).and_then(|one| claim::claim(told, one, fact)).into_iter().collect()
        }
        _ => vec![],
    };
    script(nodes.into_iter().chain(crumbs::to_page(told, page)).collect())
}

/// The same for a page of plain reading.
pub fn of_document(told: Told, document: Document) -> Option<String> {
    if !told.is_placed() {
        return None;
    }
    let record = (document == Document::Data).then(|| dataset::record_with_parts(told));
    script(record.into_iter().chain([crumbs::to_document(told, document)]).collect())
}

impl<'a> Told<'a> {
    fn lang(self) -> Lang {
        self.words.lang()
    }

    fn is_placed(self) -> bool {
        self.root.starts_with("http")
    }

    fn url(self, page: Page) -> String {
        format!("{}{}", self.root, Address::new(self.lang(), page))
    }

    fn procurement(self, id: &Id) -> Option<&'a Procurement> {
        self.dataset.procurement(id.as_str())
    }
}

/// Nodes as text that can stand within a script element whatever they say, and within the shell,
/// whose holes open with two braces.
fn script(nodes: Vec<Value>) -> Option<String> {
    if nodes.is_empty() {
        return None;
    }
    let text = json!({ "@context": "https://schema.org", "@graph": nodes }).to_string();
    // Neither letter comes from JSON itself, so each stands in a text and may be written so.
    Some(text.replace('<', "\\u003c").replace("{{", "{\\u007b"))
}
