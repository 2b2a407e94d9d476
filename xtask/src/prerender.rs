//! The pages: every route in every language, written by a program that the app itself compiles to.

use crate::cargo;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Compiles the prerenderer and tells where it lies.
///
/// A program of its own, because the app must be compiled with other features than ours to render.
pub fn compile(root: &Path) -> Result<PathBuf> {
    let made =
        cargo::build(root, &["--package", "utlovat", "--bin", "prerender", "--features", "ssr"])?;
    made.into_iter()
        .rfind(|file| file.file_stem().is_some_and(|stem| stem == "prerender"))
        .context("Cargo built no `prerender`; is the [[bin]] still in Cargo.toml?")
}

/// Writes all pages and published data into the site, and tells what it says about that.
pub fn run(
    program: &Path,
    root: &Path,
    site: &Path,
    base_url: &str,
    assets: &Path,
) -> Result<String> {
    let output = Command::new(program)
        .current_dir(root)
        .arg("--root")
        .arg(".")
        .arg("--out")
        .arg(site)
        .args(["--base-url", base_url])
        .arg("--assets")
        .arg(assets)
        .output()
        .context("the prerenderer does not start")?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!("the pages cannot be written: {}", complaint.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
