//! Claims in time, on one axis that begins with the first of them: each step where it lies, or
//! beside the one before it where their marks would cover each other.

use super::gather::{PIXELS, Seen};
use super::{Room, Span, Tick, TimeScale, WHOLE};
use crate::analysis::knowledge::known_through;
use crate::analysis::order::Listed;
use crate::analysis::outcome;
use crate::analysis::sorted::sorted;
use crate::model::{Claim, PartialDate, Procurement, StepStatus};

/// A claim from its first step to its last, and on as long as nothing has ended it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    pub years: Vec<Tick>,
    /// From the first step to the last.
    pub life: Span,
    /// On from there to the last day that we know of, where nothing has ended it.
    pub open: Option<Span>,
    /// The dates that are vague, as wide as they are.
    pub vague: Vec<Span>,
    /// In the order of the steps, those of all widths.
    pub runs: Vec<Run>,
}

/// Marks that stand side by side, in order: so many pixels from each to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Where the first stands, or, at the right edge, the last.
    pub x: i32,
    /// So many pixels the first stands from there.
    pub from: i32,
    pub apart: i32,
    pub marks: Vec<Mark>,
    /// Where it is seen: in a narrow drawing more marks would cover each other.
    pub seen: Seen,
}

/// What stands on a strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Step(StepStatus),
    /// The last day that we know of, for a claim that nothing has ended.
    Open,
}

/// So many pixels a mark takes, with the gap to the next.
const APART: i32 = 17;

/// A date that is drawn wider than this is vague: more than a month of eight years.
const VAGUE: i32 = 120;

/// The first and the last year that claims need which stand together.
pub fn years(claims: &[Listed]) -> (i16, i16) {
    let (mut first, mut last) = (i16::MAX, i16::MIN);
    for (procurement, claim) in claims {
        for date in dates(procurement, claim) {
            first = first.min(date.range().first.year());
            last = last.max(date.range().last.year());
        }
    }
    if first > last { (2000, 2000) } else { (first, last) }
}

/// When each of a claim's marks happened.
fn dates<'a>(
    procurement: &'a Procurement,
    claim: &'a Claim,
) -> impl Iterator<Item = PartialDate> + 'a {
    let open = outcome::is_open(claim).then(|| known_through(procurement));
    claim.steps.iter().map(|step| step.date).chain(open)
}

/// Draws a claim on the axis of those that it stands with.
pub fn strip(procurement: &Procurement, claim: &Claim, years: (i16, i16)) -> Strip {
    let scale = TimeScale::years(years.0, years.1);
    let mut marks: Vec<Mark> = claim.steps.iter().map(|step| Mark::Step(step.status)).collect();
    let steps = marks.len();
    if outcome::is_open(claim) {
        marks.push(Mark::Open);
    }
    let spans: Vec<Span> = dates(procurement, claim).map(|date| scale.span(date.range())).collect();
    // Whatever a vague date may mean, the steps stand in their order.
    let mut places: Vec<i32> = Vec::with_capacity(spans.len());
    for span in &spans {
        // At the head of what is vague: no point inside it is meant.
        let own = if span.length() > VAGUE { span.from } else { span.middle() };
        places.push(places.last().map_or(own, |before| own.max(*before)));
    }
    let first = places.first().copied().unwrap_or(0);
    let last = steps.checked_sub(1).map_or(first, |at| places[at]);
    Strip {
        years: scale.ticks(),
        life: Span { from: first, to: last },
        open: places.get(steps).map(|&to| Span { from: last, to }),
        vague: spans[..steps].iter().copied().filter(|span| span.length() > VAGUE).collect(),
        runs: runs(&places, &marks),
    }
}

/// The marks at all widths. What is the same at several of them is one run.
fn runs(places: &[i32], marks: &[Mark]) -> Vec<Run> {
    let mut all: Vec<(usize, Run)> = Vec::new();
    for (room, px) in PIXELS.into_iter().enumerate() {
        for (at, mut run) in runs_at(places, marks, px) {
            match all.iter_mut().find(|(is, one)| *is == at && same(one, &run)) {
                Some((_, known)) => known.seen[room] = true,
                None => {
                    run.seen[room] = true;
                    all.push((at, run));
                }
            }
        }
    }
    // In the order of their marks, whichever width they came from.
    sorted(all, |(at, _)| *at).into_iter().map(|(_, run)| run).collect()
}

