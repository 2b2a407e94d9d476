//! What a procurement may lack, and what it may not.

use super::{files, fixture};
use std::path::Path;
use utlovat::data::resolve::read_files;
use utlovat::model::{Dataset, Procurement};
use utlovat::open_data::v1::{to_json, v1};

const NORTH: &str = "data/procurements/toy-north/procurement.toml";

const NONE: [&str; 0] = [];

/// The toy data set with a changed `toy-north`, and the rules that it breaks.
fn changed(change: impl FnOnce(&str) -> String) -> (Dataset, Vec<&'static str>) {
    let mut files = files(&fixture("toy"));
    let text = files.get_mut(Path::new(NORTH)).expect("its file");
    *text = change(text);
    let (dataset, problems) = read_files(&files);
    (dataset, problems.iter().map(|problem| problem.kind.name()).collect())
}

/// Without the first lines that begin so, in the order in which they stand.
fn without(beginnings: &[&str]) -> (Dataset, Vec<&'static str>) {
    changed(|text| {
        let mut left = beginnings.iter().peekable();
        let gone = |line: &&str| left.next_if(|beginning| line.starts_with(**beginning)).is_none();
        let kept: Vec<&str> = text.lines().filter(gone).collect();
        assert_eq!(kept.len() + beginnings.len(), text.lines().count(), "{beginnings:?}");
        kept.join("\n")
    })
}

fn north(dataset: &Dataset) -> &Procurement {
    dataset.procurement("toy-north").expect("it is still there")
}

#[test]
fn what_the_sources_do_not_tell_is_left_out() {
    let (dataset, told) = without(&[
        "supplier",
        "product ",
        "product-wikidata",
        "scope.sv",
        "scope.en",
        "scope-sources",
        "replaces.sv",
        "replaces.en",
        "replaces-sources",
    ]);
    assert_eq!(told, NONE);
    let north = north(&dataset);
    assert_eq!((north.supplier, &north.product), (None, &None));
    assert_eq!((&north.scope, &north.replaces), (&None, &None));
    assert!(!north.comparator);
}

#[test]
fn an_item_of_wikidata_says_what_a_named_system_is() {
    assert_eq!(without(&["product-wikidata"]).1, NONE);
    assert_eq!(without(&["product "]).1, ["missing-field"]);
}

#[test]
fn a_contract_may_have_no_value_and_no_term_but_a_value_covers_something() {
    let (dataset, told) =
        without(&["value = 4", "currency", "covers.sv", "covers.en", "term.sv", "term.en"]);
    assert_eq!(told, NONE);
    let contract = north(&dataset).contract.as_ref().expect("it is still signed");
    assert_eq!((contract.value, &contract.covers, &contract.term), (None, &None, &None));
    assert_eq!(without(&["covers.sv", "covers.en"]).1, ["missing-field"]);
    assert_eq!(without(&["value = 4", "currency"]).1, ["missing-field"]);
}

#[test]
fn there_may_be_no_contract_and_no_number_of_residents() {
    let (dataset, told) = changed(|text| {
        let (before, rest) = text.split_once("[residents]").expect("residents");
        let (_, after) = rest.split_once("[[cost]]").expect("a cost");
        format!("{before}[[cost]]{after}")
    });
    assert_eq!(told, NONE);
    assert_eq!((&north(&dataset).contract, &north(&dataset).residents), (&None, &None));
    let json = to_json(&v1(&dataset, "/"));
    assert!(json.contains("\"contract\": null"), "what is absent is null, never missing");
}

#[test]
fn what_is_always_told_has_to_be_there() {
    assert_eq!(without(&["summary.sv", "summary.en"]).1, ["missing-field"]);
    assert_eq!(without(&["standing.sv", "standing.en"]).1, ["missing-field"]);
    assert_eq!(without(&["scope-sources"]).1, ["fact-without-source"]);
    assert_eq!(without(&["scope.sv", "scope.en"]).1, ["missing-field"]);
}
