//! The slip ladder: one rung per promise, oldest on top, and the slip against the first.

use super::{Span, Tick, TimeScale, WHOLE};
use crate::analysis::knowledge::{Horizon, horizon};
use crate::analysis::slippage::is_late;
use crate::model::{Confidence, DateRange, Event, Milestone, PlanForm, Procurement, Schedule};

/// A ladder as numbers: places along the width, heights in hundredths of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    pub height: i32,
    pub years: Vec<Tick>,
    /// The last day that we know of; what is drawn right of it had not happened.
    pub known: i32,
    /// Where the words about that day stand, in pixels from the top.
    pub known_y: i32,
    /// In the order in which the promises were made.
    pub rungs: Vec<Rung>,
    /// What happened, below the last rung.
    pub end: End,
    /// What the data says of some events, below the end.
    pub notes: Vec<Note>,
}

/// An event of which a few words are said, in a row of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    pub y: i32,
    pub at: Span,
    /// Where it stands in the procurement's events.
    pub event: usize,
}

/// One promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    pub y: i32,
    /// When the promise was made, as wide as its source is vague.
    pub made: Span,
    pub form: PlanForm,
    /// The window that was promised.
    pub promised: Span,
    /// Whether all of it was still to come on the last day that we know of.
    pub to_come: bool,
    /// Where it says when the promise was made, in the narrowest drawing.
    pub made_at: MadeAt,
}

/// Where the day of a promise stands in a narrow drawing; in a wide one it stands before its ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MadeAt {
    /// Before the ring.
    Ring,
    /// After what was promised.
    Bar,
    /// There is room for neither: it stands in the table.
    Table,
}

impl Rung {
    /// Where its marks end: a vague day of the promise may reach beyond what was promised.
    pub fn to(self) -> i32 {
        self.promised.to.max(self.made.to)
    }
}

/// The bar that shows the slip, and what stands at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    pub y: i32,
    /// From the end of the first promise to what happened; `None` where there is no slip to show.
    pub slip: Option<Slip>,
    /// When it happened, as wide as its source is vague; or the day up to which we know.
    pub at: Span,
    pub mark: EndMark,
    /// Whether what happened has room beside its mark in a wide drawing.
    pub beside: bool,
}

/// A slip, and where its length is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    pub span: Span,
    /// In a drawing of each width, from the narrowest.
    pub numbers: [Number; 3],
}

/// Where the length of a slip stands: on its bar, if that is long enough for the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    On,
    Before,
    After,
    /// On a line of its own.
    Below,
}

/// What stands at the end of a ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndMark {
    /// It happened.
    Met,
    /// It had not happened on the last day that we know of.
    Open,
    /// It was given up.
    Dropped,
}

/// Whether a drawing has the numbers of the years above it, or shares them with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Years {
    Own,
    Shared,
}

/// A row, in px: the font size that the style gives the drawing.
const ROW: i32 = 26;
/// The first rung stands below the words on the day up to which we know.
const TOP: i32 = 115;
/// The numbers of the years, above those.
const NUMBERS: i32 = 55;
/// From one rung to the next.
const STEP: i32 = 100;
/// The name that a plan gave the milestone has a line of its own.
const NAME: i32 = 60;
/// Below the end stand what happened and, where it has no other room, the length of the slip.
const BOTTOM: i32 = 125;
const LINE: i32 = 60;
/// A note: its mark, and its words under it.
const NOTE: i32 = 110;

/// How wide the narrowest drawing is that the style gives each of its three forms, in px; beside
/// it there is room for words.
const WIDTHS: [i32; 3] = [170, 400, 630];
const LEFT: [i32; 3] = [8, 86, 86];
const RIGHT: [i32; 3] = [94, 212, 212];
/// "minst 104 månader sent" in bold, with room around it.
const NUMBER: i32 = 172;
/// "17 maj 2022", from its ring; and the same with a word before it, after what was promised.
const MADE: i32 = 88;
const PROMISED_AND_MADE: i32 = 210;
/// "i drift 12 sep., pausat 15 nov. 2024", from its mark.
const HAPPENED: i32 = 270;

/// Draws every promise of a milestone. Ladders that stand together share their years.
pub fn ladder(
    procurement: &Procurement,
    milestone: &Milestone,
    years: (i16, i16),
    numbers: Years,
) -> Ladder {
    let scale = TimeScale::years(years.0, years.1);
    let top = match numbers {
        Years::Own => TOP + NUMBERS,
        Years::Shared => TOP,
    };
    let day = horizon(procurement, milestone).day();
    let mut next = top;
    let rungs: Vec<Rung> = milestone
        .schedule
        .baselines()
        .map(|baseline| {
            let y = next;
            next += STEP + if baseline.called.is_some() { NAME } else { 0 };
            let plan = &procurement.plans[usize::from(baseline.plan.0)];
            let made = scale.span(plan.announced.range());
            let promised = scale.span(baseline.promised.range());
            Rung {
                y,
                made,
                form: plan.form,
                promised,
                to_come: baseline.promised.range().first > day,
                made_at: made_at(made, promised),
            }
        })
        .collect();
    let end = end(procurement, milestone, &scale, next + 10);
    let below = end.slip.is_some_and(|slip| slip.numbers.contains(&Number::Below));
    let bottom = end.y + BOTTOM + if below { LINE } else { 0 };
    let notes = notes(procurement, milestone, years, &scale, bottom);
    Ladder {
        height: bottom + NOTE * notes.len() as i32,
        years: scale.ticks(),
        known: scale.start_of(day),
        known_y: (top - TOP) * ROW / 100 + 11,
        rungs,
        end,
        notes,
    }
}

