//! The house rules that the compiler does not know. Each failure says where, and what to do.
//!
//! The text of `src/` is read without its comments and without what stands below
//! `#[cfg(test)]`: a test may use what its code may not.

use super::project::root;
use std::path::{Path, PathBuf};

/// The layers, ground first, and which others each may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("analysis", &["model"]),
    ("data", &["model"]),
    ("route", &["model"]),
    ("i18n", &["model"]),
    // The files for the world tell conclusions, addresses and sentences beside the facts.
    ("open_data", &["model", "analysis", "data", "route", "i18n"]),
    ("chart", &["model", "analysis"]),
    ("view", &["model", "analysis", "route", "i18n", "chart"]),
    ("app", &["model", "analysis", "data", "route", "i18n", "open_data", "chart", "view"]),
];

/// How many lines a file may have. Whoever writes takes a noun out long before that; this only keeps
/// a file from growing without anybody's noticing.
const LONGEST: usize = 600;

#[test]
fn every_layer_uses_only_the_layers_below_it() {
    let mut wrong = Vec::new();
    for file in sources("src") {
        let Some((layer, allowed)) = file.layer() else { continue };
        for (number, line) in file.code() {
            for used in layers_named(&line, &file.module()) {
                if used != layer && !allowed.contains(&used.as_str()) {
                    wrong.push(format!(
                        "{}:{number} uses `{used}` from `{layer}`, which may use {allowed:?}: move \
                         what you need to a lower layer, or hand it in from above.",
                        file.path
                    ));
                }
            }
        }
    }
    none(wrong);
}

#[test]
fn every_folder_of_the_source_is_a_layer_of_the_table() {
    let mut wrong = Vec::new();
    for file in sources("src") {
        let loose = file.path == "src/lib.rs" || file.path.starts_with("src/bin/");
        if file.layer().is_none() && !loose {
            wrong.push(format!(
                "{}:1 belongs to no layer: move it into one, or name the layer in MAY_USE.",
                file.path
            ));
        }
    }
    none(wrong);
}

#[test]
fn only_the_browser_folder_names_the_browser() {
    named_only_in(
        &["web_sys", "gloo"],
        &["src/app/browser.rs", "src/app/browser/"],
        "hand the effect in as a callback",
    );
}

#[test]
fn only_a_few_places_touch_the_disk() {
    named_only_in(
        &["std::fs", "fs::", "std::{fs"],
        &[
            "src/data/folder.rs",
            "src/open_data/disk.rs",
            "src/open_data/project.rs",
            "src/bin/prerender.rs",
        ],
        "take the text as an argument",
    );
}

#[test]
fn no_crate_may_hold_unsafe_code() {
    let roots = [
        "build.rs",
        "src/lib.rs",
        "picture/build.rs",
        "picture/src/lib.rs",
        "picture/web/src/lib.rs",
        "xtask/src/lib.rs",
        "xtask/src/main.rs",
        "tests/it/main.rs",
        "tests/e2e/site.rs",
    ];
    let bins = sources("src/bin").into_iter().map(|file| file.path);
    for path in roots.map(str::to_owned).into_iter().chain(bins) {
        let text = std::fs::read_to_string(root().join(&path)).expect("the root of a crate");
        assert!(
            text.contains("forbid(unsafe_code)"),
            "{path}: write `#![forbid(unsafe_code)]` below its first comment"
        );
    }
    // Whoever allows some after all names the rule.
    let places = ["src/lib.rs", "src/bin/", "src/view/page/content.rs"];
    named_only_in(&["unsafe_code"], &places, "find a safe way");
}

