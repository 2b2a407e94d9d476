//! Which source tells which fact.
//!
//! Facts of all kinds have sources, and parts of some have sources of their own. So every fact and
//! every such part has an id in one table, `facts`; `fact_sources` leads from there to sources, and
//! each other table leads there by its own id: foreign keys alone hold all of it together.

use super::recipes::recipes;
use super::widen::Rows;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Adds the rows of `facts` and `fact_sources`.
pub fn add(rows: &mut Rows) {
    let mut found = Found::default();
    for recipe in recipes() {
        let id = match recipe.name {
            "regions" => "@fact",
            _ if recipe.in_facts => "@id",
            _ => continue,
        };
        for row in rows.get(recipe.name).into_iter().flatten() {
            found.row(recipe.name, row, row[id].as_str().unwrap_or_default());
        }
    }
    rows.insert("facts", found.facts);
    rows.insert("fact_sources", found.sources);
}

#[derive(Default)]
struct Found {
    facts: Vec<Value>,
    sources: Vec<Value>,
}

impl Found {
    fn row(&mut self, table: &str, row: &Value, id: &str) {
        self.fact(table, row, id, "", &row["sources"]);
        for (key, value) in row.as_object().into_iter().flatten() {
            let part = key
                .strip_suffix("_sources")
                .filter(|_| !value.as_array().is_none_or(Vec::is_empty));
            let nested = if value["sources"].is_array() {
                &value["sources"]
            } else {
                &value["amount"]["sources"]
            };
            if let Some(part) = part {
                self.fact(table, row, id, part, value);
            } else if nested.is_array() && !key.starts_with('@') {
                self.fact(table, row, id, key, nested);
            }
        }
    }

    fn fact(&mut self, table: &str, row: &Value, id: &str, part: &str, sources: &Value) {
        let fact = if part.is_empty() { id.to_owned() } else { format!("{id}#{part}") };
        let mut told = BTreeSet::new();
        for source in sources.as_array().into_iter().flatten().filter_map(Value::as_str) {
            if told.insert(source) {
                self.sources.push(json!({ "fact": fact, "source": source }));
            }
        }
        let part = if part.is_empty() { Value::Null } else { json!(part) };
        self.facts.push(json!({
            "@id": fact, "table": table, "row": row["@id"], "part": part,
            "@procurement": row["@procurement"], "@page": row["@page"],
        }));
    }
}
