//! The files that a page of data names, apart from the tables themselves, and what each is.

use super::{archive, citation, package, readme};
use crate::model::{Lang, Text};

/// A file that belongs to the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it lies below the site's root.
    pub path: &'static str,
    pub description: Text,
}

/// The worked examples: where each lies below the site's root, and its text.
pub const EXAMPLES: [(&str, &str); 4] = [
    ("data/examples/slips.py", include_str!("examples/slips.py")),
    ("data/examples/slips.R", include_str!("examples/slips.R")),
    ("data/examples/spreadsheet.sv.md", include_str!("examples/spreadsheet.sv.md")),
    ("data/examples/spreadsheet.en.md", include_str!("examples/spreadsheet.en.md")),
];

/// The files, the one that most want first.
pub fn inventory() -> Vec<Entry> {
    let one = |path, sv: &str, en: &str| Entry {
        path,
        description: Text { sv: sv.to_owned(), en: en.to_owned() },
    };
    vec![
        one(
            archive::PATH,
            "Allt i ett arkiv: tabeller, JSON, scheman, beskrivningar, exempel, citering och licens.",
            "All of it in one archive: tables, JSON, schemas, descriptions, examples, citation and licence.",
        ),
        one(
            package::PATH,
            "Vad varje tabell och kolumn är, för program.",
            "What each table and column is, for programs.",
        ),
        one(
            readme::path(Lang::Sv),
            "Hur tabellerna läses, på svenska.",
            "How to read the tables, in Swedish.",
        ),
        one(
            readme::path(Lang::En),
            "Hur tabellerna läses, på engelska.",
            "How to read the tables, in English.",
        ),
        one("data/v1/dataset.json", "Hela underlaget som JSON.", "The whole record as JSON."),
        one("data/v1/dataset.schema.json", "Dess JSON Schema.", "Its JSON Schema."),
        one(
            "data/v1/procurement.schema.json",
            "JSON Schema för filerna i v1/procurements/, en för varje upphandling.",
            "The JSON Schema of the files in v1/procurements/, one for each procurement.",
        ),
        one(
            "data/v1/README.md",
            "Vad varje nyckel i JSON-filen betyder.",
            "What each key of the JSON file means.",
        ),
        one(EXAMPLES[0].0, "Ett exempel i Python med pandas.", "An example in Python with pandas."),
        one(EXAMPLES[1].0, "Samma exempel i R.", "The same example in R."),
        one(
            EXAMPLES[2].0,
            "Samma exempel i ett kalkylprogram, på svenska.",
            "The same example in a spreadsheet, in Swedish.",
        ),
        one(
            EXAMPLES[3].0,
            "Samma exempel i ett kalkylprogram, på engelska.",
            "The same example in a spreadsheet, in English.",
        ),
        one(
            citation::PATH,
            "Hur underlaget citeras, för program.",
            "How the record is cited, for programs.",
        ),
        one(readme::LICENCE, "Licensen.", "The licence."),
    ]
}
