//! Cost figures of one kind, and what they come to for each resident. Figures of unlike kinds
//! never meet here, and nothing is converted from one currency to another.

use crate::model::{Cost, CostKind, Dataset, Money, Procurement, Qualifier, Residents};

/// What a figure comes to for each resident, or why that cannot be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PerResident<'a> {
    /// The sum divided by the residents, to whole units of its currency.
    Sum(Money, &'a Residents),
    /// The data set has no number of residents.
    NoResidents,
    /// The figure is for another area than the one whose residents are counted.
    OtherArea,
    /// Less than half a unit of the currency.
    TooSmall,
}

/// The kinds that there are figures of, in the order of [`CostKind::ALL`].
pub fn kinds(dataset: &Dataset) -> Vec<CostKind> {
    let has =
        |kind: &CostKind| dataset.procurements.iter().any(|one| figures(one, *kind).count() > 0);
    CostKind::ALL.into_iter().filter(has).collect()
}

/// A procurement's figures of a kind, in the order of their dates.
pub fn figures(procurement: &Procurement, kind: CostKind) -> impl Iterator<Item = &Cost> {
    procurement.costs.iter().filter(move |cost| cost.kind == kind)
}

/// What a figure comes to for each resident of the procurement's area.
pub fn per_resident<'a>(cost: &Cost, procurement: &'a Procurement) -> PerResident<'a> {
    if cost.other_area || cost.kind == CostKind::Share {
        return PerResident::OtherArea;
    }
    match &procurement.residents {
        Some(residents) if residents.count > 0 => match divided(cost.money, residents.count) {
            Some(sum) => PerResident::Sum(sum, residents),
            None => PerResident::TooSmall,
        },
        _ => PerResident::NoResidents,
    }
}

/// A sum divided, rounded to whole units; nothing where no unit is left. What was exact is about.
fn divided(money: Money, by: u32) -> Option<Money> {
    let by = u64::from(by);
    let divide = |value: u64| (value + by / 2) / by;
    let value = divide(money.value);
    let qualifier = match money.qualifier {
        Qualifier::Exactly => Qualifier::About,
        other => other,
    };
    (value > 0).then(|| Money { value, high: money.high.map(divide), qualifier, ..money })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Currency;
    use proptest::prelude::*;

    fn sum(value: u64, high: Option<u64>, qualifier: Qualifier) -> Money {
        Money { value, high, currency: Currency::Eur, qualifier }
    }

    #[test]
    fn a_sum_is_divided_to_whole_units_and_says_so() {
        use Qualifier::{About, AtLeast, Exactly};
        let check = |money, by, expected| assert_eq!(divided(money, by), expected);
        check(sum(286_000_000, None, Exactly), 700_000, Some(sum(409, None, About)));
        check(sum(500_000_000, None, AtLeast), 1_772_821, Some(sum(282, None, AtLeast)));
        check(sum(10, Some(25), About), 10, Some(sum(1, Some(3), About)));
        check(sum(4, None, Exactly), 10, None);
    }

    proptest! {
        #[test]
        fn a_quotient_is_off_by_half_a_unit_at_most(value in 1u64..1_000_000_000_000, by in 1u32..10_000_000) {
            let share = divided(sum(value, None, Qualifier::Exactly), by).map_or(0, |sum| sum.value);
            let back = share * u64::from(by);
            prop_assert!(back.abs_diff(value) * 2 <= u64::from(by));
        }
    }
}
