//! The page "Data" and those of tables, as the prerenderer makes them.

use crate::pages::{build, build_at};
use crate::project::{SETTINGS, TOY, fixture};
use scraper::{Html, Selector};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use utlovat::model::Lang;
use utlovat::open_data::Publication;
use utlovat::open_data::ledger::Ledger;
use utlovat::open_data::tables::{self, EXAMPLES, Table};
use utlovat::route::Document;

type Files = BTreeMap<PathBuf, Vec<u8>>;

#[test]
fn each_table_has_a_page_with_all_its_columns_and_its_first_rows() {
    let files = build();
    for lang in Lang::ALL {
        let data = page(&files, Document::Data, lang);
        for table in tables() {
            let path = Document::Table(table.name).path(lang);
            assert!(links(&data).iter().any(|link| link.ends_with(&path)), "{path} is not linked");
            let page = page(&files, Document::Table(table.name), lang);
            let explained = texts(&page, "table:not(.raw) tbody th");
            let heads = texts(&page, "table.raw thead th");
            let columns: Vec<&str> = table.columns.iter().map(|one| one.name.as_str()).collect();
            assert_eq!(explained, columns, "{path}");
            assert_eq!(heads, columns, "{path}");
            let rows = page.select(&css("table.raw tbody tr")).count();
            assert_eq!(rows, table.rows.len().min(20), "{path}");
            let meaning = texts(&page, "table:not(.raw) tbody td:last-child");
            for (column, meaning) in table.columns.iter().zip(meaning) {
                assert!(meaning.contains(column.description.get(lang).trim()), "{path}: {meaning}");
            }
        }
    }
}

#[test]
fn the_page_shows_the_examples_that_are_published_and_leaves_no_hole() {
    let files = build();
    for lang in Lang::ALL {
        let page = page(&files, Document::Data, lang);
        let shown = texts(&page, "pre code");
        for (path, text) in EXAMPLES.iter().filter(|(path, _)| !path.ends_with(".md")) {
            assert!(shown.iter().any(|it| it == text.trim()), "{path} is not shown");
        }
        let whole: String = page.root_element().text().collect();
        assert!(!whole.contains("{{") && !whole.contains("}}"), "a hole is left");
    }
}

#[test]
fn what_needs_the_sites_address_is_named_only_where_there_is_one() {
    let nowhere = build_at(&fixture("toy").join("data"), "");
    let somewhere = build();
    for lang in Lang::ALL {
        let names = |files: &Files| {
            let links = links(&page(files, Document::Data, lang));
            ["data/dcat.rdf", "data/utlovat.nt", ".atom", "data/ocds/"]
                .map(|part| links.iter().any(|link| link.contains(part)))
        };
        assert_eq!(names(&nowhere), [false; 4]);
        assert_eq!(names(&somewhere), [true; 4]);
    }
}

#[test]
fn pages_of_reading_have_no_scripts_and_a_twin() {
    let files = build();
    for lang in Lang::ALL {
        for document in documents() {
            let page = page(&files, document, lang);
            let scripts = css("script:not([type='application/ld+json'])");
            assert_eq!(page.select(&scripts).count(), 0, "{document:?}");
            let twin = format!("/some/dir/{}", document.path(lang.other()));
            let language = page.select(&css(".language a")).next().expect("the other language");
            assert_eq!(language.attr("href"), Some(&*twin), "{document:?}");
            assert_eq!(page.select(&css("h1")).count(), 1, "{document:?}");
        }
    }
}

/// All that the toy site has: nobody has filled in a statement there.
fn documents() -> impl Iterator<Item = Document> {
    Document::texts(&SETTINGS.shown()).chain([Document::Table("promises")])
}

fn tables() -> Vec<Table> {
    let ledger = Ledger::default();
    let root = "https://example.org/some/dir/";
    tables::tables(Publication {
        settings: &SETTINGS,
        dataset: &TOY,
        root,
        messages: &[],
        ledger: &ledger,
    })
}

fn page(files: &Files, document: Document, lang: Lang) -> Html {
    let path = Path::new(&document.path(lang)).join("index.html");
    let bytes = files.get(&path).unwrap_or_else(|| panic!("{} is not built", path.display()));
    Html::parse_document(&String::from_utf8(bytes.clone()).expect("UTF-8"))
}

fn links(page: &Html) -> Vec<String> {
    let links = css("main a[href]");
    page.select(&links).filter_map(|link| link.attr("href").map(str::to_owned)).collect()
}

fn texts(page: &Html, what: &str) -> Vec<String> {
    let of = |element: scraper::ElementRef| element.text().collect::<String>().trim().to_owned();
    page.select(&css(what)).map(of).collect()
}

fn css(text: &str) -> Selector {
    Selector::parse(text).expect("a selector")
}
