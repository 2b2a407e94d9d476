//! The sources of a fact, one step from it.

use super::Site;
use crate::i18n::{Key, kind};
use crate::model::{Source, SourceRef};
use crate::view::markup::maybe;
use crate::view::{Gathered, Markup, html};

/// A folded list of the sources of a fact. Its summary tells how many there are.
pub fn source_note(site: Site, sources: &'static [SourceRef]) -> Markup {
    if sources.is_empty() {
        return Markup::default();
    }
    let summary = match sources.len() {
        1 => site.t(Key::OneSource).to_owned(),
        n => site.fill(Key::SourcesCount, &[("n", &n.to_string())]),
    };
    html! {
        details class="sources" { summary { (summary) } (source_list(site, sources)) }
    }
}

/// The same, unfolded.
pub fn source_list(site: Site, sources: &'static [SourceRef]) -> Markup {
    let items = sources
        .iter()
        .map(|source| {
            html! { li { (source_line(site, site.dataset.source(*source))) } }
        })
        .gathered();
    html! { ul class="source-list" { (items) } }
}

/// One source: publisher, headline where it was seen, date, language, kind, and the way to it.
pub fn source_line(site: Site, source: &'static Source) -> Markup {
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
    let title = source.title.as_ref().map(|title| {
        html! { ": " cite lang=(source.language.code()) { (title.as_str()) } }
    });
    html! {
        a href=(source.url.as_str()) rel="external noopener" hreflang=(source.language.code()) {
            span class="publisher" { (source.publisher.as_str()) }
            (maybe(title))
        }
        span class="about" { (format!(" ({})", about.join(", "))) }
    }
}
