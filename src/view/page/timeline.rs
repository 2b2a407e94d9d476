//! A lane per procurement: above the line what was promised, below it what happened.

use crate::analysis::filter::keeps_event;
use crate::chart::timeline::years;
use crate::i18n::Key;
use crate::model::{Confidence, EventGroup, Procurement};
use crate::route::{EmbedView, Selection};
use crate::view::chart::{self, LiveFigure, Under, live_figure};
use crate::view::embed_code::embed_code;
use crate::view::live::told;
use crate::view::part::part;
use crate::view::prose::prose;
use crate::view::{Gathered, Live, Markup, Site, filter, html, sentence};
use leptos::prelude::*;

pub fn timeline(site: Site<'static>, live: Live) -> AnyView {
    let title = site.t(Key::TimelineTitle);
    let head = move || {
        html! {
            h1 tabindex="-1" { (title) }
            p class="lead" { (site.t(Key::TimelineLead)) }
        }
    };
    let filters = move || {
        view! {
            {filter::procurements(site, live)}
            {filter::event_groups(site, live)}
            {filter::years(site, live, None)}
            {filter::reset(site, live)}
        }
        .into_any()
    };
    view! {
        {live.still(head)}
        {filter::row(site, live, "timeline", filters)}
        {filter::notice(site, live)}
        {chart(site, live, None, Box::new(move || embed_code(site, EmbedView::Timeline, None, title)))}
    }
    .into_any()
}

/// The chart itself, for all procurements that the choice leaves or for one.
pub fn chart(
    site: Site<'static>,
    live: Live,
    only: Option<&'static Procurement>,
    under: Under,
) -> AnyView {
    part(live, move || lanes(site, live, only, under))
}

fn lanes(
    site: Site<'static>,
    live: Live,
    only: Option<&'static Procurement>,
    under: Under,
) -> AnyView {
    let panel = move || {
        live.opened.with(|opened| opened.as_ref().map(|opened| chart::panel(site, opened).0))
    };
    let beside = view! {
        <div class="panel" aria-live="polite" inner_html=told(move || panel().unwrap_or_default())></div>
        {live.still(move || legend(site))}
    };
    live_figure(
        site,
        live,
        LiveFigure {
            id: "timeline",
            title: site.t(Key::TimelineQuestion),
            sentence: move |s: &Selection| prose(say(site, s, only)),
            drawing: live.draws_pieces("drawing", move |s, widths| {
                chart::lanes(site, &left(site, s, only), s, widths)
            }),
            beside: beside.into_any(),
            fold: site.t(Key::AsTable),
            table: move |s: &Selection| chart::timeline_table(site, &left(site, s, only), s),
            under,
        },
    )
}

fn legend(site: Site<'static>) -> Markup {
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
