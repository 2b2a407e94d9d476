//! The timeline: a lane per procurement. Above the line what was promised, below it what
//! happened. What crowds is gathered into one mark with a count, never dropped.

use super::Span;
use super::slip::ending;
use super::units::{Tick, TimeScale, Width};
use crate::analysis::filter;
use crate::analysis::knowledge::{horizon, known_through};
use crate::analysis::sorted::sorted;
use crate::model::{
    Confidence, DateRange, Day, Event, EventGroup, EventKind, PartialDate, Procurement,
};

/// A lane as numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    pub width: i32,
    pub height: i32,
    pub years: Vec<Tick>,
    /// The height of the lane's line.
    pub line: i32,
    /// The stretches of the line.
    pub stretches: Vec<Stretch>,
    /// What was promised, above the line.
    pub windows: Vec<PromisedWindow>,
    /// From the end of the first promise to what happened, or to the last day that we know of.
    pub slip: Option<Slip>,
    /// What happened, below the line.
    pub marks: Vec<EventMark>,
    /// The names of landmarks.
    pub labels: Vec<Label>,
}

/// A part of a lane's line, from one state to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub span: Span,
    pub state: State,
}

/// What a procurement was in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Before the contract, or after its end.
    Outside,
    /// Signed, not in use.
    Contracted,
    InUse,
    Paused,
}

/// The window of one promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PromisedWindow {
    pub span: Span,
    pub y: i32,
    /// Positions of the milestone and of the promise in its schedule.
    pub milestone: usize,
    pub promise: usize,
}

/// The slip of the first go-live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    pub span: Span,
    pub y: i32,
}

/// One event, or several that would crowd.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventMark {
    pub span: Span,
    pub y: i32,
    /// Positions in [`Procurement::events`], in order. Never empty.
    pub events: Vec<usize>,
    pub landmark: bool,
    /// Whether the date is a day or a month: a point; else a bar as wide as its window.
    pub exact: bool,
}

/// The name of a landmark, where it has room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    pub event: usize,
    /// The middle of the landmark.
    pub at: i32,
    /// The left edge of the words.
    pub x: i32,
    pub y: i32,
}

/// What is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    /// Calendar years, both included.
    pub years: (i16, i16),
    /// None chosen: all.
    pub groups: &'a [EventGroup],
}

const BAR: i32 = 7;
const DOT: i32 = 10;
const LABEL: i32 = 16;

/// Draws one lane. `label_units` tells how wide the words of a landmark are.
pub fn lane(
    procurement: &Procurement,
    choice: Choice,
    width: Width,
    label_units: &dyn Fn(&Event) -> i32,
) -> Lane {
    let plot = Span { from: 6, to: width.units() - 6 };
    let scale = TimeScale::years(choice.years.0, choice.years.1, plot);
    let shown = |range: DateRange| range.overlaps(scale.days());

    let (mut windows, rows) =
        if choice.groups.is_empty() || choice.groups.contains(&EventGroup::Plans) {
            promised_windows(procurement, &scale)
        } else {
            (vec![], 0)
        };
    let slip_y = 8 + rows * (BAR + 3) + 10;
    let line = slip_y + 16;
    for window in &mut windows {
        // Row 0 stands next to the line; the oldest promise gets it.
        window.y = slip_y - 14 - window.y * (BAR + 3);
    }
    let slip = slip(procurement, &scale, shown).map(|span| Slip { span, y: slip_y });

    let mut marks = Vec::new();
    let labels_top = line + 24;
    let labels = landmarks(procurement, &scale, choice, label_units, line, labels_top, &mut marks);
    let rows_of_labels =
        labels.iter().map(|label| (label.y - labels_top) / LABEL + 1).max().unwrap_or(0);
    let dots_y = labels_top + rows_of_labels * LABEL + 4;
    let rows = events(procurement, &scale, choice, dots_y, &mut marks);

    Lane {
        width: width.units(),
        height: dots_y + rows * (DOT + 5) + 22,
        years: scale.ticks(),
        line,
        stretches: stretches(procurement, &scale),
        windows,
        slip,
        marks,
        labels,
    }
}

