//! The procurements aligned at the day of signing, as SVG.

use super::ladder::class_of;
use crate::analysis::compare;
use crate::chart::Width;
use crate::chart::signing::{Aligned, aligned as draw};
use crate::i18n::Key;
use crate::model::Procurement;
use crate::route::Page;
use crate::view::markup::maybe;
use crate::view::{Gathered, Markup, html};
use crate::view::{Site, mark, sentence};

/// A row per procurement on one scale of years since signing.
pub fn aligned(site: Site, procurements: &[&'static Procurement], widths: &[Width]) -> Markup {
    let with_known: Vec<_> = procurements.iter().map(|p| (*p, compare::summary(p).known)).collect();
    widths.iter().map(|&width| svg(site, procurements, width, draw(&with_known, width))).gathered()
}

fn svg(
    site: Site,
    procurements: &[&'static Procurement],
    width: Width,
    drawing: Aligned,
) -> Markup {
    let bottom = drawing.height - 14;
    let lines: String = drawing.years.iter().map(|(_, x)| format!("M{x} 6V{bottom}")).collect();
    let years = drawing
        .years
        .iter()
        .map(|(year, x)| {
            html! {
                text class="year" x=(*x) y=(bottom + 12) text-anchor="middle" {
                    (year.to_string())
                }
            }
        })
        .gathered();
    let rows = drawing
        .rows
        .iter()
        .map(|row| {
            let procurement = procurements[row.procurement];
            let summary = compare::summary(procurement);
            let name = site.text(&procurement.name);
            let slip =
                summary.slip.map(|slip| sentence::short_slip(site, slip)).unwrap_or_default();
            let (name_y, slip_y) = match width {
                Width::Wide => (row.y - 3, row.y + 13),
                Width::Phone => (row.y - 29, row.y - 13),
            };
            let windows = row
                .promised
                .iter()
                .enumerate()
                .map(|(at, span)| {
                    let class = if at == 0 { "promise first" } else { "promise" };
                    mark::window(class, *span, row.y - 1, 10, None)
                })
                .gathered();
            html! {
                a href=(site.href(Page::Procurement(procurement.id.clone()))) {
                    text class="row-name" x="0" y=(name_y) { (name) }
                    text class="row-slip" x="0" y=(slip_y) { (slip) }
                }
                (windows)
                (maybe(row.slip.map(|slip| mark::slip_line(slip, row.y + 11))))
                (mark::ending(row.mark, row.end, row.y + 11))
            }
        })
        .gathered();
    html! {
        svg
            class=(class_of(width))
            viewBox=(format!("0 0 {} {}", drawing.width, drawing.height))
            role="group"
            aria-label=(site.t(Key::AlignedLabel))
        {
            g class="axis" aria-hidden="true" { path d=(lines) {} (years) }
            (rows)
        }
    }
}
