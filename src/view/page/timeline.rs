//! A lane per procurement: above the line what was promised, below it what happened.

use crate::analysis::filter::keeps_event;
use crate::chart::timeline::years;
use crate::i18n::Key;
use crate::model::{Confidence, EventGroup, Procurement};
use crate::route::{EmbedView, Selection};
use crate::view::block::{Block, Follows};
use crate::view::chart::{self, Figure, figure, table};
use crate::view::embed_code::embed_code;
use crate::view::prose::prose;
use crate::view::{Gathered, Markup, PageState, Site, filter, html, sentence};
use leptos::prelude::*;

pub fn timeline<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    let title = site.t(Key::TimelineTitle);
    let head = move || {
        html! {
            h1 tabindex="-1" { (title) }
            p class="lead" { (site.t(Key::TimelineLead)) }
        }
    };
    let filters = |controls| {
        view! {
            {filter::procurements(controls)}
            {filter::event_groups(controls)}
            {filter::years(controls, None)}
            {filter::reset(controls)}
        }
        .into_any()
    };
    let code = move || embed_code(site, EmbedView::Timeline, None, title);
    vec![
        Block::html("head", "div", "", head),
        filter::row(filters),
        filter::notice(state),
        chart(state, None, vec![Block::html("embed-code", "div", "", code)]),
    ]
}

/// The chart itself, for all procurements that the choice leaves or for one.
pub fn chart<'a>(
    state: PageState<'a>,
    only: Option<&'a Procurement>,
    under: Vec<Block<'a>>,
) -> Block<'a> {
    let PageState { site, selection, opened, .. } = state;
    let shown = move || left(site, selection, only);
    let panel = move || opened.map(|opened| chart::panel(site, opened)).unwrap_or_default();
    let drawing = vec![
        Block::around("lanes", "div", "drawing", chart::lanes(site, &shown(), selection)),
        Block::html("panel", "div", "panel", panel)
            .attribute("aria-live", "polite")
            .following(Follows::Opened),
        Block::html("legend", "div", "", move || legend(site)),
    ];
    let rows = move || chart::timeline_table(site, &shown(), selection);
    figure(
        site,
        Figure {
            id: "timeline",
            title: site.t(Key::TimelineQuestion).to_owned(),
            sentence: Box::new(move || prose(say(site, selection, only))),
            drawing,
            under: std::iter::once(table(site, Key::AsTable, rows)).chain(under).collect(),
        },
    )
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

/// The procurements that a choice leaves.
fn left<'a>(
    site: Site<'a>,
    selection: &Selection,
    only: Option<&'a Procurement>,
) -> Vec<&'a Procurement> {
    match only {
        Some(procurement) => vec![procurement],
        None => selection.shown(site.dataset),
    }
}

/// The timeline in a sentence, for what a choice leaves.
pub fn say(site: Site, selection: &Selection, only: Option<&Procurement>) -> String {
    let procurements = left(site, selection, only);
    let years = selection.years(years(procurements.iter().copied()));
    let events = procurements
        .iter()
        .flat_map(|p| &p.events)
        .filter(|event| {
            event.confidence != Confidence::Low && keeps_event(event, &selection.groups, years)
        })
        .count();
    let plans = selection.groups.is_empty() || selection.groups.contains(&EventGroup::Plans);
    let promises = procurements
        .iter()
        .flat_map(|p| &p.milestones)
        .flat_map(|milestone| milestone.schedule.baselines())
        .filter(|baseline| plans && baseline.promised.range().overlaps(years))
        .count();
    sentence::timeline(
        site,
        events,
        promises,
        procurements.len(),
        years.first.year(),
        years.last.year(),
    )
}
