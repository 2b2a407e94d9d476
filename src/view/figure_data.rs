//! The rows of just one figure, as CSV and as JSON. Both are made from the table that the page
//! shows, so that they cannot say something else, and say what a table by itself would lose: units,
//! sources, the version of the facts, the day and the licence.
//!
//! The build writes them for what nobody has chosen; in the browser they are made for the reader's
//! own choice and day.

use super::Site;
use super::fact_table::{Cell, Column, FactTable, Holds, Part, Row, Value};
use super::figure::{Asked, FigureSpec};
use super::only::Only;
use super::picture::Pictured;
use crate::i18n::written::{csv_row, json as quoted, protected};
use crate::i18n::{Key, kind, words};
use crate::model::{Lang, PartialDate, SourceRef, Word};
use crate::route::{Page, Selection, Theme};

/// A form in which the rows of a figure can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataForm {
    /// RFC 4180 in UTF-8.
    Csv,
    Json,
}

impl DataForm {
    /// Every form, in the order in which they are offered.
    pub const ALL: [DataForm; 2] = [DataForm::Csv, DataForm::Json];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            DataForm::Csv => "CSV",
            DataForm::Json => "JSON",
        }
    }

    /// How the names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            DataForm::Csv => ".csv",
            DataForm::Json => ".json",
        }
    }

    /// The rows of a figure in it.
    pub fn written(self, figure: &FigureSpec, asked: Asked) -> String {
        match self {
            DataForm::Csv => csv(figure, asked),
            DataForm::Json => json(figure, asked),
        }
    }
}

impl Pictured {
    /// Where its rows lie, below the site's base: `data/figures/sv/timeline.csv`.
    pub fn data_path(&self, lang: Lang, form: DataForm) -> String {
        let (lang, figure, ending) = (lang.code(), self.figure.id, form.ending());
        match &self.only {
            Some(id) => format!("data/figures/{lang}/{figure}/{id}{ending}"),
            None => format!("data/figures/{lang}/{figure}{ending}"),
        }
    }
}

/// The rows of a figure as CSV: a row of names, then a row for each fact. The last columns say what
/// it rests on and which facts it is made from.
pub fn csv(figure: &FigureSpec, asked: Asked) -> String {
    let (site, table) = (asked.site, (figure.table)(asked));
    let mut out = String::new();
    let names = heads(site, &table).into_iter().map(|head| match head.unit {
        Some(unit) => format!("{} ({unit})", head.name),
        None => head.name,
    });
    let last = [Key::ColSources, Key::FileVersion, Key::FileKnown, Key::FileLicence, Key::FilePage];
    let names: Vec<String> =
        names.chain(last.map(|key| site.t(key).to_owned())).map(|name| shown(&name)).collect();
    csv_row(&mut out, names.iter().map(String::as_str));
    let licence = site.today.licence;
    let same = [
        site.today.version.clone(),
        day_of(asked),
        format!("{} {}", licence.name(), licence.url()),
        address(figure, asked),
    ];
    for (part, row) in rows(&table) {
        let cells = data(site, &table, part, row).into_iter().map(|datum| match datum {
            Datum::Nothing => String::new(),
            Datum::Number(number) => number.to_string(),
            Datum::Text(text) => shown(&text),
        });
        // No address has a blank in it.
        let sources: Vec<&str> =
            row.sources.iter().map(|it| &*site.dataset.source(*it).url).collect();
        let rest = std::iter::once(sources.join(" ")).chain(same.clone());
        let cells: Vec<String> = cells.chain(rest.map(|text| shown(&text))).collect();
        csv_row(&mut out, cells.iter().map(String::as_str));
    }
    out
}

