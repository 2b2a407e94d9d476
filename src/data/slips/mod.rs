//! The usual slips in a file of `data/`, each at the line where it is.
//!
//! A reader of TOML stops where it loses the thread, which is often a line late, and says so
//! in words of its own. Our files are simple: each field stands in one line, and a line that
//! starts with a bracket begins an entry. So each line is looked at by itself.

mod encoding;

mod finder;

mod header;

mod letters;

mod line;

mod merge;

mod number;

mod value;

pub use encoding::not_utf8;

pub use number::{Number, read as number};
pub use value::yes_or_no;

use super::problem::ProblemKind;
use finder::Finder;
use std::ops::Range;
use toml::de::DeTable;

/// A slip in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where to look.
    pub span: Range<usize>,
    pub kind: ProblemKind,
    /// The lines that it spoils.
    pub lines: Range<usize>,
    /// What makes TOML of those lines.
    pub instead: Option<String>,
}

/// Every slip of a file, from top to bottom. Nothing if the file is TOML, with no letter in
/// it that nobody sees and with its entries in the brackets that they take.
pub fn find(text: &str) -> Vec<Found> {
    let markers = merge::markers(text);
    if !markers.is_empty() {
        return markers;
    }
    let mut found = Finder::read(text);
    if found.is_empty()
        && let Err(error) = DeTable::parse(text)
    {
        let span = error.span().unwrap_or(0..text.len());
        found.push(syntax(&error, span.clone(), span));
    }
    found
}

/// Whether it is TOML.
pub(crate) fn parses(text: &str) -> bool {
    DeTable::parse(text).is_ok()
}

/// The reader's own words, when nothing better is known.
fn syntax(error: &toml::de::Error, span: Range<usize>, lines: Range<usize>) -> Found {
    let message = error.message().lines().collect::<Vec<_>>().join(", ");
    Found { span, kind: ProblemKind::Syntax { message }, lines, instead: None }
}

/// The lines without their ends.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut lines = vec![];
    for line in text.split('\n') {
        let end = start + line.strip_suffix('\r').unwrap_or(line).len();
        lines.push(start..end);
        start += line.len() + 1;
    }
    lines
}
