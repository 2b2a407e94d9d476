//! What there is to take away: the files that pages name in their heads and to search engines.
//!
//! Not every published file is one: schemas, READMEs and the parts of a package come with theirs.
//! Who adds a format adds a line here.

use super::{calendars, ocds, rdf, tables, v1};
use crate::model::{Lang, Procurement};

/// A file that somebody takes away whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// Where it lies below the site's root.
    pub path: String,
    /// Its media type, without parameters.
    pub media_type: &'static str,
    /// What it is, in the reader's language.
    pub name: String,
    /// What its format is called, where there is room for no more.
    pub format: &'static str,
    /// The language that it is in; absent when it is in both.
    pub lang: Option<Lang>,
    /// Published only by a site that knows its own address.
    pub needs_address: bool,
}

impl Download {
    /// Whether a site has it that knows its own address, or does not.
    pub fn is_there(&self, is_placed: bool) -> bool {
        is_placed || !self.needs_address
    }
}

/// The files that hold the whole record.
pub fn of_record(lang: Lang) -> Vec<Download> {
    vec![
        Download {
            media_type: "application/zip",
            format: "zip",
            ..json(
                lang,
                tables::ARCHIVE,
                "Tabeller och JSON i ett arkiv",
                "Tables and JSON in one archive",
            )
        },
        json(lang, "data/v1/dataset.json", "Hela underlaget som JSON", "The whole record as JSON"),
        Download {
            format: "CSV",
            ..json(
                lang,
                tables::PACKAGE,
                "Tabeller i CSV, beskrivna som Data Package",
                "Tables in CSV, described as a Data Package",
            )
        },
        Download {
            needs_address: true,
            format: "OCDS",
            ..json(
                lang,
                ocds::RECORDS,
                "Alla upphandlingar enligt OCDS (record package)",
                "All procurements in OCDS (record package)",
            )
        },
        Download {
            needs_address: true,
            media_type: "application/n-triples",
            format: "RDF",
            ..json(lang, rdf::DUMP, "Hela underlaget som RDF", "The whole record as RDF")
        },
    ]
}

/// The files that hold one procurement, those in another language than the reader's left out.
pub fn of_procurement(procurement: &Procurement, lang: Lang) -> Vec<Download> {
    let part = json(
        lang,
        v1::part::path(procurement.id.as_str()),
        "Upphandlingen som JSON",
        "The procurement as JSON",
    );
    let calendar = Download {
        media_type: "text/calendar",
        format: "iCalendar",
        lang: Some(lang),
        ..json(
            lang,
            calendars::path(procurement, lang),
            "Löften och händelser som kalender",
            "Promises and events as a calendar",
        )
    };
    let releases = Download {
        needs_address: true,
        format: "OCDS releases",
        ..json(
            lang,
            ocds::releases_path(procurement),
            "Upphandlingens releaser enligt OCDS",
            "The releases of the procurement in OCDS",
        )
    };
    let record = Download {
        needs_address: true,
        format: "OCDS record",
        ..json(
            lang,
            ocds::record_path(procurement),
            "Upphandlingens record enligt OCDS",
            "The record of the procurement in OCDS",
        )
    };
    let dated = calendars::has_entries(procurement);
    dated.then_some(calendar).into_iter().chain([part, releases, record]).collect()
}

/// A file of JSON that holds both languages and is always published.
fn json(lang: Lang, path: impl Into<String>, sv: &str, en: &str) -> Download {
    let name = match lang {
        Lang::Sv => sv.to_owned(),
        Lang::En => en.to_owned(),
    };
    let (path, media_type) = (path.into(), "application/json");
    Download { path, media_type, name, format: "JSON", lang: None, needs_address: false }
}
