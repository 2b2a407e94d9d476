//! Facts → plain numbers that can be drawn.
//!
//! A chart is arithmetic first and SVG last: this layer places marks as whole numbers in
//! hundredths of a per cent of the width, so that one drawing fits every width, is tested without
//! a browser and costs no floating-point printing in the WASM. It knows the model and the analysis; it must not know
//! words, colours or Leptos. Start with [`slip`], the product's signature picture.

mod scale;

pub mod slip;

pub mod timeline;

mod line;

pub mod crowd;

pub mod gather;

pub mod names;

pub mod multiples;

pub mod panel;

pub mod stages;

pub mod tiles;

pub mod balance;

pub mod strips;

pub mod density;

pub use scale::{Anchor, Percent, Room, Rows, Span, Tick, TimeScale, WHOLE};
