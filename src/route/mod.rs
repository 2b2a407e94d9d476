//! Addresses ↔ types.
//!
//! The one place that spells an address. It knows strings and ids; it must not know the
//! browser or the router: both are told their addresses from here. Start with [`Address`].

mod page;

mod document;

mod selection;

pub mod percent;

mod comparing;

mod choice;

mod listing;

mod opened;

mod value;

pub use comparing::{Align, CompareSort, Rule};
pub use document::Document;
pub use listing::{ClaimGroup, ClaimSort, RegionSort};
pub use opened::{Opened, Opens};
pub use page::{Address, Of, Page};
pub use selection::{BadValue, Known, Selection, Theme};
