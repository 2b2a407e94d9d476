//! `data/dataset.toml`: the data set as a whole.

use super::{Fields, Record};
use crate::data::problem::ProblemKind;
use crate::model::{Day, Licence};
use toml::Spanned;

/// The whole file.
#[derive(Debug)]
pub struct DatasetRecord {
    pub version: Option<String>,
    pub licence: Option<Licence>,
    pub reviewed: Option<Spanned<Day>>,
    /// In the order of the page.
    pub procurements: Vec<Spanned<String>>,
}

impl Record for DatasetRecord {
    fn read(fields: &mut Fields) -> Self {
        DatasetRecord {
            version: version(fields),
            licence: fields.required("licence"),
            reviewed: fields.required("reviewed"),
            procurements: fields.at_least_one("procurements"),
        }
    }
}

/// Three numbers, so that whoever builds on the data can tell a correction from a change.
fn version(fields: &mut Fields) -> Option<String> {
    let version: Spanned<String> = fields.required("version")?;
    let parts: Vec<&str> = version.get_ref().split('.').collect();
    let number = |part: &&str| part.parse::<u32>().is_ok_and(|number| number.to_string() == **part);
    if parts.len() == 3 && parts.iter().all(number) {
        return Some(version.into_inner());
    }
    fields.note(version.span(), ProblemKind::NotSemver { version: version.into_inner() });
    None
}
