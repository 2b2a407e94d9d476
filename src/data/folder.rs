//! Reads `data/` from the disk. The only file of this layer that may.

use super::problem::{Place, Problem, ProblemKind};
use super::record::Records;
use super::resolve;
use super::slips;
use crate::model::Dataset;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Reads and checks `data/` in the project's folder `root`. Whatever is wrong with the
/// files, this gives what can be read and every problem.
pub fn read(root: &Path) -> (Dataset, Vec<Problem>) {
    let data = Path::new("data");
    let mut found = Found { root, files: BTreeMap::new(), problems: vec![] };
    found.folder(data);
    let Found { files, mut problems, .. } = found;
    if problems.iter().any(|problem| problem.file == data) {
        // Without the folder there is no use in naming each file that is not in it.
        return (resolve::resolve(&Records::default()).0, problems);
    }
    let unread = problems.iter().map(|problem| problem.file.clone()).collect();
    let (dataset, more) = resolve::read_files_but(&files, unread);
    problems.extend(more);
    Problem::sort(&mut problems);
    (dataset, problems)
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
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = folder.join(entry.file_name());
            if self.root.join(&path).is_dir() {
                self.folder(&path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                self.file(path);
            }
        }
    }

    fn file(&mut self, path: PathBuf) {
        let bytes = match fs::read(self.root.join(&path)) {
            Ok(bytes) => bytes,
            Err(error) => return self.unreadable(&path, &error),
        };
        match slips::not_utf8(&bytes) {
            Some((at, how)) => self.note(&path, Some(at..at + 1), ProblemKind::NotUtf8(how)),
            None => {
                self.files.insert(path, String::from_utf8_lossy(&bytes).into_owned());
            }
        }
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
