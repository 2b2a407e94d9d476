//! A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1).

use super::entry::{Entry, timestamp};
use super::{Feed, Form, words};
use crate::i18n::Key;
use serde::Serialize;

#[derive(Serialize)]
struct Whole<'a> {
    version: &'static str,
    title: String,
    home_page_url: String,
    feed_url: String,
    description: &'static str,
    language: &'static str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    url: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_html: String,
    content_text: String,
    date_published: String,
    date_modified: String,
    language: &'static str,
    tags: [&'a str; 1],
    /// Ours, as the standard lets anybody add: the documents that the entry rests on.
    _utlovat: Sources<'a>,
}

#[derive(Serialize)]
struct Sources<'a> {
    sources: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct Source<'a> {
    title: &'a str,
    url: &'a str,
    language: &'static str,
}

/// The file's text.
pub fn write(feed: &Feed) -> String {
    let messages = feed.publication.words(feed.lang);
    let whole = Whole {
        version: "https://jsonfeed.org/version/1.1",
        title: feed.title(),
        home_page_url: feed.page(),
        feed_url: feed.address(Form::Json),
        description: words::subtitle(feed.lang),
        language: feed.lang.code(),
        authors: [Author { name: messages.get(Key::PublisherName), url: feed.publication.root }],
        items: feed.entries.iter().map(|entry| item(feed, entry)).collect(),
    };
    let mut json =
        serde_json::to_string_pretty(&whole).expect("structs of texts always have a JSON form");
    json.push('\n');
    json
}

fn item<'a>(feed: &Feed, entry: &'a Entry) -> Item<'a> {
    let day = timestamp(entry.day);
    let sources = entry.sources.iter();
    let source = |link: &'a super::entry::Link| Source {
        title: &link.title,
        url: &link.url,
        language: link.language,
    };
    Item {
        id: &entry.id,
        url: &entry.url,
        title: &entry.title,
        content_html: entry.html(),
        content_text: entry.text(),
        date_published: day.clone(),
        date_modified: day,
        language: feed.lang.code(),
        tags: [&entry.category.1],
        _utlovat: Sources { sources: sources.map(source).collect() },
    }
}
