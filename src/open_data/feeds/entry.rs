//! One entry of a feed, whatever form it takes.

use super::super::files::Publication;
use crate::i18n::format;
use crate::model::{Day, Lang, SourceRef, Word};
use uuid::Uuid;

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `urn:uuid:…`, the same in every build and wherever the site stands.
    pub id: String,
    pub title: String,
    /// When it became known, or when the data were edited.
    pub day: Day,
    /// What kind of thing it is: a fixed word, and the same in the reader's language.
    pub category: (&'static str, String),
    /// The page that tells of it.
    pub url: String,
    pub said: Vec<Block>,
    pub sources: Vec<Link>,
}

/// A piece of what an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Text(String),
    /// Words in English, whatever the language of the feed.
    English(String),
    /// What changed, and what is told of that.
    Change {
        what: String,
        told: String,
    },
}

/// A document that an entry rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub title: String,
    pub url: String,
    /// ISO 639-1.
    pub language: &'static str,
}

/// What the ids of this project's feeds are derived from; it must never change.
const NAMESPACE: Uuid = Uuid::from_u128(0x5fa1_cdd9_5fd5_47cc_8ed9_6a02_0484_6f7e);

/// An id from what leads to its subject.
pub fn id(path: &[&str]) -> String {
    Uuid::new_v5(&NAMESPACE, path.join("/").as_bytes()).urn().to_string()
}

/// A day as a feed tells it: noon, UTC, since both standards ask for an hour and a zone.
pub fn timestamp(day: Day) -> String {
    format!("{day}T12:00:00Z")
}

/// Sources, each once, in the order in which the fact names them.
pub fn links(publication: Publication, lang: Lang, sources: &[SourceRef]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for source in sources.iter().map(|source| publication.dataset.source(*source)) {
        if links.iter().any(|link| link.url == source.url) {
            continue;
        }
        let mut title = source.publisher.clone();
        if let Some(headline) = &source.title {
            title = format!("{title}: {headline}");
        }
        if let Some(date) = source.published {
            title = format!("{title} ({})", format::date(lang, date));
        }
        links.push(Link { title, url: source.url.clone(), language: source.language.word() });
    }
    links
}

impl Entry {
    /// What it says, as HTML.
    pub fn html(&self) -> String {
        let mut html = String::new();
        for block in &self.said {
            html.push_str(&match block {
                Block::Text(text) => format!("<p>{}</p>", lines(text)),
                Block::English(text) => {
                    format!("<blockquote lang=\"en\"><p>{}</p></blockquote>", lines(text))
                }
                Block::Change { what, told } => {
                    format!("<p><strong>{}</strong>: {}</p>", lines(what), lines(told))
                }
            });
        }
        if !self.sources.is_empty() {
            html.push_str("<ul>");
            for Link { title, url, language } in &self.sources {
                let (url, title) = (escaped(url), escaped(title));
                html.push_str(&format!(
                    "<li><a href=\"{url}\" hreflang=\"{language}\">{title}</a></li>"
                ));
            }
            html.push_str("</ul>");
        }
        html
    }

    /// What it says, as text.
    pub fn text(&self) -> String {
        let said = self.said.iter().map(|block| match block {
            Block::Text(text) | Block::English(text) => text.clone(),
            Block::Change { what, told } => format!("{what}: {told}"),
        });
        let sources = self.sources.iter().map(|Link { title, url, .. }| format!("{title} <{url}>"));
        said.chain(sources).collect::<Vec<_>>().join("\n\n")
    }
}

/// A text as HTML, with its own lines.
fn lines(text: &str) -> String {
    escaped(text).replace('\n', "<br>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
