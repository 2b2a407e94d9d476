//! The timeline: a lane per procurement. Above the line what was promised, on it how late that
//! was and what it was in, below it what happened. What crowds is gathered into one mark with a
//! count, never dropped.
//!
//! Places along the lane are hundredths of a per cent of its width, heights are px.

use super::gather::{Point, gather};
use super::names::{Name, anchors, places, px};
use super::slip::ending;
use super::{Anchor, Span, TimeScale, WHOLE};
use crate::analysis::filter;
use crate::analysis::knowledge::{horizon, known_through};
use crate::analysis::sorted::sorted;
use crate::model::{
    Confidence, DateRange, Day, Event, EventGroup, EventKind, PartialDate, Procurement,
};

/// A lane as numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    pub height: i32,
    /// The height of the lane's line.
    pub line: i32,
    /// The stretches of the line.
    pub stretches: Vec<Stretch>,
    /// What was promised, above the line.
    pub windows: Vec<PromisedWindow>,
    /// From the end of the first promise to what happened, or to the last day that we know of.
    pub slip: Option<Slip>,
    /// The last day that we know of, where the years that are shown go on after it.
    pub known: Option<Known>,
    /// What decided its course, by name.
    pub landmarks: Vec<Landmark>,
    /// What else happened on a day or in a month.
    pub points: Vec<Point>,
    /// The height of the first row of points.
    pub points_y: i32,
    /// What else happened at a time that is not known so well.
    pub bars: Vec<Bar>,
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
    /// After the last day that we know of.
    Unknown,
}

/// The window of one promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PromisedWindow {
    pub span: Span,
    /// Its middle.
    pub y: i32,
    /// Positions of the milestone and of the promise in its schedule.
    pub milestone: usize,
    pub promise: usize,
    /// Whether it begins after the last day that we know of.
    pub future: bool,
}

/// Words at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    pub x: i32,
    /// Their baseline.
    pub y: i32,
    pub anchor: Anchor,
}

/// The last day that we know of, and where the words about it stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    pub x: i32,
    pub words: Words,
}

/// The slip of the first go-live, and where its length stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    pub span: Span,
    pub words: Words,
}

/// A landmark hangs from the line: a mark and a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Landmark {
    /// Its position in [`Procurement::events`].
    pub event: usize,
    /// When it was. A day or a month is a point, all else a window.
    pub span: Span,
    pub exact: bool,
    /// The height of its mark.
    pub y: i32,
    /// Its name. `x` is where it hangs.
    pub words: Words,
}

/// Events whose time is known to be within the same window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    pub span: Span,
    /// Its middle.
    pub y: i32,
    /// Positions in [`Procurement::events`], in order. Never empty.
    pub events: Vec<usize>,
}

/// What is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    /// Calendar years, both included.
    pub years: (i16, i16),
    /// None chosen: all.
    pub groups: &'a [EventGroup],
}

/// How wide the words of a lane are, in px.
pub struct Lengths<'a> {
    /// The name of a landmark.
    pub landmark: &'a dyn Fn(&Event) -> i32,
    /// How long the slip is.
    pub slip: i32,
    /// Up to when we know.
    pub known: i32,
}

/// From one row of promises to the next, of words, of points.
const PROMISES: i32 = 11;
const WORDS: i32 = 17;
/// Also the room around a point for the finger.
pub const POINTS: i32 = 18;

