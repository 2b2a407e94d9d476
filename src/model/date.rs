//! Dates that say only what their source said.
//!
//! The one file that names `chrono`: everything else counts in [`Day`]s.
//! Codes follow EDTF (ISO 8601-2:2019): <https://www.loc.gov/standards/datetime/>.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A calendar day, as days since 1970-01-01 (Gregorian, no time zone).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(pub i32);

/// First and last day of a window, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DateRange {
    /// The first day that the window holds.
    pub first: Day,
    /// The last day that the window holds, never before `first`.
    pub last: Day,
}

/// January–June or July–December.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HalfYear {
    First,
    Second,
}

/// A quarter of a calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Quarter {
    First,
    Second,
    Third,
    Fourth,
}

/// A northern season in calendar months. There is no winter: it spans two years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Season {
    /// March–May.
    Spring,
    /// June–August.
    Summer,
    /// September–November.
    Autumn,
}

/// A date as exact as its source, and no more.
///
/// There is no `Ord`: "2024" is neither before nor after "2024-11-12".
/// Compare [`PartialDate::range`]s instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PartialDate {
    Year(i16),
    Half(i16, HalfYear),
    Quarter(i16, Quarter),
    Season(i16, Season),
    Month(i16, u8),
    Day(Day),
    /// Some time within these years, both included.
    Years(i16, i16),
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// Not one of the forms that `data/README.md` lists.
    Unknown,
    /// The right form, but no such month or day.
    Impossible,
    /// `2024-winter`: it spans two years.
    Winter,
    /// `2022..2021`: the end is not after the start.
    Backwards,
}

const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

impl Day {
    /// The day with this year, month (1–12) and day of month, if there is one.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Day> {
        NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).map(Day::from_chrono)
    }

    /// Year, month (1–12) and day of month.
    pub fn ymd(self) -> (i16, u8, u8) {
        let date = self.chrono();
        (date.year() as i16, date.month() as u8, date.day() as u8)
    }

    /// The calendar year.
    pub fn year(self) -> i16 {
        self.ymd().0
    }

    /// Whole months from this day to a later one: the 31st of May to the 12th of November
    /// is five. Zero when `later` is not later.
    pub fn whole_months_to(self, later: Day) -> u32 {
        if later <= self {
            return 0;
        }
        let (y1, m1, d1) = self.ymd();
        let (y2, m2, d2) = later.ymd();
        let months = (i32::from(y2) - i32::from(y1)) * 12 + i32::from(m2) - i32::from(m1);
        // The last day of a month is reached by any last day: 31 May to 30 June is a month.
        let short = d2 < d1 && Day::last_of_month(y2, m2) != later;
        (months - i32::from(short)).max(0) as u32
    }

    /// The last day of a month (1–12).
    pub fn last_of_month(year: i16, month: u8) -> Day {
        let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        Day(first_of(next_year, next_month).0 - 1)
    }

    fn from_chrono(date: NaiveDate) -> Day {
        Day(date.num_days_from_ce() - EPOCH_FROM_CE)
    }

    fn chrono(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0.saturating_add(EPOCH_FROM_CE))
            .unwrap_or(NaiveDate::MAX)
    }
}

/// 1970-01-01 counted from day 1 of the common era.
const EPOCH_FROM_CE: i32 = 719_163;

impl fmt::Display for Day {
    /// ISO 8601: `2024-11-12`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.ymd();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

impl DateRange {
    /// Whether a day lies within the window.
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether two windows share a day; such dates have no order.
    pub fn overlaps(self, other: DateRange) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

impl PartialDate {
    /// Reads the grammar of `data/`: `2026`, `2024-h2`, `2024-q3`, `2024-autumn`,
    /// `2024-11`, `2024-11-12`, `2021..2022`.
    pub fn parse(text: &str) -> Result<PartialDate, DateError> {
        if let Some((from, to)) = text.split_once("..") {
            let (from, to) = (year(from)?, year(to)?);
            return if from < to {
                Ok(PartialDate::Years(from, to))
            } else {
                Err(DateError::Backwards)
            };
        }
        let mut parts = text.split('-');
        let y = year(parts.next().unwrap_or_default())?;
        let date = match (parts.next(), parts.next()) {
            (None, _) => PartialDate::Year(y),
            (Some("h1"), None) => PartialDate::Half(y, HalfYear::First),
            (Some("h2"), None) => PartialDate::Half(y, HalfYear::Second),
            (Some("q1"), None) => PartialDate::Quarter(y, Quarter::First),
            (Some("q2"), None) => PartialDate::Quarter(y, Quarter::Second),
            (Some("q3"), None) => PartialDate::Quarter(y, Quarter::Third),
            (Some("q4"), None) => PartialDate::Quarter(y, Quarter::Fourth),
            (Some("spring"), None) => PartialDate::Season(y, Season::Spring),
            (Some("summer"), None) => PartialDate::Season(y, Season::Summer),
            (Some("autumn"), None) => PartialDate::Season(y, Season::Autumn),
            (Some("winter"), None) => return Err(DateError::Winter),
            (Some(month), None) => {
                let month = two_digits(month)?;
                if !(1..=12).contains(&month) {
                    return Err(DateError::Impossible);
                }
                PartialDate::Month(y, month)
            }
            (Some(month), Some(day)) => {
                let (month, day) = (two_digits(month)?, two_digits(day)?);
                PartialDate::Day(Day::new(y, month, day).ok_or(DateError::Impossible)?)
            }
        };
        match parts.next() {
            None => Ok(date),
            Some(_) => Err(DateError::Unknown),
        }
    }

