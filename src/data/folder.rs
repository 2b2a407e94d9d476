//! Reads `data/` from the disk. The only file of this layer that may.

use super::problem::{Place, Problem, ProblemKind};
use super::record::{self, Records};
use super::resolve;
use super::slips;
use crate::model::{Dataset, Day, SiteSettings};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes: twenty times the largest of today's.
pub const LARGEST: u64 = 1_000_000;

/// Reads and checks `data/` in the project's folder `root`. Whatever is wrong with the
/// files, this gives what can be read and every problem.
pub fn read(root: &Path) -> (Dataset, Vec<Problem>) {
    read_on(root, None)
}

/// The same on a day, so that a review in the future can be told.
pub fn read_on(root: &Path, today: Option<Day>) -> (Dataset, Vec<Problem>) {
    let data = Path::new("data");
    let mut found = Found { root, files: BTreeMap::new(), problems: vec![] };
    found.folder(data);
    let Found { files, problems, .. } = found;
    if problems.iter().any(|problem| problem.file == data) {
        // Without the folder there is no use in naming each file that is not in it.
        return (resolve::resolve(&Records::default()).0, problems);
    }
    resolve::read_found(&files, problems, today)
}

/// Reads and checks `site.toml` in the project's folder `root`, in the same way.
pub fn read_site(root: &Path) -> (SiteSettings, Vec<Problem>) {
    let mut found = Found { root, files: BTreeMap::new(), problems: vec![] };
    found.file(PathBuf::from(resolve::SITE_FILE));
    match found.files.into_values().next() {
        Some(text) => resolve::read_site(&text),
        None => (SiteSettings::default(), found.problems),
    }
}

/// The files of facts as they stand, by their paths from the project's folder.
pub fn texts(root: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = Found { root, files: BTreeMap::new(), problems: vec![] };
    found.folder(Path::new("data"));
    found.files
}

struct Found<'a> {
    root: &'a Path,
    files: BTreeMap<PathBuf, String>,
    problems: Vec<Problem>,
}

impl Found<'_> {
    fn folder(&mut self, folder: &Path) {
        let entries = fs::read_dir(self.root.join(folder)).and_then(|entries| entries.collect());
        let mut entries: Vec<fs::DirEntry> = match entries {
            Ok(entries) => entries,
            Err(error) => return self.unreadable(folder, &error),
        };
        entries.retain(|entry| !is_ignored(&folder.join(entry.file_name())));
        if entries.is_empty() && folder.components().count() > 1 {
            return self.note(folder, None, ProblemKind::EmptyFolder);
        }
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = folder.join(entry.file_name());
            let toml = path.extension().is_some_and(|extension| extension == "toml");
            match entry.file_type() {
                Err(error) => self.unreadable(&path, &error),
                Ok(kind) if kind.is_dir() && toml => {
                    self.note(&path, None, ProblemKind::FileIsFolder);
                }
                Ok(kind) if kind.is_dir() => self.folder(&path),
                // Also a link that stays within: what is read is what stands in the commit.
                Ok(kind) if !kind.is_file() => self.note(&path, None, ProblemKind::NotAFile),
                Ok(_) if toml => self.file(path),
                Ok(_) => self.problems.push(record::unknown(&path)),
            }
        }
    }

    fn file(&mut self, path: PathBuf) {
        let bytes = match self.bytes(&path) {
            Ok(bytes) => bytes,
            Err(error) => return self.unreadable(&path, &error),
        };
        let size = bytes.len() as u64;
        if size > LARGEST {
            let bytes = fs::metadata(self.root.join(&path)).map_or(size, |file| file.len());
            return self.note(&path, None, ProblemKind::TooLarge { bytes, most: LARGEST });
        }
        match slips::not_utf8(&bytes) {
            Some((at, how)) => self.note(&path, Some(at..at + 1), ProblemKind::NotUtf8(how)),
            None => {
                self.files.insert(path, String::from_utf8_lossy(&bytes).into_owned());
            }
        }
    }

    /// What stands in a file, and never much more than may.
    fn bytes(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut bytes = vec![];
        fs::File::open(self.root.join(path))?.take(LARGEST + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn unreadable(&mut self, path: &Path, error: &io::Error) {
        self.note(path, None, ProblemKind::Unreadable { cause: error.kind() });
    }

    fn note(&mut self, path: &Path, span: Option<Range<usize>>, kind: ProblemKind) {
        let entry = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let place = Place { file: path.to_owned(), entry: entry.unwrap_or_default() };
        self.problems.push(place.problem(span, kind));
    }
}

/// What lies beside the facts: guides for editors, the licence, what an editing program leaves.
fn is_ignored(path: &Path) -> bool {
    const BESIDE: [&str; 3] = ["data/README.md", "data/TERMS.md", "data/LICENSE"];
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    hidden || BESIDE.iter().any(|file| path == Path::new(file))
}
