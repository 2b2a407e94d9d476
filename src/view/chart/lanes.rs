//! The timeline: its lanes, in each the facts of a mark that is opened, and all its facts as a table.

use super::group::{group, group_row};
use super::lane::lane;
use super::opened::{is_there, panel};
use crate::analysis::knowledge::horizon;
use crate::analysis::slippage::slippage;
use crate::analysis::timeline::{Fact, in_order, left};
use crate::chart::TimeScale;
use crate::chart::crowd::{Crowd, ROOM, crowd};
use crate::chart::timeline::{Choice, years as spanned};
use crate::i18n::{Key, kind, words};
use crate::model::{Confidence, Procurement};
use crate::route::{Page, Selection};
use crate::view::block::{Block, Follows};
use crate::view::fact_table::{Cell, Column, FactTable, Holds, Look, Row};
use crate::view::figure::Asked;
use crate::view::only::Only;
use crate::view::{Gathered, Markup, PageState, Site, html, mark, sentence};

/// The lanes, and what the marks mean.
pub fn timeline<'a>(state: PageState<'a>, only: Only<'a>) -> Vec<Block<'a>> {
    let PageState { site, selection, .. } = state;
    let shown = Asked::of(state, only).shown();
    let whole = spanned(shown.iter().copied());
    let range = selection.years(whole);
    let years = (range.first.year(), range.last.year());
    let choice = Choice { years, groups: &selection.groups };
    let crowd = crowd(&shown, choice, ROOM);
    let missing = selection.open.as_ref().filter(|opened| {
        let lane = crowd.lanes.iter().find(|one| one.id == opened.procurement);
        !lane.is_some_and(|one| is_there(one, choice, opened))
    });
    let told = move || {
        let value = missing.map(|opened| opened.to_string());
        let told = value.map(|value| site.say(words::OpenedMissing { value: &value }));
        html! { @if let Some(told) = told { p { (told) } } }
    };
    vec![
        Block::html("missing", "div", "notice", told)
            .attribute("role", "status")
            .following(Follows::Opened),
        Block::around(
            "lanes",
            "div",
            "drawing lanes",
            lanes(site, crowd, choice, whole, selection),
        ),
        Block::html("legend", "div", "", move || legend(site)),
    ]
}

/// A lane for each of these procurements, on one axis; those that a page cannot hold are gathered
/// into groups.
fn lanes<'a>(
    site: Site<'a>,
    Crowd { lanes, groups }: Crowd<'a>,
    choice: Choice<'a>,
    whole: (i16, i16),
    selection: &'a Selection,
) -> Vec<Block<'a>> {
    let years = choice.years;
    let lane = |procurement: &'a Procurement| {
        let open = selection.open.as_ref().filter(|open| open.procurement == procurement.id);
        let drawing = move || lane(site, procurement, choice, open);
        let facts = move || {
            let panel = open.map(|open| panel(site, procurement, choice, open));
            panel.unwrap_or_default()
        };
        let parts = vec![
            Block::html("picture", "div", "picture", drawing).following(Follows::Opened),
            Block::html("panel", "div", "panel", facts).following(Follows::Opened),
        ];
        Block::around(procurement.id.to_string(), "section", "lane", parts)
    };
    let group = |(at, members): (usize, Vec<&'a Procurement>)| {
        let make = move || group(site, &members, years, selection);
        Block::html(format!("group-{at}"), "section", "lane group", make).following(Follows::Choice)
    };
    let axis = [
        Block::html("years", "div", "years", move || axis(years, whole))
            .attribute("data-live", "")
            .following(Follows::Choice),
        Block::html("lines", "div", "year-lines", move || lines(years)).following(Follows::Choice),
    ];
    let groups = groups.into_iter().enumerate().map(group);
    axis.into_iter().chain(lanes.into_iter().map(lane)).chain(groups).collect()
}

/// The years above all lanes, which a reader drags over to see fewer of them, and the years that
/// there are. The button is pressed by a script.
fn axis((first, last): (i16, i16), (begin, end): (i16, i16)) -> Markup {
    let ticks = TimeScale::years(first, last).ticks();
    html! {
        svg class="axis" width="100%" height="24"
            data-first=(first) data-last=(last) data-begin=(begin) data-end=(end)
        {
            rect class="brush" width="0" height="100%" {}
            (mark::axis(&ticks))
        }
        button type="button" data-years="" hidden {}
    }
}

