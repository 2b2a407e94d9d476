//! Events that crowd are gathered by the calendar: within a quarter, a half-year or a year, never
//! across a year's end. A drawing has the gatherings of all widths; the width of its figure shows
//! one, by CSS alone.

use super::names::NARROWEST;
use super::{Room, Span, TimeScale, WHOLE};
use crate::analysis::sorted::sorted;
use crate::model::{DateRange, Day, PartialDate};

/// The narrowest figures of each [`Room`], in px: there its marks must not crowd.
pub(super) const PIXELS: [i32; Room::ALL.len()] = [NARROWEST, 480, 928];

/// In which of [`Room::ALL`] something is seen.
pub type Seen = [bool; Room::ALL.len()];

/// One event, or all of a stretch of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Its middle, in hundredths of a per cent.
    pub x: i32,
    /// Its row, from the top.
    pub row: i32,
    /// Positions in [`Procurement::events`](crate::model::Procurement::events). Never empty.
    pub events: Vec<usize>,
    pub period: Period,
    pub seen: Seen,
}

/// Whole months of one year, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub year: i16,
    pub months: (u8, u8),
}

/// So much of the narrowest figure a mark with a count of two digits needs, in px, and one with a
/// count of three.
const CELL: i32 = 15;
const LARGE_CELL: i32 = 22;

/// A single event stands on its day, unless it would cover a neighbour: then so many px from the
/// ends of the stretch that is gathered there.
const INSET: i32 = 4;

/// Gathers events with an exact date, as `(position, date)`, at all widths. What is the same at
/// several widths is one point. Gives the number of rows too.
pub fn gather(events: Vec<(usize, PartialDate)>, scale: &TimeScale) -> (Vec<Point>, i32) {
    let (first, last) = (scale.days().first.year(), scale.days().last.year());
    let years = i32::from(last - first + 1).max(1);
    let cell = if events.len() > 99 { LARGE_CELL } else { CELL };
    // So many years that their marks have no room beside each other stand in turn in several rows.
    let rows = (years * cell + NARROWEST - 1) / NARROWEST;
    let quarter = |date: PartialDate| {
        let (year, month, _) = date.range().first.ymd();
        i32::from(year) * 4 + (i32::from(month) - 1) / 3
    };
    let keyed = events.into_iter().map(|(at, date)| (quarter(date), at, date)).collect();
    let keyed: Vec<(i32, usize, PartialDate)> = sorted(keyed, |(quarter, ..)| *quarter);
    let mut points: Vec<Point> = Vec::new();
    for (room, px) in PIXELS.into_iter().enumerate() {
        let quarters = quarters_for(px, years, cell);
        let cells: Vec<_> = keyed.chunk_by(|a, b| a.0 / quarters == b.0 / quarters).collect();
        let period = |at: usize| Period::of(cells[at][0].0 / quarters * quarters, quarters);
        let span = |at: usize| scale.span(period(at).days());
        let day = |at: usize| match cells[at] {
            [(.., date)] => scale.span(date.range()).middle(),
            _ => span(at).middle(),
        };
        let covers = |at: usize, other: usize| {
            let apart = if cells[other].len() > 1 { 12 } else { 8 };
            (day(at) - day(other)).abs() * px < apart * WHOLE
        };
        for at in 0..cells.len() {
            let crowded =
                at > 0 && covers(at, at - 1) || at + 1 < cells.len() && covers(at, at + 1);
            let alone = cells[at].len() == 1;
            let x = if alone && crowded { inside(day(at), span(at), px) } else { day(at) };
            let events: Vec<usize> = cells[at].iter().map(|(_, event, _)| *event).collect();
            let known = points.iter().position(|point| point.events == events && point.x == x);
            let known = known.unwrap_or_else(|| {
                let period = period(at);
                let row = i32::from(period.year - first).rem_euclid(rows);
                points.push(Point { x, row, events, period, seen: [false; Room::ALL.len()] });
                points.len() - 1
            });
            points[known].seen[room] = true;
        }
    }
    (sorted(points, |point| point.events[0]), rows)
}

/// How many quarters are gathered into one mark in a figure of so many px.
fn quarters_for(px: i32, years: i32, cell: i32) -> i32 {
    [1, 2].into_iter().find(|quarters| px * quarters >= cell * years * 4).unwrap_or(4)
}

/// A place clear of the ends of its stretch in a figure of so many px.
fn inside(x: i32, span: Span, px: i32) -> i32 {
    let inset = (INSET * WHOLE / px).min(span.length() / 4);
    x.clamp(span.from + inset, span.to - inset)
}

impl Period {
    /// So many quarters from one on, counted from the year 0.
    fn of(quarter: i32, count: i32) -> Period {
        let month = (quarter % 4 * 3 + 1) as u8;
        Period { year: (quarter / 4) as i16, months: (month, month + (count * 3 - 1) as u8) }
    }

    /// Its days.
    pub fn days(self) -> DateRange {
        DateRange {
            first: Day::new(self.year, self.months.0, 1).unwrap_or(Day(0)),
            last: Day::last_of_month(self.year, self.months.1),
        }
    }
}
