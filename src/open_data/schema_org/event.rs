//! What happened, as an `Event`.

use super::{Told, thing};
use crate::model::{Confidence, Id, PartialDate, Procurement};
use crate::route::Page;
use serde_json::{Value, json};

/// An event, where it is confirmed: a machine would not read that it is not.
pub fn event(told: Told, of: &Procurement, id: &Id) -> Option<Value> {
    let event = of.events.iter().find(|event| event.id == *id)?;
    if event.confidence == Confidence::Low {
        return None;
    }
    let lang = told.lang();
    let mut node = json!({
        "@type": "Event",
        "name": event.title.get(lang),
        // It begins with the date in words, as exact as the source.
        "description": told.description,
        "url": told.url(Page::Event(of.id.clone(), event.id.clone())),
        "inLanguage": lang.code(),
        "subjectOf": thing::documents(told.dataset, &event.sources),
    });
    let parties = event.parties.iter().map(|party| thing::party(told.dataset.party(*party), lang));
    let parties: Vec<Value> = parties.collect();
    if !parties.is_empty() {
        node["about"] = json!(parties);
    }
    if let Some(date) = thing::date(event.date) {
        node["startDate"] = json!(date);
        // A month or a year is when it happened, not how long it lasted.
        if let PartialDate::Day(_) = event.date {
            node["endDate"] = json!(date);
        }
    }
    Some(node)
}
