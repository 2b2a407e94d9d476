//! Sources, by publisher, then by date.

use super::plain;
use crate::data::record::{Records, SourceFileRecord, SourceRecord};
use crate::model::Source;
use std::collections::BTreeSet;

/// Every source that is whole. Of two with one id the first.
pub fn resolve(records: &Records) -> Vec<Source> {
    let mut seen = BTreeSet::new();
    let mut sources: Vec<Source> = records
        .publishers
        .iter()
        .flat_map(|file| {
            file.record.sources.iter().filter_map(|entry| one(&file.record, &entry.record))
        })
        .filter(|source| seen.insert(source.id.clone()))
        .collect();
    sources.sort_by_key(|source| {
        let range = source.published.map(|date| date.range());
        // Undated ones last: `None` would come first.
        let undated = range.is_none();
        let days = range.map(|range| (range.first, range.last));
        (source.publisher.clone(), undated, days, source.id.clone())
    });
    sources
}

fn one(file: &SourceFileRecord, record: &SourceRecord) -> Option<Source> {
    Some(Source {
        id: plain(&record.id)?,
        publisher: file.publisher.clone()?,
        title: record.title.clone(),
        url: plain(&record.url)?,
        published: plain(&record.published),
        language: record.language?,
        kind: record.kind?,
        note: record.note.clone(),
        told: None,
    })
}
