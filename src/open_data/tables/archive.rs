//! `data/utlovat.zip`: tables, JSON, schemas, descriptions, examples, citation and licence in one.
//!
//! The same facts give the same bytes: files stand in the order of their names, and all are as old
//! as the last review of the facts.

use crate::model::Day;
use crate::open_data::files::File;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Where it lies below the site's root. The name stays, so that links to it do too.
pub const PATH: &str = "data/utlovat.zip";

/// What the names inside leave out of the files' paths.
const FOLDER: &str = "data/";

/// The archive of some files, unpacked as they lie in the folder `data/` of the site.
pub fn file(mut files: Vec<&File>, reviewed: Day) -> Result<File, String> {
    files.sort_by_key(|file| &file.path);
    match packed(&files, reviewed) {
        Ok(bytes) => Ok(File { path: PATH.to_owned(), bytes }),
        Err(error) => Err(format!("{PATH} cannot be written ({error}).")),
    }
}

fn packed(files: &[&File], reviewed: Day) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(midnight(reviewed))
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let name = file.path.strip_prefix(FOLDER).unwrap_or(&file.path);
        archive.start_file(name, options)?;
        archive.write_all(&file.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The beginning of a day, or the oldest time that an archive can tell.
fn midnight(day: Day) -> DateTime {
    let (year, month, day) = day.ymd();
    u16::try_from(year)
        .ok()
        .and_then(|year| DateTime::from_date_and_time(year, month, day, 0, 0, 0).ok())
        .unwrap_or_default()
}
