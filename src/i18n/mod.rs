//! Words of the interface, and facts said in words.
//!
//! Knows the model and the two languages; must not know pages or charts. The words stand in
//! `locales/*.toml` and travel with the data, never inside the WASM, so that a corrected word
//! rebuilds pages only. That every key exists and every blank is filled is checked by the compiler
//! ([`words`]), that every key has its words in both languages by `cargo xtask check`. Start with
//! [`Messages`].

pub mod format;

pub mod kind;

pub mod cite;

pub mod written;

mod messages;

pub mod words;

#[cfg(not(target_arch = "wasm32"))]
mod locale_file;

#[cfg(not(target_arch = "wasm32"))]
pub mod locale;

pub use messages::Messages;
pub use words::Key;
