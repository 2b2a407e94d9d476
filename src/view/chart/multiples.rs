//! The procurements' ladders under each other on one scale: words beside, marks in SVG.

use super::ladder::class_of;
use crate::analysis::compare;
use crate::chart::Width;
use crate::chart::multiples::{Alignment, Multiples, Panel, multiples as draw};
use crate::i18n::{Key, format};
use crate::model::Procurement;
use crate::route::{Align, Page};
use crate::view::markup::maybe;
use crate::view::{Gathered, Markup, Site, html, mark, sentence};

/// A ladder per procurement, those that have none named, and what the marks mean.
pub fn multiples(
    site: Site,
    procurements: &[&Procurement],
    align: Align,
    widths: &[Width],
) -> Markup {
    let (alignment, axis) = match align {
        Align::Signing => (Alignment::Signing, Key::AxisSigning),
        Align::Calendar => (Alignment::Calendar, Key::AxisCalendar),
    };
    let drawings: Vec<_> =
        widths.iter().map(|&width| (width, draw(procurements, alignment, width))).collect();
    let Some((_, one)) = drawings.first() else { return Markup::default() };
    let panels =
        (0..one.panels.len()).map(|at| panel(site, procurements, &drawings, at)).gathered();
    let named = |key: Key, positions: &[usize]| {
        let names: Vec<&str> =
            positions.iter().map(|at| site.text(&procurements[*at].name)).collect();
        (!names.is_empty()).then(|| {
            let words = site.fill(key, &[("names", &names.join(", "))]);
            html! { p class="left-out" { (words) } }
        })
    };
    html! {
        (panels)
        (maybe(named(Key::MultiplesUnsigned, &one.unsigned)))
        (maybe(named(Key::MultiplesUnpromised, &one.unpromised)))
        @if !one.panels.is_empty() {
            p class="legend" { (site.t(axis)) " " (site.t(Key::MultiplesLegend)) }
        }
    }
}

fn panel(
    site: Site,
    procurements: &[&Procurement],
    drawings: &[(Width, Multiples)],
    at: usize,
) -> Markup {
    let Some(procurement) = drawings
        .first()
        .and_then(|(_, drawing)| procurements.get(drawing.panels.get(at)?.procurement).copied())
    else {
        return Markup::default();
    };
    let Some(milestone) = procurement.headline() else { return Markup::default() };
    let slip = compare::summary(procurement).slip;
    let label = sentence::ladder(site, procurement, milestone);
    let drawn = drawings
        .iter()
        .map(|(width, drawing)| {
            svg(site, procurement, *width, drawing, &drawing.panels[at], &label)
        })
        .gathered();
    html! {
        section class="multiple" {
            div {
                h3 {
                    a href=(site.href(Page::Procurement(procurement.id.clone()))) {
                        (site.text(&procurement.name))
                    }
                }
                @if let Some(slip) = slip {
                    p class="late" { (sentence::short_slip(site, slip)) }
                }
                p { (sentence::what_happened_short(site, procurement, milestone)) }
            }
            div { (drawn) }
        }
    }
}

fn svg(
    site: Site,
    procurement: &Procurement,
    width: Width,
    drawing: &Multiples,
    panel: &Panel,
    label: &str,
) -> Markup {
    let promises = procurement.headline().into_iter().flat_map(|m| m.schedule.baselines());
    let rungs = panel
        .rungs
        .iter()
        .zip(promises)
        .enumerate()
        .map(|(at, (rung, baseline))| {
            let plan = &procurement.plans[usize::from(baseline.plan.0)];
            let class = if at == 0 { "promise first" } else { "promise" };
            let title = site.fill(
                Key::RungTitle,
                &[
                    ("made", &format::short_date(site.lang(), plan.announced)),
                    ("promised", &site.date(baseline.promised)),
                ],
            );
            html! {
                line
                    class="reach"
                    x1=(rung.made.to)
                    x2=(rung.promised.from)
                    y1=(rung.y)
                    y2=(rung.y) {}
                (mark::ring(rung.made, rung.y, rung.form))
                (mark::window(class, rung.promised, rung.y, 10, Some(&title)))
            }
        })
        .gathered();
    html! {
        svg
            class=(class_of(width))
            viewBox=(format!("0 0 {} {}", drawing.width, panel.height))
            role="img"
            aria-label=(label)
        {
            (mark::axis(&drawing.years, 2, panel.height - 16))
            (rungs)
            (maybe(panel.slip.map(|slip| mark::slip_line(slip, panel.end_y))))
            (mark::ending(panel.mark, panel.end, panel.end_y))
        }
    }
}
