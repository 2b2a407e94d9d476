//! Files whose names carry their content, so that browsers may keep them for ever.

use crate::folder::{files, read, slashed, write};
use crate::wasm::Bound;
use anyhow::{Result, ensure};
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
        if let Some(picture) = &bound.picture {
            assets.add(site, "picture.wasm", &picture.wasm)?;
            assets.add(site, "picture-glue.js", &picture.glue)?;
        }
        let public = root.join("public");
        for file in if public.is_dir() { files(&public)? } else { Vec::new() } {
            let bytes = read(&public.join(&file))?;
            match slashed(&file).strip_prefix("assets/") {
                // Without what it fetches it draws nothing.
                Some("picture.js") if bound.picture.is_none() => {}
                Some("picture.js") => {
                    let script = assets.naming(&["picture-glue.js", "picture.wasm"], &bytes)?;
                    assets.add(site, "picture.js", &script)?;
                }
                Some(name) => assets.add(site, name, &bytes)?,
                None => write(&site.join(&file), &bytes)?,
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

    /// A script with the names that files beside it have in the site.
    fn naming(&self, files: &[&str], script: &[u8]) -> Result<Vec<u8>> {
        let mut script = String::from_utf8(script.to_vec())?;
        for name in files {
            let path = &self.0[*name];
            let placed = path.strip_prefix("assets/").unwrap_or(path);
            let (from, to) = (format!("\"{name}\""), format!("\"{placed}\""));
            ensure!(script.contains(&from), "public/assets/picture.js names no {from}");
            script = script.replace(&from, &to);
        }
        Ok(script.into_bytes())
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
    use crate::wasm::PictureModule;

    #[test]
    fn assets_are_renamed_and_the_rest_is_copied() {
        let root = tempfile::tempdir().unwrap();
        let site = root.path().join("site");
        let public =
            ["assets/boot.js", "assets/headings.woff2", "favicon.svg", "assets/licence.txt"];
        for name in public.map(|name| format!("public/{name}")) {
            write(&root.path().join(name), b"").unwrap();
        }
        let snippets = vec![(PathBuf::from("snippets/x/inline0.js"), Vec::new())];
        let chunks = BTreeMap::from([("charts.wasm".to_owned(), b"c".to_vec())]);
        let (wasm, glue) = (b"w".to_vec(), b"g".to_vec());
        let bound = Bound { wasm, chunks, glue, snippets, picture: None };
        let assets = Assets::place(root.path(), &bound, &site).unwrap();

        assert_eq!(assets.0["boot.js"], "assets/boot-e3b0c44298.js");
        assert_eq!(assets.0["headings.woff2"], "assets/headings-e3b0c44298.woff2");
        assert!(assets.0["charts.wasm"].starts_with("assets/charts-"));
        assert_eq!(assets.0["licence.txt"], "assets/licence-e3b0c44298.txt");
        assert_eq!(assets.0.len(), 6);
        let mut expected: Vec<PathBuf> = assets.0.values().map(PathBuf::from).collect();
        expected.extend(["assets/snippets/x/inline0.js", "favicon.svg"].map(PathBuf::from));
        expected.sort();
        assert_eq!(files(&site).unwrap(), expected);
    }

    #[test]
    fn what_draws_pictures_knows_the_names_of_its_files() {
        let root = tempfile::tempdir().unwrap();
        let script = b"const GLUE = \"picture-glue.js\"; const WASM = \"picture.wasm\";";
        write(&root.path().join("public/assets/picture.js"), script).unwrap();
        let placed = |picture: Option<PictureModule>| {
            let (wasm, glue, chunks) = (vec![], vec![], BTreeMap::new());
            let bound = Bound { wasm, chunks, glue, snippets: vec![], picture };
            let site = tempfile::tempdir().unwrap();
            let assets = Assets::place(root.path(), &bound, site.path()).unwrap();
            let script = assets.0.get("picture.js").map(|path| read(&site.path().join(path)));
            (script.map(|bytes| String::from_utf8(bytes.unwrap()).unwrap()), assets)
        };
        assert_eq!(placed(None).0, None, "a site without pictures has none of it");
        let (wasm, glue) = (b"w".to_vec(), b"g".to_vec());
        let (script, assets) = placed(Some(PictureModule { wasm, glue }));
        let script = script.unwrap();
        for name in ["picture-glue.js", "picture.wasm"] {
            let file = assets.0[name].strip_prefix("assets/").unwrap();
            assert!(script.contains(&format!("\"{file}\"")), "{script}");
        }
    }
}
