//! What was tested of the site's accessibility, how, when and with which result: a page for who
//! publishes it, made from the results of the tests.

use crate::folder::{read, write};
use crate::git::{git, short};
use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use utlovat::model::PartialDate;

/// Where the page stands.
const PAGE: &str = "docs/ACCESSIBILITY-REPORT.md";

/// Which steps passed, and of which commit. What was only tested before a change is no result.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Results {
    commit: String,
    steps: BTreeMap<String, bool>,
}

impl Results {
    fn file(root: &Path) -> PathBuf {
        root.join("target/xtask/tested.json")
    }

    /// Adds what a run found. Without git, or with changes that no commit has, nobody could tell
    /// later what was tested, so nothing is kept.
    pub fn keep<'a>(root: &Path, steps: impl Iterator<Item = (&'a str, bool)>) -> Result<()> {
        let Ok(commit) = tested(root) else { return Ok(()) };
        let mut results = Results::read(root).unwrap_or_default();
        if results.commit != commit {
            results = Results { commit, ..Results::default() };
        }
        results.steps.extend(steps.map(|(name, passed)| (name.to_owned(), passed)));
        write(&Results::file(root), &serde_json::to_vec_pretty(&results)?)
    }

    fn read(root: &Path) -> Result<Results> {
        Ok(serde_json::from_slice(&read(&Results::file(root))?)?)
    }
}

/// The commit that is checked out, if nothing differs from it but the page itself.
fn tested(root: &Path) -> Result<String> {
    let changed = git(root, &["status", "--porcelain", "--", ".", &format!(":!{PAGE}")])?;
    if !changed.is_empty() {
        bail!("what is checked out differs from its commit; commit it, and test that");
    }
    git(root, &["rev-parse", "HEAD"])
}

/// A row of the page: what, how, and the steps that must have passed.
struct Row {
    what: &'static str,
    how: String,
    steps: &'static [&'static str],
}

/// Writes the page; `day` is the one on which the tests ran.
pub fn report(root: &Path, day: &str) -> Result<String> {
    let Ok(PartialDate::Day(_)) = PartialDate::parse(day) else {
        bail!("--on {day} is no day; write it as 2026-11-27")
    };
    let again = "run `cargo xtask test`, and then this again";
    let results =
        Results::read(root).with_context(|| format!("nothing was tested yet; {again}"))?;
    if results.commit != tested(root)? {
        bail!("the last results are of {}, not of this commit; {again}", short(&results.commit));
    }
    let page =
        page(&results, &looked(root)?, &version(root)?, day).with_context(|| again.to_owned())?;
    write(&root.join(PAGE), page.as_bytes())?;
    Ok(format!("{PAGE} tells what was tested of {}", short(&results.commit)))
}

/// What the browser tests have counted: pages and states, letters and marks of drawings.
#[derive(Debug, Default, Deserialize)]
struct Looked {
    looked: u64,
    letters: u64,
    marks: u64,
}

fn looked(root: &Path) -> Result<Looked> {
    let mut all = Looked::default();
    for name in ["sv-pages", "en-pages", "sv-states", "en-states"] {
        let file = root.join(format!("target/xtask/access/{name}.json"));
        let one: Looked = serde_json::from_slice(&read(&file)?)?;
        all.looked += one.looked;
        all.letters += one.letters;
        all.marks += one.marks;
    }
    Ok(all)
}

/// Which version of an npm package the tests use.
fn version(root: &Path) -> Result<impl Fn(&str) -> String + use<>> {
    let pins: Value = serde_json::from_slice(&read(&root.join("tests/tools/package.json"))?)?;
    Ok(move |name: &str| pins["devDependencies"][name].as_str().unwrap_or("?").to_owned())
}

