//! Days → units of a drawing that comes in two widths: of the timeline alone.

use super::Span;
use crate::model::{DateRange, Day};

/// The two shapes that every drawing comes in. The page shows the one that fits, by CSS alone,
/// so that no script decides what a reader sees first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// 340 units: a phone. Words stand above what they name.
    Phone,
    /// 880 units: everything wider.
    Wide,
}

/// A year on the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    pub x: i32,
    pub year: i16,
    /// Whether there is room for its number.
    pub labeled: bool,
}

/// A linear scale from days to units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeScale {
    days: DateRange,
    units: Span,
}

impl Width {
    /// Both shapes.
    pub const BOTH: [Width; 2] = [Width::Phone, Width::Wide];

    /// The width of the drawing in units.
    pub fn units(self) -> i32 {
        match self {
            Width::Phone => 340,
            Width::Wide => 880,
        }
    }
}

impl TimeScale {
    /// Lays whole years over a span of units.
    pub fn years(first: i16, last: i16, units: Span) -> TimeScale {
        let days = DateRange {
            first: Day::new(first, 1, 1).unwrap_or(Day(0)),
            last: Day::last_of_month(last, 12),
        };
        TimeScale { days, units }
    }

    /// The days that the scale spans.
    pub fn days(&self) -> DateRange {
        self.days
    }

    /// The units that the scale spans.
    pub fn units(&self) -> Span {
        self.units
    }

    /// Where a day begins. Days outside the scale are held at its ends.
    pub fn start_of(&self, day: Day) -> i32 {
        let all = i64::from(self.days.last.0 - self.days.first.0 + 1).max(1);
        let at = i64::from(day.0 - self.days.first.0).clamp(0, all);
        self.units.from + (i64::from(self.units.length()) * at / all) as i32
    }

    /// A window as wide as it is: from the start of its first day to the end of its last.
    pub fn span(&self, range: DateRange) -> Span {
        let from = self.start_of(range.first);
        Span { from, to: self.start_of(Day(range.last.0 + 1)).max(from) }
    }

    /// The years, with numbers at every `step`th when they would crowd.
    pub fn ticks(&self) -> Vec<Tick> {
        let (first, last) = (self.days.first.year(), self.days.last.year());
        let per_year = self.units.length() / i32::from(last - first + 1).max(1);
        let step = match per_year {
            34.. => 1,
            20..34 => 2,
            _ => 3,
        };
        (first..=last)
            .map(|year| Tick {
                x: self.start_of(Day::new(year, 1, 1).unwrap_or(Day(0))),
                year,
                labeled: (year - first) % step == 0,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PartialDate;

    #[test]
    fn a_season_is_drawn_as_wide_as_it_is() {
        let scale = TimeScale::years(2020, 2023, Span { from: 0, to: 1461 });
        let span =
            |text: &str| scale.span(PartialDate::parse(text).expect("a date").range()).length();
        assert_eq!(span("2021"), 365);
        assert_eq!(span("2021-autumn"), 91);
        assert_eq!(span("2021-11-12"), 1);
    }

    #[test]
    fn what_lies_outside_is_held_at_the_ends() {
        let scale = TimeScale::years(2020, 2021, Span { from: 10, to: 110 });
        assert_eq!(scale.start_of(Day::new(2015, 1, 1).expect("a day")), 10);
        assert_eq!(scale.start_of(Day::new(2035, 1, 1).expect("a day")), 110);
    }

    #[test]
    fn years_thin_out_on_a_phone() {
        let labels = |units| {
            TimeScale::years(2015, 2026, Span { from: 0, to: units })
                .ticks()
                .iter()
                .filter(|tick| tick.labeled)
                .count()
        };
        assert_eq!(labels(600), 12);
        assert_eq!(labels(300), 6);
        assert_eq!(labels(200), 4);
    }
}