/// The same as JSON, with the finding, the sentence and all that is to be known of the sources.
pub fn json(figure: &FigureSpec, asked: Asked) -> String {
    let (site, table) = (asked.site, (figure.table)(asked));
    let mut out = String::from("{");
    let mut text = |name: &str, text: &str| {
        out.push_str(if out.len() == 1 { "\n  " } else { ",\n  " });
        member(&mut out, name, Some(text));
    };
    text("title", &(figure.embed.heading)(asked));
    text("sentence", &(figure.sentence)(asked));
    text("language", site.lang().code());
    text("page", &address(figure, asked));
    text("as_of", &day_of(asked));
    text("version", &site.today.version);
    text("licence", site.today.licence.name());
    text("licence_address", site.today.licence.url());
    let columns = heads(site, &table);
    list(&mut out, "columns", columns.iter(), |out, head| {
        out.push_str("{ ");
        member(out, "name", Some(&head.name));
        out.push_str(", ");
        member(out, "unit", head.unit);
        out.push_str(" }");
    });
    let mut used: Vec<SourceRef> = vec![];
    list(&mut out, "rows", rows(&table), |out, (part, row)| {
        out.push_str("{ \"cells\": [");
        for (at, datum) in data(site, &table, part, row).iter().enumerate() {
            out.push_str(if at == 0 { "" } else { ", " });
            match datum {
                Datum::Nothing => out.push_str("null"),
                Datum::Number(number) => out.push_str(&number.to_string()),
                Datum::Text(text) => quoted(out, &plain(text)),
            }
        }
        out.push_str("], \"sources\": [");
        for (at, source) in row.sources.iter().enumerate() {
            out.push_str(if at == 0 { "" } else { ", " });
            quoted(out, site.dataset.source(*source).id.as_str());
            if !used.contains(source) {
                used.push(*source);
            }
        }
        out.push_str("] }");
    });
    list(&mut out, "sources", used.iter(), |out, source| {
        let source = site.dataset.source(*source);
        out.push_str("{ ");
        member(out, "id", Some(source.id.as_str()));
        out.push_str(", ");
        member(out, "title", source.title.as_deref());
        out.push_str(", ");
        member(out, "publisher", Some(&source.publisher));
        out.push_str(", ");
        member(out, "address", Some(&source.url));
        out.push_str(", ");
        member(out, "day", source.published.map(PartialDate::edtf).as_deref());
        out.push_str(" }");
    });
    out.push_str("\n}\n");
    out
}

/// A name and its text in an object of JSON.
fn member(out: &mut String, name: &str, text: Option<&str>) {
    quoted(out, name);
    out.push_str(": ");
    match text {
        Some(text) => quoted(out, text),
        None => out.push_str("null"),
    }
}

/// A list of an object of JSON that has something before it, a line for each item.
fn list<T>(
    out: &mut String,
    name: &str,
    items: impl Iterator<Item = T>,
    mut write: impl FnMut(&mut String, T),
) {
    out.push_str(",\n  \"");
    out.push_str(name);
    out.push_str("\": [");
    for (at, item) in items.enumerate() {
        out.push_str(if at == 0 { "\n    " } else { ",\n    " });
        write(out, item);
    }
    out.push_str("\n  ]");
}

/// What stands over a column of a file.
struct Head {
    name: String,
    unit: Option<&'static str>,
}

/// What stands in a place of a file.
enum Datum {
    Nothing,
    Text(String),
    Number(u64),
}

/// Every row with the part that it is in.
fn rows(table: &FactTable) -> impl Iterator<Item = (&Part, &Row)> {
    table.parts.iter().flat_map(|part| part.rows.iter().map(move |row| (part, row)))
}

