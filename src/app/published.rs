//! The files of facts of one language, as the prerenderer writes them.

use super::facts::{Head, Index, OfSite, Part, Published, Words};
use crate::analysis::search;
use crate::i18n::Messages;
use crate::model::{Dataset, Id, ProcurementRef};
use crate::open_data::disk::write;
use crate::open_data::hash::short_hash;
use std::collections::BTreeMap;
use std::path::Path;

/// Where they lie, below the site's root.
pub struct FactFiles {
    pub words: String,
    pub index: String,
    pub parts: BTreeMap<Id, String>,
    /// The index of the search, which is fetched when somebody searches.
    pub search: String,
}

impl FactFiles {
    /// Writes all files of an edition into the folder of the site.
    pub fn write(
        out: &Path,
        edition: &Dataset,
        messages: &Messages,
        search: &search::Index,
        of_site: OfSite,
    ) -> Result<FactFiles, String> {
        let file =
            |name: &str, bytes: Result<Vec<u8>, postcard::Error>| -> Result<String, String> {
                let bytes = bytes.map_err(|error| format!("{name}: {error}"))?;
                let path = format!("assets/{name}-{}.bin", short_hash(&bytes));
                write(&out.join(&path), &bytes)?;
                Ok(path)
            };
        let lang = messages.lang().code();
        let places = (0..=u16::MAX).map(ProcurementRef).take(edition.procurements.len());
        let parts: Vec<Part> = places.map(|at| Part::of(edition, at)).collect();
        let mut paths = vec![];
        for part in &parts {
            paths.push(file(&format!("facts-{lang}-{}", part.procurement.id), part.to_bytes())?);
        }
        let index = Index::of(edition, &parts, paths.clone());
        let index = file(&format!("index-{lang}"), index.to_bytes())?;
        let head = Head::of(edition, index.clone(), of_site);
        let words = Words { messages: messages.clone(), head };
        Ok(FactFiles {
            words: file(&format!("words-{lang}"), words.to_bytes())?,
            index,
            parts: edition.procurements.iter().map(|one| one.id.clone()).zip(paths).collect(),
            search: file(&format!("search-{lang}"), search.to_bytes())?,
        })
    }
}
