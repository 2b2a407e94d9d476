//! The programs that npm has for the tests: axe, the checker of HTML, Lighthouse.

use crate::tools;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Installs what `tests/tools/package-lock.json` pins with hashes into `target/npm`, and tells
/// where the packages lie.
pub fn install(root: &Path) -> Result<PathBuf> {
    let pins =
        ["package.json", "package-lock.json"].map(|name| root.join("tests/tools").join(name));
    let mut wanted = Vec::new();
    for file in &pins {
        wanted
            .extend(std::fs::read(file).with_context(|| format!("{} is missing", file.display()))?);
    }
    let place = root.join("target/npm");
    let packages = place.join("node_modules");
    // Written last, so that an installation that broke off is done again.
    let installed = place.join("installed.txt");
    if std::fs::read(&installed).is_ok_and(|pins| pins == wanted) && packages.is_dir() {
        return Ok(packages);
    }
    if tools::find("npm").is_none() {
        bail!(
            "the tests of accessibility, HTML and weight need Node.js 18 or newer with npm; install \
             it with `apt-get install npm` on Debian, `brew install node` on macOS"
        );
    }
    std::fs::create_dir_all(&place).context("cannot create target/npm")?;
    for file in &pins {
        let name = file.file_name().context("a pin has no name")?;
        std::fs::copy(file, place.join(name)).context("cannot write into target/npm")?;
    }
    let mut npm = Command::new("npm");
    // No package needs to run a program of its own in order to be installed.
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]);
    tools::run(npm.arg(&place)).context(
        "could not fetch the programs that tests/tools/package-lock.json names; look whether npm \
         reaches its registry, and try again",
    )?;
    std::fs::write(&installed, wanted).context("cannot write target/npm/installed.txt")?;
    Ok(packages)
}
