//! The frame that every chart shares.

use leptos::prelude::*;

/// The parts of a chart.
pub struct Figure {
    /// Where links to it point.
    pub id: String,
    /// The reader's question, as a heading of this level (2 or 3).
    pub title: AnyView,
    /// The answer in words: what the chart shows.
    pub sentence: AnyView,
    /// The drawings.
    pub drawing: AnyView,
    /// The table, the embed code: what stands one step away.
    pub under: AnyView,
}

/// Question, answer, picture, table.
pub fn figure(parts: Figure) -> AnyView {
    view! {
        <figure class="chart" id=parts.id>
            <figcaption>{parts.title} <p class="answer">{parts.sentence}</p></figcaption>
            <div class="drawing">{parts.drawing}</div>
            <div class="under">{parts.under}</div>
        </figure>
    }
    .into_any()
}
