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

/// One source below the name of its publisher: its headline, or its date where that was not seen,
/// is the way to it.
pub fn entry(site: Site, source: &Source) -> Markup {
    let date = match source.published {
        Some(date) => site.date(date),
        None => site.t(Key::Undated).to_owned(),
    };
    let (name, date) = match &source.title {
        Some(title) => (title.clone(), Some(date)),
        None => (date, None),
    };
    let lang = source.title.as_ref().map(|_| source.language.word());
    html! {
        a href=(source.url.as_str()) rel="external noopener" hreflang=(source.language.word())
            lang=[lang] { (name) }
        (said(date.into_iter().chain(kept(site, source))))
    }
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
    said(std::iter::once(date).chain(kept(site, source)))
}

/// What is to be known of a source beside its date: its language, its kind, how it was read.
fn kept<'a>(site: Site<'a>, source: &'a Source) -> impl Iterator<Item = String> + 'a {
    let own = source.language.word() == site.lang().code();
    let language = (!own).then(|| site.t(kind::language(source.language)).to_owned());
    let kind = kind::notable_source_kind(source.kind).map(|word| site.t(word).to_owned());
    let note = source.note.as_ref().map(|note| site.text(note).to_owned());
    language.into_iter().chain(kind).chain(note)
}

fn said(words: impl Iterator<Item = String>) -> Markup {
    let words: Vec<String> = words.collect();
    html! { span class="about" { (format!(" ({})", words.join(", "))) } }
}
