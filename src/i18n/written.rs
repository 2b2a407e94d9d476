//! Texts as other programs read them: a string of JSON, a cell of CSV.
//!
//! They are written by hand: a library for either in the WASM would cost more than the feature.

use std::borrow::Cow;

/// What begins a formula in some spreadsheet, also in its wide form; and the sign of protection
/// itself, so that taking one away always gives the text as it was.
const DANGEROUS: [char; 12] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', PROTECTION];

/// What stands before a text that a spreadsheet would take for a formula.
pub const PROTECTION: char = '\'';

/// A text that no spreadsheet takes for a formula.
pub fn protected(text: &str) -> Cow<'_, str> {
    if text.starts_with(DANGEROUS) {
        Cow::Owned(format!("{PROTECTION}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text as it was before [`protected`].
pub fn unprotected(cell: &str) -> &str {
    cell.strip_prefix(PROTECTION).unwrap_or(cell)
}

/// A row of CSV by RFC 4180.
pub fn csv_row<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        if cell.contains(['"', ',', '\r', '\n']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

/// A JSON string.
pub fn json(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c < ' ' => {
                let hex = |digit: u32| char::from_digit(digit, 16).unwrap_or('0');
                out.push_str("\\u00");
                out.push(hex(c as u32 / 16));
                out.push(hex(c as u32 % 16));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
