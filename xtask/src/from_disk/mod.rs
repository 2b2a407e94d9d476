//! The site as one file, for who has no host and no network: unpacked, it opens by a double click.
//!
//! Browsers let no script and no WebAssembly load from `file:`, so the copy has none. Its pages are
//! those of the built site as readers without scripts see them, with links that lead from file to
//! file, and each says that it is a copy.

mod page;

use crate::folder::{files, read, slashed};
use anyhow::{Result, anyhow};
use page::Copied;
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use std::path::Path;
use utlovat::open_data::{Project, split_base_url};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What of the built site is in the copy: pages, figures by themselves, and the data as files. Left
/// out are scripts and WebAssembly with their facts, what search engines and hosts ask for, and
/// frozen versions, which are as large as all the rest.
const KEPT: [&str; 7] =
    ["index.html", "favicon.svg", "favicon.ico", "sv/", "en/", "embed/", "data/"];

/// The archive of a built site, the same bytes for the same site. `project` has its words.
pub fn archive(project: &Path, site: &Path, base_url: &str) -> Result<Vec<u8>> {
    let (origin, base) = split_base_url(base_url).map_err(|sentence| anyhow!(sentence))?;
    let words = Project::read(project).map_err(|sentence| anyhow!(sentence))?.messages;
    let there = kept(site)?;
    let copied = Copied { there: &there, base: &base, origin: &origin, words: &words };
    // Not the clock: an archive has to say some time, and this is the oldest that it can.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for path in &there {
        let bytes = read(&site.join(path))?;
        let bytes = match path.ends_with(".html") {
            true => copied.page(path, &String::from_utf8(bytes)?)?.into_bytes(),
            false => bytes,
        };
        archive.start_file(path, options)?;
        archive.write_all(&bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The files of the copy, by their paths, in their order.
fn kept(site: &Path) -> Result<BTreeSet<String>> {
    let all = files(site)?;
    let wanted = |path: &String| {
        let inside =
            KEPT.iter().any(|it| if it.ends_with('/') { path.starts_with(it) } else { path == it });
        inside
            && !path.ends_with(".br")
            && !path.ends_with(".gz")
            && !path.ends_with(".webmanifest")
    };
    Ok(all.iter().map(|file| slashed(file)).filter(wanted).collect())
}
