//! The facts of a chart as a table, one step away from it. A page shows it as HTML and
//! [`figure_data`](super::figure_data) writes it to files, so that the two say the same.

use super::source_note::source_note;
use super::{Gathered, Markup, Site, html};
use crate::i18n::Key;
use crate::model::{Money, PartialDate, SourceRef};

/// The facts of a figure, row by row.
pub struct FactTable {
    /// What it looks like on a page.
    pub look: Look,
    /// What the caption of a part says of all its rows: in a file, columns before the others.
    pub of: Vec<&'static str>,
    /// The first one names the rows.
    pub columns: Vec<Column>,
    /// On a page each is a table of its own.
    pub parts: Vec<Part>,
}

/// What a table looks like on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// On a phone each row is a card whose cells say their column.
    Facts,
    /// The same, with the sources of each row in a last column.
    Sourced,
    /// The same as the first where the rows are short.
    Plain,
}

/// What stands below each other.
pub struct Column {
    pub name: &'static str,
    pub holds: Holds,
    /// Whether it is for files alone, where a page tells it elsewhere.
    pub only_in_files: bool,
}

/// What else than words the cells of a column hold: a file has columns of its own for that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    Words,
    Dates,
    Months,
    Sums,
    Residents,
}

/// Rows that have something in common.
pub struct Part {
    pub caption: String,
    /// What the caption says of all of them, in the order of [`FactTable::of`].
    pub of: Vec<String>,
    pub rows: Vec<Row>,
}

/// A fact.
pub struct Row {
    /// As many as there are columns.
    pub cells: Vec<Cell>,
    pub sources: Vec<SourceRef>,
}

/// What a table says in one place.
#[derive(Default)]
pub struct Cell {
    pub text: String,
    /// What is to be known of it, in small letters.
    pub notes: Vec<String>,
    pub value: Value,
    /// What this alone rests on, where it stands beside it.
    pub sources: Vec<SourceRef>,
    markup: Option<Markup>,
}

/// The same as a number or a date, where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Value {
    #[default]
    None,
    Date(PartialDate),
    Months {
        at_least: u32,
        at_most: Option<u32>,
    },
    Sum(Money),
    Residents {
        count: u32,
        year: i16,
    },
}

impl Column {
    /// Of words alone.
    pub fn words(site: Site, name: Key) -> Column {
        Column::of(site, name, Holds::Words)
    }

    /// Of something else than words.
    pub fn of(site: Site, name: Key, holds: Holds) -> Column {
        Column { name: site.t(name), holds, only_in_files: false }
    }
}

impl Cell {
    /// Words alone.
    pub fn words(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), ..Cell::default() }
    }

    /// A date in words.
    pub fn date(site: Site, date: PartialDate) -> Cell {
        Cell::words(site.date(date)).worth(Value::Date(date))
    }

    /// Words that lead to a page.
    pub fn link(text: &str, href: &str) -> Cell {
        Cell::words(text).looking(html! { a href=(href) { (text) } })
    }

    /// The same with the number or the date that it says.
    pub fn worth(self, value: Value) -> Cell {
        Cell { value, ..self }
    }

    /// The same with what is to be known of it.
    pub fn noted(mut self, note: Option<String>) -> Cell {
        self.notes.extend(note);
        self
    }

    /// The same as HTML, where that is more than its words.
    pub fn looking(self, markup: Markup) -> Cell {
        Cell { markup: Some(markup), ..self }
    }

    /// What stands on a page.
    pub fn html(&self, site: Site) -> Markup {
        html! {
            @match &self.markup {
                Some(markup) => (markup),
                None => (self.text),
            }
            @for note in &self.notes { span class="note" { (note) } }
            (source_note(site, &self.sources))
        }
    }
}

impl FactTable {
    /// A table in one part.
    pub fn whole(look: Look, caption: String, columns: Vec<Column>, rows: Vec<Row>) -> FactTable {
        FactTable { look, of: vec![], columns, parts: vec![Part { caption, of: vec![], rows }] }
    }

    /// The table on a page, one for each part.
    pub fn html(&self, site: Site) -> Markup {
        self.parts.iter().map(|part| self.part(site, part)).gathered()
    }

    fn part(&self, site: Site, part: &Part) -> Markup {
        let shown = |at: &usize| !self.columns[*at].only_in_files;
        let columns: Vec<usize> = (0..self.columns.len()).filter(shown).collect();
        let mut headers: Vec<&'static str> =
            columns.iter().map(|at| self.columns[*at].name).collect();
        let sourced = self.look == Look::Sourced;
        if sourced {
            headers.push(site.t(Key::ColSources));
        }
        let row = |row: &Row| {
            let cells = columns.iter().filter_map(|at| Some(row.cells.get(*at)?.html(site)));
            let sources = sourced.then(|| source_note(site, &row.sources));
            cells.chain(sources).collect()
        };
        let class = if self.look == Look::Plain { "stacked" } else { "stacked facts" };
        table(class, &part.caption, headers, part.rows.iter().map(row).collect())
    }
}

/// A table whose first column names the rows, where it is no other form of a chart.
pub fn stacked_table(
    caption: String,
    headers: Vec<&'static str>,
    rows: Vec<Vec<Markup>>,
) -> Markup {
    table("stacked", &caption, headers, rows)
}

/// Where it is too wide, it scrolls by itself.
fn table(class: &str, caption: &str, headers: Vec<&'static str>, rows: Vec<Vec<Markup>>) -> Markup {
    let row = |cells: Vec<Markup>| {
        let cells = cells.into_iter().enumerate().map(|(at, cell)| match headers.get(at) {
            Some(header) if at > 0 => html! { td data-column=(header) { (cell) } },
            _ => html! { th scope="row" { (cell) } },
        });
        html! { tr { (cells.gathered()) } }
    };
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(caption) {
            table class=(class) {
                caption { (caption) }
                thead { tr { @for header in &headers { th scope="col" { (header) } } } }
                tbody { (rows.into_iter().map(row).gathered()) }
            }
        }
    }
}
