//! Pages of plain reading, which the browser loads as any other site's: nothing on them answers,
//! so they need no scripts, and the app's own router does not know them.

use crate::model::Lang;

/// A page without scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// What may be downloaded, what each column means, and how to cite it.
    Data,
}

impl Document {
    /// Every page there is of this kind.
    pub const ALL: [Document; 1] = [Document::Data];

    /// Its path below the site's base: `sv/data/`.
    pub fn path(self, lang: Lang) -> String {
        let rest = match self {
            Document::Data => "",
        };
        format!("{}/data/{rest}", lang.code())
    }
}
