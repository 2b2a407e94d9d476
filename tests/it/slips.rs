//! Slips, computed a second time: by walking through the calendar one day after the other.

use proptest::prelude::*;
use utlovat::analysis::knowledge::Horizon;
use utlovat::analysis::slippage::{Months, Slippage, against, between};
use utlovat::model::{
    Confidence, Day, Met, Milestone, PartialDate, Procurement, Schedule, TellsOf, Unmet,
};

/// A day of a calendar of our own: year, month, day of month.
type Date = (i32, u32, u32);

fn length(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn tomorrow((year, month, day): Date) -> Date {
    match (month, day) {
        (12, 31) => (year + 1, 1, 1),
        (_, last) if last == length(year, month) => (year, month + 1, 1),
        _ => (year, month, day + 1),
    }
}

fn date(day: Day) -> Date {
    let (year, month, day) = day.ymd();
    (year.into(), month.into(), day.into())
}

/// Walks from one day through another and tells, for each day on the way, how many whole
/// months have gone by. A month has gone by on the same day of the next month, or on that
/// month's last day where there is no such day.
fn walk(from: Date, through: Date, tell: &mut dyn FnMut(Date, u32)) {
    let mut months = 0;
    let mut now = from;
    loop {
        if now != from && now.2 == from.2.min(length(now.0, now.1)) {
            months += 1;
        }
        tell(now, months);
        if now >= through {
            return;
        }
        now = tomorrow(now);
    }
}

/// The fewest and the most whole months between any day of one window and any of a later one.
fn extremes(from: PartialDate, to: PartialDate) -> Months {
    let (from, to) = (from.range(), to.range());
    let (first, last) = (date(to.first), date(to.last));
    let (mut at_least, mut at_most) = (u32::MAX, 0);
    let mut start = date(from.first);
    while start <= date(from.last) {
        walk(start, last, &mut |now, months| {
            if now >= first {
                at_least = at_least.min(months);
                at_most = at_most.max(months);
            }
        });
        start = tomorrow(start);
    }
    Months { at_least, at_most }
}

/// How many days of the second window come after the whole first one, and how many do not.
fn after_and_not(promised: PartialDate, happened: PartialDate) -> (u32, u32) {
    let (end, happened) = (date(promised.range().last), happened.range());
    let (mut after, mut not) = (0, 0);
    walk(date(happened.first), date(happened.last), &mut |day, _| {
        if day > end { after += 1 } else { not += 1 }
    });
    (after, not)
}

pub fn some_date() -> impl Strategy<Value = PartialDate> {
    let year = || 2019i16..=2022;
    let text = prop_oneof![
        year().prop_map(|y| format!("{y}")),
        (year(), 1..=2).prop_map(|(y, h)| format!("{y}-h{h}")),
        (year(), 1..=4).prop_map(|(y, q)| format!("{y}-q{q}")),
        (year(), prop::sample::select(vec!["spring", "summer", "autumn"]))
            .prop_map(|(y, season)| format!("{y}-{season}")),
        (year(), 1..=12).prop_map(|(y, m)| format!("{y}-{m:02}")),
        (year(), 1u32..=12, 1u32..=31)
            .prop_map(|(y, m, d)| format!("{y}-{m:02}-{:02}", d.min(length(y.into(), m)))),
        (year(), 1i16..=2).prop_map(|(y, more)| format!("{y}..{}", y + more)),
    ];
    text.prop_map(|text| PartialDate::parse(&text).unwrap_or_else(|_| panic!("{text} is a date")))
}

fn met(date: PartialDate) -> Met {
    Met { date, public: None, note: None, sources: vec![] }
}

fn seen(known: Day, today: Day) -> Horizon {
    Horizon { known: PartialDate::Day(known), today }
}

fn given_up(on: PartialDate) -> Unmet {
    Unmet { dropped: Some(on), told_until: None, note: Default::default(), sources: vec![] }
}

/// The last date on which a source tells of a milestone, by the words of the rule: what the data
/// says outright; else the last plan that promises it, or confirmed event that tells of it or of
/// the whole programme; else the day from which we look.
pub fn last_told(one: &Procurement, milestone: &Milestone) -> PartialDate {
    let (schedule, today) = (&milestone.schedule, one.reviewed);
    if let Some(told) = schedule.unmet.iter().filter_map(|unmet| unmet.told_until).next()
        && told.range().first <= today
    {
        return told;
    }
    let mut last: Option<PartialDate> = None;
    let mut tell = |date: PartialDate| {
        let (first, end) = (date.range().first, date.range().last);
        let later = last.is_none_or(|it| (it.range().first, it.range().last) <= (first, end));
        if first <= today && later {
            last = Some(date);
        }
    };
    for baseline in schedule.baselines() {
        tell(one.plans[usize::from(baseline.plan.0)].announced);
    }
    for event in &one.events {
        let of_it = match &event.tells_of {
            Some(TellsOf::Programme) => true,
            Some(TellsOf::Milestones(those)) => those.contains(&milestone.id),
            Some(TellsOf::Elsewhere) | None => false,
        };
        let over = event.date.is_day() || event.date.range().last <= today;
        if of_it && over && event.confidence != Confidence::Low {
            tell(event.date);
        }
    }
    last.unwrap_or(PartialDate::Day(today))
}

/// What a promise came to, computed by walking; `known` is the last date on which a source tells
/// of the milestone.
pub fn walked(
    promised: PartialDate,
    schedule: &Schedule,
    known: PartialDate,
    today: Day,
) -> Slippage {
    let last = promised.range().last;
    let until = known.range().first;
    match (&schedule.met, schedule.dropped()) {
        (Some(met), _) => match after_and_not(promised, met.date) {
            (0, _) => Slippage::Kept,
            (_, 0) => Slippage::Late(extremes(promised, met.date)),
            _ => Slippage::CannotTell,
        },
        (None, Some(on)) => {
            let passed = after_and_not(promised, on).1 == 0;
            Slippage::Dropped { on, after: passed.then(|| extremes(promised, on).at_least) }
        }
        (None, None) if date(until) <= date(last) && date(last) < date(today) => {
            Slippage::Untold { known }
        }
        (None, None) if date(until) <= date(last) => Slippage::Pending { known },
        (None, None) => {
            let mut at_least = 0;
            walk(date(last), date(until), &mut |_, months| at_least = months);
            Slippage::Overdue { at_least, known: until }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_slip_spans_from_the_shortest_to_the_longest_time_that_the_dates_allow(
        promised in some_date(),
        happened in some_date(),
    ) {
        if let Slippage::Late(months) = between(promised.range(), happened.range()) {
            prop_assert_eq!(months, extremes(promised, happened), "{} {}", promised, happened);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..Default::default() })]

    #[test]
    fn kept_late_or_cannot_tell_and_never_two_of_them(
        promised in some_date(),
        happened in some_date(),
    ) {
        let slip = against(promised, Some(&met(happened)), None, seen(Day(20_000), Day(20_000)));
        match after_and_not(promised, happened) {
            (0, _) => prop_assert_eq!(slip, Slippage::Kept),
            (_, 0) => prop_assert!(matches!(slip, Slippage::Late(_)), "{:?}", slip),
            _ => prop_assert_eq!(slip, Slippage::CannotTell),
        }
    }

    #[test]
    fn a_promise_is_overdue_from_the_day_after_its_last(promised in some_date(), known in 17_800i32..19_800) {
        let known = Day(known);
        let slip = against(promised, None, None, seen(known, known));
        let last = promised.range().last;
        if date(known) <= date(last) {
            prop_assert_eq!(slip, Slippage::Pending { known: PartialDate::Day(known) });
            // Looked at from a day after the promise, nobody told how it went.
            let later = against(promised, None, None, seen(known, Day(last.0 + 1)));
            prop_assert_eq!(later, Slippage::Untold { known: PartialDate::Day(known) });
        } else {
            let mut at_least = 0;
            walk(date(last), date(known), &mut |_, months| at_least = months);
            prop_assert_eq!(slip, Slippage::Overdue { at_least, known });
        }
    }

    #[test]
    fn what_was_given_up_is_late_only_when_the_promise_had_passed(
        promised in some_date(),
        on in some_date(),
    ) {
        let slip = against(promised, None, Some(&given_up(on)), seen(Day(20_000), Day(20_000)));
        let after = (after_and_not(promised, on).1 == 0).then(|| extremes(promised, on).at_least);
        prop_assert_eq!(slip, Slippage::Dropped { on, after });
    }
}
