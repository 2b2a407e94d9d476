//! Tables as comma-separated values: RFC 4180, UTF-8, lines ended by CR LF.

use super::table::{Cell, Table};
use std::borrow::Cow;

/// What begins a formula in some spreadsheet, also in its wide form; and the sign of protection
/// itself, so that taking one away always gives the text as it was.
const DANGEROUS: [char; 12] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', PROTECTION];

/// What stands before a text that a spreadsheet would take for a formula.
pub const PROTECTION: char = '\'';

/// The bytes of a table's file.
pub fn written(table: &Table) -> Result<Vec<u8>, String> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let failed = |error: csv::Error| format!("{} cannot be written ({error}).", table.path());
    writer.write_record(table.columns.iter().map(|column| &column.name)).map_err(failed)?;
    for row in &table.rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Text(text) => protected(text).into_owned(),
            other => other.text(),
        });
        writer.write_record(cells).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| format!("{} cannot be written ({error}).", table.path()))
}

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
