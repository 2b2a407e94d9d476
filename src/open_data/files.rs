//! Every file that the world reads, made from the same facts.
//!
//! One entry for each kind of file: who adds a format adds a line to [`files`].

use super::feeds;
use super::ledger::{self, Ledger};
use super::{calendars, ocds, rdf, tables, v1};
use crate::i18n::Messages;
use crate::model::{Dataset, Lang, SiteSettings};

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where it lies below the site's root, with forward slashes.
    pub path: String,
    pub bytes: Vec<u8>,
}

impl File {
    /// A file of text.
    pub fn text(path: impl Into<String>, text: impl Into<String>) -> File {
        File { path: path.into(), bytes: text.into().into_bytes() }
    }
}

/// What all files are made from.
#[derive(Clone, Copy)]
pub struct Publication<'a> {
    /// Whose site it is.
    pub settings: &'a SiteSettings,
    pub dataset: &'a Dataset,
    /// What every address begins with, with a slash at its end: where the site stands, or `/`
    /// when nobody has told.
    pub root: &'a str,
    /// The words of both languages, in the order of [`Lang::ALL`].
    pub messages: &'a [Messages],
    /// What each edit of the facts changed.
    pub ledger: &'a Ledger,
}

impl<'a> Publication<'a> {
    /// Whether the site knows where it stands. Formats whose standard asks for whole addresses
    /// are left out when it does not.
    pub fn is_placed(self) -> bool {
        self.root.starts_with("http")
    }

    /// The words of a language.
    ///
    /// # Panics
    /// When `messages` lacks the language.
    pub fn words(self, lang: Lang) -> &'a Messages {
        self.messages
            .iter()
            .find(|messages| messages.lang() == lang)
            .expect("the words of every language")
    }
}

/// Every published file, or why they cannot be published.
pub fn files(publication: Publication) -> Result<Vec<File>, String> {
    let mut files = v1::files(publication)?;
    let tables = tables::files(publication, &files)?;
    files.extend(tables);
    files.extend(calendars::files(publication)?);
    files.extend(ocds::files(publication)?);
    files.extend(ledger::files(publication));
    files.extend(feeds::files(publication)?);
    files.extend(rdf::files(publication)?);
    // It lists what the others have made.
    files.extend(rdf::catalogue(publication, &files)?);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}
