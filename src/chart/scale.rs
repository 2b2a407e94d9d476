//! Days → places along a drawing's width, in hundredths of a per cent of it: one drawing fits
//! every width, and whole numbers need no floating-point printing in the WASM.

use crate::model::{DateRange, Day};
use std::fmt;

/// The whole width of a drawing.
pub const WHOLE: i32 = 10_000;

/// A stretch along the time axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub from: i32,
    /// Never less than `from`.
    pub to: i32,
}

/// A place along the width as SVG reads it: "12.5%".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percent(pub i32);

/// A height in hundredths of a row: "1.25em". The style says how high a row is, in the font size
/// of the drawing: words that stand above their marks on a phone need higher rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rows(pub i32);

/// Which part of a text stands at its place: so that words beside a mark stay in the drawing,
/// whatever its width, they begin there in its first third and end there in its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A year on the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    pub x: i32,
    pub year: i16,
    /// The narrowest room in which its number stands; `None` where it would always crowd.
    pub from: Option<Room>,
}

/// How much room a drawing has. The style has a container query for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// Any that there is, down to an embed of 300 px.
    Narrow,
    /// 480 px or more.
    Middle,
    /// 928 px or more.
    Wide,
}

/// A linear scale from whole years to the whole width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeScale {
    days: DateRange,
}

impl Span {
    /// The length.
    pub fn length(self) -> i32 {
        self.to - self.from
    }

    /// The point half-way.
    pub fn middle(self) -> i32 {
        (self.from + self.to) / 2
    }

    /// The point of it that is nearest to a place.
    pub fn held(self, x: i32) -> i32 {
        x.max(self.from).min(self.to)
    }

    /// At least so long, grown around its middle.
    pub fn at_least(self, length: i32) -> Span {
        if self.length() >= length {
            return self;
        }
        let from = self.middle() - length / 2;
        Span { from, to: from + length }
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        hundredths(f, self.0)?;
        f.write_str("%")
    }
}

impl fmt::Display for Rows {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        hundredths(f, self.0)?;
        f.write_str("em")
    }
}

/// Writes a number of hundredths with as many decimals as it needs.
fn hundredths(f: &mut fmt::Formatter, value: i32) -> fmt::Result {
    let (whole, rest) = (value / 100, (value % 100).abs());
    if value < 0 && whole == 0 {
        f.write_str("-")?;
    }
    write!(f, "{whole}")?;
    match rest {
        0 => Ok(()),
        rest if rest % 10 == 0 => write!(f, ".{}", rest / 10),
        rest => write!(f, ".{rest:02}"),
    }
}

impl Anchor {
    /// The anchor of words at a place.
    pub fn at(x: i32) -> Anchor {
        match x * 3 {
            ..WHOLE => Anchor::Start,
            WHOLE..20_000 => Anchor::Middle,
            _ => Anchor::End,
        }
    }

    /// Where words stand that may be as wide as the drawing.
    pub fn place(self) -> i32 {
        match self {
            Anchor::Start => 0,
            Anchor::Middle => WHOLE / 2,
            Anchor::End => WHOLE,
        }
    }
}

impl Room {
    /// From the narrowest.
    pub const ALL: [Room; 3] = [Room::Narrow, Room::Middle, Room::Wide];

    /// How many pixels the years have at least, margins for words taken off.
    fn pixels(self) -> i32 {
        match self {
            Room::Narrow => 250,
            Room::Middle => 420,
            Room::Wide => 610,
        }
    }
}

impl TimeScale {
    /// Lays whole years over the width.
    pub fn years(first: i16, last: i16) -> TimeScale {
        let days = DateRange {
            first: Day::new(first, 1, 1).unwrap_or(Day(0)),
            last: Day::last_of_month(last, 12),
        };
        TimeScale { days }
    }

    /// The days that the scale spans.
    pub fn days(&self) -> DateRange {
        self.days
    }

    /// Where a day begins. Days outside the scale are held at its ends.
    pub fn start_of(&self, day: Day) -> i32 {
        share(day.0 - self.days.first.0, self.days.last.0 - self.days.first.0 + 1)
    }

