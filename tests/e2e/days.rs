//! A reader looks back: the site as it was known on a day, and what has become known since.

use crate::stage::bar::{EARLIER, LATER, NOW, SAID};
use crate::stage::{House, Reader, facts, read};
use serde_json::json;
use utlovat::analysis::knowledge;
use utlovat::i18n::{Key, format, words};
use utlovat::model::{Day, Lang, PartialDate};
use utlovat::route::{Of, Page};

#[tokio::test]
async fn the_day_goes_along_from_page_to_page_and_back_leads_to_before_it() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/en/")).await;
        reader.open_bar().await;
        for _ in 0..3 {
            reader.click(EARLIER).await;
        }
        let chosen = "document.querySelector('.day-steps input[type=date]').value";
        reader.until(&format!("location.search === `?as-of=${{{chosen}}}`")).await;
        let day = reader.text("location.search").await;
        reader.click("header.site nav a[href='/en/timeline/']").await;
        reader
            .until(&format!("location.pathname + location.search === '/en/timeline/{day}'"))
            .await;
        reader
            .until("document.querySelector('.day-said:not(:empty)') && document.querySelector('.lane')")
            .await;
        reader.client().back().await.expect("back");
        reader.until(&format!("location.pathname + location.search === '/en/{day}'")).await;
        // Three steps of the way were one in the history.
        reader.client().back().await.expect("back");
        reader.until("location.pathname + location.search === '/en/'").await;
        reader.until(&format!("!{SAID}")).await;
    })
    .await;
}

