//! Frozen versions of the data: what an embed or a citation pointed to, kept as it was.
//!
//! A version is finished output, not something to make again: today's code, words and style would
//! make other bytes of the same facts. So its files lie in one archive each, `versions/NAME.zip.br`,
//! beside an index that tells what the archive must be. A build unpacks them to `v/NAME/` and does
//! nothing else with them; `cargo xtask release` makes a new one and never touches an old one.
//!
//! An archive is a ZIP of files as they are, pressed as a whole: pictures with the same typefaces
//! and embeds with the same style would weigh forty times as much one by one.

use super::disk::kept;
use super::files::File;
use super::hash::full_hash;
use crate::data::folder;
use crate::model::{Dataset, Day, PartialDate};
use brotli::enc::BrotliEncoderParams;
use serde::{Deserialize, Serialize};
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The folder in the project that keeps them.
pub const FOLDER: &str = "versions";

/// Which there are, in the project's folder.
pub const INDEX: &str = "versions/index.json";

/// Where they stand on the site, below its root.
pub const SITE_FOLDER: &str = "v/";

/// What the index keeps of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The version of the data; a part of addresses.
    pub version: String,
    /// The day on which the data had been reviewed, ISO 8601.
    pub reviewed: String,
    /// SHA-256 of the files in `data/`: the same facts have the same name.
    pub facts: String,
    /// The newest entry of the ledger at that time: what stands above it came later.
    pub ledger: String,
    /// SHA-256 of the archive.
    pub archive: String,
}

impl Version {
    /// Where its archive lies in the project.
    pub fn file(&self) -> String {
        format!("{FOLDER}/{}.zip.br", self.version)
    }

    /// Where it stands on the site, below its root.
    pub fn folder(&self) -> String {
        format!("{SITE_FOLDER}{}/", self.version)
    }

    /// The day of the review.
    pub fn reviewed(&self) -> Option<Day> {
        match PartialDate::parse(&self.reviewed) {
            Ok(PartialDate::Day(day)) => Some(day),
            _ => None,
        }
    }
}

/// A version with its files, whose paths begin in its own folder.
#[derive(Debug, Clone)]
pub struct Release {
    pub about: Version,
    pub files: Vec<File>,
}

/// All that is frozen, and what today's facts are called.
#[derive(Debug, Clone, Default)]
pub struct Frozen {
    /// Newest first.
    pub releases: Vec<Release>,
    /// SHA-256 of the files in `data/` today.
    pub facts: String,
}

impl Frozen {
    /// Reads and checks every version of a project, or says which one is damaged.
    pub fn read(root: &Path) -> Result<Frozen, String> {
        let of = |about: Version| Ok(Release { files: unpack(&archive(root, &about)?)?, about });
        let releases = index(root)?.into_iter().map(of).collect::<Result<_, String>>()?;
        Ok(Frozen { releases, facts: facts(root) })
    }

    /// The version whose facts are today's.
    pub fn of_today(&self, today: &Dataset) -> Option<&Release> {
        let is_it =
            |one: &&Release| one.about.version == today.version && one.about.facts == self.facts;
        self.releases.iter().find(is_it)
    }
}

/// The index of a project, newest first; empty where nothing was ever released.
pub fn index(root: &Path) -> Result<Vec<Version>, String> {
    let Some(bytes) = kept(&root.join(INDEX)) else { return Ok(vec![]) };
    let wrong = |why: &str| format!("{INDEX} is no list of versions ({why}): restore it from git.");
    let versions: Vec<Version> =
        serde_json::from_slice(&bytes).map_err(|error| wrong(&error.to_string()))?;
    match versions.iter().find(|one| !is_name(&one.version) || one.reviewed().is_none()) {
        Some(one) => Err(wrong(&format!("`{}` of {}", one.version, one.reviewed))),
        None => Ok(versions),
    }
}

/// The text of an index.
pub fn write_index(versions: &[Version]) -> String {
    let json = serde_json::to_string_pretty(versions).expect("texts always have a JSON form");
    format!("{json}\n")
}

/// The archive of a version, which must be the very bytes that were released.
pub fn archive(root: &Path, version: &Version) -> Result<Vec<u8>, String> {
    let (file, name) = (version.file(), &version.version);
    let bytes = kept(&root.join(&file)).ok_or_else(|| {
        format!("{file} is missing, and version {name} must stay: restore it from git.")
    })?;
    if full_hash(&bytes) != version.archive {
        return Err(format!(
            "{file} is not what was released as version {name}, which must never change: \
             restore it from git."
        ));
    }
    Ok(bytes)
}

/// What is to be done to release some facts under a name: `true` to make the version, `false`
/// where it is there already.
pub fn is_new(versions: &[Version], name: &str, facts: &str) -> Result<bool, String> {
    if !is_name(name) {
        return Err(format!(
            "version `{name}` in data/dataset.toml cannot stand in an address: write it with \
             digits, letters, dots and hyphens, such as 1.4.0."
        ));
    }
    match versions.iter().find(|one| one.version == name) {
        None => Ok(true),
        Some(one) if one.facts == facts => Ok(false),
        Some(_) => Err(format!(
            "version {name} was released with other facts and stays as it is: raise `version` in \
             data/dataset.toml."
        )),
    }
}

/// A name for what stands in `data/`.
pub fn facts(root: &Path) -> String {
    let texts = folder::texts(root);
    let texts = texts.iter().map(|(path, text)| {
        // The same on every machine.
        let path: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        format!("{}\n{}\n{text}\n", path.join("/"), text.len())
    });
    full_hash(texts.collect::<String>().as_bytes())
}

/// Whether a version's name can be a part of an address and of a file's name.
fn is_name(name: &str) -> bool {
    let known = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.chars().all(known)
        && !name.ends_with('.')
}

/// As small as brotli makes it.
pub const BEST: i32 = 11;

/// Files as an archive: the same files are the same bytes. `quality` is that of brotli, up to
/// [`BEST`].
pub fn pack(mut files: Vec<File>, quality: i32) -> Result<Vec<u8>, String> {
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let wrong = |error: &dyn std::fmt::Display| format!("the version cannot be packed ({error}).");
    let whole = zipped(&files).map_err(|error| wrong(&error))?;
    let settings = BrotliEncoderParams {
        quality,
        // As far back as the format can look: what files have in common is kept once.
        lgwin: 24,
        size_hint: whole.len(),
        ..Default::default()
    };
    let mut pressed = Vec::new();
    brotli::BrotliCompress(&mut &*whole, &mut pressed, &settings).map_err(|error| wrong(&error))?;
    Ok(pressed)
}

fn zipped(files: &[File]) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        archive.start_file(&*file.path, options)?;
        archive.write_all(&file.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The files of an archive.
pub fn unpack(pressed: &[u8]) -> Result<Vec<File>, String> {
    let wrong = |error: &dyn std::fmt::Display| {
        format!("an archive in {FOLDER}/ cannot be unpacked ({error}): restore it from git.")
    };
    let mut whole = Vec::new();
    brotli::BrotliDecompress(&mut &*pressed, &mut whole).map_err(|error| wrong(&error))?;
    let mut archive = ZipArchive::new(Cursor::new(whole)).map_err(|error| wrong(&error))?;
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).map_err(|error| wrong(&error))?;
        let path = entry.name().map_err(|error| wrong(&error))?.into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|error| wrong(&error))?;
        files.push(File { path, bytes });
    }
    Ok(files)
}
