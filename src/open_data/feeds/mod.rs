//! What is new, for programs that look again and again: Atom (RFC 4287) and JSON Feed 1.1.
//!
//! One feed for the site and one for each procurement, in each language. An entry tells what
//! became known, on the day on which it did, or what an edit of our data changed, on the day of
//! the edit. A day without an hour is told as noon, UTC, which is that day in the whole of Europe
//! and America. Ids are names (`urn:uuid:`) of the fact and not addresses, so that no reader is
//! told everything anew when the site moves.
//!
//! Both standards ask for whole addresses: a site that does not know where it stands has none.

mod atom;
mod edited;
mod entry;
mod json;
mod known;
mod words;

pub use entry::{Block, Entry};

use super::files::{File, Publication};
use crate::i18n::{Key, Messages};
use crate::model::{Day, Id, Lang, Procurement, Text};
use crate::route::{Address, Page};

/// The media type of an Atom feed.
pub const ATOM: &str = "application/atom+xml";

/// The media type by which a page names a JSON Feed. Hosts may serve it as plain JSON.
pub const JSON: &str = "application/feed+json";

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

/// How many entries the site's own feed has, the newest. Those of procurements have all.
pub const LATEST: usize = 100;

/// A feed in a language.
pub struct Feed<'a> {
    publication: Publication<'a>,
    lang: Lang,
    /// Of one procurement, or of all.
    of: Option<&'a Procurement>,
    /// Newest first.
    pub entries: Vec<Entry>,
}

impl<'a> Feed<'a> {
    /// What is new about a procurement, or about everything.
    pub fn new(publication: Publication<'a>, lang: Lang, of: Option<&'a Procurement>) -> Feed<'a> {
        Feed::of(publication, lang, of, &known::entries(publication, lang))
    }

    /// The same from all entries about what became known.
    fn of(
        publication: Publication<'a>,
        lang: Lang,
        of: Option<&'a Procurement>,
        known: &[(Id, Entry)],
    ) -> Feed<'a> {
        let own = |(about, _): &&(Id, Entry)| of.is_none_or(|of| of.id == *about);
        let known = known.iter().filter(own).map(|(_, entry)| entry.clone());
        let mut entries: Vec<Entry> = known.chain(edited::entries(publication, lang, of)).collect();
        entries.sort_by(|one, other| other.day.cmp(&one.day).then_with(|| one.id.cmp(&other.id)));
        if of.is_none() {
            entries.truncate(LATEST);
        }
        Feed { publication, lang, of, entries }
    }

    fn title(&self) -> String {
        title(self.publication.words(self.lang), self.of.map(|of| &of.name))
    }

    /// What the feed itself is called by programs.
    fn id(&self) -> String {
        entry::id(&["feed", self.lang.code(), self.of.map_or("", |of| of.id.as_str())])
    }

    /// The page that it is about.
    fn page(&self) -> String {
        let page = match self.of {
            Some(of) => Page::Procurement(of.id.clone()),
            None => Page::Changes,
        };
        format!("{}{}", self.publication.root, Address::new(self.lang, page))
    }

    fn address(&self, form: Form) -> String {
        let of = self.of.map(|of| &of.id);
        format!("{}{}", self.publication.root, path(of, self.lang, form))
    }

    /// The day of its newest entry; without any, that of the last review.
    fn day(&self) -> Day {
        self.entries.first().map_or(self.publication.dataset.reviewed, |entry| entry.day)
    }

    fn file(&self, form: Form) -> Result<File, String> {
        let text = match form {
            Form::Atom => atom::write(self).map_err(|error| format!("a feed: {error}"))?,
            Form::Json => json::write(self),
        };
        Ok(File::text(path(self.of.map(|of| &of.id), self.lang, form), text))
    }
}

/// Every feed in both forms; none where the site does not know its address.
pub fn files(publication: Publication) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    if !publication.is_placed() {
        return Ok(files);
    }
    for lang in Lang::ALL {
        let known = known::entries(publication, lang);
        // Each procurement takes its own, so that ten thousand facts are not looked at two
        // hundred times.
        let all = Feed::of(publication, lang, None, &known);
        let mut by_procurement = known::by_procurement(known);
        let each = publication.dataset.procurements.iter().map(|of| {
            let own = by_procurement.remove(&of.id).unwrap_or_default();
            Feed::of(publication, lang, Some(of), &own)
        });
        for feed in std::iter::once(all).chain(each) {
            files.push(feed.file(Form::Atom)?);
            files.push(feed.file(Form::Json)?);
        }
    }
    Ok(files)
}
