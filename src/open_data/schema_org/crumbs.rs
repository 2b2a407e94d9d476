//! The way to a page, from the overview.

use super::Told;
use crate::i18n::Key;
use crate::route::{Document, Page};
use serde_json::{Value, json};

/// The way to a page of the app. The overview is where ways begin, an embedded chart has no place
/// on one, and what is not found has none.
pub fn to_page(told: Told, page: &Page) -> Option<Value> {
    let (between, name) = match page {
        _ if !told.is_placed() => return None,
        Page::Overview | Page::Embed(..) | Page::Reuse(..) | Page::NotFound => return None,
        Page::Procurement(id) => (None, told.procurement(id)?.name.get(told.lang())),
        Page::Event(id, fact) => {
            let one = told.procurement(id)?;
            let event = one.events.iter().find(|event| event.id == *fact)?;
            (Some(one), event.title.get(told.lang()))
        }
        Page::Claim(id, fact) => {
            let one = told.procurement(id)?;
            let claim = one.claims.iter().find(|claim| claim.id == *fact)?;
            (Some(one), claim.title.get(told.lang()))
        }
        _ => (None, told.name),
    };
    let between =
        between.map(|one| (one.name.get(told.lang()), told.url(Page::Procurement(one.id.clone()))));
    Some(way(told, between.into_iter().chain([(name, told.url(page.clone()))])))
}

/// The way to a page of plain reading.
pub fn to_document(told: Told, document: Document) -> Value {
    let url = format!("{}{}", told.root, document.path(told.lang()));
    way(told, [(told.name, url)].into_iter())
}

fn way<'a>(told: Told<'a>, steps: impl Iterator<Item = (&'a str, String)>) -> Value {
    let start = (told.words.get(Key::SiteName), told.url(Page::Overview));
    let items: Vec<Value> = [start]
        .into_iter()
        .chain(steps)
        .enumerate()
        .map(|(at, (name, item))| {
            json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": item })
        })
        .collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}
