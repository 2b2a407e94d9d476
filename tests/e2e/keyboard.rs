//! A reader without a mouse: everything can be reached and done by keys, in a sensible order.

use crate::stage::{House, Reader, facts, read};
use fantoccini::key::Key;
use utlovat::i18n::kind;
use utlovat::model::{EventGroup, Lang};
use utlovat::route::Page;

#[tokio::test]
async fn the_first_stop_skips_to_the_content_and_the_next_are_the_ways_around() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.press(Key::Tab.into()).await;
        assert_eq!(focused(&reader, "className").await, "skip");
        let seen = "document.activeElement.getBoundingClientRect().left >= 0";
        assert_eq!(reader.js(seen).await, true, "it shows itself");
        tab_to(&reader, "header.site nav a[href='/sv/krav/']").await;
        assert_ne!(
            reader.text("getComputedStyle(document.activeElement).outlineStyle").await,
            "none"
        );
        reader.press(Key::Enter.into()).await;
        reader
            .until("location.pathname === '/sv/krav/' && document.querySelector('.ledger')")
            .await;
        reader.until("document.activeElement.tagName === 'H1'").await;
        // From the heading on, past the ways around.
        reader.press(Key::Tab.into()).await;
        assert_eq!(focused(&reader, "className").await, "chip");
    })
    .await;
}

#[tokio::test]
async fn the_skip_link_skips() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/en/timeline/")).await;
        reader.press(Key::Tab.into()).await;
        reader.press(Key::Enter.into()).await;
        reader.until("location.hash === '#content'").await;
        reader.press(Key::Tab.into()).await;
        assert_eq!(reader.js("document.activeElement.closest('main') !== null").await, true);
    })
    .await;
}

#[tokio::test]
async fn links_that_one_sees_lead_to_the_first_chart_in_a_few_stops() {
    read(async |reader| {
        let house = House::open();
        let one = Page::Procurement(facts::one().id.clone());
        let charts = [Page::Overview, Page::Timeline, Page::Claims, Page::Compare, Page::Regions];
        for page in charts.into_iter().chain([one]) {
            let path = facts::path(Lang::Sv, page);
            reader.visit(&house.url(&path)).await;
            let mut stops = 0;
            while reader.js("document.activeElement.closest('figure.chart') === null").await == true
            {
                assert!(stops < 12, "{path}: after {stops} stops no chart is reached");
                stops += 1;
                reader.press(Key::Tab.into()).await;
                if reader.js("document.activeElement.matches('.skip')").await == true {
                    // Under the focus it stands in the window, and what it is called can be read.
                    let seen = "(box => box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.height >= 24)(document.activeElement.getBoundingClientRect())";
                    assert_eq!(reader.js(seen).await, true, "{path}");
                    let place = reader.text("document.activeElement.hash").await;
                    reader.press(Key::Enter.into()).await;
                    reader.until(&format!("location.hash === {place:?}")).await;
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn enter_and_space_press_a_choice_and_let_it_go() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        tab_to(&reader, ".chip").await;
        reader.press(Key::Enter.into()).await;
        reader.until("document.querySelectorAll('section.lane').length === 1").await;
        assert_eq!(reader.text("document.activeElement.ariaPressed").await, "true");
        reader.press(' ').await;
        let lanes = "document.querySelectorAll('section.lane').length";
        reader.until(&format!("{lanes} === {}", facts::lanes())).await;
        assert_eq!(reader.text("document.activeElement.ariaPressed").await, "false");
        tab_to(&reader, ".pick > summary").await;
        reader.press(Key::Enter.into()).await;
        let last = facts::words(Lang::Sv).get(kind::event_group(EventGroup::Decisions));
        for _ in 0..20 {
            if focused(&reader, "textContent").await == last {
                break;
            }
            reader.press(Key::Tab.into()).await;
        }
        reader.press(' ').await;
        reader.until("location.search === '?kind=decisions'").await;
        tab_to(&reader, ".pick > summary").await;
        reader.press(Key::Enter.into()).await;
        tab_to(&reader, "#from-year").await;
        reader.press(Key::Down.into()).await;
        reader.until("location.search.includes('from=')").await;
        tab_to(&reader, "button.reset").await;
        reader.press(Key::Enter.into()).await;
        reader.until("location.search === ''").await;
    })
    .await;
}

#[tokio::test]
async fn enter_on_a_mark_opens_its_event_with_its_sources() {
    read(async |reader| {
        let house = House::open();
        for lang in Lang::ALL {
            reader.visit(&house.url(&facts::path(lang, Page::Timeline))).await;
            tab_to(&reader, "a.mark").await;
            // A gathered mark stands for several; the next one may be a single event's.
            for _ in 0..40 {
                if reader.js("document.activeElement.matches(\"a.mark:not([href*='#'])\")").await
                    == true
                {
                    break;
                }
                reader.press(Key::Right.into()).await;
            }
            let href = reader.text("document.activeElement.getAttribute('href')").await;
            reader.press(Key::Enter.into()).await;
            reader.until("document.querySelector('.panel article')").await;
            assert_eq!(
                reader.text("document.querySelector('.panel h5 a').getAttribute('href')").await,
                href
            );
            let title = reader.text("document.querySelector('.panel h5').textContent").await;
            assert!(title_of(lang, &href) == title, "{href}: {title}");
            if reader.js("!!document.querySelector('.panel details.sources')").await == true {
                tab_to(&reader, ".panel details.sources > summary").await;
                reader.press(Key::Enter.into()).await;
            }
            tab_to(&reader, ".panel .source-list a[href^='http']").await;
            assert_eq!(reader.js("document.activeElement.checkVisibility()").await, true);
        }
    })
    .await;
}

#[tokio::test]
async fn tab_comes_to_a_chart_once_and_arrows_go_along_and_between_its_lanes() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        tab_to(&reader, "a.mark").await;
        let at = "[...document.querySelectorAll('section.lane')].findIndex(l => l.contains(document.activeElement))";
        let x = "(box => box.x + box.width / 2)(document.activeElement.querySelector('circle, path, rect').getBoundingClientRect())";
        assert_eq!(reader.js(at).await, 0);
        let mut was = reader.js(x).await.as_f64();
        for _ in 0..4 {
            reader.press(Key::Right.into()).await;
            let now = reader.js(x).await.as_f64();
            assert!(now >= was, "{now:?} is left of {was:?}");
            was = now;
        }
        // What has the focus says what it is.
        let tip = reader.text("document.querySelector('.tip').textContent").await;
        assert!(!tip.is_empty());
        let inside = "(box => box.left >= 0 && box.right <= innerWidth)(document.querySelector('.tip').getBoundingClientRect())";
        assert_eq!(reader.js(inside).await, true);
        for lane in 1..facts::lanes() {
            for _ in 0..40 {
                if reader.js(at).await == lane {
                    break;
                }
                reader.press(Key::Down.into()).await;
            }
            assert_eq!(reader.js(at).await, lane);
        }
        reader.press(Key::End.into()).await;
        let last = reader.js(x).await.as_f64();
        reader.press(Key::Home.into()).await;
        assert!(reader.js(x).await.as_f64() < last);
        // The next stop is outside, and Tab back comes to the very mark.
        let mark = focused(&reader, "href.baseVal").await;
        reader.press(Key::Tab.into()).await;
        assert_eq!(reader.js("document.activeElement.closest('svg') === null").await, true);
        assert_eq!(reader.js("document.querySelector('.tip') === null").await, true);
        reader.js("document.querySelectorAll('section.lane svg a:not([tabindex])')[0].focus()").await;
        assert_eq!(focused(&reader, "href.baseVal").await, mark);
    })
    .await;
}

