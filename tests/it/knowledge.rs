//! What was known when: recomputed in another way, on the toy facts with many other dates.

pub mod rewritten;

pub mod told;

pub mod as_of;

mod changes;

mod first_source;

mod stories;

use utlovat::model::{Day, PartialDate};

/// The day that a text means.
pub fn day(text: &str) -> Day {
    PartialDate::parse(text).expect("a date").range().first
}
