//! The story that is told by itself, day by day.

use crate::project::TOY;
use utlovat::analysis::knowledge::{Change, Known, changes, pace, story, weightiest};
use utlovat::model::{Day, ProcurementRef};

/// All news of the toy facts.
fn news() -> Vec<Change> {
    changes(&TOY, Day(i32::MIN), TOY.reviewed)
}

#[test]
fn it_goes_from_the_first_promise_to_today_in_half_a_minute_to_a_minute() {
    let news = news();
    let stops = story(&TOY, &news);
    let first = news
        .iter()
        .find(|change| matches!(change, Change::Plan { moves, .. } if !moves.is_empty()))
        .expect("a promise");
    assert_eq!(stops.first(), Some(&first.known().day));
    assert_eq!(stops.last(), Some(&TOY.reviewed));
    assert!(stops.is_sorted_by(|one, next| one < next), "{stops:?}");
    let whole = pace(stops.len()) * stops.len() as u64;
    assert!((29_000..=60_000).contains(&whole), "{whole} ms");
}

#[test]
fn with_more_than_it_has_room_for_it_keeps_what_weighs_most() {
    // Figures of costs on a thousand days weigh nothing beside the promises.
    let promises = story(&TOY, &news());
    let mut more = news();
    let cost = |day: i32| {
        let known = more[0].known();
        let (procurement, id) = (known.procurement, known.id.clone());
        Change::Cost(Known { procurement, id, day: Day(TOY.reviewed.0 - day) })
    };
    let costs: Vec<Change> = (1..=1000).map(cost).collect();
    more.extend(costs);
    more.sort_by_key(|change| change.known().day);
    let stops = story(&TOY, &more);
    assert!(stops.len() <= 40, "{}", stops.len());
    assert!(stops.iter().filter(|stop| promises.contains(stop)).count() > 3, "{stops:?}");
}

#[test]
fn a_record_of_nothing_but_promises_is_told_in_a_minute_too() {
    let plan = news()
        .into_iter()
        .find(|change| matches!(change, Change::Plan { moves, .. } if !moves.is_empty()))
        .expect("a promise");
    let Change::Plan { plan, moves } = plan else { unreachable!() };
    let on = |day: i32| Change::Plan {
        plan: Known { day: Day(TOY.reviewed.0 - 3000 + day), ..plan.clone() },
        moves: moves.clone(),
    };
    let many: Vec<Change> = (0..2000).map(on).collect();
    let stops = story(&TOY, &many);
    assert!(stops.len() <= 40, "{}", stops.len());
    assert_eq!(stops.last(), Some(&TOY.reviewed));
}

#[test]
fn nothing_known_is_no_story() {
    assert_eq!(story(&TOY, &[]), [TOY.reviewed]);
    assert_eq!(weightiest(&TOY, &[]), None);
    // News of what is not there has no weight, and breaks nothing.
    let id = TOY.procurements[0].id.clone();
    let lost = Change::Met(Known { procurement: ProcurementRef(999), id, day: Day(0) });
    assert_eq!(weightiest(&TOY, std::slice::from_ref(&lost)), Some(&lost));
}

#[test]
fn a_promise_weighs_more_than_what_else_became_known_that_day() {
    let news = news();
    let promise = news
        .iter()
        .find(|change| matches!(change, Change::Plan { moves, .. } if !moves.is_empty()))
        .expect("a promise");
    let cost = Change::Cost(promise.known().clone());
    let day = [cost.clone(), promise.clone(), cost];
    assert_eq!(weightiest(&TOY, &day), Some(promise));
}
