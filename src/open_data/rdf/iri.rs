//! The IRIs of our things.
//!
//! An IRI is the address of the Swedish page that a thing stands on (Swedish is the site's first
//! language) and a fragment: `#it` for what the page is about, and else the kind of thing with its
//! id, as in `…/sv/upphandling/x/#milestone/first-go-live`. So whoever opens one in a browser
//! comes to the page. Ids are permanent, and so are the IRIs made of them.
//!
//! What has no id of its own in the record (a step of a claim, a demand, a former name) is called
//! by the first day of its date and its word, as in `#step/2023-02-10/raised`; of two that would
//! be called the same, the second gets `/2`. Such an IRI changes when its date is corrected.

use super::terms::{Space, Term, VOCABULARY};
use crate::model::Lang;
use crate::open_data::v1::date::Date;
use crate::open_data::v1::page::Page;
use crate::route;
use std::collections::BTreeMap;

/// What the page is about.
pub(super) fn subject(page: &Page) -> String {
    format!("{}#it", page.sv)
}

/// A thing on the page of another.
pub(super) fn on(whole: &str, kind: &str, id: &str) -> String {
    let page = whole.split('#').next().unwrap_or(whole);
    format!("{page}#{kind}/{id}")
}

/// The only one of its kind on the page of another: its contract, how many people live there.
pub(super) fn below_page(whole: &str, name: &str) -> String {
    match whole.strip_suffix("#it") {
        Some(page) => format!("{page}#{name}"),
        None => below(whole, name),
    }
}

/// A thing that belongs to another: its amount, the whole of its demands.
pub(super) fn below(whole: &str, name: &str) -> String {
    format!("{whole}/{name}")
}

/// A party: it has no page, so it stands in the register from A to Z.
pub(super) fn party(root: &str, id: &str) -> String {
    listed(root, route::Page::Register, "party", id)
}

/// A region, on the page of all regions.
pub(super) fn region(root: &str, id: &str) -> String {
    listed(root, route::Page::Regions, "region", id)
}

/// A source, at its place in the list of sources.
pub(super) fn source(root: &str, id: &str) -> String {
    format!("{root}{}#{id}", route::Address::new(Lang::Sv, route::Page::Sources))
}

/// The data set as a whole, by the name that the pages give it in their JSON-LD.
pub(super) fn dataset(root: &str) -> String {
    format!("{root}#record")
}

/// One of the fixed words of the record, as a concept of our vocabulary.
pub(super) fn concept(root: &str, scheme: &str, word: &str) -> String {
    format!("{root}{VOCABULARY}#{scheme}-{word}")
}

/// A language, in the list of the EU.
pub(super) fn language(code: &str) -> String {
    let name = match code {
        "sv" => "SWE",
        "en" => "ENG",
        "fi" => "FIN",
        "no" => "NOR",
        "da" => "DAN",
        // What the list calls a language that it does not name.
        _ => "MIS",
    };
    format!("http://publications.europa.eu/resource/authority/language/{name}")
}

/// A country, in the list of the EU.
pub(super) fn country(code: &str) -> String {
    let name = match code {
        "SE" => "SWE",
        "FI" => "FIN",
        "NO" => "NOR",
        "DK" => "DNK",
        "GB" => "GBR",
        "US" => "USA",
        "AU" => "AUS",
        _ => "OP_DATPRO",
    };
    format!("http://publications.europa.eu/resource/authority/country/{name}")
}

/// A term of schema.org.
pub(super) const fn schema(name: &'static str) -> Term {
    Term(Space::Schema, name)
}

/// Names for things without an id: their date, their word, and a number where that is not enough.
#[derive(Default)]
pub(super) struct Numbered(BTreeMap<String, usize>);

impl Numbered {
    pub fn name(&mut self, date: &Date, word: &str) -> String {
        let name = match word {
            "" => date.earliest.clone(),
            _ => format!("{}/{word}", date.earliest),
        };
        let seen = self.0.entry(name.clone()).or_default();
        *seen += 1;
        if *seen == 1 { name } else { format!("{name}/{seen}") }
    }
}

fn listed(root: &str, page: route::Page, kind: &str, id: &str) -> String {
    format!("{root}{}#{kind}/{id}", route::Address::new(Lang::Sv, page))
}
