//! A reader looks at fewer years of the timeline: by hand over the axis, by keys on a mark. The
//! address holds the years.

use crate::stage::{House, Reader, facts, read};
use serde_json::json;
use utlovat::chart::timeline;

/// The years of the axis.
const AXIS: &str =
    "(({ first, last }) => `${first}-${last}`)(document.querySelector('.years svg').dataset)";

#[tokio::test]
async fn years_are_chosen_by_dragging_over_them() {
    read(async |reader| {
        let house = House::open();
        for path in ["/sv/tidslinje/", "/en/timeline/"] {
            reader.visit(&house.url(path)).await;
            let (first, last) = timeline::years(facts::dataset().followed());
            assert_eq!(reader.text(AXIS).await, format!("{first}-{last}"));
            // From the middle of the third year to the middle of the last but one, and backwards.
            let (from, to) = (first + 2, last - 1);
            drag(&reader, 2.5, f64::from(to - first) + 0.5).await;
            reader.comes_to(&format!("{path}?from={from}&to={to}")).await;
            reader.until(&format!("{AXIS} === '{from}-{to}'")).await;
            drag(&reader, 1.5, 0.5).await;
            reader.until(&format!("{AXIS} === '{from}-{}'", from + 1)).await;
            // A click is no drag.
            drag(&reader, 0.5, 0.5).await;
            reader.back().await;
            reader.comes_to(&format!("{path}?from={from}&to={to}")).await;
            reader.back().await;
            reader.comes_to(path).await;
            assert_eq!(reader.console().await, [""; 0]);
        }
    })
    .await;
}

#[tokio::test]
async fn the_first_drag_in_an_embed_loads_the_app_and_shows_fewer_years() {
    read(async |reader| {
        let house = House::open();
        let path = "/embed/en/timeline/";
        reader.goto(&house.url(path)).await;
        // Whoever drags comes over the years first.
        let over = "document.querySelector('.years').dispatchEvent(new Event('pointerover', { bubbles: true }))";
        reader.js(over).await;
        let come = "performance.getEntriesByType('resource').some(it => it.name.includes('/arrows-') && it.responseEnd > 0)";
        reader.until(come).await;
        assert!(!house.was_asked_for(".wasm"), "{:?}", house.asked());
        let (first, last) = timeline::years(facts::dataset().followed());
        let (from, to) = (first + 2, last - 1);
        // What has come may not have run yet.
        for _ in 0..100 {
            if is_dragged(&reader, 2.5, f64::from(to - first) + 0.5).await {
                break;
            }
            reader.later("setTimeout(done, 50)").await;
        }
        reader.comes_to(&format!("{path}?from={from}&to={to}")).await;
        reader.until(&format!("{AXIS} === '{from}-{to}'")).await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

/// Drags over the axis, from so many years after its first to so many.
async fn drag(reader: &Reader, from: f64, to: f64) {
    assert!(is_dragged(reader, from, to).await, "it is not seen");
}

/// The same; whether it is seen while it is done.
async fn is_dragged(reader: &Reader, from: f64, to: f64) -> bool {
    let script = "const years = document.querySelector('.years');
        years.scrollIntoView({ block: 'center' });
        const { left, width, top } = years.getBoundingClientRect();
        const { first, last } = years.querySelector('svg').dataset;
        const at = year => left + width * year / (last - first + 1);
        const send = (type, year) => years.dispatchEvent(new PointerEvent(type,
            { bubbles: true, cancelable: true, clientX: at(year), clientY: top + 9, button: 0 }));
        send('pointerdown', arguments[0]);
        send('pointermove', arguments[1]);
        const brush = years.querySelector('.brush').getBoundingClientRect();
        const shown = Math.abs(brush.width - Math.abs(at(arguments[1]) - at(arguments[0])));
        send('pointerup', arguments[1]);
        return shown < 2;";
    reader.run(script, vec![json!(from), json!(to)]).await == true
}

#[tokio::test]
async fn keys_on_a_mark_show_fewer_years_around_it_and_all_again() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/en/timeline/")).await;
        let (first, last) = timeline::years(facts::dataset().followed());
        reader.js("document.querySelector('a.landmark').focus()").await;
        let mark = reader.text("document.activeElement.dataset.open").await;
        reader.press('+').await;
        reader.until(&format!("{AXIS} !== '{first}-{last}'")).await;
        assert_eq!(reader.text("document.activeElement.dataset.open").await, mark);
        let fewer = reader.text(AXIS).await;
        reader.press('+').await;
        reader.until(&format!("{AXIS} !== '{fewer}'")).await;
        let fewest = reader.text(AXIS).await;
        reader.press('-').await;
        reader.until(&format!("{AXIS} !== '{fewest}'")).await;
        reader.press('0').await;
        reader.until(&format!("{AXIS} === '{first}-{last}' && location.search === ''")).await;
        assert_eq!(reader.text("document.activeElement.dataset.open").await, mark);
    })
    .await;
}
