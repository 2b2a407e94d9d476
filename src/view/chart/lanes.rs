//! The timeline's lanes as SVG, and all its facts as a table.

use super::group::{group, group_row};
use crate::analysis::knowledge::horizon;
use crate::analysis::slippage::slippage;
use crate::analysis::sorted::sorted;
use crate::analysis::{compare, filter};
use crate::chart::crowd::{Crowd, ROOM, crowd};
use crate::chart::timeline::{Choice, EventMark, Lane, State, lane as draw, years as spanned};
use crate::chart::units::Width;
use crate::i18n::{Key, format, kind};
use crate::model::{Event, Procurement};
use crate::route::{Page, Selection};
use crate::view::fact_table::fact_table;
use crate::view::known_note::known_note;
use crate::view::markup::{maybe, words};
use crate::view::prose::prose;
use crate::view::source_note::source_note;
use crate::view::{Gathered, Markup, Opened, Piece, html};
use crate::view::{Site, mark, sentence};

/// A lane for each of these procurements, on one axis; those that a page cannot hold are gathered
/// into groups.
pub fn lanes(
    site: Site<'static>,
    procurements: &[&'static Procurement],
    selection: &Selection,
    widths: &'static [Width],
) -> Vec<Piece> {
    let range = selection.years(spanned(procurements.iter().copied()));
    let years = (range.first.year(), range.last.year());
    let choice = Choice { years, groups: &selection.groups };
    let Crowd { lanes, groups } = crowd(procurements, choice, ROOM / widths.len().max(1));
    let lane = |procurement: &'static Procurement| {
        let groups = selection.groups.clone();
        Piece::new("lane", move || {
            lane(site, procurement, Choice { years, groups: &groups }, widths)
        })
    };
    let group = |members: Vec<&'static Procurement>| {
        let selection = selection.clone();
        Piece::new("lane group", move || group(site, &members, years, &selection, widths))
    };
    lanes.into_iter().map(lane).chain(groups.into_iter().map(group)).collect()
}

fn lane(site: Site, procurement: &Procurement, choice: Choice, widths: &[Width]) -> Markup {
    let summary = compare::summary(procurement);
    let drawings = widths
        .iter()
        .map(|&width| {
            let measure = |event: &Event| units(&landmark_words(site, event));
            let lane = draw(procurement, choice, width, &measure);
            svg(site, procurement, width, lane)
        })
        .gathered();
    let slip = summary.slip.map(|slip| prose(sentence::slip(site, slip)));
    html! {
        h3 {
            a href=(site.href(Page::Procurement(procurement.id.clone()))) {
                (site.text(&procurement.name))
            }
        }
        @if let Some(nothing) = site.not_yet(procurement) {
            p { (nothing) }
        }
        @if procurement.standing.is_some() || slip.is_some() {
            p {
                @if let Some(standing) = &procurement.standing {
                    (site.text(&standing.text))
                    ". "
                }
                span class="late" { (maybe(slip)) }
            }
        }
        @if !procurement.is_empty() { (drawings) }
    }
}

fn svg(site: Site, procurement: &Procurement, width: Width, lane: Lane) -> Markup {
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
            let class = match (milestone.headline, window.promise) {
                (true, 0) => "promise first",
                (true, _) => "promise",
                (false, _) => "promise other",
            };
            mark::units::window(class, window.span, window.y, 7, title.as_deref())
        })
        .gathered();
    let slip = lane.slip.map(|slip| mark::units::slip_line(slip.span, slip.y));
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
            html! {
                line
                    class=(class)
                    x1=(stretch.span.from)
                    x2=(stretch.span.to)
                    y1=(lane.line)
                    y2=(lane.line) {}
            }
        })
        .gathered();
    let line = lane.line;
    let leads = lane
        .labels
        .iter()
        .map(|label| {
            html! {
                line class="lead" x1=(label.at) x2=(label.at) y1=(line + 8) y2=(label.y - 11) {}
            }
        })
        .gathered();
    let labels = lane
        .labels
        .iter()
        .map(|label| {
            let event = &procurement.events[label.event];
            html! {
                text class="landmark" x=(label.x) y=(label.y) { (landmark_words(site, event)) }
            }
        })
        .gathered();
    let marks = lane.marks.iter().map(|mark| event_mark(site, procurement, mark)).gathered();
    html! {
        svg
            class=(mark::units::class_of(width))
            viewBox=(format!("0 0 {} {}", lane.width, lane.height))
            role="group"
            aria-label=(site.fill(Key::LaneLabel, &[("name", site.text(&procurement.name))]))
        {
            (mark::units::axis(&lane.years, 2, bottom))
            (windows)
            (maybe(slip))
            (stretches)
            (leads)
            (labels)
            (marks)
        }
    }
}

