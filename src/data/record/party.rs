//! `data/parties.toml`: who takes part.

use super::{Entry, Fields, Record};
use crate::model::{Id, PartialDate, PartyRole, Text, WikidataItem};
use toml::Spanned;

/// The whole file.
#[derive(Debug)]
pub struct PartiesRecord {
    pub parties: Vec<Entry<PartyRecord>>,
}

/// One `[[party]]`.
#[derive(Debug)]
pub struct PartyRecord {
    pub id: Option<Spanned<Id>>,
    pub role: Option<PartyRole>,
    pub name: Option<Text>,
    /// Oldest first.
    pub former: Vec<Entry<FormerNameRecord>>,
    pub wikidata: Option<WikidataItem>,
}

/// One `[[party.former]]`.
#[derive(Debug)]
pub struct FormerNameRecord {
    pub name: Option<String>,
    pub until: Option<Spanned<PartialDate>>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for PartiesRecord {
    fn read(fields: &mut Fields) -> Self {
        PartiesRecord { parties: fields.entries("party") }
    }
}

impl Record for PartyRecord {
    fn read(fields: &mut Fields) -> Self {
        PartyRecord {
            id: fields.required("id"),
            role: fields.required("role"),
            name: fields.required("name"),
            former: fields.entries("former"),
            wikidata: fields.optional("wikidata"),
        }
    }
}

impl Record for FormerNameRecord {
    fn read(fields: &mut Fields) -> Self {
        FormerNameRecord {
            name: fields.required("name"),
            until: fields.required("until"),
            sources: fields.sources("sources"),
        }
    }
}
