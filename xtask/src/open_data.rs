//! The files that machines read, written by a program of the library.
//!
//! A program of its own, since while somebody serves the site the library inside this very
//! program is older than the sources.

use crate::cargo;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Compiles the program and tells where it lies.
pub fn compile(root: &Path) -> Result<PathBuf> {
    let made = cargo::build(root, &["--package", "utlovat", "--bin", "open-data"])?;
    made.into_iter()
        .rfind(|file| file.file_stem().is_some_and(|stem| stem == "open-data"))
        .context("Cargo built no `open-data`; is the [[bin]] still in Cargo.toml?")
}

/// Writes all files into the site, and tells how many.
pub fn run(program: &Path, project: &Path, site: &Path, base_url: &str) -> Result<String> {
    let output = Command::new(program)
        .args([project, site])
        .arg(base_url)
        .output()
        .context("the program that writes open data does not start")?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!("the open data cannot be written: {}", complaint.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
