//! What the world reads only grows.

use super::fixture;
use serde_json::Value;
use std::collections::BTreeSet;
use utlovat::data::folder;
use utlovat::data::publish::v1::{to_json, v1};

fn json() -> String {
    to_json(&v1(&folder::read(&fixture("toy")).0))
}

#[test]
fn no_key_that_was_ever_published_disappears() {
    let value: Value = serde_json::from_str(&json()).expect("JSON");
    let mut now = BTreeSet::new();
    keys(&value, "", &mut now);
    let file = fixture("v1-keys.txt");
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    let known: BTreeSet<String> = known.lines().map(str::to_owned).collect();
    let gone: Vec<&String> = known.difference(&now).collect();
    assert!(gone.is_empty(), "v1 only grows, but these keys are gone: {gone:?}");
    let new: Vec<&String> = now.difference(&known).collect();
    if std::env::var_os("BLESS").is_some() {
        let lines: String = now.iter().map(|key| format!("{key}\n")).collect();
        std::fs::write(&file, lines).expect("the file of keys can be written");
    } else {
        assert!(new.is_empty(), "new keys are kept for ever; BLESS=1 accepts {new:?}");
    }
}

#[test]
fn it_says_the_same_every_time() {
    assert_eq!(json(), json());
}

#[test]
fn dates_money_and_references_are_told_plainly() {
    let value: Value = serde_json::from_str(&json()).expect("JSON");
    let north = &value["procurements"][0];
    let promised = &north["milestones"][0]["promises"][0];
    assert_eq!(promised["plan"], "plan-2018");
    assert_eq!(
        promised["promised"],
        serde_json::json!({
            "edtf": "2020-23", "earliest": "2020-09-01", "latest": "2020-11-30"
        })
    );
    assert_eq!(
        north["claims"][1]["received"][0]["amount"],
        serde_json::json!({
            "kind": "withheld",
            "reason": { "sv": "affärssekretess", "en": "commercial secrecy" },
            "said_by": { "sv": "Toyregion Nord", "en": "Toy Region North" },
            "sources": ["gazette-2022-06-20"]
        })
    );
    assert_eq!(
        north["claims"][1]["demands"][0]["amount"],
        serde_json::json!({
            "kind": "public", "value": 50000000, "value_high": null, "currency": "SEK",
            "qualifier": "at-least"
        })
    );
    assert_eq!(
        north["claims"][0]["demands"][0]["amount"],
        serde_json::json!({ "kind": "not-named" })
    );
    assert_eq!(north["buyer"], "toy-region-north");
}

/// The path of every key, with `[]` for any position in a list.
fn keys(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                found.insert(path.clone());
                keys(value, &path, found);
            }
        }
        Value::Array(items) => {
            items.iter().for_each(|item| keys(item, &format!("{path}[]"), found));
        }
        _ => {}
    }
}
