//! What there is to take away: the files that pages name in their heads and to search engines.
//!
//! Not every published file is one: schemas, READMEs and the parts of a package come with theirs.
//! Who adds a format adds a line here.

use super::{calendars, tables, v1};
use crate::model::{Dataset, Lang, Procurement};

/// A file that somebody takes away whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// Where it lies below the site's root.
    pub path: String,
    /// Its media type, without parameters.
    pub media_type: &'static str,
    /// What it is, in the reader's language.
    pub name: String,
    /// The language that it is in; absent when it is in both.
    pub lang: Option<Lang>,
}

/// The files that hold the whole record.
pub fn of_record(_dataset: &Dataset, lang: Lang) -> Vec<Download> {
    let one = |path: &str, media_type, sv: &str, en: &str| Download {
        path: path.to_owned(),
        media_type,
        name: match lang {
            Lang::Sv => sv.to_owned(),
            Lang::En => en.to_owned(),
        },
        lang: None,
    };
    vec![
        one(
            "data/v1/dataset.json",
            "application/json",
            "Hela underlaget som JSON",
            "The whole record as JSON",
        ),
        one(
            tables::PACKAGE,
            "application/json",
            "Tabeller i CSV, beskrivna som Data Package",
            "Tables in CSV, described as a Data Package",
        ),
        one(
            tables::ARCHIVE,
            "application/zip",
            "Tabeller och JSON i ett arkiv",
            "Tables and JSON in one archive",
        ),
    ]
}

/// The files that hold one procurement, those in another language than the reader's left out.
pub fn of_procurement(procurement: &Procurement, lang: Lang) -> Vec<Download> {
    let part = Download {
        path: v1::part::path(procurement.id.as_str()),
        media_type: "application/json",
        name: match lang {
            Lang::Sv => "Upphandlingen som JSON".to_owned(),
            Lang::En => "The procurement as JSON".to_owned(),
        },
        lang: None,
    };
    let calendar = Download {
        path: calendars::path(procurement, lang),
        media_type: "text/calendar",
        name: match lang {
            Lang::Sv => "Löften och händelser som kalender".to_owned(),
            Lang::En => "Promises and events as a calendar".to_owned(),
        },
        lang: Some(lang),
    };
    let dated = calendars::has_entries(procurement);
    dated.then_some(calendar).into_iter().chain([part]).collect()
}
