//! Which record system each region uses.

use super::date::Date;
use super::procurement::Residents;
use super::{Ids, Words, maybe_words, words};
use crate::model;
use crate::model::Word;
use serde::Serialize;

/// A region with its record system and the one that is to come.
#[derive(Debug, Serialize)]
pub struct Region<'a> {
    pub id: &'a str,
    /// The official code of the county.
    pub code: &'a str,
    pub name: Words<'a>,
    pub short: &'a str,
    pub population: Option<Residents<'a>>,
    pub system: Option<&'a str>,
    /// What system, next and change speak of.
    pub system_as_of: Date,
    pub system_since: Option<Date>,
    pub next: Option<&'a str>,
    pub change: &'static str,
    pub note: Option<Words<'a>>,
    pub procurement: Option<&'a str>,
    pub sources: Vec<&'a str>,
    /// Its item in Wikidata.
    pub wikidata: Option<String>,
}

impl<'a> Region<'a> {
    pub(super) fn new(from: &'a model::Region, ids: Ids<'a>) -> Region<'a> {
        Region {
            id: from.id.as_str(),
            code: &from.code,
            name: words(&from.name),
            short: &from.short,
            population: from.population.as_ref().map(|people| Residents::new(people, ids)),
            system: from.system.as_deref(),
            system_as_of: Date::new(from.system_as_of),
            system_since: from.system_since.map(Date::new),
            next: from.next.as_deref(),
            change: from.change.word(),
            note: maybe_words(&from.note),
            procurement: from.procurement.map(|procurement| ids.procurement(procurement)),
            sources: ids.sources(&from.sources),
            wikidata: from.wikidata.map(|item| item.to_string()),
        }
    }
}
