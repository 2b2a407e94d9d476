//! A reader whose browser runs no scripts: every page is whole.

use crate::stage::{Habits, House, facts, on_top, read_as};
use utlovat::model::Lang;

#[tokio::test]
async fn every_type_of_page_is_whole_without_scripts() {
    let habits = Habits { scripts_off: true, ..Habits::default() };
    read_as(habits, async |reader| {
        let house = House::open();
        for path in Lang::ALL.into_iter().flat_map(facts::each_type) {
            reader.goto(&house.url(&path)).await;
            assert_eq!(reader.js("matchMedia('(scripting: none)').matches").await, true);
            assert_eq!(reader.js("document.querySelectorAll('h1').length").await, 1, "{path}");
            let words = "document.querySelector('main').innerText.length";
            assert!(reader.js(words).await.as_u64() > Some(60), "{path}");
            for (selector, pages) in PARTS {
                if pages.iter().any(|page| fits(&path, page)) {
                    let seen = format!(
                        "[...document.querySelectorAll('{selector}')].some(e => e.getClientRects().length)"
                    );
                    assert_eq!(reader.js(&seen).await, true, "{path} has no {selector}");
                }
            }
            let filters = "[...document.querySelectorAll('.filters, #unavailable, #q')]
                .filter(e => e.getClientRects().length).length";
            assert_eq!(reader.js(filters).await, 0, "{path}: buttons that do nothing are hidden");
            assert_eq!(reader.js("document.documentElement.dataset.alive === undefined").await, true);
            // What is missed is said, and nothing is said where nothing is missed.
            let said = "document.getElementById('unscripted').getClientRects().length > 0";
            let scripted = "document.querySelector('body > script[data-keys]') !== null";
            assert_eq!(reader.js(said).await, reader.js(scripted).await, "{path}");
        }
        assert!(!house.was_asked_for(".wasm") || !house.asked().iter().any(|p| p.contains("/boot-")));
    })
    .await;
}

#[tokio::test]
async fn a_fold_and_a_link_work_without_scripts() {
    let habits = Habits { scripts_off: true, ..Habits::default() };
    read_as(habits, async |reader| {
        let house = House::open();
        reader.goto(&house.url("/sv/")).await;
        reader.click("details.as-table > summary").await;
        reader
            .until("document.querySelector('details.as-table table').getClientRects().length")
            .await;
        reader.click(".card h3 a").await;
        reader.until("location.pathname.startsWith('/sv/upphandling/')").await;
        reader.hit(&on_top("a.mark:not([href*='#'])")).await;
        reader.until("location.pathname.includes('/handelse/')").await;
        assert_eq!(
            reader.js("document.querySelectorAll('.source-list a[href^=http]').length > 0").await,
            true
        );
    })
    .await;
}

/// What is to be seen where; `""` is the overview, `procurement` any procurement's own page.
const PARTS: [(&str, &[&str]); 12] = [
    ("figure svg", &["", "timeline", "compare", "regions", "procurement"]),
    (
        "figure .answer, .credit a",
        &["embed/promises", "embed/timeline", "embed/claims", "embed/compare", "embed/regions"],
    ),
    ("details.as-table > summary", &["", "timeline", "claims", "procurement"]),
    ("details.sources > summary", &["", "compare", "regions", "claim"]),
    ("details.claim-fold > summary", &["claims"]),
    ("nav.chapters + figure, .chapter a.ref", &["procurement"]),
    (".source-list a[href^=\"http\"]", &["event", "claim"]),
    (".publisher-fold > summary", &["sources"]),
    (".unscripted", &["search"]),
    (".register a[href]", &["register"]),
    ("table.answers", &["compare"]),
    ("header.site nav a", &["", "timeline", "claims", "compare", "procurement", "event", "method"]),
];

/// Whether a path is of a type of page.
fn fits(path: &str, page: &str) -> bool {
    let english = [
        ("tidslinje", "timeline"),
        ("loften", "promises"),
        ("krav", "claims"),
        ("jamfor", "compare"),
        ("regioner", "regions"),
        ("kallor", "sources"),
        ("metod", "method"),
        ("upphandling", "procurement"),
        ("handelse", "event"),
        ("sok", "search"),
        ("a-o", "register"),
        ("a-z", "register"),
    ];
    let parts: Vec<&str> = path
        .split('/')
        .filter(|part| !part.is_empty() && *part != "sv" && *part != "en")
        .map(|part| english.iter().find(|(sv, _)| *sv == part).map_or(part, |(_, en)| *en))
        .collect();
    match parts.as_slice() {
        [] => page.is_empty(),
        ["embed", view, ..] => page == format!("embed/{view}"),
        ["procurement", _] => page == "procurement",
        ["procurement", _, "event", _] => page == "event",
        ["procurement", ..] => page == "claim",
        [one] => page == *one,
        _ => false,
    }
}
