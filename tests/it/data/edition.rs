//! A page loads the words of its own language and no others.

use super::{files, fixture};
use utlovat::data::publish::edition;
use utlovat::data::resolve::read_files;
use utlovat::model::{Dataset, Lang};

/// The toy data set with every text marked by its language, and how many texts it has.
fn marked() -> (Dataset, usize) {
    let mut files = files(&fixture("toy"));
    for text in files.values_mut() {
        *text = text.replace("sv = \"", "sv = \"MARK-SV ").replace("en = \"", "en = \"MARK-EN ");
    }
    let texts = files.values().map(|text| text.matches("MARK-SV").count()).sum();
    let (dataset, problems) = read_files(&files);
    assert_eq!(problems, []);
    (dataset, texts)
}

#[test]
fn an_edition_has_every_text_of_its_language_and_none_of_the_other() {
    let (dataset, texts) = marked();
    let json = |dataset: &Dataset| serde_json::to_string(dataset).expect("it serializes");
    let count = |json: &str, mark: &str| json.matches(mark).count();
    let both = json(&dataset);
    assert_eq!(count(&both, "MARK-SV"), texts);
    for (lang, own, other) in [(Lang::Sv, "MARK-SV", "MARK-EN"), (Lang::En, "MARK-EN", "MARK-SV")] {
        let one = json(&edition(&dataset, lang));
        assert_eq!(count(&one, own), texts);
        assert_eq!(count(&one, other), 0);
    }
}

#[test]
fn the_toy_data_set_has_a_text_wherever_the_model_can_have_one() {
    // Each optional text that the edition has to reach, by its key in the model.
    let (dataset, _) = marked();
    let json = serde_json::to_value(&dataset).expect("it serializes");
    for key in ["note", "disputed", "reason", "said_by", "outcome", "covers", "term"] {
        assert!(somewhere(&json, key), "no text under `{key}`: the test above proves less");
    }
}

fn somewhere(value: &serde_json::Value, key: &str) -> bool {
    match value {
        serde_json::Value::Object(map) => map
            .iter()
            .any(|(name, value)| (name == key && value.is_object()) || somewhere(value, key)),
        serde_json::Value::Array(items) => items.iter().any(|item| somewhere(item, key)),
        _ => false,
    }
}