/// Draws one lane.
pub fn lane(procurement: &Procurement, choice: Choice, lengths: &Lengths) -> Lane {
    let scale = TimeScale::years(choice.years.0, choice.years.1);
    let known_day = known_through(procurement).range().first;
    let known_x = scale.start_of(known_day);
    let plans = filter::keeps_promises(choice.groups);

    let known: Option<Known> =
        (known_day >= scale.days().first && known_x < WHOLE).then(|| known(known_x, lengths.known));
    let slip = slip(procurement, &scale);
    let (mut windows, rows) =
        if plans { promised_windows(procurement, &scale, known_day) } else { (vec![], 0) };
    // Row 0 stands next to the line; the oldest promise gets it.
    let promises = if known.is_some() { 18 } else { 4 } + rows * PROMISES;
    windows.iter_mut().for_each(|window| window.y = promises - 6 - window.y * PROMISES);
    let slip_y = promises + 12;
    let line = if slip.is_some() { slip_y + 11 } else { promises + 8 };
    let slip = slip.map(|span| {
        let stop = known.map_or(WHOLE, |known| known.x);
        Slip { span, words: beside_slip(span, slip_y, lengths.slip, stop) }
    });

    let shown = |event: &Event| {
        event.confidence != Confidence::Low
            && filter::keeps_event(event, choice.groups, scale.days())
    };
    let (landmarks, rows) = landmarks(procurement, &scale, &shown, lengths, line + 20);
    let points_y = line + 16 + rows * WORDS + 6;
    let mut points = Vec::new();
    let mut bars = Vec::new();
    for (at, event) in procurement.events.iter().enumerate() {
        if event.landmark || !shown(event) {
            continue;
        }
        if is_exact(event) {
            points.push((at, event.date));
            continue;
        }
        // A season stays a season, however narrow the drawing.
        let span = scale.span(event.date.range());
        match bars.iter_mut().find(|bar: &&mut Bar| bar.span == span) {
            Some(bar) => bar.events.push(at),
            None => bars.push(Bar { span, y: 0, events: vec![at] }),
        }
    }
    let some = !points.is_empty();
    let (points, rows) = gather(points, &scale);
    let bars_y = points_y + if some { rows * POINTS } else { 0 };
    let rows = stack(&mut bars, bars_y);

    Lane {
        height: bars_y + rows * POINTS - POINTS / 2 + 4,
        line,
        stretches: stretches(procurement, &scale),
        windows,
        slip,
        known,
        landmarks,
        points,
        points_y,
        bars,
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

/// Whether a date is a day or a month: a point on the drawing, and else a window.
fn is_exact(event: &Event) -> bool {
    matches!(event.date, PartialDate::Day(_) | PartialDate::Month(..))
}

/// The last day known has its words in the first row, at its line where they fit.
fn known(x: i32, length: i32) -> Known {
    let begin = Words { x: 0, y: 11, anchor: Anchor::Start };
    let at_line = |anchor| Words { x, y: 11, anchor };
    Known { x, words: anchors(x, length).next().map_or(begin, at_line) }
}

/// The length of a slip begins where it does, unless it would leave the drawing or run through
/// the last day known, at `stop`: then it ends where the slip does.
fn beside_slip(span: Span, y: i32, length: i32, stop: i32) -> Words {
    let has = |x: i32, wanted: Anchor| anchors(x, length).any(|anchor| anchor == wanted);
    let before_stop = span.from >= stop || px(stop - span.from) > length;
    if !(before_stop && has(span.from, Anchor::Start)) && has(span.to, Anchor::End) {
        return Words { x: span.to, y, anchor: Anchor::End };
    }
    let x = if has(span.from, Anchor::Start) { span.from } else { 0 };
    Words { x, y, anchor: Anchor::Start }
}

/// Packs spans into rows in which each is `apart` px from the next in the narrowest figure, and
/// at least so many px `wide`. Gives the row of each and their number.
fn packed(spans: &[(Span, i32)], apart: i32) -> (Vec<i32>, i32) {
    let mut rows: Vec<Vec<(i32, i32)>> = Vec::new();
    let place = |(span, wide): &(Span, i32)| {
        let from = px(span.from).min(px(span.middle()) - wide / 2);
        let to = px(span.to).max(px(span.middle()) + wide / 2);
        let free = |row: &Vec<(i32, i32)>| {
            row.iter()
                .all(|(other_from, other_to)| other_to + apart <= from || to + apart <= *other_from)
        };
        let row = rows.iter().position(free).unwrap_or_else(|| {
            rows.push(vec![]);
            rows.len() - 1
        });
        rows[row].push((from, to));
        row as i32
    };
    let placed = spans.iter().map(place).collect();
    (placed, rows.len() as i32)
}

/// Packs the promised windows into rows; `y` holds the row.
fn promised_windows(
    procurement: &Procurement,
    scale: &TimeScale,
    known: Day,
) -> (Vec<PromisedWindow>, i32) {
    let mut windows: Vec<PromisedWindow> = Vec::new();
    for (milestone, step) in procurement.milestones.iter().enumerate() {
        for (promise, baseline) in step.schedule.baselines().enumerate() {
            let range = baseline.promised.range();
            if range.overlaps(scale.days()) {
                let (span, future) = (scale.span(range), range.first > known);
                windows.push(PromisedWindow { span, y: 0, milestone, promise, future });
            }
        }
    }
    let spans: Vec<(Span, i32)> = windows.iter().map(|window| (window.span, 4)).collect();
    let (rows, count) = packed(&spans, 3);
    windows.iter_mut().zip(rows).for_each(|(window, row)| window.y = row);
    (windows, count)
}

fn slip(procurement: &Procurement, scale: &TimeScale) -> Option<Span> {
    let headline = procurement.headline()?;
    let schedule = &headline.schedule;
    let promised = schedule.original.promised.range();
    let end = ending(schedule, horizon(procurement, headline)).0.first;
    let shown = || DateRange { first: promised.last, last: end }.overlaps(scale.days());
    if end <= promised.last || !shown() {
        return None;
    }
    let span = Span { from: scale.span(promised).to, to: scale.start_of(end) };
    (span.length() > 0).then_some(span)
}

/// Landmarks hang from the line in rows. Gives the number of rows too.
fn landmarks(
    procurement: &Procurement,
    scale: &TimeScale,
    shown: &dyn Fn(&Event) -> bool,
    lengths: &Lengths,
    top: i32,
) -> (Vec<Landmark>, i32) {
    let of_all = procurement.events.iter().enumerate();
    let events: Vec<(usize, &Event)> =
        of_all.filter(|(_, event)| event.landmark && shown(event)).collect();
    let spans: Vec<Span> = events.iter().map(|(_, event)| scale.span(event.date.range())).collect();
    // No point inside a window: it hangs from where it begins.
    let hangs =
        |event: &Event, span: &Span| if is_exact(event) { span.middle() } else { span.from };
    let names: Vec<Name> = events
        .iter()
        .zip(&spans)
        .map(|((_, event), span)| Name { x: hangs(event, span), words: (lengths.landmark)(event) })
        .collect();
    let places = places(&names);
    let rows = places.iter().map(|place| place.row + 1).max().unwrap_or(0);
    let landmark = |at: usize| {
        let (event, place) = (events[at], places[at]);
        Landmark {
            event: event.0,
            span: spans[at],
            exact: is_exact(event.1),
            y: top + place.mark_row() * WORDS,
            words: Words { x: names[at].x, y: top + place.row * WORDS + 4, anchor: place.anchor },
        }
    };
    ((0..events.len()).map(landmark).collect(), rows)
}

/// Stacks bars in rows from `top` on, each as high as a count. Gives the number of rows.
fn stack(bars: &mut [Bar], top: i32) -> i32 {
    let spans: Vec<(Span, i32)> =
        bars.iter().map(|bar| (bar.span, if bar.events.len() > 1 { 17 } else { 8 })).collect();
    let (rows, count) = packed(&spans, 3);
    bars.iter_mut().zip(rows).for_each(|(bar, row)| bar.y = top + row * POINTS);
    count
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
    let known = known_through(procurement).range().first;
    changes.push((known, State::Unknown));
    let mut changes = sorted(changes, |(day, _)| *day);
    // What had begun before the first year that is shown goes on in it.
    let first = scale.days().first;
    let begun = changes.first().map_or(first, |(day, _)| first.min(*day));
    changes.insert(0, (begun, State::Outside));
    let end = Day(scale.days().last.0 + 1);
    let mut out = Vec::new();
    for (at, (day, state)) in changes.iter().enumerate() {
        // Nothing is told of what comes after.
        let state = if *day >= known { State::Unknown } else { *state };
        let to = changes.get(at + 1).map_or(end, |(next, _)| *next);
        let span = Span { from: scale.start_of(*day), to: scale.start_of(to) };
        // However short a use was, it is drawn.
        if span.length() > 0 || (state == State::InUse && scale.days().contains(*day)) {
            out.push(Stretch { span, state });
        }
    }
    out
}

impl Lane {
    /// How many elements its section has in the page.
    pub fn elements(&self) -> usize {
        let counted = |events: &[usize]| usize::from(events.len() > 1);
        let points = self.points.iter().map(|point| 3 + counted(&point.events));
        let bars = self.bars.iter().map(|bar| 3 + counted(&bar.events));
        let landmarks = self.landmarks.iter().map(|one| 6 + usize::from(!one.exact));
        // The section, its heading with a link, a line of words and the drawing.
        7 + self.windows.len() * 2
            + self.stretches.len()
            + if self.slip.is_some() { 2 } else { 0 }
            + if self.known.is_some() { 2 } else { 0 }
            + points.chain(bars).chain(landmarks).sum::<usize>()
    }
}