/// The years that all lanes together need.
pub fn years<'a>(procurements: impl IntoIterator<Item = &'a Procurement>) -> (i16, i16) {
    let mut range: Option<(i16, i16)> = None;
    let mut hold = |days: DateRange| {
        let (first, last) = (days.first.year(), days.last.year());
        range = Some(range.map_or((first, last), |(a, b)| (a.min(first), b.max(last))));
    };
    for procurement in procurements {
        procurement.events.iter().for_each(|event| hold(event.date.range()));
        for milestone in &procurement.milestones {
            milestone.schedule.baselines().for_each(|baseline| hold(baseline.promised.range()));
        }
    }
    range.unwrap_or((2000, 2000))
}

/// Packs the promised windows into rows; `y` holds the row.
fn promised_windows(procurement: &Procurement, scale: &TimeScale) -> (Vec<PromisedWindow>, i32) {
    let mut windows: Vec<PromisedWindow> = Vec::new();
    let mut ends: Vec<i32> = Vec::new();
    for (milestone, step) in procurement.milestones.iter().enumerate() {
        for (promise, baseline) in step.schedule.baselines().enumerate() {
            let range = baseline.promised.range();
            if !range.overlaps(scale.days()) {
                continue;
            }
            let span = scale.span(range).at_least(4);
            let taken = |row: usize| {
                windows.iter().any(|w| {
                    w.y == row as i32 && w.span.from < span.to + 2 && span.from < w.span.to + 2
                })
            };
            let row = (0..ends.len()).find(|row| !taken(*row)).unwrap_or(ends.len());
            if row == ends.len() {
                ends.push(span.to);
            }
            windows.push(PromisedWindow { span, y: row as i32, milestone, promise });
        }
    }
    (windows, ends.len() as i32)
}

fn slip(
    procurement: &Procurement,
    scale: &TimeScale,
    shown: impl Fn(DateRange) -> bool,
) -> Option<Span> {
    let headline = procurement.headline()?;
    let schedule = &headline.schedule;
    let promised = schedule.original.promised.range();
    let end = ending(schedule, horizon(procurement, headline)).0.first;
    if end <= promised.last || !shown(DateRange { first: promised.last, last: end }) {
        return None;
    }
    let span = Span { from: scale.span(promised).to, to: scale.start_of(end) };
    (span.length() > 0).then_some(span)
}

fn drawn(event: &Event, choice: &Choice, scale: &TimeScale) -> bool {
    event.confidence != Confidence::Low && filter::keeps_event(event, choice.groups, scale.days())
}

/// Landmarks stand on the line. Their names are set from the right, each in the first row that
/// has room: a name further left hangs lower, so that its lead passes beside the others.
fn landmarks(
    procurement: &Procurement,
    scale: &TimeScale,
    choice: Choice,
    label_units: &dyn Fn(&Event) -> i32,
    line: i32,
    top: i32,
    marks: &mut Vec<EventMark>,
) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    // How far left each row is taken.
    let mut rows: Vec<i32> = Vec::new();
    for (at, event) in procurement.events.iter().enumerate().rev() {
        if !event.landmark || !drawn(event, &choice, scale) {
            continue;
        }
        let span = scale.span(event.date.range());
        marks.push(EventMark { span, y: line, events: vec![at], landmark: true, exact: true });
        let units = label_units(event);
        let x = span.middle().min(scale.units().to - units).max(scale.units().from);
        // A lead to a lower row passes here.
        let passed = |row: usize| {
            let mut below = labels.iter().filter(|label| label.y > top + row as i32 * LABEL);
            below.any(|label| x < label.at && label.at < x + units)
        };
        let free = |row: usize| x + units + 8 <= rows[row] && !passed(row);
        let row = (0..rows.len()).find(|row| free(*row)).unwrap_or(rows.len());
        if row == rows.len() {
            rows.push(0);
        }
        rows[row] = x;
        labels.push(Label { event: at, at: span.middle(), x, y: top + row as i32 * LABEL });
    }
    marks.reverse();
    labels.reverse();
    labels
}

