//! Which conclusions differ between two data sets, and why a slip does.

use super::{Conclusion, Grounds, What};
use crate::model::{Day, Id, PartialDate};
use std::collections::BTreeSet;

/// A conclusion that is not what it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'a> {
    /// Absent where there was none.
    pub before: Option<&'a Conclusion>,
    /// Absent where there is none any more.
    pub after: Option<&'a Conclusion>,
    /// Why, where it is known.
    pub because: Option<Because>,
}

/// Why a slip is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// The promise is told differently.
    Promised { from: PartialDate, to: PartialDate },
    /// The milestone was met, or on another date; absent where it has not been met after all.
    Met(Option<PartialDate>),
    /// The milestone was given up, or on another date; absent where it was not after all.
    Dropped(Option<PartialDate>),
    /// Our sources tell of it up to another date.
    Known { from: PartialDate, to: PartialDate },
    /// The day from which we look is another.
    Reviewed(Day),
}

/// What differs, in the order of `after`, and then what is gone.
///
/// Of a procurement that is new or gone, only that is told: all the rest follows.
pub fn changes<'a>(before: &'a [Conclusion], after: &'a [Conclusion]) -> Vec<Change<'a>> {
    let (old, new) = (procurements(before), procurements(after));
    // Up to when nothing was known is no question any more of what has been met or given up.
    let asked = |one: &Conclusion| one.what != What::KnownOf;
    let told = |one: &Conclusion| {
        let whole = one.what == What::Procurement;
        whole || one.procurement.as_ref().is_none_or(|id| old.contains(id) && new.contains(id))
    };
    let there = after.iter().filter(|one| told(one)).filter_map(|now| {
        let then = before.iter().find(|then| is_of_the_same(then, now));
        if then.is_some_and(|then| then.value == now.value) {
            return None;
        }
        if then.is_none() && !asked(now) {
            return None;
        }
        let grounds = then.and_then(|then| then.grounds).zip(now.grounds);
        let because = grounds.and_then(|(then, now)| because(then, now));
        Some(Change { before: then, after: Some(now), because })
    });
    let gone = before
        .iter()
        .filter(|one| told(one) && asked(one))
        .filter(|then| !after.iter().any(|now| is_of_the_same(then, now)));
    let gone = gone.map(|then| Change { before: Some(then), after: None, because: None });
    there.chain(gone).collect()
}

fn procurements(all: &[Conclusion]) -> BTreeSet<&Id> {
    all.iter().filter_map(|one| one.procurement.as_ref()).collect()
}

fn is_of_the_same(one: &Conclusion, other: &Conclusion) -> bool {
    one.what == other.what && one.path == other.path
}

/// The first of the grounds that differs, those first that outweigh the others: how far sources
/// reach says nothing of what has been met.
fn because(then: Grounds, now: Grounds) -> Option<Because> {
    let (from, to) = (then.promised, now.promised);
    if then.met != now.met {
        Some(Because::Met(now.met))
    } else if then.dropped != now.dropped {
        Some(Because::Dropped(now.dropped))
    } else if from != to {
        Some(Because::Promised { from, to })
    } else if then.horizon.known != now.horizon.known {
        Some(Because::Known { from: then.horizon.known, to: now.horizon.known })
    } else if then.horizon.today != now.horizon.today {
        Some(Because::Reviewed(now.horizon.today))
    } else {
        None
    }
}