#[test]
fn only_the_tests_about_the_real_record_read_it() {
    // What finds the project's folder, and then reads `data/` in it.
    let finds = ["CARGO_MANIFEST_DIR", "current_dir"];
    let reads = ["(root())", "root().join(\"data\"", "root().join(\"data/"];
    let mut wrong = Vec::new();
    for file in sources("tests/it") {
        if file.path.starts_with("tests/it/real_record") {
            continue;
        }
        // The files for editors that lie beside the facts are no facts.
        let line_is_about_a_guide = |line: &str| line.contains(".md\"");
        for (number, line) in file.text.lines().enumerate().map(|(at, line)| (at + 1, line)) {
            let found = finds.iter().find(|it| line.contains(*it));
            let found = found.filter(|_| file.path != "tests/it/project.rs");
            let read = reads.iter().find(|it| line.contains(*it));
            let own = file.path == "tests/it/architecture.rs";
            let read = read.filter(|_| !own && !line_is_about_a_guide(line));
            if let Some(needle) = found.filter(|_| !own).or(read) {
                wrong.push(format!(
                    "{}:{number} has `{needle}` and may read the facts that readers see: use the \
                     toy facts of tests/it/project.rs, or move what must hold of any correct data \
                     to tests/it/real_record.rs.",
                    file.path
                ));
            }
        }
    }
    for file in sources("src").into_iter().chain(sources("xtask/src")) {
        let tests = file.text.split_once("#[cfg(test)]").map_or("", |(_, tests)| tests);
        // The toy facts and the words are the same whatever the facts are.
        let own = |line: &&str| !line.contains("/tests/fixtures/") && !line.contains("/locales\"");
        let tests: String = tests.lines().filter(own).collect();
        if let Some(needle) = finds.iter().chain(&["tools::root"]).find(|it| tests.contains(**it)) {
            wrong.push(format!(
                "{}:1 has `{needle}` in its tests and may read the facts that readers see: make \
                 the facts that they need yourself.",
                file.path
            ));
        }
    }
    none(wrong);
}

#[test]
fn browser_tests_choose_what_they_look_at_by_rule() {
    let mut wrong = Vec::new();
    for file in sources("tests/e2e").iter().filter(|file| !file.path.ends_with("/seed.rs")) {
        for (number, line) in file.code() {
            let lanes = line.split_once("section.lane').length === ").map(|(_, count)| count);
            let counted = lanes.is_some_and(|count| {
                count.starts_with(|c: char| c.is_ascii_digit()) && !count.starts_with('1')
            });
            if line.contains(".procurement(\"") || counted {
                wrong.push(format!(
                    "{}:{number} names or counts facts that readers see: choose by rule, with \
                     tests/e2e/stage/facts.rs.",
                    file.path
                ));
            }
        }
    }
    none(wrong);
}

#[test]
fn only_the_dates_name_chrono() {
    named_only_in(&["chrono::", "use chrono"], &["src/model/date.rs"], "count in `Day`s");
}

#[test]
fn no_feature_changes_anything_below_the_roof() {
    let mut wrong = Vec::new();
    for file in sources("src") {
        if file.path == "src/lib.rs" || file.path.starts_with("src/app/") {
            continue;
        }
        for (number, line) in file.code() {
            if line.contains("feature =") || line.contains("feature=") {
                wrong.push(format!(
                    "{}:{number} depends on a feature: the prerendered and the hydrated page could \
                     differ. Move the difference into src/app.",
                    file.path
                ));
            }
        }
    }
    none(wrong);
}

#[test]
fn no_file_is_too_long_to_read() {
    let mut wrong = Vec::new();
    for file in sources("src").into_iter().chain(sources("xtask/src")) {
        let lines = file.text.lines().count();
        if lines > LONGEST {
            wrong.push(format!(
                "{}:{LONGEST} is followed by {} more lines: take out one noun into a file of its own.",
                file.path,
                lines - LONGEST
            ));
        }
    }
    none(wrong);
}

#[test]
fn every_file_opens_with_what_it_is() {
    let mut wrong = Vec::new();
    for file in sources("src").into_iter().chain(sources("xtask/src")) {
        if !file.text.starts_with("//! ") {
            wrong.push(format!(
                "{}:1 does not begin with `//!`: say in a sentence what the file is.",
                file.path
            ));
        }
    }
    none(wrong);
}

