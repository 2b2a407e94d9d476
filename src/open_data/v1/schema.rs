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
    match Validator::new(&schema()) {
        Ok(validator) => validator.mistakes(&file),
        Err(sentence) => vec![sentence],
    }
}

/// A schema that many files can be held against.
pub(super) struct Validator(jsonschema::Validator);

impl Validator {
    pub(super) fn new(schema: &Value) -> Result<Validator, String> {
        match jsonschema::options().should_validate_formats(true).build(schema) {
            Ok(validator) => Ok(Validator(validator)),
            Err(error) => Err(format!("{} is no schema: {error}", schema["title"])),
        }
    }

    /// A line for each way in which a file breaks the schema.
    pub(super) fn mistakes(&self, file: &Value) -> Vec<String> {
        let line =
            |error: jsonschema::ValidationError| format!("{}: {error}", error.instance_path());
        self.0.iter_errors(file).map(line).collect()
    }
}

/// The schema as a value.
pub(super) fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap_or_default()
}
