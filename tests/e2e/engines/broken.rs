//! A reader whose network falls short: the page stays as it is and says so in one line.

use crate::stage::{Gate, Habits, House, Reader, Reply, facts, read, read_as};
use std::time::Duration;
use utlovat::i18n::Key;
use utlovat::model::Lang;
use xtask::server::Site;

#[tokio::test]
async fn a_page_without_its_wasm_stays_and_says_so() {
    stays_and_says_so(|path, _| path.ends_with(".wasm").then(|| Reply::text(404, "gone"))).await;
}

#[tokio::test]
async fn a_page_whose_wasm_is_cut_short_stays_and_says_so() {
    stays_and_says_so(|path, site| path.ends_with(".wasm").then(|| half(path, site))).await;
}

/// Pages that need a part of the WASM which the overview does not, and the name of its file.
const PARTS: [(&str, Lang, &str); 3] = [
    ("/charts-", Lang::Sv, "/sv/tidslinje/"),
    ("/texts-", Lang::En, "/en/search/"),
    ("/shared-", Lang::En, "/en/claims/"),
];

#[tokio::test]
async fn a_page_without_its_part_of_the_wasm_stays_and_says_so() {
    for (part, lang, page) in PARTS {
        let gone =
            move |path: &str, _: &Site| path.contains(part).then(|| Reply::text(404, "gone"));
        stay_and_say_so(vec![(lang, page)], gone).await;
    }
}

