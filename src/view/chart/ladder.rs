//! The slip ladder as SVG, and as a table.

use super::ladder_line;
use crate::analysis::knowledge::horizon;
use crate::analysis::slippage::{Months, Slippage, slippage};
use crate::chart::slip::{
    self, End, Ladder, MadeAt, Note, Number, Rung, Slip, Years, ladder as draw,
};
use crate::chart::{Anchor, Percent, Rows, TimeScale, WHOLE};
use crate::i18n::{Key, format, kind, words};
use crate::model::{Baseline, EventKind, Milestone, Plan, Procurement, Text};
use crate::route::Page;
use crate::view::block::Block;
use crate::view::fact_table::{Cell, Column, FactTable, Holds, Look, Part, Row, Value};
use crate::view::figure::Asked;
use crate::view::markup::maybe;
use crate::view::only::Only;
use crate::view::prose::prose;
use crate::view::{Gathered, Markup, PageState, Site, finding, html, mark, sentence};

/// Every promise of a first go-live, moving away over time: the years once, then a ladder for
/// each procurement under its own finding.
pub fn ladders<'a>(state: PageState<'a>, only: Only<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    let all = Asked::of(state, only).followed().into_iter();
    let all: Vec<_> = all.filter_map(|one| Some((one, one.headline()?))).collect();
    if all.is_empty() {
        return vec![];
    }
    let years = slip::years(all.iter().copied());
    let axis = move || {
        let ticks = TimeScale::years(years.0, years.1).ticks();
        html! { svg class="axis" width="100%" height="20" { (mark::axis(&ticks)) } }
    };
    let axis = Block::html("years", "div", "years", axis);
    let ladders = all.iter().map(|&(procurement, milestone)| {
        let make = move || {
            html! {
                h2 { (title(site, procurement, milestone)) }
                p class="of-ladder" { (ladder_line::line(site, procurement, milestone)) }
                (draw_ladder(site, procurement, milestone, years, Years::Shared))
            }
        };
        Block::html(procurement.id.to_string(), "section", "ladder", make)
    });
    let drawing = std::iter::once(axis).chain(ladders).chain([legend(site)]).collect();
    vec![Block::around("ladders", "div", "drawing ladders", drawing)]
}

/// The ladders where nothing stands around them: a single one has its own years, and its finding
/// is the heading above it.
pub fn ladders_alone<'a>(state: PageState<'a>, only: Only<'a>) -> Vec<Block<'a>> {
    let Some((one, milestone)) = only.one().and_then(|one| Some((one, one.headline()?))) else {
        return ladders(state, only);
    };
    let site = state.site;
    let years = slip::years([(one, milestone)]);
    let drawing = move || ladder(site, one, milestone, years);
    let drawing = vec![Block::html("ladder", "div", "first-ladder", drawing), legend(site)];
    vec![Block::around("drawing", "div", "drawing", drawing)]
}

/// The finding of a ladder as a link to its procurement, whose name stands out.
fn title(site: Site, procurement: &Procurement, milestone: &Milestone) -> Markup {
    let finding = finding::ladder(site, procurement, milestone);
    let name = site.text(&procurement.name);
    let href = site.href(Page::Procurement(procurement.id.clone()));
    let (name, rest) = match finding.strip_prefix(name) {
        Some(rest) => (name, rest.to_owned()),
        None => ("", finding),
    };
    html! { a href=(href) { strong { (name) } (prose(rest)) } }
}

