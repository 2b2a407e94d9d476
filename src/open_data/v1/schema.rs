//! The schema of the published file, and whether a file keeps to it.
//!
//! It is written by hand in `dataset.schema.json`, every key described in both languages, and
//! published as it stands. The build holds its own file against it before anybody gets it.

use serde_json::Value;

/// The schema: JSON Schema 2020-12.
pub const SCHEMA: &str = include_str!("dataset.schema.json");

/// A line for each way in which a file breaks the schema: where, and how.
pub fn mistakes(json: &str) -> Vec<String> {
    let file: Value = match serde_json::from_str(json) {
        Ok(file) => file,
        Err(error) => return vec![format!("it is no JSON: {error}")],
    };
    let schema = schema();
    match jsonschema::options().should_validate_formats(true).build(&schema) {
        Ok(validator) => validator
            .iter_errors(&file)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect(),
        Err(error) => vec![format!("dataset.schema.json is no schema: {error}")],
    }
}

/// The schema as a value.
pub(super) fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap_or_default()
}
