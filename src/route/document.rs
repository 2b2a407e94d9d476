//! Pages of plain reading, which the browser loads as any other site's: nothing on them answers,
//! so they need no scripts, and the app's own router does not know them.

use crate::model::Lang;

/// A page without scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// What may be downloaded, what each column means, and how to cite it.
    Data,
    /// One table: what each column means, and its first rows.
    Table(&'static str),
    /// How the OCDS packages are made: who publishes, what is mapped, what is not and why.
    Policy,
    /// What each edit of the data changed.
    Ledger,
    /// The versions of the data that are kept as they were, and what has changed since.
    Versions,
}

impl Document {
    /// The pages that have a text of their own, which are all but those of tables.
    pub const ALL: [Document; 4] =
        [Document::Data, Document::Policy, Document::Ledger, Document::Versions];

    /// Where all of them lie, below a language's own pages; [`Document::Data`] is its front page.
    pub const FOLDER: &'static str = "data/";

    /// Its path below the site's base: `sv/data/`.
    pub fn path(self, lang: Lang) -> String {
        let rest = match self {
            Document::Data => String::new(),
            Document::Table(name) if lang == Lang::Sv => format!("tabell/{name}/"),
            Document::Table(name) => format!("table/{name}/"),
            Document::Policy => "ocds/".to_owned(),
            Document::Ledger if lang == Lang::Sv => "andringar/".to_owned(),
            Document::Ledger => "changes/".to_owned(),
            Document::Versions if lang == Lang::Sv => "versioner/".to_owned(),
            Document::Versions => "versions/".to_owned(),
        };
        format!("{}/{}{rest}", lang.code(), Document::FOLDER)
    }
}
