//! What is new, for programs that look again and again: Atom (RFC 4287) and JSON Feed 1.1.

use crate::i18n::{Key, Messages};
use crate::model::{Id, Lang, Text};

/// The media type of an Atom feed.
pub const ATOM: &str = "application/atom+xml";

/// The form of a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// RFC 4287.
    Atom,
    /// JSON Feed 1.1.
    Json,
}

/// Where the feed of a procurement lies below the site's base; without one, that of the site.
pub fn path(of: Option<&Id>, lang: Lang, form: Form) -> String {
    let ending = match form {
        Form::Atom => "atom",
        Form::Json => "feed.json",
    };
    let lang = lang.code();
    match of {
        Some(id) => format!("data/feeds/{id}.{lang}.{ending}"),
        None => format!("data/feeds/{lang}.{ending}"),
    }
}

/// What a feed is called: "Utlovat: Skåne", or the site's name for that of the site.
pub fn title(words: &Messages, name: Option<&Text>) -> String {
    let site = words.get(Key::SiteName);
    match name {
        Some(name) => format!("{site}: {}", name.get(words.lang())),
        None => site.to_owned(),
    }
}
