//! What there is to take away: the files that pages name in their heads and to search engines.
//!
//! Not every published file is one: schemas, READMEs and the parts of a package come with theirs.
//! Who adds a format adds a line here.

use super::calendars;
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
    vec![Download {
        path: "data/v1/dataset.json".to_owned(),
        media_type: "application/json",
        name: match lang {
            Lang::Sv => "Hela underlaget som JSON".to_owned(),
            Lang::En => "The whole record as JSON".to_owned(),
        },
        lang: None,
    }]
}

/// The files that hold one procurement, those in another language than the reader's left out.
pub fn of_procurement(procurement: &Procurement, lang: Lang) -> Vec<Download> {
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
    dated.then_some(calendar).into_iter().collect()
}
