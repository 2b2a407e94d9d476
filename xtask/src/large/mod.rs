//! A made-up data set of hundreds of procurements and tens of thousands of events: what the site
//! must still bear when it has grown far beyond what anybody has researched.

mod measure;

mod prose;

mod record;

pub use measure::{measure, weigh};

use crate::folder::{files, read, write};
use anyhow::Result;
use std::path::Path;

/// How many events each procurement has.
pub const EVENTS: usize = 50;

/// So many procurements have ten thousand events.
pub const PROCUREMENTS: usize = 200;

/// Writes a project of so many procurements whose facts are made up, with the words, looks and
/// public files of this one. Every run writes the same bytes.
pub fn write_project(root: &Path, folder: &Path, procurements: usize) -> Result<()> {
    for part in ["locales", "style", "public"] {
        for file in files(&root.join(part))? {
            write(&folder.join(part).join(&file), &read(&root.join(part).join(&file))?)?;
        }
    }
    for file in ["index.html", "site.toml"] {
        write(&folder.join(file), &read(&root.join(file))?)?;
    }
    record::write_data(&folder.join("data"), procurements)
}
