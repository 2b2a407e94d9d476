//! The timeline's lanes as SVG, and all its facts as a table.

use super::ladder::class_of;
use crate::analysis::knowledge::known_through;
use crate::analysis::slippage::slippage;
use crate::analysis::{compare, filter};
use crate::chart::Width;
use crate::chart::timeline::{Choice, EventMark, Lane, State, lane as draw};
use crate::i18n::{Key, format, kind};
use crate::model::{Event, Procurement};
use crate::route::{Page, Selection};
use crate::view::fact_table::fact_table;
use crate::view::prose::prose;
use crate::view::source_note::source_note;
use crate::view::{Site, mark, sentence};
use leptos::prelude::*;

/// A lane for each of these procurements, on one axis. `open` is what a mark does when the
/// reader opens it: it gets the procurement's and the events' positions.
pub fn lanes(
    site: Site,
    procurements: &[&'static Procurement],
    selection: &Selection,
    open: Callback<(usize, Vec<usize>)>,
) -> AnyView {
    let known = site.known();
    let range = selection.years(&known);
    let years = (range.first.year(), range.last.year());
    procurements
        .iter()
        .map(|procurement| {
            let summary = compare::summary(procurement);
            let choice = Choice { years, groups: &selection.groups };
            let drawings = Width::BOTH
                .into_iter()
                .map(|width| {
                    let measure = |event: &Event| units(&landmark_words(site, event));
                    let lane = draw(procurement, summary.known, choice, width, &measure);
                    svg(site, procurement, width, lane, open)
                })
                .collect_view();
            let slip = summary.slip.map(|slip| prose(sentence::slip(site, slip)));
            view! {
                <section class="lane">
                    <h3>
                        <a href=site.href(Page::Procurement(procurement.id.clone()))>
                            {site.text(&procurement.name)}
                        </a>
                    </h3>
                    <p>{site.text(&procurement.standing.text)} ". " <span class="late">{slip}</span></p>
                    {drawings}
                </section>
            }
            .into_any()
        })
        .collect_view()
        .into_any()
}

fn svg(
    site: Site,
    procurement: &'static Procurement,
    width: Width,
    lane: Lane,
    open: Callback<(usize, Vec<usize>)>,
) -> AnyView {
    let bottom = lane.height - 16;
    let windows = lane
        .windows
        .iter()
        .map(|window| {
            let milestone = &procurement.milestones[window.milestone];
            let baseline = milestone.schedule.baselines().nth(window.promise);
            let title = baseline.map(|baseline| {
                let plan = &procurement.plans[usize::from(baseline.plan.0)];
                site.fill(
                    Key::WindowTitle,
                    &[
                        ("milestone", site.text(&milestone.name)),
                        ("promised", &site.date(baseline.promised)),
                        ("made", &site.date(plan.announced)),
                    ],
                )
            });
            let class = match (window.milestone, window.promise) {
                (0, 0) => "promise first",
                (0, _) => "promise",
                _ => "promise other",
            };
            view! {
                <g>
                    {mark::window(class, window.span, window.y, 7)}
                    <title>{title}</title>
                </g>
            }
            .into_any()
        })
        .collect_view();
    let slip = lane.slip.map(|slip| mark::slip_line(slip.span, slip.y));
    let stretches = lane
        .stretches
        .iter()
        .map(|stretch| {
            let class = match stretch.state {
                State::Outside => "stretch outside",
                State::Contracted => "stretch contracted",
                State::InUse => "stretch in-use",
                State::Paused => "stretch paused",
            };
            view! {
                <g>
                    <line
                        class=class
                        x1=stretch.span.from
                        x2=stretch.span.to
                        y1=lane.line
                        y2=lane.line
                    ></line>
                </g>
            }
            .into_any()
        })
        .collect_view();
    let line = lane.line;
    let labels = lane
        .labels
        .iter()
        .map(|label| {
            let event = &procurement.events[label.event];
            view! {
                <g>
                    <line class="lead" x1=label.at x2=label.at y1=line + 8 y2=label.y - 11></line>
                    <text class="landmark" x=label.x y=label.y>
                        {landmark_words(site, event)}
                    </text>
                </g>
            }
            .into_any()
        })
        .collect_view();
    let marks =
        lane.marks.iter().map(|mark| event_mark(site, procurement, mark, open)).collect_view();
    view! {
        <svg
            class=class_of(width)
            viewBox=format!("0 0 {} {}", lane.width, lane.height)
            role="group"
            aria-label=site.fill(Key::LaneLabel, &[("name", site.text(&procurement.name))])
        >
            {mark::axis(&lane.years, 2, bottom)}
            {windows}
            {slip}
            {stretches}
            {labels}
            {marks}
        </svg>
    }
    .into_any()
}

/// A dot, a count, a bar or a landmark: a link that works without scripts, and opens a panel
/// with them.
fn event_mark(
    site: Site,
    procurement: &'static Procurement,
    mark: &EventMark,
    open: Callback<(usize, Vec<usize>)>,
) -> AnyView {
    let first = &procurement.events[mark.events[0]];
    let many = mark.events.len() > 1;
    let href = if many {
        let anchor = format!("y{}", first.date.range().first.year());
        format!("{}#{anchor}", site.href(Page::Procurement(procurement.id.clone())))
    } else {
        site.href(Page::Event(procurement.id.clone(), first.id.clone()))
    };
    let label = if many {
        site.fill(
            Key::ClusterLabel,
            &[("n", &mark.events.len().to_string()), ("date", &site.date(first.date))],
        )
    } else {
        format!("{}: {}", site.date(first.date), site.text(&first.title))
    };
    let x = mark.span.middle();
    let y = mark.y;
    let shape = if mark.landmark {
        let class = match first.kind {
            crate::model::EventKind::Pause | crate::model::EventKind::Cancellation => "point stop",
            _ => "point landmark",
        };
        view! { <g><path class=class d=format!("M{x} {} l6 6 l-6 6 l-6 -6 z", y - 6)></path></g> }
            .into_any()
    } else if !mark.exact {
        view! {
            <g>
                <rect
                    class="point vague"
                    x=mark.span.from
                    y=y - 4
                    width=mark.span.length()
                    height="8"
                    rx="4"
                ></rect>
                {many.then(|| count(mark.span.middle(), y, mark.events.len(), true))}
            </g>
        }
        .into_any()
    } else if many {
        count(x, y, mark.events.len(), false)
    } else {
        view! { <g><circle class="point" cx=x cy=y r="4"></circle></g> }.into_any()
    };
    let at = site.dataset.position(&procurement.id).unwrap_or_default();
    let events = mark.events.clone();
    let title = label.clone();
    view! {
        <g>
            <a
                class="mark"
                href=href
                aria-label=label
                data-open=""
                on:click=move |event| {
                    if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                        event.prevent_default();
                        event.stop_propagation();
                        open.run((at, events.clone()));
                    }
                }
            >
                <title>{title}</title>
                <circle class="target" cx=x cy=y r="12"></circle>
                {shape}
            </a>
        </g>
    }
    .into_any()
}

