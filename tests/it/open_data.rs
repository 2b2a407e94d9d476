//! The files that the world reads, made from toy facts. What each field's own validator says of
//! the real ones is asked in `tests/open_data`.

mod rdf;

mod archive;

mod parts;

mod tables;

mod calendars;

mod schema_org;

mod downloads;

mod ocds;

mod feeds;

mod ledger;

use crate::project::{SETTINGS, words};
use std::sync::LazyLock;
use utlovat::i18n::Messages;
use utlovat::model::{Dataset, Text};
use utlovat::open_data::Publication;
use utlovat::open_data::ledger::Ledger;

/// The words of the interface, as they are shipped.
static WORDS: LazyLock<Vec<Messages>> = LazyLock::new(|| words().into_values().collect());

/// No edit has been entered.
static NO_LEDGER: Ledger = Ledger { versions: vec![] };

/// Where the site of the toy facts stands.
pub const ROOT: &str = "https://example.org/some/dir/";

/// Facts as they are published at an address, or at `/` when nobody knows it.
pub fn published<'a>(dataset: &'a Dataset, root: &'a str) -> Publication<'a> {
    Publication { settings: &SETTINGS, dataset, root, messages: &WORDS, ledger: &NO_LEDGER }
}

/// Texts that no format may stumble over: each must come back as it was.
pub const HOSTILE: [&str; 8] = [
    "“quoted” 'and' \"quoted\"; one, two: three\\four\\n",
    "one line\nand another\n\nand a last one",
    "=cmd|' /C calc'!A0",
    "</script><script>alert(1)</script><!-- & &amp; ]]> -->",
    "\u{202e}backwards\u{202c} and a \u{200f}mark",
    "👩\u{200d}👩\u{200d}👧\u{200d}👦 åäö 漢字 \u{2028} e\u{301}",
    "BEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT",
    "  spaces at both ends, and a tab\there  ",
];

/// The same text in both languages.
pub fn both(text: &str) -> Text {
    Text { sv: text.to_owned(), en: text.to_owned() }
}
