//! The procurements' ladders under each other on one scale: words beside, marks in SVG.

use super::answers::answers;
use super::ladder::small_legend;
use super::panel::{Bars, Link, panel as draw_panel};
use crate::analysis::compare::{self, arranged};
use crate::chart::multiples::{Alignment, Multiples, Step, multiples as draw};
use crate::chart::panel::Panel;
use crate::chart::{Anchor, Percent, Tick};
use crate::i18n::{Key, format, words};
use crate::model::{Milestone, Procurement};
use crate::route::{Align, CompareSort, Page};
use crate::view::block::{Block, Follows};
use crate::view::figure::Asked;
use crate::view::markup::maybe;
use crate::view::only::Only;
use crate::view::others::others;
use crate::view::{Gathered, Markup, PageState, Site, html, mark, sentence};

/// The ladders, and the same questions asked of each procurement.
pub fn comparison<'a>(state: PageState<'a>, only: Only<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    let others = move || match only {
        Only::All => others(site, state.selection),
        _ => Markup::default(),
    };
    let questions = move || answers(site, &told(state, only));
    vec![
        drawing(state, only, Step::Finger),
        Block::html("others", "div", "others", others).following(Follows::Choice),
        Block::html("answers", "div", "drawing", questions).following(Follows::Choice),
    ]
}

/// The ladders alone, close, so that a column of an article holds them: what each promise was is
/// one link away. Of a single procurement with the answers, which say more than its ladder.
pub fn comparison_alone<'a>(state: PageState<'a>, only: Only<'a>) -> Vec<Block<'a>> {
    match only {
        Only::One(_) => comparison(state, only),
        _ => vec![drawing(state, only, Step::Close)],
    }
}

fn drawing<'a>(state: PageState<'a>, only: Only<'a>, step: Step) -> Block<'a> {
    let ladders = move || multiples(state.site, &told(state, only), state.selection.align, step);
    Block::html("ladders", "div", "drawing", ladders).following(Follows::Choice)
}

/// The procurements that are told one by one, in the order that the reader has chosen.
fn told<'a>(state: PageState<'a>, only: Only<'a>) -> Vec<&'a Procurement> {
    let told = Asked::of(state, only).told();
    match state.selection.by {
        CompareSort::Usual => told,
        CompareSort::Late => arranged(told, compare::latest_first),
        CompareSort::Signed => arranged(told, compare::signed_first),
        CompareSort::Use => arranged(told, compare::soonest_used),
    }
}

/// A ladder per procurement, those that have none named, and what the marks mean.
fn multiples(site: Site, procurements: &[&Procurement], align: Align, step: Step) -> Markup {
    let (alignment, axis, note) = match align {
        Align::Signing => (Alignment::Signing, Key::AxisYearsSigned, Key::AxisSigning),
        Align::Calendar => (Alignment::Calendar, Key::AxisYears, Key::AxisCalendar),
    };
    let one = draw(procurements, alignment, step);
    let row = |panel| row(site, procurements, panel, &one, step);
    let panels = one.panels.iter().map(row).gathered();
    let named = |positions: &[usize]| {
        let names = positions.iter().map(|at| site.text(&procurements[*at].name));
        names.collect::<Vec<_>>().join(", ")
    };
    let (unsigned, unpromised) = (named(&one.unsigned), named(&one.unpromised));
    html! {
        @if !one.panels.is_empty() {
            div class="multiples-head" aria-hidden="true" {
                span { (site.t(axis)) }
                div class="panel-drawing" {
                    svg width="100%" height="18" { (mark::axis(&one.years)) }
                }
            }
        }
        (panels)
        @if !unsigned.is_empty() {
            p class="left-out" { (site.say(words::MultiplesUnsigned { names: &unsigned })) }
        }
        @if !unpromised.is_empty() {
            p class="left-out" { (site.say(words::MultiplesUnpromised { names: &unpromised })) }
        }
        @if !one.panels.is_empty() {
            p class="legend" { (site.t(note)) }
            (small_legend(site))
        }
    }
}

fn row(
    site: Site,
    procurements: &[&Procurement],
    panel: &Panel,
    drawing: &Multiples,
    step: Step,
) -> Markup {
    let procurement = procurements[panel.at];
    let Some(milestone) = procurement.headline() else { return Markup::default() };
    html! {
        section class="multiple" {
            div {
                h3 {
                    a href=(site.href(Page::Procurement(procurement.id.clone()))) {
                        (site.text(&procurement.name))
                    }
                }
                p { (sentence::what_happened_short(site, procurement, milestone)) }
            }
            div class="panel-drawing" {
                (svg(site, procurement, milestone, &drawing.years, panel, step))
            }
        }
    }
}

fn svg(
    site: Site,
    procurement: &Procurement,
    milestone: &Milestone,
    years: &[Tick],
    panel: &Panel,
    step: Step,
) -> Markup {
    let baselines = milestone.schedule.baselines().filter(|_| step == Step::Finger);
    let links = baselines.map(|baseline| {
        let plan = &procurement.plans[usize::from(baseline.plan.0)];
        let page = site.href(Page::Procurement(procurement.id.clone()));
        let name = site.say(words::RungTitle {
            made: &format::short_date(site.lang(), plan.announced),
            promised: &site.date(baseline.promised),
        });
        Link { href: format!("{page}#{}", plan.id), name }
    });
    let promise = if step == Step::Finger { 10 } else { 9 };
    let bars = Bars { promise, slip: 4 };
    // At its end a row says what it came to.
    let came_to = compare::summary(procurement).slip;
    let came_to = came_to.map(|slip| sentence::short_outcome(site, procurement, milestone, slip));
    html! {
        svg
            class="multiple-drawing"
            width="100%"
            height=(panel.height)
            role="group"
            aria-label=(sentence::ladder(site, procurement, milestone))
        {
            (draw_panel(panel, years, bars, links))
            (maybe(came_to.map(|words| at_end(panel, &words))))
        }
    }
}

/// Words below the end of a row; what is long keeps to the edge, so that it never leaves the
/// narrowest drawing.
fn at_end(panel: &Panel, words: &str) -> Markup {
    let end = panel.end.middle();
    let anchor = Anchor::at(end);
    let x = if words.chars().count() > 18 { anchor.place() } else { end };
    html! {
        text class="came-to" x=(Percent(x)) y=(panel.end_y + 21)
            text-anchor=[mark::anchor(anchor)] { (words) }
    }
}
