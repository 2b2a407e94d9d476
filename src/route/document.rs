//! Pages of plain reading, which the browser loads as any other site's: nothing on them answers,
//! so they need no scripts, and the app's own router does not know them.

use crate::model::{Lang, Shown};

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
    /// How accessible the site is, as the law has a public body tell.
    Accessibility,
}

impl Document {
    /// The pages of a site that have a text of their own, which are all but those of tables. A
    /// statement is there when somebody has filled it in.
    pub fn texts(shown: &Shown) -> impl Iterator<Item = Document> + use<> {
        let always = [Document::Data, Document::Policy, Document::Ledger, Document::Versions];
        always.into_iter().chain(shown.statement.then_some(Document::Accessibility))
    }

    /// Its path below the site's base: `sv/data/`.
    pub fn path(self, lang: Lang) -> String {
        let rest = match self {
            Document::Data => "data/".to_owned(),
            Document::Table(name) if lang == Lang::Sv => format!("data/tabell/{name}/"),
            Document::Table(name) => format!("data/table/{name}/"),
            Document::Policy => "data/ocds/".to_owned(),
            Document::Ledger if lang == Lang::Sv => "data/andringar/".to_owned(),
            Document::Ledger => "data/changes/".to_owned(),
            Document::Versions if lang == Lang::Sv => "data/versioner/".to_owned(),
            Document::Versions => "data/versions/".to_owned(),
            Document::Accessibility if lang == Lang::Sv => "tillganglighet/".to_owned(),
            Document::Accessibility => "accessibility/".to_owned(),
        };
        format!("{}/{rest}", lang.code())
    }
}
