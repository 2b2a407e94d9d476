//! JSON objects, written key by key.

use super::merge::into_list;
use crate::model::{Day, PartialDate, Text};
use serde_json::{Map, Value};

/// An object that is being written. What is absent has no key.
#[derive(Debug, Clone, Default)]
pub struct Object(Map<String, Value>);

impl Object {
    /// An object with an id.
    pub fn of(id: impl Into<String>) -> Object {
        Object::default().put("id", id.into())
    }

    pub fn put(mut self, key: impl Into<String>, value: impl Into<Value>) -> Object {
        self.0.insert(key.into(), value.into());
        self
    }

    pub fn maybe(self, key: &str, value: Option<impl Into<Value>>) -> Object {
        match value {
            Some(value) => self.put(key, value),
            None => self,
        }
    }

    /// A list, or nothing where it is empty.
    pub fn list(self, key: &str, values: Vec<impl Into<Value>>) -> Object {
        if values.is_empty() { self } else { self.put(key, values) }
    }

    /// A text in English, and in Swedish under the same key with `_sv`.
    pub fn words(self, key: &str, text: &Text) -> Object {
        self.put(key, text.en.as_str()).put(format!("{key}_sv"), text.sv.as_str())
    }

    pub fn maybe_words(self, key: &str, text: &Option<Text>) -> Object {
        match text {
            Some(text) => self.words(key, text),
            None => self,
        }
    }

    /// A date to come: the last instant of its window, and the date as vague as its source under
    /// the same key with `EDTF`.
    pub fn due(self, key: &str, date: PartialDate) -> Object {
        self.put(key, end_of(date.range().last)).put(format!("{key}EDTF"), date.edtf())
    }

    /// A date that has come. It cannot have been later than the day on which it was known.
    pub fn happened(self, key: &str, date: PartialDate, known: Day) -> Object {
        self.put(key, end_of(date.range().last.min(known))).put(format!("{key}EDTF"), date.edtf())
    }

    /// Takes over every key of another object.
    pub fn and(mut self, other: Object) -> Object {
        self.0.extend(other.0);
        self
    }

    /// Writes an object into a list: at its end, or into the one there that has its id.
    pub fn push(&mut self, key: &str, value: impl Into<Value>) {
        let list = self.0.entry(key).or_insert_with(|| Value::Array(vec![]));
        if let Value::Array(list) = list {
            into_list(list, value.into());
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Value {
        Value::Object(object.0)
    }
}

/// The last second of a day. Sources tell days and no zone, so it is written in UTC, as OCDS
/// advises for a day without a time; the day is what counts.
pub fn end_of(day: Day) -> String {
    format!("{day}T23:59:59Z")
}
