//! A reader of one procurement: short when nothing is open, a way through the chapters that
//! follows, links that open what they lead into, and paper.

use crate::stage::{Habits, House, Reader, facts, read, read_as};
use serde_json::json;
use utlovat::model::{Lang, Procurement};
use utlovat::route::Page;

/// How long a page may be at 1280 px when nothing is open.
const LONGEST: i64 = 8_000;

fn home(lang: Lang, one: &Procurement) -> String {
    facts::path(lang, Page::Procurement(one.id.clone()))
}

/// The followed procurement of which most is told.
fn largest() -> &'static Procurement {
    let told = |one: &&Procurement| one.events.len() + one.statements.len() + one.costs.len();
    facts::dataset().followed().max_by_key(told).expect("a followed procurement")
}

/// Lays out all of the page, whether or not somebody is near it.
async fn laid_out(reader: &Reader) {
    reader.run("document.documentElement.dataset.laidOut = ''", vec![]).await;
}

#[tokio::test]
async fn a_procurement_is_short_when_nothing_is_open() {
    let habits = Habits { scripts_off: true, ..Habits::default() };
    read_as(habits, async |reader| {
        let house = House::open();
        reader.width(1280).await;
        for lang in Lang::ALL {
            for one in facts::dataset().followed() {
                reader.goto(&house.url(&home(lang, one))).await;
                laid_out(&reader).await;
                // The line that scripts are off is of this reader's browser, not of the procurement.
                let height = "document.documentElement.scrollHeight
                    - document.querySelector('#app').getBoundingClientRect().top - scrollY";
                let height = reader.js(&format!("Math.round({height})")).await;
                println!("{} {}: {height} px", one.id, lang.code());
                assert!(
                    height.as_i64() <= Some(LONGEST),
                    "{} {}: {height} px",
                    one.id,
                    lang.code()
                );
                let open =
                    reader.js("document.querySelectorAll('main details[open]').length").await;
                assert_eq!(open, 0, "{}", one.id);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_way_through_the_chapters_follows_the_reader() {
    read(async |reader| {
        let house = House::open();
        let one = largest();
        for width in [1280, 390] {
            reader.width(width).await;
            reader.visit(&house.url(&home(Lang::Sv, one))).await;
            laid_out(&reader).await;
            let now = "document.querySelector('nav.chapters [aria-current]')";
            for chapter in ["stages", "costs", "events", "statements"] {
                reader.run(&format!("document.getElementById('{chapter}').scrollIntoView()"), vec![]).await;
                reader.until(&format!("{now}?.hash === '#{chapter}'")).await;
                // The way stands above the chapter, in one row, with the chapter's name in sight.
                let way = "document.querySelector('nav.chapters').getBoundingClientRect()";
                assert_eq!(reader.js(&format!("Math.round({way}.top)")).await, 0, "{width}");
                assert_eq!(reader.js(&format!("{way}.height < 60")).await, true, "{width}");
                let title = format!("document.querySelector('#{chapter} h2').getBoundingClientRect()");
                assert_eq!(reader.js(&format!("{title}.top >= {way}.bottom")).await, true, "{chapter}");
                reader
                    .until(&format!(
                        "(({{ left, right }}) => left >= 0 && right <= innerWidth)({now}.getBoundingClientRect())"
                    ))
                    .await;
            }
            assert_eq!(reader.js("document.querySelectorAll('nav.chapters [aria-current]').length").await, 1);
        }
    })
    .await;
}

/// Whether a place is in the window.
fn in_sight(place: &str) -> String {
    format!(
        "(({{ top, bottom, height }}) => height > 0 && top >= 0 && bottom <= innerHeight + height)({place}.getBoundingClientRect())"
    )
}

#[tokio::test]
async fn a_link_into_a_fold_opens_it() {
    read(async |reader| {
        let house = House::open();
        let one = largest();
        let plan = &one.plans.last().expect("a plan").id;
        let path = home(Lang::Sv, one);
        // From elsewhere, as a search leads to a plan and a gathered mark to a year.
        let year = one.events.last().expect("an event").date.range().first.year();
        for place in [plan.to_string(), format!("y{year}")] {
            reader.visit(&house.url(&format!("{path}#{place}"))).await;
            let there = format!("document.getElementById('{place}')");
            reader.until(&in_sight(&there)).await;
            reader.until(&format!("{there}.closest('details').open")).await;
        }
        // On the page: from a fact to its source, and back to the fact.
        reader.visit(&house.url(&path)).await;
        reader.click("#latest a.ref").await;
        let entry = "document.querySelector('.numbered li:target')";
        reader.until(&format!("{entry} && {}", in_sight(entry))).await;
        assert_eq!(reader.js("document.querySelector('.all-sources').open").await, true);
        reader.hit(&format!("{entry}.querySelector('.back')")).await;
        let fact = "document.getElementById(location.hash.slice(1))";
        reader.until(&format!("!location.hash.startsWith('#s') && {}", in_sight(fact))).await;
        reader.until(&format!("!{fact}.closest('details:not([open])')")).await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn back_from_an_event_leads_into_the_fold_that_it_was_opened_from() {
    read(async |reader| {
        let house = House::open();
        let one = largest();
        reader.visit(&house.url(&home(Lang::Sv, one))).await;
        let year = one.events.first().expect("an event").date.range().first.year();
        reader.click(&format!("#y{year} > summary")).await;
        let link = format!("document.querySelector('#y{year} .events a:not(.ref)')");
        reader.until(&in_sight(&link)).await;
        let href = reader.text(&format!("{link}.getAttribute('href')")).await;
        reader.hit(&link).await;
        reader.comes_to(&href).await;
        reader.back().await;
        reader.until(&format!("{link} && {}", in_sight(&link))).await;
        reader
            .until(&format!("document.activeElement?.getAttribute('href') === {}", json!(href)))
            .await;
    })
    .await;
}

#[tokio::test]
async fn without_scripts_the_way_is_plain_links_and_folds_open_by_hand() {
    let habits = Habits { scripts_off: true, ..Habits::default() };
    read_as(habits, async |reader| {
        let house = House::open();
        let one = largest();
        reader.goto(&house.url(&home(Lang::En, one))).await;
        reader.click("nav.chapters a[href='#events']").await;
        reader.until(&in_sight("document.querySelector('#events h2')")).await;
        let year = one.events.first().expect("an event").date.range().first.year();
        reader.click(&format!("#y{year} > summary")).await;
        reader.until(&in_sight(&format!("document.querySelector('#y{year} .events a')"))).await;
    })
    .await;
}
