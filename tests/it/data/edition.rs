//! A page loads the words of its own language and no others.

use super::{files, fixture};
use utlovat::data::publish::edition;
use utlovat::data::resolve::read_files;
use utlovat::model::{Dataset, Lang};
use utlovat::open_data::v1::{to_json, v1};

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

/// The browser loads what pages show; an item is for those who join our facts with others'.
#[test]
fn an_edition_has_no_item_of_wikidata_and_what_the_world_reads_has_them_all() {
    let (dataset, _) = marked();
    let items = |dataset: &Dataset| -> Vec<String> {
        let parties = dataset.parties.iter().filter_map(|party| party.wikidata);
        let regions = dataset.regions.iter().filter_map(|region| region.wikidata);
        let products = dataset.procurements.iter().filter_map(|one| one.product_wikidata);
        parties.chain(regions).chain(products).map(|item| item.to_string()).collect()
    };
    let all = ["Q1000001", "Q1000002", "Q1000003"];
    assert_eq!(items(&dataset), all);
    let published = to_json(&v1(&dataset, "/"));
    for lang in Lang::ALL {
        assert_eq!(items(&edition(&dataset, lang)), [""; 0]);
    }
    let loaded = serde_json::to_string(&dataset).expect("it serializes");
    for item in all {
        assert!(published.contains(&format!("\"{item}\"")), "{item}");
        assert!(!loaded.contains(item), "{item} would weigh on every page");
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
