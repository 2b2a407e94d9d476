//! Procurements side by side from the day of signing: year 0 is the same for all.

use super::{Span, Width};
use crate::model::{DateRange, Day, Procurement};

/// The rows of procurements on one scale of years since signing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aligned {
    pub width: i32,
    pub height: i32,
    /// Years since signing and where they begin.
    pub years: Vec<(i32, i32)>,
    pub rows: Vec<Row>,
}

/// One procurement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its position among those that were to be drawn.
    pub procurement: usize,
    pub y: i32,
    /// The promised windows of the first go-live, in order; the first is the first promise.
    pub promised: Vec<Span>,
    /// When it was first used, or given up, or the last day that we know of.
    pub end: Span,
    pub mark: super::slip::EndMark,
    /// From the end of the first promise to the end.
    pub slip: Option<Span>,
}

/// Draws the first go-live of each procurement against the day of its signing. A vague day of
/// signing counts from the first day that it may mean; without a contract there is no year 0,
/// and no row.
pub fn aligned(procurements: &[(&Procurement, Day)], width: Width) -> Aligned {
    let plot = match width {
        Width::Phone => Span { from: 8, to: width.units() - 14 },
        Width::Wide => Span { from: 236, to: width.units() - 20 },
    };
    let signed: Vec<Signed> = procurements
        .iter()
        .enumerate()
        .filter_map(|(at, (procurement, known))| {
            let day = procurement.contract.as_ref()?.signed.range().first;
            Some(Signed { at, procurement, day, known: *known })
        })
        .collect();
    let (first_year, last_year) = years(&signed);
    let x = |days: i32| {
        let (from, to) = (first_year * YEAR / 100, last_year * YEAR / 100);
        let at = i64::from(days.clamp(from, to) - from);
        plot.from + (i64::from(plot.length()) * at / i64::from(to - from)) as i32
    };
    let (step, top) = match width {
        Width::Phone => (66, 50),
        Width::Wide => (40, 26),
    };
    let rows = signed
        .iter()
        .enumerate()
        .map(|(place, signed)| row(signed, top + step * place as i32, &x))
        .collect::<Vec<_>>();
    Aligned {
        width: width.units(),
        height: top + step * rows.len() as i32 + 16,
        years: (first_year..=last_year).map(|year| (year, x(year * YEAR / 100))).collect(),
        rows,
    }
}

/// A procurement with a contract.
struct Signed<'a> {
    /// Its position among those that were to be drawn.
    at: usize,
    procurement: &'a Procurement,
    /// Year 0 begins.
    day: Day,
    known: Day,
}

/// A hundred mean years in days.
const YEAR: i32 = 36_525;

/// The years since signing that hold every promise and every end: a promise may be older than
/// the contract.
fn years(procurements: &[Signed]) -> (i32, i32) {
    let (mut first, mut last) = (0, 1);
    for Signed { procurement, day: signed, known, at: _ } in procurements {
        let mut hold = |from: Day, to: Day| {
            first = first.min((from.0 - signed.0).div_euclid(365));
            last = last.max((to.0 - signed.0) / 365 + 1);
        };
        hold(*known, *known);
        for baseline in procurement.first_go_live().into_iter().flat_map(|m| m.schedule.baselines())
        {
            let promised = baseline.promised.range();
            hold(promised.first, promised.last);
        }
    }
    (first.max(-10), last.min(30))
}

fn row(signed: &Signed, y: i32, x: &dyn Fn(i32) -> i32) -> Row {
    use super::slip::{EndMark, ending};
    let Signed { at, procurement, day: signed, known } = *signed;
    let span = |range: DateRange| {
        let from = x(range.first.0 - signed.0);
        Span { from, to: x(range.last.0 + 1 - signed.0).max(from) }
    };
    let schedule = procurement.first_go_live().map(|milestone| &milestone.schedule);
    let promised: Vec<Span> = schedule
        .map(|schedule| {
            schedule
                .baselines()
                .map(|baseline| span(baseline.promised.range()).at_least(4))
                .collect()
        })
        .unwrap_or_default();
    let nothing = (DateRange { first: known, last: known }, EndMark::Open);
    let (end, mark) = schedule.map_or(nothing, |schedule| ending(schedule, known));
    let broken = schedule.is_some_and(|s| s.original.promised.range().last < end.first);
    let end = span(end);
    let slip = promised
        .first()
        .filter(|first| broken && end.middle() > first.to)
        .map(|first| Span { from: first.to, to: end.middle() });
    Row { procurement: at, y, promised, end, mark, slip }
}
