//! Facts → plain numbers that can be drawn.
//!
//! A chart is arithmetic first and SVG last: this layer places marks as whole numbers in the
//! units of a `viewBox`, so that drawings are tested without a browser and cost no
//! floating-point printing in the WASM. It knows the model and the analysis; it must not know
//! words, colours or Leptos. Start with [`slip`], the product's signature picture.

mod scale;

pub mod slip;

pub mod timeline;

pub mod crowd;

pub mod multiples;

pub mod tiles;

pub use scale::{Span, Tick, TimeScale, Width};
