//! Procurements side by side: what can be chosen, and what the choice comes to.

use super::project::{REAL, TOY, procurement};
use super::slips::some_date;
use proptest::prelude::*;
use utlovat::analysis::compare::{groups, summary};
use utlovat::analysis::region::systems;
use utlovat::analysis::rule::{Expected, Light, verdict};
use utlovat::analysis::slippage::{Months, Slippage, between};
use utlovat::chart::tiles::{SIDE, tiles};
use utlovat::model::{Baseline, Dataset, Id, PlanRef};
use utlovat::route::Selection;

#[test]
fn every_procurement_can_be_chosen_from_one_group() {
    let mut offered: Vec<&Id> = groups(&REAL).into_iter().flatten().map(|one| &one.id).collect();
    let mut all: Vec<&Id> = REAL.procurements.iter().map(|one| &one.id).collect();
    offered.sort();
    all.sort();
    assert_eq!(offered, all);
    let [followed, same, others] = groups(&REAL);
    assert!(followed.iter().all(|one| !one.comparator));
    assert!(same.iter().all(|one| one.comparator && one.product.as_deref() == Some("Millennium")));
    assert!(
        others.iter().all(|one| one.comparator && one.product.as_deref() != Some("Millennium"))
    );
    assert!(!same.is_empty() && !others.is_empty());
}

#[test]
fn pause_and_end_are_counted_from_the_signing() {
    let months = |at_least, at_most| Some(Months { at_least, at_most });
    let told = |id| {
        let summary = summary(procurement(&REAL, id));
        (summary.signing_to_use, summary.signing_to_pause, summary.signing_to_end)
    };
    assert_eq!(told("vgr-millennium"), (months(71, 72), months(71, 72), None));
    assert_eq!(told("aster-millennium"), (None, None, months(16, 16)));
    // The tender was stopped before there was a contract, and what is unconfirmed does not count.
    assert_eq!(told("stockholm-fvm"), (None, None, None));
    assert_eq!(told("skane-millennium").2, None);
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
    let at = REAL.procurements.iter().position(|one| one.comparator).expect("a comparator");
    let with = press(&REAL, &[at]);
    let shown = with.shown(&REAL);
    assert_eq!(shown.len(), REAL.followed().count() + 1);
    assert!(shown.iter().any(|one| one.id == REAL.procurements[at].id));
    assert_eq!(press(&REAL, &[at, at]), Selection::default());
}

#[test]
fn without_the_last_one_the_usual_ones_are_back() {
    let followed: Vec<usize> =
        (0..TOY.procurements.len()).filter(|at| !TOY.procurements[*at].comparator).collect();
    assert_eq!(press(&TOY, &followed), Selection::default());
}

proptest! {
    #[test]
    fn a_button_is_pressed_exactly_while_its_procurement_is_shown(
        presses in prop::collection::vec(0usize..20, 0..12),
        last in 0usize..20,
    ) {
        let before = press(&REAL, &presses);
        let pressed = &REAL.procurements[last % REAL.procurements.len()];
        let after = before.toggle_shown(&pressed.id, &REAL);
        for one in &REAL.procurements {
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
    let map = tiles(&REAL.regions);
    let mut drawn: Vec<usize> = map.tiles.iter().map(|tile| tile.region).collect();
    drawn.sort();
    assert_eq!(drawn, (0..21).collect::<Vec<_>>());
    for tile in &map.tiles {
        assert!(tile.x + SIDE <= map.width && tile.y + SIDE <= map.height, "{}", tile.letters);
    }
    let systems = systems(&REAL);
    assert_eq!(systems.iter().map(|one| one.regions.len()).sum::<usize>(), REAL.regions.len());
    assert!(systems.windows(2).all(|pair| pair[0].regions.len() >= pair[1].regions.len()));
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
