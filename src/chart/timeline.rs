//! The timeline: a lane per procurement. Above the line what was promised, on it how late that
//! was and what it was in, below it what happened. What crowds is gathered into one mark with a
//! count, never dropped.
//!
//! Places along the lane are hundredths of a per cent of its width, heights are px.

use super::gather::{CELL, Point, gather};
use super::line::{beside_slip, known, slip, stretches};
use super::names::{Name, places, px};
use super::{Span, TimeScale, WHOLE};
use crate::analysis::filter;
use crate::analysis::knowledge::known_through;
use crate::model::{Confidence, DateRange, Day, Event, EventGroup, PartialDate, Procurement};

pub use super::line::{Known, Slip, State, Stretch, Words};

/// A lane as numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    pub height: i32,
    /// The height of the lane's line.
    pub line: i32,
    /// The stretches of the line.
    pub stretches: Vec<Stretch>,
    /// What was promised, above the line.
    pub promised: Vec<Promised>,
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

/// What was promised for one window: a bar for each promise, one above the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promised {
    pub date: PartialDate,
    pub span: Span,
    /// The middle of all its bars.
    pub y: i32,
    /// Positions of the milestone and of the promise in its schedule. Never empty.
    pub promises: Vec<(usize, usize)>,
    /// Whether it begins after the last day that we know of.
    pub future: bool,
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
    pub date: PartialDate,
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

/// From one row of marks or names to the next: each has so much room for the finger.
pub const ROW: i32 = CELL;

/// So few events are told by name, if something was chosen.
const FEW: usize = 8;

/// Draws one lane.
pub fn lane(procurement: &Procurement, choice: Choice, lengths: &Lengths) -> Lane {
    let few = !choice.groups.is_empty() && events(procurement, choice).count() <= FEW;
    let (named, others) = events(procurement, choice)
        .partition(|(_, event)| event.landmark || few && is_exact(event));
    // Against a promise that the choice leaves out there is no slip.
    let promises = filter::keeps_promises(choice.groups);
    let parts = Parts { promises, slip: promises, named, others };
    laid_out(procurement, choice.years, parts, lengths)
}

/// Draws the landmarks alone, and how late the first go-live was; beside them one event, which is
/// one of them here.
pub fn small(procurement: &Procurement, here: Option<usize>, lengths: &Lengths) -> Lane {
    let years = years([procurement]);
    let named = events(procurement, Choice { years, groups: &[] })
        .filter(|(at, event)| event.landmark || here == Some(*at))
        .collect();
    let parts = Parts { promises: false, slip: true, named, others: vec![] };
    laid_out(procurement, years, parts, lengths)
}

