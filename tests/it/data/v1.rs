//! What the world reads: it only grows, keeps to its schema and says what may be added up.

use super::{files, fixture};
use crate::project::only_grows;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use utlovat::data::folder;
use utlovat::data::resolve::read_files;
use utlovat::model::Word;
use utlovat::model::{
    ClaimKind, Confidence, CostKind, Country, Currency, DemandForm, EventKind, Ground, Lang,
    Licence, PartyRole, PlanForm, Qualifier, ReceiptKind, RegionChange, Remedy, SourceKind,
    SourceLanguage, StepStatus,
};
use utlovat::open_data::v1::{Adding, SCHEMA, Slip, TellsOf, mistakes, readme, to_json, v1};

const ROOT: &str = "https://example.org/some/dir/";

fn text() -> String {
    to_json(&v1(&folder::read(&fixture("toy")).0, ROOT))
}

fn file() -> Value {
    serde_json::from_str(&text()).expect("JSON")
}

fn schema() -> Value {
    serde_json::from_str(SCHEMA).expect("JSON")
}

#[test]
fn no_key_that_was_ever_published_disappears() {
    let mut now = BTreeSet::new();
    keys(&file(), "", &mut now);
    only_grows("v1-keys.txt", &now);
}

#[test]
fn every_key_is_snake_case() {
    let mut all = BTreeSet::new();
    keys(&file(), "", &mut all);
    each_object(&schema(), &mut |object| {
        all.extend(object["properties"].as_object().expect("properties").keys().cloned());
    });
    assert!(all.len() > 200);
    for path in all {
        let key = path.rsplit('.').next().unwrap_or_default();
        let snake = key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        assert!(snake && !key.is_empty(), "{path} is no snake_case");
    }
}

#[test]
fn it_says_the_same_every_time() {
    assert_eq!(text(), text());
}

#[test]
fn it_keeps_to_its_schema() {
    assert_eq!(mistakes(&text()), [""; 0]);
}

/// Each of these must be found, or the build would publish it.
#[test]
fn what_breaks_the_schema_is_found() {
    let check = |at: &str, change: &dyn Fn(&mut Value), said: &str| {
        let mut file = file();
        change(file.pointer_mut(at).expect("a place in the file"));
        let found = mistakes(&file.to_string());
        let told = found.iter().any(|mistake| mistake.starts_with(at) && mistake.contains(said));
        assert!(told, "{at} {said}: {found:?}");
    };
    let north = "/procurements/0";
    check(north, &|it| it["splitFrom"] = json!(null), "splitFrom");
    check(north, &|it| drop(it.as_object_mut().map(|it| it.remove("headline"))), "headline");
    check("/procurements/0/comparator", &|it| *it = json!("no"), "boolean");
    check("/procurements/0/events/0/kind", &|it| *it = json!("goLive"), "goLive");
    check("/procurements/0/events/0/date/earliest", &|it| *it = json!("2024-02-31"), "date");
    check("/procurements/0/milestones/0/promises", &|it| *it = json!([]), "1");
    check("/procurements/0/id", &|it| *it = json!("Norr"), "Norr");
    check("/parties/0/wikidata", &|it| *it = json!("Q042"), "Q042");
    // A secret sum that is told to be zero.
    let secret = json!({ "kind": "withheld", "value": 0 });
    check("/procurements/0/claims/0/demands/0/amount", &|it| *it = secret.clone(), "oneOf");
    assert!(mistakes("{").first().is_some_and(|it| it.contains("no JSON")));
}

