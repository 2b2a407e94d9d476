//! What a promise came to, as the site computes it.

use crate::analysis::slippage::{Months, Slippage};
use serde::Serialize;

/// How late something came against one promise, in whole months: between the shortest and the
/// longest time that the dates allow.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Slip {
    pub outcome: &'static str,
    pub months_at_least: Option<u32>,
    /// Absent where it has not happened: nobody knows how late it will be.
    pub months_at_most: Option<u32>,
}

impl Slip {
    /// Every word for what a promise can have come to.
    pub const OUTCOMES: [&str; 7] =
        ["kept", "late", "cannot-tell", "overdue", "pending", "untold", "dropped"];

    pub(super) fn new(slippage: Slippage) -> Slip {
        let (outcome, months_at_least, months_at_most) = match slippage {
            Slippage::Kept => ("kept", None, None),
            Slippage::Late(Months { at_least, at_most }) => ("late", Some(at_least), Some(at_most)),
            Slippage::CannotTell => ("cannot-tell", None, None),
            Slippage::Overdue { at_least, .. } => ("overdue", Some(at_least), None),
            Slippage::Pending { .. } => ("pending", None, None),
            Slippage::Untold { .. } => ("untold", None, None),
            Slippage::Dropped { after, .. } => ("dropped", after, None),
        };
        Slip { outcome, months_at_least, months_at_most }
    }
}
