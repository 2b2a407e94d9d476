//! The sources of a fact, one step from it.

use super::Site;
use crate::i18n::{Key, kind, words};
use crate::model::{Source, SourceRef, Word};
use crate::view::markup::maybe;
use crate::view::{Gathered, Markup, html};

/// The sources of a fact: a line when there is one, else a folded list whose summary tells how
/// many there are. (A fold is no cheap thing: a browser makes a tree of its own for each.)
pub fn source_note(site: Site, sources: &[SourceRef]) -> Markup {
    match sources {
        [] => Markup::default(),
        [only] => {
            let source = site.dataset.source(*only);
            html! {
                p class="source-list one" {
                    (site.t(Key::FindSource)) ": "
                    (link(source, Markup::default()))
                    (about(site, source))
                }
            }
        }
        several => {
            let summary = site.say(words::SourcesCount { n: several.len() });
            html! {
                details class="sources" { summary { (summary) } (source_list(site, several)) }
            }
        }
    }
}

/// The same, unfolded.
pub fn source_list(site: Site, sources: &[SourceRef]) -> Markup {
    let items = sources
        .iter()
        .map(|source| {
            html! { li { (source_line(site, site.dataset.source(*source))) } }
        })
        .gathered();
    html! { ul class="source-list" { (items) } }
}

/// One source: publisher, headline where it was seen, date, language, kind, and the way to it.
pub fn source_line(site: Site, source: &Source) -> Markup {
    let title = source.title.as_ref().map(|title| {
        html! { ": " cite lang=(source.language.word()) { (title.as_str()) } }
    });
    html! { (link(source, maybe(title))) (about(site, source)) }
}

/// The way to a source: its publisher, and what is told beside that.
fn link(source: &Source, title: Markup) -> Markup {
    html! {
        a href=(source.url.as_str()) rel="external noopener" hreflang=(source.language.word()) {
            span class="publisher" { (source.publisher.as_str()) }
            (title)
        }
    }
}

/// Date, language, and what is to be known of a source.
fn about(site: Site, source: &Source) -> Markup {
    let date = match source.published {
        Some(date) => site.date(date),
        None => site.t(Key::Undated).to_owned(),
    };
    let mut about = vec![date, site.t(kind::language(source.language)).to_owned()];
    if let Some(word) = kind::notable_source_kind(source.kind) {
        about.push(site.t(word).to_owned());
    }
    if let Some(note) = &source.note {
        about.push(site.text(note).to_owned());
    }
    html! { span class="about" { (format!(" ({})", about.join(", "))) } }
}
