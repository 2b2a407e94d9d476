//! The tables: the same facts and the same figures as v1, and nothing that a spreadsheet obeys.

use super::{HOSTILE, ROOT, published};
use crate::knowledge::rewritten::some_dataset;
use crate::project::{COMPARED, TOY, only_grows};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use utlovat::analysis::knowledge::{as_of, days};
use utlovat::i18n::written::{protected, unprotected};
use utlovat::model::Dataset;
use utlovat::open_data::tables::csv::written;
use utlovat::open_data::tables::{Cell, Kind, Table, tables};
use utlovat::open_data::v1;

fn made(dataset: &Dataset) -> Vec<Table> {
    tables(published(dataset, ROOT))
}

fn json(dataset: &Dataset) -> Value {
    serde_json::to_value(v1::v1(dataset, ROOT)).expect("JSON")
}

fn named<'a>(tables: &'a [Table], name: &str) -> &'a Table {
    tables.iter().find(|table| table.name == name).unwrap_or_else(|| panic!("no table {name}"))
}

fn cells<'a>(table: &'a Table, column: &str) -> Vec<&'a Cell> {
    let at = table.position(column);
    let at = at.unwrap_or_else(|| panic!("{} has no column {column}", table.name));
    table.rows.iter().map(|row| &row[at]).collect()
}

/// The file of a table as a parser of CSV reads it: cells as they stand, with the header first.
fn read(table: &Table) -> Vec<Vec<String>> {
    let bytes = written(table).expect("a file");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&*bytes);
    let cells = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader.records().map(|row| cells(row.expect("a row"))).collect()
}

#[test]
fn no_table_and_no_column_that_was_ever_published_disappears() {
    let now: BTreeSet<String> = made(&TOY)
        .iter()
        .flat_map(|table| {
            table.columns.iter().map(|column| format!("{}.{}", table.name, column.name))
        })
        .collect();
    only_grows("csv-columns.txt", &now);
}

#[test]
fn every_table_and_column_is_described_in_both_languages() {
    for table in made(&TOY) {
        let name = table.name;
        assert!(!table.title.sv.is_empty() && table.title.sv != table.title.en, "{name}");
        let mut seen = BTreeSet::new();
        for column in &table.columns {
            let (sv, en) = (&column.description.sv, &column.description.en);
            assert!(sv.ends_with('.') && en.ends_with('.') && sv != en, "{name}: {column:?}");
            let snake = |b: u8| b.is_ascii_lowercase() || b == b'_';
            assert!(column.name.bytes().all(snake) && seen.insert(&column.name), "{column:?}");
        }
        assert!(table.primary_key.iter().all(|key| table.position(key).is_some()), "{name}");
    }
}

#[test]
fn every_row_keeps_to_its_schema() {
    keep_to_their_schema(&TOY);
    keep_to_their_schema(&COMPARED);
    for table in made(&TOY) {
        assert!(!table.rows.is_empty() || table.name == "event_milestones", "{}", table.name);
    }
    let mut doubled = TOY.clone();
    let event = &mut doubled.procurements[0].events[0];
    event.parties = [event.parties.clone(), event.parties.clone()].concat();
    let first = doubled.procurements[0].claims[0].clone();
    let claim = &mut doubled.procurements[0].claims[0];
    claim.steps.extend(first.steps);
    claim.demands.extend(first.demands);
    keep_to_their_schema(&doubled);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_the_facts_are_every_row_keeps_to_its_schema(dataset in some_dataset()) {
        keep_to_their_schema(&dataset);
    }
}

/// Every cell keeps to what its column says, keys are keys, and references lead somewhere.
fn keep_to_their_schema(dataset: &Dataset) {
    let all = made(dataset);
    for table in &all {
        for (at, column) in table.columns.iter().enumerate() {
            let mut seen = BTreeSet::new();
            for row in &table.rows {
                let (cell, place) = (&row[at], format!("{}.{}", table.name, column.name));
                let fits = match (cell, column.kind) {
                    (Cell::Empty, _) => !column.required,
                    (Cell::Text(text), Kind::Day) => {
                        text.len() == 10 && text.bytes().filter(|b| *b == b'-').count() == 2
                    }
                    (Cell::Text(text), Kind::List) => text
                        .split(Kind::BETWEEN)
                        .all(|word| column.words.iter().any(|known| known == word)),
                    (Cell::Text(text), Kind::Text | Kind::Address) => {
                        !text.is_empty() && (column.words.is_empty() || column.words.contains(text))
                    }
                    (Cell::Number(_), Kind::Number) | (Cell::Flag(_), Kind::Flag) => true,
                    _ => false,
                };
                assert!(fits, "{place}: {cell:?}");
                assert!(!column.unique || seen.insert(cell.text()), "{place}: {cell:?} twice");
            }
        }
        let key = |row: &Vec<Cell>| -> Vec<String> {
            let at = |name: &&str| table.position(name).expect("a column");
            table.primary_key.iter().map(|name| row[at(name)].text()).collect()
        };
        let keys: BTreeSet<_> = table.rows.iter().map(key).collect();
        assert_eq!(keys.len(), table.rows.len(), "{} has a key twice", table.name);
        for foreign in &table.foreign_keys {
            let there: BTreeSet<String> =
                cells(named(&all, foreign.table), "id").iter().map(|it| it.text()).collect();
            for cell in cells(table, &foreign.column) {
                let found = *cell == Cell::Empty || there.contains(&cell.text());
                assert!(found, "{}.{}: {cell:?}", table.name, foreign.column);
            }
        }
    }
}

