//! Which facts differ between two versions: their published forms, key by key.
//!
//! The published form is compared and not the files of `data/`, so that facts that are only moved
//! to another file or written in another form have not changed. What only stands in another
//! order has not changed either.

use super::found::{Both, Found};
use super::labels::{COMPUTED, label};
use super::values::{Names, gist, is_whole, items, joined, source_name, told, when, words};
use super::{How, Kind};
use crate::model::{Dataset, Text};
use crate::open_data::v1::v1;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Every fact that differs, in the order of the file; what is gone comes after what is there.
pub fn found(then: &Dataset, now: &Dataset, both: Both) -> Vec<Found> {
    let form = |dataset| serde_json::to_value(v1(dataset, "/")).unwrap_or_default();
    let (old, new) = (form(then), form(now));
    let (before, after) = (Names::of(&old, both), Names::of(&new, both));
    let mut walk = Walk { before, after, both, found: Vec::new() };
    if let (Value::Object(old), Value::Object(new)) = (&old, &new) {
        for key in ["licence", "reviewed"] {
            let flat = |from: &Map<String, Value>| match from.get(key) {
                Some(Value::Object(licence)) => licence.get("name").cloned().unwrap_or_default(),
                other => other.cloned().unwrap_or_default(),
            };
            walk.value(&Place::default(), key, &flat(old), &flat(new));
        }
    }
    for list in ["procurements", "regions"] {
        walk.list(&Place::default(), list, items(&old[list]), items(&new[list]));
    }
    // Parties and sources come and go with the facts that name them: those are told in one entry.
    for list in ["parties", "sources"] {
        walk.gathered(list, items(&old[list]), items(&new[list]));
    }
    walk.found
}

/// Where in the file we are.
#[derive(Clone, Default)]
struct Place {
    path: String,
    names: Vec<Text>,
    procurement: Option<String>,
    /// The list in which the thing stands whose keys are looked at.
    list: String,
}

impl Place {
    fn at(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}/{key}", self.path) }
    }

    /// A thing in a list, by its id or by its place among those without one.
    fn within(&self, list: &str, thing: &Value, nth: usize, both: Both) -> Place {
        let id = thing["id"].as_str();
        let mut place = self.clone();
        place.path = match id {
            Some(id) => format!("{}/{id}", self.at(list)),
            None => format!("{}/{nth}", self.at(list)),
        };
        place.list = list.to_owned();
        if list == "procurements" {
            place.procurement = id.map(str::to_owned);
        }
        let name = match (id, list) {
            (Some(_), "sources") => Some(source_name(thing, both)),
            (Some(_), "plans") => when_announced(thing, both),
            (Some(_), _) => gist(thing, both).map(|gist| short(&gist)),
            (None, _) => when(thing, both).map(|when| titled(&label(list), &when)),
        };
        place.names.extend(name);
        place
    }
}

struct Walk<'a> {
    before: Names,
    after: Names,
    both: Both<'a>,
    found: Vec<Found>,
}

