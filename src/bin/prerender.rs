//! Writes every page of the site, for `cargo xtask build` (see `utlovat::app::prerender`), or with
//! `--freeze FILE` the archive of a frozen version, for `cargo xtask release` (see
//! `utlovat::app::frozen`).

#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use utlovat::app::frozen::freeze;
use utlovat::app::prerender::{Job, prerender};
use utlovat::open_data::disk::write;
use utlovat::open_data::versions::{BEST, pack};

fn main() -> ExitCode {
    match run() {
        Ok(done) => {
            println!("{done}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Does what was asked for, and says what has been done.
fn run() -> Result<String, String> {
    let mut arguments = arguments()?;
    if let Some(archive) = arguments.remove("--freeze") {
        return frozen(arguments, Path::new(&archive));
    }
    let job = job(arguments)?;
    let written = prerender(&job)?;
    let mut told = format!("{} pages", written.pages);
    if job.base_url.is_empty() {
        told += "; without --base-url they have no canonical or hreflang links, and citations and \
                 embed codes give the path alone";
    }
    if !written.statement {
        told += "; without [accessibility] in site.toml there is no accessibility statement, which \
                 the law asks of public bodies";
    }
    Ok(told)
}

/// Writes the archive of the version that today's facts make.
fn frozen(mut arguments: Arguments, archive: &Path) -> Result<String, String> {
    let root = arguments.remove("--root").unwrap_or_else(|| ".".to_owned());
    let pictures = arguments.remove("--pictures").map(PathBuf::from);
    let files = freeze(Path::new(&root), pictures.as_deref())?;
    let count = files.len();
    write(archive, &pack(files, BEST)?)?;
    Ok(format!("{count} files"))
}

type Arguments = BTreeMap<String, String>;

fn arguments() -> Result<Arguments, String> {
    let mut values = BTreeMap::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} needs a value after it"))?;
        values.insert(name, value);
    }
    Ok(values)
}

fn job(mut values: Arguments) -> Result<Job, String> {
    let mut take = |name: &str| {
        values
            .remove(name)
            .ok_or_else(|| format!("{name} is missing: `cargo xtask build` gives it"))
    };
    let assets = take("--assets")?;
    let assets = std::fs::read_to_string(&assets)
        .map_err(|error| format!("{assets} cannot be read: {error}"))
        .and_then(|json| {
            serde_json::from_str(&json).map_err(|error| format!("{assets} is no JSON: {error}"))
        })?;
    Ok(Job {
        root: PathBuf::from(take("--root")?),
        out: PathBuf::from(take("--out")?),
        base_url: take("--base-url").unwrap_or_default(),
        assets,
        pictures: take("--pictures").ok().map(PathBuf::from),
    })
}
