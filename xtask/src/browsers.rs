//! The browsers that the tests drive, found on this machine or installed when we may.

use crate::cargo::cargo;
use crate::tools::{apt_install, find, run};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A browser of each engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Browser {
    /// Chromium, in which every browser test runs.
    Chromium,
    /// Firefox, in which the core of them runs.
    Firefox,
    /// WebKitGTK, with Safari's engine, in which the core runs too.
    Webkit,
}

/// The program that drives Firefox comes from crates.io, since Debian has no package of it.
const GECKODRIVER: &str = "0.37.1";

impl Browser {
    /// The name that the tests know it by, in `UTLOVAT_BROWSER`.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
            Browser::Webkit => "webkit",
        }
    }

    /// The packages of Debian.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Browser::Chromium => &["chromium", "chromium-driver"],
            Browser::Firefox => &["firefox-esr"],
            Browser::Webkit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    /// The variables that name its programs to the tests, and the names that each may have.
    fn programs(self) -> &'static [(&'static str, &'static [&'static str])] {
        match self {
            Browser::Chromium => &[
                ("UTLOVAT_CHROMIUM", &["chromium", "chromium-browser", "google-chrome"]),
                ("UTLOVAT_CHROMEDRIVER", &["chromedriver"]),
            ],
            Browser::Firefox => &[("UTLOVAT_FIREFOX", &["firefox-esr", "firefox"])],
            Browser::Webkit => {
                &[("UTLOVAT_WEBKITDRIVER", &["WebKitWebDriver"]), ("UTLOVAT_XVFB", &["Xvfb"])]
            }
        }
    }

    /// Finds the programs of a browser, or installs them, and tells the tests of them.
    pub fn tell(self, root: &Path, tests: &mut Command) -> Result<()> {
        let programs = match self.found() {
            Some(programs) => programs,
            None => {
                self.install()?;
                self.found().with_context(|| self.missing())?
            }
        };
        tests.env("UTLOVAT_BROWSER", self.name()).envs(programs);
        if self == Browser::Firefox {
            tests.env("UTLOVAT_GECKODRIVER", geckodriver(root)?);
        }
        Ok(())
    }

    /// Its first program, installed when we may.
    pub fn executable(self) -> Result<PathBuf> {
        if self.found().is_none() {
            self.install()?;
        }
        let found = self.found().with_context(|| self.missing())?;
        Ok(found.into_iter().next().with_context(|| self.missing())?.1)
    }

    fn found(self) -> Option<Vec<(&'static str, PathBuf)>> {
        let found = |&(variable, names): &(&'static str, &[&str])| {
            Some((variable, names.iter().find_map(find)?))
        };
        self.programs().iter().map(found).collect()
    }

    fn install(self) -> Result<()> {
        apt_install(self.packages())
    }

    /// What to do when it is not there.
    fn missing(self) -> String {
        let (what, elsewhere) = match self {
            Browser::Chromium => (
                "Chromium and its driver",
                ", `dnf install chromium chromedriver` on Fedora, \
                 `brew install --cask chromium chromedriver` on macOS",
            ),
            Browser::Firefox => (
                "Firefox",
                ", `dnf install firefox` on Fedora, `brew install --cask firefox` on macOS",
            ),
            Browser::Webkit => ("the driver of WebKitGTK, and Xvfb", ""),
        };
        format!(
            "the browser tests need {what} in the PATH; install them with `apt-get install {}` on \
             Debian{elsewhere}, or test with one browser alone, such as `cargo xtask test --browser chromium`",
            self.packages().join(" ")
        )
    }
}

/// The driver of Firefox: the one in the PATH, or one that Cargo compiles below `target/`.
fn geckodriver(root: &Path) -> Result<PathBuf> {
    if let Some(driver) = find("geckodriver") {
        return Ok(driver);
    }
    let tools = root.join("target/tools");
    let driver = tools.join("bin/geckodriver").with_extension(std::env::consts::EXE_EXTENSION);
    if driver.is_file() {
        return Ok(driver);
    }
    println!("compiling geckodriver {GECKODRIVER}, once");
    let mut install = cargo(root);
    install.args(["install", "geckodriver", "--version", GECKODRIVER, "--locked", "--root"]);
    run(install.arg(&tools).args(["--target-dir", "target/tools/build"])).with_context(|| {
        format!(
            "could not install the driver of Firefox; try `cargo install geckodriver --version {GECKODRIVER} --locked`"
        )
    })?;
    if !driver.is_file() {
        bail!("Cargo installed no {}; remove target/tools and try again", driver.display());
    }
    Ok(driver)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_in_one_sentence() {
        for browser in Browser::value_variants() {
            let sentence = browser.missing();
            for package in browser.packages() {
                assert!(sentence.contains(package), "{sentence}");
            }
            assert!(sentence.contains("apt-get install") && !sentence.contains(". "), "{sentence}");
        }
    }
}
