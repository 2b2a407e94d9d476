//! The bar of days at the foot of a page: it is out of the way, nothing jumps while the day changes,
//! what is drawn moves to its new place, and the days go on by themselves.

use crate::stage::bar::{EARLIER, LATER, SAID, SLIDER};
use crate::stage::{House, Reader, facts, read};
use fantoccini::key::Key;
use serde_json::json;
use utlovat::analysis::knowledge::{changes, story};
use utlovat::model::{Day, Lang};
use utlovat::route::Page;

/// How high the bar is.
const HEIGHT: &str = "document.querySelector('.day-bar').getBoundingClientRect().height";

#[tokio::test]
async fn it_is_one_line_until_it_is_touched_and_covers_nothing() {
    read(async |reader| {
        let house = House::open();
        for width in [320, 390, 768, 1280, 1920] {
            reader.width(width).await;
            reader.visit(&house.url("/sv/")).await;
            let high = reader.js(HEIGHT).await.as_f64().expect("a height");
            assert!((44.0..=56.0).contains(&high), "{width}: {high}");
            reader.run("scrollTo(0, document.documentElement.scrollHeight)", vec![]).await;
            let last = "[...document.querySelectorAll('footer.site *')].pop().getBoundingClientRect().bottom
                <= document.querySelector('.day-bar').getBoundingClientRect().top";
            reader.until(last).await;
            // Touched it says what became known, and each of its parts has its place.
            reader.open_bar().await;
            assert!(reader.js(HEIGHT).await.as_f64() > Some(high), "{width}");
            let parts = "[...document.querySelectorAll('.day-bar :is(button, input, strong)')].map(part => part.getBoundingClientRect())";
            let apart = format!(
                "{parts}.every((one, at, all) => one.width > 0 && one.left >= 0 && one.right <= innerWidth && all.every((other, place) => place <= at
                    || one.right <= other.left + 1 || other.right <= one.left + 1
                    || one.bottom <= other.top + 1 || other.bottom <= one.top + 1))"
            );
            assert_eq!(reader.js(&apart).await, true, "{width}: {}", reader.js(parts).await);
            assert_eq!(reader.js("document.documentElement.scrollWidth <= innerWidth").await, true);
            // Whoever leaves it has the line once more.
            reader.press(Key::Escape.into()).await;
            reader.until(&format!("{HEIGHT} === {high}")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_has_the_focus_is_never_under_it() {
    read(async |reader| {
        let house = House::open();
        reader.width(390).await;
        reader.visit(&house.url("/sv/krav/")).await;
        reader.run("document.querySelector('h1').focus()", vec![]).await;
        let free = "document.activeElement.closest('.day-bar') !== null
            || document.activeElement.getBoundingClientRect().bottom <= document.querySelector('.day-bar').getBoundingClientRect().top + 1";
        for stop in 0..40 {
            reader.press(Key::Tab.into()).await;
            let at = reader.text("document.activeElement.outerHTML.slice(0, 80)").await;
            assert_eq!(reader.js(free).await, true, "stop {stop}: {at}");
        }
    })
    .await;
}

#[tokio::test]
async fn arrow_keys_go_from_fact_to_fact_and_the_line_keeps_its_height() {
    read(async |reader| {
        let house = House::open();
        for width in [390, 1280] {
            reader.width(width).await;
            reader.visit(&house.url("/sv/tidslinje/")).await;
            reader.open_bar().await;
            let line = "document.querySelector('.day-line').getBoundingClientRect().height";
            let high = reader.js(line).await;
            let reviewed = facts::dataset().reviewed;
            let days = facts::days_of_followed();
            for day in days.iter().rev().filter(|day| **day < reviewed).take(6) {
                reader.press(Key::Left.into()).await;
                reader.comes_to(&format!("/sv/tidslinje/?as-of={day}")).await;
                assert_eq!(reader.js(line).await, high, "{day}");
                assert_ne!(
                    reader.text("document.querySelector('.day-line').textContent").await,
                    ""
                );
            }
            reader.press(Key::End.into()).await;
            reader.comes_to("/sv/tidslinje/").await;
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_jumps_while_the_day_changes() {
    read(async |reader| {
        let house = House::open();
        let one = facts::path(Lang::Sv, Page::Procurement(facts::one().id.clone()));
        for width in [390, 1280] {
            reader.width(width).await;
            for path in ["/sv/", "/sv/tidslinje/", &one] {
                reader.visit(&house.url(path)).await;
                reader.open_bar().await;
                let heading = "document.querySelector('h1').getBoundingClientRect().top";
                stands_still(&reader, heading, path, 1.0).await;
                // A drawing further down, in the part of the window that one looks at.
                reader.visit(&house.url(path)).await;
                reader.open_bar().await;
                let drawing = "(all => all[Math.min(all.length - 1, 1)])([...document.querySelectorAll('main svg')].filter(svg => !svg.ownerSVGElement && svg.querySelector('a') && svg.getBoundingClientRect().height > 60))";
                reader
                    .run(
                        &format!("window.held = {drawing}; scrollBy({{ top: held.getBoundingClientRect().top - innerHeight / 6, behavior: 'instant' }});"),
                        vec![],
                    )
                    .await;
                stands_still(&reader, "held.getBoundingClientRect().top", path, 2.0).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn more_words_above_a_drawing_take_the_room_that_is_left_for_them() {
    read(async |reader| {
        let house = House::open();
        let today = facts::dataset();
        let all = changes(today, Day(i32::MIN), today.reviewed);
        // Back to the first stop and on to the last one before today.
        let on = story(today, &all).into_iter().filter(|stop| *stop < today.reviewed);
        let on: Vec<Day> = on.collect();
        let way: Vec<&Day> = on.iter().rev().chain(&on).collect();
        for (lang, width) in [(Lang::Sv, 390), (Lang::En, 1280)] {
            reader.width(width).await;
            reader.visit(&house.url(&format!("/{}/", lang.code()))).await;
            reader.open_bar().await;
            // The first drawing: whose it is, and where it stands.
            let first = "(svg => [svg.closest('section').dataset.key, svg.getBoundingClientRect().top])(document.querySelector('.ladder .rungs'))";
            let at = reader.at_rest(first).await;
            for stop in &way {
                reader
                    .run(
                        "const field = document.querySelector('.day-steps input[type=date]');
                         field.value = arguments[0];
                         field.dispatchEvent(new Event('change', { bubbles: true }));",
                        vec![json!(stop.to_string())],
                    )
                    .await;
                reader.comes_to(&format!("/{}/?as-of={stop}", lang.code())).await;
                if reader.js("document.querySelector('.ladder .rungs') === null").await == true {
                    continue;
                }
                let now = reader.at_rest(first).await;
                // There may be more words than there is room for.
                let room = "document.querySelector('.room').getBoundingClientRect().height > 0";
                if now[0] == at[0] && reader.js(room).await == true {
                    let moved = now[1].as_f64().zip(at[1].as_f64()).map(|(now, at)| now - at);
                    let still = moved.is_some_and(|moved| moved.abs() < 1.0);
                    assert!(still, "{lang:?} {width} {stop}: {at}, {now}");
                }
            }
        }
    })
    .await;
}

/// Steps back and on, and measures. Heights above a drawing are rounded with each step.
async fn stands_still(reader: &Reader, top: &str, path: &str, within: f64) {
    let at = reader.at_rest(top).await.as_f64().expect("a place");
    for step in [EARLIER, EARLIER, EARLIER, EARLIER, EARLIER, EARLIER, LATER, LATER, LATER] {
        let before = reader.text("location.search").await;
        reader.js(&format!("document.querySelector('{step}').click()")).await;
        reader.until(&format!("location.search !== '{before}'")).await;
        let now = reader.at_rest(top).await.as_f64().expect("a place");
        assert!((now - at).abs() < within, "{path}{before}: {top} was {at} and is {now}");
    }
}

#[tokio::test]
async fn a_new_promise_is_marked_and_the_others_move_unless_the_reader_wants_calm() {
    read(async |reader| {
        let house = House::open();
        let one = facts::one();
        let path = facts::path(Lang::Sv, Page::Procurement(one.id.clone()));
        for (calm, moves) in [("no-preference", true), ("reduce", false)] {
            let feature = json!({ "name": "prefers-reduced-motion", "value": calm });
            reader.devtools("Emulation.setEmulatedMedia", json!({ "features": [feature] })).await;
            reader.visit(&house.url(&path)).await;
            reader.open_bar().await;
            reader
                .run("document.querySelector('main .rungs').scrollIntoView({ block: 'center' })", vec![])
                .await;
            reader.run("window.most = 0; const count = () => { most = Math.max(most, document.getAnimations().length); requestAnimationFrame(count); }; count();", vec![]).await;
            // Back to before the last promise but one that moved the first use, and on over it.
            let promise = one.headline().and_then(|it| it.schedule.rebaselines.last()).expect("it moved");
            let plan = &one.plans[usize::from(promise.plan.0)];
            let new = format!("document.querySelector('.rungs a[data-new][href$=\"#{}\"]')", plan.id);
            let day = changes(facts::dataset(), Day(i32::MIN), facts::dataset().reviewed)
                .iter()
                .find(|change| change.known().id == plan.id)
                .map(|change| change.known().day)
                .expect("it became known");
            reader
                .run(
                    "const field = document.querySelector('.day-steps input[type=date]');
                     field.value = arguments[0];
                     field.dispatchEvent(new Event('change', { bubbles: true }));",
                    vec![json!(Day(day.0 - 1).to_string())],
                )
                .await;
            reader.until(SAID).await;
            assert_eq!(reader.js(&format!("{new} === null")).await, true);
            reader.later("setTimeout(done, 200)").await;
            reader.click(LATER).await;
            reader.until(&format!("{new} !== null")).await;
            reader.later("requestAnimationFrame(() => setTimeout(done, 50))").await;
            assert_eq!(reader.js("most > 0").await, moves, "{calm}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_days_go_on_by_themselves_until_the_reader_acts() {
    read(async |reader| {
        let house = House::open();
        for path in ["/sv/", "/embed/sv/tidslinje/"] {
            reader.goto(&house.url(&format!("{path}?play"))).await;
            reader.alive().await;
            // From the first promise, one stop after the other.
            reader.until("/as-of=.*&play/.test(location.search)").await;
            let first = reader.text("location.search").await;
            reader.until(&format!("location.search !== {}", json!(first))).await;
            reader.until("document.querySelector('.day-line').textContent !== ''").await;
            reader.click("main h1, main h2, main p").await;
            reader.until("/as-of=[^&]*$/.test(location.search)").await;
            reader.until("!document.querySelector('.day-play.playing')").await;
            // And on from there.
            let stopped = reader.text("location.search").await;
            reader.js("document.querySelector('.day-play').click()").await;
            reader.until("/&play$/.test(location.search)").await;
            reader.until(&format!("!location.search.startsWith({})", json!(stopped))).await;
            assert_eq!(reader.console().await, [""; 0]);
        }
    })
    .await;
}

#[tokio::test]
async fn a_story_ends_today_and_is_one_step_of_the_way() {
    read(async |reader| {
        let house = House::open();
        let today = facts::dataset();
        let all = changes(today, Day(i32::MIN), today.reviewed);
        let stops = story(today, &all);
        let last = stops.iter().rev().nth(1).expect("a stop before today");
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.run("history.pushState(null, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'))", vec![json!(format!("?as-of={last}&play"))]).await;
        reader.until("document.querySelector('.day-play.playing')").await;
        reader.comes_to("/sv/tidslinje/").await;
        reader.until("!document.querySelector('.day-play.playing')").await;
        reader.back().await;
        reader.later("setTimeout(done, 300)").await;
        reader.comes_to("/sv/tidslinje/").await;
        assert_eq!(reader.js(&format!("{SAID} === null")).await, true);
        assert_eq!(reader.js(&format!("document.querySelector('{SLIDER}').value === '10000'")).await, true);
    })
    .await;
}
