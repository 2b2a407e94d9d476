//! Each procurement in a file of its own, for whoever wants one and not the whole record.
//!
//! It is the same as in `dataset.json`, with those parties and sources that it names, and no other.

use super::schema::Validator;
use super::{Licence, V1, party, procurement, source};
use crate::open_data::files::File;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// The schema: JSON Schema 2020-12, which refers to that of the whole record.
pub const SCHEMA: &str = include_str!("procurement.schema.json");

/// One procurement with all that it refers to.
#[derive(Debug, Serialize)]
pub struct Part<'v, 'a> {
    pub schema: &'static str,
    pub version: &'a str,
    pub licence: &'v Licence,
    pub reviewed: &'v str,
    pub procurement: &'v procurement::Procurement<'a>,
    pub parties: Vec<&'v party::Party<'a>>,
    pub sources: Vec<&'v source::Source<'a>>,
}

/// Where the file of a procurement lies below the site's root.
pub fn path(procurement: &str) -> String {
    format!("data/v1/procurements/{procurement}.json")
}

/// A file for each procurement, and their schema. What breaks the schema is not published.
pub fn files(v1: &V1) -> Result<Vec<File>, String> {
    let validator = Validator::new(&whole_schema())?;
    let mut files = vec![File::text("data/v1/procurement.schema.json", SCHEMA)];
    for part in parts(v1) {
        let path = path(part.procurement.id);
        let value = serde_json::to_value(&part).map_err(|error| format!("{path}: {error}"))?;
        if let Some(mistake) = validator.mistakes(&value).first() {
            return Err(format!(
                "{path} breaks its schema at {mistake}. Mend src/open_data/v1/part.rs or the \
                 schema beside it."
            ));
        }
        let mut text =
            serde_json::to_string_pretty(&part).map_err(|error| format!("{path}: {error}"))?;
        text.push('\n');
        files.push(File::text(path, text));
    }
    Ok(files)
}

/// The procurements, each with what it names.
pub fn parts<'v, 'a>(v1: &'v V1<'a>) -> impl Iterator<Item = Part<'v, 'a>> {
    v1.procurements.iter().map(|procurement| {
        let mut named = Named::default();
        named.look(&serde_json::to_value(procurement).unwrap_or_default());
        let is_named = |party: &&party::Party| named.parties.contains(party.id);
        let parties: Vec<_> = v1.parties.iter().filter(is_named).collect();
        let former = parties.iter().flat_map(|party| &party.former_names);
        let mut sources = named.sources;
        sources.extend(former.flat_map(|name| &name.sources).map(|id| (*id).to_owned()));
        Part {
            schema: "utlovat/v1/procurement",
            version: v1.version,
            licence: &v1.licence,
            reviewed: &v1.reviewed,
            procurement,
            parties,
            sources: v1.sources.iter().filter(|source| sources.contains(source.id)).collect(),
        }
    })
}

/// The same schema with all that it refers to inside.
fn whole_schema() -> Value {
    let inside = SCHEMA.replace("dataset.schema.json#", "#");
    let mut schema: Value = serde_json::from_str(&inside).unwrap_or_default();
    schema["$defs"] = super::schema::schema()["$defs"].take();
    schema
}

/// The ids that a procurement names.
#[derive(Default)]
struct Named {
    parties: BTreeSet<String>,
    sources: BTreeSet<String>,
}

impl Named {
    fn look(&mut self, at: &Value) {
        match at {
            Value::Object(map) => {
                for (key, value) in map {
                    match key.as_str() {
                        "buyer" | "supplier" | "claimant" | "respondent" | "by" | "parties" => {
                            ids(value, &mut self.parties);
                        }
                        "sources" | "disputed_sources" => ids(value, &mut self.sources),
                        _ => self.look(value),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.look(item)),
            _ => {}
        }
    }
}

/// Whoever is told in words, as who said something is, has no id.
fn ids(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(id) => drop(found.insert(id.clone())),
        Value::Array(all) => found.extend(all.iter().filter_map(Value::as_str).map(str::to_owned)),
        _ => {}
    }
}
