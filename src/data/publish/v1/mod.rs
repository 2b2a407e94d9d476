//! `utlovat/v1`: the data set as the world reads it.
//!
//! A form of its own, apart from the model, so that the model may change and this may not:
//! it only grows, and `tests/fixtures/v1-keys.txt` remembers every key that it ever had.
//!
//! References are ids, keys are snake_case, words are those of `data/`. What is absent is
//! `null`, never missing, so that a reader sees that there could have been something.

mod date;

mod money;

mod party;

mod source;

mod schedule;

mod event;

mod claim;

mod procurement;

mod region;

use crate::model::{Dataset, PartyRef, ProcurementRef, SourceRef, Text};
use serde::Serialize;

/// The whole file.
#[derive(Debug, Serialize)]
pub struct V1<'a> {
    pub schema: &'static str,
    pub version: &'a str,
    pub licence: &'a str,
    /// The day on which the data set was last reviewed, ISO 8601.
    pub reviewed: String,
    pub parties: Vec<party::Party<'a>>,
    pub sources: Vec<source::Source<'a>>,
    pub procurements: Vec<procurement::Procurement<'a>>,
    pub regions: Vec<region::Region<'a>>,
}

/// The data set in its published form.
pub fn v1(dataset: &Dataset) -> V1<'_> {
    let ids = Ids(dataset);
    V1 {
        schema: "utlovat/v1",
        version: &dataset.version,
        licence: &dataset.licence,
        reviewed: dataset.reviewed.to_string(),
        parties: dataset.parties.iter().map(|party| party::Party::new(party, ids)).collect(),
        sources: dataset.sources.iter().map(source::Source::new).collect(),
        procurements: dataset
            .procurements
            .iter()
            .map(|procurement| procurement::Procurement::new(procurement, ids))
            .collect(),
        regions: dataset.regions.iter().map(|region| region::Region::new(region, ids)).collect(),
    }
}

/// The file's text: indented, in an order that never changes, with a final newline.
pub fn to_json(v1: &V1) -> String {
    let mut json = serde_json::to_string_pretty(v1)
        .expect("structs of texts and numbers always have a JSON form");
    json.push('\n');
    json
}

/// Turns references back into ids.
#[derive(Clone, Copy)]
struct Ids<'a>(&'a Dataset);

impl<'a> Ids<'a> {
    fn sources(self, sources: &[SourceRef]) -> Vec<&'a str> {
        sources.iter().map(|source| self.0.source(*source).id.as_str()).collect()
    }

    fn party(self, party: PartyRef) -> &'a str {
        self.0.party(party).id.as_str()
    }

    fn procurement(self, procurement: ProcurementRef) -> &'a str {
        self.0.procurement_at(procurement).id.as_str()
    }

    fn parties(self, parties: &[PartyRef]) -> Vec<&'a str> {
        parties.iter().map(|party| self.party(*party)).collect()
    }
}

/// A text in both languages.
#[derive(Debug, Serialize)]
pub struct Words<'a> {
    pub sv: &'a str,
    pub en: &'a str,
}

fn words(text: &Text) -> Words<'_> {
    Words { sv: &text.sv, en: &text.en }
}

fn maybe_words(text: &Option<Text>) -> Option<Words<'_>> {
    text.as_ref().map(words)
}
