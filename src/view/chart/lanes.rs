//! The timeline: its lanes, all its facts as a table, and the panel of an opened mark.

use super::group::{group, group_row};
use super::lane::lane;
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
use crate::view::fact_table::fact_table;
use crate::view::figure::Asked;
use crate::view::known_note::known_note;
use crate::view::markup::{maybe, words};
use crate::view::source_note::source_note;
use crate::view::{Gathered, Markup, Opened, PageState, Site, html, mark, sentence};

/// The lanes, the panel of an opened mark, and what the marks mean.
pub fn timeline<'a>(state: PageState<'a>, only: Option<&'a Procurement>) -> Vec<Block<'a>> {
    let PageState { site, selection, opened, .. } = state;
    let shown = Asked::of(state, only).shown();
    let panel = move || opened.map(|opened| panel(site, opened)).unwrap_or_default();
    vec![
        Block::around("lanes", "div", "drawing", lanes(site, &shown, selection)),
        Block::html("panel", "div", "panel", panel)
            .attribute("aria-live", "polite")
            .following(Follows::Opened),
        Block::html("legend", "div", "", move || legend(site)),
    ]
}

/// A lane for each of these procurements, on one axis; those that a page cannot hold are gathered
/// into groups.
fn lanes<'a>(
    site: Site<'a>,
    procurements: &[&'a Procurement],
    selection: &'a Selection,
) -> Vec<Block<'a>> {
    let range = selection.years(spanned(procurements.iter().copied()));
    let years = (range.first.year(), range.last.year());
    let choice = Choice { years, groups: &selection.groups };
    let Crowd { lanes, groups } = crowd(procurements, choice, ROOM);
    let lane = |procurement: &'a Procurement| {
        let make = move || lane(site, procurement, choice);
        Block::html(procurement.id.to_string(), "section", "lane", make).following(Follows::Choice)
    };
    let group = |(at, members): (usize, Vec<&'a Procurement>)| {
        let make = move || group(site, &members, years, selection);
        Block::html(format!("group-{at}"), "section", "lane group", make).following(Follows::Choice)
    };
    let axis = [
        Block::html("years", "div", "years", move || axis(years)).following(Follows::Choice),
        Block::html("lines", "div", "year-lines", move || lines(years)).following(Follows::Choice),
    ];
    let groups = groups.into_iter().enumerate().map(group);
    axis.into_iter().chain(lanes.into_iter().map(lane)).chain(groups).collect()
}

/// The years above all lanes.
fn axis((first, last): (i16, i16)) -> Markup {
    let ticks = TimeScale::years(first, last).ticks();
    html! { svg class="axis" width="100%" height="20" { (mark::axis(&ticks)) } }
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
        ("key-landmark", Key::LegendLandmark),
        ("key-point", Key::LegendPoint),
        ("key-vague", Key::LegendVague),
        ("key-cluster", Key::LegendCluster),
        ("key-contracted", Key::LegendContracted),
        ("key-in-use", Key::LegendInUse),
        ("key-paused", Key::LegendPaused),
    ]
    .into_iter()
    .map(|(class, key)| html! { li class=(class) { (site.t(key)) } })
    .gathered();
    html! { ul class="legend" { (keys) } }
}

/// Everything that the timeline draws, as one table in order of date.
pub fn timeline_table(site: Site, procurements: &[&Procurement], selection: &Selection) -> Markup {
    let years = selection.years(spanned(procurements.iter().copied()));
    let span = (years.first.year(), years.last.year());
    let choice = Choice { years: span, groups: &selection.groups };
    let Crowd { lanes, groups } = crowd(procurements, choice, ROOM);
    let facts = in_order(left(&lanes, &selection.groups, years));
    // What the chart gathers is a row for each procurement, with its count.
    let gathered = groups.concat().into_iter().map(|one| group_row(site, one, choice));
    let rows = facts.into_iter().map(|fact| row(site, fact)).chain(gathered).collect();
    fact_table(
        site.t(Key::TimelineCaption).to_owned(),
        [Key::ColDate, Key::ColProcurement, Key::ColKind, Key::ColWhat]
            .map(|key| site.t(key))
            .to_vec(),
        rows,
    )
}

/// A fact as a row of the table.
fn row(site: Site, fact: Fact) -> Vec<Markup> {
    match fact {
        Fact::Event(procurement, event) => {
            let href = site.href(Page::Event(procurement.id.clone(), event.id.clone()));
            let unconfirmed = (event.confidence == Confidence::Low)
                .then(|| html! { span class="note" { (site.t(Key::Unconfirmed)) } });
            vec![
                words(site.date(event.date)),
                words(site.text(&procurement.name)),
                words(site.t(kind::event_kind(event.kind))),
                html! { a href=(href) { (site.text(&event.title)) } (maybe(unconfirmed)) },
            ]
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
            vec![
                words(site.date(baseline.promised)),
                words(site.text(&procurement.name)),
                words(site.t(Key::KindPromise)),
                words(format!(
                    "{text} ({})",
                    sentence::short_outcome(site, procurement, milestone, slip)
                )),
            ]
        }
    }
}

/// The panel beneath the lanes: what the opened mark stands for, with its sources.
fn panel(site: Site, opened: &Opened) -> Markup {
    let Some(procurement) = site.dataset.procurement(opened.procurement.as_str()) else {
        return Markup::default();
    };
    opened
        .events
        .iter()
        .filter_map(|id| procurement.events.iter().find(|event| event.id == *id))
        .map(|event| {
            let href = site.href(Page::Event(procurement.id.clone(), event.id.clone()));
            html! {
                article class="fact" {
                    p class="when" {
                        (site.date(event.date))
                        " · "
                        (site.t(kind::event_kind(event.kind)))
                    }
                    h3 { a href=(href) { (site.text(&event.title)) } }
                    p { (site.text(&event.text)) }
                    (known_note(site, event))
                    (source_note(site, &event.sources))
                }
            }
        })
        .gathered()
}
