//! A reader whose network falls short: the page stays as it is and says so in one line.

use crate::stage::{House, Reader, facts, read};
use utlovat::i18n::Key;
use utlovat::model::Lang;
use xtask::answer::{Reply, Site};

#[tokio::test]
async fn a_page_without_its_wasm_stays_and_says_so() {
    stays_and_says_so(|path, _| path.ends_with(".wasm").then(|| Reply::text(404, "gone"))).await;
}

#[tokio::test]
async fn a_page_whose_wasm_is_cut_short_stays_and_says_so() {
    stays_and_says_so(|path, site| path.ends_with(".wasm").then(|| half(path, site))).await;
}

#[tokio::test]
async fn a_page_without_its_glue_stays_and_says_so() {
    stays_and_says_so(|path, _| is_glue(path).then(|| Reply::text(404, "gone"))).await;
}

#[tokio::test]
async fn a_page_whose_facts_are_cut_short_stays_and_says_so() {
    stays_and_says_so(|path, site| path.ends_with(".bin").then(|| half(path, site))).await;
}

#[tokio::test]
async fn a_page_whose_facts_are_something_else_stays_and_says_so() {
    stays_and_says_so(|path, _| path.ends_with(".bin").then(|| Reply::text(200, "<html>"))).await;
}

#[tokio::test]
async fn wasm_of_a_wrong_type_comes_alive_all_the_same() {
    read(async |reader| {
        let house = House::with(|path, site| {
            path.ends_with(".wasm").then(|| {
                let mut reply = site.answer(path, None, &[]);
                reply.headers.retain(|(name, _)| *name != "content-type");
                reply.headers.push(("content-type", "text/plain".to_owned()));
                reply
            })
        });
        reader.visit(&house.url("/sv/tidslinje/")).await;
        assert!(house.was_asked_for(".wasm"));
        assert_eq!(reader.js("document.getElementById('unavailable').hidden").await, true);
        reader.click("button.chip").await;
        reader.until("document.querySelectorAll('section.lane').length === 1").await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn links_and_folds_work_on_a_page_that_never_came_alive() {
    read(async |reader| {
        let house =
            House::with(|path, _| path.ends_with(".wasm").then(|| Reply::text(404, "gone")));
        reader.goto(&house.url("/sv/tidslinje/")).await;
        reader.until("!document.getElementById('unavailable').hidden").await;
        reader.click("details.as-table > summary").await;
        reader.until("document.querySelector('details.as-table').open").await;
        reader.click("header.site nav a[href='/sv/krav/']").await;
        reader
            .until("location.pathname === '/sv/krav/' && document.querySelector('.ledger')")
            .await;
    })
    .await;
}

async fn stays_and_says_so(
    trick: impl Fn(&str, &Site) -> Option<Reply> + Copy + Send + Sync + 'static,
) {
    read(async move |reader| {
        let house = House::with(trick);
        for (lang, path) in [(Lang::Sv, "/sv/"), (Lang::Sv, "/sv/tidslinje/"), (Lang::En, "/en/claims/")] {
            reader.goto(&house.url(path)).await;
            reader.until("!document.getElementById('unavailable').hidden").await;
            says_so(&reader, lang).await;
            let same = "
                fetch(location.href).then(answer => answer.text()).then(text => {
                    const was = new DOMParser().parseFromString(text, 'text/html');
                    done(was.querySelector('#app').innerHTML === document.querySelector('#app').innerHTML);
                });";
            assert_eq!(reader.later(same).await, true, "{path}: the page stays as it is");
        }
    })
    .await;
}

async fn says_so(reader: &Reader, lang: Lang) {
    let line = facts::words(lang).get(Key::InteractiveUnavailable);
    assert_eq!(reader.text("document.getElementById('unavailable').innerText").await, line);
    let seen = reader
        .js("(() => { const line = document.getElementById('unavailable'), text = document.createRange();
            text.selectNodeContents(line);
            return [text.getClientRects().length, getComputedStyle(line).visibility, line.getAttribute('role')]; })()")
        .await;
    assert_eq!(seen, serde_json::json!([1, "visible", "status"]), "it is one line of text");
    assert_eq!(reader.js("document.documentElement.dataset.alive === undefined").await, true);
}

/// The first half of a file.
fn half(path: &str, site: &Site) -> Reply {
    let mut reply = site.answer(path, None, &[]);
    reply.body.truncate(reply.body.len() / 2);
    reply
}

fn is_glue(path: &str) -> bool {
    path.contains("/app-") && path.ends_with(".js")
}
