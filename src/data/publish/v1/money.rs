//! Sums, and why there is none.

use super::{Ids, Words, words};
use crate::data::words::Word;
use crate::model;
use serde::Serialize;

/// A public figure in whole units of its currency.
#[derive(Debug, Serialize)]
pub struct Money {
    pub value: u64,
    /// The upper end of a span.
    pub value_high: Option<u64>,
    pub currency: &'static str,
    pub qualifier: &'static str,
}

/// The sum of a demand, by `kind`: only `public` has a number, and none of the others is zero.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Amount<'a> {
    Public(Money),
    Withheld { reason: Words<'a>, said_by: Words<'a>, sources: Vec<&'a str> },
    NotNamed,
    NotFound,
}

impl Money {
    pub fn new(money: &model::Money) -> Money {
        Money {
            value: money.value,
            value_high: money.high,
            currency: money.currency.word(),
            qualifier: money.qualifier.word(),
        }
    }
}

impl<'a> Amount<'a> {
    pub(super) fn new(amount: &'a model::Amount, ids: Ids<'a>) -> Amount<'a> {
        match amount {
            model::Amount::Public(money) => Amount::Public(Money::new(money)),
            model::Amount::Withheld { reason, said_by, sources } => Amount::Withheld {
                reason: words(reason),
                said_by: words(said_by),
                sources: ids.sources(sources),
            },
            model::Amount::NotNamed => Amount::NotNamed,
            model::Amount::NotFound => Amount::NotFound,
        }
    }
}