#[test]
fn the_reader_of_this_test_sees_what_it_should() {
    let module = |path: &[&str]| path.iter().map(|part| part.to_string()).collect::<Vec<_>>();
    let check = |line: &str, path: &[&str], expected: &[&str]| {
        assert_eq!(layers_named(line, &module(path)), expected, "{line}");
    };
    check("use crate::model::Day;", &["view", "site"], &["model"]);
    check("pub(crate) fn x() -> crate::route::Page {", &["view", "site"], &["route"]);
    check("use crate::{chart::Span, view};", &["app"], &["chart", "view"]);
    check("use super::{Span, Width};", &["chart", "slip"], &[]);
    check("use super::super::view::Site;", &["chart", "slip"], &["view"]);
    check("use super::view;", &["chart"], &["view"]);
    let source = Source {
        path: "src/chart/slip.rs".to_owned(),
        text: "//! chrono\nlet x = 1; // gloo\n#[cfg(test)]\nmod tests { use chrono; }\n"
            .to_owned(),
    };
    assert_eq!(source.code(), [(2, "let x = 1;".to_owned())]);
}

fn named_only_in(names: &[&str], places: &[&str], instead: &str) {
    let mut wrong = Vec::new();
    let here = |file: &&Source| !places.iter().any(|place| file.path.starts_with(place));
    for file in sources("src").iter().filter(here) {
        for (number, line) in file.code() {
            if let Some(name) = names.iter().find(|name| has_word(&line, name)) {
                wrong.push(format!(
                    "{}:{number} names `{name}`, which only {places:?} may: {instead}.",
                    file.path
                ));
            }
        }
    }
    none(wrong);
}

fn none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// A file of Rust.
struct Source {
    /// From the project's folder, with forward slashes.
    path: String,
    text: String,
}

impl Source {
    /// The lines that are neither comments nor tests, with their numbers. Tests stand at the
    /// foot of a file.
    fn code(&self) -> Vec<(usize, String)> {
        self.text
            .lines()
            .enumerate()
            .map(|(at, line)| (at + 1, line))
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(number, line)| (number, line.split(" // ").next().unwrap_or("").to_owned()))
            .collect()
    }

    /// `src/view/page/mod.rs` is the module `view::page`.
    fn module(&self) -> Vec<String> {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
        if parts.last().is_some_and(|last| last == "mod" || last == "lib") {
            parts.pop();
        }
        parts
    }

    fn layer(&self) -> Option<(&'static str, &'static [&'static str])> {
        let first = self.path.strip_prefix("src/")?.split('/').next()?;
        MAY_USE.iter().find(|(layer, _)| *layer == first).copied()
    }
}

/// Every layer that a line names by a path from the crate's root.
fn layers_named(line: &str, module: &[String]) -> Vec<String> {
    let mut named = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        named.extend(first_names(&line[at + "crate::".len()..]));
    }
    let mut rest = line;
    while let Some(at) = rest.find("super::") {
        let mut path = &rest[at..];
        let mut climbed = 0;
        while let Some(after) = path.strip_prefix("super::") {
            climbed += 1;
            path = after;
        }
        if climbed >= module.len() {
            named.extend(first_names(path));
        }
        rest = path;
    }
    named
}

/// `a::b` → a; `{a::b, c}` → a, c.
fn first_names(path: &str) -> Vec<String> {
    let name = |part: &str| -> String {
        part.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    match path.strip_prefix('{') {
        None => vec![name(path)],
        Some(list) => {
            let mut depth = 0;
            let mut parts = vec![String::new()];
            for c in list.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        parts.push(String::new());
                        continue;
                    }
                    _ => {}
                }
                if let Some(part) = parts.last_mut() {
                    part.push(c);
                }
            }
            parts.iter().map(|part| name(part)).filter(|name| !name.is_empty()).collect()
        }
    }
}

/// Whether a line has a name that is not the end of a longer one.
fn has_word(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        !line[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

fn sources(folder: &str) -> Vec<Source> {
    let mut files = Vec::new();
    collect(&root().join(folder), &mut files);
    files.sort();
    assert!(!files.is_empty(), "{folder} has no Rust files");
    files
        .into_iter()
        .map(|file| Source {
            path: relative(&file),
            text: std::fs::read_to_string(&file).expect("a source file"),
        })
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the source") {
        let path = entry.expect("an entry of it").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn relative(file: &Path) -> String {
    let path = file.strip_prefix(root()).expect("within the project");
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
