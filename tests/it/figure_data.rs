//! The rows of one figure as files: read back, they are the table of its page.

use super::open_data::{HOSTILE, both};
use super::pages::{BUILT, Edition};
use super::project::{COMPARED, TOY};
use scraper::{ElementRef, Html, Node, Selector};
use serde_json::Value;
use std::path::Path;
use std::sync::Arc;
use utlovat::i18n::written::unprotected;
use utlovat::model::{Amount, Dataset, Lang};
use utlovat::route::Selection;
use utlovat::view::Site;
use utlovat::view::figure::{Asked, CLAIMS, FigureSpec, LADDERS, REGIONS, TIMELINE};
use utlovat::view::figure_data::{DataForm, csv, json};
use utlovat::view::only::Only;
use utlovat::view::picture::every;

/// The toy facts, and the same with a text in the place of many that no format may stumble over.
fn all_facts() -> impl Iterator<Item = Dataset> {
    let hostile = HOSTILE.into_iter().map(|text| {
        let mut dataset = TOY.clone();
        let one = &mut dataset.procurements[0];
        one.name = both(text);
        one.events[0].title = both(text);
        one.milestones.iter_mut().for_each(|milestone| milestone.name = both(text));
        one.plans.iter_mut().for_each(|plan| plan.by = both(text));
        one.milestones[0].schedule.original.note = Some(both(text));
        one.claims[0].title = both(text);
        one.claims[0].demands.iter_mut().for_each(|demand| {
            demand.amount = Amount::Withheld {
                reason: both(text),
                said_by: both(text),
                sources: demand.sources.clone(),
            };
        });
        dataset.parties.iter_mut().for_each(|party| party.name = both(text));
        dataset.regions[0].name = both(text);
        dataset.regions[0].system = Some(text.to_owned());
        let source = &mut Arc::make_mut(&mut dataset.sources)[0];
        source.title = Some(text.to_owned());
        source.publisher = text.to_owned();
        dataset
    });
    [TOY.clone(), COMPARED.clone()].into_iter().chain(hostile)
}

/// Calls with every figure, of all procurements and of each, in both languages.
fn each_figure(dataset: &Dataset, mut check: impl FnMut(&FigureSpec, Asked)) {
    let selection = Selection::default();
    for lang in Lang::ALL {
        let site = Edition::new(dataset, lang).site;
        for pictured in every(site) {
            let asked = Asked { site, selection: &selection, only: pictured.one(site).into() };
            check(pictured.figure, asked);
        }
    }
}

/// A file of CSV: its names, and its rows.
fn read(csv: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    let mut rows = reader.records().map(|row| {
        let row = row.expect("as many cells in each row");
        row.iter().map(|cell| unprotected(cell).to_owned()).collect::<Vec<_>>()
    });
    let names = rows.next().expect("a row of names");
    (names, rows.collect())
}

#[test]
fn a_file_of_csv_says_what_the_table_says() {
    let mut rows_seen = 0;
    for dataset in all_facts() {
        each_figure(&dataset, |figure, asked| {
            let html = Html::parse_fragment(&(figure.table)(asked).html(asked.site).0);
            let (names, rows) = read(&csv(figure, asked));
            let mut rows = rows.into_iter();
            for table in html.select(&css("table")) {
                let caption = words(only(table, "caption"));
                let heads: Vec<String> = table.select(&css("thead th")).map(words).collect();
                for shown in table.select(&css("tbody tr")) {
                    let row = rows.next().expect("a row for each of the table");
                    rows_seen += 1;
                    let of = |name: &str| {
                        let at = names.iter().position(|it| it == name);
                        row[at.unwrap_or_else(|| panic!("{} has {name}: {names:?}", figure.id))]
                            .clone()
                    };
                    for (head, cell) in heads.iter().zip(shown.select(&css("th, td"))) {
                        let sourced = heads.len() == 5 && Some(head) == heads.last();
                        if figure.id != REGIONS.id && figure.id != TIMELINE.id && sourced {
                            assert_eq!(of(head), addresses(cell).join(" "));
                        } else {
                            assert_eq!(of(head), words(cell), "{head} of {}", figure.id);
                        }
                    }
                    // What stands before the columns of the table is what the caption says.
                    let first = names.iter().position(|name| *name == heads[0]).expect("it");
                    for said in &row[..first] {
                        assert!(caption.contains(said.as_str()), "{said} in {caption}");
                    }
                }
            }
            assert!(rows.next().is_none(), "no row more than the table of {}", figure.id);
        });
    }
    assert!(rows_seen > 500, "{rows_seen} rows");
}

