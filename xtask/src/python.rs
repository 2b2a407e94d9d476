//! A Python of our own with the validators that each field uses for its formats.

use crate::tools;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Installs the validators, pinned with their hashes, into `target/python`, and tells where that
/// Python lies.
pub fn install(root: &Path) -> Result<PathBuf> {
    let pins = root.join("tests/open_data/requirements.txt");
    let wanted = std::fs::read(&pins).with_context(|| format!("{} is missing", pins.display()))?;
    let place = root.join("target/python");
    let python = place.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    // Written last, so that an installation that broke off is done again.
    let installed = place.join("installed.txt");
    if std::fs::read(&installed).is_ok_and(|pins| pins == wanted) && python.is_file() {
        return Ok(python);
    }
    let Some(outer) = ["python3", "python"].iter().find_map(tools::find) else {
        bail!(
            "the validators of open data need Python 3.11 or newer; install it with \
             `apt-get install python3 python3-venv` on Debian, `brew install python` on macOS"
        );
    };
    tools::run(Command::new(outer).args(["-m", "venv", "--clear"]).arg(&place)).context(
        "could not make a virtual environment in target/python; on Debian \
         `apt-get install python3-venv` gives what is missing",
    )?;
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--require-hashes", "--requirement"]);
    tools::run(pip.arg(&pins)).context(
        "could not install the validators of open data from PyPI; look whether it can be reached, \
         and run `cargo xtask test --only open-data` again",
    )?;
    std::fs::write(&installed, wanted).context("cannot write target/python/installed.txt")?;
    Ok(python)
}
