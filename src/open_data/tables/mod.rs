//! The record as tables, for whoever works in a spreadsheet, in pandas or in R.
//!
//! They are made from v1 and described by its schema, so that the two cannot disagree: `recipes`
//! tells which key of v1 becomes which columns of which table, and that is all there is to add for
//! a new one. [`tables`] gives the tables with their rows and their descriptions, for files and
//! pages alike; [`files`] writes them as CSV, with the package that describes them.

pub mod csv;

pub mod table;

mod spec;

mod recipes;

mod derive;

mod widen;

mod facts;

mod package;

mod citation;

mod readme;

mod inventory;

mod archive;

pub use archive::PATH as ARCHIVE;
pub use inventory::{EXAMPLES, Entry, inventory};
pub use package::PATH as PACKAGE;
pub use readme::{citation, holds};
pub use table::{Cell, Column, ForeignKey, Kind, Table};

use super::files::{File, Publication};
use super::v1;
use crate::model::{Lang, Text};
use derive::Derived;
use recipes::recipes;
use serde_json::Value;

/// Every table with all its rows, the one to begin with first.
pub fn tables(publication: Publication) -> Vec<Table> {
    let record = serde_json::to_value(v1::v1(publication.dataset, publication.root))
        .expect("structs of texts and numbers always have a JSON form");
    let schema: Value = serde_json::from_str(v1::SCHEMA).expect("the schema of v1 is JSON");
    let mut rows = widen::rows(record);
    facts::add(&mut rows);
    let made = |recipe: &'static spec::Recipe| {
        let derived = derive::columns(&schema, recipe);
        let mut foreign_keys: Vec<ForeignKey> = recipe
            .columns
            .iter()
            .filter_map(|spec| {
                Some(ForeignKey { column: spec.name.to_owned(), table: spec.table? })
            })
            .collect();
        if recipe.in_facts {
            foreign_keys.push(ForeignKey { column: "id".to_owned(), table: "facts" });
        }
        let cells = |row: &Value| derived.iter().map(|one| cell(row, one)).collect();
        Table {
            name: recipe.name,
            title: both(recipe.title),
            description: both(recipe.description),
            primary_key: recipe.primary_key.to_vec(),
            foreign_keys,
            rows: rows.get(recipe.name).into_iter().flatten().map(cells).collect(),
            columns: derived.into_iter().map(|one| one.column).collect(),
        }
    };
    recipes().map(made).collect()
}

/// The tables as files, with what describes and cites them, and all of it with `v1` in one archive.
pub fn files(publication: Publication, v1: &[File]) -> Result<Vec<File>, String> {
    let tables = tables(publication);
    let mut files = tables
        .iter()
        .map(|table| Ok(File { path: table.path(), bytes: csv::written(table)? }))
        .collect::<Result<Vec<File>, String>>()?;
    files.push(package::file(publication, &tables, &files));
    files.push(citation::file(publication));
    files.push(readme::licence(publication));
    files.extend(Lang::ALL.map(|lang| readme::file(publication, &tables, lang)));
    files.extend(EXAMPLES.map(|(path, text)| File::text(path, text)));
    files.push(archive::file(files.iter().chain(v1).collect(), publication.dataset.reviewed)?);
    Ok(files)
}

fn cell(row: &Value, of: &Derived) -> Cell {
    let value = of.keys.iter().try_fold(row, |value, key| value.get(key));
    match value {
        None | Some(Value::Null | Value::Object(_)) => Cell::Empty,
        Some(Value::Bool(flag)) => Cell::Flag(*flag),
        Some(Value::Number(number)) => Cell::Number(number.clone()),
        Some(Value::String(text)) if text.is_empty() => Cell::Empty,
        Some(Value::String(text)) => Cell::Text(text.clone()),
        Some(Value::Array(items)) if items.is_empty() => Cell::Empty,
        Some(Value::Array(items)) => {
            let words: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            Cell::Text(words.join(Kind::BETWEEN))
        }
    }
}

fn both([sv, en]: [&str; 2]) -> Text {
    Text { sv: sv.to_owned(), en: en.to_owned() }
}
