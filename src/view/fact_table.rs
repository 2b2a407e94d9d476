//! The same facts as a chart, as a real table one step away.

use crate::view::{Gathered, Markup, html};

/// A table whose first column names the rows. On a phone each row is a card whose cells say their
/// column; elsewhere it scrolls by itself where it is too wide.
pub fn fact_table(caption: String, headers: Vec<&'static str>, rows: Vec<Vec<Markup>>) -> Markup {
    table("stacked facts", caption, headers, rows)
}

/// The same where it is no other form of a chart.
pub fn stacked_table(
    caption: String,
    headers: Vec<&'static str>,
    rows: Vec<Vec<Markup>>,
) -> Markup {
    table("stacked", caption, headers, rows)
}

fn table(
    class: &str,
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
            table class=(class) {
                caption { (caption) }
                thead { tr { @for header in &headers { th scope="col" { (header) } } } }
                tbody { (rows.into_iter().map(row).gathered()) }
            }
        }
    }
}