#[tokio::test]
async fn a_page_whose_part_of_the_wasm_is_cut_short_or_something_else_stays_and_says_so() {
    for (part, lang, page) in PARTS {
        let short = move |path: &str, site: &Site| path.contains(part).then(|| half(path, site));
        stay_and_say_so(vec![(lang, page)], short).await;
        let other =
            move |path: &str, _: &Site| path.contains(part).then(|| Reply::text(200, "<html>"));
        stay_and_say_so(vec![(lang, page)], other).await;
    }
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
async fn a_page_without_any_script_shows_no_dead_control_and_says_so_in_the_end() {
    read(async |reader| {
        let house = House::with(|path, _| path.ends_with(".js").then(|| Reply::text(404, "gone")));
        let line = "document.getElementById('unavailable')";
        let seen = "element => element.checkVisibility({ visibilityProperty: true })";
        for path in ["/sv/tidslinje/", "/en/search/"] {
            reader.goto(&house.url(path)).await;
            let controls = format!(
                "[...document.querySelectorAll('.filters button, .day-bar, #q, .copy')].filter({seen}).length"
            );
            assert_eq!(reader.js(&controls).await, 0, "{path}");
            reader.until(&format!("({seen})({line})")).await;
            assert_eq!(reader.js(&in_sight("unavailable")).await, true, "{path}");
            assert_eq!(reader.js(&controls).await, 0, "{path}");
        }
        // A page that needs no script misses none.
        reader.goto(&house.url("/sv/data/")).await;
        assert_eq!(reader.js(&format!("getComputedStyle({line}).display")).await, "none");
    })
    .await;
}

#[tokio::test]
async fn wasm_of_a_wrong_type_comes_alive_all_the_same() {
    read(async |reader| {
        let house = House::with(|path, site| {
            path.ends_with(".wasm").then(|| {
                let mut reply = Reply::file(path, site);
                reply.headers.retain(|(name, _)| *name != "content-type");
                reply.headers.push(("content-type", "text/plain".to_owned()));
                reply
            })
        });
        reader.visit(&house.url("/sv/tidslinje/")).await;
        assert!(house.asked().iter().any(|path| path.contains("/charts-")));
        assert_eq!(reader.js("document.getElementById('unavailable').hidden").await, true);
        reader.press_chip(facts::one().name.get(Lang::Sv)).await;
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
    let pages = vec![(Lang::Sv, "/sv/"), (Lang::Sv, "/sv/tidslinje/"), (Lang::En, "/en/claims/")];
    stay_and_say_so(pages, trick).await;
}

async fn stay_and_say_so(
    pages: Vec<(Lang, &'static str)>,
    trick: impl Fn(&str, &Site) -> Option<Reply> + Copy + Send + Sync + 'static,
) {
    read(async move |reader| {
        let house = House::with(trick);
        for (lang, path) in pages {
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
    let mut reply = Reply::file(path, site);
    reply.body.truncate(reply.body.len() / 2);
    reply
}

fn is_glue(path: &str) -> bool {
    path.contains("/app-") && path.ends_with(".js")
}

/// A part of the page that the reader sees without scrolling.
fn in_sight(id: &str) -> String {
    format!(
        "(() => {{ const box = document.getElementById('{id}').getBoundingClientRect();
            return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight; }})()"
    )
}

#[tokio::test]
async fn a_day_that_cannot_be_shown_is_said_at_the_top() {
    read(async |reader| {
        let house =
            House::with(|path, _| path.ends_with(".wasm").then(|| Reply::text(404, "gone")));
        for (lang, path) in [
            (Lang::Sv, "/sv/tidslinje/"),
            (Lang::En, "/en/claims/"),
            (Lang::Sv, "/embed/sv/tidslinje/"),
        ] {
            reader.goto(&house.url(&format!("{path}?as-of=2022-06-01"))).await;
            reader.until("!document.getElementById('unapplied').hidden").await;
            let line = facts::words(lang).get(Key::NotApplied);
            assert_eq!(reader.text("document.getElementById('unapplied').innerText").await, line);
            assert_eq!(reader.js(&in_sight("unapplied")).await, true, "{path}: at the top");
            let above = "document.getElementById('unapplied').getBoundingClientRect().top < 120";
            assert_eq!(reader.js(above).await, true, "{path}");
        }
        // Where the address asks for nothing there is nothing to say at the top.
        reader.goto(&house.url("/sv/tidslinje/")).await;
        reader.until("!document.getElementById('unavailable').hidden").await;
        assert_eq!(reader.js("document.getElementById('unapplied').hidden").await, true);
    })
    .await;
}

#[tokio::test]
async fn a_page_that_never_came_alive_says_so_in_sight_and_shows_no_dead_controls() {
    read(async |reader| {
        let house =
            House::with(|path, _| path.ends_with(".wasm").then(|| Reply::text(404, "gone")));
        reader.goto(&house.url("/sv/tidslinje/")).await;
        dead_page(&reader).await;
    })
    .await;
}

#[tokio::test]
async fn a_page_whose_loader_never_came_says_so_too() {
    read(async |reader| {
        let house =
            House::with(|path, _| path.contains("/boot-").then(|| Reply::text(404, "gone")));
        reader.goto(&house.url("/sv/krav/")).await;
        dead_page(&reader).await;
    })
    .await;
}

async fn dead_page(reader: &Reader) {
    reader.until("!document.getElementById('unavailable').hidden").await;
    assert_eq!(reader.js(&in_sight("unavailable")).await, true);
    reader.run("scrollTo(0, document.body.scrollHeight / 2)", vec![]).await;
    assert_eq!(reader.js(&in_sight("unavailable")).await, true);
    let dead = "[...document.querySelectorAll('.filters button, .filters select, .day-bar button')]
        .filter(control => control.getClientRects().length).length";
    assert_eq!(reader.js(dead).await, 0);
}

/// Clicks a mark of the timeline before the page lives.
const CLICK_A_MARK: &str =
    "[...document.querySelectorAll('a.mark')].find(a => a.getClientRects().length)
    .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))";

#[tokio::test]
async fn a_mark_clicked_before_a_failure_leads_to_its_page() {
    let hasty = Habits { hasty: true, ..Habits::default() };
    read_as(hasty, async |reader| {
        let gate = Gate::default();
        let held = gate.clone();
        let house = House::with(move |path, _| {
            if !path.ends_with(".bin") {
                return None;
            }
            held.pass();
            Some(Reply::text(503, "later"))
        });
        reader.goto(&house.url("/sv/tidslinje/")).await;
        reader.until("document.querySelector('a.mark') && performance.getEntriesByType('resource').some(e => e.name.includes('/boot-') && e.responseEnd > 0)").await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        reader.js(CLICK_A_MARK).await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert_eq!(reader.address().await, "/sv/tidslinje/");
        assert_eq!(reader.js("document.documentElement.getAttribute('aria-busy')").await, "true");
        gate.open();
        reader.until("location.pathname !== '/sv/tidslinje/'").await;
        reader.until("document.querySelector('h1')").await;
    })
    .await;
}

#[tokio::test]
async fn who_acts_on_a_page_whose_facts_do_not_come_is_not_left_waiting() {
    let hasty = Habits { hasty: true, ..Habits::default() };
    read_as(hasty, async |reader| {
        let gate = Gate::default();
        let house = House::holding(&gate, |path| path.ends_with(".bin"));
        reader.goto(&house.url("/sv/tidslinje/")).await;
        reader.until("document.querySelector('a.mark') && performance.getEntriesByType('resource').some(e => e.name.includes('/boot-') && e.responseEnd > 0)").await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        reader.press_chip(facts::dataset().followed().next().expect("one").name.get(Lang::Sv)).await;
        assert_eq!(reader.js("document.getElementById('unavailable').hidden").await, true);
        reader.until("!document.getElementById('unavailable').hidden").await;
        // What comes after all is welcome.
        gate.open();
        reader.alive().await;
        reader.until("document.getElementById('unavailable').hidden").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_breaks_while_it_lives_says_so_and_its_links_lead_on() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.mark().await;
        // In Firefox a driver's script has classes of its own beside those of the page.
        let trap = "(() => {
            const error = new (window.wrappedJSObject ?? window).WebAssembly.RuntimeError('unreachable');
            dispatchEvent(new ErrorEvent('error', { error }));
        })()";
        reader.js(trap).await;
        assert_eq!(reader.js(&in_sight("unavailable")).await, true);
        reader.click("header.site nav a[href='/sv/krav/']").await;
        reader.until("location.pathname === '/sv/krav/' && !window.marked").await;
        reader.alive().await;
    })
    .await;
}
