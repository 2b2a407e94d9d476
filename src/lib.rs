//! Utlovat: what was promised, what happened, what was demanded.
//!
//! One static page on which anyone can follow large public procurements: every promise
//! against what happened, every claim between the parties, and the procurements side by side.
//!
//! # Layout
//!
//! Read from the ground up; nothing points back (`tests/it/architecture.rs` proves it).
//!
//! | layer | what it knows |
//! |---|---|
//! | [`model`] | the facts, as types that cannot be wrong |
//! | [`analysis`] | our arithmetic on facts: slippage, outcomes, what was known when |
//! | [`data`] | `data/*.toml` in, published files out |
//! | [`route`] | addresses ↔ types |
//! | [`i18n`] | words, dates, spans and money in the reader's language |
//! | `open_data` | the published files: facts, conclusions and addresses |
//! | [`chart`] | facts → plain numbers that can be drawn |
//! | [`view`] | numbers and facts → HTML and SVG, with Leptos |
//! | [`app`] | the roof: pages behind addresses, prerendering, the browser |

// Nothing is unsafe but the cut through the WASM (view/page/content.rs), which is for the browser alone.
#![cfg_attr(not(target_family = "wasm"), forbid(unsafe_code))]
#![cfg_attr(target_family = "wasm", deny(unsafe_code))]

#[cfg(all(feature = "ssr", feature = "browser"))]
compile_error!("features `ssr` (native rendering) and `browser` exclude each other: choose one");

pub mod model;

pub mod analysis;
pub mod data;
pub mod i18n;
pub mod route;

/// Native only: the browser reads its own editions.
#[cfg(not(target_arch = "wasm32"))]
pub mod open_data;

pub mod chart;

#[cfg(any(feature = "ssr", feature = "browser"))]
pub mod view;

#[cfg(any(feature = "ssr", feature = "browser"))]
pub mod app;
