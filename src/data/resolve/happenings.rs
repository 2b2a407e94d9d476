//! Events, costs and statements, in the order of their dates.

use super::{Names, plain};
use crate::data::record::{CostRecord, ELSEWHERE, Entry, EventRecord, PROGRAMME, StatementRecord};
use crate::model::{Cost, Day, Event, Id, PartialDate, Statement, TellsOf};
use std::collections::BTreeSet;
use toml::Spanned;

/// The events that are whole.
pub fn events(entries: &[Entry<EventRecord>], names: &Names) -> Vec<Event> {
    in_order(entries, |record| event(record, names), |event| (event.date, &event.id))
}

/// The costs that are whole.
pub fn costs(entries: &[Entry<CostRecord>], names: &Names) -> Vec<Cost> {
    in_order(entries, |record| cost(record, names), |cost| (cost.as_of, &cost.id))
}

/// The statements that are whole.
pub fn statements(entries: &[Entry<StatementRecord>], names: &Names) -> Vec<Statement> {
    in_order(entries, |record| statement(record, names), |said| (said.date, &said.id))
}

/// First day, then last day, then id: an order for a list, not a claim of what came first.
pub fn list_order(date: PartialDate, id: &Id) -> (Day, Day, Id) {
    let range = date.range();
    (range.first, range.last, id.clone())
}

fn in_order<R, F>(
    entries: &[Entry<R>],
    resolve: impl Fn(&R) -> Option<F>,
    key: impl Fn(&F) -> (PartialDate, &Id),
) -> Vec<F> {
    let mut seen = BTreeSet::new();
    let mut facts: Vec<F> = entries
        .iter()
        .filter_map(|entry| resolve(&entry.record))
        .filter(|fact| seen.insert(key(fact).1.clone()))
        .collect();
    facts.sort_by_key(|fact| {
        let (date, id) = key(fact);
        list_order(date, id)
    });
    facts
}

fn event(record: &EventRecord, names: &Names) -> Option<Event> {
    Some(Event {
        id: plain(&record.id)?,
        date: plain(&record.date)?,
        kind: record.kind?,
        title: record.title.clone()?,
        text: record.text.clone()?,
        parties: names.parties(&record.parties),
        sources: names.sources(&record.sources)?,
        confidence: record.confidence?,
        landmark: record.landmark.unwrap_or(false),
        note: record.note.clone(),
        public: plain(&record.public),
        tells_of: record.tells_of.as_deref().map(tells_of),
    })
}

fn tells_of(names: &[Spanned<String>]) -> TellsOf {
    let has = |word: &str| names.iter().any(|name| name.get_ref() == word);
    if has(PROGRAMME) {
        return TellsOf::Programme;
    }
    if has(ELSEWHERE) {
        return TellsOf::Elsewhere;
    }
    TellsOf::Milestones(names.iter().filter_map(|name| Id::parse(name.get_ref()).ok()).collect())
}

fn cost(record: &CostRecord, names: &Names) -> Option<Cost> {
    let disputed = names.sources(&record.disputed_sources);
    Some(Cost {
        id: plain(&record.id)?,
        as_of: plain(&record.as_of)?,
        public: plain(&record.public),
        kind: record.kind?,
        money: record.money?,
        covers: record.covers.clone()?,
        other_area: record.other_area.unwrap_or(false),
        by: record.by.clone()?,
        disputed: record.disputed.clone().filter(|_| disputed.is_some()),
        disputed_sources: disputed.unwrap_or_default(),
        sources: names.sources(&record.sources)?,
    })
}

fn statement(record: &StatementRecord, names: &Names) -> Option<Statement> {
    Some(Statement {
        id: plain(&record.id)?,
        date: plain(&record.date)?,
        public: plain(&record.public),
        by: record.by.clone()?,
        text: record.text.clone()?,
        sources: names.sources(&record.sources)?,
    })
}