/// The events of which the data says a few words, under the ladder of the first go-live. What is
/// unconfirmed is in no drawing.
fn notes(
    procurement: &Procurement,
    milestone: &Milestone,
    (first, last): (i16, i16),
    scale: &TimeScale,
    top: i32,
) -> Vec<Note> {
    let drawn = |event: &&(usize, &Event)| {
        let (event, window) = (event.1, event.1.date.range());
        let within = window.first.year() >= first && window.last.year() <= last;
        event.note.is_some() && event.confidence != Confidence::Low && within
    };
    let events = procurement.events.iter().enumerate();
    let events: Vec<_> = events.filter(|_| milestone.headline).collect();
    let rows = events.iter().filter(drawn).zip(0..);
    rows.map(|(&(event, told), row)| Note {
        y: top + NOTE * row + 20,
        at: scale.span(told.date.range()),
        event,
    })
    .collect()
}

fn made_at(made: Span, promised: Span) -> MadeAt {
    let [narrowest, ..] = WIDTHS;
    if LEFT[0] + px(made.from, narrowest) >= MADE {
        MadeAt::Ring
    } else if px(WHOLE - promised.to.max(made.to), narrowest) + RIGHT[0] >= PROMISED_AND_MADE {
        MadeAt::Bar
    } else {
        MadeAt::Table
    }
}

/// Where the length of a slip has room in a drawing of some width.
fn number(slip: Span, room: usize) -> Number {
    let of = |share| px(share, WIDTHS[room]);
    let fits = [
        (of(slip.length()) >= NUMBER, Number::On),
        (LEFT[room] + of(slip.from) >= NUMBER, Number::Before),
        // In a wide drawing what happened stands there.
        (room == 0 && of(WHOLE - slip.to) + RIGHT[room] >= NUMBER, Number::After),
    ];
    fits.into_iter().find(|(fits, _)| *fits).map_or(Number::Below, |(_, number)| number)
}

/// How much room words of one line have that begin at a place, in the narrowest drawing, in px.
pub fn room_after(x: i32) -> i32 {
    px(WHOLE - x, WIDTHS[0]) + RIGHT[0] - 4
}

/// A share of a width, in px.
fn px(share: i32, width: i32) -> i32 {
    share * width / WHOLE
}

/// The first and the last year that the ladders of these procurements need.
pub fn years<'a>(
    ladders: impl IntoIterator<Item = (&'a Procurement, &'a Milestone)>,
) -> (i16, i16) {
    let mut first = i16::MAX;
    let mut last = i16::MIN;
    let mut hold = |window: DateRange| {
        first = first.min(window.first.year());
        last = last.max(window.last.year());
    };
    for (procurement, milestone) in ladders {
        hold(ending(&milestone.schedule, horizon(procurement, milestone)).0);
        for baseline in milestone.schedule.baselines() {
            hold(procurement.plans[usize::from(baseline.plan.0)].announced.range());
            hold(baseline.promised.range());
        }
    }
    if first > last { (2000, 2000) } else { (first, last) }
}

/// When a milestone was met or given up, or the last day that we know of; and which of them.
pub fn ending(schedule: &Schedule, horizon: Horizon) -> (DateRange, EndMark) {
    match (&schedule.met, schedule.dropped()) {
        (Some(met), _) => (met.date.range(), EndMark::Met),
        (None, Some(date)) => (date.range(), EndMark::Dropped),
        (None, None) => {
            let known = horizon.day();
            (DateRange { first: known, last: known }, EndMark::Open)
        }
    }
}

fn end(procurement: &Procurement, milestone: &Milestone, scale: &TimeScale, y: i32) -> End {
    let schedule = &milestone.schedule;
    let promised = scale.span(schedule.original.promised.range());
    let horizon = horizon(procurement, milestone);
    let (when, mark) = ending(schedule, horizon);
    let at = match mark {
        EndMark::Met | EndMark::Dropped => scale.span(when),
        EndMark::Open => {
            let x = scale.start_of(when.first);
            Span { from: x, to: x }
        }
    };
    let slipped = is_late(&schedule.original, schedule, horizon);
    let slip = (slipped && at.from > promised.to).then(|| {
        let span = Span { from: promised.to, to: at.middle() };
        Slip { span, numbers: [0, 1, 2].map(|room| number(span, room)) }
    });
    let beside = px(WHOLE - at.to, WIDTHS[1]) + RIGHT[1] >= HAPPENED;
    End { y, slip, at, mark, beside }
}
