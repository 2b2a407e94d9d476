//! `dataset.toml`, `parties.toml` and each folder's `procurement.toml` are there.

use crate::data::problem::{Place, Problem, ProblemKind};
use crate::data::record::Records;
use std::path::PathBuf;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    let mut expect = |file: PathBuf, entry: &str| {
        if !records.files.contains(&file) && !records.unread.contains(&file) {
            let place = Place { file, entry: entry.to_owned() };
            problems.push(place.problem(None, ProblemKind::MissingFile));
        }
    };
    expect(PathBuf::from("data/dataset.toml"), "dataset");
    expect(PathBuf::from("data/parties.toml"), "parties");
    for folder in &records.procurements {
        let entry = format!("procurement \"{}\"", folder.name);
        expect(folder.file("procurement.toml"), &entry);
    }
}
