//! A reader chooses a procurement and a day and opens a mark: the page follows, and the address is
//! the choice.

use crate::stage::bar::{EARLIER, LATER, NOW, SAID, SLIDER};
use crate::stage::{House, Reader, facts, read};
use fantoccini::key::Key as Press;
use serde_json::json;
use utlovat::i18n::format;
use utlovat::model::{Day, Lang, PartialDate};

const LANES: &str = "document.querySelectorAll('section.lane').length";

#[tokio::test]
async fn one_procurement_leaves_one_lane_through_reload_back_and_forward() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        let all = facts::dataset().followed().count();
        assert_eq!(reader.js(LANES).await, all);
        let one = facts::one();
        reader.press_chip(one.name.get(Lang::Sv)).await;
        reader.until(&format!("{LANES} === 1")).await;
        let chosen = format!("/sv/tidslinje/?procurement={}", one.id);
        reader.comes_to(&chosen).await;
        assert_eq!(pressed(&reader).await, [one.name.get(Lang::Sv)]);

        reader.client().refresh().await.unwrap();
        reader.until(&format!("{LANES} === 1")).await;
        reader.comes_to(&chosen).await;
        assert_eq!(pressed(&reader).await, [one.name.get(Lang::Sv)]);

        reader.back().await;
        reader.until(&format!("{LANES} === {all}")).await;
        reader.comes_to("/sv/tidslinje/").await;
        assert!(pressed(&reader).await.is_empty());

        reader.forward().await;
        reader.until(&format!("{LANES} === 1")).await;
        reader.comes_to(&chosen).await;

        reader.press_chip(one.name.get(Lang::Sv)).await;
        reader.until(&format!("{LANES} === {all}")).await;
        reader.comes_to("/sv/tidslinje/").await;
    })
    .await;
}

#[tokio::test]
async fn a_day_is_chosen_with_the_date_the_slider_and_the_steps() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.open_bar().await;
        // Those of what the timeline shows.
        let days = facts::days_of_followed();

        // One step back from now is the last day but one on which something became known.
        reader.click(EARLIER).await;
        let iso = |day: Day| PartialDate::Day(day).edtf();
        let reviewed = facts::dataset().reviewed;
        let mut before = days.iter().rev().filter(|day| **day < reviewed);
        let one = *before.next().expect("a day");
        reader.until(&format!("location.search === '?as-of={}'", iso(one))).await;
        let told = format::on_date(Lang::Sv, PartialDate::Day(one));
        reader.until(&format!("{SAID}?.textContent.includes({})", json!(told))).await;
        reader.click(EARLIER).await;
        let two = *before.next().expect("a day");
        reader.until(&format!("location.search === '?as-of={}'", iso(two))).await;
        reader.click(LATER).await;
        reader.until(&format!("location.search === '?as-of={}'", iso(one))).await;

        // The slider by key: to the very first day.
        reader.js(&format!("document.querySelector('{SLIDER}').focus()")).await;
        reader.press(Press::Home.into()).await;
        reader.until(&format!("location.search === '?as-of={}'", iso(days[0]))).await;
        reader.press(Press::Right.into()).await;
        reader.until(&format!("location.search === '?as-of={}'", iso(days[1]))).await;
        let told = reader.text(&format!("document.querySelector('{SLIDER}').ariaValueText")).await;
        assert_eq!(told, format::date(Lang::Sv, PartialDate::Day(days[1])));

        // A day in the field, then back to now by the banner's button.
        reader
            .run(
                "const field = document.querySelector('.day-steps input[type=date]');
                 field.value = arguments[0];
                 field.dispatchEvent(new Event('change', { bubbles: true }));",
                vec![iso(facts::a_day()).into()],
            )
            .await;
        reader.until(&format!("location.search === '?as-of={}'", facts::a_day())).await;
        reader.click(NOW).await;
        reader.until(&format!("location.search === '' && !{SAID}")).await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn an_opened_mark_is_closed_by_back() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        let mark = "[...document.querySelectorAll('a.mark')].find(a => a.getClientRects().length)";
        let open = format!(
            "{mark}.dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true }}))"
        );
        reader
            .press_chip(facts::dataset().followed().next().expect("one").name.get(Lang::Sv))
            .await;
        reader.until("location.search !== ''").await;
        let chosen = reader.address().await;
        reader.js(&open).await;
        reader.until("document.querySelector('.panel article')").await;
        reader.until("location.search.includes('open=')").await;
        reader.back().await;
        reader.comes_to(&chosen).await;
        reader.until("!document.querySelector('.panel article')").await;
        // And what is opened is the same fact on any day.
        let named = format!("(({mark}).dataset.open)");
        let id = reader.text(&named).await;
        assert!(
            id.split_once(':').is_some_and(|(one, _)| facts::dataset().procurement(one).is_some()),
            "{id}"
        );
    })
    .await;
}

/// The words of the buttons that are pressed.
async fn pressed(reader: &Reader) -> Vec<String> {
    let found = reader
        .js("[...document.querySelectorAll('.chip[aria-pressed=true]')].map(b => b.textContent)")
        .await;
    serde_json::from_value(found).expect("words")
}
