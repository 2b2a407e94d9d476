//! Finding what we need on this machine, and installing it when we may.

use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The folder of the checkout that this tool was compiled in.
pub fn root() -> Result<PathBuf> {
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has no parent folder")?;
    if !root.join("data").is_dir() {
        bail!(
            "{} is not the checkout any more; run `cargo xtask` inside the one you mean",
            root.display()
        );
    }
    Ok(root.to_path_buf())
}

/// Adds the WASM target when it is missing.
///
/// Looks into the toolchain before it asks rustup, since a distribution's Rust has no rustup.
pub fn wasm_target() -> Result<()> {
    let sysroot = said(Command::new("rustc").args(["--print", "sysroot"]))
        .context("rustc does not answer; install Rust from https://rustup.rs")?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!(
            "the Rust target {WASM} is missing and so is rustup, which could add it; install rustup \
             from https://rustup.rs, or the package of your system with Rust's WASM standard library"
        );
    }
    run(Command::new("rustup").args(["target", "add", WASM])).with_context(|| {
        format!("could not add the Rust target {WASM}; try `rustup target add {WASM}`")
    })
}

/// Adds rustfmt or clippy when it is missing.
pub fn component(name: &str) -> Result<()> {
    let subcommand = if name == "rustfmt" { "fmt" } else { name };
    if said(Command::new("cargo").args([subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!(
            "{name} is missing and so is rustup, which could add it; install {name} with your system's packages"
        );
    }
    run(Command::new("rustup").args(["component", "add", name]))
        .with_context(|| format!("could not add {name}; try `rustup component add {name}`"))
}

/// Runs a program whose messages people should see.
pub fn run(command: &mut Command) -> Result<()> {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{name} does not start"))?;
    if !status.success() {
        bail!("{name} failed; its messages stand above");
    }
    Ok(())
}

/// What a program prints; `failing` begins the sentence that ends with its complaint.
pub fn told(command: &mut Command, failing: &str) -> Result<String> {
    let output = command.output().with_context(|| format!("{failing}: it does not start"))?;
    if !output.status.success() {
        bail!("{failing}: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program lies in the PATH.
pub fn find(program: impl AsRef<OsStr>) -> Option<PathBuf> {
    let mut name = program.as_ref().to_os_string();
    name.push(env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&name))
        .find(|file| file.is_file())
}

/// Whether we may install packages of the system.
pub fn is_root() -> bool {
    said(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Installs packages of Debian where we may, and does nothing elsewhere. Services that come with
/// them are not started.
pub fn apt_install(packages: &[&str]) -> Result<()> {
    if find("apt-get").is_none() || !is_root() {
        return Ok(());
    }
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").env("SYSTEMD_OFFLINE", "1");
        apt
    };
    run(apt().arg("update"))
        .and_then(|()| run(apt().args(["install", "-y"]).args(packages)))
        .with_context(|| {
            format!("could not install it; try `apt-get install {}`", packages.join(" "))
        })
}

/// What a program prints, if it succeeds; its complaints are dropped.
fn said(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output()?;
    if !output.status.success() {
        bail!("it failed");
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
