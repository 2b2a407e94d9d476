//! Files whose names carry their content, so that browsers may keep them for ever.

use crate::folder::{files, read, slashed, write};
use crate::wasm::Bound;
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use utlovat::open_data::hash::short_hash;

/// Which file stands for which name: `app.wasm` → `assets/app-1a2b3c4d5e.wasm`.
#[derive(Debug, Default)]
pub struct Assets(BTreeMap<String, String>);

impl Assets {
    /// Puts the WASM, its glue and the files of `public/` into the site.
    pub fn place(root: &Path, bound: &Bound, site: &Path) -> Result<Assets> {
        let mut assets = Assets::default();
        assets.add(site, "app.wasm", &bound.wasm)?;
        for (name, bytes) in &bound.chunks {
            assets.add(site, name, bytes)?;
        }
        assets.add(site, "app.js", &bound.glue)?;
        for (path, bytes) in &bound.snippets {
            write(&site.join("assets").join(path), bytes)?;
        }
        let public = root.join("public");
        for file in if public.is_dir() { files(&public)? } else { Vec::new() } {
            let bytes = read(&public.join(&file))?;
            match slashed(&file).strip_prefix("assets/") {
                Some(name) if name.ends_with(".js") || name.ends_with(".woff2") => {
                    assets.add(site, name, &bytes)?
                }
                _ => write(&site.join(&file), &bytes)?,
            }
        }
        Ok(assets)
    }

    /// Writes the names as JSON for the prerenderer, and tells where.
    pub fn write_list(&self, root: &Path) -> Result<PathBuf> {
        let list = root.join("target/xtask/assets.json");
        write(&list, serde_json::to_string_pretty(&self.0)?.as_bytes())?;
        Ok(list)
    }

    fn add(&mut self, site: &Path, name: &str, bytes: &[u8]) -> Result<()> {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let path = format!("assets/{stem}-{}.{ending}", short_hash(bytes));
        write(&site.join(&path), bytes)?;
        self.0.insert(name.to_owned(), path);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_typefaces_are_renamed_and_the_rest_is_copied() {
        let root = tempfile::tempdir().unwrap();
        let site = root.path().join("site");
        let public =
            ["assets/boot.js", "assets/headings.woff2", "favicon.svg", "assets/picture.png"];
        for name in public.map(|name| format!("public/{name}")) {
            write(&root.path().join(name), b"").unwrap();
        }
        let snippets = vec![(PathBuf::from("snippets/x/inline0.js"), Vec::new())];
        let chunks = BTreeMap::from([("charts.wasm".to_owned(), b"c".to_vec())]);
        let bound = Bound { wasm: b"w".to_vec(), chunks, glue: b"g".to_vec(), snippets };
        let assets = Assets::place(root.path(), &bound, &site).unwrap();

        assert_eq!(assets.0["boot.js"], "assets/boot-e3b0c44298.js");
        assert_eq!(assets.0["headings.woff2"], "assets/headings-e3b0c44298.woff2");
        assert!(assets.0["charts.wasm"].starts_with("assets/charts-"));
        assert_eq!(assets.0.len(), 5);
        let mut expected: Vec<PathBuf> = assets.0.values().map(PathBuf::from).collect();
        expected.extend(
            ["assets/picture.png", "assets/snippets/x/inline0.js", "favicon.svg"]
                .map(PathBuf::from),
        );
        expected.sort();
        assert_eq!(files(&site).unwrap(), expected);
    }
}
