//! How a table is told to be made: one line for each key of v1 that it shows.

use super::table::Kind;

/// A table before its rows.
pub struct Recipe {
    pub name: &'static str,
    /// What the schema of v1 calls one row.
    pub def: &'static str,
    /// In Swedish and in English.
    pub title: [&'static str; 2],
    /// In Swedish and in English.
    pub description: [&'static str; 2],
    pub primary_key: &'static [&'static str],
    /// Whether each of its rows stands in `facts` under its own id.
    pub in_facts: bool,
    pub columns: &'static [Spec],
}

/// One key of v1, which may take several columns: a date takes three, a text one in each language.
#[derive(Clone, Copy)]
pub struct Spec {
    /// Where the value lies in the row, with dots.
    pub at: &'static str,
    /// What its column is called, or what the names of its columns begin with.
    pub name: &'static str,
    pub said: Said,
    /// The table whose id it is.
    pub table: Option<&'static str>,
    /// Whether some rows are without it, whatever is said of it elsewhere.
    pub optional: bool,
}

/// Where it is told what a value means.
#[derive(Clone, Copy)]
pub enum Said {
    /// In the schema of v1: by the row's own definition, or at a path of another one.
    Schema(Option<(&'static str, &'static str)>),
    /// Here, in Swedish and in English, since v1 has no such key.
    Here { kind: Kind, text: [&'static str; 2] },
}

/// A key of v1.
pub const fn key(at: &'static str, name: &'static str) -> Spec {
    Spec { at, name, said: Said::Schema(None), table: None, optional: false }
}

/// A key of v1 whose value is the id of a row elsewhere.
pub const fn refers(at: &'static str, table: &'static str) -> Spec {
    Spec { table: Some(table), ..key(at, at) }
}

/// A key that v1 has at a path of another definition; the row was given its value.
pub const fn lent(at: &'static str, def: &'static str, path: &'static str) -> Spec {
    Spec { said: Said::Schema(Some((def, path))), ..key(at, at) }
}

/// A value that v1 tells by where a thing stands.
pub const fn own(at: &'static str, kind: Kind, text: [&'static str; 2]) -> Spec {
    Spec { said: Said::Here { kind, text }, ..key(at, at) }
}

/// The id of a row elsewhere, which v1 tells by where a thing stands.
pub const fn of(at: &'static str, table: &'static str, text: [&'static str; 2]) -> Spec {
    Spec { table: Some(table), ..own(at, Kind::Text, text) }
}

impl Spec {
    /// The same, but some rows are without it.
    pub const fn maybe(self) -> Spec {
        Spec { optional: true, ..self }
    }

    /// The same under another name.
    pub const fn called(self, name: &'static str) -> Spec {
        Spec { name, ..self }
    }
}

/// The row's own id in the whole record.
pub const ID: Spec = own(
    "@id",
    Kind::Text,
    [
        "Radens id i hela underlaget: upphandlingen, slaget och id:t i JSON-filen, med snedstreck \
         emellan.",
        "The row’s id in the whole record: the procurement, the kind and the id in the JSON file, \
         with slashes between.",
    ],
)
.called("id");

/// The procurement that the row belongs to.
pub const PROCUREMENT: Spec =
    of("@procurement", "procurements", ["Upphandlingens id.", "The id of the procurement."])
        .called("procurement");

/// The claim that the row belongs to.
pub const CLAIM: Spec =
    of("@claim", "claims", ["Kravets id.", "The id of the claim."]).called("claim");