fn css(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

fn only<'a>(of: ElementRef<'a>, selector: &str) -> ElementRef<'a> {
    of.select(&css(selector)).next().expect("it")
}

/// The words of a cell and then its notes; not what it rests on.
fn words(cell: ElementRef) -> String {
    let (mut said, mut notes) = (String::new(), vec![]);
    gather(cell, &mut said, &mut notes);
    let all: Vec<String> = std::iter::once(said).chain(notes).collect();
    all.join("; ").replace('\u{a0}', " ")
}

fn gather(of: ElementRef, said: &mut String, notes: &mut Vec<String>) {
    for child in of.children() {
        match (child.value(), ElementRef::wrap(child)) {
            (Node::Text(text), _) => said.push_str(text),
            (_, Some(element)) => {
                let is = |name: &str| element.value().classes().any(|class| class == name);
                if is("note") {
                    notes.push(element.text().collect());
                } else if !is("source-list") && !is("sources") {
                    gather(element, said, notes);
                }
            }
            _ => {}
        }
    }
}

fn addresses(cell: ElementRef) -> Vec<String> {
    let links = css("a");
    cell.select(&links).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
}

#[test]
fn both_files_hold_the_same_with_sources_version_day_and_licence() {
    for dataset in all_facts() {
        each_figure(&dataset, |figure, asked| {
            let site = asked.site;
            let (names, rows) = read(&csv(figure, asked));
            let json = object(figure, asked);
            let columns = list(&json, "columns");
            assert_eq!(names.len(), columns.len() + 5, "{}", figure.id);
            for (column, name) in columns.iter().zip(&names) {
                let (head, unit) = (text(column, "name"), column["unit"].as_str());
                let whole = unit.map_or(head.to_owned(), |unit| format!("{head} ({unit})"));
                assert_eq!(whole, *name);
            }
            let told = list(&json, "sources");
            assert_eq!(list(&json, "rows").len(), rows.len());
            for (same, row) in list(&json, "rows").iter().zip(&rows) {
                let cells = list(same, "cells").iter().map(|cell| match cell {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    number => number.to_string(),
                });
                assert_eq!(cells.collect::<Vec<_>>(), row[..columns.len()]);
                let sources = list(same, "sources").iter().map(|id| {
                    let of = told.iter().find(|source| source["id"] == *id).expect("a source");
                    text(of, "address")
                });
                assert_eq!(sources.collect::<Vec<_>>().join(" "), row[columns.len()]);
                let [version, day, licence, page] = &row[columns.len() + 1..] else {
                    panic!("{} has {row:?}", figure.id)
                };
                assert_eq!(version, text(&json, "version"));
                assert_eq!(day, text(&json, "as_of"));
                let of_json = [text(&json, "licence"), text(&json, "licence_address")];
                assert_eq!(*licence, of_json.join(" "));
                assert_eq!(page, text(&json, "page"));
            }
            assert_eq!(text(&json, "version"), site.today.version);
            assert_eq!(text(&json, "title"), (figure.embed.heading)(asked));
            assert_eq!(text(&json, "sentence"), (figure.sentence)(asked));
            assert!(text(&json, "page").starts_with("https://example.org/"));
            for source in told {
                let known = dataset.sources.iter().find(|it| it.id.as_str() == text(source, "id"));
                let known = known.expect("a source of the record");
                assert_eq!(source["title"].as_str(), known.title.as_deref());
                assert_eq!(text(source, "publisher"), known.publisher);
                assert_eq!(source["day"].is_null(), known.published.is_none());
            }
        });
    }
}

fn object(figure: &FigureSpec, asked: Asked) -> Value {
    let text = json(figure, asked);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn list<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("{key} is a list"))
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} is a text"))
}