/// Their lines, through all lanes at once.
fn lines((first, last): (i16, i16)) -> Markup {
    let ticks = TimeScale::years(first, last).ticks();
    html! { svg width="100%" height="100%" class="axis" aria-hidden="true" { (mark::lines(&ticks)) } }
}

fn legend(site: Site) -> Markup {
    let keys = [
        ("key-first", Key::LegendFirst),
        ("key-promise", Key::LegendLater),
        ("key-other", Key::LegendOther),
        ("key-slip", Key::LegendSlip),
        ("key-met", Key::LegendMet),
        ("key-stop", Key::LegendStop),
        ("key-landmark", Key::LegendLandmark),
        ("key-point", Key::LegendPoint),
        ("key-vague", Key::LegendVague),
        ("key-cluster", Key::LegendCluster),
        ("key-contracted", Key::LegendContracted),
        ("key-in-use", Key::LegendInUse),
        ("key-paused", Key::LegendPaused),
        ("key-known", Key::LegendKnown),
    ]
    .into_iter()
    .map(|(class, key)| html! { li class=(class) { (site.t(key)) } })
    .gathered();
    html! {
        ul class="legend" { (keys) }
        p class="note" {
            (site.t(Key::TimelineOpen))
            " "
            span class="scripted" { (site.t(Key::TimelineZoom)) }
        }
    }
}

/// Everything that the timeline draws, as one table in order of date.
pub fn timeline_table(
    site: Site,
    procurements: &[&Procurement],
    selection: &Selection,
) -> FactTable {
    let years = selection.years(spanned(procurements.iter().copied()));
    let span = (years.first.year(), years.last.year());
    let choice = Choice { years: span, groups: &selection.groups };
    let Crowd { lanes, groups } = crowd(procurements, choice, ROOM);
    let facts = in_order(left(&lanes, &selection.groups, years));
    // What the chart gathers is a row for each procurement, with its count.
    let gathered = groups.concat().into_iter().map(|one| group_row(site, one, choice));
    let rows = facts.into_iter().map(|fact| row(site, fact)).chain(gathered).collect();
    let columns = vec![
        Column::of(site, Key::ColDate, Holds::Dates),
        Column::words(site, Key::ColProcurement),
        Column::words(site, Key::ColKind),
        Column::words(site, Key::ColWhat),
    ];
    FactTable::whole(Look::Facts, site.t(Key::TimelineCaption).to_owned(), columns, rows)
}

/// A fact as a row of the table.
fn row(site: Site, fact: Fact) -> Row {
    match fact {
        Fact::Event(procurement, event) => {
            let href = site.href(Page::Event(procurement.id.clone(), event.id.clone()));
            let unconfirmed =
                (event.confidence == Confidence::Low).then(|| site.t(Key::Unconfirmed).to_owned());
            let cells = vec![
                Cell::date(site, event.date),
                Cell::words(site.text(&procurement.name)),
                Cell::words(site.t(kind::event_kind(event.kind))),
                Cell::link(site.text(&event.title), &href).noted(unconfirmed),
            ];
            Row { cells, sources: event.sources.clone() }
        }
        Fact::Promise(procurement, milestone, baseline) => {
            let plan = &procurement.plans[usize::from(baseline.plan.0)];
            let horizon = horizon(procurement, milestone);
            let slip = slippage(baseline, &milestone.schedule, horizon);
            let text = site.say(words::WindowTitle {
                milestone: site.text(&milestone.name),
                promised: &site.date(baseline.promised),
                made: &site.date(plan.announced),
            });
            let outcome = sentence::short_outcome(site, procurement, milestone, slip);
            let cells = vec![
                Cell::date(site, baseline.promised),
                Cell::words(site.text(&procurement.name)),
                Cell::words(site.t(Key::KindPromise)),
                Cell::words(format!("{text} ({outcome})")),
            ];
            Row { cells, sources: baseline.sources.clone() }
        }
    }
}
