//! The slip ladder: one rung per promise, oldest on top, and the slip against the first.

use super::{Span, Tick, TimeScale, Width};
use crate::analysis::knowledge::{Horizon, horizon};
use crate::analysis::slippage::is_late;
use crate::model::{DateRange, Milestone, PlanForm, Procurement, Schedule};

/// A ladder as numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    pub width: i32,
    pub height: i32,
    pub years: Vec<Tick>,
    /// Where the lines of the years begin and end.
    pub plot: Span,
    /// In the order in which the promises were made.
    pub rungs: Vec<Rung>,
    /// What happened, below the last rung.
    pub end: End,
}

/// One promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    pub y: i32,
    /// Where its words stand: right of the bar, or above it on a phone.
    pub words: (i32, i32),
    /// Where the name stands that the plan gave the milestone, if that was another.
    pub called: Option<(i32, i32)>,
    /// When the promise was made, as wide as its source is vague.
    pub made: Span,
    pub form: PlanForm,
    /// The window that was promised.
    pub promised: Span,
}

/// The line that shows the slip, and what stands at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    pub y: i32,
    /// From the end of the first promise to what happened; `None` where there is no slip to show.
    pub slip: Option<Span>,
    /// When it happened, as wide as its source is vague; or the day up to which we know.
    pub at: Span,
    pub mark: EndMark,
    /// Where the words about it stand: left edge or right edge, and baseline.
    pub words: (Anchor, i32, i32),
}

/// What stands at the end of a ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndMark {
    /// It happened.
    Met,
    /// It had not happened on the last day that we know of.
    Open,
    /// It was given up.
    Dropped,
}

/// Which end of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    End,
}

/// Room left and right of the plot for words, in units of [`Width::Wide`].
const MARGIN_LEFT: i32 = 108;
const MARGIN_RIGHT: i32 = 172;

/// The height of a line that names what a plan called the milestone.
const NAME: i32 = 16;

/// Draws every promise of a milestone. Ladders that stand together share their years.
pub fn ladder(
    procurement: &Procurement,
    milestone: &Milestone,
    years: (i16, i16),
    width: Width,
) -> Ladder {
    let (plot, step, first_y) = match width {
        Width::Phone => (Span { from: 8, to: width.units() - 12 }, 44, 36),
        Width::Wide => (Span { from: MARGIN_LEFT, to: width.units() - MARGIN_RIGHT }, 32, 20),
    };
    let scale = TimeScale::years(years.0, years.1, plot);
    let schedule = &milestone.schedule;
    let mut next = first_y;
    let rungs: Vec<Rung> = schedule
        .baselines()
        .map(|baseline| {
            // A name takes a line of its own: above the bar on a phone, else below the words.
            let line = if baseline.called.is_some() { NAME } else { 0 };
            let y = match width {
                Width::Phone => next + line,
                Width::Wide => next,
            };
            next += step + line;
            let promised = scale.span(baseline.promised.range()).at_least(4);
            let plan = &procurement.plans[usize::from(baseline.plan.0)];
            let made = scale.span(plan.announced.range()).at_least(10);
            // A vague day of the promise may reach beyond what was promised.
            let beside = promised.to.max(made.to) + 8;
            Rung {
                y,
                words: match width {
                    Width::Phone => (0, y - 12 - line),
                    Width::Wide => (beside, y + 5),
                },
                called: (line > 0).then_some(match width {
                    Width::Phone => (0, y - 12),
                    Width::Wide => (beside, y + 5 + NAME),
                }),
                made,
                form: plan.form,
                promised,
            }
        })
        .collect();
    let y = next + if width == Width::Phone { 8 } else { 6 };
    let end = end(procurement, milestone, &scale, width, y);
    Ladder { width: width.units(), height: y + 40, years: scale.ticks(), plot, rungs, end }
}

/// The first and the last year that the ladders of these procurements need.
pub fn years<'a>(
    ladders: impl IntoIterator<Item = (&'a Procurement, &'a Milestone)>,
) -> (i16, i16) {
    let mut first = i16::MAX;
    let mut last = i16::MIN;
    let mut hold = |window: DateRange| {
        first = first.min(window.first.year());
        last = last.max(window.last.year());
    };
    for (procurement, milestone) in ladders {
        hold(ending(&milestone.schedule, horizon(procurement, milestone)).0);
        for baseline in milestone.schedule.baselines() {
            hold(procurement.plans[usize::from(baseline.plan.0)].announced.range());
            hold(baseline.promised.range());
        }
    }
    if first > last { (2000, 2000) } else { (first, last) }
}

/// When a milestone was met or given up, or the last day that we know of; and which of them.
pub(super) fn ending(schedule: &Schedule, horizon: Horizon) -> (DateRange, EndMark) {
    match (&schedule.met, schedule.dropped()) {
        (Some(met), _) => (met.date.range(), EndMark::Met),
        (None, Some(date)) => (date.range(), EndMark::Dropped),
        (None, None) => {
            let known = horizon.day();
            (DateRange { first: known, last: known }, EndMark::Open)
        }
    }
}

fn end(
    procurement: &Procurement,
    milestone: &Milestone,
    scale: &TimeScale,
    width: Width,
    y: i32,
) -> End {
    let schedule = &milestone.schedule;
    let promised = scale.span(schedule.original.promised.range());
    let horizon = horizon(procurement, milestone);
    let (when, mark) = ending(schedule, horizon);
    let at = match mark {
        EndMark::Met | EndMark::Dropped => scale.span(when),
        EndMark::Open => {
            let x = scale.start_of(when.first);
            Span { from: x, to: x }
        }
    };
    let slipped = is_late(&schedule.original, schedule, horizon);
    let slip =
        (slipped && at.from > promised.to).then_some(Span { from: promised.to, to: at.middle() });
    let words = match width {
        Width::Phone => (Anchor::Start, 0, y - 12),
        Width::Wide if at.middle() > width.units() / 2 => (Anchor::End, at.middle(), y + 22),
        Width::Wide => (Anchor::Start, slip.map_or(at.from, |slip| slip.from), y + 22),
    };
    End { y, slip, at, mark, words }
}
