//! Running Cargo from a program that Cargo runs.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What everything native but this tool itself is compiled as. Cargo gives a package the features
/// that all who are chosen ask of it, and compiles it anew for another choice: with one choice for
/// tests, programs and lints, each is compiled once.
pub const NATIVE: [&str; 3] = ["--workspace", "--features", "utlovat/ssr"];

/// A Cargo to run in the checkout.
///
/// Cargo tells the programs that it runs about their package; what is meant for us must not reach
/// the build scripts of others, which would run again for nothing.
pub fn cargo(root: &Path) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in env::vars_os() {
        let ours = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"];
        if name.to_str().is_some_and(|name| ours.iter().any(|start| name.starts_with(start))) {
            cargo.env_remove(name);
        }
    }
    cargo.current_dir(root);
    cargo
}

/// Runs `cargo build` and names the files that it made, in the order of building.
pub fn build<S: AsRef<OsStr>>(root: &Path, arguments: &[S]) -> Result<Vec<PathBuf>> {
    let output = cargo(root)
        .args(["build", "--message-format", "json-render-diagnostics"])
        .args(arguments)
        .stderr(Stdio::inherit())
        .output()
        .context("Cargo does not start")?;
    if !output.status.success() {
        bail!("the code does not compile; the compiler's messages stand above");
    }
    Ok(String::from_utf8_lossy(&output.stdout).lines().flat_map(made).collect())
}

/// Compiles a program of the library and says where it lies.
pub fn program(root: &Path, name: &str) -> Result<PathBuf> {
    let made = build(root, &[&NATIVE[..], &["--bin", name]].concat())?;
    made.into_iter()
        .rfind(|file| file.file_stem().is_some_and(|stem| stem == name))
        .with_context(|| format!("Cargo built no `{name}`; is the [[bin]] still in Cargo.toml?"))
}

/// A package of Cargo.lock.
#[derive(Deserialize)]
pub struct Locked {
    pub name: String,
    pub version: String,
    /// The SHA-256 of what was published; packages of our own have none.
    pub checksum: Option<String>,
}

/// Every package of Cargo.lock.
pub fn lock(root: &Path) -> Result<Vec<Locked>> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Locked>,
    }
    let text =
        std::fs::read_to_string(root.join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let lock: Lock = toml::from_str(&text).context("Cargo.lock is damaged")?;
    Ok(lock.package)
}

/// A package's version in Cargo.lock.
pub fn locked(root: &Path, package: &str) -> Result<String> {
    let found = lock(root)?.into_iter().find(|entry| entry.name == package);
    Ok(found.with_context(|| format!("Cargo.lock has no package {package}"))?.version)
}

/// The files of one line of Cargo's JSON messages.
fn made(line: &str) -> Vec<PathBuf> {
    #[derive(Deserialize)]
    struct Message {
        reason: String,
        #[serde(default)]
        filenames: Vec<PathBuf>,
    }
    match serde_json::from_str(line) {
        Ok(Message { reason, filenames }) if reason == "compiler-artifact" => filenames,
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_artifacts_have_files() {
        let artifact =
            r#"{"reason":"compiler-artifact","filenames":["/t/prerender"],"fresh":true}"#;
        assert_eq!(made(artifact), [PathBuf::from("/t/prerender")]);
        assert!(made(r#"{"reason":"build-finished","success":true}"#).is_empty());
        assert!(made("not JSON").is_empty());
    }
}
