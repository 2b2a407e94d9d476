//! The block of a page's head that search engines read; see [`schema_org`].
//!
//! The policy of the page needs no word for it: a script element whose type is no script's is a
//! data block, which no browser runs.

use super::document::Reading;
use super::head::{Head, name};
use crate::model::Dataset;
use crate::open_data::schema_org::{self, Told};
use crate::route::Page;
use crate::view::Site;

/// The block of a page of the app, as a line of its head. `record` has all facts, also those that
/// the page itself is made without.
pub fn of_page(site: Site, record: &Dataset, page: &Page, head: &Head) -> String {
    let (root, name) = (root(site), name(site, page));
    let told = Told {
        dataset: record,
        words: site.messages,
        root: &root,
        name: &name,
        description: &head.description,
    };
    line(schema_org::of_page(told, page))
}

/// The same for a page of plain reading.
pub fn of_document(site: Site, record: &Dataset, reading: &Reading) -> String {
    let root = root(site);
    let told = Told {
        dataset: record,
        words: site.messages,
        root: &root,
        name: &reading.title,
        description: &reading.description,
    };
    line(schema_org::of_document(told, reading.document))
}

fn root(site: Site) -> String {
    format!("{}{}", site.origin, site.base)
}

fn line(script: Option<String>) -> String {
    script.map_or_else(String::new, |script| {
        format!("<script type=\"application/ld+json\">{script}</script>\n")
    })
}
