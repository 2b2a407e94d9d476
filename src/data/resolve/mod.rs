//! From what editors write to what the code may trust.
//!
//! A record may be wrong, the model may not. What cannot be resolved is left out of the
//! [`Dataset`] and told as a [`Problem`]; the rest is there, so that one mistake in one file
//! does not take the page down for whoever is writing in another.

mod names;

mod money;

mod site;

mod sources;

mod parties;

mod schedules;

mod happenings;

mod claims;

mod procurements;

mod regions;

pub use site::{FILE as SITE_FILE, read_site};

use super::check;
use super::problem::{Problem, fold};
use super::record::{self, Records};
use crate::model::{Dataset, Day};
use names::Names;
use std::collections::BTreeMap;
use std::path::PathBuf;
use toml::Spanned;

/// Reads files by their paths from the project's root (`data/parties.toml`).
pub fn read_files(files: &BTreeMap<PathBuf, String>) -> (Dataset, Vec<Problem>) {
    read_found(files, vec![], None)
}

/// The same when there were problems with some files already, on a day that is known or not.
pub fn read_found(
    files: &BTreeMap<PathBuf, String>,
    found: Vec<Problem>,
    today: Option<Day>,
) -> (Dataset, Vec<Problem>) {
    let (mut records, mut problems) = record::read(files);
    records.unread.extend(found.iter().map(|problem| problem.file.clone()));
    records.today = today;
    let (dataset, more) = resolve(&records);
    problems.extend(found);
    problems.extend(more);
    (dataset, fold(problems))
}

/// Checks the records and turns what is right in them into the model.
pub fn resolve(records: &Records) -> (Dataset, Vec<Problem>) {
    let sources = sources::resolve(records);
    let mut names = Names::default();
    names.know_sources(&sources);
    let parties = parties::resolve(records, &names);
    names.know_parties(&parties);

    let procurements = procurements::resolve(records, &names);

    let header = records.dataset.as_ref().map(|entry| &entry.record);
    let reviewed = header.and_then(|header| header.reviewed.as_ref());
    let dataset = Dataset {
        version: header.and_then(|header| header.version.clone()).unwrap_or_default(),
        licence: header.and_then(|header| header.licence).unwrap_or_default(),
        reviewed: reviewed.map_or(Day(0), |day| *day.get_ref()),
        regions: regions::resolve(records, &names, &procurements),
        procurements,
        parties,
        sources: sources.into(),
    };
    (dataset, check::all(records))
}

/// The value without its place.
fn plain<T: Clone>(value: &Option<Spanned<T>>) -> Option<T> {
    value.as_ref().map(|value| value.get_ref().clone())
}
