//! Sums, why there is none, and what may be added up.

use super::{Ids, Words, words};
use crate::model;
use crate::model::Word;
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

/// A sum by `kind`: only `public` has a number, and none of the others is zero.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Amount<'a> {
    Public(Money),
    Withheld { reason: Words<'a>, said_by: Words<'a>, sources: Vec<&'a str> },
    NotNamed,
    NotFound,
}

/// Whether a figure may be added to others, and to which or why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Adding {
    pub summable: bool,
    pub sum_rule: &'static str,
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

    /// What claims of one kind demanded may be added up in one currency.
    pub(super) fn demanded(&self) -> Adding {
        self.with_number(Adding { summable: true, sum_rule: "same-claim-kind" })
    }

    /// What was received of one kind may be added up in one currency.
    pub(super) fn received(&self) -> Adding {
        self.with_number(Adding { summable: true, sum_rule: "same-receipt-kind" })
    }

    fn with_number(&self, adding: Adding) -> Adding {
        match self {
            Amount::Public(_) => adding,
            _ => Adding { summable: false, sum_rule: "no-number" },
        }
    }
}

impl Adding {
    /// Every rule there is.
    pub const RULES: [&str; 6] = [
        "same-claim-kind",
        "same-receipt-kind",
        "no-number",
        "report-of-the-demand",
        "stated-damage",
        "figures-overlap",
    ];

    /// A demand as one source tells it. The claim as a whole counts it once.
    pub(super) const REPORT: Adding = Adding { summable: false, sum_rule: "report-of-the-demand" };

    /// Damage is no demand.
    pub(super) const DAMAGE: Adding = Adding { summable: false, sum_rule: "stated-damage" };

    /// Figures of what something costs are of different days and cover one another.
    pub(super) const COST: Adding = Adding { summable: false, sum_rule: "figures-overlap" };
}
