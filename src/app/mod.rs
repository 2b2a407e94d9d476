//! The roof: which page stands behind an address, and the two ways to bring it to a reader.
//!
//! [`prerender`] writes every page to a file at build time; [`browser`] brings that very page to life
//! and makes it answer. Both call the same [`root::root`]. The only files with a feature of
//! their own stand here, so nothing below can differ between the two.

pub mod facts;

pub mod head;

pub mod frame;

pub mod root;

pub mod dated;

#[cfg(feature = "ssr")]
pub mod published;

#[cfg(feature = "ssr")]
pub mod search_index;

#[cfg(feature = "ssr")]
pub mod alternates;

#[cfg(feature = "ssr")]
pub mod ledger;

#[cfg(feature = "ssr")]
pub mod frozen;

#[cfg(feature = "ssr")]
pub mod versions;

#[cfg(feature = "ssr")]
pub mod json_ld;

#[cfg(feature = "ssr")]
pub mod social;

#[cfg(feature = "ssr")]
pub mod oembed;

#[cfg(feature = "ssr")]
pub mod sitemap;

#[cfg(feature = "ssr")]
mod statement;

#[cfg(feature = "ssr")]
pub mod icons;

#[cfg(feature = "ssr")]
pub mod frames;

#[cfg(feature = "ssr")]
pub mod pictures;

#[cfg(feature = "ssr")]
pub mod shell;

#[cfg(feature = "ssr")]
pub mod document;

#[cfg(feature = "ssr")]
mod data_page;

#[cfg(feature = "ssr")]
pub mod prerender;

#[cfg(feature = "browser")]
pub mod browser;
