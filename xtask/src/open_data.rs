//! The files that machines read, written by a program of the library.
//!
//! A program of its own, since while somebody serves the site the library inside this very
//! program is older than the sources.

use crate::{cargo, tools};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Compiles the program and tells where it lies. It needs nothing of the rendering, but all that it
/// needs has been compiled with those features for the prerenderer, and would be again for others.
pub fn compile(root: &Path) -> Result<PathBuf> {
    cargo::program(root, "open-data")
}

/// Writes all files into the site, and tells how many.
pub fn run(program: &Path, project: &Path, site: &Path, base_url: &str) -> Result<String> {
    let mut open_data = Command::new(program);
    open_data.args([project, site]).arg(base_url);
    tools::told(&mut open_data, "the open data cannot be written")
}
