//! Sums of money: public, secret, or not there at all.

use super::{SourceRef, Text};
use serde::{Deserialize, Serialize};

/// A currency, by its ISO 4217 code. Sums are never converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Currency {
    Sek,
    Eur,
    Nok,
    Dkk,
    Usd,
    Gbp,
    Aud,
}

/// How exact a figure claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Qualifier {
    Exactly,
    About,
    AtLeast,
    AtMost,
}

/// A public sum in whole units of its currency (kronor, not öre).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// The figure, or the lower end of a span.
    pub value: u64,
    /// The upper end of a span, when the source gives one. Never below `value`.
    pub high: Option<u64>,
    pub currency: Currency,
    pub qualifier: Qualifier,
}

/// The sum of a demand or of what was received. "No number" has three kinds,
/// and none of them is zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Amount {
    Public(Money),
    /// Kept secret: a fact of its own, with its reason and who said so.
    Withheld {
        reason: Text,
        said_by: Text,
        sources: Vec<SourceRef>,
    },
    /// The demand named no sum.
    NotNamed,
    /// There may be a sum; our sources do not tell.
    NotFound,
}

impl Money {
    /// Two figures for the same thing: the span that holds both. Of figures in two currencies
    /// the first one stays, since nothing is converted.
    pub fn or(self, other: Money) -> Money {
        if self == other || self.currency != other.currency {
            return self;
        }
        let top = |money: Money| money.high.unwrap_or(money.value);
        let (low, high) = (self.value.min(other.value), top(self).max(top(other)));
        let qualifier = match (self.qualifier, other.qualifier) {
            (one, same) if one == same => one,
            (Qualifier::AtLeast, _) | (_, Qualifier::AtLeast) => Qualifier::AtLeast,
            _ => Qualifier::About,
        };
        let high = Some(high).filter(|high| *high > low);
        Money { value: low, high, currency: self.currency, qualifier }
    }
}

impl Currency {
    /// Every currency that the data set may use.
    pub const ALL: [Currency; 7] = [
        Currency::Sek,
        Currency::Eur,
        Currency::Nok,
        Currency::Dkk,
        Currency::Usd,
        Currency::Gbp,
        Currency::Aud,
    ];
}