/// A dot, a count, a bar or a landmark: a link that works without scripts, and opens a panel
/// with them.
fn event_mark(site: Site, procurement: &Procurement, mark: &EventMark) -> Markup {
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
        html! {
            path class=(class) d=(format!("M{x} {} l6 6 l-6 6 l-6 -6 z", y - 6)) {}
        }
    } else if !mark.exact {
        html! {
            rect
                class="point vague"
                x=(mark.span.from)
                y=(y - 4)
                width=(mark.span.length())
                height="8"
                rx="4" {}
            (maybe(many.then(|| count(x, y, mark.events.len(), true))))
        }
    } else if many {
        count(x, y, mark.events.len(), false)
    } else {
        html! { circle class="point" cx=(x) cy=(y) r="4" {} }
    };
    let events: Vec<&str> =
        mark.events.iter().map(|at| procurement.events[*at].id.as_str()).collect();
    let opens = format!("{}:{}", procurement.id, events.join(","));
    // The visible count begins the title, which names a gathered mark; a dot has no words of its own.
    let name = (!many).then(|| label.clone());
    let title = label;
    html! {
        a class="mark" href=(href) aria-label=[name] data-open=(opens) {
            title { (title) }
            circle class="target" cx=(x) cy=(y) r="12" {}
            (shape)
        }
    }
}

/// A count of what is gathered.
fn count(x: i32, y: i32, n: usize, vague: bool) -> Markup {
    let radius = if n > 9 { 9 } else { 7 };
    html! {
        circle
            class=(if vague { "cluster vague" } else { "cluster" })
            cx=(x)
            cy=(y)
            r=(radius) {}
        text class="cluster" x=(x) y=(y + 4) text-anchor="middle" { (n.to_string()) }
    }
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
pub fn timeline_table(site: Site, procurements: &[&Procurement], selection: &Selection) -> Markup {
    let years = selection.years(spanned(procurements.iter().copied()));
    let mut rows: Vec<(i32, Vec<Markup>)> = Vec::new();
    let span = (years.first.year(), years.last.year());
    let choice = Choice { years: span, groups: &selection.groups };
    let Crowd { lanes, groups } = crowd(procurements, choice, ROOM);
    for procurement in lanes {
        let name = site.text(&procurement.name);
        for event in &procurement.events {
            if !filter::keeps_event(event, &selection.groups, years) {
                continue;
            }
            let href = site.href(Page::Event(procurement.id.clone(), event.id.clone()));
            let unconfirmed = (event.confidence == crate::model::Confidence::Low)
                .then(|| html! { span class="note" { (site.t(Key::Unconfirmed)) } });
            rows.push((
                event.date.range().first.0,
                vec![
                    words(site.date(event.date)),
                    words(name),
                    words(site.t(kind::event_kind(event.kind))),
                    html! { a href=(href) { (site.text(&event.title)) } (maybe(unconfirmed)) },
                ],
            ));
        }
        if !(selection.groups.is_empty()
            || selection.groups.contains(&crate::model::EventGroup::Plans))
        {
            continue;
        }
        for milestone in &procurement.milestones {
            let horizon = horizon(procurement, milestone);
            for baseline in milestone.schedule.baselines() {
                let range = baseline.promised.range();
                if !range.overlaps(years) {
                    continue;
                }
                let plan = &procurement.plans[usize::from(baseline.plan.0)];
                let slip = slippage(baseline, &milestone.schedule, horizon);
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
                        words(site.date(baseline.promised)),
                        words(name),
                        words(site.t(Key::KindPromise)),
                        words(format!("{text} ({})", sentence::short_slip(site, slip))),
                    ],
                ));
            }
        }
    }
    let mut rows = sorted(rows, |(day, _)| *day);
    // What the chart gathers is a row for each procurement, with its count.
    let gathered = groups.concat().into_iter().map(|one| (0, group_row(site, one, choice)));
    rows.extend(gathered);
    fact_table(
        site.t(Key::TimelineCaption).to_owned(),
        [Key::ColDate, Key::ColProcurement, Key::ColKind, Key::ColWhat]
            .map(|key| site.t(key))
            .to_vec(),
        rows.into_iter().map(|(_, row)| row).collect(),
    )
}

/// The panel beneath the lanes: what the opened mark stands for, with its sources.
pub fn panel(site: Site, opened: &Opened) -> Markup {
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
