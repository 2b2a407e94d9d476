//! A reader who comes for the first time: the front page tells the story at once.

use crate::stage::{House, facts, read};
use utlovat::i18n::Key;
use utlovat::model::{Day, Lang};

/// A phone and a small laptop.
const SCREENS: [(u32, u32); 2] = [(390, 844), (1280, 800)];

#[tokio::test]
async fn the_first_ladder_is_whole_on_the_first_screen() {
    read(async |reader| {
        let house = House::open();
        for (width, height) in SCREENS {
            reader.width(width).await;
            for lang in Lang::ALL {
                reader.goto(&house.url(&format!("/{}/", lang.code()))).await;
                let bottom = reader
                    .js("document.querySelector('.ladder .rungs').getBoundingClientRect().bottom")
                    .await;
                let bottom = bottom.as_f64().expect("a ladder");
                // The bar of days takes the foot of the window.
                let free = f64::from(height) - 56.0;
                assert!(bottom <= free, "{lang:?} {width}: it ends at {bottom}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn every_slip_says_its_length_once_at_every_width() {
    read(async |reader| {
        let house = House::open();
        reader.goto(&house.url("/sv/")).await;
        for width in [320, 390, 768, 1280, 1920] {
            reader.width(width).await;
            let said = "[...document.querySelectorAll('.story .ladder')]
                .filter(it => it.querySelector('rect.slip'))
                .map(it => [...it.querySelectorAll('.number')]
                    .filter(number => number.getClientRects().length)
                    .map(number => number.textContent.split(' ').pop()).join())";
            let said = reader.js(said).await;
            let said = said.as_array().expect("ladders");
            assert!(!said.is_empty());
            assert!(said.iter().all(|words| *words == "sent"), "{width}: {said:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_years_stay_in_sight_while_the_ladders_are() {
    read(async |reader| {
        let house = House::open();
        reader.width(390).await;
        reader.goto(&house.url("/sv/")).await;
        reader
            .run("document.querySelector('.story .ladder:nth-of-type(2)').scrollIntoView()", vec![])
            .await;
        reader
            .until(
                "(() => {
                    const years = document.querySelector('.story .years').getBoundingClientRect();
                    return scrollY > 0 && years.top >= 0 && years.bottom < innerHeight / 2;
                })()",
            )
            .await;
    })
    .await;
}

#[tokio::test]
async fn where_each_stands_is_told_side_by_side_and_none_alone() {
    read(async |reader| {
        let house = House::open();
        reader.goto(&house.url("/en/")).await;
        for width in [768, 1280] {
            reader.width(width).await;
            let rows = "(() => {
                const tops = [...document.querySelectorAll('.standings .card')]
                    .map(card => Math.round(card.getBoundingClientRect().top));
                return [...new Set(tops)].map(top => tops.filter(it => it === top).length);
            })()";
            let rows = reader.js(rows).await;
            let rows = rows.as_array().expect("rows");
            assert!(!rows.is_empty());
            if facts::lanes() == 3 {
                assert_eq!(rows.len(), 1, "{width}: {rows:?}");
            }
            // The same question stands on the same line for all in a row.
            let apart = "[...document.querySelectorAll('.standings .card')].slice(0, 2)
                .map(card => [...card.querySelectorAll('dt')]
                    .map(it => Math.round(it.getBoundingClientRect().top)).join())";
            let lines = reader.js(apart).await;
            let lines = lines.as_array().expect("columns");
            assert!(lines.windows(2).all(|pair| pair[0] == pair[1]), "{width}: {lines:?}");
        }
    })
    .await;
}

/// The page comes with its ladders, whose facts come later than the page is alive.
#[tokio::test]
async fn the_headline_stays_above_the_ladders() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/")).await;
        let between = "document.querySelector('.ladder').getBoundingClientRect().top
            - document.querySelector('h1').getBoundingClientRect().bottom";
        assert!(reader.js(between).await.as_f64() >= Some(0.0), "it stands below them");
    })
    .await;
}

#[tokio::test]
async fn the_headline_follows_the_day() {
    read(async |reader| {
        let house = House::open();
        for lang in Lang::ALL {
            let path = format!("/{}/", lang.code());
            let plain = facts::words(lang).get(Key::OverviewTitle);
            reader.visit(&house.url(&path)).await;
            let heading = "document.querySelector('h1').textContent";
            let today = reader.text(heading).await;
            assert_ne!(today, plain);
            // The day before any of them signed, if anything was known by then.
            let signed = facts::dataset().followed().filter_map(|one| one.contract.as_ref());
            let first = signed.map(|contract| contract.signed.range().first).min().expect("one");
            let known = facts::days_of_followed();
            let before = Day(first.0 - 1);
            assert!(known.first().is_some_and(|day| *day < before), "a story has a beginning");
            reader.visit(&house.url(&format!("{path}?as-of={before}"))).await;
            reader.until(&format!("{heading} === {}", serde_json::json!(plain))).await;
            assert_eq!(reader.console().await, [""; 0]);
        }
    })
    .await;
}
