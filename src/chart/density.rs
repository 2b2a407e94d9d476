//! When things became known: a bar for each quarter of a year, along true time.

use super::scale::{share, ticks};
use super::{Span, Tick, WHOLE};
use crate::model::{DateRange, Day};

/// How high the highest bar is, in pixels.
pub const HIGHEST: i32 = 24;

/// From the first day on which something became known to the last review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Era {
    days: DateRange,
}

/// What became known in a quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    pub span: Span,
    /// In pixels, up to [`HIGHEST`].
    pub height: i32,
}

impl Era {
    /// The time that these days, in order, and the last review span.
    pub fn of(days: &[Day], reviewed: Day) -> Era {
        let first = days.first().copied().unwrap_or(reviewed).min(reviewed);
        Era { days: DateRange { first, last: reviewed } }
    }

    /// Where a day stands along the width. Days outside are held at its ends.
    pub fn place(self, day: Day) -> i32 {
        share(day.0 - self.days.first.0, self.length())
    }

    /// The day that stands nearest to a place.
    pub fn day(self, place: i32) -> Day {
        let (place, length) = (i64::from(place.clamp(0, WHOLE)), i64::from(self.length()));
        let after = (place * length + i64::from(WHOLE) / 2) / i64::from(WHOLE);
        Day(self.days.first.0 + after as i32)
    }

    /// The years that begin in it, each with the room that its number needs.
    pub fn years(self) -> Vec<Tick> {
        let (first, last) = (self.days.first.year(), self.days.last.year());
        let begin = |year| Some((self.place(Day::new(year, 1, 1)?), year));
        let places: Vec<(i32, i16)> = (first + 1..=last).filter_map(begin).collect();
        ticks(&places, last, 34)
    }

    /// A bar for each quarter in which something became known; `days` are in order.
    pub fn bars(self, days: &[Day]) -> Vec<Bar> {
        let mut counts: Vec<((i16, u8), i32)> = vec![];
        for day in days {
            let (year, month, _) = day.ymd();
            let quarter = (year, (month - 1) / 3);
            match counts.last_mut() {
                Some((last, count)) if *last == quarter => *count += 1,
                _ => counts.push((quarter, 1)),
            }
        }
        let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(1);
        let bar = |((year, quarter), count): ((i16, u8), i32)| {
            let first = Day::new(year, quarter * 3 + 1, 1)?;
            let after = Day::last_of_month(year, quarter * 3 + 3);
            let span = Span { from: self.place(first), to: self.place(Day(after.0 + 1)) };
            Some(Bar { span, height: (HIGHEST * count / most).max(2) })
        };
        counts.into_iter().filter_map(bar).collect()
    }

    fn length(self) -> i32 {
        (self.days.last.0 - self.days.first.0).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i16, month: u8, day: u8) -> Day {
        Day::new(year, month, day).expect("a day")
    }

    #[test]
    fn time_is_true_and_a_place_leads_back_to_its_day() {
        let (first, last) = (day(2016, 7, 1), day(2026, 7, 1));
        let era = Era::of(&[first], last);
        assert_eq!((era.place(first), era.place(last)), (0, WHOLE));
        assert!(era.place(day(2021, 7, 1)).abs_diff(WHOLE / 2) <= 2);
        // A place is narrower than a day here, so none of them is lost.
        for at in first.0..=last.0 {
            assert_eq!(era.day(era.place(Day(at))), Day(at));
        }
        assert_eq!(era.place(day(2000, 1, 1)), 0);
        assert_eq!(era.day(WHOLE), last);
    }

    #[test]
    fn a_bar_is_as_high_as_there_were_days_in_its_quarter() {
        let days = [day(2020, 1, 5), day(2020, 3, 31), day(2020, 4, 1), day(2022, 12, 31)];
        let era = Era::of(&days, day(2023, 1, 31));
        let heights: Vec<i32> = era.bars(&days).iter().map(|bar| bar.height).collect();
        assert_eq!(heights, [HIGHEST, HIGHEST / 2, HIGHEST / 2]);
        assert!(era.bars(&days).iter().all(|bar| bar.span.length() > 0));
        let years: Vec<i16> = era.years().iter().map(|tick| tick.year).collect();
        assert_eq!(years, [2021, 2022, 2023]);
    }

    #[test]
    fn before_anything_is_known_there_is_one_day() {
        let era = Era::of(&[], day(2023, 1, 31));
        assert_eq!(era.bars(&[]), []);
        assert_eq!(era.day(0), era.day(1));
    }
}
