//! Sums of claims.

use super::Names;
use crate::data::record::AmountRecord;
use crate::model::Amount;

/// The amount, unless its figure, its reason or its sources are wrong.
pub fn amount(record: &AmountRecord, names: &Names) -> Option<Amount> {
    Some(match record {
        AmountRecord::Public(money) => Amount::Public((*money)?),
        AmountRecord::Withheld(withheld) => Amount::Withheld {
            reason: withheld.reason.clone()?,
            said_by: withheld.said_by.clone()?,
            sources: names.sources(&withheld.sources)?,
        },
        AmountRecord::NotNamed => Amount::NotNamed,
        AmountRecord::NotFound => Amount::NotFound,
    })
}
