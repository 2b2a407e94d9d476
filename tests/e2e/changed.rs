//! A page that something changed on its way to the reader, before it lived: it lives all the same.

use crate::stage::{House, Reader, Reply, facts, read};
use utlovat::model::Lang;
use xtask::server::Site;

/// Where what a page tells begins.
const MAIN: &str = " id=\"content\">";

#[tokio::test]
async fn a_page_whose_comments_a_host_left_out_lives() {
    lives(|html| {
        let mut left = String::new();
        let mut rest = html;
        while let Some((before, after)) = rest.split_once("<!--") {
            left.push_str(before);
            rest = after.split_once("-->").map_or("", |(_, after)| after);
        }
        left.push_str(rest);
        left.replace("<!>", "")
    })
    .await;
}

#[tokio::test]
async fn a_page_whose_words_a_translator_wrapped_lives() {
    lives(|html| {
        let (head, body) = html.split_once("<main").expect("a page");
        let wrapped: Vec<String> = body
            .split('>')
            .map(|piece| match piece.split_once('<') {
                Some((words, tag)) if !words.trim().is_empty() => {
                    format!("<font>{words}</font><{tag}")
                }
                _ => piece.to_owned(),
            })
            .collect();
        format!("{head}<main{}", wrapped.join(">"))
    })
    .await;
}

#[tokio::test]
async fn a_page_with_an_element_of_somebody_else_lives() {
    lives(|html| {
        let (before, after) = html.split_once(MAIN).expect("a page");
        format!("{before}{MAIN}<div>Hej!</div>{after}")
    })
    .await;
}

#[tokio::test]
async fn a_page_without_half_of_its_elements_lives() {
    lives(|html| {
        let (head, body) = html.split_once(MAIN).expect("a page");
        let (_, after) = body.split_once("</main>").expect("its end");
        format!("{head}{MAIN}</main>{after}")
    })
    .await;
}

/// Pages with such a change live, answer, and say nothing of a failure.
async fn lives(change: impl Fn(&str) -> String + Copy + Send + Sync + 'static) {
    read(async move |reader| {
        let house =
            House::with(move |path, site| path.ends_with('/').then(|| changed(path, site, change)));
        reader.visit(&house.url("/sv/tidslinje/")).await;
        assert_eq!(reader.js("document.querySelectorAll('main').length").await, 1);
        assert_eq!(reader.js("document.getElementById('unavailable').hidden").await, true);
        let lanes = "document.querySelectorAll('section.lane').length";
        reader.until(&format!("{lanes} === {}", facts::lanes())).await;
        reader.press_chip(facts::one().name.get(Lang::Sv)).await;
        reader.until(&format!("{lanes} === 1")).await;
        is_back_with_all(&reader, lanes).await;
        // A choice in the address, and another page in place.
        reader.visit(&house.url(&format!("/sv/tidslinje/?procurement={}", facts::one().id))).await;
        reader.until(&format!("{lanes} === 1")).await;
        reader.mark().await;
        reader.click("header.site nav a[href='/sv/krav/']").await;
        reader
            .until("location.pathname === '/sv/krav/' && document.querySelector('.ledger')")
            .await;
        assert!(reader.is_marked().await);
    })
    .await;
}

async fn is_back_with_all(reader: &Reader, lanes: &str) {
    reader.client().back().await.unwrap();
    reader.until(&format!("{lanes} === {}", facts::lanes())).await;
}

fn changed(path: &str, site: &Site, change: impl Fn(&str) -> String) -> Reply {
    let mut reply = Reply::file(path, site);
    let html = String::from_utf8(reply.body).expect("a page is text");
    reply.body = change(&html).into_bytes();
    reply
}
