//! The same facts as a chart, as a real table one step away.

use crate::view::{Gathered, Markup, html};

/// A table whose first column names the rows. It scrolls by itself where it is too wide.
pub fn fact_table(caption: String, headers: Vec<&'static str>, rows: Vec<Vec<Markup>>) -> Markup {
    let head = headers.into_iter().map(|header| html! { th scope="col" { (header) } }).gathered();
    let body = rows
        .into_iter()
        .map(|row| {
            let cells = row
                .into_iter()
                .enumerate()
                .map(|(at, cell)| {
                    if at == 0 {
                        html! { th scope="row" { (cell) } }
                    } else {
                        html! { td { (cell) } }
                    }
                })
                .gathered();
            html! { tr { (cells) } }
        })
        .gathered();
    let label = caption.clone();
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(label) {
            table { caption { (caption) } thead { tr { (head) } } tbody { (body) } }
        }
    }
}

/// The same, but on a phone each row is a card whose cells say their column.
pub fn stacked_table(
    caption: String,
    headers: Vec<&'static str>,
    rows: Vec<Vec<Markup>>,
) -> Markup {
    let row = |cells: Vec<Markup>| {
        let cells = cells.into_iter().enumerate().map(|(at, cell)| match headers.get(at) {
            Some(header) if at > 0 => html! { td data-column=(header) { (cell) } },
            _ => html! { th scope="row" { (cell) } },
        });
        html! { tr { (cells.gathered()) } }
    };
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(caption) {
            table class="stacked" {
                caption { (caption) }
                thead { tr { @for header in &headers { th scope="col" { (header) } } } }
                tbody { (rows.into_iter().map(row).gathered()) }
            }
        }
    }
}

/// A folded table, as it stands beneath a chart.
pub fn folded(summary: &'static str, table: Markup) -> Markup {
    html! { details class="as-table" { summary { (summary) } (table) } }
}
