//! A new release beside the old one: whoever still has an old page finds all that it asks for.

use crate::folder::{TOY_FACTS, copy, copy_but_facts, files, read, remove, slashed, write};
use crate::keep::{LIST, carry};
use crate::prerender;
use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Builds the same folder from three sets of facts, and asks after each what the pages of the last
/// one need. Code and looks are those of the site that is built already.
pub fn try_keeping(root: &Path, built: &Path) -> Result<()> {
    let place = root.join("target/xtask/kept");
    remove(&place)?;
    let project = place.join("project");
    copy_but_facts(root, &project)?;
    copy(&root.join(TOY_FACTS), &project.join("data"))?;
    let list = root.join("target/xtask/assets.json");
    let named: BTreeMap<String, String> = serde_json::from_slice(&read(&list)?)?;
    let program = prerender::compile(root)?;
    let out = place.join("site");
    let build = |day: &str| {
        reviewed(&project, day)?;
        let draft = place.join("draft");
        for asset in named.values() {
            write(&draft.join(asset), &read(&built.join(asset))?)?;
        }
        prerender::run(&program, &project, &draft, "", &list, false)?;
        carry(&out, &draft, 1)?;
        remove(&out)?;
        std::fs::rename(&draft, &out)?;
        needed(&out)
    };
    let there = |assets: &BTreeSet<String>| {
        for asset in assets {
            ensure!(out.join(asset).is_file(), "a page asks for {asset}, which is not there");
        }
        anyhow::Ok(())
    };
    let first = build("2026-11-26")?;
    there(&first)?;
    let second = build("2026-11-27")?;
    let of_first: Vec<_> = first.difference(&second).collect();
    ensure!(first.len() > 10 && !of_first.is_empty(), "old pages ask for nothing of their own");
    there(&first)?;
    there(&second)?;
    let third = build("2026-11-28")?;
    there(&second)?;
    there(&third)?;
    for asset in of_first {
        ensure!(!out.join(asset).exists(), "{asset} is kept longer than was asked for");
    }
    ensure!(out.join(LIST).is_file(), "nobody wrote which asset belongs to which build");
    println!("{} assets of old pages are found beside those of new ones", first.len());
    remove(&place)
}

/// Another day of review, which every page tells.
fn reviewed(project: &Path, day: &str) -> Result<()> {
    let file = project.join("data/dataset.toml");
    let text = String::from_utf8(read(&file)?)?;
    let line = text.lines().find(|line| line.starts_with("reviewed")).context("a day of review")?;
    write(&file, text.replace(line, &format!("reviewed = \"{day}\"")).as_bytes())
}

/// Every asset that a page names, its own and those that its scripts fetch later.
fn needed(site: &Path) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for page in files(site)?.iter().filter(|file| file.extension().is_some_and(|it| it == "html")) {
        let html = String::from_utf8(read(&site.join(page))?)?;
        for rest in html.split("/assets/").skip(1) {
            let end = rest.find(|it: char| !(it.is_ascii_alphanumeric() || "-_./".contains(it)));
            let name = rest[..end.unwrap_or(rest.len())].trim_end_matches('.');
            ensure!(!name.is_empty(), "{} names an asset without a name", slashed(page));
            found.insert(format!("assets/{name}"));
        }
    }
    Ok(found)
}
