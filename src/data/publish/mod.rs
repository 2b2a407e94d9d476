//! What leaves the house for the page: an [`edition`] a language.
//! What the world reads stands in `open_data`.
//!
//! This folder knows how published files look; it must not know TOML or where the files go.
//! Start with [`edition`].

mod edition;

pub use edition::edition;