impl Walk<'_> {
    /// The fields of one thing in both versions.
    fn fields(&mut self, place: &Place, old: &Map<String, Value>, new: &Map<String, Value>) {
        let keys = new.keys().chain(old.keys().filter(|key| !new.contains_key(*key)));
        for key in keys.filter(|key| !COMPUTED.contains(&key.as_str())) {
            let (old, new) = (old.get(key).unwrap_or(&NONE), new.get(key).unwrap_or(&NONE));
            self.value(place, key, old, new);
        }
    }

    /// One field of a thing.
    fn value(&mut self, place: &Place, key: &str, old: &Value, new: &Value) {
        if old == new {
            return;
        }
        match (old, new) {
            (Value::Array(old), Value::Array(new)) if of_things(old) || of_things(new) => {
                self.list(place, key, old, new);
            }
            (Value::Array(old), Value::Array(new)) => self.set(place, key, old, new),
            (Value::Object(one), Value::Object(other)) if !is_whole(old) && !is_whole(new) => {
                let mut place = place.clone();
                place.path = place.at(key);
                place.names.push(label(key));
                key.clone_into(&mut place.list);
                self.fields(&place, one, other);
            }
            _ => {
                let (from, to) =
                    (self.said(place, key, old, true), self.said(place, key, new, false));
                // A headline or an address of a source may be gone since it named a person.
                let hidden = place.list == "sources" && matches!(key, "title" | "url");
                let how = match (old, new) {
                    (Value::Null, _) => How::Added,
                    (_, Value::Null) => How::Removed,
                    _ => How::Changed,
                };
                self.push(place, how, Some(key), from, to);
                if let (true, Some(last)) = (hidden, self.found.last_mut()) {
                    last.withhold();
                }
            }
        }
    }

    /// A value in words, in the version in which it stands.
    fn said(&self, place: &Place, key: &str, value: &Value, old: bool) -> Option<Text> {
        let names = if old { &self.before } else { &self.after };
        let whole = told(&place.list, key, value, names, self.both);
        whole.or_else(|| value.is_object().then(|| gist(value, self.both)).flatten())
    }

    /// Words or ids whose order means nothing: those that are gone, and those that came.
    fn set(&mut self, place: &Place, key: &str, old: &[Value], new: &[Value]) {
        let only = |these: &[Value], others: &[Value]| {
            Value::Array(these.iter().filter(|one| !others.contains(one)).cloned().collect())
        };
        let (gone, came) = (only(old, new), only(new, old));
        let (from, to) = (self.said(place, key, &gone, true), self.said(place, key, &came, false));
        if from.is_some() || to.is_some() {
            self.push(place, How::Changed, Some(key), from, to);
        }
    }

    /// Things in a list, each beside the one that it was.
    fn list(&mut self, place: &Place, list: &str, old: &[Value], new: &[Value]) {
        let pairs = pairs(list, old, new);
        for (nth, thing) in new.iter().enumerate() {
            let at = place.within(list, thing, nth, self.both);
            match pairs.get(&nth).map(|then| &old[*then]) {
                Some(Value::Object(then)) => {
                    if let Value::Object(now) = thing {
                        self.fields(&at, then, now);
                    }
                }
                _ => self.whole(place, &at, list, thing, How::Added),
            }
        }
        let still: BTreeSet<usize> = pairs.values().copied().collect();
        for (nth, thing) in old.iter().enumerate().filter(|(nth, _)| !still.contains(nth)) {
            let at = place.within(list, thing, nth, self.both);
            self.whole(place, &at, list, thing, How::Removed);
        }
    }

    /// A thing that came or went, with all that is in it.
    fn whole(&mut self, place: &Place, at: &Place, list: &str, thing: &Value, how: How) {
        let gist = gist(thing, self.both);
        let (from, to) = if how == How::Added { (None, gist) } else { (gist, None) };
        let mut at = at.clone();
        at.names.clone_from(&place.names);
        self.found.push(Found {
            kind: Kind::Fact,
            how,
            procurement: at.procurement,
            path: at.path,
            names: at.names,
            field: Some(label(list)),
            from,
            to,
            because: None,
            withheld: false,
        });
    }

    /// Parties or sources: what is in both is looked into, the others are named together.
    fn gathered(&mut self, list: &str, old: &[Value], new: &[Value]) {
        let only = |these: &[Value], others: &[Value]| -> Vec<Value> {
            let ids: BTreeSet<&str> = others.iter().filter_map(|one| one["id"].as_str()).collect();
            let known = |one: &&Value| one["id"].as_str().is_some_and(|id| ids.contains(id));
            these.iter().filter(|one| !known(one)).cloned().collect()
        };
        let (gone, came) = (only(old, new), only(new, old));
        let stayed: Vec<Value> = new.iter().filter(|one| !came.contains(one)).cloned().collect();
        let were: Vec<Value> = old.iter().filter(|one| !gone.contains(one)).cloned().collect();
        self.list(&Place::default(), list, &were, &stayed);
        for (those, how) in [(came, How::Added), (gone, How::Removed)] {
            let names: Vec<Text> = those
                .iter()
                .filter_map(|one| match list {
                    "sources" => Some(source_name(one, self.both)),
                    _ => words(&one["name"]),
                })
                .collect();
            if names.is_empty() {
                continue;
            }
            let names = Some(joined(&names));
            let (from, to) = if how == How::Added { (None, names) } else { (names, None) };
            self.push(&Place::default(), how, Some(list), from, to);
        }
    }

    fn push(
        &mut self,
        place: &Place,
        how: How,
        key: Option<&str>,
        from: Option<Text>,
        to: Option<Text>,
    ) {
        self.found.push(Found {
            kind: Kind::Fact,
            how,
            procurement: place.procurement.clone(),
            path: key.map_or_else(|| place.path.clone(), |key| place.at(key)),
            names: place.names.clone(),
            field: key.map(label),
            from,
            to,
            because: None,
            withheld: false,
        });
    }
}

