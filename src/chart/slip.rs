//! The slip ladder: one rung per promise, oldest on top, and the slip against the first.

use super::{Span, Tick, TimeScale, WHOLE};
use crate::analysis::knowledge::{Horizon, horizon};
use crate::analysis::slippage::is_late;
use crate::model::{DateRange, Milestone, PlanForm, Procurement, Schedule};

/// A ladder as numbers: places along the width, heights in hundredths of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    pub height: i32,
    pub years: Vec<Tick>,
    /// The last day that we know of; what is drawn right of it had not happened.
    pub known: i32,
    /// In the order in which the promises were made.
    pub rungs: Vec<Rung>,
    /// What happened, below the last rung.
    pub end: End,
}

/// One promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    pub y: i32,
    /// When the promise was made, as wide as its source is vague.
    pub made: Span,
    pub form: PlanForm,
    /// The window that was promised.
    pub promised: Span,
}

impl Rung {
    /// Where its marks end: a vague day of the promise may reach beyond what was promised.
    pub fn to(self) -> i32 {
        self.promised.to.max(self.made.to)
    }
}

/// The bar that shows the slip, and what stands at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    pub y: i32,
    /// From the end of the first promise to what happened; `None` where there is no slip to show.
    pub slip: Option<Slip>,
    /// When it happened, as wide as its source is vague; or the day up to which we know.
    pub at: Span,
    pub mark: EndMark,
}

/// A slip, and where its length is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    pub span: Span,
    pub number: Number,
}

/// Where the length of a slip stands: on its bar, if that is long enough in the narrowest drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    On,
    Before,
    After,
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

/// The first rung stands below the numbers of the years.
const TOP: i32 = 115;
/// From one rung to the next.
const STEP: i32 = 100;
/// The name that a plan gave the milestone has a line of its own.
const NAME: i32 = 60;
/// Below the end its words stand.
const BOTTOM: i32 = 115;

/// Draws every promise of a milestone. Ladders that stand together share their years.
pub fn ladder(procurement: &Procurement, milestone: &Milestone, years: (i16, i16)) -> Ladder {
    let scale = TimeScale::years(years.0, years.1);
    let mut next = TOP;
    let rungs: Vec<Rung> = milestone
        .schedule
        .baselines()
        .map(|baseline| {
            let y = next;
            next += STEP + if baseline.called.is_some() { NAME } else { 0 };
            let plan = &procurement.plans[usize::from(baseline.plan.0)];
            Rung {
                y,
                made: scale.span(plan.announced.range()),
                form: plan.form,
                promised: scale.span(baseline.promised.range()),
            }
        })
        .collect();
    let end = end(procurement, milestone, &scale, next + 10);
    let known = scale.start_of(horizon(procurement, milestone).day());
    Ladder { height: end.y + BOTTOM, years: scale.ticks(), known, rungs, end }
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

fn end(procurement: &Procurement, milestone: &Milestone, scale: &TimeScale, y: i32) -> End {
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
    let slip = (slipped && at.from > promised.to).then(|| {
        let span = Span { from: promised.to, to: at.middle() };
        let number = match (span.length(), span.from, WHOLE - span.to) {
            (4_500.., ..) => Number::On,
            (_, before, after) if before > after => Number::Before,
            _ => Number::After,
        };
        Slip { span, number }
    });
    End { y, slip, at, mark }
}
