//! What travels to the browser beside the WASM: the facts and the words of one language.

use crate::i18n::Messages;
use crate::model::Dataset;
use serde::{Deserialize, Serialize};

/// Everything that the pages of one language are made from.
///
/// It is a file of its own, so that a corrected fact or word rebuilds pages and never the WASM.
/// The bytes are postcard: they are read by the WASM of the same build only; what others read
/// is the JSON beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    pub dataset: Dataset,
    pub messages: Messages,
}

impl Edition {
    /// The bytes of the file.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }

    /// Reads the file. Errors when it is cut short or from another build.
    pub fn from_bytes(bytes: &[u8]) -> Result<Edition, postcard::Error> {
        postcard::from_bytes(bytes)
    }
}
