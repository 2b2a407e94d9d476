//! Facts in, facts out: `data/*.toml` becomes a checked [`Dataset`](crate::model::Dataset),
//! and that becomes the files that the world reads.
//!
//! This layer knows how editors write facts and how published files look; it must not know
//! conclusions, charts, the words of the interface or the web, and only `folder` may touch
//! the disk. Start with `resolve::read_files`, then follow a fact: `record` (as written),
//! `check` (the rules), `resolve` (as the model has it), [`publish`] (as readers get it).
//!
//! Everything that reads TOML is native only: the browser gets its facts checked.

pub mod folder_file;

#[cfg(not(target_arch = "wasm32"))]
pub mod wording;

#[cfg(not(target_arch = "wasm32"))]
pub mod problem;

#[cfg(not(target_arch = "wasm32"))]
pub mod slips;

#[cfg(not(target_arch = "wasm32"))]
pub mod record;

#[cfg(not(target_arch = "wasm32"))]
mod check;

#[cfg(not(target_arch = "wasm32"))]
pub mod resolve;

#[cfg(not(target_arch = "wasm32"))]
pub mod folder;

pub mod publish;
