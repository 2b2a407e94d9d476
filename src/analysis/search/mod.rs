//! Finding facts by words.
//!
//! The [`Index`] holds the words of every fact, folded when the site is built, and the day from
//! which each of them was known. What a reader types is [folded](fold()) in the same way, so that
//! "vastra gotaland" finds Västra Götaland, without any table of Unicode. The facts themselves
//! stay in the edition: the index only tells which of them to show.

mod fold;

mod index;

mod find;

mod slip;

mod mark;

mod register;

pub use find::{Found, find, search};
pub use fold::{fold, words};
pub use index::{Entry, Index, Part, What};
pub use mark::{Piece, excerpt, marked};
pub use register::{Letter, Named, Thing, places, register};
