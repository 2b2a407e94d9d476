//! Back, Forward and a reload lead to where the reader was.

use crate::stage::{House, Reader, facts, read};
use serde_json::json;
use utlovat::model::Lang;
use utlovat::route::Page;

/// How far from where they were readers may find themselves, in pixels.
const NEAR: u32 = 50;

/// Five kinds of pages, each long and with links outside of folds.
fn five() -> Vec<String> {
    let pages = [
        Page::Overview,
        Page::Timeline,
        Page::Compare,
        Page::Regions,
        Page::Procurement(facts::one().id.clone()),
    ];
    pages.into_iter().map(|page| facts::path(Lang::Sv, page)).collect()
}

#[tokio::test]
async fn back_leads_to_the_place_and_the_link_on_a_wide_screen() {
    there_and_back_again(1280).await;
}

#[tokio::test]
async fn back_leads_to_the_place_and_the_link_on_a_phone() {
    there_and_back_again(390).await;
}

async fn there_and_back_again(width: u32) {
    read(async move |reader| {
        let house = House::open();
        reader.width(width).await;
        for path in five() {
            reader.visit(&house.url(&path)).await;
            follow_a_link(&reader).await;
            reader.back().await;
            is_back(&reader, &path).await;
            // Forward leads to the top of the page that was just read, and Back here once more.
            reader.forward().await;
            reader.until(&format!("location.pathname !== {}", json!(path))).await;
            reader.until(&format!("scrollY < {NEAR}")).await;
            reader.back().await;
            is_back(&reader, &path).await;
            is_there_after_a_reload(&reader).await;
        }
    })
    .await;
}

#[tokio::test]
async fn back_leads_to_the_place_after_a_filter_and_with_a_day() {
    read(async |reader| {
        let house = House::open();
        let day = facts::a_day();
        let paths = ["/sv/tidslinje/?kind=use".to_owned(), format!("/sv/jamfor/?as-of={day}")];
        for path in paths {
            for width in [1280, 390] {
                reader.width(width).await;
                reader.visit(&house.url(&path)).await;
                reader.until("document.documentElement.getAttribute('aria-busy') === null").await;
                follow_a_link(&reader).await;
                reader.back().await;
                is_back(&reader, &path).await;
                is_there_after_a_reload(&reader).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn taking_a_filter_back_leaves_the_reader_in_place() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.press_chip(facts::one().name.get(Lang::Sv)).await;
        reader.until("location.search !== ''").await;
        let y = reader.js("scrollY").await;
        // As far down as the shorter page goes; it may grow yet.
        reader.run("scrollTo(0, 900)", vec![]).await;
        reader.until("scrollY > 300 && history.state?.y === scrollY").await;
        let there = reader.js("scrollY").await;
        reader.back().await;
        reader.until("location.search === ''").await;
        reader.until(&format!("Math.abs(scrollY - {y}) < {NEAR}")).await;
        reader.forward().await;
        reader
            .until(&format!("location.search !== '' && Math.abs(scrollY - {there}) < {NEAR}"))
            .await;
    })
    .await;
}

/// What was noted when the link was clicked.
const WAS: &str = "JSON.parse(sessionStorage.was)";

/// Scrolls to a link well down the page, notes where that is, and follows it.
async fn follow_a_link(reader: &Reader) {
    let choose = "
        const links = [...document.querySelectorAll('main a[href^=\"/\"]:not([data-open], [data-reuse], [rel~=external])')];
        // To WebKit what is folded away is visible.
        const seen = links.filter(link => link.checkVisibility()
            && !link.closest('svg, details:not([open])') && link.pathname !== location.pathname);
        const middle = link => link.getBoundingClientRect().top + scrollY;
        const wanted = document.body.scrollHeight * 0.6;
        seen.sort((a, b) => Math.abs(middle(a) - wanted) - Math.abs(middle(b) - wanted));
        window.chosen = seen[0];
        chosen.addEventListener('click', () => {
            const [y, top] = [scrollY, chosen.getBoundingClientRect().top];
            sessionStorage.was = JSON.stringify({ y, top, href: chosen.getAttribute('href') });
        });";
    reader.run(choose, vec![]).await;
    let path = reader.text("location.pathname").await;
    reader.hit("window.chosen").await;
    reader.until(&format!("location.pathname !== {}", json!(path))).await;
    reader.until("document.activeElement === document.querySelector('h1')").await;
}

/// The reader is on the page, where they were, and the link that they followed has the focus.
async fn is_back(reader: &Reader, address: &str) {
    reader.until(&format!("location.pathname + location.search === {}", json!(address))).await;
    reader.until(&format!("document.activeElement.getAttribute('href') === {WAS}.href")).await;
    let top = "document.activeElement.getBoundingClientRect().top";
    reader.until(&format!("Math.abs({top} - {WAS}.top) < {NEAR}")).await;
}

/// A reload leaves the reader where they were: the link that they had followed stands where it stood,
/// or the page is as far down. Which of the two depends on whether heights above it were still
/// guessed then.
async fn is_there_after_a_reload(reader: &Reader) {
    reader.client().refresh().await.unwrap();
    reader.alive().await;
    let link = format!(
        "[...document.querySelectorAll('main a')].some(link => link.getAttribute('href') === {WAS}.href
            && Math.abs(link.getBoundingClientRect().top - {WAS}.top) < {NEAR})"
    );
    reader.until(&format!("Math.abs(scrollY - {WAS}.y) < {NEAR} || {link}")).await;
}
