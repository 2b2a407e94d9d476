//! The slip ladder as SVG, and as a table.

use crate::analysis::knowledge::horizon;
use crate::analysis::slippage::slippage;
use crate::chart::slip::{Anchor, End, Number, Rung, ladder as draw};
use crate::chart::{Percent, Rows, WHOLE};
use crate::i18n::{Key, format, kind};
use crate::model::{Baseline, EventKind, Milestone, Plan, Procurement, Text};
use crate::route::Page;
use crate::view::fact_table::fact_table;
use crate::view::markup::{maybe, words};
use crate::view::source_note::source_note;
use crate::view::{Gathered, Markup, html};
use crate::view::{Site, mark, sentence};

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

/// The words of a promise, beside its marks and, for a narrow drawing, above them from the left
/// edge. A place along the width is an attribute, so the style cannot move words from the one to
/// the other: it shows those that fit.
fn rung_words(site: Site, plan: &Plan, baseline: &Baseline, drawn: &Rung, first: bool) -> Markup {
    let made = format::short_date(site.lang(), plan.announced);
    let promised = format::short_date(site.lang(), baseline.promised);
    let form = html! { tspan class="form" dx="4" { " " (site.t(kind::plan_form(plan.form))) } };
    let word = first.then_some("first");
    let beside = Percent(drawn.to());
    let called = baseline.called.as_ref().map(|name| called(site, name));
    html! {
        g class="beside" {
            text class="made" x=(Percent(drawn.made.from)) dx="-9" y="4" { (made) " " }
            text class=[word] x=(beside) dx="9" y="4" { (promised) (form) }
            @if let Some(called) = &called { text class="form" x=(beside) dx="9" y="20" { (called) } }
        }
        g class="above" {
            text class="made" dx="-10" y="-14" {
                (made) ": " tspan class=(if first { "first" } else { "promised" }) { (promised) } (form)
            }
            @if let Some(called) = &called { text class="form" dx="-10" y="20" { (called) } }
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
    let happened = sentence::what_happened_short(site, procurement, milestone);
    let class = match end.words {
        Anchor::Start => "happened beside",
        Anchor::End => "happened beside until",
    };
    html! {
        (maybe(slip))
        a href=(end_href(site, procurement, milestone)) {
            (mark::ending(end.mark, end.at, 0))
            text class=(class) x=(Percent(end.at.middle())) y="25" { (happened) }
            text class="happened above" dx="-10" y="25" { (happened) }
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
    site.fill(Key::PromiseCalled, &[("name", site.text(name))])
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
    let caption = site.fill(
        Key::PromisesCaption,
        &[
            ("milestone", site.text(&milestone.name)),
            ("name", site.text(&procurement.name)),
            ("happened", &sentence::what_happened(site, procurement, milestone)),
        ],
    );
    fact_table(
        caption,
        [Key::ColMade, Key::ColBy, Key::ColPromised, Key::ColLate, Key::ColSources]
            .map(|key| site.t(key))
            .to_vec(),
        rows,
    )
}
