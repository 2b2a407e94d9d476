//! What the site may weigh.
//!
//! Readers on slow phones pay for every kilobyte; a limit that fails the build is kept, one in a
//! document is not.

use crate::compress::{Cache, Coding, Effort};
use crate::folder::read;
use anyhow::{Context, Result, bail};
use globset::{GlobBuilder, GlobMatcher};
use serde::Deserialize;
use std::fmt;
use std::path::{Path, PathBuf};

/// Everything measured, in the order of `budgets.toml`.
pub struct SizeReport(Vec<Line>);

impl SizeReport {
    /// Measures a built site against `xtask/budgets.toml`.
    pub fn of(root: &Path, site: &Path, cache: &Cache, pictures: bool) -> Result<SizeReport> {
        let text = std::fs::read_to_string(root.join("xtask/budgets.toml"))
            .context("cannot read xtask/budgets.toml")?;
        let budgets: Budgets = toml::from_str(&text).context("xtask/budgets.toml is malformed")?;
        let there = budgets.budget.into_iter().filter(|budget| pictures || !budget.pictures);
        let lines = there.map(|budget| measure(budget, root, site, cache));
        Ok(SizeReport(lines.collect::<Result<_>>()?))
    }

    /// Fails when a limit is passed, naming each.
    pub fn enforce(&self) -> Result<()> {
        let over: Vec<String> = self
            .0
            .iter()
            .filter(|line| line.measured > line.allowed)
            .map(|line| {
                format!(
                    "{} weighs {} instead of {}",
                    line.name,
                    kilo(line.measured),
                    kilo(line.allowed)
                )
            })
            .collect();
        if over.is_empty() {
            return Ok(());
        }
        bail!(
            "a budget of xtask/budgets.toml is passed: {}; make it lighter again",
            over.join(", ")
        );
    }
}

impl fmt::Display for SizeReport {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let width = self.0.iter().map(|line| line.name.chars().count()).max().unwrap_or(0);
        writeln!(f, "  {:<width$} {:>10} {:>10} {:>6}", "brotli", "measured", "allowed", "share")?;
        for Line { name, measured, allowed } in &self.0 {
            let share = measured * 100 / (*allowed).max(1);
            let verdict = if measured > allowed { "  too heavy" } else { "" };
            writeln!(
                f,
                "  {name:<width$} {:>10} {:>10} {share:>4} %{verdict}",
                kilo(*measured),
                kilo(*allowed)
            )?;
        }
        Ok(())
    }
}

struct Line {
    name: String,
    measured: usize,
    allowed: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    budget: Vec<Budget>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    name: String,
    /// Patterns under the built site; each file weighs by itself.
    #[serde(default)]
    files: Vec<String>,
    /// Patterns under the repository; the files weigh together, as they end up inside one page.
    #[serde(default)]
    sources: Vec<String>,
    /// Whether it is of what a site without pictures has not.
    #[serde(default)]
    pictures: bool,
    /// In kilobytes.
    allowed: usize,
}

fn measure(budget: Budget, root: &Path, site: &Path, cache: &Cache) -> Result<Line> {
    let weigh = |bytes: &[u8]| {
        Ok::<_, anyhow::Error>(cache.compressed(bytes, Coding::Brotli, Effort::Full)?.len())
    };
    let mut measured = 0;
    for pattern in &budget.files {
        for bytes in matching(site, pattern)? {
            measured += weigh(&bytes)?;
        }
    }
    let mut together = Vec::new();
    for pattern in &budget.sources {
        together.extend(matching(root, pattern)?.concat());
    }
    if !together.is_empty() {
        measured += weigh(&together)?;
    }
    Ok(Line { name: budget.name, measured, allowed: budget.allowed * 1000 })
}

/// The files that a pattern names. None at all is a mistake: a budget that measures nothing always holds.
fn matching(folder: &Path, pattern: &str) -> Result<Vec<Vec<u8>>> {
    let inner = pattern.rsplit_once('/').map_or("", |(inner, _)| inner);
    let place = folder.join(inner);
    // `*` stays within a folder, so those below need not be listed.
    let fits = matcher(pattern)?;
    let mut names = Vec::new();
    for entry in std::fs::read_dir(&place).into_iter().flatten() {
        let entry = entry.with_context(|| format!("cannot list {}", place.display()))?;
        if entry.path().is_file() {
            names.push(PathBuf::from(entry.file_name()));
        }
    }
    names.sort();
    let found: Vec<Vec<u8>> = names
        .iter()
        .map(|name| Path::new(inner).join(name))
        .filter(|name| fits.is_match(name))
        .map(|name| read(&folder.join(name)))
        .collect::<Result<_>>()?;
    if found.is_empty() {
        bail!(
            "xtask/budgets.toml measures `{pattern}`, but there is no such file; correct the pattern"
        );
    }
    Ok(found)
}

/// What a pattern fits; `*` stands for any letters but `/`.
fn matcher(pattern: &str) -> Result<GlobMatcher> {
    let glob = GlobBuilder::new(pattern).literal_separator(true).build();
    let glob = glob.with_context(|| {
        format!("xtask/budgets.toml has `{pattern}`, which is no pattern; correct it")
    })?;
    Ok(glob.compile_matcher())
}

fn kilo(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::write;

    #[test]
    fn a_star_stays_in_its_folder() {
        let fits = |name: &str, pattern: &str| matcher(pattern).unwrap().is_match(name);
        assert!(fits("assets/app-1a2b.js", "assets/app-*.js"));
        assert!(!fits("assets/app-1a2b.js.br", "assets/app-*.js"));
        assert!(!fits("assets/app-x/y.js", "assets/app-*.js"));
        assert!(fits("sv/index.html", "sv/index.html"));
    }

    #[test]
    fn a_passed_budget_is_named() {
        let place = tempfile::tempdir().unwrap();
        let budgets = "[[budget]]\nname = \"page\"\nfiles = [\"a*.html\"]\nallowed = 1\n\
                       [[budget]]\nname = \"CSS\"\nsources = [\"style/*.css\"]\nallowed = 1\n";
        write(&place.path().join("xtask/budgets.toml"), budgets.as_bytes()).unwrap();
        write(&place.path().join("style/a.css"), b"a{}").unwrap();
        let report = || {
            SizeReport::of(
                place.path(),
                &place.path().join("site"),
                &Cache::at(&place.path().join("cache")),
                true,
            )
        };
        assert!(report().err().unwrap().to_string().contains("no such file"));

        write(&place.path().join("site/a1.html"), b"small").unwrap();
        report().unwrap().enforce().unwrap();

        // Digits of a simple generator: nothing that brotli could shorten to a kilobyte.
        let mut state = 1_u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .take(2_000)
        .collect();
        write(&place.path().join("site/a2.html"), &noise).unwrap();
        let heavy = report().unwrap();
        assert!(heavy.to_string().contains("too heavy"));
        let sentence = heavy.enforce().unwrap_err().to_string();
        assert!(sentence.contains("page weighs 2.0 kB instead of 1.0 kB"), "{sentence}");
        assert!(!sentence.contains("CSS"), "{sentence}");
    }
}
