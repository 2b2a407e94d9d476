//! The stages of a procurement under each other on one axis of years, those that slipped first.

use super::panel::{Panel, Spacing, panel};
use super::slip::{EndMark, ending};
use super::{Span, Tick, TimeScale};
use crate::analysis::knowledge::horizon;
use crate::analysis::slippage::slippage;
use crate::analysis::sorted::sorted;
use crate::model::{Milestone, Procurement};
use std::cmp::Reverse;

/// Small drawings on one axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stages {
    pub years: Vec<Tick>,
    pub rows: Vec<Panel>,
}

const SPACING: Spacing = Spacing { top: 9, step: 13, gap: 2, below: 9 };

/// Draws stages on the axis of these years.
pub fn stages(procurement: &Procurement, stages: &[&Milestone], years: (i16, i16)) -> Stages {
    let scale = TimeScale::years(years.0, years.1);
    let rows: Vec<Panel> = stages
        .iter()
        .enumerate()
        .map(|(at, milestone)| stage(procurement, milestone, at, &scale))
        .collect();
    let late = |row: &Panel| {
        let months = stages.get(row.at).map_or(0, |stage| months_late(procurement, stage));
        (row.slip.is_none(), Reverse(months))
    };
    Stages { years: scale.ticks(), rows: sorted(rows, late) }
}

/// How many months at least the first promise has been passed by.
fn months_late(procurement: &Procurement, milestone: &Milestone) -> u32 {
    let schedule = &milestone.schedule;
    let slip = slippage(&schedule.original, schedule, horizon(procurement, milestone));
    slip.sure_months().unwrap_or(0)
}

fn stage(procurement: &Procurement, milestone: &Milestone, at: usize, scale: &TimeScale) -> Panel {
    let schedule = &milestone.schedule;
    let horizon = horizon(procurement, milestone);
    let (when, mark) = ending(schedule, horizon);
    let end = match mark {
        EndMark::Open => {
            let x = scale.start_of(when.first);
            Span { from: x, to: x }
        }
        _ => scale.span(when),
    };
    let of = (procurement, schedule, horizon);
    panel(at, of, (end, mark), SPACING, |days| scale.span(days))
}