/// Everything else: points gathered where they crowd, vague dates as bars below. Gives back
/// the number of rows used.
fn events(
    procurement: &Procurement,
    scale: &TimeScale,
    choice: Choice,
    top: i32,
    marks: &mut Vec<EventMark>,
) -> i32 {
    let mut points: Vec<EventMark> = Vec::new();
    let mut bars: Vec<EventMark> = Vec::new();
    for (at, event) in procurement.events.iter().enumerate() {
        if event.landmark || !drawn(event, &choice, scale) {
            continue;
        }
        let span = scale.span(event.date.range());
        // A season stays a season, however narrow the drawing.
        if !matches!(event.date, PartialDate::Day(_) | PartialDate::Month(..)) {
            match bars.iter_mut().find(|bar| bar.span == span) {
                Some(bar) => bar.events.push(at),
                None => bars.push(EventMark {
                    span,
                    y: 0,
                    events: vec![at],
                    landmark: false,
                    exact: false,
                }),
            }
            continue;
        }
        match points.last_mut() {
            // A count needs more room than a dot.
            Some(last) if span.middle() - last.span.middle() < DOT + 8 => {
                last.events.push(at);
                last.span.to = last.span.to.max(span.to);
            }
            _ => points.push(EventMark {
                span,
                y: top + DOT / 2,
                events: vec![at],
                landmark: false,
                exact: true,
            }),
        }
    }
    let mut rows: Vec<Vec<Span>> = Vec::new();
    for bar in &mut bars {
        let free = |row: &Vec<Span>| {
            row.iter().all(|other| other.to + 3 <= bar.span.from || bar.span.to + 3 <= other.from)
        };
        let row = rows.iter().position(free).unwrap_or_else(|| {
            rows.push(vec![]);
            rows.len() - 1
        });
        rows[row].push(bar.span);
        bar.y = top + DOT / 2 + (row as i32 + 1) * (DOT + 5) + 2;
    }
    let used = 1 + rows.len() as i32;
    marks.extend(points);
    marks.extend(bars);
    used
}

fn stretches(procurement: &Procurement, scale: &TimeScale) -> Vec<Stretch> {
    let signed = procurement.contract.iter().map(|contract| contract.signed.range().first);
    let mut changes: Vec<(Day, State)> = signed.map(|day| (day, State::Contracted)).collect();
    // What is unconfirmed is drawn nowhere, and so colours no line.
    let sure = |event: &&Event| event.landmark && event.confidence != Confidence::Low;
    for event in procurement.events.iter().filter(sure) {
        let day = event.date.range().first;
        match event.kind {
            EventKind::GoLive => changes.push((day, State::InUse)),
            EventKind::Pause => changes.push((day, State::Paused)),
            EventKind::Cancellation => changes.push((day, State::Outside)),
            _ => {}
        }
    }
    let mut changes = sorted(changes, |(day, _)| *day);
    // What had begun before the first year that is shown goes on in it.
    let first = scale.days().first;
    let begun = changes.first().map_or(first, |(day, _)| first.min(*day));
    changes.insert(0, (begun, State::Outside));
    let end = known_through(procurement).range().first.min(scale.days().last);
    let mut out = Vec::new();
    for (at, (day, state)) in changes.iter().enumerate() {
        let to = changes.get(at + 1).map_or(end, |(next, _)| *next).min(end);
        let span = Span { from: scale.start_of(*day), to: scale.start_of(to) };
        if span.length() > 0 || (*state == State::InUse && scale.days().contains(*day)) {
            let span = if *state == State::InUse { span.at_least(3) } else { span };
            out.push(Stretch { span, state: *state });
        }
    }
    out
}
