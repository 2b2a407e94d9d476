//! The WASM that readers load, and the JavaScript that glues it to the browser.

mod slim;

mod split;

use crate::folder;
use crate::{cargo, tools};
use anyhow::{Context, Result, anyhow, bail};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// What the browser gets.
pub struct Bound {
    /// What every page needs of the module, without names and other sections that nobody reads.
    pub wasm: Vec<u8>,
    /// Parts of the module that only some pages need, by name.
    pub chunks: BTreeMap<String, Vec<u8>>,
    /// The glue: a JavaScript module. It has no address of the WASM in it; the loader tells it.
    pub glue: Vec<u8>,
    /// JavaScript that libraries brought along, by its path from the glue. Usually none.
    pub snippets: Vec<(PathBuf, Vec<u8>)>,
    /// What draws pictures in the browser, where there are pictures.
    pub picture: Option<PictureModule>,
}

/// The crate `picture` for the browser, a module of its own that nobody fetches who wants no
/// picture.
pub struct PictureModule {
    pub wasm: Vec<u8>,
    pub glue: Vec<u8>,
}

/// How to compile the WASM.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Small, for readers.
    Release,
    /// With messages that say where a panic came from, for developers.
    Debug,
}

/// Compiles the app for the browser; quick when no code changed.
pub fn compile(root: &Path, profile: Profile) -> Result<PathBuf> {
    compiled(root, profile, &["--package", "utlovat", "--features", "browser"], "target/wasm")
}

/// Into a target folder of its own, so that it waits for the lock of no other build.
fn compiled(root: &Path, profile: Profile, what: &[&str], folder: &str) -> Result<PathBuf> {
    let profile = match profile {
        Profile::Release => "wasm-release",
        Profile::Debug => "wasm-debug",
    };
    let mut arguments = vec!["--lib", "--profile", profile];
    arguments.extend(what);
    arguments.extend(["--target", tools::WASM, "--target-dir", folder]);
    let flags = forget_places(root)?;
    arguments.extend(["--config", &flags]);
    let made = cargo::build(root, &arguments)?;
    // A library that we depend on may leave a `.wasm` too; ours is built last.
    made.into_iter()
        .rfind(|file| file.extension().is_some_and(|ending| ending == "wasm"))
        .context("Cargo built no .wasm; is `cdylib` among the crate types in Cargo.toml?")
}

/// Splits the module and runs wasm-bindgen, as libraries, so that there is no program to install.
pub fn bind(root: &Path, wasm: &Path, profile: Profile) -> Result<Bound> {
    same_version(root)?;
    let folder = root.join("target/xtask/bound");
    folder::remove(&folder)?;
    let parts = split::split(&folder::read(wasm)?, &folder.join("split"))?;
    generate("app", parts.main, &folder, |bindgen| {
        bindgen
            // The table of functions, which the other parts share.
            .keep_lld_exports(true)
            .debug(matches!(profile, Profile::Debug))
            .remove_name_section(matches!(profile, Profile::Release))
    })?;
    let snippets = folder::files(&folder)?
        .into_iter()
        .filter(|file| file.starts_with("snippets"))
        .map(|file| Ok((file.clone(), folder::read(&folder.join(file))?)))
        .collect::<Result<_>>()?;
    let wasm = folder::read(&folder.join("app_bg.wasm"))?;
    let glue = folder::read(&folder.join("app.js"))?;
    let (wasm, glue, chunks) = match profile {
        Profile::Release => {
            let (wasm, glue) = slim::shortened(&wasm, glue)?;
            let slim = |(name, bytes): (String, Vec<u8>)| Ok((name, split::stripped(&bytes)?));
            (wasm, glue, parts.chunks.into_iter().map(slim).collect::<Result<_>>()?)
        }
        Profile::Debug => (wasm, glue, parts.chunks),
    };
    Ok(Bound { wasm, chunks, glue, snippets, picture: None })
}

/// Compiles what draws pictures in the browser.
pub fn picture(root: &Path, profile: Profile) -> Result<PictureModule> {
    let wasm = compiled(root, profile, &["--package", "picture-web"], "target/wasm-picture")?;
    let folder = root.join("target/xtask/bound-picture");
    generate("picture", folder::read(&wasm)?, &folder, |bindgen| {
        bindgen.remove_name_section(true)
    })?;
    let wasm = folder::read(&folder.join("picture_bg.wasm"))?;
    Ok(PictureModule { wasm, glue: folder::read(&folder.join("picture.js"))? })
}

/// Writes a module and its glue for browsers into a folder.
fn generate(
    name: &str,
    wasm: Vec<u8>,
    folder: &Path,
    with: impl FnOnce(&mut Bindgen) -> &mut Bindgen,
) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(name, wasm)
        .out_name(name)
        .typescript(false)
        .omit_default_module_path(true)
        .keep_debug(false)
        .remove_producers_section(true);
    with(&mut bindgen)
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
        .map_err(|error| anyhow!("wasm-bindgen cannot read the compiled WASM: {error:#}"))
}

/// Tells the compiler to leave this machine's folders out of panic messages: the same commit gives
/// the same WASM wherever it is built.
fn forget_places(root: &Path) -> Result<String> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
        .context("cannot tell where Cargo keeps its registry; set CARGO_HOME")?;
    let sysroot = Command::new("rustc")
        .args(["--print", "sysroot"])
        .output()
        .context("rustc does not start")?;
    let sysroot = String::from_utf8_lossy(&sysroot.stdout).trim().to_owned();
    let flags: Vec<String> = [
        (root.display().to_string(), "/utlovat"),
        (home.display().to_string(), "/cargo"),
        (sysroot, "/rust"),
    ]
    .iter()
    .map(|(from, to)| format!("--remap-path-prefix={from}={to}"))
    .collect();
    Ok(format!("build.rustflags={}", serde_json::to_string(&flags)?))
}

/// wasm-bindgen reads only what its own version wrote, and says so in a way that nobody understands.
fn same_version(root: &Path) -> Result<()> {
    let library = cargo::locked(root, "wasm-bindgen")?;
    let tool = cargo::locked(root, "wasm-bindgen-cli-support")?;
    if library != tool {
        bail!(
            "Cargo.lock has wasm-bindgen {library} but wasm-bindgen-cli-support {tool}, and they must be the same; \
             write `={library}` in xtask/Cargo.toml or run `cargo update wasm-bindgen --precise {tool}`"
        );
    }
    Ok(())
}
