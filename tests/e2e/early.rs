//! A reader who is quicker than the network: what they did before the page came alive is done
//! when it does.

use crate::stage::bar::SLIDER;
use crate::stage::{Gate, Habits, House, Reader, facts, read_as};
use fantoccini::key::Key;
use std::time::Duration;
use utlovat::model::Lang;

const HASTY: Habits = Habits { scripts_off: false, hasty: true, recorded: false };

#[tokio::test]
async fn a_choice_made_early_is_made() {
    read_as(HASTY, async |reader| {
        let (house, wasm) = slow();
        let name = facts::dataset().followed().nth(1).expect("a second one").name.get(Lang::Sv);
        open(&reader, &house, "/sv/tidslinje/").await;
        reader.press_chip(name).await;
        still_asleep(&reader).await;
        wasm.open();
        reader.alive().await;
        reader.until("document.querySelectorAll('section.lane').length === 1").await;
        let id = &facts::dataset().followed().nth(1).expect("a second one").id;
        reader.comes_to(&format!("/sv/tidslinje/?procurement={id}")).await;
        assert_eq!(
            reader.chip(name).await.attr("aria-pressed").await.unwrap().as_deref(),
            Some("true")
        );
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn choices_made_early_are_made_in_their_order() {
    read_as(HASTY, async |reader| {
        let (house, wasm) = slow();
        open(&reader, &house, "/en/claims/").await;
        let all: Vec<_> = facts::dataset().followed().collect();
        // The second one is let go of again.
        for chip in [0, 1, all.len() - 1, 1] {
            reader.js(&format!("document.querySelectorAll('button.chip')[{chip}].click()")).await;
        }
        still_asleep(&reader).await;
        wasm.open();
        reader.alive().await;
        let chosen = format!("?procurement={},{}", all[0].id, all[all.len() - 1].id);
        reader.until(&format!("location.search === '{chosen}'")).await;
    })
    .await;
}

#[tokio::test]
async fn a_year_chosen_early_is_chosen() {
    read_as(HASTY, async |reader| {
        let (house, wasm) = slow();
        let year = facts::a_year().to_string();
        open(&reader, &house, "/sv/tidslinje/").await;
        reader.unfold_around("document.querySelector('#from-year')").await;
        reader.find("#from-year").await.select_by_value(&year).await.unwrap();
        still_asleep(&reader).await;
        wasm.open();
        reader.alive().await;
        reader.until(&format!("location.search === '?from={year}'")).await;
        assert_eq!(reader.text("document.querySelector('#from-year').value").await, year);
    })
    .await;
}

#[tokio::test]
async fn a_mark_opened_early_by_hand_or_key_is_opened() {
    read_as(HASTY, async |reader| {
        let (house, wasm) = slow();
        for by_key in [false, true] {
            wasm.shut();
            open(&reader, &house, "/sv/tidslinje/").await;
            let mark =
                "[...document.querySelectorAll('a.mark')].find(a => a.getClientRects().length)";
            if by_key {
                reader.js(&format!("{mark}.focus()")).await;
                reader.press(Key::Enter.into()).await;
            } else {
                let click =
                    "dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))";
                reader.js(&format!("{mark}.{click}")).await;
            }
            still_asleep(&reader).await;
            wasm.open();
            reader.alive().await;
            reader.until("document.querySelector('.panel article')").await;
            let open = reader.text(&format!("{mark}.dataset.open")).await;
            reader.comes_to(&format!("/sv/tidslinje/?open={open}")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_bar_of_days_touched_early_is_open_and_has_stepped() {
    read_as(HASTY, async |reader| {
        let (house, wasm) = slow();
        open(&reader, &house, "/sv/tidslinje/").await;
        reader.js(&format!("document.querySelector('{SLIDER}').focus()")).await;
        reader.press(Key::Left.into()).await;
        reader.press(Key::Left.into()).await;
        still_asleep(&reader).await;
        wasm.open();
        reader.alive().await;
        let reviewed = facts::dataset().reviewed;
        let days = facts::days_of_followed();
        let day = days.iter().rev().filter(|day| **day < reviewed).nth(1).expect("two days");
        reader.comes_to(&format!("/sv/tidslinje/?as-of={day}")).await;
        reader.until("document.querySelector('.day-bar[data-touched] .day-line')").await;
        assert_eq!(reader.js(&format!("document.activeElement.matches('{SLIDER}')")).await, true);
    })
    .await;
}

/// A server that keeps the WASM until the test lets it go.
fn slow() -> (House, Gate) {
    let wasm = Gate::default();
    (House::holding(&wasm, |path| path.ends_with(".wasm")), wasm)
}

/// Opens a page, which must not be kept by the browser, and waits for the loader alone.
async fn open(reader: &Reader, house: &House, path: &str) {
    reader.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
    reader.goto(&house.url(path)).await;
    reader
        .until("performance.getEntriesByType('resource').some(e => e.name.includes('/boot-') && e.responseEnd > 0)")
        .await;
    tokio::time::sleep(Duration::from_millis(100)).await;
}

async fn still_asleep(reader: &Reader) {
    let asleep = "document.documentElement.dataset.alive === undefined";
    assert_eq!(reader.js(asleep).await, true, "the page came alive too soon for this test");
}
