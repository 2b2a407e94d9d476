//! In which order claims are listed, and in which groups.
//!
//! A list needs an order where dates have none: of two vague dates the one whose window begins
//! first comes first, and where that is the same too they stay as they stood.

use crate::model::{Amount, Claim, Procurement};

/// A claim with the procurement that it belongs to.
pub type Listed<'a> = (&'a Procurement, &'a Claim);

/// Where a claim stands in an order: the lower comes first.
pub type Rank = fn(&Claim) -> (u8, i64);

/// The claim raised last comes first.
pub fn newest(claim: &Claim) -> (u8, i64) {
    let (known, day) = oldest(claim);
    (known, -day)
}

/// The claim raised first comes first; what has no date, last.
pub fn oldest(claim: &Claim) -> (u8, i64) {
    match claim.steps.first() {
        Some(raised) => (0, i64::from(raised.date.range().first.0)),
        None => (1, 0),
    }
}

/// Public amounts, one currency after the other and the greatest of each first; then those
/// without a public number. Sums in different currencies are never weighed against each other.
pub fn largest(claim: &Claim) -> (u8, i64) {
    match claim.demanded() {
        Some(Amount::Public(money)) => {
            let top = i64::try_from(money.high.unwrap_or(money.value)).unwrap_or(i64::MAX);
            (money.currency as u8, -top)
        }
        Some(Amount::Withheld { .. }) => (u8::MAX - 2, 0),
        Some(Amount::NotFound) => (u8::MAX - 1, 0),
        Some(Amount::NotNamed) | None => (u8::MAX, 0),
    }
}

/// Puts claims in order; those of one rank stay as they stood.
pub fn arrange(claims: &mut [Listed], rank: Rank) {
    // Insertion, since the browser carries this: a library's sort is some kilobytes of WASM.
    for at in 1..claims.len() {
        let mut place = at;
        while place > 0 && rank(claims[place - 1].1) > rank(claims[place].1) {
            claims.swap(place - 1, place);
            place -= 1;
        }
    }
}

/// Claims in groups of one key, each group where its first claim stood.
pub fn grouped<'a, K: PartialEq>(
    claims: Vec<Listed<'a>>,
    key: &dyn Fn(&Listed<'a>) -> K,
) -> Vec<(K, Vec<Listed<'a>>)> {
    let mut groups: Vec<(K, Vec<Listed>)> = Vec::new();
    for listed in claims {
        let of = key(&listed);
        match groups.iter_mut().find(|(key, _)| *key == of) {
            Some((_, group)) => group.push(listed),
            None => groups.push((of, vec![listed])),
        }
    }
    groups
}
