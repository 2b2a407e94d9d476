//! The slip ladder as SVG, and as a table.

use crate::analysis::knowledge::horizon;
use crate::analysis::slippage::slippage;
use crate::chart::Width;
use crate::chart::slip::{Anchor, Ladder, ladder as draw};
use crate::i18n::{Key, format, kind};
use crate::model::{EventKind, Milestone, Procurement, Text};
use crate::route::Page;
use crate::view::fact_table::fact_table;
use crate::view::markup::{maybe, words};
use crate::view::source_note::source_note;
use crate::view::{Gathered, Markup, html};
use crate::view::{Site, mark, sentence};

/// Both drawings of a milestone's ladder; the page's width decides which one is seen.
pub fn ladder(
    site: Site,
    procurement: &Procurement,
    milestone: &Milestone,
    years: (i16, i16),
    widths: &[Width],
) -> Markup {
    widths
        .iter()
        .map(|&width| {
            let drawing = draw(procurement, milestone, years, width);
            svg(site, procurement, milestone, width, drawing)
        })
        .gathered()
}

fn svg(
    site: Site,
    procurement: &Procurement,
    milestone: &Milestone,
    width: Width,
    drawing: Ladder,
) -> Markup {
    let bottom = drawing.height - 16;
    let rungs = drawing
        .rungs
        .iter()
        .zip(milestone.schedule.baselines())
        .enumerate()
        .map(|(at, (rung, baseline))| {
            let plan = &procurement.plans[usize::from(baseline.plan.0)];
            let made = format::short_date(site.lang(), plan.announced);
            let promised = format::date(site.lang(), baseline.promised);
            let form = site.t(kind::plan_form(plan.form));
            let href =
                format!("{}#{}", site.href(Page::Procurement(procurement.id.clone())), plan.id);
            let (x, y) = rung.words;
            let words = match width {
                Width::Wide => html! {
                    text class="made" x="0" y=(rung.y + 5) { (made) " " }
                    text
                        class=(if at == 0 { "promised first" } else { "promised" })
                        x=(x)
                        y=(y)
                    {
                        (promised)
                        tspan class="form" dx="3" { " " (form) }
                    }
                },
                Width::Phone => html! {
                    text class="made" x=(x) y=(y) {
                        (format!("{made}: "))
                        tspan class=(if at == 0 { "promised first" } else { "promised" }) {
                            (promised)
                        }
                        tspan class="form" dx="3" { " " (form) }
                    }
                },
            };
            let class = if at == 0 { "promise first" } else { "promise" };
            let called = rung.called.zip(baseline.called.as_ref()).map(|((x, y), name)| {
                html! { text class="form" x=(x) y=(y) { (called(site, name)) } }
            });
            html! {
                a href=(href) {
                    line
                        class="reach"
                        x1=(rung.made.to)
                        x2=(rung.promised.from)
                        y1=(rung.y)
                        y2=(rung.y) {}
                    (mark::ring(rung.made, rung.y, rung.form))
                    (mark::window(class, rung.promised, rung.y, 14, None))
                    (words)
                    (maybe(called))
                }
            }
        })
        .gathered();
    let end = &drawing.end;
    let first_y = drawing.rungs.first().map_or(0, |rung| rung.y + 7);
    let slip = end.slip.map(|slip| {
        html! {
            line class="drop" x1=(slip.from) x2=(slip.from) y1=(first_y) y2=(end.y) {}
            (mark::slip_line(slip, end.y))
        }
    });
    let happened = sentence::what_happened_short(site, procurement, milestone);
    let (anchor, x, y) = end.words;
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::End => "end",
    };
    let label = sentence::ladder(site, procurement, milestone);
    html! {
        svg
            class=(class_of(width))
            viewBox=(format!("0 0 {} {}", drawing.width, drawing.height))
            role="group"
            aria-label=(label)
        {
            (mark::axis(&drawing.years, 4, bottom))
            (rungs)
            (maybe(slip))
            a href=(end_href(site, procurement, milestone)) {
                (mark::ending(end.mark, end.at, end.y))
                text class="happened" x=(x) y=(y) text-anchor=(anchor) { (happened) }
            }
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

/// The class that shows a drawing at the widths it is made for.
pub(super) fn class_of(width: Width) -> &'static str {
    match width {
        Width::Phone => "phone",
        Width::Wide => "wide",
    }
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
