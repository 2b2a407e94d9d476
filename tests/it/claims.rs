//! Claims: what may be added up, in which order they are listed, and who said what.

use super::project::{COMPARED, TOY};
use proptest::prelude::*;
use utlovat::analysis::order::{self, Listed, arrange, grouped};
use utlovat::analysis::positions::{counterclaims, positions};
use utlovat::analysis::sums::{Sum, sums, without_number};
use utlovat::model::{
    Amount, Claim, Currency, Dataset, Demand, Id, Money, Qualifier, StepStatus, Text,
};

fn public(value: u64, high: Option<u64>, currency: Currency, qualifier: Qualifier) -> Amount {
    Amount::Public(Money { value, high, currency, qualifier })
}

fn secret() -> Amount {
    Amount::Withheld { reason: Text::default(), said_by: Text::default(), sources: vec![] }
}

fn some_amount() -> impl Strategy<Value = Amount> {
    let qualifier = proptest::sample::select(vec![
        Qualifier::Exactly,
        Qualifier::About,
        Qualifier::AtLeast,
        Qualifier::AtMost,
    ]);
    let currency = proptest::sample::select(Currency::ALL[..3].to_vec());
    let money = (1u64..1_000_000, proptest::option::of(1u64..1_000_000), currency, qualifier);
    prop_oneof![
        3 => money.prop_map(|(value, more, currency, qualifier)| {
            public(value, more.map(|more| value + more), currency, qualifier)
        }),
        1 => Just(secret()),
        1 => Just(Amount::NotNamed),
        1 => Just(Amount::NotFound),
    ]
}

fn money(amount: &Amount) -> Option<Money> {
    match amount {
        Amount::Public(money) => Some(*money),
        _ => None,
    }
}

/// Adds up, and compares with what is expected in kronor.
fn check_sum(amounts: &[Amount], value: u64, high: Option<u64>, qualifier: Qualifier) {
    let found: Vec<Sum> = sums(&amounts.iter().collect::<Vec<_>>());
    let expected = Money { value, high, currency: Currency::Sek, qualifier };
    assert_eq!(found.iter().map(|sum| sum.money).collect::<Vec<_>>(), [expected]);
}

#[test]
fn a_sum_is_no_surer_than_its_parts() {
    use Qualifier::{About, AtLeast, AtMost, Exactly};
    let sek = |value, high, qualifier| public(value, high, Currency::Sek, qualifier);
    check_sum(&[sek(2, None, Exactly), sek(3, None, Exactly)], 5, None, Exactly);
    check_sum(&[sek(2, None, Exactly), sek(3, Some(4), Exactly)], 5, Some(6), Exactly);
    check_sum(&[sek(2, None, Exactly), sek(3, None, About)], 5, None, About);
    check_sum(&[sek(2, None, About), sek(3, None, AtLeast)], 5, None, AtLeast);
    check_sum(&[sek(2, None, AtMost), sek(3, None, AtMost)], 5, None, AtMost);
    check_sum(&[sek(2, None, AtMost), sek(3, None, Exactly)], 3, Some(5), Exactly);
    check_sum(&[sek(2, None, AtMost), sek(3, None, AtLeast)], 3, None, AtLeast);
}

#[test]
fn secret_unnamed_and_unfound_are_no_zeros() {
    let amounts = [secret(), Amount::NotNamed, Amount::NotNamed, Amount::NotFound];
    let all: Vec<&Amount> = amounts.iter().collect();
    assert_eq!(sums(&all), []);
    let left = without_number(&all);
    assert_eq!((left.withheld, left.not_named, left.not_found, left.count()), (1, 2, 1, 4));
}

