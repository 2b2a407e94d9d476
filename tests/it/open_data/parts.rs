//! Each procurement in a file of its own: the same as in the whole file, and what it refers to.

use super::{ROOT, published};
use crate::project::COMPARED;
use serde_json::Value;
use std::collections::BTreeSet;
use utlovat::open_data::v1;
use utlovat::open_data::v1::part;

fn file(path: &str) -> Value {
    let files = v1::files(published(&COMPARED, ROOT)).expect("files");
    let file = files.iter().find(|file| file.path == path);
    let file = file.unwrap_or_else(|| panic!("no {path}"));
    serde_json::from_slice(&file.bytes).expect("JSON")
}

fn ids(of: &Value) -> Vec<&str> {
    of.as_array().into_iter().flatten().filter_map(|one| one["id"].as_str()).collect()
}

#[test]
fn each_procurement_has_a_file_that_is_its_part_of_the_whole() {
    let whole = file("data/v1/dataset.json");
    let all = whole["procurements"].as_array().expect("procurements");
    assert!(all.len() > 2);
    for one in all {
        let part = file(&part::path(one["id"].as_str().expect("an id")));
        assert_eq!(part["procurement"], *one);
        for key in ["version", "reviewed", "licence"] {
            assert_eq!(part[key], whole[key]);
        }
        for key in ["parties", "sources"] {
            for there in part[key].as_array().expect("a list") {
                assert!(whole[key].as_array().expect("a list").contains(there));
            }
        }
    }
}

/// Whatever looks like the id of a source or a party of the record is one of the file's own.
#[test]
fn it_has_what_it_names_and_nothing_else() {
    let whole = file("data/v1/dataset.json");
    for one in whole["procurements"].as_array().expect("procurements") {
        let part = file(&part::path(one["id"].as_str().expect("an id")));
        let mut texts = BTreeSet::new();
        texts_in(&part["procurement"], &mut texts);
        let parties: BTreeSet<&str> = ids(&part["parties"]).into_iter().collect();
        let sources: BTreeSet<&str> = ids(&part["sources"]).into_iter().collect();
        for party in ids(&whole["parties"]) {
            assert_eq!(texts.contains(party), parties.contains(party), "{party} in {}", one["id"]);
        }
        // Sources of the parties' former names are there too.
        part["parties"].as_array().expect("parties").iter().for_each(|it| texts_in(it, &mut texts));
        for source in ids(&whole["sources"]) {
            assert_eq!(texts.contains(source), sources.contains(source), "{source} {}", one["id"]);
        }
    }
}

#[test]
fn no_key_that_was_ever_published_disappears() {
    let keys = |of: &Value| of.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    let part = file(&part::path("toy-north"));
    let known = ["licence", "parties", "procurement", "reviewed", "schema", "sources", "version"];
    assert_eq!(keys(&part), known);
    let schema: Value = serde_json::from_str(part::SCHEMA).expect("JSON");
    assert_eq!(keys(&schema["properties"]), known);
    for (key, of) in schema["properties"].as_object().expect("properties") {
        let said = |name: &str| of[name].as_str().is_some_and(|text| text.ends_with('.'));
        assert!(said("description") && said("x-description-sv"), "{key}");
    }
}

fn texts_in(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.values().for_each(|value| texts_in(value, found)),
        Value::Array(items) => items.iter().for_each(|item| texts_in(item, found)),
        Value::String(text) => drop(found.insert(text.clone())),
        _ => {}
    }
}
