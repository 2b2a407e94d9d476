//! Numbers and facts → HTML and SVG, with Leptos.
//!
//! Views show; they parse, sum and sort nothing. The same views are rendered natively to files
//! and made again in the browser, so nothing here may differ between the two. This layer knows
//! every layer below; it must not know the browser: what a click does comes in as a callback.
//! A page is a tree of elements ([`block`]): what shows is HTML as text ([`markup`]), what answers
//! is a Leptos component ([`controls`]). Start with [`page`].

mod site;

mod facts;

mod state;

pub mod block;

pub mod controls;

pub mod markup;

pub mod sentence;

pub mod finding;

pub mod headline;

pub mod figure;

pub mod only;

pub mod prose;

pub mod mark;

pub mod source_note;

pub mod numbered;

pub mod known_note;

pub mod fact_table;

pub mod figure_data;

pub mod copy;

pub mod embed_code;

pub mod looks;

pub mod reuse;

pub mod frame_height;

pub mod picture;

pub mod still;

pub mod draw;

pub mod cite;

pub mod filter;

pub mod claim_filters;

pub mod chooser;

pub mod costs;

pub mod rule;

pub mod as_of;

pub mod news;

mod others;

pub mod found;

pub mod glossary;

pub mod chart;

pub mod page;

pub use controls::Controls;
pub use facts::{Facts, Frozen};
pub use markup::{Gathered, Markup, html};
pub use site::Site;
pub use state::{PageState, Search, SearchIndex};
