//! The sources of a fact, one step from it.

use super::Site;
use crate::i18n::{Key, kind};
use crate::model::{Source, SourceRef};
use leptos::prelude::*;

/// A folded list of the sources of a fact. Its summary tells how many there are.
pub fn source_note(site: Site, sources: &'static [SourceRef]) -> AnyView {
    if sources.is_empty() {
        return ().into_any();
    }
    let summary = match sources.len() {
        1 => site.t(Key::OneSource).to_owned(),
        n => site.fill(Key::SourcesCount, &[("n", &n.to_string())]),
    };
    view! {
        <details class="sources">
            <summary>{summary}</summary>
            {source_list(site, sources)}
        </details>
    }
    .into_any()
}

/// The same, unfolded.
pub fn source_list(site: Site, sources: &'static [SourceRef]) -> AnyView {
    let items = sources
        .iter()
        .map(|source| {
            view! { <li>{source_line(site, site.dataset.source(*source))}</li> }.into_any()
        })
        .collect_view();
    view! { <ul class="source-list">{items}</ul> }.into_any()
}

/// One source: publisher, headline where it was seen, date, language, kind, and the way to it.
pub fn source_line(site: Site, source: &'static Source) -> AnyView {
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
        view! { ": " <cite lang=source.language.code()>{title.as_str()}</cite> }.into_any()
    });
    view! {
        <a href=source.url.as_str() rel="external noopener" hreflang=source.language.code()>
            <span class="publisher">{source.publisher.as_str()}</span>
            {title}
        </a>
        <span class="about">{format!(" ({})", about.join(", "))}</span>
    }
    .into_any()
}
