//! What leaves the house for the page: an [`edition`] a language, and an [`overview`] of it.
//! What the world reads stands in `open_data`.
//!
//! This folder knows how published files look; it must not know TOML or where the files go.
//! Start with [`edition`].

mod edition;

mod overview;

pub use edition::edition;
pub use overview::overview;