    /// First and last day that the date may mean.
    pub fn range(self) -> DateRange {
        let months = |y: i16, from: u8, to: u8| DateRange {
            first: first_of(y, from),
            last: Day::last_of_month(y, to),
        };
        match self {
            PartialDate::Year(y) => months(y, 1, 12),
            PartialDate::Half(y, HalfYear::First) => months(y, 1, 6),
            PartialDate::Half(y, HalfYear::Second) => months(y, 7, 12),
            PartialDate::Quarter(y, Quarter::First) => months(y, 1, 3),
            PartialDate::Quarter(y, Quarter::Second) => months(y, 4, 6),
            PartialDate::Quarter(y, Quarter::Third) => months(y, 7, 9),
            PartialDate::Quarter(y, Quarter::Fourth) => months(y, 10, 12),
            PartialDate::Season(y, Season::Spring) => months(y, 3, 5),
            PartialDate::Season(y, Season::Summer) => months(y, 6, 8),
            PartialDate::Season(y, Season::Autumn) => months(y, 9, 11),
            PartialDate::Month(y, m) => months(y, m, m),
            PartialDate::Day(day) => DateRange { first: day, last: day },
            PartialDate::Years(from, to) => {
                DateRange { first: first_of(from, 1), last: Day::last_of_month(to, 12) }
            }
        }
    }

    /// Whether the date is one day.
    pub fn is_day(self) -> bool {
        matches!(self, PartialDate::Day(_))
    }

    /// The published form, EDTF: `2024-23` is autumn 2024, `2024-35` its third quarter,
    /// `2024-41` its second half, `[2021..2022]` some time within.
    pub fn edtf(self) -> String {
        match self {
            PartialDate::Year(y) => format!("{y:04}"),
            PartialDate::Half(y, half) => format!("{y:04}-{}", 40 + half as u8),
            PartialDate::Quarter(y, quarter) => format!("{y:04}-{}", 33 + quarter as u8),
            PartialDate::Season(y, season) => format!("{y:04}-{}", 21 + season as u8),
            PartialDate::Month(y, m) => format!("{y:04}-{m:02}"),
            PartialDate::Day(day) => day.to_string(),
            PartialDate::Years(from, to) => format!("[{from:04}..{to:04}]"),
        }
    }
}

impl fmt::Display for PartialDate {
    /// As written in `data/`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartialDate::Half(y, half) => write!(f, "{y:04}-h{}", *half as u8 + 1),
            PartialDate::Quarter(y, quarter) => write!(f, "{y:04}-q{}", *quarter as u8 + 1),
            PartialDate::Season(y, season) => write!(
                f,
                "{y:04}-{}",
                match season {
                    Season::Spring => "spring",
                    Season::Summer => "summer",
                    Season::Autumn => "autumn",
                }
            ),
            PartialDate::Years(from, to) => write!(f, "{from:04}..{to:04}"),
            PartialDate::Year(_) | PartialDate::Month(..) | PartialDate::Day(_) => {
                f.write_str(&self.edtf())
            }
        }
    }
}

fn first_of(year: i16, month: u8) -> Day {
    // Years and months come from `parse`, which keeps them in range.
    Day::new(year, month, 1).unwrap_or(Day(0))
}

fn year(text: &str) -> Result<i16, DateError> {
    if text.len() != 4 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateError::Unknown);
    }
    let year = text.parse().map_err(|_| DateError::Unknown)?;
    if YEARS.contains(&year) { Ok(year) } else { Err(DateError::Impossible) }
}

