//! Procurements side by side: what can be chosen, and what the choice comes to.

use super::project::{COMPARED, TOY};
use super::slips::some_date;
use proptest::prelude::*;
use utlovat::analysis::compare::{
    Rank, arranged, groups, latest_first, signed_first, soonest_used, summary,
};
use utlovat::analysis::region::{spread, systems, to_come};
use utlovat::analysis::rule::{Expected, Light, verdict};
use utlovat::analysis::slippage::{Months, Slippage, between};
use utlovat::chart::WHOLE;
use utlovat::chart::tiles::{SIDE, tiles};
use utlovat::model::{
    Baseline, Confidence, Dataset, EventKind, PlanRef, Procurement, RegionChange,
};
use utlovat::route::Selection;

#[test]
fn every_procurement_can_be_chosen_from_one_group() {
    let ids = |all: &[&Procurement]| all.iter().map(|one| one.id.to_string()).collect::<Vec<_>>();
    let [followed, same, others] = groups(&COMPARED);
    assert_eq!(ids(&followed), ["toy-north", "toy-south"]);
    // Those of a product that one of the followed has bought too, and the rest.
    assert_eq!(ids(&same), ["toy-east"]);
    assert_eq!(ids(&others), ["toy-west"]);
}

#[test]
fn pause_and_end_are_counted_from_the_signing() {
    let months = |at_least, at_most| Some(Months { at_least, at_most });
    let told = |one: &Procurement| {
        let summary = summary(one);
        (summary.signing_to_use, summary.signing_to_pause, summary.signing_to_end)
    };
    let [north, south] = &TOY.procurements[..] else { panic!("two procurements") };
    assert_eq!(told(north), (months(63, 63), None, None));
    assert_eq!(told(south), (None, None, months(46, 52)));
    let mut paused = south.clone();
    let pause = paused.events.iter().position(|event| event.kind == EventKind::Pause);
    let pause = pause.expect("a pause");
    paused.events[pause].landmark = true;
    assert_eq!(told(&paused).1, months(38, 46));
    // What is unconfirmed does not count.
    paused.events[pause].confidence = Confidence::Low;
    assert_eq!(told(&paused).1, None);
    // What was ended before there was a contract was a round of the tender.
    paused.contract = None;
    assert_eq!(told(&paused), (None, None, None));
}

/// Presses the buttons of procurements, one after the other.
fn press(dataset: &Dataset, presses: &[usize]) -> Selection {
    presses.iter().fold(Selection::default(), |chosen, at| {
        let procurement = &dataset.procurements[at % dataset.procurements.len()];
        chosen.toggle_shown(&procurement.id, dataset)
    })
}

#[test]
fn a_comparator_comes_to_those_that_are_shown_and_goes_again() {
    let at = COMPARED.procurements.iter().position(|one| one.comparator).expect("a comparator");
    let with = press(&COMPARED, &[at]);
    let shown = with.shown(&COMPARED);
    assert_eq!(shown.len(), COMPARED.followed().count() + 1);
    assert!(shown.iter().any(|one| one.id == COMPARED.procurements[at].id));
    assert_eq!(press(&COMPARED, &[at, at]), Selection::default());
}

#[test]
fn without_the_last_one_the_usual_ones_are_back() {
    let followed: Vec<usize> =
        (0..TOY.procurements.len()).filter(|at| !TOY.procurements[*at].comparator).collect();
    assert_eq!(press(&TOY, &followed), Selection::default());
}

#[test]
fn an_order_puts_what_is_not_known_last() {
    for rank in [latest_first as Rank, signed_first, soonest_used] {
        let all: Vec<&Procurement> = COMPARED.procurements.iter().collect();
        let arranged = arranged(all.clone(), rank);
        assert_eq!(arranged.len(), all.len());
        assert!(all.iter().all(|one| arranged.contains(one)));
        assert!(arranged.is_sorted_by_key(|one| rank(one)));
    }
    let sure = |one: &Procurement| latest_first(one);
    assert!(COMPARED.procurements.iter().any(|one| !sure(one).0), "a slip is known of one");
}

