//! Several mistakes at once: none hides another.

use super::{files, fixture};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use utlovat::data::problem::Problem;
use utlovat::data::resolve::read_files;

const NORTH: &str = "data/procurements/toy-north";

fn toy() -> BTreeMap<PathBuf, String> {
    files(&fixture("toy"))
}

/// The toy data set with replacements `(file, from, to)`, and the rules it then breaks.
fn broken(changes: &[(&str, &str, &str)]) -> Vec<String> {
    let mut files = toy();
    for (file, from, to) in changes {
        let text = files.get_mut(Path::new(file)).expect("a file of the toy data set");
        assert!(text.contains(from), "{file} has no {from}");
        *text = text.replacen(from, to, 1);
    }
    read_files(&files).1.iter().map(told).collect()
}

fn told(problem: &Problem) -> String {
    format!("{} {}", problem.entry, problem.kind.name())
}

#[test]
fn two_mistakes_in_one_entry_are_both_told() {
    let events = &format!("{NORTH}/events.toml");
    assert_eq!(
        broken(&[
            (
                events,
                "\"award-2018\"\ndate = \"2018-03-01\"",
                "\"award-2018\"\ndate = \"2018-02-30\""
            ),
            (events, "kind = \"award\"", "kinds = \"award\""),
            (events, "\"puzzle\"", "\"puzle\""),
        ]),
        [
            "event \"award-2018\" missing-field",
            "event \"award-2018\" date-impossible",
            "event \"award-2018\" unknown-field",
            "event \"award-2018\" unknown-party",
        ]
    );
}

#[test]
fn a_file_that_is_not_toml_hides_nothing_in_the_others_and_accuses_nobody() {
    assert_eq!(
        broken(&[
            ("data/sources/toy-gazette.toml", "id = \"toy-gazette\"", "id = "),
            ("data/parties.toml", "role = \"union\"", "role = \"unoin\""),
            (&format!("{NORTH}/plans.toml"), "\"2020-autumn\"", "\"2020-winter\""),
        ]),
        [
            "publisher \"toy-gazette\" missing-value",
            "party \"toy-nurses\" unknown-word",
            "plan \"plan-2018\", promise \"first-go-live\" date-winter",
        ]
    );
}

#[test]
fn a_mistake_in_an_entry_is_no_reason_to_call_it_unknown_elsewhere() {
    assert_eq!(
        broken(&[
            ("data/parties.toml", "role = \"supplier\"", "role = \"suplier\""),
            ("data/sources/toy-region-north.toml", "kind = \"press-release\"", ""),
        ]),
        ["party \"toymaker\" unknown-word", "source \"north-contract\" missing-field"]
    );
}

#[test]
fn dates_whose_windows_overlap_have_no_order() {
    let plans = &format!("{NORTH}/plans.toml");
    let claims = &format!("{NORTH}/claims.toml");
    let none: [&str; 0] = [];
    assert_eq!(
        broken(&[
            (plans, "announced = \"2020-05-04\"", "announced = \"2018\""),
            (claims, "date = \"2022-spring\"", "date = \"2022-02\""),
            (claims, "date = \"2022-02-10\"", "date = \"2022-q1\""),
        ]),
        none
    );
}

#[test]
fn what_is_wrong_is_left_out_and_the_rest_stays() {
    let mut files = toy();
    let events = files.get_mut(Path::new("data/procurements/toy-north/events.toml")).expect("it");
    *events = events.replacen("kind = \"award\"", "", 1);
    let (dataset, problems) = read_files(&files);
    assert_eq!(problems.len(), 1);
    let north = dataset.procurement("toy-north").expect("the procurement is still there");
    assert_eq!(north.events.len(), 5);
}

#[test]
fn no_files_at_all_is_an_answer_too() {
    let (dataset, problems) = read_files(&BTreeMap::new());
    assert!(dataset.procurements.is_empty());
    let files: Vec<_> = problems.iter().map(|problem| problem.file.display().to_string()).collect();
    assert_eq!(files, ["data/dataset.toml", "data/parties.toml"]);
}
