//! A table as data: what it is called, what each column means, and its rows.

use crate::model::{Lang, Text};
use serde_json::Number;

/// A table with its rows, all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its name in addresses and foreign keys: snake_case, and never changed.
    pub name: &'static str,
    pub title: Text,
    /// What one row of it is.
    pub description: Text,
    pub columns: Vec<Column>,
    /// The columns whose cells together are unlike in all rows.
    pub primary_key: Vec<&'static str>,
    pub foreign_keys: Vec<ForeignKey>,
    /// As many cells in each row as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in one column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// snake_case, and never changed.
    pub name: String,
    pub kind: Kind,
    /// Whether every row has it.
    pub required: bool,
    /// Whether no two rows have the same.
    pub unique: bool,
    /// The only words that it may hold, if they are fixed.
    pub words: Vec<String>,
    /// The least number that it may hold.
    pub minimum: Option<i64>,
    /// What its texts look like, as a regular expression.
    pub pattern: Option<String>,
    pub description: Text,
}

/// What a cell of a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// A whole address.
    Address,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// A day, ISO 8601.
    Day,
    /// Fixed words with [`Kind::BETWEEN`] between them.
    List,
}

/// That each cell of a column is the id of a row elsewhere, or empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignKey {
    pub column: String,
    /// The table whose `id` it is; it may be the same table.
    pub table: &'static str,
}

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known, or there is nothing. Never zero, and never an empty text.
    Empty,
    Text(String),
    Number(Number),
    Flag(bool),
}

impl Table {
    /// Where its file lies below the site's root.
    pub fn path(&self) -> String {
        format!("data/csv/{}.csv", self.name)
    }

    /// Where a column stands.
    pub fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|one| one.name == column)
    }
}

impl Kind {
    /// What stands between the words of a list.
    pub const BETWEEN: &'static str = ";";

    /// What Table Schema calls it.
    pub fn table_schema(self) -> &'static str {
        match self {
            Kind::Text | Kind::Address => "string",
            Kind::Number => "integer",
            Kind::Flag => "boolean",
            Kind::Day => "date",
            Kind::List => "list",
        }
    }

    /// What a reader calls it.
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Kind::Text, Lang::Sv) => "text",
            (Kind::Text, Lang::En) => "text",
            (Kind::Address, Lang::Sv) => "adress",
            (Kind::Address, Lang::En) => "address",
            (Kind::Number, Lang::Sv) => "heltal",
            (Kind::Number, Lang::En) => "whole number",
            (Kind::Flag, _) => "true, false",
            (Kind::Day, Lang::Sv) => "dag",
            (Kind::Day, Lang::En) => "day",
            (Kind::List, Lang::Sv) => "ord med semikolon emellan",
            (Kind::List, Lang::En) => "words with semicolons between",
        }
    }
}

impl Cell {
    /// As it is read: the text itself, without what a file of CSV adds.
    pub fn text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Flag(flag) => flag.to_string(),
        }
    }
}