proptest! {
    #[test]
    fn a_button_is_pressed_exactly_while_its_procurement_is_shown(
        presses in prop::collection::vec(0usize..20, 0..12),
        last in 0usize..20,
    ) {
        let before = press(&COMPARED, &presses);
        let pressed = &COMPARED.procurements[last % COMPARED.procurements.len()];
        let after = before.toggle_shown(&pressed.id, &COMPARED);
        for one in &COMPARED.procurements {
            let was = before.shows(one);
            // Nothing left means the usual ones, whatever was pressed.
            if after != Selection::default() {
                prop_assert_eq!(after.shows(one), was != (one.id == pressed.id));
            }
        }
    }
}

#[test]
fn every_region_has_a_square_and_one_system() {
    every_region_is_drawn(&TOY);
    // One of the toy regions has a county of this country's map.
    let drawn: Vec<usize> = tiles(&TOY.regions).tiles.iter().map(|tile| tile.region).collect();
    assert_eq!(drawn, [0]);
    let systems = systems(&TOY);
    let names: Vec<Option<&str>> = systems.iter().map(|one| one.system).collect();
    assert_eq!(names, [Some("Marble"), None]);
}

/// No square leaves the map or stands for two regions, and each region has one system.
pub fn every_region_is_drawn(dataset: &Dataset) {
    let map = tiles(&dataset.regions);
    let mut drawn: Vec<usize> = map.tiles.iter().map(|tile| tile.region).collect();
    drawn.sort_unstable();
    drawn.dedup();
    assert_eq!(drawn.len(), map.tiles.len(), "a region has two squares");
    for tile in &map.tiles {
        assert!(tile.x.to <= WHOLE && tile.y + SIDE <= map.height, "{}", tile.letters);
    }
    let systems = systems(dataset);
    assert_eq!(systems.iter().map(|one| one.regions.len()).sum::<usize>(), dataset.regions.len());
    let named: Vec<usize> =
        systems.iter().filter(|one| one.system.is_some()).map(|one| one.regions.len()).collect();
    assert!(named.is_sorted_by(|a, b| a >= b));
}

proptest! {
    /// The colours agree with the slip in whole months, which is computed elsewhere.
    #[test]
    fn the_rule_agrees_with_the_slip(promised in some_date(), met in some_date()) {
        let promise = Baseline { plan: PlanRef(0), promised, called: None, note: None, sources: vec![] };
        let judged = verdict(&promise, Expected::Met(met.range()));
        prop_assert!(judged.best <= judged.worst);
        match between(promised.range(), met.range()) {
            Slippage::Late(Months { at_least, at_most }) => {
                prop_assert_eq!(judged.best == Light::Green, at_least == 0);
                prop_assert_eq!(judged.worst == Light::Green, at_most == 0);
                // Three whole months are yellow to the day, and red from the next day on.
                prop_assert!(at_least < 4 || judged.best == Light::Red);
                prop_assert!(at_least > 2 || judged.best != Light::Red);
                prop_assert!(at_most < 4 || judged.worst == Light::Red);
            }
            Slippage::Kept => prop_assert_eq!(judged.worst, Light::Green),
            _ => prop_assert_eq!(judged.best, Light::Green),
        }
    }
}

#[test]
fn each_system_is_counted_now_and_next_and_that_of_the_followed_comes_first() {
    let mut dataset: Dataset = TOY.clone();
    let product = dataset.followed().find_map(|one| one.product.clone()).expect("a product");
    let [north, south] = &mut dataset.regions[..] else { panic!("two regions") };
    north.system = Some("Domino, Kula".to_owned());
    north.change = RegionChange::None;
    south.system = Some("Puzzle".to_owned());
    south.next = Some(product.clone());
    let spread = spread(&dataset);
    let counted: Vec<(&str, bool, usize, usize)> =
        spread.iter().map(|it| (it.system, it.followed, it.now, it.next)).collect();
    let expected = [(&*product, true, 0, 1), ("Domino", false, 1, 1), ("Puzzle", false, 1, 0)];
    assert_eq!(counted, expected);
    // What is paused with nothing chosen comes to nothing that anybody knows.
    let mut paused = dataset.regions[0].clone();
    paused.next = None;
    for change in [RegionChange::Paused, RegionChange::PutOff] {
        paused.change = change;
        assert_eq!(to_come(&paused), None);
    }
    paused.next = Some(product.clone());
    assert_eq!(to_come(&paused), Some(&*product));
}
