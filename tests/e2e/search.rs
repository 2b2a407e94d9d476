//! A reader who searches: words in, facts out, by mouse, by key and on an earlier day.

use crate::stage::{Habits, House, Reader, facts, hold, read, read_as};
use fantoccini::key::Key as Press;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use utlovat::i18n::Key;
use utlovat::model::Lang;
use xtask::answer::Reply;

const FIRST: &str = "document.querySelector('main .found-list a')";
const FIELD: &str = "document.activeElement === document.querySelector('#q')";

#[tokio::test]
async fn the_index_is_fetched_by_nobody_but_who_searches() {
    read(async |reader| {
        let house = House::open();
        let asked = || house.asked().iter().filter(|path| path.contains("/search-")).count();
        for path in ["/sv/", "/sv/tidslinje/", "/sv/a-o/"] {
            reader.visit(&house.url(path)).await;
        }
        assert_eq!(asked(), 0);
        reader.click("header.site nav a[rel=search]").await;
        reader.until("location.pathname === '/sv/sok/'").await;
        reader.until(FIELD).await;
        reader.run("window.stayed = true", vec![]).await;
        typed(&reader, "skane").await;
        reader.until(FIRST).await;
        reader.click("header.site nav a[href='/sv/krav/']").await;
        reader.until("location.pathname === '/sv/krav/'").await;
        reader.click("header.site nav a[rel=search]").await;
        reader.until(FIELD).await;
        typed(&reader, "vgr").await;
        reader.until(FIRST).await;
        assert_eq!(asked(), 1, "once");
        assert_eq!(reader.js("window.stayed").await, true);
    })
    .await;
}

#[tokio::test]
async fn letters_without_diacritics_find_their_fact_and_back_leads_back() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/metod/")).await;
        reader.visit(&house.url("/sv/sok/")).await;
        let steps = reader.js("history.length").await;
        typed(&reader, "vastra gotaland").await;
        reader.until("location.search === '?q=vastra+gotaland'").await;
        reader.until(&format!("{FIRST}?.textContent === 'Västra Götaland'")).await;
        assert_eq!(reader.js("history.length").await, steps, "a search is one step");
        let marked = "[...document.querySelectorAll('main .found-list li:first-child a mark')].map(m => m.textContent).join(' ')";
        assert_eq!(reader.text(marked).await, "Västra Götaland");
        let status = "document.querySelector('.search [role=status]').textContent";
        assert!(reader.text(status).await.contains("träffar på ”vastra gotaland”"));

        reader.click("main .found-list a").await;
        reader.until("location.pathname === '/sv/upphandling/vgr-millennium/'").await;
        assert_eq!(reader.js("location.search").await, "", "the words stay behind");
        reader.client().back().await.unwrap();
        reader.until(&format!("{FIRST}?.textContent === 'Västra Götaland'")).await;
        assert_eq!(reader.text("document.querySelector('#q').value").await, "vastra gotaland");
        reader.client().back().await.unwrap();
        reader.until("location.pathname === '/sv/metod/'").await;
    })
    .await;
}

#[tokio::test]
async fn a_former_name_finds_who_bears_another_today() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/en/search/?q=cerner")).await;
        reader.until(&format!("{FIRST}?.textContent === 'Oracle Health'")).await;
        reader
            .until(
                "document.querySelector('.found-list li').textContent.includes('formerly Cerner')",
            )
            .await;
        reader.click("main .found-list a").await;
        reader
            .until("location.pathname === '/en/a-z/' && document.querySelector('#p-cerner')")
            .await;
        assert_eq!(reader.js("location.hash").await, "#p-cerner");
    })
    .await;
}

#[tokio::test]
async fn an_earlier_day_hides_what_was_not_known() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/sok/?as-of=2022-06-01&q=oracle+health")).await;
        let words = facts::words(Lang::Sv);
        let none = words.fill(Key::SearchNoneThen, &[("words", "oracle health")]);
        let status = "document.querySelector('.search [role=status]').textContent";
        reader.until(&format!("{status} === {}", serde_json::json!(none))).await;
        assert_eq!(reader.js(&format!("{FIRST} === null")).await, true);
        typed(&reader, "cerner").await;
        reader.until(&format!("{FIRST}?.textContent === 'Cerner'")).await;
        assert_eq!(reader.js("location.search").await, "?as-of=2022-06-01&q=cerner");
        reader.click(".as-of-banner button").await;
        reader.until(&format!("{FIRST}?.textContent === 'Oracle Health'")).await;
        assert_eq!(reader.js("location.search").await, "?q=cerner");
    })
    .await;
}