fn same(one: &Run, other: &Run) -> bool {
    (one.x, one.from, one.apart) == (other.x, other.from, other.apart) && one.marks == other.marks
}

/// The runs in a drawing of so many pixels, each with the place of its first mark among the marks.
/// In a wider one they only move apart.
fn runs_at(places: &[i32], marks: &[Mark], px: i32) -> Vec<(usize, Run)> {
    // In hundredths of a pixel. More marks than have room beside each other stand closer.
    let edge = px * 100;
    let most = i32::try_from(marks.len()).unwrap_or(i32::MAX).saturating_sub(1).max(1);
    let apart = APART.min(px / most).max(1);
    let step = apart * 100;
    let mut at: Vec<i32> = Vec::with_capacity(places.len());
    for place in places {
        let own = place * px / (WHOLE / 100);
        at.push(at.last().map_or(own, |before| own.max(before + step)));
    }
    // What would leave the drawing moves back from its edge.
    let over = at.last().is_some_and(|last| *last > edge);
    let mut limit = edge;
    for place in at.iter_mut().rev().take_while(|_| over) {
        *place = (*place).min(limit);
        limit = *place - step;
    }
    let mut runs = Vec::new();
    let mut from = 0;
    while from < at.len() {
        let next = |to: &usize| at[*to] - at[*to - 1] > step;
        let to = (from + 1..at.len()).find(next).unwrap_or(at.len());
        let at_edge = over && to == at.len();
        let length = i32::try_from(to - from - 1).unwrap_or(0);
        let run = Run {
            x: if at_edge { WHOLE } else { places[from] },
            from: if at_edge { -length * apart } else { 0 },
            apart,
            marks: marks[from..to].to_vec(),
            seen: [false; Room::ALL.len()],
        };
        runs.push((from, run));
        from = to;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Where each mark stands in a drawing of so many pixels, in hundredths of one.
    fn drawn(runs: &[Run], room: usize, px: i32) -> Vec<i32> {
        let seen = runs.iter().filter(|run| run.seen[room]);
        seen.flat_map(|run| {
            let first = run.x * px / (WHOLE / 100) + run.from * 100;
            (0..run.marks.len() as i32).map(move |at| first + at * run.apart * 100)
        })
        .collect()
    }

    proptest! {
        #[test]
        fn no_mark_covers_another_or_leaves_the_drawing(
            places in proptest::collection::vec(0..=WHOLE, 1..12),
            wider in 0..400i32,
        ) {
            let mut places = places;
            places.sort_unstable();
            let marks: Vec<Mark> = vec![Mark::Step(StepStatus::Raised); places.len()];
            let runs = runs(&places, &marks);
            for (room, px) in PIXELS.into_iter().enumerate() {
                let px = px + wider;
                let drawn = drawn(&runs, room, px);
                prop_assert_eq!(drawn.len(), places.len());
                prop_assert!(drawn.is_sorted_by(|a, b| b - a >= APART * 100 - 2), "{drawn:?}");
                prop_assert!(drawn.iter().all(|at| (0..=px * 100).contains(at)), "{drawn:?}");
            }
        }
    }

    #[test]
    fn runs_of_several_widths_stand_in_the_order_of_their_marks() {
        let marks = [Mark::Step(StepStatus::Raised); 3];
        let runs = runs(&[5_883, 6_512, 7_772], &marks);
        for (room, px) in PIXELS.into_iter().enumerate() {
            assert!(drawn(&runs, room, px).is_sorted(), "{px}: {runs:?}");
        }
    }

    #[test]
    fn what_is_far_apart_stands_where_it_lies() {
        let marks = [Mark::Step(StepStatus::Raised), Mark::Step(StepStatus::Settled), Mark::Open];
        let runs = runs(&[1_000, 5_000, WHOLE], &marks);
        let places: Vec<i32> = runs.iter().map(|run| run.x).collect();
        assert_eq!(places, [1_000, 5_000, WHOLE]);
        assert!(runs.iter().all(|run| run.from == 0 && run.seen == [true; 3]));
    }

    #[test]
    fn more_marks_than_have_room_stand_closer() {
        let marks = [Mark::Step(StepStatus::Answered); 40];
        let drawn = drawn(&runs(&[WHOLE; 40], &marks), 0, PIXELS[0]);
        assert!(drawn.is_sorted_by(|a, b| a < b) && drawn[0] >= 0, "{drawn:?}");
    }
}
