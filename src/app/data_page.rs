//! What the pages about data show of the data themselves: the files of each procurement, the
//! tables, what their columns mean, and their first rows.

use crate::model::{Lang, Procurement};
use crate::open_data::downloads::{self, Download};
use crate::open_data::tables::{self, Cell, Column, Kind, Table};
use crate::open_data::{Publication, feeds};
use crate::route::{Document, Page};
use crate::view::fact_table::stacked_table;
use crate::view::{Gathered, Markup, Site, html};
use maud::PreEscaped;
use pulldown_cmark::{Parser, html::push_html};

/// So many rows of a table stand on its page.
const FIRST: usize = 20;

/// The parts of the page "Data" that are made from the data, by their names in its text.
pub fn blocks(site: Site, publication: Publication, all: &[Table]) -> Vec<(&'static str, Markup)> {
    let mut blocks = vec![
        ("record", files(site, publication, downloads::of_record(site.lang()))),
        ("procurements", procurements(site, publication)),
        ("tables", listed(site, all)),
        ("citation", citation(publication, site.lang())),
    ];
    blocks.extend(tables::EXAMPLES.map(|(path, text)| {
        let name = path.rsplit('/').next().unwrap_or(path);
        (name, example(site, path, text))
    }));
    blocks
}

/// One table: what it is, what each column means, and its first rows.
pub fn of_table(site: Site, table: &Table) -> Markup {
    let lang = site.lang();
    let words = words(lang);
    let href = format!("{}{}", site.base, table.path());
    let data = format!("{}{}", site.base, Document::Data.path(lang));
    let count = table.rows.len();
    html! {
        p class="crumb" { a href=(data) { (words.data) } }
        h1 { (table.title.get(lang)) }
        p class="lead" { (table.description.get(lang)) }
        p { a href=(href) download { (words.download) " " (table.name) ".csv" } " (" (count) " " (words.rows) ")" }
        h2 { (words.columns) }
        (columns(lang, table))
        h2 { (words.first) }
        (rows(lang, table))
    }
}

/// The words of these pages, which no other page needs.
struct Words {
    data: &'static str,
    download: &'static str,
    rows: &'static str,
    columns: &'static str,
    column: &'static str,
    kind: &'static str,
    meaning: &'static str,
    first: &'static str,
    leads_to: &'static str,
    one_of: &'static str,
}

const SV: Words = Words {
    data: "Data",
    download: "Hämta",
    rows: "rader",
    columns: "Kolumnerna",
    column: "kolumn",
    kind: "innehåll",
    meaning: "vad den säger",
    first: "De första raderna",
    leads_to: "Leder till",
    one_of: "Något av",
};

const EN: Words = Words {
    data: "Data",
    download: "Download",
    rows: "rows",
    columns: "The columns",
    column: "column",
    kind: "content",
    meaning: "what it tells",
    first: "The first rows",
    leads_to: "Leads to",
    one_of: "One of",
};

fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Sv => &SV,
        Lang::En => &EN,
    }
}

fn files(site: Site, publication: Publication, mut files: Vec<Download>) -> Markup {
    files.retain(|file| file.is_there(publication.is_placed()));
    let file = |file: Download| {
        html! { li { a href=(format!("{}{}", site.base, file.path)) { (file.name) } } }
    };
    html! { ul { (files.into_iter().map(file).gathered()) } }
}

fn procurements(site: Site, publication: Publication) -> Markup {
    let lang = site.lang();
    let placed = publication.is_placed();
    let one = |procurement: &Procurement| {
        let link = |path: &str, format| {
            let href = format!("{}{path}", site.base);
            html! { " " a href=(href) { (format) } }
        };
        let mut files = downloads::of_procurement(procurement, lang);
        files.retain(|file| file.is_there(placed));
        let links = files.into_iter().map(|file: Download| link(&file.path, file.format));
        let feed = feeds::path(Some(&procurement.id), lang, feeds::Form::Atom);
        let page = Page::Procurement(procurement.id.clone());
        html! {
            li {
                a href=(site.href(page)) { (procurement.name.get(lang)) }
                (links.gathered())
                @if placed { (link(&feed, "Atom")) }
            }
        }
    };
    html! { ul class="formats" { (publication.dataset.procurements.iter().map(one).gathered()) } }
}

fn listed(site: Site, tables: &[Table]) -> Markup {
    let lang = site.lang();
    let one = |table: &Table| {
        let href = format!("{}{}", site.base, Document::Table(table.name).path(lang));
        html! {
            li {
                a href=(href) { (table.title.get(lang)) } " (" (table.rows.len()) " "
                (words(lang).rows) "). " (table.description.get(lang))
            }
        }
    };
    html! { ul { (tables.iter().map(one).gathered()) } }
}

fn citation(publication: Publication, lang: Lang) -> Markup {
    html! { blockquote { p { (tables::citation(publication, lang)) } } }
}

/// An example with a link to its file; what is Markdown is read as such.
fn example(site: Site, path: &'static str, text: &'static str) -> Markup {
    let href = format!("{}{path}", site.base);
    let name = path.rsplit('/').next().unwrap_or(path);
    if name.ends_with(".md") {
        let mut steps = String::new();
        // Its title stands above it already.
        let text = text.split_once("\n\n").map_or(text, |(_, steps)| steps);
        push_html(&mut steps, Parser::new(text));
        return html! { (PreEscaped(steps)) };
    }
    html! {
        p { a href=(href) { (name) } }
        div class="scroll" tabindex="0" role="region" aria-label=(name) { pre { code { (text) } } }
    }
}

fn columns(lang: Lang, table: &Table) -> Markup {
    let words = words(lang);
    let leads_to = |column: &Column| {
        let keys = table.foreign_keys.iter().filter(|key| key.column == column.name);
        let names: Vec<&str> = keys.map(|key| key.table).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let row = |column: &Column| {
        vec![
            html! { code { (column.name) } },
            html! { (column.kind.name(lang)) },
            html! {
                (column.description.get(lang))
                @if !column.words.is_empty() {
                    " " (words.one_of) " "
                    @for (at, word) in column.words.iter().enumerate() {
                        @if at > 0 { ", " }
                        code { (word) }
                    }
                    "."
                }
                @if let Some(names) = leads_to(column) {
                    " " (words.leads_to) " " code { (names) } "."
                }
            },
        ]
    };
    let headers = vec![words.column, words.kind, words.meaning];
    stacked_table(format!("{}.csv", table.name), headers, table.columns.iter().map(row).collect())
}

fn rows(lang: Lang, table: &Table) -> Markup {
    let cell = |(column, cell): (&Column, &Cell)| {
        let text = cell.text();
        match column.kind {
            Kind::Address if !text.is_empty() => html! { td { a href=(text) { (text) } } },
            _ => html! { td { (text) } },
        }
    };
    let row = |row: &Vec<Cell>| {
        html! { tr { (table.columns.iter().zip(row).map(cell).gathered()) } }
    };
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(words(lang).first) {
            table class="raw" {
                thead { tr { @for column in &table.columns { th scope="col" { (column.name) } } } }
                tbody { (table.rows.iter().take(FIRST).map(row).gathered()) }
            }
        }
    }
}
