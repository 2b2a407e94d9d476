//! Running text in which a range stays together: "41–44 månader" never breaks after its dash.

use leptos::prelude::*;

/// A sentence as text, with every word that holds a dash between figures kept on one line.
pub fn prose(text: String) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    let mut run = String::new();
    for (at, word) in text.split(' ').enumerate() {
        if at > 0 {
            run.push(' ');
        }
        if word.contains('–') {
            parts.push(std::mem::take(&mut run).into_any());
            let word = word.to_owned();
            parts.push(view! { <span class="together">{word}</span> }.into_any());
        } else {
            run.push_str(word);
        }
    }
    parts.push(run.into_any());
    parts.collect_view().into_any()
}
