//! The ledger of the data: what each edit of the facts changed, so that nothing is corrected in
//! silence.
//!
//! It is kept in a file of its own, which `cargo xtask ledger` makes from git's history and adds
//! to. What has been written stays as it was written: entries are words, not references, since
//! what they tell of may be gone from today's facts.

mod conclusions;
mod facts;
mod found;
mod labels;
mod said;
mod values;

pub use conclusions::line;
pub use labels::{COMPUTED, is_named};
pub use said::{Told, came, went};

use super::files::{File, Publication};
use crate::i18n::Messages;
use crate::model::{Dataset, Day, Lang, PartialDate, Text};
use crate::route::Document;
use found::Both;
use serde::{Deserialize, Serialize};

/// Where the ledger is kept, in the project's folder.
pub const FILE: &str = "ledger/changes.json";

/// Every version of the data that is known of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// Newest first.
    pub versions: Vec<Version>,
}

/// The data as one commit left them, and what that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The day and the beginning of the commit's name: unique, and never changed.
    pub id: String,
    /// The day of the commit, ISO 8601.
    pub day: String,
    /// The commit's name when it was entered here.
    pub commit: String,
    /// Git's name of what was in `data/`: the same facts have the same name.
    pub tree: String,
    /// What the commit said, in English; of a merge, what each commit that came with it said.
    pub said: Vec<Said>,
    /// Whether it could be compared with the version before it. The first one has none, and an
    /// older form of the data is not read any more.
    pub compared: bool,
    pub changes: Vec<Change>,
}

/// The words of a commit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub subject: String,
    /// Why, in paragraphs; it may be empty.
    pub body: String,
}

/// One thing that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Unique in the ledger.
    pub id: String,
    pub kind: Kind,
    pub change: How,
    /// The id of the procurement that it is about.
    pub procurement: Option<String>,
    /// Keys and ids that lead to it in `data/v1/dataset.json`; of a conclusion, to its subject.
    pub path: String,
    /// What readers call its subject, from the whole to the part.
    pub names: Vec<Text>,
    /// What is told of the subject, where it is a part of it that changed.
    pub field: Option<Text>,
    /// What was told; absent where nothing was.
    pub from: Option<Text>,
    /// What is told instead; absent where nothing is.
    pub to: Option<Text>,
    /// Why a conclusion is another one, where that is known.
    pub because: Option<Text>,
    /// Whether what was told before is left out here too, since it may name or concern a person.
    pub withheld: bool,
}

/// What kind of thing changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// What an editor wrote.
    Fact,
    /// What we compute from it.
    Conclusion,
}

/// How it changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    Added,
    Changed,
    Removed,
}

impl Ledger {
    /// Reads the file of a ledger, or tells why it cannot be read.
    pub fn read(text: &str) -> Result<Ledger, String> {
        let ledger: Ledger = serde_json::from_str(text)
            .map_err(|error| format!("{FILE} is no ledger ({error}): restore it from git."))?;
        match ledger.versions.iter().find(|version| version.day().is_none()) {
            Some(version) => Err(format!(
                "{FILE} tells `{}` as the day of {}: write it as 2026-01-31.",
                version.day, version.id
            )),
            None => Ok(ledger),
        }
    }

    /// The file's text: the same ledger is the same bytes.
    pub fn write(&self) -> String {
        to_json(self)
    }
}

impl Version {
    /// The day of the commit; absent where the ledger tells none.
    pub fn day(&self) -> Option<Day> {
        match PartialDate::parse(&self.day) {
            Ok(PartialDate::Day(day)) => Some(day),
            _ => None,
        }
    }

    /// Where the page of the ledger tells of it, below the site's base.
    pub fn page(&self, lang: Lang) -> String {
        format!("{}#{}", Document::Ledger.path(lang), self.id)
    }
}

/// The ledger as it is published: the same, with the page of each version.
#[derive(Serialize)]
struct Published<'a> {
    schema: &'static str,
    licence: &'static str,
    versions: Vec<PublishedVersion<'a>>,
}

#[derive(Serialize)]
struct PublishedVersion<'a> {
    page: Text,
    #[serde(flatten)]
    version: &'a Version,
}

/// `data/changes.json`.
pub fn files(publication: Publication) -> Vec<File> {
    let page = |version: &Version, lang| format!("{}{}", publication.root, version.page(lang));
    let versions = publication.ledger.versions.iter();
    let published = Published {
        schema: "utlovat/changes/v1",
        licence: publication.dataset.licence.url(),
        versions: versions
            .map(|version| PublishedVersion {
                page: Text { sv: page(version, Lang::Sv), en: page(version, Lang::En) },
                version,
            })
            .collect(),
    };
    vec![File::text("data/changes.json", to_json(&published))]
}

fn to_json(value: &impl Serialize) -> String {
    let mut json =
        serde_json::to_string_pretty(value).expect("structs of texts always have a JSON form");
    json.push('\n');
    json
}

/// Two versions of the data, one after the other.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    pub then: &'a Dataset,
    pub now: &'a Dataset,
    /// Whether what was told before is left out, as an editor asks who takes out what concerns
    /// a person.
    pub withheld: bool,
}

impl Pair<'_> {
    /// Everything that differs, first the facts and then what follows from them. `version` begins
    /// the id of each; `words` are those of both languages.
    pub fn changes(self, version: &str, words: &[Messages]) -> Vec<Change> {
        let facts = facts::found(self.then, self.now, Both(words));
        let conclusions = conclusions::found(self.then, self.now, Both(words));
        let name = |(nth, mut found): (usize, found::Found)| {
            if self.withheld {
                found.withhold();
            }
            found.named(format!("{version}-{nth}"))
        };
        (1..).zip(facts.into_iter().chain(conclusions)).map(name).collect()
    }
}
