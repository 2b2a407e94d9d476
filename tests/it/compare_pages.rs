//! Comparison and regions as their pages show them: what is never just kept, the minus of a year,
//! and what leads from a square to its row.

use super::markup::parsed;
use super::pages::Edition;
use super::project::TOY;
use scraper::Selector;
use utlovat::chart::tiles::tiles;
use utlovat::chart::{Room, Tick};
use utlovat::model::{Confidence, Dataset, Day, EventKind, Lang, PartialDate};
use utlovat::route::Page;

/// The first toy procurement as if its latest promise was kept, and paused so many days later.
fn kept_and_paused(after: i32) -> Dataset {
    let mut dataset: Dataset = TOY.clone();
    let north = &mut dataset.procurements[0];
    let day = Day::new(2023, 10, 9).expect("a day");
    let milestone = north.milestones.iter_mut().find(|one| one.headline).expect("a go-live");
    let latest = milestone.schedule.rebaselines.last_mut().expect("a later promise");
    latest.promised = PartialDate::Day(day);
    milestone.schedule.met.as_mut().expect("it happened").date = PartialDate::Day(day);
    let mut pause = north.events[0].clone();
    pause.kind = EventKind::Pause;
    pause.landmark = true;
    pause.confidence = Confidence::High;
    pause.date = PartialDate::Day(Day(day.0 + after));
    north.events.push(pause);
    dataset
}

#[test]
fn a_start_that_was_soon_paused_is_never_just_kept_and_never_green() {
    for (lang, said, kept, green) in [
        (Lang::Sv, "startade i tid, pausad efter 3\u{a0}dagar", "hölls", "grön"),
        (Lang::En, "started on time, paused after 3\u{a0}days", "kept", "green"),
    ] {
        let edition = |after| Edition::new(&kept_and_paused(after), lang);
        let ruled = |edition: &Edition| edition.chosen(Page::Compare, "rule=danish");
        let (soon, later) = (edition(3), edition(200));
        let cells = |html: &str| -> Vec<String> {
            let page = parsed(html);
            let cell = Selector::parse("td, .light, .answer").expect("a selector");
            page.select(&cell).map(|one| one.text().collect::<String>()).collect()
        };
        let of_soon = cells(&ruled(&soon));
        assert!(of_soon.iter().any(|cell| cell.trim() == said), "{of_soon:?}");
        assert!(of_soon.iter().all(|cell| cell.trim() != kept && !cell.ends_with(green)));
        // A pause half a year later is another story.
        let of_later = cells(&ruled(&later));
        assert!(of_later.iter().any(|cell| cell.trim() == kept), "{of_later:?}");
    }
}

#[test]
fn years_before_the_signing_have_a_true_minus() {
    let axis = utlovat::view::mark::axis(&[Tick { x: 0, year: -2, from: Some(Room::Narrow) }]).0;
    assert!(axis.contains(">−2<") && !axis.contains(">-2<"), "{axis}");
}

#[test]
fn a_square_and_its_row_lead_to_each_other_and_people_have_one_footnote() {
    for lang in Lang::ALL {
        let edition = Edition::new(&TOY, lang);
        let body = edition.body(Page::Regions);
        let page = parsed(&body);
        let find = |css: &str| page.select(&Selector::parse(css).expect("a selector")).count();
        for tile in tiles(&TOY.regions).tiles {
            let id = &TOY.regions[tile.region].id;
            assert_eq!(find(&format!("svg a[id='square-{id}'][href='#{id}']")), 1);
            assert_eq!(find(&format!("tr[id='{id}'] th a[href='#square-{id}']")), 1);
        }
        assert_eq!(find(".regions-list tbody tr"), TOY.regions.len());
        assert_eq!(find(".regions-list .number .note, .regions-list .number a"), 0);
        assert!(find(".regions-list .footnote a") > 0, "its sources");
        // Both states stand in the page: the switch is style alone.
        assert!(find(".tiles .now .tile") > 0 && find(".tiles .next .tile") > 0);
    }
}

#[test]
fn regions_are_listed_in_the_order_that_is_chosen() {
    let mut dataset: Dataset = TOY.clone();
    let south = dataset.regions.iter_mut().find(|it| it.system.is_none()).expect("it");
    south.population.as_mut().expect("people").count = 9_000_000;
    let edition = Edition::new(&dataset, Lang::Sv);
    let order = |query: &str| -> Vec<String> {
        let body = edition.chosen(Page::Regions, query);
        let row = Selector::parse(".regions-list tbody tr").expect("a selector");
        parsed(&body).select(&row).filter_map(|row| row.attr("id").map(str::to_owned)).collect()
    };
    assert_eq!(order(""), ["toy-north", "toy-south"]);
    assert_eq!(order("regions=residents"), ["toy-south", "toy-north"]);
    assert_eq!(order("regions=system"), ["toy-north", "toy-south"], "what is unknown is last");
}