#[tokio::test]
async fn escape_in_what_a_mark_opened_leads_back_to_the_mark() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/en/timeline/")).await;
        tab_to(&reader, "a.mark").await;
        let mark = focused(&reader, "dataset.open").await;
        reader.press(Key::Enter.into()).await;
        reader.until("document.querySelector('.panel article')").await;
        tab_to(&reader, ".panel h5 a").await;
        reader.press(Key::Escape.into()).await;
        reader.until("!document.querySelector('.panel article')").await;
        assert_eq!(focused(&reader, "dataset.open").await, mark);
    })
    .await;
}

#[tokio::test]
async fn the_facts_behind_a_chart_unfold_by_key() {
    read(async |reader| {
        let house = House::open();
        for path in ["/sv/", "/en/claims/"] {
            reader.visit(&house.url(path)).await;
            tab_to(&reader, "details.as-table > summary").await;
            reader.press(Key::Enter.into()).await;
            reader.until("document.activeElement.parentElement.open").await;
            reader.press(Key::Tab.into()).await;
            let inside = "document.activeElement.closest('details.as-table')?.open === true";
            assert_eq!(reader.js(inside).await, true, "{path}: the table is the next stop");
        }
    })
    .await;
}

/// Presses Tab until an element that fits has the focus.
pub async fn tab_to(reader: &Reader, selector: &str) {
    for _ in 0..220 {
        let fits = format!("document.activeElement.matches({})", serde_json::json!(selector));
        if reader.js(&fits).await == true {
            return;
        }
        reader.press(Key::Tab.into()).await;
    }
    panic!("Tab never comes to {selector}");
}

async fn focused(reader: &Reader, property: &str) -> String {
    reader.text(&format!("document.activeElement.{property}")).await
}

/// The title of the event behind an address.
fn title_of(lang: Lang, href: &str) -> &'static str {
    let mut parts = href.trim_end_matches('/').rsplit('/');
    let (event, _, procurement) = (parts.next(), parts.next(), parts.next());
    let procurement = procurement.and_then(|id| facts::dataset().procurement(id));
    let event = procurement.and_then(|p| p.events.iter().find(|e| Some(e.id.as_str()) == event));
    event.map(|event| event.title.get(lang)).unwrap_or_default()
}
