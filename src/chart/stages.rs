//! The stages of a procurement under each other on one axis of years, those that slipped first.

use super::slip::{EndMark, ending};
use super::{Span, Tick, TimeScale};
use crate::analysis::knowledge::horizon;
use crate::analysis::slippage::{Slippage, is_late, slippage};
use crate::analysis::sorted::sorted;
use crate::model::{Milestone, PlanForm, Procurement};
use std::cmp::Reverse;

/// Small drawings on one axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stages {
    pub years: Vec<Tick>,
    pub rows: Vec<Stage>,
}

/// One stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Its position among the stages that were to be drawn.
    pub at: usize,
    /// In pixels, as all that stands above or below another.
    pub height: i32,
    /// In the order in which the promises were made.
    pub rungs: Vec<Rung>,
    /// When it happened or was given up, or the day up to which we know.
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

const TOP: i32 = 9;
const STEP: i32 = 13;

/// Draws stages on the axis of these years.
pub fn stages(procurement: &Procurement, stages: &[&Milestone], years: (i16, i16)) -> Stages {
    let scale = TimeScale::years(years.0, years.1);
    let rows: Vec<Stage> = stages
        .iter()
        .enumerate()
        .map(|(at, milestone)| stage(procurement, milestone, at, &scale))
        .collect();
    let late = |row: &Stage| {
        let months = stages.get(row.at).map_or(0, |stage| months_late(procurement, stage));
        (row.slip.is_none(), Reverse(months))
    };
    Stages { years: scale.ticks(), rows: sorted(rows, late) }
}

/// How many months at least the first promise has been passed by.
fn months_late(procurement: &Procurement, milestone: &Milestone) -> u32 {
    let schedule = &milestone.schedule;
    match slippage(&schedule.original, schedule, horizon(procurement, milestone)) {
        Slippage::Late(months) => months.at_least,
        Slippage::Overdue { at_least, .. } | Slippage::Dropped { after: Some(at_least), .. } => {
            at_least
        }
        _ => 0,
    }
}

fn stage(procurement: &Procurement, milestone: &Milestone, at: usize, scale: &TimeScale) -> Stage {
    let schedule = &milestone.schedule;
    let horizon = horizon(procurement, milestone);
    let rungs: Vec<Rung> = schedule
        .baselines()
        .enumerate()
        .map(|(at, baseline)| {
            let plan = &procurement.plans[usize::from(baseline.plan.0)];
            Rung {
                y: TOP + STEP * at as i32,
                made: scale.span(plan.announced.range()),
                form: plan.form,
                promised: scale.span(baseline.promised.range()),
            }
        })
        .collect();
    let end_y = TOP + STEP * rungs.len() as i32 + 2;
    let (when, mark) = ending(schedule, horizon);
    let end = match mark {
        EndMark::Open => {
            let x = scale.start_of(when.first);
            Span { from: x, to: x }
        }
        _ => scale.span(when),
    };
    let late = is_late(&schedule.original, schedule, horizon);
    let slip = rungs
        .first()
        .map(|first| Span { from: first.promised.to, to: end.middle() })
        .filter(|slip| late && slip.length() > 0);
    Stage { at, height: end_y + TOP, rungs, end, end_y, mark, slip }
}
