//! A reader looks back: the site as it was known on a day, and what has become known since.

use crate::stage::{House, Reader, facts, read};
use fantoccini::key::Key as Press;
use utlovat::analysis::knowledge;
use utlovat::i18n::{Key, format};
use utlovat::model::{Day, Lang, PartialDate};
use utlovat::route::{EmbedView, Page};

const DAY: &str = "2022-06-01";
const VGR: &str = "/sv/upphandling/vgr-millennium/";
const SKANE: &str = "/sv/upphandling/skane-millennium/";
const ASTER: &str = "/sv/upphandling/aster-millennium/";
const SLIDER: &str = ".as-of-panel input[type=range]";

#[tokio::test]
async fn on_1_june_2022_each_page_tells_what_was_reported_then_and_nothing_later() {
    read(async |reader| {
        let house = House::open();
        let known = Day::new(2022, 6, 1).expect("a day");
        let then = async |path: &str| {
            reader.visit(&house.url(&format!("{path}?as-of={DAY}"))).await;
            reader.until("document.querySelector('.as-of-banner p')").await;
            // Whatever is folded away counts too.
            let text = "document.querySelector('main').textContent";
            for event in later(path, known) {
                reader.until(&format!("!{text}.includes({})", serde_json::json!(event))).await;
            }
            reader.text(&format!("{text}.replace(/\\s+/g, ' ')")).await
        };
        let vgr = then(VGR).await;
        for reported in [
            "november 2018",
            "våren 2021",
            "minst 500 miljoner kronor",
            "17 maj 2022",
            "hösten 2022",
            "hösten 2024",
            "våren 2026",
            "hösten 2026",
        ] {
            assert!(vgr.contains(reported), "{reported}");
        }
        let skane = then(SKANE).await;
        assert!(skane.contains("april 2025"));
        let aster = then(ASTER).await;
        assert!(aster.contains("15 oktober 2021"));
    })
    .await;
}

#[tokio::test]
async fn a_day_is_chosen_with_the_date_the_slider_and_the_steps() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.click("details.as-of > summary").await;
        reader.until(&format!("document.querySelector('{SLIDER}')")).await;
        let days = knowledge::days(facts::dataset());
        let last = reader.text(&format!("document.querySelector('{SLIDER}').max")).await;
        assert_eq!(last, (days.len() - 1).to_string());

        // One step back from now is the last day but one on which something became known.
        let steps = ".as-of-panel .steps-between button";
        reader.click(&format!("{steps}:first-child")).await;
        let iso = |day: Day| PartialDate::Day(day).edtf();
        let reviewed = facts::dataset().reviewed;
        let mut before = days.iter().rev().filter(|day| **day < reviewed);
        let one = *before.next().expect("a day");
        reader.until(&format!("location.search === '?as-of={}'", iso(one))).await;
        assert_eq!(banner(&reader).await, said(one));
        reader.click(&format!("{steps}:first-child")).await;
        let two = *before.next().expect("a day");
        reader.until(&format!("location.search === '?as-of={}'", iso(two))).await;
        reader.click(&format!("{steps}:last-child")).await;
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
                "const field = document.querySelector('.as-of-panel input[type=date]');
                 field.value = arguments[0];
                 field.dispatchEvent(new Event('change', { bubbles: true }));",
                vec![DAY.into()],
            )
            .await;
        reader.until(&format!("location.search === '?as-of={DAY}'")).await;
        reader.click(".as-of-banner button").await;
        reader.until("location.search === '' && !document.querySelector('.as-of-banner p')").await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn the_day_goes_along_from_page_to_page_and_back_leads_to_before_it() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/en/")).await;
        reader.click("details.as-of > summary").await;
        reader.until(&format!("document.querySelector('{SLIDER}')")).await;
        for _ in 0..3 {
            reader.click(".as-of-panel .steps-between button:first-child").await;
        }
        reader.until("location.search.startsWith('?as-of=')").await;
        let day = reader.text("location.search").await;
        reader.click("header.site nav a[href='/en/timeline/']").await;
        reader
            .until(&format!("location.pathname + location.search === '/en/timeline/{day}'"))
            .await;
        reader
            .until("document.querySelector('.as-of-banner p') && document.querySelector('.lane')")
            .await;
        reader.client().back().await.expect("back");
        reader.until(&format!("location.pathname + location.search === '/en/{day}'")).await;
        // Three steps of the way were one in the history.
        reader.client().back().await.expect("back");
        reader.until("location.pathname + location.search === '/en/'").await;
        reader.until("!document.querySelector('.as-of-banner p')").await;
    })
    .await;
}

