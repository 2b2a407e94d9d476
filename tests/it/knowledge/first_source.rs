//! Facts that count as public before any of their dated sources was.

use super::rewritten::some_dataset;
use super::told::public;
use crate::project::TOY;
use proptest::prelude::*;
use std::sync::Arc;
use utlovat::analysis::knowledge::{Dated, before_its_sources};
use utlovat::model::{Dataset, Day, Event, PartialDate};

/// The toy facts with another day for the only source of an event.
fn published(text: &str) -> (Dataset, Event) {
    let mut dataset = TOY.clone();
    let event = dataset.procurements[0].events[4].clone();
    assert_eq!((event.date.to_string().as_str(), event.sources.len()), ("2023-10-09", 1));
    let source = event.sources[0].at();
    let date = PartialDate::parse(text).expect("a date");
    Arc::make_mut(&mut dataset.sources)[source].published = Some(date);
    (dataset, event)
}

#[test]
fn a_fact_whose_oldest_source_is_later_than_it_is_marked() {
    let found = |text: &str| {
        let (dataset, event) = published(text);
        before_its_sources(&event, &dataset)
    };
    let before = found("2023-10-12").expect("it is told three days later");
    assert_eq!(PartialDate::Day(before.known).to_string(), "2023-10-09");
    assert_eq!(before.source.to_string(), "2023-10-12");
    // On the same day, or in a month that may have begun before it, nothing is sure.
    assert_eq!(found("2023-10-09"), None);
    assert_eq!(found("2023-10"), None);
    // An older text proves nothing of it, but nobody can say that none of them was out.
    assert_eq!(found("2022-01-01"), None);
}

#[test]
fn whoever_says_when_a_fact_became_public_has_said_it() {
    let (dataset, mut event) = published("2023-10-12");
    event.public = Some(event.date);
    assert_eq!(before_its_sources(&event, &dataset), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn on_its_first_day_none_of_its_sources_was_out(today in some_dataset()) {
        for event in today.procurements.iter().flat_map(|one| &one.events) {
            let dated: Vec<PartialDate> =
                event.sources.iter().filter_map(|one| today.source(*one).published).collect();
            match before_its_sources(event, &today) {
                Some(before) => {
                    let known = before.known;
                    prop_assert!(public(event.date, &event.sources, &today, known));
                    prop_assert!(!public(event.date, &event.sources, &today, Day(known.0 - 1)));
                    prop_assert!(dated.iter().all(|date| date.range().first > known));
                    prop_assert!(dated.contains(&before.source));
                }
                None => {
                    let known = event.known_on(&today);
                    let early = dated.iter().any(|date| date.range().first <= known);
                    prop_assert!(event.public.is_some() || dated.is_empty() || early);
                }
            }
        }
    }
}
