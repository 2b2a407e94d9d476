//! The line of a lane: what the procurement was in, how late its first go-live was, and up to when
//! we know.

use super::names::{anchors, px};
use super::slip::ending;
use super::{Anchor, Span, TimeScale};
use crate::analysis::knowledge::{horizon, known_through};
use crate::analysis::sorted::sorted;
use crate::model::{Confidence, DateRange, Day, Event, EventKind, Procurement};

/// A part of a lane's line, from one state to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub span: Span,
    pub state: State,
    /// The position of the event that it began with, in [`Procurement::events`].
    pub event: Option<usize>,
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

/// The last day known has its words in the first row, at its line where they fit.
pub(super) fn known(x: i32, length: i32) -> Known {
    let begin = Words { x: 0, y: 11, anchor: Anchor::Start };
    let at_line = |anchor| Words { x, y: 11, anchor };
    Known { x, words: anchors(x, length).next().map_or(begin, at_line) }
}

/// The length of a slip begins where it does, unless it would leave the drawing or run through
/// the last day known, at `stop`: then it ends where the slip does.
pub(super) fn beside_slip(span: Span, y: i32, length: i32, stop: i32) -> Words {
    let has = |x: i32, wanted: Anchor| anchors(x, length).any(|anchor| anchor == wanted);
    let before_stop = span.from >= stop || px(stop - span.from) > length;
    if !(before_stop && has(span.from, Anchor::Start)) && has(span.to, Anchor::End) {
        return Words { x: span.to, y, anchor: Anchor::End };
    }
    let x = if has(span.from, Anchor::Start) { span.from } else { 0 };
    Words { x, y, anchor: Anchor::Start }
}

/// From the end of the first promise to what happened, within the years that are shown.
pub(super) fn slip(procurement: &Procurement, scale: &TimeScale) -> Option<Span> {
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

pub(super) fn stretches(procurement: &Procurement, scale: &TimeScale) -> Vec<Stretch> {
    let signed = procurement.contract.iter().map(|contract| contract.signed.range().first);
    let mut changes: Vec<(Day, State, Option<usize>)> =
        signed.map(|day| (day, State::Contracted, None)).collect();
    // What is unconfirmed is drawn nowhere, and so colours no line.
    let sure = |event: &Event| event.landmark && event.confidence != Confidence::Low;
    for (at, event) in procurement.events.iter().enumerate().filter(|(_, event)| sure(event)) {
        let state = match event.kind {
            EventKind::GoLive => State::InUse,
            EventKind::Pause => State::Paused,
            EventKind::Cancellation => State::Outside,
            _ => continue,
        };
        changes.push((event.date.range().first, state, Some(at)));
    }
    let known = known_through(procurement).range().first;
    changes.push((known, State::Unknown, None));
    let mut changes = sorted(changes, |(day, ..)| *day);
    // What had begun before the first year that is shown goes on in it.
    let first = scale.days().first;
    let begun = changes.first().map_or(first, |(day, ..)| first.min(*day));
    changes.insert(0, (begun, State::Outside, None));
    let end = Day(scale.days().last.0 + 1);
    let mut out = Vec::new();
    for (at, (day, state, event)) in changes.iter().enumerate() {
        // Nothing is told of what comes after.
        let (state, event) = if *day >= known { (State::Unknown, None) } else { (*state, *event) };
        let to = changes.get(at + 1).map_or(end, |(next, ..)| *next);
        let span = Span { from: scale.start_of(*day), to: scale.start_of(to) };
        // However short a use was, it is drawn.
        if span.length() > 0 || (state == State::InUse && scale.days().contains(*day)) {
            out.push(Stretch { span, state, event });
        }
    }
    out
}
