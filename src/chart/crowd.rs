//! More lanes than a page can hold: the first ones are drawn, the rest gathered into counted
//! groups. Nothing is dropped in silence.

use super::gather::{PIXELS, Seen};
use super::timeline::{Choice, Lengths, lane};
use super::{Room, Span, TimeScale};
use crate::analysis::filter;
use crate::model::{Confidence, PartialDate, Procurement};

/// How many elements the lanes of a page may have together. A browser draws so many anew within
/// a frame or two; with the groups a page stays below 3,000.
pub const ROOM: usize = 2_000;

/// At most so many groups: each costs an axis and a count per year.
const GROUPS: usize = 6;

/// A group holds at least so many procurements, unless there are fewer.
const SMALLEST: usize = 20;

/// So many procurements are told one by one where each takes a card, a column or a ladder.
pub const TOLD: usize = 24;

/// Divides procurements into those that are told one by one and those that are only named.
pub fn told<T>(mut procurements: Vec<T>) -> (Vec<T>, Vec<T>) {
    // A list of one would take as much room as the one itself.
    let rest = if procurements.len() > TOLD + 1 { procurements.split_off(TOLD) } else { vec![] };
    (procurements, rest)
}

/// What is drawn as lanes, and what as groups, in the order in which it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crowd<'a> {
    pub lanes: Vec<&'a Procurement>,
    pub groups: Vec<Vec<&'a Procurement>>,
}

/// Divides procurements into lanes that fit into `room` elements and groups of the others.
pub fn crowd<'a>(procurements: &[&'a Procurement], choice: Choice, room: usize) -> Crowd<'a> {
    let mut left = room;
    let mut drawn = 0;
    for procurement in procurements {
        let lengths = Lengths { landmark: &|_| 80, slip: 80, known: 160 };
        let elements = lane(procurement, choice, &lengths).elements();
        // The last one that would not fit is drawn if it is the only one: a group of one is none.
        if elements > left && drawn > 0 && drawn + 1 < procurements.len() {
            break;
        }
        left = left.saturating_sub(elements);
        drawn += 1;
    }
    let (lanes, rest) = procurements.split_at(drawn);
    let size = rest.len().div_ceil(GROUPS).max(SMALLEST);
    Crowd { lanes: lanes.to_vec(), groups: rest.chunks(size).map(<[_]>::to_vec).collect() }
}

/// A group as numbers: how many events and promises begin in which years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    pub height: i32,
    pub bins: Vec<Bin>,
    /// What the bins of one room hold together.
    pub all: usize,
}

/// A stretch of years and how much begins in it; never nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bin {
    pub span: Span,
    /// The first and the last year.
    pub years: (i16, i16),
    pub count: usize,
    /// How high it stands.
    pub height: i32,
    /// Where it is seen: in a narrow drawing a bin holds more years.
    pub seen: Seen,
}

/// The height of the highest bin.
const HIGHEST: i32 = 40;

/// So many px a count needs.
const NUMBER: i32 = 26;

/// Counts what a choice leaves of a group.
pub fn counts(procurements: &[&Procurement], choice: Choice) -> Counts {
    let (first, last) = choice.years;
    let scale = TimeScale::years(first, last);
    let span = usize::try_from(last - first + 1).unwrap_or(1);
    let mut per_year = vec![0_usize; span];
    let mut count = |date: PartialDate| {
        let year = date.range().first.year().clamp(first, last);
        per_year[usize::try_from(year - first).unwrap_or(0)] += 1;
    };
    let plans = filter::keeps_promises(choice.groups);
    for procurement in procurements {
        let kept = procurement.events.iter().filter(|event| {
            event.confidence != Confidence::Low
                && filter::keeps_event(event, choice.groups, scale.days())
        });
        kept.for_each(|event| count(event.date));
        let promises = procurement.milestones.iter().flat_map(|one| one.schedule.baselines());
        promises
            .filter(|promise| plans && promise.promised.range().overlaps(scale.days()))
            .for_each(|promise| count(promise.promised));
    }
    let years_for = |px: i32| {
        let each = px / i32::try_from(span).unwrap_or(1).max(1);
        [1, 2, 5].into_iter().find(|years| each * years >= NUMBER).unwrap_or(10)
    };
    let mut bins: Vec<Bin> = Vec::new();
    for step in [1, 2, 5, 10] {
        let mut seen = [false; Room::ALL.len()];
        for (seen, px) in seen.iter_mut().zip(PIXELS) {
            *seen = years_for(px) == step;
        }
        if seen.contains(&true) {
            bins.extend(gathered(&per_year, choice.years, step, &scale, seen));
        }
    }
    Counts { height: HIGHEST + 20, bins, all: per_year.iter().sum() }
}

/// So many years in each bin.
fn gathered(
    per_year: &[usize],
    (first, last): (i16, i16),
    step: i32,
    scale: &TimeScale,
    seen: Seen,
) -> Vec<Bin> {
    let each = usize::try_from(step).unwrap_or(1);
    let sums: Vec<usize> = per_year.chunks(each).map(|years| years.iter().sum()).collect();
    let most = sums.iter().copied().max().unwrap_or(0).max(1);
    let counted = sums.into_iter().zip((first..=last).step_by(each));
    let some = counted.filter(|(count, _)| *count > 0);
    some.map(|(count, from)| {
        let to = (from + i16::try_from(step).unwrap_or(1) - 1).min(last);
        let span = scale.span(TimeScale::years(from, to).days());
        let share = i32::try_from(count * HIGHEST as usize / most).unwrap_or(HIGHEST);
        Bin { span, years: (from, to), count, height: share.max(3), seen }
    })
    .collect()
}
