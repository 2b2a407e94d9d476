//! What leaves the house: an [`edition`] a language for the page
//! (and an [`overview`] of it), [`v1`] for the world.
//!
//! This folder knows how published files look; it must not know TOML or where the files go.
//! Start with [`edition`].

mod edition;

mod overview;

#[cfg(not(target_arch = "wasm32"))]
pub mod v1;

pub use edition::edition;
pub use overview::overview;
