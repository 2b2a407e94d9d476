//! Events that crowd are gathered by the calendar: within a month, a quarter, a half-year or a
//! year, never across a year's end. A drawing has the gatherings of all widths; the width of its figure shows
//! one, by CSS alone.

use super::names::NARROWEST;
use super::{Room, Span, TimeScale, WHOLE};
use crate::analysis::sorted::sorted;
use crate::model::{DateRange, Day, HalfYear, PartialDate, Quarter};

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

/// So many px apart are the middles of marks, in the narrowest figure of each room: a finger hits
/// each of them, and none covers another.
pub const CELL: i32 = 24;

/// Gathers events with an exact date, as `(position, date)`, at all widths. What is the same at
/// several widths is one point. Gives the number of rows too.
pub fn gather(events: Vec<(usize, PartialDate)>, scale: &TimeScale) -> (Vec<Point>, i32) {
    let (first, last) = (scale.days().first.year(), scale.days().last.year());
    let years = i32::from(last - first + 1).max(1);
    let month = |date: PartialDate| {
        let (year, month, _) = date.range().first.ymd();
        i32::from(year) * 12 + i32::from(month) - 1
    };
    let keyed = events.into_iter().map(|(at, date)| (month(date), at, date)).collect();
    let keyed: Vec<(i32, usize, PartialDate)> = sorted(keyed, |(month, ..)| *month);
    let mut points: Vec<Point> = Vec::new();
    for (room, px) in PIXELS.into_iter().enumerate() {
        let months = months_for(px, years);
        let cells: Vec<Cell> = keyed
            .chunk_by(|a, b| a.0 / months == b.0 / months)
            .map(|events| {
                let period = Period::of(events[0].0 / months * months, months);
                let span = scale.span(period.days());
                let day = match events {
                    [(.., date)] => Some(scale.span(date.range()).middle()),
                    _ => None,
                };
                Cell { events, period, day, inside: inside(span, px) }
            })
            .collect();
        // Where years have no room beside each other, marks that crowd stand in rows.
        let tight = px < CELL * years;
        let mut rows: Vec<i32> = Vec::new();
        for (at, cell) in cells.iter().enumerate() {
            let clear = |there: i32| there * px >= CELL * WHOLE;
            let crowds =
                |(other, there): (usize, &Cell)| other != at && !clear(there.away(cell.x()));
            let x = match cell.day {
                Some(day) if !tight && cells.iter().enumerate().any(crowds) => {
                    cell.inside.held(day)
                }
                _ => cell.x(),
            };
            let row = rows.iter().position(|last| !tight || clear(x - last));
            let row = row.unwrap_or_else(|| {
                rows.push(x);
                rows.len() - 1
            });
            rows[row] = x;
            let row = row as i32;
            let events: Vec<usize> = cell.events.iter().map(|(_, event, _)| *event).collect();
            let same = |point: &Point| point.events == events && (point.x, point.row) == (x, row);
            let known = points.iter().position(same).unwrap_or_else(|| {
                let period = cell.period;
                points.push(Point { x, row, events, period, seen: [false; Room::ALL.len()] });
                points.len() - 1
            });
            points[known].seen[room] = true;
        }
    }
    let rows = points.iter().map(|point| point.row + 1).max().unwrap_or(0);
    (sorted(points, |point| point.events[0]), rows)
}

/// The events of a stretch of the calendar, in a figure of one width.
struct Cell<'a> {
    events: &'a [(i32, usize, PartialDate)],
    period: Period,
    /// Where a single event was.
    day: Option<i32>,
    /// Where its mark keeps clear of those of its neighbours.
    inside: Span,
}

impl Cell<'_> {
    /// Where its mark stands while it has room: a single event on its day.
    fn x(&self) -> i32 {
        self.day.unwrap_or(self.inside.middle())
    }

    /// How far its mark is from a place, wherever its neighbours let it stand.
    fn away(&self, x: i32) -> i32 {
        let (from, to) = match self.day {
            Some(day) => (self.inside.from.min(day), self.inside.to.max(day)),
            None => (self.x(), self.x()),
        };
        (from - x).max(x - to).max(0)
    }
}

/// How many months are gathered into one mark in a figure of so many px.
fn months_for(px: i32, years: i32) -> i32 {
    [1, 3, 6].into_iter().find(|months| px * months >= CELL * years * 12).unwrap_or(12)
}

/// The part of a stretch that is clear of its ends in a figure of so many px.
fn inside(span: Span, px: i32) -> Span {
    let inset = (CELL / 2 * WHOLE / px + 1).min(span.length() / 2);
    Span { from: span.from + inset, to: span.to - inset }
}

impl Period {
    /// So many months from one on, counted from the year 0.
    fn of(month: i32, count: i32) -> Period {
        let first = (month % 12 + 1) as u8;
        Period { year: (month / 12) as i16, months: (first, first + (count - 1) as u8) }
    }

    /// The same as a date.
    pub fn date(self) -> PartialDate {
        let Period { year, months: (first, last) } = self;
        let quarter = [Quarter::First, Quarter::Second, Quarter::Third, Quarter::Fourth];
        match last - first {
            0 => PartialDate::Month(year, first),
            2 => PartialDate::Quarter(year, quarter[usize::from(first / 3)]),
            5 if first == 1 => PartialDate::Half(year, HalfYear::First),
            5 => PartialDate::Half(year, HalfYear::Second),
            _ => PartialDate::Year(year),
        }
    }

    /// Its days.
    pub fn days(self) -> DateRange {
        DateRange {
            first: Day::new(self.year, self.months.0, 1).unwrap_or(Day(0)),
            last: Day::last_of_month(self.year, self.months.1),
        }
    }
}