fn page(
    results: &Results,
    looked: &Looked,
    version: &impl Fn(&str) -> String,
    day: &str,
) -> Result<String> {
    let rows = rows(looked, version);
    let mut failed = Vec::new();
    let mut table = Vec::new();
    for Row { what, how, steps } in &rows {
        let mut passed = true;
        for step in *steps {
            let of_step = results.steps.get(*step);
            passed &= of_step.with_context(|| format!("the step `{step}` was not tested"))?;
        }
        if !passed {
            failed.push(format!("- {what}: a test failed ({}).", steps.join(", ")));
        }
        table
            .push(format!("| {what} | {how} | {} |", if passed { "passed" } else { "**failed**" }));
    }
    let swedish = match failed.len() {
        0 => "Alla tester gick igenom.".to_owned(),
        count => format!("{count} av {} rader i tabellen har fel.", rows.len()),
    };
    let faults = match failed.is_empty() {
        true => "None that these tests find.".to_owned(),
        false => failed.join("\n"),
    };
    Ok(include_str!("report.md")
        .replace("{{day}}", day)
        .replace("{{commit}}", short(&results.commit))
        .replace("{{looked}}", &looked.looked.to_string())
        .replace("{{swedish}}", &swedish)
        .replace("{{rows}}", &table.join("\n"))
        .replace("{{faults}}", &faults))
}

fn rows(looked: &Looked, version: &impl Fn(&str) -> String) -> Vec<Row> {
    let row = |what, how: String, steps| Row { what, how, steps };
    vec![
        row(
            "WCAG 2.2 A and AA and what axe calls best practice, as far as a program can tell",
            format!(
                "axe-core {} on {} pages and states (each type of page; a mark opened, a choice, \
                 another day, a dialog, a search), Swedish and English, light and dark, 1280 and 320 px",
                version("axe-core"),
                looked.looked
            ),
            &["e2e"],
        ),
        row(
            "Contrast in drawings: 4.5:1 for letters, 3:1 for marks; promise, slip and what happened \
             told apart by 3:1 or by shape",
            format!(
                "{} letters and {} marks against what is painted under them, counted in each look: \
                 light, dark and forced colours, and for protanopia, deuteranopia and tritanopia \
                 (Machado 2009)",
                looked.letters, looked.marks
            ),
            &["e2e"],
        ),
        row(
            "Keyboard: order, skip links, charts, dialogs; no mouse needed",
            "Chromium, by pressing keys".to_owned(),
            &["e2e"],
        ),
        row(
            "Reflow, zoom, small windows, paper",
            "Chromium; print in each engine".to_owned(),
            &["e2e", "firefox", "webkit"],
        ),
        row(
            "The same in three engines, and without scripts",
            "what readers do most, in Chromium, Firefox and WebKitGTK".to_owned(),
            &["e2e", "firefox", "webkit"],
        ),
        row(
            "Valid HTML on every page",
            format!("the Nu checker {}", version("vnu-jar")),
            &["html"],
        ),
        row(
            "Lighthouse: accessibility, best practices and search 100 of 100",
            format!("Lighthouse {}, as on a phone, on six types of page", version("lighthouse")),
            &["lighthouse"],
        ),
        row(
            "Plain language: at most 25 words in a sentence, no officialese",
            "every text of the interface in both languages".to_owned(),
            &["pages"],
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(passed: impl Fn(&str) -> bool) -> Result<String> {
        let names = ["e2e", "firefox", "webkit", "html", "lighthouse", "pages"];
        let steps = names.iter().map(|name| ((*name).to_owned(), passed(name))).collect();
        let results = Results { commit: "0123456789".repeat(4), steps };
        let looked = Looked { looked: 80, letters: 900, marks: 800 };
        page(&results, &looked, &|name| format!("{name}-1"), "2026-11-27")
    }

    #[test]
    fn it_says_what_was_tested_and_what_failed() {
        let page = told(|_| true).unwrap();
        assert!(page.contains("on 2026-11-27 at the commit `0123456`"), "{page}");
        assert!(page.contains("axe-core axe-core-1 on 80 pages"), "{page}");
        assert!(page.contains("None that these tests find.") && !page.contains("{{"), "{page}");
        let page = told(|name| name != "html").unwrap();
        assert!(page.contains("- Valid HTML on every page: a test failed (html)."), "{page}");
        assert!(page.contains("| **failed** |") && page.contains("1 av 8 rader"), "{page}");
    }

    #[test]
    fn what_was_not_tested_is_not_told() {
        let results = Results { commit: String::new(), steps: BTreeMap::new() };
        let none = page(&results, &Looked::default(), &|_| String::new(), "2026-11-27");
        assert!(none.unwrap_err().to_string().contains("`e2e` was not tested"));
        let place = tempfile::tempdir().unwrap();
        assert!(report(place.path(), "autumn").unwrap_err().to_string().contains("no day"));
    }
}
