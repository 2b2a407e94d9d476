//! What was known when: recomputed in another way, on the toy facts with many other dates.

#[path = "knowledge/rewritten.rs"]
pub mod rewritten;

#[path = "knowledge/told.rs"]
pub mod told;

#[path = "knowledge/as_of.rs"]
pub mod as_of;

#[path = "knowledge/changes.rs"]
mod changes;

#[path = "knowledge/first_source.rs"]
mod first_source;

#[path = "knowledge/stories.rs"]
mod stories;

use utlovat::model::{Day, PartialDate};

/// The day that a text means.
pub fn day(text: &str) -> Day {
    PartialDate::parse(text).expect("a date").range().first
}
