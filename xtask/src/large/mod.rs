//! A made-up data set of hundreds of procurements and tens of thousands of events: what the site
//! must still bear when it has grown far beyond what anybody has researched.

mod measure;

mod prose;

mod record;

pub use measure::{measure, weigh};

use crate::folder::copy_but_facts;
use anyhow::Result;
use std::path::Path;

/// How many events each procurement has.
pub const EVENTS: usize = 50;

/// So many procurements have ten thousand events.
pub const PROCUREMENTS: usize = 200;

/// Writes a project of so many procurements whose facts are made up, with the words, looks and
/// public files of this one. Every run writes the same bytes.
pub fn write_project(root: &Path, folder: &Path, procurements: usize) -> Result<()> {
    copy_but_facts(root, folder)?;
    record::write_data(&folder.join("data"), procurements)
}