/// A count of what is gathered.
fn count(x: i32, y: i32, n: usize, vague: bool) -> AnyView {
    let radius = if n > 9 { 9 } else { 7 };
    view! {
        <g>
            <circle
                class=if vague { "cluster vague" } else { "cluster" }
                cx=x
                cy=y
                r=radius
            ></circle>
            <text class="cluster" x=x y=y + 4 text-anchor="middle">
                {n.to_string()}
            </text>
        </g>
    }
    .into_any()
}

/// A landmark's name on the chart: its kind and its date.
fn landmark_words(site: Site, event: &Event) -> String {
    format!(
        "{} {}",
        site.t(kind::event_kind(event.kind)),
        format::short_date(site.lang(), event.date)
    )
}

/// How wide words are, near enough: an average letter of the chart's type.
fn units(words: &str) -> i32 {
    words.chars().count() as i32 * 71 / 10
}

/// Everything that the timeline draws, as one table in order of date.
pub fn timeline_table(
    site: Site,
    procurements: &[&'static Procurement],
    selection: &Selection,
) -> AnyView {
    let years = selection.years(&site.known());
    let mut rows: Vec<(i32, Vec<AnyView>)> = Vec::new();
    for procurement in procurements {
        let name = site.text(&procurement.name);
        for event in &procurement.events {
            if !filter::keeps_event(event, &selection.groups, years) {
                continue;
            }
            let href = site.href(Page::Event(procurement.id.clone(), event.id.clone()));
            let unconfirmed = (event.confidence == crate::model::Confidence::Low)
                .then(|| view! { <span class="note">{site.t(Key::Unconfirmed)}</span> }.into_any());
            rows.push((
                event.date.range().first.0,
                vec![
                    site.date(event.date).into_any(),
                    name.into_any(),
                    site.t(kind::event_kind(event.kind)).into_any(),
                    view! {
                        <a href=href>{site.text(&event.title)}</a>
                        {unconfirmed}
                    }
                    .into_any(),
                ],
            ));
        }
        if !(selection.groups.is_empty()
            || selection.groups.contains(&crate::model::EventGroup::Plans))
        {
            continue;
        }
        let known = known_through(procurement);
        for milestone in &procurement.milestones {
            for baseline in milestone.schedule.baselines() {
                let range = baseline.promised.range();
                if !range.overlaps(years) {
                    continue;
                }
                let plan = &procurement.plans[usize::from(baseline.plan.0)];
                let slip = slippage(baseline, &milestone.schedule, known);
                let text = site.fill(
                    Key::WindowTitle,
                    &[
                        ("milestone", site.text(&milestone.name)),
                        ("promised", &site.date(baseline.promised)),
                        ("made", &site.date(plan.announced)),
                    ],
                );
                rows.push((
                    range.first.0,
                    vec![
                        site.date(baseline.promised).into_any(),
                        name.into_any(),
                        site.t(Key::KindPromise).into_any(),
                        format!("{text} ({})", sentence::short_slip(site, slip)).into_any(),
                    ],
                ));
            }
        }
    }
    rows.sort_by_key(|(day, _)| *day);
    fact_table(
        site.t(Key::TimelineCaption).to_owned(),
        [Key::ColDate, Key::ColProcurement, Key::ColKind, Key::ColWhat]
            .map(|key| site.t(key))
            .to_vec(),
        rows.into_iter().map(|(_, row)| row).collect(),
    )
}

/// The panel beneath the lanes: what the opened mark stands for, with its sources.
pub fn panel(site: Site, opened: &(usize, Vec<usize>)) -> AnyView {
    let Some(procurement) = site.dataset.procurements.get(opened.0) else {
        return ().into_any();
    };
    opened
        .1
        .iter()
        .filter_map(|at| procurement.events.get(*at))
        .map(|event| {
            let href = site.href(Page::Event(procurement.id.clone(), event.id.clone()));
            view! {
                <article class="fact">
                    <p class="when">
                        {site.date(event.date)} " · " {site.t(kind::event_kind(event.kind))}
                    </p>
                    <h3>
                        <a href=href>{site.text(&event.title)}</a>
                    </h3>
                    <p>{site.text(&event.text)}</p>
                    {source_note(site, &event.sources)}
                </article>
            }
            .into_any()
        })
        .collect_view()
        .into_any()
}
