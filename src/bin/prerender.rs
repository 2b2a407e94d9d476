//! Writes every page of the site. `cargo xtask build` calls it; see `utlovat::app::prerender`.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;
use utlovat::app::prerender::{Job, prerender};

fn main() -> ExitCode {
    match job().and_then(|job| Ok((prerender(&job)?, job.base_url.is_empty()))) {
        Ok((pages, nowhere)) => {
            let left_out = if nowhere {
                "; without --base-url they have no canonical or hreflang links, and citations and \
                 embed codes give the path alone"
            } else {
                ""
            };
            println!("{pages} pages{left_out}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn job() -> Result<Job, String> {
    let mut values: BTreeMap<String, String> = BTreeMap::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} needs a value after it"))?;
        values.insert(name, value);
    }
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