/// Nothing of v1 is lost, and the tables tell nothing that v1 does not: on no day.
#[test]
fn the_tables_tell_what_the_json_tells_and_nothing_else() {
    let some_days = days(&COMPARED).into_iter().step_by(7).chain(Some(COMPARED.reviewed));
    for day in some_days {
        let dataset = as_of(&COMPARED, day);
        let mut told = BTreeSet::new();
        leaves(&json(&dataset), &mut told);
        // What the file says of itself stands in the package that describes the tables.
        for key in ["schema", "version", "reviewed"] {
            told.remove(json(&dataset)[key].as_str().expect("a text"));
        }
        let mut shown = BTreeSet::new();
        for table in made(&dataset) {
            for (column, cell) in
                table.rows.iter().flat_map(|row| table.columns.iter().zip(row.iter()))
            {
                let refers = table.foreign_keys.iter().any(|key| key.column == column.name);
                let own = ["id", "row", "table", "part", "position"].contains(&&*column.name);
                match cell {
                    Cell::Text(text) if column.kind == Kind::List => {
                        shown.extend(text.split(Kind::BETWEEN).map(str::to_owned));
                    }
                    Cell::Text(text) => {
                        let new = !told.contains(text) && !own && !refers;
                        let said = ["public", "figures-overlap"].contains(&text.as_str())
                            || *text == dataset.reviewed.to_string();
                        assert!(!new || said, "{}.{}: {text}", table.name, column.name);
                        shown.insert(text.clone());
                        shown.extend(text.split('/').map(str::to_owned));
                    }
                    Cell::Number(_) if !own => {
                        let text = cell.text();
                        assert!(told.contains(&text), "{}.{}: {text}", table.name, column.name);
                        shown.insert(text);
                    }
                    _ => {}
                }
            }
        }
        let licence = dataset.licence;
        let lost = |text: &&String| {
            !shown.contains(*text)
                && ![licence.name(), licence.url(), "CC-BY-4.0"].contains(&&***text)
        };
        let lost: Vec<&String> = told.iter().filter(lost).collect();
        assert!(lost.is_empty(), "on {day} no table tells {lost:?}");
    }
}

/// Every text and number in JSON.
fn leaves(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.values().for_each(|value| leaves(value, found)),
        Value::Array(items) => items.iter().for_each(|item| leaves(item, found)),
        Value::String(text) if !text.is_empty() => drop(found.insert(text.clone())),
        Value::Number(number) => drop(found.insert(number.to_string())),
        _ => {}
    }
}

