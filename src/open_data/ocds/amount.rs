//! Sums. A number stands only where a source gives one.

use super::object::Object;
use crate::model::Word;
use crate::model::{Amount, Money};

/// A figure as an OCDS value, with our fields for how exact it claims to be.
pub fn value(money: &Money) -> Object {
    Object::default()
        .put("amount", money.value)
        .maybe("amountHigh", money.high)
        .put("currency", money.currency.word())
        .put("qualifier", money.qualifier.word())
}

/// Writes a sum into what it belongs to: its kind, and the figure where there is one.
pub fn amount(into: Object, amount: &Amount) -> Object {
    match amount {
        Amount::Public(money) => into.put("amountStatus", "public").put("amount", value(money)),
        Amount::Withheld { .. } => into.put("amountStatus", "withheld"),
        Amount::NotNamed => into.put("amountStatus", "not-named"),
        Amount::NotFound => into.put("amountStatus", "not-found"),
    }
}
