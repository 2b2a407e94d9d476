//! One broken data set a rule, in `tests/fixtures/invalid/<rule>/`, with what an editor is
//! told about it in `expected.txt`. `BLESS=1 cargo test` rewrites that file; read the diff.

use super::{fixture, lines, root};
use std::collections::BTreeSet;
use std::fs;
use utlovat::data::folder;
use utlovat::model::Day;

#[test]
fn every_mistake_is_told_at_its_place_with_the_way_out() {
    let mut wrong = String::new();
    for rule in fixtures() {
        let root = fixture("invalid").join(&rule);
        let (_, problems) = folder::read_on(&root, Day::new(2026, 11, 22));
        for problem in &problems {
            assert_eq!(problem.kind.name(), rule, "a fixture has just its own mistake");
        }
        let told = lines(&problems, &root);
        let file = root.join("expected.txt");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&file, &told).expect("the fixture's folder can be written");
        } else if fs::read_to_string(&file).unwrap_or_default() != told {
            wrong.push_str(&format!("{rule} now says:\n{told}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}BLESS=1 accepts it.");
}

#[test]
fn every_rule_has_a_fixture_and_every_fixture_a_rule() {
    let mut rules = rules();
    // A megabyte is made by the test that needs it.
    assert!(rules.remove("too-large"));
    assert_eq!(fixtures(), rules);
}

fn fixtures() -> BTreeSet<String> {
    let folders = fs::read_dir(fixture("invalid")).expect("tests/fixtures/invalid");
    folders
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect()
}

/// The names that `ProblemKind::name`, `Slip::name` and `Doubt::name` give, read from their source: each
/// `match` there is exhaustive, so that no variant can hide.
fn rules() -> BTreeSet<String> {
    let sources = ["kind.rs", "slip.rs", "doubt.rs"].map(|file| {
        fs::read_to_string(root().join("src/data/problem").join(file)).expect("its source")
    });
    sources
        .iter()
        .flat_map(|source| source.lines())
        .filter_map(|line| line.split_once(" => \"")?.1.strip_suffix("\","))
        .map(str::to_owned)
        .collect()
}
