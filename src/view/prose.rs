//! Running text in which a range stays together: "41–44 månader" never breaks after its dash.

use crate::view::markup::words;
use crate::view::{Gathered, Markup, html};

/// A sentence as text, with every word that holds a dash between figures kept on one line.
pub fn prose(text: String) -> Markup {
    let mut parts: Vec<Markup> = Vec::new();
    let mut run = String::new();
    for (at, word) in text.split(' ').enumerate() {
        if at > 0 {
            run.push(' ');
        }
        if word.contains('–') {
            parts.push(words(std::mem::take(&mut run)));
            let word = word.to_owned();
            parts.push(html! { span class="together" { (word) } });
        } else {
            run.push_str(word);
        }
    }
    parts.push(words(run));
    parts.into_iter().gathered()
}