#[tokio::test]
async fn keys_lead_through_the_results_and_back() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/sok/")).await;
        typed(&reader, "skane").await;
        reader.until(FIRST).await;
        let at = "[...document.querySelectorAll('.found a')].indexOf(document.activeElement)";
        let last = reader.js("document.querySelectorAll('.found a').length - 1").await;
        for (key, place) in [
            (Press::Down, 0.into()),
            (Press::Down, 1.into()),
            (Press::Up, 0.into()),
            (Press::End, last),
            (Press::Home, 0.into()),
            (Press::Up, (-1).into()),
            (Press::Enter, 0.into()),
            (Press::Escape, serde_json::json!(-1)),
        ] {
            reader.press(key.into()).await;
            assert_eq!(reader.js(at).await, place, "{key:?}");
        }
        assert_eq!(reader.js(FIELD).await, true);
        reader.press(Press::Enter.into()).await;
        reader.press(Press::Enter.into()).await;
        reader.until("location.pathname === '/sv/upphandling/skane-millennium/'").await;
        reader.client().back().await.unwrap();
        reader.until(FIRST).await;
        reader.find("#q").await.click().await.unwrap();
        reader.press(Press::Escape.into()).await;
        reader.until("location.search === '' && document.querySelector('#q').value === ''").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_found_leads_on() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/sok/")).await;
        typed(&reader, "xyzzy <b>").await;
        let none = facts::words(Lang::Sv).fill(Key::SearchNone, &[("words", "xyzzy <b>")]);
        let status = "document.querySelector('.search [role=status]').textContent";
        reader.until(&format!("{status} === {}", serde_json::json!(none))).await;
        reader.click("main .found a[href='/sv/a-o/']").await;
        reader
            .until("location.pathname === '/sv/a-o/' && document.querySelector('.register a')")
            .await;
        reader.click(".letters a").await;
        reader.until("location.hash === '#letter-0'").await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn all_is_shown_when_it_is_asked_for() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/sok/?q=region")).await;
        let count = "document.querySelectorAll('main .found-list > li').length";
        reader.until(&format!("{count} === 40")).await;
        reader.click(".search > button").await;
        reader
            .until(&format!("{count} > 40 && document.querySelector('.search > button').hidden"))
            .await;
    })
    .await;
}

#[tokio::test]
async fn an_index_that_does_not_come_is_told_and_tried_again() {
    read(async |reader| {
        let gone = Arc::new(AtomicBool::new(true));
        let trick = Arc::clone(&gone);
        let house = House::with(move |path, _| {
            let tricked = path.contains("/search-") && trick.load(Ordering::Relaxed);
            tricked.then(|| Reply::text(404, "gone"))
        });
        fails_and_recovers(&reader, &house, &gone).await;
    })
    .await;
}

#[tokio::test]
async fn an_index_that_is_cut_short_is_told_and_tried_again() {
    read(async |reader| {
        let short = Arc::new(AtomicBool::new(true));
        let trick = Arc::clone(&short);
        let house = House::with(move |path, site| {
            (path.contains("/search-") && trick.load(Ordering::Relaxed)).then(|| {
                let mut reply = site.answer(path, None, &[]);
                reply.body.truncate(reply.body.len() / 2);
                reply.headers.push(("cache-control", "no-store".to_owned()));
                reply
            })
        });
        fails_and_recovers(&reader, &house, &short).await;
    })
    .await;
}

async fn fails_and_recovers(reader: &Reader, house: &House, broken: &AtomicBool) {
    for lang in Lang::ALL {
        broken.store(true, Ordering::Relaxed);
        let path = facts::path(lang, utlovat::route::Page::Search);
        reader.visit(&house.url(&format!("{path}?q=cerner"))).await;
        let told = facts::words(lang).get(Key::SearchFailed);
        let status = "document.querySelector('.search [role=status]').textContent";
        reader.until(&format!("{status} === {}", serde_json::json!(told))).await;
        assert_eq!(reader.js("document.querySelectorAll('.found a').length").await, 2);
        broken.store(false, Ordering::Relaxed);
        reader.click(".search > button").await;
        reader.until(&format!("{FIRST}?.textContent === 'Oracle Health'")).await;
    }
}

#[tokio::test]
async fn what_was_typed_early_is_searched_for() {
    let hasty = Habits { hasty: true, ..Habits::default() };
    read_as(hasty, async |reader| {
        let house = House::with(|path, _| {
            if path.ends_with(".wasm") {
                hold(Duration::from_secs(2));
            }
            None
        });
        reader.goto(&house.url("/sv/sok/")).await;
        reader.until("document.querySelector('#unavailable')").await;
        typed(&reader, "cerner").await;
        assert_eq!(reader.js("document.documentElement.dataset.alive === undefined").await, true);
        reader.alive().await;
        reader.until(&format!("{FIRST}?.textContent === 'Oracle Health'")).await;
        assert_eq!(reader.text("document.querySelector('#q').value").await, "cerner");
    })
    .await;
}

#[tokio::test]
async fn typing_answers_at_once() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/sok/?q=x")).await;
        reader.until("document.querySelector('.search [role=status]').textContent.includes('”x”')").await;
        let measure = "
            const field = document.querySelector('#q'), times = [], words = 'vastra gotaland inforande';
            const next = at => {
                if (at > words.length) return done(times.sort((a, b) => a - b));
                field.value = words.slice(0, at);
                const start = performance.now();
                field.dispatchEvent(new Event('input', { bubbles: true }));
                setTimeout(() => { times.push(performance.now() - start); next(at + 1); });
            };
            next(1);";
        let times: Vec<f64> = serde_json::from_value(reader.later(measure).await).expect("times");
        println!("typing: median {} ms, most {:?} ms", times[times.len() / 2], times.last());
        assert!(times[times.len() / 2] < 50.0, "{times:?}");
    })
    .await;
}

/// Types into the field, instead of what is there.
async fn typed(reader: &Reader, words: &str) {
    let field = reader.find("#q").await;
    field.clear().await.unwrap();
    field.send_keys(words).await.unwrap();
}
