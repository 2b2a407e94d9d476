//! The list of what a reader saves for reading without a network, each file with its hash, and the
//! note that says which list is that of the published site (`public/assets/offline.js` reads both).

use crate::folder::{files, read, slashed, write};
use crate::supply::LIST;
use anyhow::Result;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
use utlovat::open_data::hash::full_hash;

/// Folders that nobody reads page by page, and that weigh more than all pages: open data, pictures to
/// take along, frozen versions; and what only other sites ask for.
const LEFT_OUT: [&str; 4] = ["data", "pictures", "v", "oembed"];

/// Kinds of files that pages are made of: neither compressed twins nor what only robots or the host
/// read.
const KINDS: [&str; 10] =
    ["html", "js", "css", "wasm", "bin", "json", "woff2", "svg", "ico", "webmanifest"];

/// What the published site is, for who has saved it or may do so.
#[derive(Debug, Serialize)]
pub struct Note {
    /// The hash of the list: it is another one when any file is.
    pub version: String,
    /// Where the list lies.
    pub list: String,
    /// How many bytes are fetched at most, where the host sends the compressed files.
    pub fetched: u64,
    /// How many bytes are stored.
    pub stored: u64,
}

/// Writes list and note into a site whose files have their compressed twins.
pub fn write_list(site: &Path) -> Result<Note> {
    let (mut list, mut fetched, mut stored) = (BTreeMap::new(), 0, 0);
    for file in files(site)?.into_iter().filter(|file| is_saved(file)) {
        let path = site.join(&file);
        let bytes = read(&path)?;
        let mut pressed = path.into_os_string();
        pressed.push(".br");
        let size = bytes.len() as u64;
        stored += size;
        fetched += std::fs::metadata(&pressed).map_or(size, |pressed| pressed.len());
        list.insert(address(&file), full_hash(&bytes));
    }
    let list = serde_json::to_vec_pretty(&list)?;
    let version = full_hash(&list);
    let path = format!("assets/offline-{}.json", &version[..10]);
    write(&site.join(&path), &list)?;
    let note = Note { version, list: path, fetched, stored };
    write(&site.join("offline.json"), &serde_json::to_vec_pretty(&note)?)?;
    Ok(note)
}

/// The address of a file below the site's root: a page is found by its folder.
fn address(file: &Path) -> String {
    let path = slashed(file);
    match path.strip_suffix("index.html") {
        Some(folder) => folder.to_owned(),
        None => path,
    }
}

fn is_saved(file: &Path) -> bool {
    let kind = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let its_own =
        ["404.html", "offline-worker.js", LIST].iter().any(|name| file == Path::new(name));
    let left_out = LEFT_OUT.iter().any(|folder| file.starts_with(folder));
    KINDS.contains(&kind) && !its_own && !left_out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn every_page_and_what_it_needs_is_listed_with_its_hash_and_weight() {
        let place = tempfile::tempdir().unwrap();
        let site = place.path();
        let put = |path: &str, text: &str| write(&site.join(path), text.as_bytes()).unwrap();
        for (path, text) in [
            ("index.html", "root"),
            ("sv/index.html", "page of words"),
            ("sv/index.html.br", "short"),
            ("assets/app-1.wasm", "code"),
            ("embed/sv/krav/index.html", "a frame"),
        ] {
            put(path, text);
        }
        let left_out =
            ["data/v1/a.json", "pictures/a.svg", "v/1/index.html", "sv/a.png", "web.config"];
        for path in left_out.into_iter().chain(["404.html", "offline-worker.js", "_headers"]) {
            put(path, "left out");
        }
        let note = write_list(site).unwrap();
        assert_eq!((note.fetched, note.stored), (4 + 5 + 4 + 7, 4 + 13 + 4 + 7));

        let list = read(&site.join(&note.list)).unwrap();
        assert_eq!(note.version, full_hash(&list));
        let list: BTreeMap<String, String> = serde_json::from_slice(&list).unwrap();
        let paths: Vec<&str> = list.keys().map(String::as_str).collect();
        assert_eq!(paths, ["", "assets/app-1.wasm", "embed/sv/krav/", "sv/"]);
        assert_eq!(list["sv/"], full_hash(b"page of words"));
        let told: Value =
            serde_json::from_slice(&read(&site.join("offline.json")).unwrap()).unwrap();
        assert_eq!(told["list"], note.list);

        // Another file, another version.
        std::fs::remove_file(site.join(&note.list)).unwrap();
        std::fs::remove_file(site.join("offline.json")).unwrap();
        put("sv/index.html", "page of other words");
        assert_ne!(write_list(site).unwrap().version, note.version);
    }
}
