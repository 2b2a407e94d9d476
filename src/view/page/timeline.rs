//! A lane per procurement: above the line what was promised, below it what happened.

use crate::analysis::filter::keeps_event;
use crate::i18n::Key;
use crate::model::{Confidence, EventGroup, Procurement};
use crate::route::{EmbedView, Selection};
use crate::view::chart::{self, Figure, figure};
use crate::view::embed_code::embed_code;
use crate::view::fact_table::folded;
use crate::view::prose::prose;
use crate::view::{Live, Site, filter, sentence};
use leptos::prelude::*;

pub fn timeline(site: Site, live: Live) -> AnyView {
    let title = site.t(Key::TimelineTitle);
    view! {
        <h1 tabindex="-1">{title}</h1>
        <p class="lead">{site.t(Key::TimelineLead)}</p>
        {filters(site, live)}
        {chart(
            site,
            live,
            None,
            embed_code(site, EmbedView::Timeline, None, title.to_owned()),
        )}
    }
    .into_any()
}

fn filters(site: Site, live: Live) -> AnyView {
    view! {
        <div class="filters" data-live="">
            {filter::procurements(site, live)}
            {filter::event_groups(site, live)}
            {filter::years(site, live)}
            {filter::reset(site, live)}
        </div>
        {filter::notice(site, live)}
    }
    .into_any()
}

/// The chart itself, for all procurements that the choice leaves or for one.
pub fn chart(
    site: Site,
    live: Live,
    only: Option<&'static Procurement>,
    under: AnyView,
) -> AnyView {
    let opened = RwSignal::new(None::<(usize, Vec<usize>)>);
    let open = Callback::new(move |mark| opened.set(Some(mark)));
    let shown = Memo::new(move |_| {
        opened.set(None);
        live.selection.get()
    });
    let legend = [
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
    .map(|(class, key)| view! { <li class=class>{site.t(key)}</li> }.into_any())
    .collect_view();
    figure(Figure {
        id: "timeline".to_owned(),
        title: view! { <h2>{site.t(Key::TimelineQuestion)}</h2> }.into_any(),
        sentence: view! { {move || prose(shown.with(|selection| say(site, selection, only)))} }
            .into_any(),
        drawing: view! {
            <div data-live="">
                {move || {
                    shown
                        .with(|selection| {
                            chart::lanes(site, &left(site, selection, only), selection, open)
                        })
                }}
            </div>
            <div class="panel" aria-live="polite">
                {move || opened.with(|mark| mark.as_ref().map(|mark| chart::panel(site, mark)))}
            </div>
            <ul class="legend">{legend}</ul>
        }
        .into_any(),
        under: view! {
            {folded(
                site.t(Key::AsTable),
                move || {
                    shown
                        .with(|selection| {
                            chart::timeline_table(site, &left(site, selection, only), selection)
                        })
                },
            )}
            {under}
        }
        .into_any(),
    })
}

/// The procurements that a choice leaves.
fn left(
    site: Site,
    selection: &Selection,
    only: Option<&'static Procurement>,
) -> Vec<&'static Procurement> {
    match only {
        Some(procurement) => vec![procurement],
        None => site.dataset.procurements.iter().filter(|p| selection.shows(&p.id)).collect(),
    }
}

fn say(site: Site, selection: &Selection, only: Option<&'static Procurement>) -> String {
    let years = selection.years(&site.known());
    let procurements = left(site, selection, only);
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
