//! What Lighthouse says of the site on a phone, held against `xtask/lighthouse.toml`.

use crate::browsers::Browser;
use crate::folder::{files, read, slashed};
use crate::npm;
use crate::server::{Server, Site, bind};
use crate::step::ended;
use crate::tools::{find, told};
use anyhow::{Context, Result, bail};
use globset::GlobBuilder;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// The scores that are the same on every machine, from one run of each page.
    Scores,
    /// Speed too, as the median of three runs: it needs a machine that does nothing else.
    Speed,
}

/// How often speed is measured.
const RUNS: usize = 3;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    pages: Vec<String>,
    /// What the paths begin with that search engines are told to leave out.
    unlisted: String,
    scores: BTreeMap<String, f64>,
    speed: Speed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Speed {
    performance: f64,
    largest_contentful_paint: f64,
}

/// Asks Lighthouse for each page of the budget, prints what it says and fails where it says less
/// than was asked for.
pub fn check(root: &Path, site: &Path, ask: Ask) -> Result<()> {
    let text = std::fs::read_to_string(root.join("xtask/lighthouse.toml"))
        .context("cannot read xtask/lighthouse.toml")?;
    let budget: Budget = toml::from_str(&text).context("xtask/lighthouse.toml is malformed")?;
    let lighthouse = npm::install(root)?.join("lighthouse/cli/index.js");
    let chromium = Browser::Chromium.executable()?;
    let node = find("node").context(
        "Lighthouse needs Node.js 18 or newer; install it with `apt-get install nodejs npm` on Debian",
    )?;
    let server = Server::start(bind(0)?, Site::at(site).router())?;
    let of = |page: &String| {
        let url = format!("http://{}/{page}", server.address());
        let listed = !page.starts_with(&budget.unlisted);
        let run = || one_run(&node, &lighthouse, &chromium, &url, (ask, listed));
        let runs = if ask == Ask::Speed { RUNS } else { 1 };
        (0..runs).map(|_| run()).collect::<Result<Vec<_>>>()
    };
    // What is measured has the machine to itself; the rest waits for the browser most of the time.
    let at_once = if ask == Ask::Speed { 1 } else { 2 };
    let pages = pages(site, &budget.pages)?;
    let mut wrong = Vec::new();
    for pages in pages.chunks(at_once) {
        let told = thread::scope(|scope| {
            let runs: Vec<_> = pages.iter().map(|page| scope.spawn(|| of(page))).collect();
            runs.into_iter().map(ended).collect::<Result<Vec<_>>>()
        })?;
        for (page, reports) in pages.iter().zip(told) {
            wrong.extend(compare(&budget, ask, page, &reports));
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    bail!("Lighthouse asks for more:\n{}", wrong.join("\n"))
}

/// Prints what the runs of a page say, and gives what is less than the budget asks for.
fn compare(budget: &Budget, ask: Ask, page: &str, reports: &[Value]) -> Vec<String> {
    let faults_of_all = |category: &str| {
        let faults: Vec<String> = reports.iter().flat_map(|it| faults(it, category)).collect();
        faults.join("; ")
    };
    let mut wrong = Vec::new();
    let mut said = Vec::new();
    for (category, least) in &budget.scores {
        // The worst of the runs.
        let score = reports.iter().map(|it| score(it, category)).fold(100.0, f64::min);
        said.push(format!("{category} {score}"));
        if score < *least {
            let faults = faults_of_all(category);
            wrong.push(format!("/{page}: {category} is {score} instead of {least}: {faults}"));
        }
    }
    if ask == Ask::Speed {
        let performance = median(reports.iter().map(|it| score(it, "performance")));
        let paint = "largest-contentful-paint";
        let paints = reports.iter().map(|it| it["audits"][paint]["numericValue"].as_f64());
        let painted = median(paints.map(|it| it.unwrap_or(f64::INFINITY)));
        said.push(format!("performance {performance}, {paint} {painted:.0} ms"));
        let least = budget.speed.performance;
        if performance < least {
            let faults = faults_of_all("performance");
            wrong.push(format!(
                "/{page}: performance is {performance} instead of {least}: {faults}"
            ));
        }
        let most = budget.speed.largest_contentful_paint;
        if painted > most {
            wrong.push(format!("/{page}: {paint} takes {painted:.0} ms instead of {most}"));
        }
    }
    println!("  /{page}: {}", said.join(", "));
    wrong
}

/// The paths that a list names, each with its page in the site.
fn pages(site: &Path, named: &[String]) -> Result<Vec<String>> {
    let all = files(site)?;
    let mut pages = Vec::new();
    for pattern in named {
        let file = format!("{pattern}index.html");
        let fits = GlobBuilder::new(&file)
            .literal_separator(true)
            .build()
            .with_context(|| format!("xtask/lighthouse.toml has a malformed page {pattern}"))?
            .compile_matcher();
        let mut largest: Option<(usize, String)> = None;
        for page in all.iter().map(|page| slashed(page)).filter(|page| fits.is_match(page)) {
            let size = read(&site.join(&page))?.len();
            if largest.as_ref().is_none_or(|(most, _)| size > *most) {
                largest = Some((size, page));
            }
        }
        let (_, page) = largest.with_context(|| format!("the site has no page {pattern}"))?;
        pages.push(page.trim_end_matches("index.html").to_owned());
    }
    Ok(pages)
}

/// One report of one page.
fn one_run(
    node: &PathBuf,
    lighthouse: &Path,
    chromium: &Path,
    url: &str,
    (ask, listed): (Ask, bool),
) -> Result<Value> {
    let mut command = Command::new(node);
    command.arg(lighthouse).arg(url).env("CHROME_PATH", chromium);
    command.args([
        "--output=json",
        "--output-path=stdout",
        "--quiet",
        "--no-enable-error-reporting",
    ]);
    command.args(["--disable-full-page-screenshot", "--max-wait-for-load=60000"]);
    command.arg(
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run \
         --disable-background-networking --disable-component-update --disable-sync",
    );
    if !listed {
        command.arg("--skip-audits=is-crawlable");
    }
    if ask == Ask::Scores {
        // Without a slow network, which these scores do not depend on.
        command.args(["--throttling-method=provided"]);
        command.arg("--only-categories=accessibility,best-practices,seo");
    } else {
        // The slow network and processor are there, not only reckoned with: reckoning, Lighthouse
        // takes what came before the first paint to be needed for it, and from this very machine
        // all of the WebAssembly may have come before the browser has painted anything.
        command.arg("--throttling-method=devtools");
        command.arg("--only-categories=accessibility,best-practices,seo,performance");
    }
    let report = told(&mut command, &format!("Lighthouse failed for {url}"))?;
    serde_json::from_str(&report).with_context(|| format!("Lighthouse says no JSON of {url}"))
}

/// A score out of 100; what was not scored has none.
fn score(report: &Value, category: &str) -> f64 {
    (report["categories"][category]["score"].as_f64().unwrap_or(0.0) * 100.0).round()
}

/// What took points from a category.
fn faults(report: &Value, category: &str) -> Vec<String> {
    let asked = report["categories"][category]["auditRefs"].as_array();
    let counts = asked.into_iter().flatten().filter(|it| it["weight"].as_f64() > Some(0.0));
    let audit = |it: &Value| it["id"].as_str().map(|id| (id.to_owned(), &report["audits"][id]));
    let failed = counts.filter_map(audit).filter(|(_, it)| it["score"].as_f64() < Some(1.0));
    let failed = failed.filter(|(_, it)| !it["score"].is_null());
    failed.map(|(id, it)| format!("{id} ({})", it["title"].as_str().unwrap_or_default())).collect()
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::write;
    use serde_json::json;

    #[test]
    fn what_took_points_is_named() {
        let report = json!({
            "categories": { "seo": { "score": 0.92, "auditRefs": [
                { "id": "title", "weight": 1 }, { "id": "robots", "weight": 1 },
                { "id": "hint", "weight": 0 }, { "id": "absent", "weight": 1 },
            ] } },
            "audits": {
                "title": { "score": 1, "title": "Has a title" },
                "robots": { "score": 0, "title": "Is blocked" },
                "hint": { "score": 0, "title": "A hint" },
                "absent": { "score": null, "title": "Does not apply" },
            },
        });
        assert_eq!(score(&report, "seo"), 92.0);
        assert_eq!(score(&report, "accessibility"), 0.0);
        assert_eq!(faults(&report, "seo"), ["robots (Is blocked)"]);
        assert_eq!(median([3.0, 1.0, 2.0].into_iter()), 2.0);
    }

    #[test]
    fn a_pattern_names_its_largest_page_and_a_page_that_is_gone_is_told() {
        let site = tempfile::tempdir().unwrap();
        for (page, text) in
            [("sv/index.html", ""), ("sv/a/index.html", "1"), ("sv/b/index.html", "22")]
        {
            write(&site.path().join(page), text.as_bytes()).unwrap();
        }
        let named = |page: &str| pages(site.path(), &[page.to_owned()]);
        assert_eq!(named("sv/").unwrap(), ["sv/"]);
        assert_eq!(named("sv/*/").unwrap(), ["sv/b/"]);
        assert!(named("en/").unwrap_err().to_string().contains("en/"));
    }
}
