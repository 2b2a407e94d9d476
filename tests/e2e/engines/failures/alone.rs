//! Failures that no frame can show: no network, a page from the browser's memory, a frame without
//! an origin.

use super::table::{FAILURES, Failure};
use super::{Cell, cells};
use crate::stage::frame::visit;
use crate::stage::{Engine, House, Reader, facts, read};
use serde_json::{Value, json};
use utlovat::i18n::Key;
use utlovat::model::Lang;

/// A row of the table, if this engine can produce it.
fn row(reader: &Reader, name: &str) -> Option<&'static Failure> {
    let row = FAILURES.iter().find(|it| it.name == name).expect("a row of the table");
    let engine = reader.engine();
    (!row.not_in.iter().any(|(not_in, _)| *not_in == engine)).then_some(row)
}

/// One page of each kind, at an address with which it comes alive by itself.
fn pages() -> impl Iterator<Item = (Cell, String)> {
    let pages = cells().into_iter().filter(|cell| !cell.touched);
    pages.map(|cell| {
        let query = if cell.asked { format!("?as-of={}", facts::a_day()) } else { String::new() };
        let path = format!("{}{query}", cell.path);
        (cell, path)
    })
}

const NO_LINE: &str = "['loading', 'unscripted', 'unapplied', 'unavailable'].every(
    id => !document.getElementById(id)?.getClientRects().length)";

#[tokio::test]
async fn a_page_whose_server_is_gone_stays_answers_and_says_why_no_other_comes() {
    read(async |reader| {
        let Some(row) = row(&reader, "no network") else { return };
        for (cell, path) in pages() {
            let house = House::open();
            reader.visit(&house.url(&path)).await;
            reader.until("!document.documentElement.hasAttribute('aria-busy')").await;
            reader.mark().await;
            reader.console().await;
            drop(house);
            is_whole(&reader, &cell).await;
            answers(&reader, &cell).await;
            if cell.name != "embed of a day" {
                // Its code has not come.
                let before = reader.address().await;
                let english = path.starts_with("/en/");
                let (lang, to) =
                    if english { (Lang::En, "/en/method/") } else { (Lang::Sv, "/sv/metod/") };
                reader.click(&format!("header.site nav a[href='{to}']")).await;
                let line = json!(facts::words(lang).get(Key::NoContact));
                reader
                    .until(&format!("document.getElementById('unavailable').innerText === {line}"))
                    .await;
                let seen = "(box => box.height > 0 && box.top >= 0 && box.bottom <= innerHeight)(
                    document.getElementById('unavailable').getBoundingClientRect())";
                assert_eq!(reader.js(seen).await, true, "{path}: the line is in view");
                assert_eq!(reader.address().await, before, "{path}");
                is_whole(&reader, &cell).await;
            }
            assert!(reader.is_marked().await, "{path}: it is the very page");
            let console = reader.console().await;
            assert!(console.len() <= row.console, "{path}: {console:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_that_comes_back_from_the_browsers_memory_answers() {
    read(async |reader| {
        let Some(row) = row(&reader, "back from memory") else { return };
        let house = House::open();
        for (cell, path) in pages() {
            reader.visit(&house.url(&path)).await;
            // Browsers keep no page of which something is still on its way.
            let all = "document.readyState === 'complete' && document.fonts.status === 'loaded'
                && !document.documentElement.hasAttribute('aria-busy')";
            reader.until(all).await;
            reader.mark().await;
            reader.goto(&house.url("/sv/data/")).await;
            reader.back().await;
            reader.until("document.documentElement.dataset.alive !== undefined").await;
            reader.comes_to(&path).await;
            assert!(reader.is_marked().await, "{path} was loaded anew");
            reader.until(NO_LINE).await;
            is_whole(&reader, &cell).await;
            answers(&reader, &cell).await;
        }
        assert!(reader.console().await.len() <= row.console);
    })
    .await;
}

#[tokio::test]
async fn a_page_in_a_frame_without_an_origin() {
    read(async |reader| {
        let Some(row) = row(&reader, "no origin") else { return };
        let house = House::open();
        let frame = |(_, path): (Cell, String)| {
            let src = house.url(&path);
            format!("<iframe sandbox=\"allow-scripts\" width=\"320\" height=\"440\" src=\"{src}\"></iframe>")
        };
        let frames: String = pages().map(frame).collect();
        let page = format!("<!doctype html><title>A page</title><link rel=\"icon\" href=\"data:,\"><body>{frames}</body>");
        let _paper = visit(&reader, page).await;
        for (at, (cell, path)) in pages().enumerate() {
            reader.client().enter_frame(u16::try_from(at).expect("few")).await.expect("a frame");
            reader.until("document.readyState !== 'loading' && document.querySelector('h1')").await;
            if reader.engine() == Engine::WebKit {
                // To WebKit nothing is 'self' there, and this site does not know its own address: no
                // script runs, and nobody waits here for the style sheet to say so.
                reader
                    .until("document.getAnimations().forEach(it => it.finish()) ?? document.getElementById('unscripted').getClientRects().length")
                    .await;
                let dead = "[...document.querySelectorAll('button, select')].filter(
                    it => it.checkVisibility({ visibilityProperty: true })).length";
                assert_eq!(reader.js(dead).await, 0, "{path}");
            } else {
                reader.alive().await;
                reader.until(NO_LINE).await;
            }
            is_whole(&reader, &cell).await;
            reader.client().enter_parent_frame().await.expect("the page around");
        }
        let console = reader.console().await;
        assert!(console.len() <= row.console, "{console:?}");
    })
    .await;
}

/// What it tells can be read.
async fn is_whole(reader: &Reader, cell: &Cell) {
    for part in cell.parts {
        let seen = format!(
            "[...document.querySelectorAll({})].some(it => it.getClientRects().length)",
            Value::from(*part)
        );
        assert_eq!(reader.js(&seen).await, true, "{}: {part}", cell.name);
    }
}

/// What a reader does with it, it does.
async fn answers(reader: &Reader, cell: &Cell) {
    match cell.name {
        "overview" | "procurement" => {
            reader.js("document.querySelector('main details.as-table > summary').click()").await;
            reader.until("document.querySelector('main details.as-table table')?.getClientRects().length").await;
        }
        "timeline" => {
            reader.press_chip(facts::one().name.get(Lang::Sv)).await;
            // The address follows what is shown.
            let chosen = "document.querySelectorAll('section.lane').length === 1
                && location.search.includes('procurement=')";
            reader.until(chosen).await;
        }
        _ => {
            reader
                .js("[...document.querySelectorAll('svg a[data-open]')].find(it => it.getClientRects().length)
                    .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))")
                .await;
            reader.until("document.querySelector('.panel article')").await;
        }
    }
}
