//! What a comparison of two versions finds, before the ledger gives it an id.

use super::{Change, How, Kind};
use crate::i18n::Messages;
use crate::model::{Lang, Text};

/// A change that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub kind: Kind,
    pub how: How,
    pub procurement: Option<String>,
    pub path: String,
    pub names: Vec<Text>,
    pub field: Option<Text>,
    pub from: Option<Text>,
    pub to: Option<Text>,
    pub because: Option<Text>,
    /// Whether what was told before is left out.
    pub withheld: bool,
}

impl Found {
    /// Leaves out what was told before.
    pub fn withhold(&mut self) {
        self.withheld = self.withheld || self.from.take().is_some();
    }

    /// The same as an entry of the ledger.
    pub fn named(self, id: String) -> Change {
        let Found { kind, how, procurement, path, names, field, from, to, because, withheld } =
            self;
        let change = how;
        Change { id, kind, change, procurement, path, names, field, from, to, because, withheld }
    }
}

/// The words of both languages.
#[derive(Clone, Copy)]
pub struct Both<'a>(pub &'a [Messages]);

impl<'a> Both<'a> {
    /// A text made in each language from its words.
    ///
    /// # Panics
    /// When the words of a language are not there.
    pub fn text(self, say: impl Fn(&'a Messages) -> String) -> Text {
        let of = |lang| {
            let words = self.0.iter().find(|words| words.lang() == lang);
            say(words.expect("the words of every language"))
        };
        Text { sv: of(Lang::Sv), en: of(Lang::En) }
    }
}

/// A text that is the same in both languages.
pub fn same(text: &str) -> Text {
    Text { sv: text.to_owned(), en: text.to_owned() }
}
