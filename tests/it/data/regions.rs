//! `regions.toml`: an optional file, and its facts as good as any other.

use super::{files, fixture};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use utlovat::data::resolve::read_files;
use utlovat::model::RegionChange;

const REGIONS: &str = "data/regions.toml";

fn toy() -> BTreeMap<PathBuf, String> {
    files(&fixture("toy"))
}

/// The rules that the toy data set breaks when its regions are changed.
fn broken(from: &str, to: &str) -> Vec<String> {
    let mut files = toy();
    let text = files.get_mut(Path::new(REGIONS)).expect("the toy regions");
    assert!(text.contains(from), "{from}");
    *text = text.replacen(from, to, 1);
    let (_, problems) = read_files(&files);
    problems.iter().map(|it| format!("{} {}", it.entry, it.kind.name())).collect()
}

#[test]
fn a_region_knows_its_systems_and_its_procurement() {
    let (dataset, problems) = read_files(&toy());
    assert_eq!(problems, []);
    let north = &dataset.regions[0];
    assert_eq!((north.code.as_str(), north.short.as_str()), ("01", "Nord"));
    assert_eq!(north.system.as_deref(), Some("Marble"));
    assert_eq!((north.next.as_deref(), north.change), (Some("Domino"), RegionChange::Chosen));
    let about = north.procurement.map(|it| dataset.procurement_at(it).id.to_string());
    assert_eq!(about.as_deref(), Some("toy-north"));
    let south = &dataset.regions[1];
    assert_eq!((&south.system, south.change), (&None, RegionChange::None));
}

#[test]
fn there_need_be_no_regions() {
    let mut files = toy();
    files.remove(Path::new(REGIONS));
    let (dataset, problems) = read_files(&files);
    assert_eq!(problems, []);
    assert!(dataset.regions.is_empty());
}

#[test]
fn a_source_that_only_a_region_cites_is_used() {
    let none: [&str; 0] = [];
    let mut files = toy();
    let gazette = files.get_mut(Path::new("data/sources/toy-gazette.toml")).expect("it");
    *gazette += "\n[[source]]\nid = \"atlas\"\nurl = \"https://gazette.example/atlas\"\n\
                 language = \"sv\"\nkind = \"news\"\n";
    let told = |files: &BTreeMap<PathBuf, String>| -> Vec<&'static str> {
        read_files(files).1.iter().map(|problem| problem.kind.name()).collect()
    };
    assert_eq!(told(&files), ["unused-source"]);
    let regions = files.get_mut(Path::new(REGIONS)).expect("it");
    *regions = regions.replacen("population-sources = [", "population-sources = [\"atlas\", ", 1);
    assert_eq!(told(&files), none);
}

#[test]
fn what_is_wrong_with_a_region_is_told_at_it() {
    let south = "region \"toy-south\"";
    let north = "region \"toy-north\"";
    assert_eq!(broken("code = \"02\"", "code = \"01\""), [format!("{north} duplicate-id")]);
    assert_eq!(
        broken("id = \"toy-north\"", "id = \"toy-south\""),
        [format!("{south} duplicate-id")]
    );
    assert_eq!(broken("\"none\"", "\"never\""), [format!("{south} unknown-word")]);
    assert_eq!(broken("\"Syd\"", "\"Toyregion Syd i landet\""), [format!("{south} too-long")]);
    assert_eq!(broken("\"2019\"", "\"2031\""), [format!("{south} after-review")]);
    assert_eq!(
        broken("procurement = \"toy-north\"", "procurement = \"toy-nort\""),
        [format!("{north} unknown-procurement")]
    );
    assert_eq!(broken("system-as-of = \"2019\"\n", ""), [format!("{south} missing-field")]);
}
