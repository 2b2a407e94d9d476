//! `data/regions.toml`: which record system each region uses.

use super::{Entry, Fields, Mentioned, Record};
use crate::data::problem::ProblemKind;
use crate::model::{Id, PartialDate, Region, RegionChange, Text, WikidataItem};
use toml::Spanned;

/// The whole file.
#[derive(Debug)]
pub struct RegionsRecord {
    pub regions: Vec<Entry<RegionRecord>>,
}

/// One `[[region]]`.
#[derive(Debug)]
pub struct RegionRecord {
    pub id: Option<Spanned<Id>>,
    pub code: Option<Spanned<String>>,
    pub name: Option<Text>,
    pub short: Option<String>,
    pub population: Option<u32>,
    pub population_year: Option<i16>,
    pub population_sources: Vec<Spanned<String>>,
    pub system: Option<String>,
    pub system_as_of: Option<Spanned<PartialDate>>,
    pub system_since: Option<Spanned<PartialDate>>,
    pub next: Option<String>,
    pub change: Option<RegionChange>,
    pub note: Option<Text>,
    pub procurement: Option<Spanned<String>>,
    pub sources: Vec<Spanned<String>>,
    pub wikidata: Option<WikidataItem>,
}

impl Record for RegionsRecord {
    fn read(fields: &mut Fields) -> Self {
        RegionsRecord { regions: fields.entries("region") }
    }
}

impl Record for RegionRecord {
    fn read(fields: &mut Fields) -> Self {
        RegionRecord {
            id: fields.required("id"),
            code: fields.required("code"),
            name: fields.required("name"),
            short: short(fields),
            population: fields.required("population"),
            population_year: fields.required("population-year"),
            population_sources: fields.sources("population-sources"),
            system: fields.optional("system"),
            system_as_of: fields.required("system-as-of"),
            system_since: fields.optional("system-since"),
            next: fields.optional("next"),
            change: fields.required("change"),
            note: fields.optional("note"),
            procurement: fields.optional_reference("procurement", Mentioned::Procurement),
            sources: fields.sources("sources"),
            wikidata: fields.optional("wikidata"),
        }
    }
}

/// A name that fits where there is little room.
fn short(fields: &mut Fields) -> Option<String> {
    let short: Spanned<String> = fields.required("short")?;
    if short.get_ref().chars().count() <= Region::SHORT {
        return Some(short.into_inner());
    }
    let field = fields.field("short");
    let kind = ProblemKind::TooLong { field, text: short.get_ref().clone(), most: Region::SHORT };
    fields.note(short.span(), kind);
    None
}