fn two_digits(text: &str) -> Result<u8, DateError> {
    if text.len() != 2 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateError::Unknown);
    }
    text.parse().map_err(|_| DateError::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn range(text: &str) -> String {
        let range = PartialDate::parse(text).expect(text).range();
        format!("{} {}", range.first, range.last)
    }

    #[test]
    fn a_window_is_as_wide_as_its_source() {
        assert_eq!(range("2026"), "2026-01-01 2026-12-31");
        assert_eq!(range("2024-h2"), "2024-07-01 2024-12-31");
        assert_eq!(range("2024-q1"), "2024-01-01 2024-03-31");
        assert_eq!(range("2024-autumn"), "2024-09-01 2024-11-30");
        assert_eq!(range("2024-02"), "2024-02-01 2024-02-29");
        assert_eq!(range("2024-11-12"), "2024-11-12 2024-11-12");
        assert_eq!(range("2021..2022"), "2021-01-01 2022-12-31");
    }

    #[test]
    fn published_dates_are_edtf() {
        for (text, edtf) in [
            ("2026", "2026"),
            ("2024-h1", "2024-40"),
            ("2024-h2", "2024-41"),
            ("2024-q1", "2024-33"),
            ("2024-q3", "2024-35"),
            ("2024-spring", "2024-21"),
            ("2024-autumn", "2024-23"),
            ("2024-11", "2024-11"),
            ("2024-11-12", "2024-11-12"),
            ("2021..2022", "[2021..2022]"),
        ] {
            assert_eq!(PartialDate::parse(text).expect(text).edtf(), edtf);
        }
    }

    #[test]
    fn what_is_no_date_is_refused_for_its_reason() {
        for (text, error) in [
            ("2024-winter", DateError::Winter),
            ("2024-02-30", DateError::Impossible),
            ("2023-02-29", DateError::Impossible),
            ("2024-13", DateError::Impossible),
            ("2024-00", DateError::Impossible),
            ("2022..2021", DateError::Backwards),
            ("2022..2022", DateError::Backwards),
            ("hösten 2024", DateError::Unknown),
            ("2024-1", DateError::Unknown),
            ("24-11-12", DateError::Unknown),
            ("2024-11-12-01", DateError::Unknown),
            ("+024", DateError::Unknown),
            ("", DateError::Unknown),
        ] {
            assert_eq!(PartialDate::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn whole_months_are_counted_as_people_do() {
        let months = |a: &str, b: &str| {
            let day = |t: &str| PartialDate::parse(t).expect(t).range().first;
            day(a).whole_months_to(day(b))
        };
        assert_eq!(months("2021-05-31", "2024-11-12"), 41);
        assert_eq!(months("2021-03-01", "2024-11-12"), 44);
        assert_eq!(months("2024-01-31", "2024-02-29"), 1);
        assert_eq!(months("2024-01-31", "2024-02-28"), 0);
        assert_eq!(months("2024-11-12", "2024-11-12"), 0);
        assert_eq!(months("2024-11-12", "2021-01-01"), 0);
    }

    fn any_date() -> impl Strategy<Value = PartialDate> {
        let y = 1900i16..=2199;
        prop_oneof![
            y.clone().prop_map(PartialDate::Year),
            (y.clone(), any::<bool>()).prop_map(|(y, b)| PartialDate::Half(
                y,
                if b { HalfYear::First } else { HalfYear::Second }
            )),
            (y.clone(), 0usize..4).prop_map(|(y, q)| PartialDate::Quarter(
                y,
                [Quarter::First, Quarter::Second, Quarter::Third, Quarter::Fourth][q]
            )),
            (y.clone(), 0usize..3).prop_map(|(y, s)| PartialDate::Season(
                y,
                [Season::Spring, Season::Summer, Season::Autumn][s]
            )),
            (y.clone(), 1u8..=12).prop_map(|(y, m)| PartialDate::Month(y, m)),
            (-20000i32..60000).prop_map(|d| PartialDate::Day(Day(d))),
            (y, 1i16..5).prop_map(|(y, more)| PartialDate::Years(y.min(2190), y.min(2190) + more)),
        ]
    }

    proptest! {
        #[test]
        fn written_and_read_again_a_date_is_the_same(date in any_date()) {
            prop_assert_eq!(PartialDate::parse(&date.to_string()), Ok(date));
        }

        #[test]
        fn a_window_never_ends_before_it_starts(date in any_date()) {
            let range = date.range();
            prop_assert!(range.first <= range.last);
            prop_assert_eq!(range.first == range.last, date.is_day());
        }

        #[test]
        fn any_text_is_a_date_or_an_error(text in "\\PC{0,16}") {
            let _ = PartialDate::parse(&text);
        }

        #[test]
        fn every_day_goes_to_a_date_and_back(days in -20000i32..80000) {
            let (y, m, d) = Day(days).ymd();
            prop_assert_eq!(Day::new(y, m, d), Some(Day(days)));
        }
    }
}
