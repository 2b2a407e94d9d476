//! OCDS from toy facts: hostile texts, secrets, roles, days, and keys that never disappear.

use super::{HOSTILE, ROOT, both, published};
use crate::project::{TOY, only_grows};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use utlovat::analysis::knowledge::as_of;
use utlovat::model::Word;
use utlovat::model::{
    Amount, ClaimKind, Confidence, CostKind, Dataset, Day, DemandForm, EventKind, Ground,
    PartyRole, PlanForm, Qualifier, ReceiptKind, Remedy, SourceKind, StepStatus,
};
use utlovat::open_data::ocds::{CODELISTS, EXTENSION_SCHEMA, compiled, files, releases, versioned};

fn all(dataset: &Dataset) -> Vec<Vec<Value>> {
    dataset.procurements.iter().map(|of| releases(dataset, of)).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Tells every object below a value, with the path of its keys.
fn each_object(value: &Value, path: &str, tell: &mut dyn FnMut(&str, &Value)) {
    match value {
        Value::Object(object) => {
            tell(path, value);
            for (key, inner) in object {
                each_object(inner, &format!("{path}.{key}"), tell);
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| each_object(inner, path, tell)),
        _ => {}
    }
}

#[test]
fn hostile_texts_come_through_as_they_were() {
    for hostile in HOSTILE {
        let mut dataset = TOY.clone();
        for of in &mut dataset.procurements {
            of.name = both(hostile);
            of.summary = Some(both(hostile));
            of.events.iter_mut().for_each(|event| event.title = both(hostile));
            of.plans.iter_mut().for_each(|plan| plan.by = both(hostile));
            of.milestones.iter_mut().for_each(|milestone| milestone.name = both(hostile));
            of.claims.iter_mut().for_each(|claim| claim.title = both(hostile));
        }
        for file in files(published(&dataset, ROOT)).expect("files") {
            if !file.path.contains("/releases/") {
                continue;
            }
            let package: Value = serde_json::from_slice(&file.bytes).expect("JSON");
            let mut told = 0;
            let mut check = |value: &Value| {
                if !value.is_null() {
                    assert_eq!(value, hostile);
                    told += 1;
                }
            };
            for release in package["releases"].as_array().expect("releases") {
                each_object(release, "", &mut |path, object| {
                    let own = path.is_empty()
                        || [".events", ".milestones", ".claims"]
                            .iter()
                            .any(|end| path.ends_with(end));
                    if own {
                        check(&object["title"]);
                        check(&object["title_sv"]);
                    }
                    check(&object["announcedBy"]);
                });
            }
            check(
                &package["releases"].as_array().and_then(|all| all.last()).expect("one")["description"],
            );
            assert!(told > 20, "{told}");
        }
    }
}

#[test]
fn a_secret_is_never_a_number() {
    let mut dataset = TOY.clone();
    let secret = Amount::Withheld { reason: both("r"), said_by: both("s"), sources: vec![] };
    for claim in dataset.procurements.iter_mut().flat_map(|of| &mut of.claims) {
        claim.demands.iter_mut().for_each(|one| one.amount = secret.clone());
        claim.losses.iter_mut().for_each(|one| one.amount = secret.clone());
        claim.received.iter_mut().for_each(|one| one.amount = secret.clone());
    }
    let mut secrets = 0;
    for releases in all(&dataset) {
        each_object(&compiled(&releases), "", &mut |path, object| {
            if path.contains(".claims") {
                assert_eq!(object["amount"], Value::Null, "{path}");
                secrets += usize::from(object["amountStatus"] == "withheld");
            }
            if path == ".withheldInformation" {
                assert_eq!([&object["rationale"], &object["statedBy"]], ["r", "s"]);
            }
        });
    }
    assert!(secrets > 4);
}

#[test]
fn a_person_is_no_party_and_positions_are_left_out() {
    let mut dataset = TOY.clone();
    let claimant = dataset.procurements[0].claims[0].claimant;
    let id = dataset.party(claimant).id.as_str().to_owned();
    for party in &mut dataset.parties {
        if party.id.as_str() == id {
            party.role = PartyRole::Person;
        }
    }
    for (of, releases) in dataset.procurements.iter().zip(all(&dataset)) {
        each_object(&Value::Array(releases.clone()), "", &mut |path, object| {
            assert_ne!(object["id"], *id, "{path}");
            assert_eq!(object["contactPoint"], Value::Null);
        });
        let whole = Value::Array(releases).to_string();
        assert!(!of.statements.is_empty());
        for statement in &of.statements {
            assert!(!whole.contains(&statement.text.en), "{}", statement.id.as_str());
        }
    }
}

#[test]
fn unconfirmed_events_are_left_out_and_the_others_of_the_process_are_told() {
    let mut dataset = TOY.clone();
    let events = dataset.procurements.iter_mut().flat_map(|of| &mut of.events);
    let unsure = events.filter(|event| event.kind == EventKind::Contract);
    assert_eq!(unsure.map(|event| event.confidence = Confidence::Low).count(), 2);
    for (of, releases) in dataset.procurements.iter().zip(all(&dataset)) {
        let compiled = compiled(&releases);
        let told: BTreeSet<&str> = compiled["events"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| text(&one["id"]))
            .collect();
        let of_the_process = |kind| {
            matches!(
                kind,
                EventKind::Tender
                    | EventKind::Award
                    | EventKind::Contract
                    | EventKind::Appeal
                    | EventKind::Ruling
                    | EventKind::GoLive
                    | EventKind::Pause
                    | EventKind::Cancellation
            )
        };
        let wanted: BTreeSet<&str> = of
            .events
            .iter()
            .filter(|event| event.confidence != Confidence::Low && of_the_process(event.kind))
            .map(|event| event.id.as_str())
            .collect();
        assert_eq!(told, wanted);
        assert!(!wanted.is_empty());
    }
}

/// What had been released by a day is what the data set of that day gives, but for the documents:
/// a fact keeps the sources that came out later, as its evidence.
#[test]
fn no_release_tells_what_was_not_yet_known_on_its_day() {
    let (mut days, mut compared) = (BTreeSet::new(), 0);
    for releases in all(&TOY) {
        days.extend(releases.iter().map(|release| text(&release["date"])[..10].to_owned()));
    }
    for day in &days {
        let then = as_of(&TOY, date(day));
        for (at, now) in all(&TOY).into_iter().enumerate() {
            let known = releases(&then, &then.procurements[at]);
            let [now, known] = [now, known].map(|releases| by_then(releases, day));
            compared += now.len();
            assert_eq!(now, known, "{day}");
        }
        assert!(day.as_str() <= TOY.reviewed.to_string().as_str());
    }
    assert!(days.len() > 8 && compared > 60);
}

/// The releases up to a day, without the documents and without the review of that day.
fn by_then(releases: Vec<Value>, day: &str) -> Vec<Value> {
    let of_then = |release: &Value| {
        text(&release["date"])[..10] <= *day && !text(&release["id"]).contains("-review-")
    };
    let releases = releases.into_iter().filter(of_then);
    releases
        .map(|mut release| {
            without(&mut release, "documents");
            release
        })
        .collect()
}

fn without(value: &mut Value, key: &str) {
    match value {
        Value::Object(object) => {
            object.remove(key);
            object.values_mut().for_each(|inner| without(inner, key));
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| without(inner, key)),
        _ => {}
    }
}

fn date(day: &str) -> Day {
    let part = |range: std::ops::Range<usize>| day[range].parse::<i16>().expect("a number");
    Day::new(part(0..4), part(5..7) as u8, part(8..10) as u8).expect("a day")
}

#[test]
fn a_new_name_comes_with_a_later_release() {
    let names = |id: &str| {
        let mut names = vec![];
        for release in all(&TOY).iter().flatten() {
            for party in release["parties"].as_array().into_iter().flatten() {
                if party["id"] == id {
                    names
                        .push((text(&release["date"]).to_owned(), text(&party["name"]).to_owned()));
                }
            }
        }
        names
    };
    let renamed = TOY.parties.iter().find(|party| !party.former.is_empty()).expect("a renamed one");
    let until = renamed.former[0].until.range().last.to_string();
    let names = names(renamed.id.as_str());
    for (day, name) in &names {
        let wanted = if day[..10] < until[..] { &renamed.former[0].name } else { &renamed.name.en };
        assert_eq!(name, wanted, "{day}");
    }
    assert!(names.iter().any(|(_, name)| *name == renamed.former[0].name));
    assert!(names.iter().any(|(_, name)| *name == renamed.name.en));
}

#[test]
fn a_plan_that_became_known_late_does_not_take_the_place_of_a_newer_one() {
    let mut dataset = TOY.clone();
    let of = &mut dataset.procurements[0];
    // The first plan becomes known last.
    of.plans[0].public = Some(utlovat::model::PartialDate::parse("2023-12-31").expect("a date"));
    let latest = of.milestones[0].schedule.latest().promised.edtf();
    let releases = releases(&dataset, &dataset.procurements[0]);
    let compiled = compiled(&releases);
    let milestone = compiled["contracts"][0]["implementation"]["milestones"]
        .as_array()
        .and_then(|all| all.iter().find(|one| one["id"] == "first-go-live"))
        .expect("the milestone");
    assert_eq!(milestone["dueDateEDTF"], latest);
    assert_eq!(milestone["promises"].as_array().map(Vec::len), Some(3));
}

#[test]
fn values_that_did_not_change_have_no_version() {
    let release = |id: &str, day: &str, content: Value| {
        let mut release = json!({ "ocid": "o", "id": id, "date": day, "tag": ["tender"] });
        let more = content.as_object().expect("an object").clone();
        release.as_object_mut().expect("an object").extend(more);
        release
    };
    let releases = [
        release(
            "1",
            "2020",
            json!({ "a": 1, "list": [{ "id": "x", "b": "old", "c": 2 }], "words": ["p"] }),
        ),
        release(
            "2",
            "2021",
            json!({ "a": 1, "list": [{ "id": "y", "b": "other" }, { "id": "x", "b": "new", "c": null }], "words": ["q"] }),
        ),
    ];
    let whole = compiled(&releases);
    assert_eq!(
        whole,
        json!({
            "ocid": "o", "id": "o-2021", "date": "2021", "tag": ["compiled"], "a": 1,
            "list": [{ "id": "x", "b": "new" }, { "id": "y", "b": "other" }], "words": ["q"],
        })
    );
    let history = versioned(&releases);
    let values = |of: &Value| -> Vec<Value> {
        of.as_array().into_iter().flatten().map(|one| one["value"].clone()).collect()
    };
    assert_eq!(values(&history["a"]), [json!(1)]);
    assert_eq!(values(&history["list"][0]["b"]), [json!("old"), json!("new")]);
    assert_eq!(values(&history["list"][0]["c"]), [json!(2), Value::Null]);
    assert_eq!([&history["ocid"], &history["list"][0]["id"]], ["o", "x"]);
}

#[test]
fn a_site_without_an_address_has_no_ocds_and_two_builds_are_the_same() {
    assert_eq!(files(published(&TOY, "/")), Ok(vec![]));
    let once = files(published(&TOY, ROOT)).expect("files");
    assert_eq!(files(published(&TOY, ROOT)).expect("files"), once);
    assert_eq!(once.len(), 2 * TOY.procurements.len() + 1 + 2 + CODELISTS.len());
}

#[test]
fn the_codes_are_the_words_of_the_data() {
    fn words<K: Word>() -> Vec<&'static str> {
        K::WORDS.iter().map(|(word, _)| *word).collect()
    }
    let sums = vec!["public", "withheld", "not-named", "not-found"];
    let process =
        ["tender", "award", "contract", "appeal", "ruling", "go-live", "pause", "cancellation"];
    for (name, wanted) in [
        ("+documentType.csv", words::<SourceKind>()),
        ("+partyRole.csv", vec!["claimant", "respondent"]),
        ("amountQualifier.csv", words::<Qualifier>()),
        ("amountStatus.csv", sums),
        ("claimGround.csv", words::<Ground>()),
        ("claimRemedy.csv", words::<Remedy>()),
        ("claimStatus.csv", words::<StepStatus>()),
        ("claimType.csv", words::<ClaimKind>()),
        ("costType.csv", words::<CostKind>()),
        ("demandForm.csv", words::<DemandForm>()),
        ("eventType.csv", process.to_vec()),
        ("planForm.csv", words::<PlanForm>()),
        ("receivedType.csv", words::<ReceiptKind>()),
    ] {
        let (_, list) = CODELISTS.iter().find(|(known, _)| *known == name).expect(name);
        let codes = list.lines().skip(1).map(|line| line.split(',').next().unwrap_or_default());
        let codes: BTreeSet<&str> = codes.collect();
        assert_eq!(codes, wanted.into_iter().collect(), "{name}");
        if !name.starts_with('+') {
            assert_eq!(closed(name), codes.into_iter().map(str::to_owned).collect(), "{name}");
        }
    }
    assert_eq!(CODELISTS.len(), 13);
}

/// The codes that the schema allows where it names a list.
fn closed(list: &str) -> BTreeSet<String> {
    let schema: Value = serde_json::from_str(EXTENSION_SCHEMA).expect("JSON");
    let mut codes = BTreeSet::new();
    each_object(&schema, "", &mut |path, object| {
        if object["codelist"] == list {
            let own = if object["items"].is_object() {
                &object["items"]["enum"]
            } else {
                &object["enum"]
            };
            let own: BTreeSet<String> = own
                .as_array()
                .expect(path)
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect();
            assert!(codes.is_empty() || codes == own, "{path}");
            codes = own;
        }
    });
    codes
}

#[test]
fn no_key_that_was_ever_published_disappears() {
    let mut now = BTreeSet::new();
    for file in files(published(&TOY, ROOT)).expect("files") {
        let what = ["releases/", "records/", "extension/extension"];
        let Some(what) = what.iter().find(|what| file.path.contains(*what)) else { continue };
        let package: Value = serde_json::from_slice(&file.bytes).expect("JSON");
        each_object(&package, what, &mut |path, object| {
            for key in object.as_object().into_iter().flatten().map(|(key, _)| key) {
                if !path.contains("versionedRelease") && !path.contains("compiledRelease") {
                    now.insert(format!("{path}.{key}"));
                }
            }
        });
    }
    only_grows("ocds-keys.txt", &now);
}
