//! The same facts as a chart, as a real table one step away.

use leptos::prelude::*;

/// A table whose first column names the rows. It scrolls by itself where it is too wide.
pub fn fact_table(caption: String, headers: Vec<&'static str>, rows: Vec<Vec<AnyView>>) -> AnyView {
    let head = headers
        .into_iter()
        .map(|header| view! { <th scope="col">{header}</th> }.into_any())
        .collect_view();
    let body = rows
        .into_iter()
        .map(|row| {
            let cells = row
                .into_iter()
                .enumerate()
                .map(|(at, cell)| {
                    if at == 0 {
                        view! { <th scope="row">{cell}</th> }.into_any()
                    } else {
                        view! { <td>{cell}</td> }.into_any()
                    }
                })
                .collect_view();
            view! { <tr>{cells}</tr> }.into_any()
        })
        .collect_view();
    let label = caption.clone();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table>
                <caption>{caption}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A folded table, as it stands beneath a chart.
pub fn folded(summary: &'static str, table: impl IntoView + 'static) -> AnyView {
    view! {
        <details class="as-table">
            <summary>{summary}</summary>
            {table.into_any()}
        </details>
    }
    .into_any()
}
