//! Tables as comma-separated values: RFC 4180, UTF-8, lines ended by CR LF.

use super::table::{Cell, Table};
use crate::i18n::written::protected;

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