    /// A window as wide as it is: from the start of its first day to the end of its last.
    pub fn span(&self, range: DateRange) -> Span {
        let from = self.start_of(range.first);
        Span { from, to: self.start_of(Day(range.last.0 + 1)).max(from) }
    }

    /// The years, each with the room that its number needs.
    pub fn ticks(&self) -> Vec<Tick> {
        let (first, last) = (self.days.first.year(), self.days.last.year());
        let places = (first..=last)
            .map(|year| (self.start_of(Day::new(year, 1, 1).unwrap_or(Day(0))), year))
            .collect::<Vec<_>>();
        ticks(&places, first, 34)
    }
}

/// Where `part` of `all` lies along the width, held at its ends.
pub(super) fn share(part: i32, all: i32) -> i32 {
    let all = i64::from(all).max(1);
    let part = i64::from(part).clamp(0, all);
    (i64::from(WHOLE) * part / all) as i32
}

/// Years at their places, thinned out where numbers of `pixels` would crowd or leave the drawing:
/// every second, fourth or eighth, counted from `base`, so that a wider drawing only adds some.
pub(super) fn ticks(places: &[(i32, i16)], base: i16, pixels: i32) -> Vec<Tick> {
    let each = |room: Room| room.pixels() / (places.len() as i32).max(1);
    let step = |room: Room| {
        [1, 2, 4, 8, 16].into_iter().find(|step| each(room) * step >= pixels).unwrap_or(32)
    };
    let fits = |room: Room, x: i32, year: i16| {
        i32::from(year - base).rem_euclid(step(room)) == 0
            && i64::from(WHOLE - x) * i64::from(room.pixels()) >= i64::from(WHOLE * (pixels - 4))
    };
    places
        .iter()
        .map(|&(x, year)| Tick {
            x,
            year,
            from: Room::ALL.into_iter().find(|room| fits(*room, x, year)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PartialDate;

    #[test]
    fn a_season_is_drawn_as_wide_as_it_is() {
        let scale = TimeScale::years(2020, 2023);
        let length = |text: &str| {
            let span = scale.span(PartialDate::parse(text).expect("a date").range());
            span.to - span.from
        };
        // Of 1,461 days.
        assert!(length("2021").abs_diff(365 * WHOLE / 1461) <= 1);
        assert!(length("2021-autumn").abs_diff(91 * WHOLE / 1461) <= 1);
        assert!(length("2021-11-12").abs_diff(WHOLE / 1461) <= 1);
    }

    #[test]
    fn what_lies_outside_is_held_at_the_ends() {
        let scale = TimeScale::years(2020, 2021);
        assert_eq!(scale.start_of(Day::new(2015, 1, 1).expect("a day")), 0);
        assert_eq!(scale.start_of(Day::new(2035, 1, 1).expect("a day")), WHOLE);
    }

    #[test]
    fn places_are_written_as_svg_reads_them() {
        let written = [0, 5, 50, 1234, 1200, -50, WHOLE].map(|place| Percent(place).to_string());
        assert_eq!(written, ["0%", "0.05%", "0.5%", "12.34%", "12%", "-0.5%", "100%"]);
        assert_eq!(Rows(125).to_string(), "1.25em");
    }

    #[test]
    fn a_wider_drawing_only_adds_years() {
        let shown = |room: Room| -> Vec<i16> {
            let ticks = TimeScale::years(2015, 2026).ticks();
            ticks
                .iter()
                .filter(|tick| tick.from <= Some(room) && tick.from.is_some())
                .map(|tick| tick.year)
                .collect()
        };
        assert_eq!(shown(Room::Narrow), [2015, 2017, 2019, 2021, 2023, 2025]);
        assert_eq!(shown(Room::Middle).len(), 12);
        let crowded = TimeScale::years(1990, 2029).ticks();
        let narrow = crowded.iter().filter(|tick| tick.from == Some(Room::Narrow)).count();
        assert_eq!(narrow, 5);
    }
}