#[tokio::test]
async fn a_day_before_everything_or_that_is_none_has_a_sensible_page() {
    read(async |reader| {
        let house = House::open();
        for path in ["/sv/", "/sv/tidslinje/", "/sv/krav/", "/sv/jamfor/", VGR, "/sv/kallor/"] {
            reader.visit(&house.url(&format!("{path}?as-of=1900-01-01"))).await;
            reader.until("document.querySelector('.as-of-banner p')").await;
            reader.until("document.querySelector('main').innerText.includes('Inget var känt den dagen')").await;
            let drawn = "[...document.querySelectorAll('main svg')].filter(s => s.getClientRects().length).length";
            assert_eq!(reader.js(drawn).await, 0, "{path} draws nothing");
        }
        for wrong in ["2023-02-29", "2022-13-01", "igår", "2031-01-01"] {
            reader.visit(&house.url(&format!("/sv/tidslinje/?as-of={wrong}"))).await;
            reader.until("document.querySelector('.notice p')").await;
            let told = reader.text("document.querySelector('.notice').textContent").await;
            assert!(told.contains("as-of="), "{told}");
            assert_eq!(reader.js("document.querySelectorAll('section.lane').length").await, 3);
        }
        // 29 February of a year that has one, and the last day there is.
        reader.visit(&house.url("/sv/tidslinje/?as-of=2024-02-29")).await;
        reader.until("document.querySelector('.as-of-banner p')?.textContent.includes('29 februari 2024')").await;
        let reviewed = PartialDate::Day(facts::dataset().reviewed).edtf();
        reader.visit(&house.url(&format!("/sv/tidslinje/?as-of={reviewed}"))).await;
        assert_eq!(reader.js("document.querySelectorAll('.as-of-banner p, .notice p').length").await, 0);
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_fact_of_later_says_that_it_is_one() {
    read(async |reader| {
        let house = House::open();
        let vgr = facts::dataset().procurement("vgr-millennium").expect("it");
        let event = vgr.events.last().expect("an event");
        let path = facts::path(Lang::En, Page::Event(vgr.id.clone(), event.id.clone()));
        reader.visit(&house.url(&format!("{path}?as-of={DAY}"))).await;
        let title = facts::words(Lang::En).get(Key::LaterTitle);
        reader
            .until(&format!(
                "document.querySelector('h1').textContent === {}",
                serde_json::json!(title)
            ))
            .await;
        let text = reader.text("document.querySelector('main').textContent").await;
        assert!(!text.contains(event.title.get(Lang::En)), "{text}");
    })
    .await;
}

#[tokio::test]
async fn news_between_two_days_are_those_of_the_facts() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/nytt/?since=2022-06-01&as-of=2023-06-01")).await;
        let (since, until) = (Day::new(2022, 6, 1).expect("it"), Day::new(2023, 6, 1).expect("it"));
        let all = &facts::dataset().procurements;
        let count = knowledge::changes(facts::dataset(), since, until)
            .iter()
            .filter(|change| !all[usize::from(change.known().procurement.0)].comparator)
            .count();
        assert!(count > 5);
        let lines = "document.querySelectorAll('.news-list > li').length";
        reader.until(&format!("{lines} === {count}")).await;
        let skane = facts::dataset().procurement("skane-millennium").expect("it");
        reader.press_chip(skane.name.get(Lang::Sv)).await;
        reader.until(&format!("{lines} > 0 && {lines} < {count}")).await;
        assert!(reader.address().await.contains("since=2022-06-01"));
    })
    .await;
}

