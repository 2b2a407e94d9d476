//! Dates, as exact as their sources.

use crate::model::PartialDate;
use serde::Serialize;

/// EDTF (ISO 8601-2) for machines that read it, and the window's days for those that do not.
#[derive(Debug, Serialize)]
pub struct Date {
    pub edtf: String,
    pub earliest: String,
    pub latest: String,
}

impl Date {
    pub fn new(date: PartialDate) -> Date {
        let range = date.range();
        Date {
            edtf: date.edtf(),
            earliest: range.first.to_string(),
            latest: range.last.to_string(),
        }
    }
}
