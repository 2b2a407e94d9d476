//! What may be added up: public amounts in one currency. Whatever stands outside a sum is
//! counted, by why it does, so that no sum looks like more than it is.

use crate::model::{Amount, Currency, Money, Qualifier};

/// A sum in one currency, and what it leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    pub money: Money,
    /// How many amounts were added up.
    pub counted: usize,
    pub left_out: LeftOut,
}

/// How many amounts are not in a sum, by why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    pub withheld: usize,
    pub not_named: usize,
    pub not_found: usize,
    pub other_currency: usize,
}

impl LeftOut {
    /// How many there are in all.
    pub fn count(&self) -> usize {
        self.withheld + self.not_named + self.not_found + self.other_currency
    }
}

/// A sum for each currency in which an amount is public. The caller sees to it that the amounts
/// are of one kind.
pub fn sums(amounts: &[&Amount]) -> Vec<Sum> {
    Currency::ALL
        .into_iter()
        .filter_map(|currency| {
            let mut counted = 0;
            let mut total = Bounds::default();
            for amount in amounts {
                if let Amount::Public(money) = amount
                    && money.currency == currency
                {
                    counted += 1;
                    total.add(*money);
                }
            }
            let left_out =
                LeftOut { other_currency: public(amounts) - counted, ..without_number(amounts) };
            (counted > 0).then(|| Sum { money: total.money(currency), counted, left_out })
        })
        .collect()
}

/// How many amounts have no public number, by why.
pub fn without_number(amounts: &[&Amount]) -> LeftOut {
    let count = |is: fn(&Amount) -> bool| amounts.iter().filter(|amount| is(amount)).count();
    LeftOut {
        withheld: count(|amount| matches!(amount, Amount::Withheld { .. })),
        not_named: count(|amount| matches!(amount, Amount::NotNamed)),
        not_found: count(|amount| matches!(amount, Amount::NotFound)),
        other_currency: 0,
    }
}

fn public(amounts: &[&Amount]) -> usize {
    amounts.iter().filter(|amount| matches!(amount, Amount::Public(_))).count()
}

/// Between what a sum lies.
struct Bounds {
    low: u64,
    /// `None` when one of the figures is a least one: the sum has no upper end then.
    high: Option<u64>,
    about: bool,
}

impl Default for Bounds {
    fn default() -> Bounds {
        Bounds { low: 0, high: Some(0), about: false }
    }
}

impl Bounds {
    fn add(&mut self, money: Money) {
        let top = money.high.unwrap_or(money.value);
        let (low, high) = match money.qualifier {
            Qualifier::Exactly => (money.value, Some(top)),
            Qualifier::About => {
                self.about = true;
                (money.value, Some(top))
            }
            Qualifier::AtLeast => (money.value, None),
            Qualifier::AtMost => (0, Some(top)),
        };
        self.low = self.low.saturating_add(low);
        self.high = self.high.zip(high).map(|(sum, high)| sum.saturating_add(high));
    }

    /// The sum as a figure: without an upper end it is at least so much; with one about figure
    /// among the others it is about so much.
    fn money(&self, currency: Currency) -> Money {
        let (value, high, qualifier) = match self.high {
            None => (self.low, None, Qualifier::AtLeast),
            Some(high) if self.low == 0 && high > 0 => (high, None, Qualifier::AtMost),
            Some(high) => {
                let qualifier = if self.about { Qualifier::About } else { Qualifier::Exactly };
                (self.low, Some(high).filter(|high| *high > self.low), qualifier)
            }
        };
        Money { value, high, currency, qualifier }
    }
}
