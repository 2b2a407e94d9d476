//! `utlovat/v1`: the data set as the world reads it.
//!
//! A form of its own, apart from the model, so that the model may change and this may not:
//! it only grows, and `tests/fixtures/v1-keys.txt` remembers every key that it ever had.
//!
//! References are ids, keys are snake_case, words are those of `data/`. What is absent is
//! `null`, never missing, so that a reader sees that there could have been something.

pub(super) mod date;

pub(super) mod page;

pub(super) mod slip;

mod schema;

mod readme;

pub(super) mod money;

pub(super) mod party;

pub(super) mod source;

pub(super) mod schedule;

pub(super) mod event;

pub(super) mod claim;

pub(super) mod procurement;

pub(super) mod region;

pub mod part;

pub use event::TellsOf;
pub use money::Adding;
pub use readme::readme;
pub use schema::{SCHEMA, mistakes};
pub use slip::Slip;

use super::files::{File, Publication};
use crate::model::Word;
use crate::model::{Dataset, PartyRef, ProcurementRef, SourceRef, Text};
use serde::Serialize;

/// The whole file.
#[derive(Debug, Serialize)]
pub struct V1<'a> {
    pub schema: &'static str,
    pub version: &'a str,
    pub licence: Licence,
    /// The day on which the data set was last reviewed, ISO 8601.
    pub reviewed: String,
    pub parties: Vec<party::Party<'a>>,
    pub sources: Vec<source::Source<'a>>,
    pub procurements: Vec<procurement::Procurement<'a>>,
    pub regions: Vec<region::Region<'a>>,
}

/// Under what the facts may be used.
#[derive(Debug, Serialize)]
pub struct Licence {
    /// Its SPDX identifier.
    pub id: &'static str,
    pub name: &'static str,
    pub url: &'static str,
}

/// The data set in its published form. `root` is what every address begins with: where the site
/// stands, with a slash at its end.
pub fn v1<'a>(dataset: &'a Dataset, root: &'a str) -> V1<'a> {
    let ids = Ids { dataset, root };
    let licence = dataset.licence;
    V1 {
        schema: "utlovat/v1",
        version: &dataset.version,
        licence: Licence { id: licence.word(), name: licence.name(), url: licence.url() },
        reviewed: dataset.reviewed.to_string(),
        parties: dataset.parties.iter().map(|party| party::Party::new(party, ids)).collect(),
        sources: dataset.sources.iter().map(|source| source::Source::new(source, ids)).collect(),
        procurements: dataset
            .procurements
            .iter()
            .map(|procurement| procurement::Procurement::new(procurement, ids))
            .collect(),
        regions: dataset.regions.iter().map(|region| region::Region::new(region, ids)).collect(),
    }
}

/// The facts as JSON, their schema and how to read them. What breaks the schema is not published.
pub fn files(publication: Publication) -> Result<Vec<File>, String> {
    let (dataset, root) = (publication.dataset, publication.root);
    let v1 = v1(dataset, root);
    let json = to_json(&v1);
    let mistakes = mistakes(&json);
    if let Some(mistake) = mistakes.first() {
        return Err(format!(
            "data/v1/dataset.json breaks its schema in {} places, the first at {mistake}. \
             Describe what is new in src/open_data/v1/dataset.schema.json, or mend src/open_data.",
            mistakes.len()
        ));
    }
    let mut files = vec![
        File::text("data/v1/dataset.json", json),
        File::text("data/v1/dataset.schema.json", SCHEMA),
        File::text("data/v1/README.md", readme(dataset, root)),
    ];
    files.extend(part::files(&v1)?);
    Ok(files)
}

/// The file's text: indented, in an order that never changes, with a final newline.
pub fn to_json(v1: &V1) -> String {
    let mut json = serde_json::to_string_pretty(v1)
        .expect("structs of texts and numbers always have a JSON form");
    json.push('\n');
    json
}

/// Turns references back into ids, and pages into addresses.
#[derive(Clone, Copy)]
struct Ids<'a> {
    dataset: &'a Dataset,
    root: &'a str,
}

impl<'a> Ids<'a> {
    fn sources(self, sources: &[SourceRef]) -> Vec<&'a str> {
        sources.iter().map(|source| self.dataset.source(*source).id.as_str()).collect()
    }

    fn party(self, party: PartyRef) -> &'a str {
        self.dataset.party(party).id.as_str()
    }

    fn procurement(self, procurement: ProcurementRef) -> &'a str {
        self.dataset.procurement_at(procurement).id.as_str()
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
