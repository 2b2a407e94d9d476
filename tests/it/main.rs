//! The one native test binary.

#![forbid(unsafe_code)]

mod data;

mod plain;

mod open_data;

mod project;

mod real_record;

mod architecture;

mod slips;

mod knowledge;

mod story;

mod charts;

mod lanes;

mod compare;

#[cfg(feature = "ssr")]
mod compare_pages;

mod claims;

#[cfg(feature = "ssr")]
mod claims_picture;

mod queries;

mod conclusions;

#[cfg(feature = "ssr")]
mod pages;

#[cfg(feature = "ssr")]
mod markup;

#[cfg(feature = "ssr")]
mod choices;

#[cfg(feature = "ssr")]
mod chapters;

#[cfg(feature = "ssr")]
mod outline;

#[cfg(feature = "ssr")]
mod snapshots;

#[cfg(feature = "ssr")]
mod site;

#[cfg(feature = "ssr")]
mod fuzz;

#[cfg(feature = "ssr")]
mod search;

#[cfg(feature = "ssr")]
mod sparse;

#[cfg(feature = "ssr")]
mod days;

#[cfg(feature = "ssr")]
mod data_page;

#[cfg(feature = "ssr")]
mod early;

#[cfg(feature = "ssr")]
mod facts;

#[cfg(feature = "ssr")]
mod heads;

#[cfg(feature = "ssr")]
mod glossary;

#[cfg(feature = "ssr")]
mod page_table;

#[cfg(feature = "ssr")]
mod citations;

#[cfg(feature = "ssr")]
mod sentences;

#[cfg(feature = "ssr")]
mod findings;

#[cfg(feature = "ssr")]
mod headlines;

#[cfg(feature = "ssr")]
mod figure_data;

#[cfg(feature = "ssr")]
mod figures;

#[cfg(feature = "ssr")]
mod reuse;

#[cfg(feature = "ssr")]
mod frames;

#[cfg(feature = "ssr")]
mod determinism;

#[cfg(feature = "ssr")]
mod discovery;

#[cfg(feature = "ssr")]
mod pictures;

#[cfg(feature = "ssr")]
mod frozen;
