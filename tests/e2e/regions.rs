//! A reader of the regions: now and next, from a square to its row and back, in another order.

use crate::keyboard::tab_to;
use crate::stage::{Habits, House, Reader, facts, read, read_as};
use fantoccini::key::Key as Press;
use serde_json::json;
use utlovat::analysis::region::{of_hospitals, spread};
use utlovat::chart::tiles::tiles;
use utlovat::model::{Lang, Region};
use utlovat::route::Page;

/// How many squares of a state are seen.
fn seen(state: &str) -> String {
    format!(
        "[...document.querySelectorAll('.tiles g.{state}')].filter(g => getComputedStyle(g).display !== 'none').length"
    )
}

#[tokio::test]
async fn the_map_turns_from_now_to_next_without_scripts_too() {
    for habits in [Habits::default(), Habits { scripts_off: true, ..Habits::default() }] {
        read_as(habits, async |reader| {
            let house = House::open();
            reader.goto(&house.url(&facts::path(Lang::Sv, Page::Regions))).await;
            let all = tiles(&facts::dataset().regions).tiles.len();
            let are_seen = |now: usize, next: usize| {
                format!("{} === {now} && {} === {next}", seen("now"), seen("next"))
            };
            reader.until(&are_seen(all, 0)).await;
            reader.click(".regions-when input[value=next]").await;
            reader.until(&are_seen(0, all)).await;
            reader.click(".regions-when input[value=now]").await;
            reader.until(&are_seen(all, 0)).await;
        })
        .await;
    }
}

#[tokio::test]
async fn each_system_has_its_colour_and_its_pattern() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url(&facts::path(Lang::En, Page::Regions))).await;
        for scheme in ["light", "dark"] {
            reader.scheme(scheme).await;
            let looks = "[...document.querySelectorAll('.systems svg')].map(svg =>
                getComputedStyle(svg.querySelector('.tile')).fill
                + (svg.querySelector('[fill]')?.getAttribute('fill') ?? ''))";
            let found = reader.js(looks).await;
            let mut looks: Vec<String> = serde_json::from_value(found).expect("looks");
            assert_eq!(looks.len(), spread(facts::dataset()).len());
            let all = looks.len();
            looks.sort();
            looks.dedup();
            assert_eq!(looks.len(), all, "two systems look alike: {looks:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_square_leads_to_its_row_and_the_row_to_its_square() {
    read(async |reader| {
        let house = House::open();
        let dataset = facts::dataset();
        for width in [1280, 390] {
            reader.width(width).await;
            reader.visit(&house.url(&facts::path(Lang::Sv, Page::Regions))).await;
            let last = tiles(&dataset.regions).tiles.last().expect("a square").region;
            let id = &dataset.regions[last].id;
            let in_view = |of: &str| {
                format!(
                    "(box => box.top >= 0 && box.top < innerHeight)(
                        document.getElementById('{of}').getBoundingClientRect())"
                )
            };
            reader.click(&format!("#square-{id} .now .tile")).await;
            reader.until(&format!("location.hash === '#{id}'")).await;
            reader.until(&in_view(id.as_str())).await;
            reader.click(&format!("tr[id='{id}'] th a")).await;
            reader.until(&format!("location.hash === '#square-{id}'")).await;
            reader.until(&in_view(&format!("square-{id}"))).await;
        }
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn the_list_is_sorted_by_its_headings_by_key() {
    read(async |reader| {
        let house = House::open();
        for (lang, width) in [(Lang::Sv, 1280), (Lang::En, 390)] {
            reader.width(width).await;
            let path = facts::path(lang, Page::Regions);
            reader.visit(&house.url(&path)).await;
            tab_to(&reader, "[data-key=residents] .sort").await;
            reader.press(Press::Enter.into()).await;
            reader.comes_to(&format!("{path}?regions=residents")).await;
            let mut by_people: Vec<&Region> = facts::dataset().regions.iter().collect();
            let people = |one: &Region| one.population.as_ref().map_or(0, |people| people.count);
            by_people.sort_by_key(|one| std::cmp::Reverse(people(one)));
            stand_as(&reader, &by_people).await;
            let focused = "document.activeElement.matches('.sort[aria-pressed=true]')";
            reader.until(focused).await;

            reader.click("[data-key=system] .sort").await;
            reader.comes_to(&format!("{path}?regions=system")).await;
            let spread = spread(facts::dataset());
            let place = |one: &Region| {
                let system = of_hospitals(one);
                spread.iter().position(|it| Some(it.system) == system).unwrap_or(usize::MAX)
            };
            let mut by_system: Vec<&Region> = facts::dataset().regions.iter().collect();
            by_system.sort_by_key(|one| place(one));
            stand_as(&reader, &by_system).await;
        }
    })
    .await;
}

async fn stand_as(reader: &Reader, regions: &[&Region]) {
    let ids: Vec<String> = regions.iter().map(|one| one.id.to_string()).collect();
    let rows = "[...document.querySelectorAll('.regions-list tbody tr')].map(row => row.id).join()";
    reader.until(&format!("{rows} === {}", json!(ids.join(",")))).await;
}

#[tokio::test]
async fn the_map_stands_beside_the_list_and_the_page_is_short() {
    read(async |reader| {
        let house = House::open();
        reader.width(1280).await;
        reader.visit(&house.url(&facts::path(Lang::Sv, Page::Regions))).await;
        reader.run("document.documentElement.dataset.laidOut = ''", vec![]).await;
        let height = reader.js("document.documentElement.scrollHeight").await;
        assert!(height.as_u64() <= Some(6_500), "{height} px high");
        let beside = "document.querySelector('.regions-map').getBoundingClientRect().right
            < document.querySelector('.regions-list').getBoundingClientRect().left";
        assert_eq!(reader.js(beside).await, true);
    })
    .await;
}
