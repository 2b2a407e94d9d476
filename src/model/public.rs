//! When a fact became public: one rule for all of them.

use super::{Day, PartialDate};

/// The day from which a fact is public: the last day of its own date's window, or earlier the
/// last day on which one of its sources can have come out, when that source cannot be older
/// than the fact. What was written before an event proves nothing of it.
///
/// Whoever reviewed the data set knew all of it, so nothing is public later than that day.
pub fn public_since(
    date: PartialDate,
    published: impl Iterator<Item = PartialDate>,
    reviewed: Day,
) -> Day {
    let window = date.range();
    let told = published
        .map(PartialDate::range)
        .filter(|published| published.first >= window.first)
        .map(|published| published.last);
    told.fold(window.last, Day::min).min(reviewed)
}
