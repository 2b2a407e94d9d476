//! What a made-up record of any size costs: those who build it and those who read it.

use super::write_project;
use crate::compress::{Coding, Effort, compress};
use crate::folder::{files, read, remove};
use crate::pipeline::{BuildConfig, Pipeline, Rebuild};
use crate::step::Took;
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Makes up a record of so many procurements, builds its site into a folder, and tells what it
/// weighs.
pub fn measure(root: &Path, procurements: usize, out: PathBuf) -> Result<()> {
    let project = root.join("target/xtask/large");
    for old in [&project, &out] {
        remove(old)?;
    }
    write_project(root, &project, procurements)?;
    let config = BuildConfig::new(project, out.clone());
    let start = Instant::now();
    Pipeline::new(root.to_path_buf(), config).build(Rebuild::Everything)?;
    println!("{procurements} procurements with {} events", procurements * super::EVENTS);
    println!("  time                   {:>12}", Took(start.elapsed()));
    weigh(&out)
}

/// Tells what a site weighs, and what its pages fetch.
pub fn weigh(site: &Path) -> Result<()> {
    let all = files(site)?;
    let own: Vec<_> = all
        .iter()
        .filter(|file| !file.extension().is_some_and(|ending| ending == "br" || ending == "gz"))
        .collect();
    let mut bytes = 0;
    for file in &own {
        bytes += std::fs::metadata(site.join(file))?.len();
    }
    println!("  files                  {:>12}", own.len());
    println!("  bytes, uncompressed    {bytes:>12}");
    for (name, page) in pages(&all) {
        let Some(page) = page else { continue };
        let html = read(&site.join(page))?;
        let mut line = format!("{} B", pressed(&html)?);
        for asset in fetched(&String::from_utf8_lossy(&html)) {
            let file = site.join(asset.trim_start_matches('/'));
            line += &format!(" + {} {}", name_of(&asset), pressed(&read(&file)?)?);
        }
        println!("  {name:<22} {line}");
    }
    Ok(())
}

/// The overview, a procurement and an event in the middle of the record, the timeline and the
/// comparison.
fn pages(all: &[PathBuf]) -> [(&'static str, Option<&PathBuf>); 5] {
    let middle = |depth: usize| {
        let own = |file: &&PathBuf| {
            file.starts_with("sv/upphandling")
                && file.components().count() == depth
                && file.ends_with("index.html")
        };
        let found: Vec<&PathBuf> = all.iter().filter(own).collect();
        found.get(found.len() / 2).copied()
    };
    let at = |path: &str| all.iter().find(|file| **file == Path::new(path));
    [
        ("overview", at("sv/index.html")),
        ("procurement", middle(4)),
        ("event", middle(6)),
        ("timeline", at("sv/tidslinje/index.html")),
        ("comparison", at("sv/jamfor/index.html")),
    ]
}

/// The facts that a page fetches by itself.
fn fetched(html: &str) -> Vec<String> {
    let mut all: Vec<String> = html
        .split(['"', ' '])
        .filter(|text| text.ends_with(".bin") && !text.contains("/search-"))
        .map(str::to_owned)
        .collect();
    all.sort();
    all.dedup();
    all
}

/// What kind of file it is.
fn name_of(asset: &str) -> &str {
    let name = asset.rsplit('/').next().unwrap_or(asset);
    name.split('-').next().unwrap_or(name)
}

fn pressed(bytes: &[u8]) -> Result<usize> {
    Ok(compress(bytes, Coding::Brotli, Effort::Full)?.len())
}
