//! The frame that every chart shares: its question, its answer in words, its picture, its table.

use crate::i18n::Key;
use crate::route::Selection;
use crate::view::copy::copy_button;
use crate::view::live::fixed;
use crate::view::{Live, Markup, Site, html};
use leptos::prelude::*;

/// A chart that stands still.
pub struct Figure {
    /// Where links to it point.
    pub id: &'static str,
    /// The reader's question.
    pub title: String,
    /// The answer in words: what the chart shows.
    pub sentence: Markup,
    /// The drawings.
    pub drawing: Markup,
    /// The table, the embed code: what stands one step away.
    pub under: Markup,
}

/// Question, answer, picture, table.
pub fn figure(site: Site, parts: Figure) -> Markup {
    html! {
        figure class="chart" id=(parts.id) {
            figcaption {
                h2 { (parts.title) }
                p class="answer" { (parts.sentence) }
            }
            (copying(site, parts.id))
            div class="drawing" { (parts.drawing) }
            div class="under" { (parts.under) }
        }
    }
}

/// Makes what stands at the very end of a chart: the embed code.
pub type Under = Box<dyn FnOnce() -> Markup + Send>;

/// A chart that follows the reader's choice.
pub struct LiveFigure<S, T> {
    pub id: &'static str,
    pub title: &'static str,
    /// The answer in words, for a choice.
    pub sentence: S,
    /// The drawings, as they follow the choice.
    pub drawing: AnyView,
    /// What stands right below the drawings: a legend, a panel.
    pub beside: AnyView,
    /// What the fold over the table is called.
    pub fold: &'static str,
    /// The table, for a choice.
    pub table: T,
    pub under: Under,
}

/// Question, answer, picture, table; whatever the choice, a fold that is open stays open.
pub fn live_figure<S, T>(site: Site<'static>, live: Live, parts: LiveFigure<S, T>) -> AnyView
where
    S: Fn(&Selection) -> Markup + Send + Sync + 'static,
    T: Fn(&Selection) -> Markup + Send + Sync + 'static,
{
    view! {
        <figure class="chart" id=parts.id>
            <figcaption>
                {fixed(live, "h2", parts.title)}
                {live.follows("answer", parts.sentence)}
            </figcaption>
            {live.still(move || copying(site, parts.id))}
            {parts.drawing}
            {parts.beside}
            <div class="under">
                {live.folded(parts.id, parts.fold, parts.table)}
                {live.still(parts.under)}
            </div>
        </figure>
    }
    .into_any()
}

/// The button that copies a figure's sentence. It stands beside the caption and not in it: the
/// caption is what the figure is called.
pub fn copying(site: Site, id: &str) -> Markup {
    let sentence = format!("#{id} .answer");
    html! {
        p class="copying" data-live="" { (copy_button(site, Key::CopySentence, &sentence)) }
    }
}