/// The columns of a file: those of the table, each with those of its numbers and dates.
fn heads(site: Site, table: &FactTable) -> Vec<Head> {
    let alone = |name: &str| Head { name: name.to_owned(), unit: None };
    let mut heads: Vec<Head> = table.of.iter().copied().map(alone).collect();
    for Column { name: column, holds, .. } in &table.columns {
        heads.push(alone(column));
        let (day, months) = (Some(site.t(Key::UnitDay)), Some(site.t(Key::UnitMonths)));
        let more = match holds {
            Holds::Words => vec![],
            Holds::Dates => vec![
                (site.say(words::ValueEarliest { column }), day),
                (site.say(words::ValueLatest { column }), day),
            ],
            Holds::Months => vec![
                (site.say(words::ValueAtLeast { column }), months),
                (site.say(words::ValueAtMost { column }), months),
            ],
            Holds::Sums => vec![
                (site.say(words::ValueNumber { column }), None),
                (site.say(words::ValueUpTo { column }), None),
                (site.say(words::ValueCurrency { column }), None),
                (site.say(words::ValuePrecision { column }), None),
            ],
            Holds::Residents => vec![
                (site.say(words::ValueNumber { column }), Some(site.t(Key::UnitPeople))),
                (site.say(words::ValueYear { column }), None),
            ],
        };
        heads.extend(more.into_iter().map(|(name, unit)| Head { name, unit }));
    }
    heads
}

/// A row of a file, as many as there are [`heads`].
fn data(site: Site, table: &FactTable, part: &Part, row: &Row) -> Vec<Datum> {
    let mut data: Vec<Datum> = part.of.iter().cloned().map(Datum::Text).collect();
    for (column, cell) in table.columns.iter().zip(&row.cells) {
        let said = said(cell);
        data.push(if said.is_empty() { Datum::Nothing } else { Datum::Text(said) });
        data.extend(values(site, column.holds, cell.value));
    }
    data
}

/// What a cell says in one line: its words, and what is to be known of them.
fn said(cell: &Cell) -> String {
    let mut said = cell.text.clone();
    for note in &cell.notes {
        said.push_str("; ");
        said.push_str(note);
    }
    said
}

fn values(site: Site, holds: Holds, value: Value) -> Vec<Datum> {
    let number = |number: Option<u64>| number.map_or(Datum::Nothing, Datum::Number);
    match value {
        Value::Date(date) => {
            let range = date.range();
            [range.first, range.last].map(|day| Datum::Text(PartialDate::Day(day).edtf())).into()
        }
        Value::Months { at_least, at_most } => {
            vec![Datum::Number(at_least.into()), number(at_most.map(u64::from))]
        }
        Value::Sum(money) => vec![
            Datum::Number(money.value),
            number(money.high),
            Datum::Text(money.currency.word().to_owned()),
            Datum::Text(site.t(kind::precision(money.qualifier)).to_owned()),
        ],
        Value::Residents { count, year } => {
            vec![Datum::Number(count.into()), number(u64::try_from(year).ok())]
        }
        Value::None => {
            let columns = match holds {
                Holds::Words => 0,
                Holds::Dates | Holds::Months | Holds::Residents => 2,
                Holds::Sums => 4,
            };
            (0..columns).map(|_| Datum::Nothing).collect()
        }
    }
}

/// A text in a cell of CSV.
fn shown(text: &str) -> String {
    protected(&plain(text)).into_owned()
}

/// A text whose blanks are blanks: that a line does not end in one concerns a page alone.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// The day up to which the facts are known.
fn day_of(asked: Asked) -> String {
    let day = asked.selection.as_of.unwrap_or(asked.site.today.reviewed);
    PartialDate::Day(day).edtf()
}

/// The address of the page that shows the same. It says the day even where that is today's, so that
/// it shows the same when more has become known.
fn address(figure: &FigureSpec, asked: Asked) -> String {
    let Asked { site, selection, only } = asked;
    let mut whole = Selection {
        as_of: Some(selection.as_of.unwrap_or(site.today.reviewed)),
        theme: Theme::Auto,
        play: false,
        open: None,
        ..selection.clone()
    };
    let page = match only {
        Only::Claim(one, claim) => {
            return format!("{}{whole}", site.url(Page::Claim(one.id.clone(), claim.id.clone())));
        }
        Only::One(one) if figure.page != Page::Compare => Page::Procurement(one.id.clone()),
        // What compares procurements stands on no page of a single one.
        _ => {
            if let Some(these) = only.procurements() {
                whole.procurements = these.into_iter().map(|one| one.id.clone()).collect();
            }
            figure.page.clone()
        }
    };
    format!("{}{whole}#{}", site.url(page), figure.id)
}
