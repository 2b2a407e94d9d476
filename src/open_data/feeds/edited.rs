//! What edits of the data changed, from the ledger: one entry for each version, in a
//! procurement's feed with what changed there.

use super::super::files::Publication;
use super::super::ledger::{Change, Version};
use super::entry::{Block, Entry, id};
use super::words;
use crate::i18n::format;
use crate::model::{Lang, Procurement};

/// How many changes an entry tells; the ledger's page has all.
pub const LONGEST: usize = 40;

/// An entry for each version in which something changed.
pub fn entries(publication: Publication, lang: Lang, of: Option<&Procurement>) -> Vec<Entry> {
    let versions = publication.ledger.versions.iter();
    versions.filter_map(|version| entry(publication, lang, of, version)).collect()
}

fn entry(
    publication: Publication,
    lang: Lang,
    of: Option<&Procurement>,
    version: &Version,
) -> Option<Entry> {
    let own = |change: &&Change| {
        of.is_none_or(|of| change.procurement.as_deref() == Some(of.id.as_str()))
    };
    let changes: Vec<&Change> = version.changes.iter().filter(own).collect();
    if changes.is_empty() {
        return None;
    }
    let said = version.said.iter().flat_map(|said| [&said.subject, &said.body]);
    let said = said.filter(|words| !words.is_empty()).map(|words| Block::English(words.clone()));
    let told = changes.iter().take(LONGEST).map(|change| Block::Change {
        what: change.about(lang, of.is_some()),
        told: change.line(lang),
    });
    let left = changes.len().saturating_sub(LONGEST);
    let more = (left > 0).then(|| Block::Text(words::more(lang, left)));
    let about = words::edited(lang, changes.len());
    Some(Entry {
        id: id(&["edit", lang.code(), &version.id, of.map_or("", |of| of.id.as_str())]),
        title: match of {
            Some(of) => format!("{}: {about}", of.name.get(lang)),
            None => format::capitalized(&about),
        },
        day: version.day()?,
        category: ("edit", words::kind(lang, "edit").to_owned()),
        url: format!("{}{}", publication.root, version.page(lang)),
        said: said.chain(told).chain(more).collect(),
        sources: vec![],
    })
}
