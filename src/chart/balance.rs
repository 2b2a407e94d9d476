//! What was demanded against what was received, where both are public and in one currency.

use super::{Span, WHOLE};
use crate::model::{Amount, Money};

/// Two bars from zero on one scale; the longer one takes the whole width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    pub demanded: Bar,
    pub received: Bar,
}

/// A figure as a bar, and the span above it in which the true figure lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    pub sure: Span,
    pub span: Option<Span>,
}

/// The bars; nothing where a figure is secret, unknown or in another currency: no length can
/// stand for that.
pub fn balance(demanded: &Amount, received: Option<&Amount>) -> Option<Balance> {
    let (Amount::Public(demanded), Some(Amount::Public(received))) = (demanded, received) else {
        return None;
    };
    let top = |money: &Money| money.high.unwrap_or(money.value);
    let longest = top(demanded).max(top(received));
    if demanded.currency != received.currency || longest == 0 {
        return None;
    }
    let length = WHOLE as u64;
    let units = |value: u64| match value.checked_mul(length) {
        Some(scaled) => (scaled / longest) as i32,
        None => (value / (longest / length)) as i32,
    };
    let bar = |money: &Money| Bar {
        sure: Span { from: 0, to: units(money.value) },
        span: money.high.map(|high| Span { from: units(money.value), to: units(high) }),
    };
    Some(Balance { demanded: bar(demanded), received: bar(received) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Currency, Qualifier};

    fn public(value: u64, high: Option<u64>, currency: Currency) -> Amount {
        Amount::Public(Money { value, high, currency, qualifier: Qualifier::Exactly })
    }

    #[test]
    fn bars_share_a_scale_and_begin_at_zero() {
        let demanded = public(400, None, Currency::Sek);
        let received = public(100, Some(200), Currency::Sek);
        let drawn = balance(&demanded, Some(&received)).expect("two public figures");
        assert_eq!(drawn.demanded, Bar { sure: Span { from: 0, to: WHOLE }, span: None });
        assert_eq!(drawn.received.sure, Span { from: 0, to: 2_500 });
        assert_eq!(drawn.received.span, Some(Span { from: 2_500, to: 5_000 }));
        let huge = public(u64::MAX, None, Currency::Sek);
        let drawn = balance(&demanded, Some(&huge)).expect("two public figures");
        assert_eq!((drawn.demanded.sure.to, drawn.received.sure.to), (0, WHOLE));
    }

    #[test]
    fn what_has_no_figure_has_no_bar() {
        let demanded = public(400, None, Currency::Sek);
        assert_eq!(balance(&demanded, None), None);
        assert_eq!(balance(&demanded, Some(&Amount::NotFound)), None);
        assert_eq!(balance(&Amount::NotNamed, Some(&demanded)), None);
        assert_eq!(balance(&demanded, Some(&public(1, None, Currency::Gbp))), None);
        let zero = public(0, None, Currency::Sek);
        assert_eq!(balance(&zero, Some(&zero)), None);
    }
}
