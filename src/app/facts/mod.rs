//! The facts of one language in the files that pages load: what every page has, what pages of
//! many procurements have beside it, and each procurement by itself.
//!
//! ```text
//! words-LANG-HASH.bin      [`Words`]  the interface's words, and what is said of the whole
//! index-LANG-HASH.bin      [`Index`]  an outline of each procurement, the regions, all file names
//! facts-LANG-ID-HASH.bin   [`Part`]   one procurement, with its parties and sources
//! ```
//!
//! The bytes are postcard: they are read by the WASM of the same build only; what others read is
//! the JSON beside them. Each file is named by its content, and one file names the next, so two
//! builds on one host never mix. [`Loaded`] puts together what has come.

mod index;

mod loaded;

mod part;

mod words;

pub use index::Index;
pub use loaded::Loaded;
pub use part::Part;
pub use words::{Head, OfSite, Words};

use crate::analysis::knowledge::Since;
use crate::model::{Dataset, SourceRef};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// A file of facts.
pub trait Published: Serialize + DeserializeOwned {
    /// The bytes of the file.
    fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }

    /// Reads the file. Errors when it is cut short or from another build.
    fn from_bytes(bytes: &[u8]) -> Result<Self, postcard::Error> {
        postcard::from_bytes(bytes)
    }
}

/// An edition whose undated sources know when the last fact that rests on them became known, so
/// that a part of it tells the same of a day as the whole does.
pub fn divisible(mut edition: Dataset) -> Dataset {
    let since = Since::of(&edition);
    let places = (0..).map(SourceRef).take(edition.sources.len());
    let told: Vec<_> = places.map(|at| since.told(at)).collect();
    for (source, told) in Arc::make_mut(&mut edition.sources).iter_mut().zip(told) {
        source.told = told;
    }
    edition
}
