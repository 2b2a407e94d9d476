//! A reader with a narrow window or large letters: nothing sticks out.

use crate::stage::{House, Reader, facts, read};
use utlovat::model::Lang;
use utlovat::route::Page;

#[tokio::test]
async fn no_page_scrolls_sideways_at_320_pixels() {
    read(async |reader| {
        let house = House::open();
        reader.width(320).await;
        for path in paths() {
            open(&reader, &house, &path).await;
            fits(&reader, &path, 320).await;
        }
    })
    .await;
}

#[tokio::test]
async fn no_page_scrolls_sideways_with_letters_of_twice_the_size() {
    read(async |reader| {
        let house = House::open();
        reader.width(640).await;
        for path in paths() {
            open(&reader, &house, &path).await;
            reader.run("document.documentElement.style.fontSize = '200%'", vec![]).await;
            fits(&reader, &path, 640).await;
        }
    })
    .await;
}

#[tokio::test]
async fn no_letter_is_below_eleven_pixels() {
    read(async |reader| {
        let house = House::open();
        for path in paths() {
            open(&reader, &house, &path).await;
            for width in [320, 768, 1280] {
                reader.width(width).await;
                let small = "[...document.querySelectorAll('body *')]
                    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                    .filter(e => e.getClientRects().length && parseFloat(getComputedStyle(e).fontSize) < 11)
                    .slice(0, 4).map(e => `${e.tagName}.${e.className.baseVal ?? e.className} ${e.textContent}`)";
                assert_eq!(reader.js(small).await, serde_json::json!([]), "{path} at {width}");
            }
        }
    })
    .await;
}

fn paths() -> Vec<String> {
    Lang::ALL.into_iter().flat_map(facts::each_type).collect()
}

/// Opens a page and unfolds everything in it.
async fn open(reader: &Reader, house: &House, path: &str) {
    reader.goto(&house.url(path)).await;
    reader.run("document.querySelectorAll('details').forEach(d => d.open = true)", vec![]).await;
}

async fn fits(reader: &Reader, path: &str, width: u32) {
    let wide = reader.js("document.scrollingElement.scrollWidth").await;
    let culprits = "[...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, svg'))
        .slice(0, 4).map(e => e.tagName + '.' + e.className)";
    assert_eq!(reader.js("innerWidth").await, width);
    assert!(
        wide.as_u64() <= Some(width.into()),
        "{path}: {wide} wide, {}",
        reader.js(culprits).await
    );
}

#[tokio::test]
async fn the_first_lane_of_the_timeline_is_whole_on_the_first_screen_of_a_phone() {
    read(async |reader| {
        let house = House::open();
        reader.window(390, 844).await;
        for lang in Lang::ALL {
            reader.visit(&house.url(&facts::path(lang, Page::Timeline))).await;
            let box_of =
                |css: &str| format!("document.querySelector({css:?}).getBoundingClientRect()");
            let (lane, bar) = (box_of("section.lane"), box_of(".day-bar"));
            let top = reader.at_rest(&format!("{lane}.top")).await.as_f64().expect("a lane");
            assert!(top <= 310.0, "{lang:?}: the first lane begins at {top}");
            // More promises and events than today's may take more room than there is.
            let drawing = box_of("section.lane .lane-drawing");
            let seen = format!("{drawing}.bottom <= {bar}.top || {lane}.height > 510");
            assert_eq!(reader.js(&seen).await, true, "{lang:?}");
            // What there is to choose lies over the page while it is open.
            reader.click(".on-phone > summary").await;
            reader.until("document.querySelector('.on-phone .chip').checkVisibility()").await;
            assert_eq!(reader.js(&format!("{lane}.top")).await.as_f64(), Some(top), "{lang:?}");
            reader.window(1280, 800).await;
            reader
                .until(
                    "document.querySelector('.on-phone > summary').getClientRects().length === 0",
                )
                .await;
            reader.visit(&house.url(&facts::path(lang, Page::Timeline))).await;
            reader.until("document.querySelector('.on-phone .chip').checkVisibility()").await;
            reader.window(390, 844).await;
        }
    })
    .await;
}
