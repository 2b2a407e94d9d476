//! The slip ladder as SVG, and as a table.

use crate::analysis::knowledge::horizon;
use crate::analysis::slippage::slippage;
use crate::chart::slip::{self, End, Number, Rung, ladder as draw};
use crate::chart::{Anchor, Percent, Rows, WHOLE};
use crate::i18n::{Key, format, kind, words};
use crate::model::{Baseline, EventKind, Milestone, Plan, Procurement, Text};
use crate::route::Page;
use crate::view::block::Block;
use crate::view::fact_table::fact_table;
use crate::view::figure::Asked;
use crate::view::markup::{maybe, words};
use crate::view::prose::prose;
use crate::view::source_note::source_note;
use crate::view::{Gathered, Markup, PageState, Site, finding, html, mark, sentence};

/// Every promise of a first go-live, moving away over time.
pub fn ladders<'a>(state: PageState<'a>, only: Option<&'a Procurement>) -> Vec<Block<'a>> {
    let site = state.site;
    let all = Asked::of(state, only).followed().into_iter();
    let all: Vec<_> = all.filter_map(|one| Some((one, one.headline()?))).collect();
    let years = slip::years(all.iter().copied());
    let drawing = all.iter().map(|&(procurement, milestone)| {
        let make = move || {
            html! {
                h3 { (finding::ladder(site, procurement, milestone)) }
                p { (prose(sentence::ladder(site, procurement, milestone))) }
                (ladder(site, procurement, milestone, years))
            }
        };
        Block::html(procurement.id.to_string(), "section", "ladder", make)
    });
    let drawing = drawing.chain([legend(site)]).collect();
    vec![Block::around("ladders", "div", "drawing", drawing)]
}

/// What the marks of a ladder mean.
pub fn legend(site: Site<'_>) -> Block<'_> {
    Block::html("legend", "p", "legend", move || words(site.t(Key::LadderLegend)))
}

/// A milestone's ladder.
pub fn ladder(
    site: Site,
    procurement: &Procurement,
    milestone: &Milestone,
    years: (i16, i16),
) -> Markup {
    let drawing = draw(procurement, milestone, years);
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
            (future(site, procurement, drawing.known))
            (mark::axis(&drawing.years))
            @if let Some(slip) = end.slip {
                line class="drop" x1=(Percent(slip.span.from)) x2=(Percent(slip.span.from))
                    y1=(Rows(first_y)) y2=(Rows(end.y)) {}
            }
            (rungs)
            svg y=(Rows(end.y)) { (ending(site, procurement, milestone, end)) }
        }
    }
}

/// What nobody could know on the last day that our sources tell of.
fn future(site: Site, procurement: &Procurement, known: i32) -> Markup {
    if known >= WHOLE {
        return Markup::default();
    }
    html! {
        rect class="future" x=(Percent(known)) width=(Percent(WHOLE - known)) height="100%" {}
        line class="known" x1=(Percent(known)) x2=(Percent(known)) y2="100%" {
            title { (sentence::known_up_to(site, procurement)) }
        }
    }
}

/// A promise: when it was made, how far it reached, what it said.
fn rung(
    site: Site,
    procurement: &Procurement,
    baseline: &Baseline,
    drawn: &Rung,
    first: bool,
) -> Markup {
    let plan = &procurement.plans[usize::from(baseline.plan.0)];
    let href = format!("{}#{}", site.href(Page::Procurement(procurement.id.clone())), plan.id);
    let bar = if first { "promise first" } else { "promise" };
    html! {
        svg y=(Rows(drawn.y)) {
            a href=(href) {
                line class="reach" x1=(Percent(drawn.made.to))
                    x2=(Percent(drawn.promised.from)) {}
                (mark::ring(drawn.made, 0, drawn.form))
                (mark::window(bar, drawn.promised, 0, 14, None))
                (rung_words(site, plan, baseline, drawn, first))
            }
        }
    }
}

/// The words of a promise: who made it and when at the ring, what was promised at the bar. The
/// style puts them beside their marks, or above and below them where the drawing is narrow.
fn rung_words(site: Site, plan: &Plan, baseline: &Baseline, drawn: &Rung, first: bool) -> Markup {
    let made = format::short_date(site.lang(), plan.announced);
    let form = site.t(kind::plan_form(plan.form));
    let (from, to) = (drawn.made.from, drawn.to());
    html! {
        text class="made" x=(Percent(from)) text-anchor=[mark::anchor(Anchor::at(from))] { (form) ", " (made) " " }
        text class=(if first { "what first" } else { "what" }) x=(Percent(to))
            text-anchor=[mark::anchor(Anchor::at(to))]
        {
            (format::short_date(site.lang(), baseline.promised))
        }
        @if let Some(name) = &baseline.called {
            text class="called" x=(Percent(to)) text-anchor=[mark::anchor(Anchor::at(to))] {
                (called(site, name))
            }
        }
    }
}

/// How it ended: the slip with its length, and what happened.
fn ending(site: Site, procurement: &Procurement, milestone: &Milestone, end: &End) -> Markup {
    let schedule = &milestone.schedule;
    let slippage = slippage(&schedule.original, schedule, horizon(procurement, milestone));
    let slip = end.slip.map(|slip| {
        let (class, x, dx) = match slip.number {
            Number::On => ("number on", slip.span.from, 7),
            Number::Before => ("number until", slip.span.from, -6),
            Number::After => ("number", slip.span.to, 16),
        };
        html! {
            (mark::slip_bar(slip.span, 0, 18))
            text class=(class) x=(Percent(x)) dx=(dx) y="4" { (sentence::late_by(site, slippage)) }
        }
    });
    let at = end.at.middle();
    html! {
        (maybe(slip))
        a href=(end_href(site, procurement, milestone)) {
            (mark::ending(end.mark, end.at, 0))
            text class="happened" x=(Percent(Anchor::at(at).place())) y="25"
                text-anchor=[mark::anchor(Anchor::at(at))]
            {
                (sentence::what_happened_short(site, procurement, milestone))
            }
        }
    }
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

/// Every promise of a milestone as a table: made, by whom, promised, and how late it came.
pub fn promises_table(site: Site, procurement: &Procurement, milestone: &Milestone) -> Markup {
    let horizon = horizon(procurement, milestone);
    let rows = milestone
        .schedule
        .baselines()
        .map(|baseline| {
            let plan = &procurement.plans[usize::from(baseline.plan.0)];
            let slip = slippage(baseline, &milestone.schedule, horizon);
            let note = |text: String| html! { span class="note" { (text) } };
            let name = baseline.called.as_ref().map(|name| note(called(site, name)));
            let told = baseline.note.as_ref().map(|told| note(site.text(told).to_owned()));
            vec![
                words(site.date(plan.announced)),
                html! {
                    (site.text(&plan.by))
                    span class="note" { (site.t(kind::plan_form(plan.form))) }
                },
                html! { (site.date(baseline.promised)) (maybe(name)) (maybe(told)) },
                words(sentence::short_slip(site, slip)),
                source_note(site, &baseline.sources),
            ]
        })
        .collect();
    let caption = site.say(words::PromisesCaption {
        milestone: site.text(&milestone.name),
        name: site.text(&procurement.name),
        happened: &sentence::what_happened(site, procurement, milestone),
    });
    fact_table(
        caption,
        [Key::ColMade, Key::ColBy, Key::ColPromised, Key::ColLate, Key::ColSources]
            .map(|key| site.t(key))
            .to_vec(),
        rows,
    )
}
