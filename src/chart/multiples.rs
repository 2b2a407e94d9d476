//! Small multiples: the ladders of several procurements under each other on one scale, of
//! calendar years or of years since signing. What cannot be placed is told, never dropped.

use super::panel::{Panel, Spacing, panel, promises};
use super::scale::{share, ticks};
use super::slip::ending;
use super::{Span, Tick};
use crate::analysis::knowledge::{Horizon, horizon};
use crate::model::{DateRange, Day, Procurement, Schedule};

/// What the ladders have in common on the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// The day of signing is year 0.
    Signing,
    /// The calendar.
    Calendar,
}

/// How far apart the promises of a ladder stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Each has a row for the finger.
    Finger,
    /// As close as they can be told apart: none leads anywhere.
    Close,
}

/// Ladders of the first go-live on one scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multiples {
    /// Years of the calendar, or since signing.
    pub years: Vec<Tick>,
    pub panels: Vec<Panel>,
    /// Positions of those that cannot be aligned: no day of signing is known.
    pub unsigned: Vec<usize>,
    /// Positions of those that have no ladder: no first go-live is known to have been promised.
    pub unpromised: Vec<usize>,
}

/// Draws the first go-live of each procurement. A vague day of signing counts from the first day
/// that it may mean.
pub fn multiples(procurements: &[&Procurement], alignment: Alignment, step: Step) -> Multiples {
    let (mut ladders, mut unsigned, mut unpromised) = (Vec::new(), Vec::new(), Vec::new());
    for (at, procurement) in procurements.iter().enumerate() {
        let Some(milestone) = procurement.headline() else {
            unpromised.push(at);
            continue;
        };
        let signed = procurement.contract.as_ref().map(|contract| contract.signed.range().first);
        let zero = match (alignment, signed) {
            (Alignment::Calendar, _) => Day(0),
            (Alignment::Signing, Some(day)) => day,
            (Alignment::Signing, None) => {
                unsigned.push(at);
                continue;
            }
        };
        let schedule = &milestone.schedule;
        let horizon = horizon(procurement, milestone);
        ladders.push(Placed { at, procurement, schedule, zero, horizon });
    }
    let scale = Scale::new(&ladders, alignment);
    Multiples {
        years: scale.ticks(alignment),
        panels: ladders.iter().map(|one| draw(one, &scale, step)).collect(),
        unsigned,
        unpromised,
    }
}

/// A procurement with its own day 0.
struct Placed<'a> {
    at: usize,
    procurement: &'a Procurement,
    schedule: &'a Schedule,
    zero: Day,
    horizon: Horizon,
}

/// Days since a day 0 → places along the width.
struct Scale {
    /// The days on which the years begin, and the day after the last one.
    years: Vec<(i16, i32)>,
    end: i32,
}

/// A hundred mean years in days.
const YEAR: i32 = 36_525;

/// So many years before and after signing are drawn at the most.
const REACH: (i32, i32) = (-10, 30);

impl Scale {
    /// Holds every promise, the day it was made, and every end.
    fn new(ladders: &[Placed], alignment: Alignment) -> Scale {
        let (mut first, mut last) = (i32::MAX, i32::MIN);
        for one in ladders {
            let mut hold = |from: Day, to: Day| {
                first = first.min(from.0 - one.zero.0);
                last = last.max(to.0 - one.zero.0);
            };
            let (end, _) = ending(one.schedule, one.horizon);
            hold(end.first, end.last);
            for (made, _, promised) in promises(one.procurement, one.schedule) {
                hold(made.first.min(promised.first), made.last.max(promised.last));
            }
        }
        if first > last {
            (first, last) = (0, 0);
        }
        let (years, end): (Vec<_>, i32) = match alignment {
            Alignment::Calendar => {
                let start = |year: i16| Day::new(year, 1, 1).map_or(0, |day| day.0);
                let (from, to) = (Day(first).year(), Day(last).year());
                ((from..=to).map(|year| (year, start(year))).collect(), start(to + 1))
            }
            Alignment::Signing => {
                let from = (first * 100).div_euclid(YEAR).clamp(REACH.0, 0);
                let to = ((last * 100).div_euclid(YEAR) + 1).clamp(1, REACH.1);
                let start = |year: i32| year * YEAR / 100;
                ((from..=to).map(|year| (year as i16, start(year))).collect(), start(to))
            }
        };
        Scale { years, end }
    }

    fn x(&self, day: i32) -> i32 {
        let from = self.years.first().map_or(0, |(_, day)| *day);
        share(day - from, self.end - from)
    }

    fn span(&self, range: DateRange, zero: Day) -> Span {
        let from = self.x(range.first.0 - zero.0);
        Span { from, to: self.x(range.last.0 + 1 - zero.0).max(from) }
    }

    /// The years; numbers thin out where they would crowd, and year 0 keeps its own.
    fn ticks(&self, alignment: Alignment) -> Vec<Tick> {
        let (base, pixels) = match alignment {
            Alignment::Calendar => (self.years.first().map_or(0, |(year, _)| *year), 34),
            Alignment::Signing => (0, 20),
        };
        let places: Vec<_> = self.years.iter().map(|(year, day)| (self.x(*day), *year)).collect();
        ticks(&places, base, pixels)
    }
}

impl Step {
    /// Below the end its words stand.
    fn spacing(self) -> Spacing {
        match self {
            Step::Finger => Spacing { top: 12, step: 24, gap: 3, below: 28 },
            Step::Close => Spacing { top: 10, step: 13, gap: 4, below: 26 },
        }
    }
}

fn draw(one: &Placed, scale: &Scale, step: Step) -> Panel {
    let (when, mark) = ending(one.schedule, one.horizon);
    let place = |days: DateRange| scale.span(days, one.zero);
    let of = (one.procurement, one.schedule, one.horizon);
    panel(one.at, of, (place(when), mark), step.spacing(), place)
}
