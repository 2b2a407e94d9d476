//! How late something came, measured against a promise, as honestly as the dates allow.

use super::knowledge::Horizon;
use crate::model::{Baseline, DateRange, Day, Met, PartialDate, Schedule, Unmet};

/// What a promise came to.
///
/// A promise breaks only when its last day has passed; where windows overlap there is no
/// answer, and none is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slippage {
    /// It happened, at the latest on the last day that the promise may have meant.
    Kept,
    /// It happened, later than promised.
    Late(Months),
    /// It happened, but the dates are too vague to tell whether it was late.
    CannotTell,
    /// It has not happened as far as our sources reach, and the promise has passed.
    Overdue { at_least: u32, known: Day },
    /// It had not happened by `known`, and the promise reaches beyond the day from which we
    /// look: it may still be kept.
    Pending { known: PartialDate },
    /// It had not happened by `known`, when our sources stopped telling of it, and the promise
    /// could still be kept then. It has passed since: what became of it is not known.
    Untold { known: PartialDate },
    /// It was given up.
    Dropped { on: PartialDate, after: Option<u32> },
}

impl Slippage {
    /// By how many months at least the promise was passed; `None` where that is not sure.
    pub fn sure_months(self) -> Option<u32> {
        match self {
            Slippage::Late(months) => Some(months.at_least),
            Slippage::Overdue { at_least, .. } => Some(at_least),
            Slippage::Dropped { after, .. } => after,
            _ => None,
        }
    }
}

/// A span in whole months that a slip lies within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Months {
    pub at_least: u32,
    pub at_most: u32,
}

/// What a promise came to. The [horizon](super::knowledge::horizon()) is that of the milestone:
/// without word of its being met by then, it had not been.
pub fn slippage(promise: &Baseline, schedule: &Schedule, horizon: Horizon) -> Slippage {
    against(promise.promised, schedule.met.as_ref(), schedule.unmet.as_ref(), horizon)
}

/// Whether it is sure that a promise was broken, so that there is a slip to draw.
pub fn is_late(promise: &Baseline, schedule: &Schedule, horizon: Horizon) -> bool {
    matches!(
        slippage(promise, schedule, horizon),
        Slippage::Late(_) | Slippage::Overdue { .. } | Slippage::Dropped { .. }
    )
}

/// The same from bare dates.
pub fn against(
    promised: PartialDate,
    met: Option<&Met>,
    unmet: Option<&Unmet>,
    horizon: Horizon,
) -> Slippage {
    let promised = promised.range();
    if let Some(met) = met {
        return between(promised, met.date.range());
    }
    if let Some(on) = unmet.and_then(|unmet| unmet.dropped) {
        let passed = promised.last < on.range().first;
        let after = passed.then(|| promised.last.whole_months_to(on.range().first));
        return Slippage::Dropped { on, after };
    }
    let (day, known) = (horizon.day(), horizon.known);
    if promised.last < day {
        Slippage::Overdue { at_least: promised.last.whole_months_to(day), known: day }
    } else if promised.last < horizon.today {
        Slippage::Untold { known }
    } else {
        Slippage::Pending { known }
    }
}

/// How much later one window lies than another.
pub fn between(promised: DateRange, happened: DateRange) -> Slippage {
    if happened.last <= promised.last {
        Slippage::Kept
    } else if happened.first > promised.last {
        Slippage::Late(months_between(promised, happened))
    } else {
        Slippage::CannotTell
    }
}

/// The shortest and the longest time between a day of one window and a day of a later one.
pub fn months_between(from: DateRange, to: DateRange) -> Months {
    Months {
        at_least: from.last.whole_months_to(to.first),
        at_most: from.first.whole_months_to(to.last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(promised: &str, happened: &str, expected: Slippage) {
        let range = |text| PartialDate::parse(text).expect("a date").range();
        assert_eq!(between(range(promised), range(happened)), expected, "{promised} {happened}");
    }

    fn late(at_least: u32, at_most: u32) -> Slippage {
        Slippage::Late(Months { at_least, at_most })
    }

    #[test]
    fn a_slip_is_a_range_when_dates_are_vague() {
        check("2024-autumn", "2024-11-12", Slippage::Kept);
        check("2021-spring", "2024-11-12", late(41, 44));
        check("2022-autumn", "2023", late(1, 15));
        check("2024-11-12", "2024", Slippage::CannotTell);
        check("2021", "2022", late(0, 23));
        check("2022-12", "2022-h2", Slippage::Kept);
        check("2022-09", "2022-h2", Slippage::CannotTell);
    }

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).expect("a date")
    }

    fn seen(known: &str, today: &str) -> Horizon {
        Horizon { known: date(known), today: date(today).range().first }
    }

    #[test]
    fn what_has_not_happened_is_overdue_only_when_the_promise_has_passed() {
        let horizon = seen("2026-03-17", "2026-05-31");
        let (known, day) = (horizon.known, horizon.day());
        let open = |promised| against(date(promised), None, None, horizon);
        assert_eq!(open("2019"), Slippage::Overdue { at_least: 74, known: day });
        assert_eq!(open("2026-autumn"), Slippage::Pending { known });
        assert_eq!(open("2026-spring"), Slippage::Pending { known }, "its last day is today");
        assert_eq!(open("2026-04"), Slippage::Untold { known }, "it has passed, and no one told");
    }

    #[test]
    fn a_vague_last_word_counts_from_its_first_day() {
        let horizon = seen("2025-12", "2026-11-22");
        let day = horizon.day();
        assert_eq!(
            against(date("2025-autumn"), None, None, horizon),
            Slippage::Overdue { at_least: 0, known: day }
        );
        assert_eq!(
            against(date("2025-12"), None, None, horizon),
            Slippage::Untold { known: horizon.known }
        );
    }

    #[test]
    fn what_was_given_up_is_never_called_late_for_a_promise_that_had_not_passed() {
        let unmet = Unmet {
            dropped: Some(date("2021-10-15")),
            told_until: None,
            note: Default::default(),
            sources: vec![],
        };
        let horizon = seen("2024-10-04", "2024-10-04");
        let dropped = |promised| against(date(promised), None, Some(&unmet), horizon);
        let on = date("2021-10-15");
        assert_eq!(dropped("2023"), Slippage::Dropped { on, after: None });
        assert_eq!(dropped("2019"), Slippage::Dropped { on, after: Some(21) });
    }
}
