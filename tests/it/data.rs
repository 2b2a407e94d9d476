//! `data/` in and out: every rule has a fixture, every input has an answer, and what is
//! published only grows.

mod invalid;

mod edits;

mod slips;

mod several;

mod toy;

mod regions;

mod missing;

mod comparators;

mod edition;

mod v1;

mod wording;

mod guide;

mod guide_examples;

pub mod mutations;

use super::project::{fixture, root};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use utlovat::data::problem::Problem;
use utlovat::model::Lang;

/// The TOML files of a data set, by their paths from its root.
pub fn files(root: &Path) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.join("data")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("the folder of a data set") {
            let path = entry.expect("an entry of it").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                let text = std::fs::read_to_string(&path).expect("a file of it");
                files.insert(path.strip_prefix(root).expect("within").to_owned(), text);
            }
        }
    }
    files
}

/// A problem as an editor reads it in each language: file, line, column, entry, what, way out.
fn told(problem: &Problem, text: &str) -> String {
    let file = problem.file.display();
    let place = match &problem.span {
        Some(span) => {
            let before = &text.as_bytes()[..span.start];
            let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
            format!("{file}:{line}:{column}")
        }
        None => file.to_string(),
    };
    let said = Lang::ALL.map(|lang| {
        format!("  {}: {} {}\n", lang.code(), problem.sentence(lang), problem.remedy(lang))
    });
    let follows = match problem.follows.len() {
        0 => String::new(),
        count => format!("  + {count}\n"),
    };
    format!("{place} {}\n{}{follows}", problem.entry, said.concat())
}

/// All problems, one after another.
pub fn lines(problems: &[Problem], root: &Path) -> String {
    problems
        .iter()
        .map(|problem| {
            let bytes = std::fs::read(root.join(&problem.file)).unwrap_or_default();
            // Only what stands before the mistake counts, so no byte may be replaced by three.
            let text: String = bytes.iter().map(|byte| *byte as char).collect();
            let text = String::from_utf8(bytes).unwrap_or(text);
            told(problem, &text)
        })
        .collect()
}