#[tokio::test]
async fn a_day_before_everything_or_that_is_none_has_a_sensible_page() {
    read(async |reader| {
        let house = House::open();
        let one = facts::path(Lang::Sv, Page::Procurement(facts::one().id.clone()));
        for path in ["/sv/", "/sv/tidslinje/", "/sv/krav/", "/sv/jamfor/", &one, "/sv/kallor/"] {
            reader.visit(&house.url(&format!("{path}?as-of=1900-01-01"))).await;
            reader.until(SAID).await;
            reader.until("document.querySelector('main').innerText.includes('Inget var känt den dagen')").await;
            let drawn = "[...document.querySelectorAll('main svg')].filter(s => s.getClientRects().length).length";
            assert_eq!(reader.js(drawn).await, 0, "{path} draws nothing");
        }
        for wrong in ["2023-02-29", "2022-13-01", "igår", "2199-01-01"] {
            reader.visit(&house.url(&format!("/sv/tidslinje/?as-of={wrong}"))).await;
            reader.until("document.querySelector('.notice p')").await;
            let told = reader.text("document.querySelector('.notice').textContent").await;
            assert!(told.contains("as-of="), "{told}");
            let lanes = reader.js("document.querySelectorAll('section.lane').length").await;
            assert_eq!(lanes, facts::lanes());
        }
        // 29 February of a year that has one, and the last day there is.
        reader.visit(&house.url("/sv/tidslinje/?as-of=2024-02-29")).await;
        reader.until("document.querySelector('.day-said:not(:empty)')?.textContent.includes('29 februari 2024')").await;
        let reviewed = PartialDate::Day(facts::dataset().reviewed).edtf();
        reader.visit(&house.url(&format!("/sv/tidslinje/?as-of={reviewed}"))).await;
        assert_eq!(reader.js("document.querySelectorAll('.day-said:not(:empty), .notice p').length").await, 0);
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_fact_of_later_says_that_it_is_one() {
    read(async |reader| {
        let house = House::open();
        let one = facts::one();
        let event = one.events.last().expect("an event");
        let path = facts::path(Lang::En, Page::Event(one.id.clone(), event.id.clone()));
        // The day before anything could be known of it.
        let before = Day(event.date.range().first.0 - 1);
        reader.visit(&house.url(&format!("{path}?as-of={before}"))).await;
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
        let (since, until) = (facts::a_day(), Day(facts::a_day().0 + 365));
        let until = until.min(facts::dataset().reviewed);
        reader.visit(&house.url(&format!("/sv/nytt/?since={since}&as-of={until}"))).await;
        let all = &facts::dataset().procurements;
        let count = knowledge::changes(facts::dataset(), since, until)
            .iter()
            .filter(|change| !all[usize::from(change.known().procurement.0)].comparator)
            .count();
        assert!(count > 0);
        let lines = "document.querySelectorAll('.news-list > li').length";
        reader.until(&format!("{lines} === {count}")).await;
        let one = facts::one();
        let of_one = knowledge::changes(facts::dataset(), since, until)
            .iter()
            .filter(|change| all[usize::from(change.known().procurement.0)].id == one.id)
            .count();
        reader.press_chip(one.name.get(Lang::Sv)).await;
        reader.until(&format!("{lines} === {of_one}")).await;
        reader.until(&format!("location.search.includes('since={since}')")).await;
    })
    .await;
}

#[tokio::test]
async fn an_embed_of_a_day_shows_that_day_unasked() {
    read(async |reader| {
        let house = House::open();
        let path = facts::path(Lang::Sv, Page::Embed(&Page::Timeline, Of::All));
        reader.goto(&house.url(&format!("{path}?as-of={}", facts::a_day()))).await;
        reader.until(SAID).await;
        assert_eq!(banner(&reader).await, said(facts::a_day()));
        // What was chosen in it can be taken back.
        reader.click(NOW).await;
        reader
            .until("location.search === '' && !document.querySelector('.day-said:not(:empty)')")
            .await;
        reader.run("history.back()", vec![]).await;
        assert_eq!(banner(&reader).await, said(facts::a_day()));
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn choices_go_on_answering_after_a_way_from_day_to_day() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.open_bar().await;
        for _ in 0..4 {
            reader.click(EARLIER).await;
        }
        reader.until("location.search.startsWith('?as-of=')").await;
        let one = facts::one();
        reader.press_chip(one.name.get(Lang::Sv)).await;
        let chip = reader.chip(one.name.get(Lang::Sv)).await;
        reader.until("document.querySelectorAll('section.lane').length === 1").await;
        assert_eq!(chip.attr("aria-pressed").await.expect("it").as_deref(), Some("true"));
        reader.click(NOW).await;
        let chosen = format!("?procurement={}", one.id);
        reader.until(&format!("location.search === '{chosen}'")).await;
        let year = facts::a_year().to_string();
        reader.unfold_around("document.querySelector('#from-year')").await;
        reader.find("#from-year").await.select_by_value(&year).await.expect("a year");
        reader.until(&format!("location.search === '{chosen}&from={year}'")).await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

async fn banner(reader: &Reader) -> String {
    reader.until(SAID).await;
    reader.text(&format!("{SAID}.textContent")).await
}

/// What the Swedish banner says of a day.
fn said(day: Day) -> String {
    let date = format::on_date(Lang::Sv, PartialDate::Day(day));
    facts::words(Lang::Sv).say(words::AsOfBanner { date: &date })
}

#[tokio::test]
async fn a_step_rewrites_only_what_reads_otherwise() {
    read(async |reader| {
        let house = House::open();
        for (page, regions) in [(Page::Claims, ".ledger > li"), (Page::Timeline, "section.lane")] {
            let path = facts::path(Lang::Sv, page);
            let day = facts::a_day();
            reader.visit(&house.url(&format!("{path}?as-of={day}"))).await;
            let regions = format!("[...document.querySelectorAll('{regions}')]");
            reader.until(&format!("{regions}.length > 0")).await;
            reader.open_bar().await;
            let all = format!("{regions}.map(region => region.innerHTML).join()");
            reader.at_rest(&all).await;
            let mark = format!(
                "{regions}.forEach(region => {{
                    region.was = region.innerHTML;
                    region.firstElementChild.stays = true;
                }})"
            );
            // How many regions stayed, were written once more as they were, and read otherwise.
            let counted = format!(
                "{regions}.filter(region => region.was !== undefined).reduce((sum, region) => {{
                    const same = region.was === region.innerHTML;
                    const kept = region.firstElementChild.stays === true;
                    sum[same ? (kept ? 0 : 1) : 2] += 1;
                    return sum;
                }}, [0, 0, 0])"
            );
            // Some steps change nothing here, and one that moves the years of the axis everything.
            let mut found = false;
            for _ in 0..40 {
                reader.run(&mark, vec![]).await;
                let before = reader.text("location.search").await;
                reader.click(LATER).await;
                reader.until(&format!("location.search !== '{before}'")).await;
                reader.at_rest(&all).await;
                let [stayed, again, changed]: [u64; 3] =
                    serde_json::from_value(reader.js(&counted).await).expect("counts");
                assert_eq!(again, 0, "{path}{before}: the same was written once more");
                found = stayed > 0 && changed > 0;
                if found {
                    break;
                }
            }
            assert!(found, "{path}: no step changed something and left the rest");
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_opened_by_address_has_the_title_and_the_description_of_its_day() {
    read(async |reader| {
        let house = House::open();
        let one = facts::one();
        // The day before the system was chosen.
        let today = facts::dataset();
        let product = one.product.as_deref().expect("a product");
        let day = knowledge::days_of(today, one)
            .into_iter()
            .rfind(|day| {
                knowledge::as_of(today, *day)
                    .procurement(one.id.as_str())
                    .is_some_and(|then| then.product.is_none())
            })
            .expect("a day before it was chosen");
        let iso = PartialDate::Day(day).edtf();
        let described = "document.querySelector('meta[name=description]').content";
        for (page, lang) in [
            (Page::Procurement(one.id.clone()), Lang::Sv),
            (Page::Overview, Lang::Sv),
            (Page::Compare, Lang::En),
        ] {
            let path = facts::path(lang, page);
            let url = house.url(&format!("{path}?as-of={iso}"));
            reader.visit(&url).await;
            reader
                .until(&format!(
                    "!document.title.includes('{product}') && !{described}.includes('{product}')"
                ))
                .await;
            reader.visit(&house.url(&path)).await;
            let today = reader.text(described).await;
            reader.visit(&url).await;
            reader.until(&format!("{described} !== {}", serde_json::json!(today))).await;
        }
    })
    .await;
}

#[tokio::test]
async fn back_leads_to_before_a_filter_on_an_earlier_day_too() {
    read(async |reader| {
        let house = House::open();
        let day = facts::a_day();
        let name = facts::dataset().followed().next().expect("one").name.get(Lang::Sv);
        reader.visit(&house.url(&format!("/sv/tidslinje/?as-of={day}"))).await;
        reader.press_chip(name).await;
        reader.until("location.search.includes('procurement=')").await;
        reader.run("history.back()", vec![]).await;
        reader.until(&format!("location.search === '?as-of={day}'")).await;
        let pressed = reader.chip(name).await.attr("aria-pressed").await.unwrap();
        assert_eq!(pressed.as_deref(), Some("false"));
    })
    .await;
}

/// What a page may keep of fifty days, in bytes.
const KEPT: f64 = 2e6;

#[tokio::test]
async fn fifty_days_leave_the_memory_as_it_was() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.open_bar().await;
        // As many as are kept, so that what comes after them takes somebody's place.
        go_back(&reader, 10).await;
        let before = memory(&reader).await;
        go_back(&reader, 50).await;
        let after = memory(&reader).await;
        assert!(after - before < KEPT, "{before} bytes became {after}");
        assert!(before > 3e6, "{before} bytes hold no facts");
    })
    .await;
}

/// Goes so many days back, one after the other, and waits for each.
async fn go_back(reader: &Reader, days: usize) {
    for _ in 0..days {
        let before = reader.text("location.search").await;
        reader.js(&format!("document.querySelector('{EARLIER}').click()")).await;
        reader.until(&format!("location.search !== '{before}'")).await;
    }
}

/// How much a page holds, of JavaScript, of the document and of WebAssembly.
async fn memory(reader: &Reader) -> f64 {
    // What is off the screen is made when the reader has paused.
    let at_rest = "requestIdleCallback(() => setTimeout(() => requestIdleCallback(done), 200))";
    reader.later(at_rest).await;
    reader.devtools("HeapProfiler.collectGarbage", json!({})).await;
    let used = reader.devtools("Runtime.getHeapUsage", json!({})).await;
    let kinds = ["usedSize", "embedderHeapUsedSize", "backingStorageSize"];
    kinds.iter().map(|kind| used[kind].as_f64().unwrap_or_else(|| panic!("{used}"))).sum()
}