#[test]
fn every_promise_ever_made_has_a_row_with_its_slip() {
    let all = made(&TOY);
    let promises = named(&all, "promises");
    let row = |at: usize| -> BTreeMap<&str, String> {
        let names = promises.columns.iter().map(|column| column.name.as_str());
        names.zip(promises.rows[at].iter().map(Cell::text)).collect()
    };
    let first = row(0);
    assert_eq!(first["procurement"], "toy-north");
    assert_eq!(first["plan"], "toy-north/plan/plan-2018");
    assert_eq!(
        ["promised_edtf", "promised_earliest", "promised_latest"].map(|name| &*first[name]),
        ["2020-23", "2020-09-01", "2020-11-30"]
    );
    let slip = ["slip_outcome", "slip_months_at_least", "slip_months_at_most", "met_edtf"];
    assert_eq!(slip.map(|name| &*first[name]), ["late", "34", "37", "2023-10-09"]);
    let expected: Vec<Value> = json(&TOY)["procurements"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|one| one["milestones"].as_array().into_iter().flatten().cloned())
        .flat_map(|milestone| {
            let through = milestone["known_through"]["edtf"].clone();
            let promises = milestone["promises"].as_array().cloned().unwrap_or_default();
            promises.into_iter().map(move |it| json!([it["slip"]["outcome"], through]))
        })
        .collect();
    let told: Vec<Value> = (0..promises.rows.len())
        .map(|at| json!([row(at)["slip_outcome"], row(at)["known_through_edtf"]]))
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn a_secret_has_no_number_and_every_figure_says_whether_it_may_be_added() {
    let mut kinds = BTreeSet::new();
    for table in made(&TOY) {
        let values = table.columns.iter().filter(|it| it.name.ends_with("value"));
        for begin in values.filter_map(|it| it.name.strip_suffix("value")) {
            let column = |end: &str| cells(&table, &format!("{begin}{end}"));
            let ends = ["value", "value_high", "currency", "qualifier"];
            let figures = ends.map(column);
            let rows = column("amount_kind").into_iter().zip(column("summable"));
            for (at, ((kind, summable), rule)) in rows.zip(column("sum_rule")).enumerate() {
                let public = kind.text() == "public";
                assert_eq!(*figures[0][at] != Cell::Empty, public, "{} {at}", table.name);
                if !public {
                    assert!(figures.iter().all(|figure| *figure[at] == Cell::Empty));
                    assert_ne!(*summable, Cell::Flag(true), "{} {at}", table.name);
                } else {
                    assert!(matches!(summable, Cell::Flag(_)) && *rule != Cell::Empty);
                }
                kinds.insert(kind.text());
            }
        }
    }
    assert!(kinds.is_superset(&["public", "withheld", "not-named"].map(str::to_owned).into()));
}

#[test]
fn no_cell_begins_a_formula_and_every_text_comes_back_as_it_was() {
    let more = ["'single", "-1", "+46 8", "@you", "\ttab", "\rreturn", "\nline", "＝1+1", "''"];
    for text in HOSTILE.into_iter().chain(more) {
        let dataset = with_every_text(&TOY, text);
        let mut met = 0;
        for table in made(&dataset) {
            let file = read(&table);
            assert_eq!(file.len(), table.rows.len() + 1, "{text:?} breaks {}", table.name);
            for (read, row) in file[1..].iter().zip(&table.rows) {
                for (read, cell) in read.iter().zip(row) {
                    let begins = read.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                    assert!(!begins, "{read:?} in {}", table.name);
                    assert_eq!(unprotected(read), cell.text());
                    met += usize::from(cell.text() == text);
                }
            }
        }
        assert!(met > 200, "only {met} cells have the text");
    }
}

/// A data set in which every text is the same one.
fn with_every_text(dataset: &Dataset, text: &str) -> Dataset {
    fn change(value: &mut Value, text: &str) {
        const NAMES: [&str; 7] =
            ["name", "publisher", "title", "product", "short", "system", "next"];
        match value {
            Value::Object(map) => {
                let words = map.len() == 2 && map.contains_key("sv") && map.contains_key("en");
                for (key, value) in map.iter_mut() {
                    if value.is_string() && (words || NAMES.contains(&key.as_str())) {
                        *value = json!(text);
                    } else {
                        change(value, text);
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| change(item, text)),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(dataset).expect("JSON");
    change(&mut value, text);
    serde_json::from_value(value).expect("a data set")
}

#[test]
fn protection_is_taken_away_by_one_rule() {
    for (text, cell) in
        [("plain", "plain"), ("=1+1", "'=1+1"), ("'=1+1", "''=1+1"), ("it's", "it's"), ("", "")]
    {
        assert_eq!((&*protected(text), unprotected(cell)), (cell, text));
    }
}

#[test]
fn lines_end_as_rfc_4180_wants_and_no_mark_stands_before_the_first() {
    for table in made(&TOY) {
        let bytes = written(&table).expect("a file");
        assert!(bytes.starts_with(table.columns[0].name.as_bytes()), "{}", table.name);
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains('\r'));
        assert_eq!(text.matches("\r\n").count(), table.rows.len() + 1, "{}", table.name);
    }
}

#[test]
fn every_source_of_every_fact_is_linked() {
    let all = made(&TOY);
    let links: BTreeSet<(String, String)> =
        named(&all, "fact_sources").rows.iter().map(|row| (row[0].text(), row[1].text())).collect();
    let has = |fact: &str, source: &str| links.contains(&(fact.to_owned(), source.to_owned()));
    let value = json(&TOY);
    let north = &value["procurements"][0];
    for event in north["events"].as_array().expect("events") {
        for source in event["sources"].as_array().expect("sources") {
            let id = format!("toy-north/event/{}", event["id"].as_str().expect("an id"));
            assert!(has(&id, source.as_str().expect("an id")), "{id} {source}");
        }
    }
    // A secret has sources of its own, and so have the parts of a procurement.
    let secret = links.iter().any(|(fact, source)| {
        fact.contains("/received/") && fact.ends_with("#amount") && source == "gazette-2022-06-20"
    });
    assert!(secret, "{links:?}");
    let parts = ["contract", "summary"].map(|part| format!("toy-north#{part}"));
    assert!(parts.iter().all(|part| links.iter().any(|(fact, _)| fact == part)), "{links:?}");
    let region = value["regions"][0]["id"].as_str().expect("an id");
    assert!(links.iter().any(|(fact, _)| *fact == format!("region/{region}")));
}