#[test]
fn every_key_is_described_in_both_languages_and_none_may_be_missing() {
    let said = |of: &Value, name: &str| {
        let text = |key: &str| of[key].as_str().unwrap_or_default().to_owned();
        let (en, sv) = (text("description"), text("x-description-sv"));
        assert!(en.ends_with('.') && sv.ends_with('.') && en != sv, "{name}: “{en}” “{sv}”");
    };
    let schema = schema();
    said(&schema, "the file");
    for (name, of) in schema["$defs"].as_object().expect("definitions") {
        said(of, name);
    }
    each_object(&schema, &mut |object| {
        let properties = object["properties"].as_object().expect("properties");
        let required: BTreeSet<&str> =
            object["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert_eq!(required, properties.keys().map(String::as_str).collect(), "{object}");
        assert_eq!(object["additionalProperties"], json!(false), "{object}");
        properties.iter().for_each(|(key, of)| said(of, key));
    });
}

#[test]
fn the_schema_lists_the_very_words_that_are_published() {
    let schema = schema();
    let listed = |at: &str| -> Vec<String> {
        let list = schema.pointer(at).and_then(Value::as_array);
        let list = list.unwrap_or_else(|| panic!("no list at {at}"));
        list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let words = |name: &str, words: &[&str]| {
        assert_eq!(listed(&format!("/$defs/{name}/enum")), words, "{name}");
    };
    fn all<W: Word>() -> Vec<&'static str> {
        W::WORDS.iter().map(|(word, _)| *word).collect()
    }
    words("party_role", &all::<PartyRole>());
    words("source_kind", &all::<SourceKind>());
    words("source_language", &all::<SourceLanguage>());
    words("country", &all::<Country>());
    words("currency", &all::<Currency>());
    words("qualifier", &all::<Qualifier>());
    words("plan_form", &all::<PlanForm>());
    words("event_kind", &all::<EventKind>());
    words("confidence", &all::<Confidence>());
    words("claim_kind", &all::<ClaimKind>());
    words("ground", &all::<Ground>());
    words("remedy", &all::<Remedy>());
    words("demand_form", &all::<DemandForm>());
    words("receipt_kind", &all::<ReceiptKind>());
    words("step_status", &all::<StepStatus>());
    words("cost_kind", &all::<CostKind>());
    words("region_change", &all::<RegionChange>());
    words("licence_id", &all::<Licence>());
    words("sum_rule", &Adding::RULES);
    assert_eq!(listed("/$defs/slip/properties/outcome/enum"), Slip::OUTCOMES);
    assert_eq!(listed("/$defs/tells_of/properties/what/enum"), TellsOf::WHAT);
    for word in Adding::RULES {
        let told = |key: &str| schema["$defs"]["sum_rule"][key].as_str().map(str::to_owned);
        for text in [told("description"), told("x-description-sv")] {
            assert!(text.is_some_and(|text| text.contains(&format!("{word}: "))), "{word}");
        }
    }
}

#[test]
fn the_readme_tells_every_key_in_both_languages() {
    let text = readme(&folder::read(&fixture("toy")).0, ROOT);
    assert!(!text.contains("{{"), "an unfilled hole");
    let (swedish, english) = text.split_once("\n## English").expect("both languages");
    each_object(&schema(), &mut |object| {
        for (key, of) in object["properties"].as_object().expect("properties") {
            for (part, said) in [(swedish, "x-description-sv"), (english, "description")] {
                let said = of[said].as_str().expect("a description");
                let row = |line: &&str| {
                    line.starts_with(&format!("| `{key}` |"))
                        && line.ends_with(&format!("| {said} |"))
                };
                assert!(part.lines().any(|line| row(&line)), "no row for {key}: {said}");
            }
        }
    });
    assert!(text.contains("https://example.org/some/dir/sv/"));
}

#[test]
fn one_line_of_the_data_set_tells_the_licence_everywhere() {
    let mut files = files(&fixture("toy"));
    let file = files.iter_mut().find(|(name, _)| name.ends_with("dataset.toml"));
    let (_, text) = file.expect("data/dataset.toml");
    let wrong = text.replace("CC-BY-4.0", "CC-BY-3.0");
    *text = text.replace("CC-BY-4.0", "CC0-1.0");
    let (dataset, problems) = read_files(&files);
    assert!(problems.is_empty());
    let json: Value = serde_json::from_str(&to_json(&v1(&dataset, "/"))).expect("JSON");
    let url = "https://creativecommons.org/publicdomain/zero/1.0/";
    assert_eq!(json["licence"], json!({ "id": "CC0-1.0", "name": "CC0 1.0", "url": url }));
    let readme = readme(&dataset, "/");
    assert!(readme.contains(url) && readme.contains("`CC0-1.0`") && !readme.contains("CC BY"));
    *files.iter_mut().find(|(name, _)| name.ends_with("dataset.toml")).expect("it").1 = wrong;
    let told: Vec<String> = read_files(&files).1.iter().map(|it| it.remedy(Lang::En)).collect();
    let lists_them = |line: &String| line.contains("`CC-BY-4.0`") && line.contains("`ODbL-1.0`");
    assert!(told.len() == 1 && told.iter().all(lists_them), "{told:?}");
}

#[test]
fn dates_money_and_references_are_told_plainly() {
    let value = file();
    let north = &value["procurements"][0];
    let promised = &north["milestones"][0]["promises"][0];
    assert_eq!(promised["plan"], "plan-2018");
    assert_eq!(
        promised["promised"],
        json!({ "edtf": "2020-23", "earliest": "2020-09-01", "latest": "2020-11-30" })
    );
    assert_eq!(
        north["claims"][1]["received"][0]["amount"],
        json!({
            "kind": "withheld",
            "reason": { "sv": "affärssekretess", "en": "commercial secrecy" },
            "said_by": { "sv": "Toyregion Nord", "en": "Toy Region North" },
            "sources": ["gazette-2022-06-20"]
        })
    );
    assert_eq!(
        north["claims"][1]["demands"][0]["amount"],
        json!({
            "kind": "public", "value": 50000000, "value_high": null, "currency": "SEK",
            "qualifier": "at-least"
        })
    );
    assert_eq!(north["claims"][0]["demands"][0]["amount"], json!({ "kind": "not-named" }));
    assert_eq!(north["buyer"], "toy-region-north");
}

#[test]
fn what_we_computed_is_told_beside_the_facts() {
    let value = file();
    let north = &value["procurements"][0];
    let headline = &north["milestones"][0];
    assert_eq!(north["headline"], headline["id"]);
    let promises = headline["promises"].as_array().expect("promises");
    assert_eq!(headline["slip_first"], promises[0]["slip"]);
    assert_eq!(Some(&headline["slip_latest"]), promises.last().map(|last| &last["slip"]));
    // Promised for the autumn of 2020, then for May 2023; it happened on 9 October 2023.
    let late = |least, most| json!({ "outcome": "late", "months_at_least": least, "months_at_most": most });
    assert_eq!(headline["slip_first"], late(34, 37));
    assert_eq!(headline["slip_latest"], late(4, 5));
    let milestones = value["procurements"].as_array().into_iter().flatten();
    let milestones = milestones.flat_map(|one| one["milestones"].as_array().into_iter().flatten());
    let mut outcomes = BTreeSet::new();
    for milestone in milestones {
        assert!(milestone["known_through"]["earliest"].is_string(), "{milestone}");
        for promise in milestone["promises"].as_array().expect("promises") {
            let slip = &promise["slip"];
            let numbers = ["months_at_least", "months_at_most"].map(|key| slip[key].is_u64());
            let outcome = slip["outcome"].as_str().expect("an outcome").to_owned();
            match outcome.as_str() {
                "late" => assert_eq!(numbers, [true, true], "{slip}"),
                "overdue" => assert_eq!(numbers, [true, false], "{slip}"),
                "dropped" => assert!(!numbers[1], "{slip}"),
                _ => assert_eq!(numbers, [false, false], "{slip}"),
            }
            outcomes.insert(outcome);
        }
    }
    assert!(outcomes.len() >= 5, "{outcomes:?}");
}

#[test]
fn every_thing_with_a_page_tells_its_address_in_both_languages() {
    let value = file();
    let north = &value["procurements"][0];
    let at = |path: &str| format!("{ROOT}{path}");
    assert_eq!(
        north["page"],
        json!({
            "sv": at("sv/upphandling/toy-north/"), "en": at("en/procurement/toy-north/")
        })
    );
    let event = &north["events"][0];
    let id = event["id"].as_str().expect("an id");
    assert_eq!(event["page"]["en"], at(&format!("en/procurement/toy-north/event/{id}/")));
    let claim = &north["claims"][0];
    let id = claim["id"].as_str().expect("an id");
    assert_eq!(claim["page"]["sv"], at(&format!("sv/upphandling/toy-north/krav/{id}/")));
    let source = &value["sources"][0];
    let id = source["id"].as_str().expect("an id");
    assert_eq!(source["page"]["sv"], at(&format!("sv/kallor/#{id}")));
}

#[test]
fn every_figure_says_whether_it_may_be_added_up() {
    let value = file();
    let mut rules = BTreeSet::new();
    for one in value["procurements"].as_array().expect("procurements") {
        for cost in one["costs"].as_array().expect("costs") {
            assert_eq!(
                (&cost["summable"], &cost["sum_rule"]),
                (&false.into(), &"figures-overlap".into())
            );
        }
        for claim in one["claims"].as_array().expect("claims") {
            let lists = ["demands", "losses", "received"];
            let parts = lists.iter().flat_map(|list| claim[*list].as_array().into_iter().flatten());
            for part in parts.chain(Some(&claim["demanded"]).filter(|it| !it.is_null())) {
                let public = part["amount"]["kind"] == "public";
                assert!(public || part["summable"] == false, "{part}");
                assert!(public || part["amount"].get("value").is_none(), "{part}");
                rules.extend(part["sum_rule"].as_str().map(str::to_owned));
            }
        }
    }
    let claims: BTreeSet<&str> =
        Adding::RULES.into_iter().filter(|rule| *rule != "figures-overlap").collect();
    assert_eq!(rules.iter().map(String::as_str).collect::<BTreeSet<_>>(), claims);
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

/// Tells every object that the schema describes.
fn each_object(schema: &Value, tell: &mut dyn FnMut(&Value)) {
    let named = schema["$defs"].as_object().into_iter().flatten().map(|(_, of)| of);
    for of in std::iter::once(schema).chain(named) {
        let forms = of["oneOf"].as_array().into_iter().flatten();
        forms.chain(Some(of)).filter(|of| of["properties"].is_object()).for_each(&mut *tell);
    }
}
