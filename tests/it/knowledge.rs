//! What was known when: recomputed in another way, on the real facts and on facts with other
//! dates.

#[path = "knowledge/rewritten.rs"]
mod rewritten;

#[path = "knowledge/told.rs"]
mod told;

#[path = "knowledge/as_of.rs"]
mod as_of;

#[path = "knowledge/changes.rs"]
mod changes;

#[path = "knowledge/seed.rs"]
mod seed;

use utlovat::model::{Day, PartialDate};

/// The day that a text means.
fn day(text: &str) -> Day {
    PartialDate::parse(text).expect("a date").range().first
}