#[tokio::test]
async fn an_embed_of_a_day_shows_that_day_unasked() {
    read(async |reader| {
        let house = House::open();
        let path = facts::path(Lang::Sv, Page::Embed(EmbedView::Timeline, None));
        reader.goto(&house.url(&format!("{path}?as-of={DAY}"))).await;
        reader.until("document.querySelector('.as-of-banner p')").await;
        assert_eq!(banner(&reader).await, said(Day::new(2022, 6, 1).expect("a day")));
    })
    .await;
}

#[tokio::test]
async fn choices_go_on_answering_after_a_way_from_day_to_day() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.click("details.as-of > summary").await;
        reader.until(&format!("document.querySelector('{SLIDER}')")).await;
        for _ in 0..4 {
            reader.click(".as-of-panel .steps-between button:first-child").await;
        }
        reader.until("location.search.startsWith('?as-of=')").await;
        let skane = facts::dataset().procurement("skane-millennium").expect("it");
        reader.press_chip(skane.name.get(Lang::Sv)).await;
        let chip = reader.chip(skane.name.get(Lang::Sv)).await;
        reader.until("document.querySelectorAll('section.lane').length === 1").await;
        assert_eq!(chip.attr("aria-pressed").await.expect("it").as_deref(), Some("true"));
        reader.click(".as-of-banner button").await;
        reader.until("location.search === '?procurement=skane-millennium'").await;
        reader.find("#from-year").await.select_by_value("2022").await.expect("a year");
        reader.until("location.search === '?procurement=skane-millennium&from=2022'").await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

async fn banner(reader: &Reader) -> String {
    reader.until("document.querySelector('.as-of-banner p')").await;
    reader.text("document.querySelector('.as-of-banner p').textContent").await
}

/// What the Swedish banner says of a day.
fn said(day: Day) -> String {
    let date = format::on_date(Lang::Sv, PartialDate::Day(day));
    facts::words(Lang::Sv).fill(Key::AsOfBanner, &[("date", &date)])
}

/// The titles of what became known of a page's procurement after a day.
fn later(path: &str, day: Day) -> Vec<&'static str> {
    let id = path.trim_end_matches('/').rsplit('/').next().expect("a name");
    let today = facts::dataset().procurement(id).expect("a procurement");
    let then = knowledge::as_of(facts::dataset(), day);
    let then = then.procurement(id).expect("a procurement");
    let known = |id| then.events.iter().any(|event| event.id == id);
    let later = today.events.iter().filter(|event| !known(event.id.clone()));
    let titles: Vec<&str> = later.map(|event| event.title.get(Lang::Sv)).collect();
    assert!(!titles.is_empty() || id == "aster-millennium", "{id}");
    titles
}

#[tokio::test]
async fn a_step_leaves_the_elements_that_it_does_not_change() {
    read(async |reader| {
        let house = House::open();
        for (page, parts) in
            [(Page::Claims, ".ledger > li > article"), (Page::Timeline, "section.lane > *")]
        {
            let path = facts::path(Lang::Sv, page);
            reader.visit(&house.url(&format!("{path}?as-of={DAY}"))).await;
            let parts = format!("[...document.querySelectorAll('{parts}')]");
            reader.until(&format!("{parts}.length > 5")).await;
            reader.click("details.as-of > summary").await;
            let next = ".as-of-panel .steps-between button:last-of-type";
            reader.until(&format!("document.querySelector('{next}')")).await;
            // Whatever was still to come after the first day has come.
            reader.click(next).await;
            reader.until(&format!("!location.search.includes('{DAY}')")).await;
            reader.later("setTimeout(done, 300)").await;
            reader.run(&format!("{parts}.forEach(part => part.stays = true)"), vec![]).await;
            reader.click(next).await;
            reader.later("setTimeout(done, 300)").await;
            let stay = reader.js(&format!("{parts}.filter(part => part.stays).length")).await;
            let all = reader.js(&format!("{parts}.length")).await;
            let (stay, all) = (stay.as_u64().unwrap_or(0), all.as_u64().unwrap_or(0));
            // What became known on that day is in one procurement.
            assert!(stay > 0 && stay * 3 >= all, "{path}: {stay} of {all} stayed");
        }
    })
    .await;
}