const NONE: Value = Value::Null;

fn of_things(list: &[Value]) -> bool {
    list.iter().any(Value::is_object)
}

/// Which thing of the new list, by its place, was which of the old one.
///
/// By id where things have ids. Others are the same when nothing in them differs; of those left,
/// a promise is known by its plan, a name by itself, and anything else by having more than half
/// of its fields in common.
fn pairs(list: &str, old: &[Value], new: &[Value]) -> BTreeMap<usize, usize> {
    let mut pairs = BTreeMap::new();
    let mut left: Vec<usize> = (0..old.len()).collect();
    let mut take = |nth: usize, left: &mut Vec<usize>, fits: &dyn Fn(&Value) -> bool| {
        if let Some(at) = left.iter().position(|then| fits(&old[*then])) {
            pairs.insert(nth, left.remove(at));
        }
        pairs.contains_key(&nth)
    };
    let key = match list {
        "promises" => Some("plan"),
        "programmes" | "former_names" => Some("name"),
        _ if new.iter().chain(old).any(|one| one["id"].is_string()) => Some("id"),
        _ => None,
    };
    if let Some(key) = key {
        let places: BTreeMap<&str, usize> =
            old.iter().enumerate().filter_map(|(at, one)| Some((one[key].as_str()?, at))).collect();
        let place = |one: &Value| places.get(one[key].as_str()?).copied();
        return new.iter().enumerate().filter_map(|(nth, one)| Some((nth, place(one)?))).collect();
    }
    let mut open = Vec::new();
    for (nth, thing) in new.iter().enumerate() {
        if !take(nth, &mut left, &|then| then == thing) {
            open.push(nth);
        }
    }
    for nth in open {
        take(nth, &mut left, &|then| is_like(then, &new[nth]));
    }
    pairs
}

/// Whether two things have more than half of their fields in common.
fn is_like(one: &Value, other: &Value) -> bool {
    let (Value::Object(one), Value::Object(other)) = (one, other) else { return false };
    let keys: Vec<_> = one.keys().filter(|key| !COMPUTED.contains(&key.as_str())).collect();
    let same = keys.iter().filter(|key| one.get(**key) == other.get(**key)).count();
    same * 2 > keys.len()
}

fn when_announced(plan: &Value, both: Both) -> Option<Text> {
    let by = words(&plan["by"])?;
    let of = label("plans");
    let gist = gist(&serde_json::json!({ "date": plan["announced"] }), both)?;
    Some(Text {
        sv: format!("{} {}, {}", of.sv, gist.sv, by.sv),
        en: format!("{} {}, {}", of.en, gist.en, by.en),
    })
}

/// A text that begins as this one does, no longer than a title.
fn short(text: &Text) -> Text {
    const LONGEST: usize = 90;
    let cut = |text: &str| {
        if text.chars().count() <= LONGEST {
            return text.to_owned();
        }
        let begin: String = text.chars().take(LONGEST).collect();
        let words = begin.rsplit_once(' ').map_or(begin.as_str(), |(words, _)| words);
        format!("{words} …")
    };
    Text { sv: cut(&text.sv), en: cut(&text.en) }
}

fn titled(what: &Text, of: &Text) -> Text {
    Text { sv: format!("{} {}", what.sv, of.sv), en: format!("{} {}", what.en, of.en) }
}
