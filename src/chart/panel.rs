//! A small ladder: the promises of one milestone in rows close under each other, drawn on a scale
//! that it has in common with others.

use super::Span;
use super::slip::EndMark;
use crate::analysis::knowledge::Horizon;
use crate::analysis::slippage::is_late;
use crate::model::{DateRange, PlanForm, Procurement, Schedule};

/// One small ladder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// Its position among those that were to be drawn.
    pub at: usize,
    /// In pixels, as all that stands above or below another.
    pub height: i32,
    /// In the order in which the promises were made.
    pub rungs: Vec<Rung>,
    /// When it happened or was given up, or the last day that we know of.
    pub end: Span,
    pub end_y: i32,
    pub mark: EndMark,
    /// From the end of the first promise to the end.
    pub slip: Option<Span>,
}

/// One promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    pub y: i32,
    /// When the promise was made.
    pub made: Span,
    pub form: PlanForm,
    /// The window that was promised.
    pub promised: Span,
}

/// How far apart its rows are, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spacing {
    /// From the top to the first promise.
    pub top: i32,
    /// From one promise to the next.
    pub step: i32,
    /// From where the next promise would be to the end.
    pub gap: i32,
    /// From the end to the bottom.
    pub below: i32,
}

/// When each promise was made, and for when.
pub(super) fn promises<'a>(
    procurement: &'a Procurement,
    schedule: &'a Schedule,
) -> impl Iterator<Item = (DateRange, PlanForm, DateRange)> + 'a {
    schedule.baselines().map(|baseline| {
        let plan = &procurement.plans[usize::from(baseline.plan.0)];
        (plan.announced.range(), plan.form, baseline.promised.range())
    })
}

/// Draws a milestone. `place` tells where days stand, and the end stands already.
pub(super) fn panel(
    at: usize,
    (procurement, schedule, horizon): (&Procurement, &Schedule, Horizon),
    (end, mark): (Span, EndMark),
    spacing: Spacing,
    place: impl Fn(DateRange) -> Span,
) -> Panel {
    let rungs: Vec<Rung> = promises(procurement, schedule)
        .zip(0..)
        .map(|((made, form, promised), row)| Rung {
            y: spacing.top + spacing.step * row,
            made: place(made),
            form,
            promised: place(promised),
        })
        .collect();
    let end_y = spacing.top + spacing.step * rungs.len() as i32 + spacing.gap;
    let late = is_late(&schedule.original, schedule, horizon);
    let slip = rungs
        .first()
        .map(|first| Span { from: first.promised.to, to: end.middle() })
        .filter(|slip| late && slip.length() > 0);
    Panel { at, height: end_y + spacing.below, rungs, end, end_y, mark, slip }
}
