//! What a reader needs beside the tables: how to read them, in each language, and the licence.

use super::inventory::inventory;
use super::package::about;
use super::table::{Column, Kind, Table};
use crate::i18n::Key;
use crate::model::Lang;
use crate::model::Word;
use crate::open_data::files::{File, Publication};
use crate::route::{Address, Page};

/// Where the text in a language lies below the site's root.
pub fn path(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => "data/README.sv.md",
        Lang::En => "data/README.en.md",
    }
}

/// Where the licence lies below the site's root.
pub const LICENCE: &str = "data/LICENSE.txt";

/// How to read the tables: the meaning of each column, from its own description.
pub fn file(publication: Publication, tables: &[Table], lang: Lang) -> File {
    let Publication { dataset, root, .. } = publication;
    let licence = dataset.licence;
    let mut text = match lang {
        Lang::Sv => include_str!("readme.sv.md"),
        Lang::En => include_str!("readme.en.md"),
    }
    .to_owned();
    let files: String = inventory()
        .iter()
        .map(|one| {
            let path = one.path.strip_prefix("data/").unwrap_or(one.path);
            format!("- `{path}`: {}\n", one.description.get(lang))
        })
        .collect();
    let holes = [
        ("site", publication.words(lang).get(Key::SiteName).to_owned()),
        ("version", dataset.version.clone()),
        ("reviewed", dataset.reviewed.to_string()),
        ("licence", licence.name().to_owned()),
        ("licence_id", licence.word().to_owned()),
        ("licence_url", licence.url().to_owned()),
        ("home", format!("{root}{}", Address::new(lang, Page::Overview))),
        ("about", about().get(lang).to_owned()),
        ("files", files.trim_end().to_owned()),
        ("citation", citation(publication, lang)),
        ("tables", tables.iter().map(|table| described(table, lang)).collect()),
    ];
    for (hole, with) in holes {
        text = text.replace(&format!("{{{{{hole}}}}}"), &with);
    }
    File::text(path(lang), format!("{}\n", text.trim_end()))
}

/// How the record is cited in running text.
pub fn citation(publication: Publication, lang: Lang) -> String {
    let Publication { dataset, root, .. } = publication;
    let name = publication.words(lang).get(Key::SiteName);
    let (set, licence) = match lang {
        Lang::Sv => ("dataset", dataset.licence.name()),
        Lang::En => ("data set", dataset.licence.name()),
    };
    let at = if publication.is_placed() { format!(", {root}") } else { String::new() };
    format!("{name}, {set} {}, {}, {licence}{at}", dataset.version, dataset.reviewed)
}

/// Under what the facts may be used. The legal text stands where the licence's own address leads.
pub fn licence(publication: Publication) -> File {
    let licence = publication.dataset.licence;
    let (sv, en) = (citation(publication, Lang::Sv), citation(publication, Lang::En));
    let text = format!(
        "SPDX-License-Identifier: {id}\n\n\
         The facts in these files are published under {name}: {url}\n\
         The sources that they point to belong to their publishers and keep their own terms.\n\n    \
         {en}\n\n\
         Uppgifterna i de här filerna publiceras under {name}: {url}\n\
         Källorna som de hänvisar till tillhör sina utgivare och behåller sina egna villkor.\n\n    \
         {sv}\n",
        id = licence.word(),
        name = licence.name(),
        url = licence.url(),
    );
    File::text(LICENCE, text)
}

fn described(table: &Table, lang: Lang) -> String {
    let (head, key, to) = match lang {
        Lang::Sv => {
            ("| kolumn | innehåll | finns alltid | vad den säger |", "Nyckel", "leder till")
        }
        Lang::En => ("| column | holds | always there | what it tells |", "Key", "leads to"),
    };
    let keys: Vec<String> = table.primary_key.iter().map(|name| format!("`{name}`")).collect();
    let mut text = format!(
        "### {}: {}\n{} {key}: {}.\n\n{head}\n|---|---|---|---|\n",
        table.name,
        table.title.get(lang),
        table.description.get(lang),
        keys.join(", ")
    );
    for column in &table.columns {
        let foreign = table.foreign_keys.iter().find(|key| key.column == column.name);
        let foreign = foreign.map_or(String::new(), |key| format!("; {to} `{}`", key.table));
        let always = match (column.required, lang) {
            (false, _) => "",
            (true, Lang::Sv) => "ja",
            (true, Lang::En) => "yes",
        };
        text.push_str(&format!(
            "| `{}` | {}{foreign} | {always} | {} |\n",
            column.name,
            holds(column, lang),
            column.description.get(lang)
        ));
    }
    text.push('\n');
    text
}

/// What may stand in a column: its fixed words, or a kind of value.
pub fn holds(column: &Column, lang: Lang) -> String {
    if column.words.is_empty() {
        return column.kind.name(lang).to_owned();
    }
    let words: Vec<String> = column.words.iter().map(|word| format!("`{word}`")).collect();
    match column.kind {
        Kind::List => format!("{}: {}", column.kind.name(lang), words.join(", ")),
        _ => words.join(", "),
    }
}