proptest! {
    #[test]
    fn every_amount_is_in_the_sum_or_counted_outside(
        amounts in proptest::collection::vec(some_amount(), 0..12),
    ) {
        let all: Vec<&Amount> = amounts.iter().collect();
        let found = sums(&all);
        let public: Vec<Money> = amounts.iter().filter_map(money).collect();
        prop_assert_eq!(found.iter().map(|sum| sum.counted).sum::<usize>(), public.len());
        for sum in &found {
            prop_assert_eq!(sum.counted + sum.left_out.count(), amounts.len());
            let of = |one: &&Money| one.currency == sum.money.currency;
            let parts: Vec<&Money> = public.iter().filter(of).collect();
            prop_assert_eq!(parts.len(), sum.counted);
            // Counted again, figure by figure: the least and the most that the parts can make.
            let least: u64 = parts
                .iter()
                .map(|one| if one.qualifier == Qualifier::AtMost { 0 } else { one.value })
                .sum();
            let most: u64 = parts.iter().map(|one| one.high.unwrap_or(one.value)).sum();
            let open = parts.iter().any(|one| one.qualifier == Qualifier::AtLeast);
            match sum.money.qualifier {
                Qualifier::AtLeast => {
                    prop_assert!(open);
                    prop_assert_eq!((sum.money.value, sum.money.high), (least, None));
                }
                Qualifier::AtMost => {
                    prop_assert_eq!((least, sum.money.value, sum.money.high), (0, most, None));
                }
                Qualifier::Exactly | Qualifier::About => {
                    prop_assert!(!open);
                    prop_assert_eq!(sum.money.value, least);
                    prop_assert_eq!(sum.money.high.unwrap_or(sum.money.value), most);
                    let about = parts.iter().any(|one| one.qualifier == Qualifier::About);
                    prop_assert_eq!(sum.money.qualifier == Qualifier::About, about);
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_parts_changes_no_sum(
        (amounts, shuffled) in proptest::collection::vec(some_amount(), 0..9)
            .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        let all: Vec<&Amount> = amounts.iter().collect();
        prop_assert_eq!(sums(&all), sums(&shuffled.iter().collect::<Vec<_>>()));
    }
}

fn listed(dataset: &Dataset) -> Vec<Listed<'_>> {
    let all = dataset.procurements.iter();
    all.flat_map(|one| one.claims.iter().map(move |claim| (one, claim))).collect()
}

#[test]
fn an_order_loses_no_claim_and_keeps_what_it_promises() {
    let first = |claim: &Claim| claim.steps.first().map(|step| step.date.range().first);
    for dataset in [&*TOY, &*COMPARED] {
        let all = listed(dataset);
        for rank in [order::newest as order::Rank, order::oldest, order::largest] {
            let mut arranged = all.clone();
            arrange(&mut arranged, rank);
            assert_eq!(arranged.len(), all.len());
            assert!(all.iter().all(|claim| arranged.contains(claim)));
            assert!(arranged.is_sorted_by_key(|(_, claim)| rank(claim)));
        }
        let mut arranged = all.clone();
        arrange(&mut arranged, order::oldest);
        assert!(arranged.is_sorted_by_key(|(_, claim)| first(claim)));
        arrange(&mut arranged, order::newest);
        assert!(arranged.iter().rev().is_sorted_by_key(|(_, claim)| first(claim)));
    }
}

/// The toy facts with many claims: three currencies, and some without a number.
fn priced() -> Dataset {
    let mut dataset = TOY.clone();
    let claims = &mut dataset.procurements[0].claims;
    let one = claims[0].clone();
    for at in 0..24 {
        let currency = Currency::ALL[at % 3];
        let sum = public(at as u64 * 7 % 24 * 1_000_000 + 1, None, currency, Qualifier::Exactly);
        let amount = match at % 5 {
            3 => Amount::NotNamed,
            4 => secret(),
            _ => sum,
        };
        let demand = Demand { amount, ..one.demands[0].clone() };
        claims.push(Claim { demands: vec![demand], ..one.clone() });
    }
    dataset
}

#[test]
fn amounts_are_weighed_within_one_currency_and_no_number_comes_last() {
    let dataset = priced();
    let mut claims = listed(&dataset);
    arrange(&mut claims, order::largest);
    let figures: Vec<Option<Money>> =
        claims.iter().map(|(_, claim)| money(&claim.demanded()?)).collect();
    let public = figures.iter().take_while(|figure| figure.is_some()).count();
    assert!(public > 1 && figures[public..].iter().all(Option::is_none));
    for pair in figures[..public].windows(2) {
        let (one, next) = (pair[0].expect("a figure"), pair[1].expect("a figure"));
        assert!(one.currency != next.currency || one.value >= next.value);
    }
    let currencies: Vec<Currency> = figures.iter().flatten().map(|money| money.currency).collect();
    let mut seen = currencies.clone();
    seen.dedup();
    let distinct: std::collections::BTreeSet<_> = currencies.iter().collect();
    assert_eq!(seen.len(), distinct.len(), "a currency stands in one place");
}

#[test]
fn groups_hold_every_claim_once() {
    for dataset in [&*TOY, &*COMPARED] {
        let all = listed(dataset);
        let groups = grouped(all.clone(), &|(_, claim)| claim.claimant);
        assert_eq!(groups.iter().map(|(_, group)| group.len()).sum::<usize>(), all.len());
        for (party, group) in &groups {
            assert!(group.iter().all(|(_, claim)| claim.claimant == *party));
        }
        let mut keys: Vec<_> = groups.iter().map(|(party, _)| party).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), groups.len());
    }
}

#[test]
fn every_step_stands_on_one_side_and_a_settlement_on_neither() {
    for dataset in [&*TOY, &*COMPARED] {
        for (_, claim) in listed(dataset) {
            let sides = positions(claim);
            let all = sides.claimant.len() + sides.respondent.len() + sides.others.len();
            assert_eq!(all, claim.steps.len());
            assert!(sides.claimant.iter().all(|step| step.by == claim.claimant));
            assert!(sides.respondent.iter().all(|step| step.by == claim.respondent));
            let own = sides.claimant.iter().chain(&sides.respondent);
            assert!(own.into_iter().all(|step| step.status != StepStatus::Settled));
        }
    }
}

#[test]
fn a_claim_the_other_way_is_found_from_both_ends() {
    let mut one = TOY.procurements[0].clone();
    let damages = one.claims[1].clone();
    one.claims.push(Claim {
        id: Id::parse("counter-2022").expect("an id"),
        claimant: damages.respondent,
        respondent: damages.claimant,
        ..damages
    });
    let ids = |at: usize| -> Vec<&str> {
        counterclaims(&one, &one.claims[at]).map(|it| it.id.as_str()).collect()
    };
    assert_eq!((ids(1), ids(2)), (vec!["counter-2022"], vec!["damages-2022"]));
    // An appeal before the contract is of another kind.
    assert_eq!(ids(0), [""; 0]);
}