/// What the marks of a ladder mean, each beside what it looks like.
pub fn legend(site: Site<'_>) -> Block<'_> {
    let more = [("key-to-come", Key::LadderKeyToCome), ("key-known", Key::LadderKeyKnown)];
    let make = move || KEYS.into_iter().chain(more).map(|one| key(site, one)).gathered();
    Block::html("legend", "ul", "legend", make)
}

/// What the marks mean of ladders that are drawn small.
pub fn small_legend(site: Site) -> Markup {
    html! { ul class="legend" { (KEYS.into_iter().map(|one| key(site, one)).gathered()) } }
}

/// The marks of every ladder, and what they are.
const KEYS: [(&str, Key); 6] = [
    ("key-ring", Key::LadderKeyRing),
    ("key-proposal", Key::LadderKeyProposal),
    ("key-report", Key::LadderKeyReport),
    ("key-first", Key::LegendFirst),
    ("key-promise", Key::LegendLater),
    ("key-slip", Key::LegendSlip),
];

fn key(site: Site, (class, key): (&str, Key)) -> Markup {
    html! { li class=(class) { (site.t(key)) } }
}

/// A milestone's ladder, with its own years.
pub fn ladder(
    site: Site,
    procurement: &Procurement,
    milestone: &Milestone,
    years: (i16, i16),
) -> Markup {
    draw_ladder(site, procurement, milestone, years, Years::Own)
}

fn draw_ladder(
    site: Site,
    procurement: &Procurement,
    milestone: &Milestone,
    years: (i16, i16),
    numbers: Years,
) -> Markup {
    let drawing = draw(procurement, milestone, years, numbers);
    let rungs = drawing
        .rungs
        .iter()
        .zip(milestone.schedule.baselines())
        .enumerate()
        .map(|(at, (drawn, baseline))| rung(site, procurement, baseline, drawn, at == 0))
        .gathered();
    let first_y = drawing.rungs.first().map_or(0, |rung| rung.y);
    let end = &drawing.end;
    html! {
        svg
            class="rungs"
            width="100%"
            height=(Rows(drawing.height))
            role="group"
            aria-label=(sentence::ladder(site, procurement, milestone))
        {
            @if drawing.known < WHOLE {
                rect class="future" x=(Percent(drawing.known))
                    width=(Percent(WHOLE - drawing.known)) height="100%" {}
            }
            @match numbers {
                Years::Own => (mark::axis(&drawing.years)),
                Years::Shared => g class="axis" aria-hidden="true" { (mark::lines(&drawing.years)) }
            }
            @if let Some(slip) = end.slip {
                line class="drop" x1=(Percent(slip.span.from)) x2=(Percent(slip.span.from))
                    y1=(Rows(first_y)) y2=(Rows(end.y)) {}
            }
            (known(site, procurement, milestone, &drawing))
            (rungs)
            svg y=(Rows(end.y)) { (ending(site, procurement, milestone, end)) }
            (drawing.notes.iter().map(|drawn| note(site, procurement, drawn)).gathered())
        }
    }
}

/// The last day that our sources tell of: what was to come after it is fainter.
fn known(site: Site, procurement: &Procurement, milestone: &Milestone, drawing: &Ladder) -> Markup {
    let date = format::short_date(site.lang(), horizon(procurement, milestone).known);
    let x = Percent(drawing.known.min(WHOLE));
    let (anchor, dx) = match drawing.known {
        ..5_500 => (Anchor::Start, 3),
        _ => (Anchor::End, -3),
    };
    html! {
        @if drawing.known < WHOLE { line class="known" x1=(x) x2=(x) y2="100%" {} }
        text class="known-day" x=(x) dx=(dx) y=(drawing.known_y) text-anchor=[mark::anchor(anchor)] {
            (site.say(words::LadderKnown { date: &date }))
        }
    }
}

/// A promise: when it was made, how far it reached, what it said. All of its row leads on.
fn rung(
    site: Site,
    procurement: &Procurement,
    baseline: &Baseline,
    drawn: &Rung,
    first: bool,
) -> Markup {
    let plan = &procurement.plans[usize::from(baseline.plan.0)];
    let href = format!("{}#{}", site.href(Page::Procurement(procurement.id.clone())), plan.id);
    let bar = match (first, drawn.to_come) {
        (true, false) => "promise first",
        (true, true) => "promise first to-come",
        (false, false) => "promise",
        (false, true) => "promise to-come",
    };
    html! {
        svg y=(Rows(drawn.y)) {
            a href=(href) {
                rect class="row" width="100%" y="-12" height="24" {}
                line class="reach" x1=(Percent(drawn.made.to))
                    x2=(Percent(drawn.promised.from)) {}
                (mark::ring(drawn.made, 0, drawn.form))
                (mark::window(bar, drawn.promised, 0, 14))
                (rung_words(site, plan, baseline, drawn, first))
            }
        }
    }
}

/// The words of a promise: when it was made at the ring, what was promised at the bar and who
/// said so. A narrow drawing has them where there is room.
fn rung_words(site: Site, plan: &Plan, baseline: &Baseline, drawn: &Rung, first: bool) -> Markup {
    let made = format::short_date(site.lang(), plan.announced);
    let form = site.t(kind::plan_form(plan.form));
    let (from, to) = (drawn.made.from, drawn.to());
    let at_ring = if drawn.made_at == MadeAt::Ring { "made" } else { "made if-wide" };
    html! {
        text class=(at_ring) x=(Percent(from)) dx="-9" y="4" text-anchor="end" { (made) " " }
        text class=(if first { "what first" } else { "what" }) x=(Percent(to)) dx="8" y="4" {
            (format::short_date(site.lang(), baseline.promised))
            @if drawn.made_at == MadeAt::Bar {
                tspan class="form if-narrow" { (site.say(words::LadderMade { date: &made })) }
            }
            tspan class="form if-wide" { " " (form) }
        }
        @if let Some(name) = &baseline.called {
            // For who hears the link: what stands between words that are drawn is not seen.
            " "
            (below("called", Percent(to), Anchor::at(to), [20, 20], &called(site, name)))
        }
    }
}

/// Words on a line of their own, which may be another in a narrow drawing: they begin at their
/// place in the first third of the drawing; else they end there, or in a narrow drawing at the
/// edge of all its words.
fn below(class: &str, x: Percent, anchor: Anchor, y: [i32; 2], words: &str) -> Markup {
    let end = (anchor != Anchor::Start).then_some("end");
    html! {
        @if end.is_none() && y[0] == y[1] {
            text class=(class) x=(x) y=(y[0]) { (words) }
        } @else {
            (in_narrow(class, x, anchor, y[0], words))
            text class={ (class) " if-wide" } x=(x) y=(y[1]) text-anchor=[end] { (words) }
        }
    }
}

fn in_narrow(class: &str, x: Percent, anchor: Anchor, y: i32, words: &str) -> Markup {
    html! {
        @if anchor == Anchor::Start {
            text class={ (class) " if-narrow" } x=(x) y=(y) { (words) }
        } @else {
            text class={ (class) " if-narrow" } x="100%" dx="90" y=(y) text-anchor="end" { (words) }
        }
    }
}

/// How it ended: the slip with its length in words, and what happened.
fn ending(site: Site, procurement: &Procurement, milestone: &Milestone, end: &End) -> Markup {
    let schedule = &milestone.schedule;
    let slippage = slippage(&schedule.original, schedule, horizon(procurement, milestone));
    let slip = end.slip.map(|slip| {
        let late = sentence::late_by(site, slippage);
        html! {
            (mark::slip_bar(slip.span, 0, 18))
            (numbers(slip, &site.say(words::LadderLate { months: &late })))
        }
    });
    let at = end.at.middle();
    let happened = sentence::became(site, procurement, milestone);
    // Where the length of the slip has the line below to itself in a narrow drawing, this stands
    // under it.
    let lower = end.slip.is_some_and(|slip| slip.numbers[0] == Number::Below);
    let (y, anchor) = (if lower { 40 } else { 25 }, Anchor::at(at));
    html! {
        (maybe(slip))
        a href=(end_href(site, procurement, milestone)) {
            rect class="row" width="100%" y="-13" height="26" {}
            (mark::ending(end.mark, end.at, 0))
            @if end.beside {
                text class="happened if-wide" x=(Percent(end.at.to)) dx="14" y="4" { (happened) }
                (in_narrow("happened", Percent(0), anchor, y, &happened))
            } @else {
                (below("happened", Percent(anchor.place()), anchor, [y, 25], &happened))
            }
        }
    }
}

/// What the data says of an event: its mark on its day, its words under it. It leads to the event,
/// where its sources are.
fn note(site: Site, procurement: &Procurement, drawn: &Note) -> Markup {
    let event = &procurement.events[drawn.event];
    let href = site.href(Page::Event(procurement.id.clone(), event.id.clone()));
    let date = format::short_date(site.lang(), event.date);
    let text = event.note.as_ref().map(|note| site.text(note)).unwrap_or_default();
    let said = format!("{text}, {date}");
    let x = drawn.at.middle();
    // A letter takes some 6 px.
    let fits = said.chars().count() as i32 * 6 <= slip::room_after(x);
    let anchor = if fits { Anchor::Start } else { Anchor::End };
    html! {
        svg y=(Rows(drawn.y)) {
            a href=(href) {
                rect class="row" width="100%" y="-6" height="26" {}
                @if drawn.at.length() < 200 {
                    circle class="noted" cx=(Percent(x)) r="3.5" {}
                } @else {
                    rect class="noted" x=(Percent(drawn.at.from)) y="-2.5" height="5" rx="2.5"
                        width=(Percent(drawn.at.length())) {}
                }
                (below("note-text", Percent(x), anchor, [16, 16], &said))
            }
        }
    }
}

/// The length of a slip, at its place in a drawing of each width.
fn numbers(slip: Slip, late: &str) -> Markup {
    const SHOWN: [&str; 3] = ["in-narrow", "in-middle", "in-wide"];
    let mut texts = Vec::new();
    for place in [Number::On, Number::Before, Number::After, Number::Below] {
        let shown = (0..3).filter(|room| slip.numbers[*room] == place).map(|room| SHOWN[room]);
        let shown = shown.collect::<Vec<_>>().join(" ");
        if shown.is_empty() {
            continue;
        }
        let (class, x, dx, y) = match place {
            Number::On => ("number on", slip.span.from, 7, 4),
            Number::Before => ("number until", slip.span.from, -6, 4),
            Number::After => ("number", slip.span.to, 16, 4),
            Number::Below if slip.span.from < 6_000 => ("number", slip.span.from, 0, 25),
            Number::Below => ("number until", slip.span.to, 0, 25),
        };
        texts.push(html! {
            text class={ (class) " " (shown) } x=(Percent(x)) dx=(dx) y=(y) { (late) }
        });
    }
    texts.into_iter().gathered()
}

/// Where the mark at the end leads: to the event that it stands for, or to what is told of the
/// milestone, with its sources.
fn end_href(site: Site, procurement: &Procurement, milestone: &Milestone) -> String {
    let schedule = &milestone.schedule;
    let end = match &schedule.met {
        Some(met) => Some((EventKind::GoLive, met.date)),
        None => schedule.dropped().map(|date| (EventKind::Cancellation, date)),
    };
    let event = procurement.events.iter().find(|event| Some((event.kind, event.date)) == end);
    match event {
        Some(event) => site.href(Page::Event(procurement.id.clone(), event.id.clone())),
        None => format!(
            "{}#{}",
            site.href(Page::Procurement(procurement.id.clone())),
            anchor_of(milestone)
        ),
    }
}

/// The place of a milestone on its procurement's page.
pub fn anchor_of(milestone: &Milestone) -> String {
    match milestone.headline {
        true => "promises".to_owned(),
        false => format!("m-{}", milestone.id),
    }
}

/// What a plan called a milestone.
pub fn called(site: Site, name: &Text) -> String {
    site.say(words::PromiseCalled { name: site.text(name) })
}

/// Every promise of these milestones as a table: made, by whom, promised, and how late it came.
pub fn promises_table<'a>(
    site: Site,
    milestones: impl Iterator<Item = (&'a Procurement, &'a Milestone)>,
) -> FactTable {
    let part = |(procurement, milestone): (&Procurement, &Milestone)| {
        let (name, stage) = (site.text(&procurement.name), site.text(&milestone.name));
        let caption = site.say(words::PromisesCaption {
            milestone: stage,
            name,
            happened: &sentence::what_happened(site, procurement, milestone),
        });
        let promises = milestone.schedule.baselines();
        let rows = promises.map(|promise| promise_row(site, procurement, milestone, promise));
        Part { caption, of: vec![name.to_owned(), stage.to_owned()], rows: rows.collect() }
    };
    let columns = vec![
        Column::of(site, Key::ColMade, Holds::Dates),
        Column::words(site, Key::ColBy),
        Column::of(site, Key::ColPromised, Holds::Dates),
        Column::of(site, Key::ColLate, Holds::Months),
    ];
    let of = vec![site.t(Key::ColProcurement), site.t(Key::ColMilestone)];
    FactTable { look: Look::Sourced, of, columns, parts: milestones.map(part).collect() }
}

fn promise_row(
    site: Site,
    procurement: &Procurement,
    milestone: &Milestone,
    promise: &Baseline,
) -> Row {
    let plan = &procurement.plans[usize::from(promise.plan.0)];
    let slip = slippage(promise, &milestone.schedule, horizon(procurement, milestone));
    let outcome = sentence::short_outcome(site, procurement, milestone, slip);
    let cells = vec![
        Cell::date(site, plan.announced),
        Cell::words(site.text(&plan.by)).noted(Some(site.t(kind::plan_form(plan.form)).to_owned())),
        Cell::date(site, promise.promised)
            .noted(promise.called.as_ref().map(|name| called(site, name)))
            .noted(promise.note.as_ref().map(|told| site.text(told).to_owned())),
        Cell::words(outcome).worth(months_of(slip)),
    ];
    Row { cells, sources: promise.sources.clone() }
}

/// How late it is or came; what was given up has no slip.
fn months_of(slip: Slippage) -> Value {
    match slip {
        Slippage::Late(Months { at_least, at_most }) => {
            Value::Months { at_least, at_most: Some(at_most) }
        }
        Slippage::Overdue { at_least, .. } => Value::Months { at_least, at_most: None },
        _ => Value::None,
    }
}
