//! Cuts the linked module into what every reader fetches and what only some pages need.
//!
//! `src/view/page/content.rs` says where. wasm-bindgen reads the first part as if there were no
//! others: these import nothing but its memory, its stack pointer and its table of functions, which
//! it exports, and lie in both where it has left room for them.

use crate::folder::{read, slashed};
use anyhow::{Context, Result, anyhow, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use walrus::Module;
use wasm_split_cli_support::{Options, SplitWasm, transform};

/// The module in parts.
pub struct Parts {
    /// What everybody has, for wasm-bindgen.
    pub main: Vec<u8>,
    /// The others, by names that tell whose they are: `charts.wasm`, `shared-charts-texts.wasm`.
    pub chunks: BTreeMap<String, Vec<u8>>,
}

/// Cuts a module that was linked with `--emit-relocs`; `folder` is for what lies between.
pub fn split(linked: &[u8], folder: &Path) -> Result<Parts> {
    let main = folder.join("main.wasm");
    let mut options = Options::new(linked);
    options.output_dir = folder;
    options.main_out_path = &main;
    let SplitWasm { split_modules, prefetch_map, .. } =
        transform(options).map_err(|error| anyhow!("the WASM cannot be split: {error:#}"))?;
    if split_modules.is_empty() {
        bail!(
            "there is nothing to split: the names in src/view/page/content.rs are not those that \
             this version of wasm_split_cli_support looks for"
        );
    }
    let mut chunks = BTreeMap::new();
    for file in split_modules {
        let stem = file.file_stem().context("a part of the WASM has no name")?;
        let stem = slashed(Path::new(stem));
        let wanting = prefetch_map.iter().filter(|(_, files)| files.contains(&stem));
        chunks.insert(name(wanting.map(|(chunk, _)| chunk.as_str()).collect()), read(&file)?);
    }
    Ok(Parts { main: read(&main)?, chunks })
}

/// What a part is called that these chunks need.
fn name(whose: BTreeSet<&str>) -> String {
    let shared = if whose.len() > 1 { "shared-" } else { "" };
    format!("{shared}{}.wasm", Vec::from_iter(whose).join("-"))
}

/// A part without names and other sections that nobody reads.
pub fn stripped(chunk: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(chunk)
        .map_err(|error| anyhow!("a part of the WASM cannot be read: {error:#}"))?;
    let sections: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    for id in sections {
        module.customs.delete(id);
    }
    module.funcs.iter_mut().for_each(|function| function.name = None);
    module.producers.clear();
    Ok(module.emit_wasm())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_named_by_the_chunks_that_need_it() {
        assert_eq!(name(BTreeSet::from(["texts"])), "texts.wasm");
        assert_eq!(name(BTreeSet::from(["texts", "charts"])), "shared-charts-texts.wasm");
    }

    #[test]
    fn wasm_with_nowhere_to_cut_is_told() {
        let folder = tempfile::tempdir().unwrap();
        // The magic number and the version: a module without anything in it.
        assert!(split(b"\0asm\x01\0\0\0", folder.path()).is_err());
    }
}