/// The cells of a column of the toy facts, as they stand in JSON.
fn column(site: Site, figure: &FigureSpec, name: &str) -> Vec<Value> {
    let selection = Selection::default();
    let json = object(figure, Asked { site, selection: &selection, only: Only::All });
    let at = list(&json, "columns").iter().position(|one| one["name"] == name);
    let at = at.unwrap_or_else(|| panic!("{name} in {}", json["columns"]));
    list(&json, "rows").iter().map(|row| row["cells"][at].clone()).collect()
}

#[test]
fn a_vague_date_has_its_first_and_its_last_day_and_a_secret_no_number() {
    let site = Edition::new(&TOY, Lang::En).site;
    let of = |name| column(site, &LADDERS, name);
    let promised = of("Promised time");
    let (first, last) = (of("Promised time, earliest"), of("Promised time, latest"));
    let mut vague = 0;
    for ((said, first), last) in promised.iter().zip(&first).zip(&last) {
        let (first, last) = (first.as_str().expect("a day"), last.as_str().expect("a day"));
        assert!(first.len() == 10 && first <= last, "{said}: {first} to {last}");
        vague += usize::from(first < last);
    }
    assert!(vague > 0, "the toy facts have a vague promise");
    let slips = of("Slip, at least").into_iter().zip(of("Slip, at most"));
    assert!(slips.clone().any(|(least, most)| least.is_u64() && most.is_u64()));
    for ((least, most), said) in slips.zip(of("Slip")) {
        let said = said.as_str().expect("words").to_owned();
        for number in [least, most].iter().filter_map(Value::as_u64).filter(|it| *it > 0) {
            assert!(said.contains(&number.to_string()), "{number} in “{said}”");
        }
    }
    let of = |name| column(site, &CLAIMS, name);
    let sums = of("Amount").into_iter().zip(of("Amount, number")).zip(of("Amount, currency"));
    let (mut public, mut none) = (0, 0);
    for ((said, number), currency) in sums {
        let said = said.as_str().expect("words").to_owned();
        assert_eq!(number.is_u64(), said.contains("SEK") || said.contains("EUR"), "{said}");
        assert_eq!(number.is_u64(), currency.is_string());
        assert_ne!(number, 0, "no sum is no zero");
        if number.is_u64() { public += 1 } else { none += 1 }
    }
    assert!(public > 0 && none > 0, "{public} sums, {none} without");
    let people = column(site, &REGIONS, "Residents, number");
    assert!(people.iter().any(Value::is_u64));
}

#[test]
fn the_choice_and_the_day_of_a_reader_are_in_the_files() {
    let today = Edition::new(&TOY, Lang::Sv);
    let (selection, bad) =
        Selection::parse("?kind=procedure&from=2018&as-of=2021-06-01", &today.site.known());
    assert!(bad.is_empty());
    let then = today.as_of(selection.as_of.expect("a day")).site;
    let chosen = Asked { site: then, selection: &selection, only: Only::All };
    let json = object(&TIMELINE, chosen);
    assert_eq!(text(&json, "as_of"), "2021-06-01");
    let page = text(&json, "page");
    assert!(page.contains("as-of=2021-06-01") && page.contains("kind=procedure"), "{page}");
    let (_, rows) = read(&csv(&TIMELINE, chosen));
    let everything = Selection::default();
    let all = Asked { site: today.site, selection: &everything, only: Only::All };
    assert!(!rows.is_empty() && rows.len() < read(&csv(&TIMELINE, all)).1.len());
    assert!(rows.iter().all(|row| row.iter().any(|cell| cell == "2021-06-01")));
}

#[test]
fn the_build_writes_the_rows_of_every_figure() {
    let mut seen = 0;
    for lang in Lang::ALL {
        for pictured in every(Edition::new(&TOY, lang).site) {
            for form in DataForm::ALL {
                let path = pictured.data_path(lang, form);
                let bytes = BUILT.get(Path::new(&path)).unwrap_or_else(|| panic!("{path}"));
                assert!(std::str::from_utf8(bytes).expect("UTF-8").lines().count() > 1, "{path}");
                seen += 1;
            }
        }
    }
    let there = BUILT.keys().filter(|path| path.starts_with("data/figures")).count();
    assert_eq!(there, seen, "and nothing else");
}
