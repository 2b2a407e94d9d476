//! How late something came, measured against a promise, as honestly as the dates allow.

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
    /// It has not happened, and the promise may still be kept.
    Pending,
    /// It had not happened when our sources stopped telling of it, and the promise had not
    /// passed: what became of it is not known.
    Untold,
    /// It was given up.
    Dropped { on: PartialDate, after: Option<u32> },
}

/// A span in whole months that a slip lies within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Months {
    pub at_least: u32,
    pub at_most: u32,
}

/// What a promise came to. `known` is the day up to which our sources tell of the
/// procurement: without word of the milestone being met by then, it had not been.
pub fn slippage(promise: &Baseline, schedule: &Schedule, known: Day) -> Slippage {
    let known_of_it = schedule.known(known);
    match against(promise.promised, schedule.met.as_ref(), schedule.unmet.as_ref(), known_of_it) {
        Slippage::Pending if known_of_it < known => Slippage::Untold,
        slippage => slippage,
    }
}

/// Whether it is sure that a promise was broken, so that there is a slip to draw.
pub fn is_late(promise: &Baseline, schedule: &Schedule, known: Day) -> bool {
    !matches!(
        slippage(promise, schedule, known),
        Slippage::Kept | Slippage::CannotTell | Slippage::Pending | Slippage::Untold
    )
}

/// The same from bare dates.
pub fn against(
    promised: PartialDate,
    met: Option<&Met>,
    unmet: Option<&Unmet>,
    known: Day,
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
    if promised.last < known {
        Slippage::Overdue { at_least: promised.last.whole_months_to(known), known }
    } else {
        Slippage::Pending
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
    use crate::model::PlanRef;

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

    #[test]
    fn what_has_not_happened_is_overdue_only_when_the_promise_has_passed() {
        let date = |text| PartialDate::parse(text).expect("a date");
        let known = date("2026-03-17").range().first;
        let open = |promised| against(date(promised), None, None, known);
        assert_eq!(open("2019"), Slippage::Overdue { at_least: 74, known });
        assert_eq!(open("2026-autumn"), Slippage::Pending);
        assert_eq!(open("2026-spring"), Slippage::Pending);
    }

    #[test]
    fn what_our_sources_stopped_telling_of_is_overdue_until_then_and_untold_afterwards() {
        let date = |text| PartialDate::parse(text).expect("a date");
        let known = date("2026-03-17").range().first;
        let told = |promised, until| {
            let baseline = |promised| Baseline {
                plan: PlanRef(0),
                promised: date(promised),
                called: None,
                note: None,
                sources: vec![],
            };
            let unmet =
                Unmet { dropped: None, told_until: Some(date(until)), note: None, sources: vec![] };
            let original = baseline(promised);
            let schedule = Schedule {
                original: original.clone(),
                rebaselines: vec![],
                met: None,
                unmet: Some(unmet),
            };
            slippage(&original, &schedule, known)
        };
        assert_eq!(told("2025-03", "2024-04"), Slippage::Untold);
        let until = date("2025-01-13").range().first;
        assert_eq!(told("2024-10", "2025-01-13"), Slippage::Overdue { at_least: 2, known: until });
        assert_eq!(told("2026-autumn", "2027"), Slippage::Pending);
    }

    #[test]
    fn what_was_given_up_is_never_called_late_for_a_promise_that_had_not_passed() {
        let date = |text| PartialDate::parse(text).expect("a date");
        let unmet = Unmet {
            dropped: Some(date("2021-10-15")),
            told_until: None,
            note: Default::default(),
            sources: vec![],
        };
        let dropped = |promised| against(date(promised), None, Some(&unmet), Day(20_000));
        let on = date("2021-10-15");
        assert_eq!(dropped("2023"), Slippage::Dropped { on, after: None });
        assert_eq!(dropped("2019"), Slippage::Dropped { on, after: Some(21) });
    }
}
