//! The fields of one table, taken out one by one; what is left over is unknown.

use super::{Entry, Log, Mentioned, value::FromValue};
use crate::data::problem::{Place, Problem, ProblemKind, Shape, nearest_first};
use crate::model::Text;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The field of any entry that names the dates in its texts which are later than its fact.
const AHEAD: &str = "looks-ahead";

/// Something that is read from a table.
pub trait Record {
    /// Takes its fields. What is missing or wrong is noted and becomes `None`.
    fn read(fields: &mut Fields) -> Self;
}

/// A table that is being read.
pub struct Fields<'a> {
    pub(super) log: &'a mut Log,
    pub(super) place: &'a Place,
    pub(super) span: Range<usize>,
    /// How fields are called in problems: `title.` inside of `title`.
    path: String,
    table: DeTable<'a>,
    asked: Vec<&'static str>,
    /// Whether entries within say whose they are: `claim "x", step 2`.
    names_parent: bool,
}

/// Reads the whole table of a file.
pub fn read_file<R: Record>(table: Spanned<DeTable<'_>>, place: &Place, log: &mut Log) -> Entry<R> {
    let span = table.span();
    let mut fields = Fields::of(table.into_inner(), span, place, log);
    fields.names_parent = false;
    fields.finish_entry()
}

impl<'a> Fields<'a> {
    fn of(
        table: DeTable<'a>,
        span: Range<usize>,
        place: &'a Place,
        log: &'a mut Log,
    ) -> Fields<'a> {
        Fields { log, place, span, path: String::new(), table, asked: vec![], names_parent: true }
    }

    /// A field that has to be there.
    pub fn required<T: FromValue>(&mut self, key: &'static str) -> Option<T> {
        if !self.has(key) {
            let field = self.field(key);
            self.note(self.span.clone(), ProblemKind::MissingField { field });
        }
        self.optional(key)
    }

    /// A field that may be absent.
    pub fn optional<T: FromValue>(&mut self, key: &'static str) -> Option<T> {
        let value = self.take(key)?;
        let field = self.field(key);
        T::from_value(value, &field, self)
    }

    /// The ids of the sources of a fact. Without one there is no fact.
    pub fn sources(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let missing = |fields: &mut Fields, span| {
            let field = fields.field(key);
            fields.note(span, ProblemKind::FactWithoutSource { field });
            vec![]
        };
        match self.take(key) {
            None => missing(self, self.span.clone()),
            Some(value) if value.get_ref().as_array().is_some_and(|array| array.is_empty()) => {
                missing(self, value.span())
            }
            Some(value) => {
                let field = self.field(key);
                let names = Vec::from_value(value, &field, self).unwrap_or_default();
                self.mention_all(Mentioned::Source, &names);
                names
            }
        }
    }

    /// The ids of the parties that take part; there may be none.
    pub fn parties(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let names: Vec<_> = self.optional(key).unwrap_or_default();
        self.mention_all(Mentioned::Party, &names);
        names
    }

    /// The id of something that has to exist.
    pub fn reference(&mut self, key: &'static str, kind: Mentioned) -> Option<Spanned<String>> {
        let name: Option<Spanned<String>> = self.required(key);
        self.mention_all(kind, name.as_slice());
        name
    }

    /// The id of something that may be absent.
    pub fn optional_reference(
        &mut self,
        key: &'static str,
        kind: Mentioned,
    ) -> Option<Spanned<String>> {
        let name: Option<Spanned<String>> = self.optional(key);
        self.mention_all(kind, name.as_slice());
        name
    }

    /// The ids of milestones, or one word in their place. `None` when the field is absent.
    pub fn milestones_or(
        &mut self,
        key: &'static str,
        words: &[&str],
    ) -> Option<Vec<Spanned<String>>> {
        let names: Option<Vec<Spanned<String>>> = self.optional(key);
        let milestones =
            names.iter().flatten().filter(|name| !words.contains(&name.get_ref().as_str()));
        let milestones: Vec<_> = milestones.cloned().collect();
        self.mention_all(Mentioned::Milestone, &milestones);
        names
    }

    /// A text that may be absent, with its sources, which have to be there when it is.
    pub fn sourced(
        &mut self,
        key: &'static str,
        sources: &'static str,
    ) -> (Option<Text>, Vec<Spanned<String>>) {
        if self.any(&[key, sources]) {
            (self.required(key), self.sources(sources))
        } else {
            (None, vec![])
        }
    }

    /// Whether one of these fields is there, right or wrong: fields that go together.
    pub fn any(&mut self, keys: &[&'static str]) -> bool {
        self.asked.extend(keys);
        keys.iter().any(|key| self.has(key))
    }

    /// The words of a list that may not be empty.
    pub fn at_least_one<T>(&mut self, key: &'static str) -> Vec<T>
    where
        Vec<T>: FromValue,
    {
        let span = self.table.get(key).map_or(self.span.clone(), Spanned::span);
        let list: Option<Vec<T>> = self.required(key);
        if list.as_ref().is_some_and(Vec::is_empty) {
            let field = self.field(key);
            self.note(span, ProblemKind::EmptyList { field });
        }
        list.unwrap_or_default()
    }

    /// A table within that may be absent, as a record of its own: `[contract]`.
    pub fn optional_table<R: Record>(&mut self, key: &'static str) -> Option<R> {
        let value = self.take(key)?;
        let field = self.field(key);
        Some(self.within(value, &field, Shape::Table)?.finish())
    }

    /// The entries under `[[key]]`, which may be none.
    pub fn entries<R: Record>(&mut self, key: &'static str) -> Vec<Entry<R>> {
        let Some(value) = self.take(key) else { return vec![] };
        let field = self.field(key);
        let (span, found) = (value.span(), value.get_ref().type_str());
        let DeValue::Array(array) = value.into_inner() else {
            let expected = Shape::Entries;
            self.note(span, ProblemKind::WrongType { field, expected, found });
            return vec![];
        };
        let mut entries = vec![];
        for (position, value) in array.into_iter().enumerate() {
            let (span, found) = (value.span(), value.get_ref().type_str());
            let DeValue::Table(table) = value.into_inner() else {
                let (field, expected) = (field.clone(), Shape::Entries);
                self.note(span, ProblemKind::WrongType { field, expected, found });
                continue;
            };
            let label = match name_in(&table) {
                // A line break in it is told as it would be typed.
                Some(name) => format!("{key} {:?}", name.get_ref()),
                None => format!("{key} {}", position + 1),
            };
            let entry =
                if self.names_parent { format!("{}, {label}", self.place.entry) } else { label };
            let place = Place { file: self.place.file.clone(), entry };
            entries.push(Fields::of(table, span, &place, self.log).finish_entry());
        }
        entries
    }

    /// The fields of a table that is the value of a field, or a problem.
    pub(super) fn within<'b>(
        &'b mut self,
        value: Spanned<DeValue<'b>>,
        field: &str,
        expected: Shape,
    ) -> Option<Fields<'b>> {
        let (span, found) = (value.span(), value.get_ref().type_str());
        match value.into_inner() {
            DeValue::Table(table) => {
                let mut fields = Fields::of(table, span, self.place, self.log);
                fields.path = format!("{field}.");
                Some(fields)
            }
            _ => {
                let field = field.to_owned();
                self.note(span, ProblemKind::WrongType { field, expected, found });
                None
            }
        }
    }

    /// Whether the field is there, right or wrong.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Takes a field's value and remembers that the field is known.
    pub(super) fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'a>>> {
        self.asked.push(key);
        self.table.remove(key)
    }

    /// The full name of a field.
    pub(super) fn field(&self, key: &str) -> String {
        format!("{}{key}", self.path)
    }

    /// Notes a problem in this entry.
    pub(super) fn note(&mut self, span: Range<usize>, kind: ProblemKind) {
        let problem: Problem = self.place.problem(Some(span), kind);
        self.log.problems.push(problem);
    }

    /// Reads the record and reports the fields that it did not ask for.
    pub(super) fn finish<R: Record>(mut self) -> R {
        let record = R::read(&mut self);
        self.asked.sort_unstable();
        self.asked.dedup();
        for (key, _) in std::mem::take(&mut self.table) {
            let allowed = nearest_first(key.get_ref(), &self.asked);
            let field = self.field(key.get_ref());
            self.note(key.span(), ProblemKind::UnknownField { field, allowed });
        }
        record
    }

    fn finish_entry<R: Record>(mut self) -> Entry<R> {
        let (place, span, name) = (self.place.clone(), self.span.clone(), name_in(&self.table));
        if self.has(AHEAD)
            && let Some(dates) = self.optional(AHEAD)
        {
            self.log.looks_ahead.insert(place.clone(), dates);
        }
        Entry { place, span, name, record: self.finish() }
    }

    /// Notes down a text of one language.
    pub(super) fn written(&mut self, key: &str, text: Spanned<String>) -> String {
        let (place, field, span) = (self.place.clone(), self.field(key), text.span());
        let text = text.into_inner();
        self.log.texts.push(super::Written { place, field, span, text: text.clone() });
        text
    }

    /// Forgets what is left over, when it cannot be told what ought to be there.
    pub(super) fn forgive_the_rest(&mut self) {
        self.table = DeTable::new();
    }

    fn mention_all(&mut self, kind: Mentioned, names: &[Spanned<String>]) {
        self.log.mentions.extend(names.iter().map(|name| super::Mention {
            place: self.place.clone(),
            kind,
            name: name.clone(),
        }));
    }
}

/// What the entry calls itself: its id, or the milestone that it is about.
fn name_in(table: &DeTable<'_>) -> Option<Spanned<String>> {
    let value = table.get("id").or_else(|| table.get("milestone"))?;
    let name = value.get_ref().as_str()?;
    Some(Spanned::new(value.span(), name.to_owned()))
}
