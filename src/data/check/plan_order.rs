//! Plans stand in the order of announcement: the order makes the first promise the first.
//!
//! Of plans in a wrong order as few as possible are told, so that one that was put at the wrong
//! place does not accuse all those that stand right.

use crate::data::problem::{Problem, ProblemKind};
use crate::data::record::Records;
use crate::model::PartialDate;
use std::collections::BTreeSet;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for folder in &records.procurements {
        let plans = folder.plans.plans.iter().filter_map(|entry| {
            let announced = entry.record.announced.as_ref()?;
            Some((entry, *announced.get_ref(), announced.span()))
        });
        let plans: Vec<_> = plans.collect();
        let dates: Vec<PartialDate> = plans.iter().map(|(_, date, _)| *date).collect();
        let stay = in_order(&dates);
        for (at, (entry, announced, span)) in plans.iter().enumerate() {
            if stay.contains(&at) {
                continue;
            }
            let wrong = |&&other: &&usize| {
                let (first, second) = (at.min(other), at.max(other));
                dates[second].range().last < dates[first].range().first
            };
            let Some(&other) = stay.iter().find(wrong) else { continue };
            let kind = ProblemKind::PlanOutOfOrder {
                announced: *announced,
                other: dates[other],
                plan: plans[other].0.name().to_owned(),
                above: other < at,
            };
            problems.push(entry.place.problem(Some(span.clone()), kind));
        }
    }
}

/// The positions of as many dates as possible of which none is before one above it. Dates whose
/// windows overlap have no order.
fn in_order(dates: &[PartialDate]) -> BTreeSet<usize> {
    // From below. For each length, the choice that leaves most room above it: the earliest of its
    // last days, the position that was added last, and the choice before that.
    let mut nodes: Vec<(usize, Option<usize>)> = vec![];
    let mut best: Vec<(crate::model::Day, usize)> = vec![];
    for (at, date) in dates.iter().enumerate().rev() {
        let range = date.range();
        for length in (0..=best.len()).rev() {
            let (room, before) = match length.checked_sub(1).map(|index| best[index]) {
                None => (range.last, None),
                Some((last, _)) if range.first > last => continue,
                Some((last, node)) => (range.last.min(last), Some(node)),
            };
            if best.get(length).is_some_and(|(other, _)| *other >= room) {
                continue;
            }
            nodes.push((at, before));
            let one = (room, nodes.len() - 1);
            match best.get_mut(length) {
                Some(place) => *place = one,
                None => best.push(one),
            }
        }
    }
    let mut kept = BTreeSet::new();
    let mut next = best.last().map(|(_, node)| *node);
    while let Some(node) = next {
        kept.insert(nodes[node].0);
        next = nodes[node].1;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stay(dates: &[&str]) -> Vec<usize> {
        let dates: Vec<_> =
            dates.iter().map(|it| PartialDate::parse(it).expect("a date")).collect();
        in_order(&dates).into_iter().collect()
    }

    #[test]
    fn the_one_that_was_moved_is_blamed() {
        assert_eq!(stay(&["2023", "2018", "2019", "2020", "2021"]), [1, 2, 3, 4]);
        assert_eq!(stay(&["2018", "2019", "2020", "2017"]), [0, 1, 2]);
        assert_eq!(stay(&["2020", "2018"]), [0]);
        assert_eq!(stay(&["2018", "2018-05", "2018-03", "2019"]).len(), 3);
        assert_eq!(stay(&["2018-05", "2018", "2019"]), [0, 1, 2]);
        assert_eq!(stay(&[]), [0; 0]);
    }
}