/// What stands in a lane beside its line.
struct Parts<'a> {
    promises: bool,
    slip: bool,
    /// Events that are told by name, with their positions, and the others.
    named: Vec<(usize, &'a Event)>,
    others: Vec<(usize, &'a Event)>,
}

fn laid_out(procurement: &Procurement, years: (i16, i16), parts: Parts, lengths: &Lengths) -> Lane {
    let Parts { named, others, .. } = parts;
    let scale = TimeScale::years(years.0, years.1);
    let known_day = known_through(procurement).range().first;
    let known_x = scale.start_of(known_day);
    let known: Option<Known> =
        (known_day >= scale.days().first && known_x < WHOLE).then(|| known(known_x, lengths.known));
    let slip = slip(procurement, &scale).filter(|_| parts.slip);
    let (mut promised, rows) =
        if parts.promises { promises(procurement, &scale, known_day) } else { (vec![], 0) };
    // Row 0 stands next to the line; the oldest promise gets it.
    let bottom = if known.is_some() { 18 } else { 2 } + rows * ROW;
    promised.iter_mut().for_each(|one| one.y = bottom - ROW / 2 - one.y * ROW);
    let slip_y = bottom + 12;
    let line = if slip.is_some() { slip_y + 11 } else { bottom + 12 };
    let slip = slip.map(|span| {
        let stop = known.map_or(WHOLE, |known| known.x);
        Slip { span, words: beside_slip(span, slip_y, lengths.slip, stop) }
    });

    let (landmarks, rows) = landmarks(&named, &scale, lengths, line + ROW);
    let points_y = line + ROW + rows * ROW;
    let mut points = Vec::new();
    let mut bars: Vec<Bar> = Vec::new();
    for (at, event) in others {
        if is_exact(event) {
            points.push((at, event.date));
            continue;
        }
        // A season stays a season, however narrow the drawing.
        match bars.iter_mut().find(|bar| bar.date == event.date) {
            Some(bar) => bar.events.push(at),
            None => {
                let span = scale.span(event.date.range());
                bars.push(Bar { date: event.date, span, y: 0, events: vec![at] });
            }
        }
    }
    let (points, rows) = gather(points, &scale);
    let bars_y = points_y + rows * ROW;
    let rows = stack(&mut bars, bars_y);

    Lane {
        height: bars_y + rows * ROW - ROW / 2,
        line,
        stretches: stretches(procurement, &scale),
        promised,
        slip,
        known,
        landmarks,
        points,
        points_y,
        bars,
    }
}

/// The events that a lane draws, with their positions: what is unconfirmed stands in its table
/// alone.
pub fn events<'a>(
    procurement: &'a Procurement,
    choice: Choice<'a>,
) -> impl Iterator<Item = (usize, &'a Event)> {
    let days = TimeScale::years(choice.years.0, choice.years.1).days();
    procurement.events.iter().enumerate().filter(move |(_, event)| {
        event.confidence != Confidence::Low && filter::keeps_event(event, choice.groups, days)
    })
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
pub fn is_exact(event: &Event) -> bool {
    matches!(event.date, PartialDate::Day(_) | PartialDate::Month(..))
}

/// Packs spans into rows in which a finger hits each of them, also in the narrowest figure. Gives
/// the row of each and their number.
fn packed(spans: &[Span]) -> (Vec<i32>, i32) {
    let mut rows: Vec<Vec<(i32, i32)>> = Vec::new();
    let place = |span: &Span| {
        let middle = px(span.middle());
        let from = px(span.from).min(middle - CELL / 2);
        let to = px(span.to).max(middle + CELL / 2);
        let free = |row: &Vec<(i32, i32)>| {
            row.iter().all(|(other_from, other_to)| other_to < &from || to < *other_from)
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

/// What was promised, packed into rows; `y` holds the row. Gives the number of rows too.
fn promises(procurement: &Procurement, scale: &TimeScale, known: Day) -> (Vec<Promised>, i32) {
    let mut promised: Vec<Promised> = Vec::new();
    for (milestone, step) in procurement.milestones.iter().enumerate() {
        for (promise, baseline) in step.schedule.baselines().enumerate() {
            let (date, range) = (baseline.promised, baseline.promised.range());
            if !range.overlaps(scale.days()) {
                continue;
            }
            let one = (milestone, promise);
            match promised.iter_mut().find(|there| there.date == date) {
                Some(there) => there.promises.push(one),
                None => {
                    let (span, future) = (scale.span(range), range.first > known);
                    promised.push(Promised { date, span, y: 0, promises: vec![one], future });
                }
            }
        }
    }
    let spans: Vec<Span> = promised.iter().map(|one| one.span).collect();
    let (rows, count) = packed(&spans);
    promised.iter_mut().zip(rows).for_each(|(one, row)| one.y = row);
    (promised, count)
}

/// Landmarks hang from the line in rows, the first one at `top`. Gives the number of rows too.
fn landmarks(
    events: &[(usize, &Event)],
    scale: &TimeScale,
    lengths: &Lengths,
    top: i32,
) -> (Vec<Landmark>, i32) {
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
            y: top + place.mark_row() * ROW,
            words: Words { x: names[at].x, y: top + place.row * ROW + 4, anchor: place.anchor },
        }
    };
    ((0..events.len()).map(landmark).collect(), rows)
}

/// Stacks bars in rows from `top` on. Gives the number of rows.
fn stack(bars: &mut [Bar], top: i32) -> i32 {
    let spans: Vec<Span> = bars.iter().map(|bar| bar.span).collect();
    let (rows, count) = packed(&spans);
    bars.iter_mut().zip(rows).for_each(|(bar, row)| bar.y = top + row * ROW);
    count
}

impl Lane {
    /// How many elements its section has in the page.
    pub fn elements(&self) -> usize {
        let counted = |events: &[usize]| usize::from(events.len() > 1);
        let points = self.points.iter().map(|point| 3 + counted(&point.events));
        let bars = self.bars.iter().map(|bar| 4 + counted(&bar.events));
        // Words, a line down to them, and a mark.
        let landmarks = self.landmarks.iter().map(|one| 6 + usize::from(!one.exact));
        let promised = self.promised.iter().map(|one| 3 + one.promises.len());
        let paused = self.stretches.iter().filter(|one| one.state == State::Paused).count();
        // The section, its heading with a link, a line of words, the drawing and its place, and
        // the panel.
        9 + self.stretches.len()
            + paused * 3
            + if self.slip.is_some() { 4 } else { 0 }
            + if self.known.is_some() { 3 } else { 0 }
            + points.chain(bars).chain(landmarks).chain(promised).sum::<usize>()
    }
}
