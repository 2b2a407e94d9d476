//! Parties, by id.

use super::{Names, plain};
use crate::data::record::{FormerNameRecord, PartyRecord, Records};
use crate::model::{FormerName, Party};
use std::collections::BTreeMap;

/// Every party that is whole. Of two with one id the first.
pub fn resolve(records: &Records, names: &Names) -> Vec<Party> {
    let mut parties = BTreeMap::new();
    for party in records.parties.iter().filter_map(|entry| one(&entry.record, names)) {
        parties.entry(party.id.clone()).or_insert(party);
    }
    parties.into_values().collect()
}

fn one(record: &PartyRecord, names: &Names) -> Option<Party> {
    Some(Party {
        id: plain(&record.id)?,
        role: record.role?,
        name: record.name.clone()?,
        former: record.former.iter().filter_map(|entry| former(&entry.record, names)).collect(),
        wikidata: record.wikidata,
    })
}

fn former(record: &FormerNameRecord, names: &Names) -> Option<FormerName> {
    Some(FormerName {
        name: record.name.clone()?,
        until: plain(&record.until)?,
        sources: names.sources(&record.sources)?,
    })
}
