//! The rule of the Danish state's IT council for schedules, applied by us: red when something is
//! expected more than three months late against the plan, yellow from one month to three.
//!
//! The council itself measures against the latest approved plan; here it is applied against the
//! first as well. Vague dates may leave more than one colour possible, and then all are given.

use super::knowledge::{Horizon, horizon};
use super::slippage::{Slippage, slippage};
use crate::model::{
    Baseline, Confidence, DateRange, Day, Event, EventKind, Milestone, Procurement, Schedule,
};

/// Where the council tells how it gives its colours.
pub const SOURCE: &str =
    "https://oes.dk/it-og-oekonomistyring/it-projektstyring/proces-for-statusrapportering/";

/// A colour of the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// Less than one month late, or not at all.
    Green,
    /// One month late, and up to three.
    Yellow,
    /// More than three months late.
    Red,
}

/// What the rule says of a milestone: the best and the worst colour that the dates allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    pub best: Light,
    pub worst: Light,
}

/// When a milestone was met, or is to be expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    Met(DateRange),
    /// As the latest plan says, which may still be kept.
    Planned(DateRange),
    /// Some time from then on: after the latest plan it was put off without a new date.
    PutOff(DateRange),
    /// Not by the day up to which we know, and every plan has passed.
    NotBy(Day),
}

impl Light {
    /// Every colour, the best first.
    pub const ALL: [Light; 3] = [Light::Green, Light::Yellow, Light::Red];
}

impl Verdict {
    /// The colours that are possible, the best first.
    pub fn lights(self) -> impl Iterator<Item = Light> {
        Light::ALL.into_iter().filter(move |light| (self.best..=self.worst).contains(light))
    }
}

/// When a milestone was met or is to be expected; nothing where it was given up, or where our
/// sources stopped telling of it.
pub fn expected(one: &Procurement, milestone: &Milestone) -> Option<Expected> {
    let schedule = &milestone.schedule;
    let announced = one.plans[usize::from(schedule.latest().plan.0)].announced.range();
    let put_off = |event: &Event| {
        event.kind == EventKind::Pause
            && event.landmark
            && event.confidence != Confidence::Low
            && event.date.range().last >= announced.first
    };
    match told(schedule, horizon(one, milestone))? {
        Expected::Planned(window) if one.events.iter().any(put_off) => {
            Some(Expected::PutOff(window))
        }
        expected => Some(expected),
    }
}

fn told(schedule: &Schedule, horizon: Horizon) -> Option<Expected> {
    if let Some(met) = &schedule.met {
        return Some(Expected::Met(met.date.range()));
    }
    let latest = schedule.latest();
    match slippage(latest, schedule, horizon) {
        Slippage::Pending { .. } => {
            // What is still to come cannot come before the day up to which we know.
            let DateRange { first, last } = latest.promised.range();
            Some(Expected::Planned(DateRange { first: first.max(horizon.day()), last }))
        }
        Slippage::Overdue { known, .. } => Some(Expected::NotBy(known)),
        _ => None,
    }
}

/// The rule against a promise.
pub fn verdict(promise: &Baseline, expected: Expected) -> Verdict {
    let promised = promise.promised.range();
    let (best, worst) = match expected {
        Expected::Met(window) | Expected::Planned(window) => between(promised, window),
        Expected::PutOff(window) => (between(promised, window).0, Light::Red),
        Expected::NotBy(day) => (light(promised.last, day), Light::Red),
    };
    Verdict { best, worst }
}

/// The colours for the shortest and the longest lateness that two windows allow.
fn between(promised: DateRange, happened: DateRange) -> (Light, Light) {
    if happened.last <= promised.last {
        return (Light::Green, Light::Green);
    }
    (light(promised.last, happened.first), light(promised.first, happened.last))
}

/// The colour when one day was promised and something came on another.
fn light(promised: Day, happened: Day) -> Light {
    // Three months to the day are not yet more than three.
    if promised.whole_months_to(Day(happened.0 - 1)) >= 3 {
        Light::Red
    } else if promised.whole_months_to(happened) >= 1 {
        Light::Yellow
    } else {
        Light::Green
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Met, PartialDate, PlanRef};
    use Light::{Green, Red, Yellow};

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).expect("a date")
    }

    fn promise(text: &str) -> Baseline {
        Baseline {
            plan: PlanRef(0),
            promised: date(text),
            called: None,
            note: None,
            sources: vec![],
        }
    }

    fn schedule(promises: &[&str], met: Option<&str>) -> Schedule {
        Schedule {
            original: promise(promises[0]),
            rebaselines: promises[1..].iter().map(|text| promise(text)).collect(),
            met: met.map(|text| Met {
                date: date(text),
                public: None,
                note: None,
                sources: vec![],
            }),
            unmet: None,
        }
    }

    fn seen(day: Day) -> Horizon {
        Horizon { known: PartialDate::Day(day), today: day }
    }

    fn judge(promise: &Baseline, schedule: &Schedule, known: Day) -> Verdict {
        verdict(promise, told(schedule, seen(known)).expect("not given up"))
    }

    fn check(promised: &str, met: &str, best: Light, worst: Light) {
        let schedule = schedule(&[promised], Some(met));
        let verdict = judge(&schedule.original, &schedule, Day(20_000));
        assert_eq!((verdict.best, verdict.worst), (best, worst), "{promised} {met}");
    }

    #[test]
    fn the_limits_are_one_month_and_three_to_the_day() {
        check("2024-03-15", "2024-03-15", Green, Green);
        check("2024-03-15", "2024-04-14", Green, Green);
        check("2024-03-15", "2024-04-15", Yellow, Yellow);
        check("2024-03-15", "2024-06-15", Yellow, Yellow);
        check("2024-03-15", "2024-06-16", Red, Red);
        check("2024-03-31", "2024-06-30", Yellow, Yellow);
        check("2024-03-31", "2024-07-01", Red, Red);
    }

    #[test]
    fn a_range_that_straddles_a_limit_gives_every_colour_that_it_allows() {
        check("2024-03", "2024-06", Yellow, Red);
        check("2024-autumn", "2024-11-12", Green, Green);
        check("2024-03-15", "2024", Green, Red);
        check("2021-spring", "2024-11-12", Red, Red);
        let schedule = schedule(&["2024-03-15"], Some("2024"));
        let verdict = judge(&schedule.original, &schedule, Day(20_000));
        assert_eq!(verdict.lights().collect::<Vec<_>>(), [Green, Yellow, Red]);
    }

    #[test]
    fn a_new_plan_turns_the_light_green_against_itself_alone() {
        let known = date("2026-03-17").range().first;
        let moved = schedule(&["2019", "2026-autumn"], None);
        assert_eq!(judge(&moved.original, &moved, known).best, Red);
        let latest = judge(moved.latest(), &moved, known);
        assert_eq!((latest.best, latest.worst), (Green, Green));
    }

    #[test]
    fn what_is_put_off_or_overdue_may_get_later_still() {
        let known = date("2026-03-17").range().first;
        let open = schedule(&["2026-02"], None);
        assert_eq!(told(&open, seen(known)), Some(Expected::NotBy(known)));
        let overdue = judge(&open.original, &open, known);
        assert_eq!((overdue.best, overdue.worst), (Green, Red));
        let planned = promise("2026-autumn");
        let put_off = verdict(&planned, Expected::PutOff(planned.promised.range()));
        assert_eq!((put_off.best, put_off.worst), (Green, Red));
    }
}
