//! A lane per procurement: above the line what was promised, below it what happened.

use super::head;
use super::spec::{About, PageSpec};
use crate::i18n::Key;
use crate::model::Procurement;
use crate::route::EmbedView;
use crate::view::block::{Block, Follows};
use crate::view::chart::{self, figure, table};
use crate::view::embed_code::embed_code;
use crate::view::figure::{Asked, TIMELINE};
use crate::view::{Gathered, Markup, PageState, Site, filter, html};
use leptos::prelude::*;

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    about: |site, _| About::words(site, Key::TimelineTitle, Key::TimelineDescription),
    header: Some(Key::NavTimeline),
    footer: None,
    of_many: true,
    blocks: |state, _| Some(timeline(state)),
    sources: None,
};

fn timeline<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    let title = site.t(Key::TimelineTitle);
    let filters = |controls| {
        view! {
            {filter::procurements(controls)}
            {filter::event_groups(controls)}
            {filter::years(controls, None)}
            {filter::reset(controls)}
        }
        .into_any()
    };
    vec![
        head(title, site.t(Key::TimelineLead)),
        filter::row(filters),
        filter::notice(state),
        chart(state, None, vec![embed_code(site, EmbedView::Timeline, None, title.to_owned())]),
    ]
}

/// The chart itself, for all procurements that the choice leaves or for one.
pub fn chart<'a>(
    state: PageState<'a>,
    only: Option<&'a Procurement>,
    under: Vec<Block<'a>>,
) -> Block<'a> {
    let PageState { site, selection, opened, .. } = state;
    let shown = move || Asked::of(state, only).shown();
    let panel = move || opened.map(|opened| chart::panel(site, opened)).unwrap_or_default();
    let drawing = vec![
        Block::around("lanes", "div", "drawing", chart::lanes(site, &shown(), selection)),
        Block::html("panel", "div", "panel", panel)
            .attribute("aria-live", "polite")
            .following(Follows::Opened),
        Block::html("legend", "div", "", move || legend(site)),
    ];
    let asked = Asked::of(state, only);
    let under = std::iter::once(table(&TIMELINE, asked)).chain(under).collect();
    figure(&TIMELINE, asked, drawing, under)
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
