//! What is there for comparison only has its pages, and stands aside elsewhere.

use super::{files, fixture};
use std::path::Path;
use utlovat::data::resolve::read_files;
use utlovat::model::{Dataset, Id, Procurement};
use utlovat::route::Selection;

/// The toy data set whose first procurement is there for comparison only.
fn compared() -> Dataset {
    let mut files = files(&fixture("toy"));
    let file = Path::new("data/procurements/toy-north/procurement.toml");
    let text = files.get_mut(file).expect("its file");
    text.insert_str(0, "comparator = true\n");
    let (dataset, problems) = read_files(&files);
    assert_eq!(problems, []);
    dataset
}

fn ids<'a>(procurements: impl IntoIterator<Item = &'a Procurement>) -> Vec<&'a str> {
    procurements.into_iter().map(|procurement| procurement.id.as_str()).collect()
}

#[test]
fn it_is_shown_when_it_is_chosen_and_after_the_others() {
    let dataset = compared();
    assert_eq!(ids(dataset.followed_first()), ["toy-south", "toy-north"]);
    let chosen = |names: &[&str]| Selection {
        procurements: names.iter().filter_map(|name| Id::parse(name).ok()).collect(),
        ..Selection::default()
    };
    let shown = |names: &[&str]| ids(chosen(names).shown(&dataset)).join(" ");
    assert_eq!(shown(&[]), "toy-south");
    assert_eq!(shown(&["toy-north"]), "toy-north");
    assert_eq!(shown(&["toy-north", "toy-south"]), "toy-south toy-north");
}
