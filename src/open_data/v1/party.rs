//! Who takes part.

use super::date::Date;
use super::{Ids, Words, words};
use crate::model;
use crate::model::Word;
use serde::Serialize;

/// A party with its earlier names.
#[derive(Debug, Serialize)]
pub struct Party<'a> {
    pub id: &'a str,
    pub role: &'static str,
    pub name: Words<'a>,
    pub former_names: Vec<FormerName<'a>>,
    /// Its item in Wikidata.
    pub wikidata: Option<String>,
}

/// A name until a date.
#[derive(Debug, Serialize)]
pub struct FormerName<'a> {
    pub name: &'a str,
    pub until: Date,
    pub sources: Vec<&'a str>,
}

impl<'a> Party<'a> {
    pub(super) fn new(party: &'a model::Party, ids: Ids<'a>) -> Party<'a> {
        let former = |former: &'a model::FormerName| FormerName {
            name: &former.name,
            until: Date::new(former.until),
            sources: ids.sources(&former.sources),
        };
        Party {
            id: party.id.as_str(),
            role: party.role.word(),
            name: words(&party.name),
            former_names: party.former.iter().map(former).collect(),
            wikidata: party.wikidata.map(|item| item.to_string()),
        }
    }
}
