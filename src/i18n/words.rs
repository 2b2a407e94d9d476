//! The words of the interface as types: a [`Key`] for each text, a type for each sentence that has
//! blanks. `build.rs` makes them of `locales/sv.toml`, whose words their documentation shows.

use super::Messages;
use super::messages::{Blank, plural};

#[cfg(not(target_arch = "wasm32"))]
use super::messages::Shape;

/// A sentence of the interface, with all that its blanks ask for.
pub trait Sentence {
    /// The sentence in the language of the words.
    fn say(&self, words: &Messages) -> String;
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));
