//! The pages: every route in every language, written by a program that the app itself compiles to.

use crate::{cargo, tools};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Compiles the prerenderer and tells where it lies.
///
/// A program of its own, because the app must be compiled with other features than ours to render.
pub fn compile(root: &Path) -> Result<PathBuf> {
    cargo::program(root, "prerender")
}

/// Writes all pages into the site, and pictures of all figures where those are wanted; tells what
/// it says about that.
pub fn run(
    program: &Path,
    root: &Path,
    site: &Path,
    base_url: &str,
    assets: &Path,
    pictures: bool,
) -> Result<String> {
    let mut prerender = Command::new(program);
    prerender.current_dir(root).arg("--root").arg(".").arg("--out").arg(site);
    prerender.args(["--base-url", base_url]).arg("--assets").arg(assets);
    if pictures {
        prerender.arg("--pictures").arg(root.join("target/xtask/pictures"));
    }
    tools::told(&mut prerender, "the pages cannot be written")
}

/// Writes the archive of a frozen version, with pictures unless nobody wants them; tells what it
/// says about that.
pub fn freeze(program: &Path, root: &Path, archive: &Path, pictures: bool) -> Result<String> {
    let mut prerender = Command::new(program);
    prerender.current_dir(root).arg("--root").arg(".").arg("--freeze").arg(archive);
    if pictures {
        prerender.arg("--pictures").arg(root.join("target/xtask/pictures/frozen"));
    }
    tools::told(&mut prerender, "the version cannot be made")
}
