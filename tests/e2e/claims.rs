//! A reader of the ledger and a reader who quotes: orders, groups, citations, all by keys.

use crate::stage::{House, Reader, facts, read};
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use utlovat::analysis::order::{self, Listed, arrange};
use utlovat::i18n;
use utlovat::model::{ClaimKind, Lang};
use utlovat::route::Page;

const SHOWN: &str = "document.querySelectorAll('ol.ledger > li:not([hidden])').length";

#[tokio::test]
async fn claims_are_sorted_and_grouped_by_key_and_the_address_remembers() {
    read(async |reader| {
        let house = House::open();
        for path in ["/sv/krav/", "/en/claims/"] {
            reader.visit(&house.url(path)).await;
            let all = reader.js(SHOWN).await;
            reader.click(".more-choices > summary").await;
            focus(&reader, "#claim-sort").await;
            reader.press(Key::Down.into()).await;
            reader.until("location.search === '?sort=newest'").await;
            stand_as(&reader, expected(order::newest)).await;
            assert_eq!(reader.text("document.activeElement.id").await, "claim-sort");
            focus(&reader, "#claim-group").await;
            reader.press(Key::Down.into()).await;
            reader.until("location.search === '?sort=newest&group=claimant'").await;
            reader.until("document.querySelector('.parts:not(.by-kind)')").await;
            assert_eq!(reader.js(SHOWN).await, all);
            // Claims between buyer and supplier stand by themselves.
            let claims = || facts::dataset().followed().flat_map(|one| &one.claims);
            let contract = claims().filter(|claim| claim.kind == ClaimKind::Contract).count();
            let parts = [contract, claims().count() - contract].iter().filter(|n| **n > 0).count();
            assert_eq!(reader.js("document.querySelectorAll('.part').length").await, parts);

            reader.client().refresh().await.unwrap();
            reader.alive().await;
            reader.until("document.querySelector('.parts:not(.by-kind)')").await;
            assert_eq!(reader.text("document.getElementById('claim-sort').value").await, "newest");
            assert_eq!(
                reader.text("document.getElementById('claim-group').value").await,
                "claimant"
            );
            assert_eq!(reader.js(SHOWN).await, all);

            reader.click("button.reset").await;
            reader.until("location.search === ''").await;
            reader.until("document.querySelector('.parts.by-kind')").await;
            reader.goto(&house.url(&format!("{path}?sort=amount"))).await;
            reader.until("document.querySelector('.parts .note')").await;
            stand_as(&reader, expected(order::largest)).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_filter_keeps_the_rows_that_there_are() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/krav/")).await;
        let marked =
            "[...document.querySelectorAll('ol.ledger > li')].filter(row => row.seen).length";
        let rows = "document.querySelectorAll('ol.ledger > li')";
        reader.run(&format!("{rows}.forEach(row => row.seen = true)"), vec![]).await;
        let all = reader.js(&format!("{rows}.length")).await;
        let kind = i18n::kind::claim_kind(ClaimKind::Contract);
        reader.run("document.querySelector('.more-choices').open = true", vec![]).await;
        reader.press_chip(facts::words(Lang::Sv).get(kind)).await;
        reader.until("location.search === '?claim=contract'").await;
        reader.until("document.querySelectorAll('.part:not([hidden])').length === 1").await;
        assert_eq!(reader.js(marked).await, all);
    })
    .await;
}

#[tokio::test]
async fn an_order_that_there_is_not_is_told() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/en/claims/?sort=luck&group=kind")).await;
        reader.until("document.querySelector('.notice').textContent.includes('luck')").await;
        let told = reader.js("document.querySelector('.notice').children.length").await;
        assert_eq!(told, 1);
    })
    .await;
}

#[tokio::test]
async fn a_view_is_cited_by_key_with_its_day_its_filters_and_its_sources() {
    read(async |reader| {
        let house = House::open();
        for (lang, path) in [(Lang::Sv, "/sv/krav/"), (Lang::En, "/en/claims/")] {
            reader.visit(&house.url(&format!("{path}?claim=contract"))).await;
            catch(&reader).await;
            let copied = facts::words(lang).get(i18n::Key::Copied);
            focus(&reader, "details.cite > summary").await;
            reader.press(Key::Enter.into()).await;
            reader.until("document.querySelector('.cite').open").await;
            let sources = "document.getElementById('cite-bibtex').value.split('@misc').length > 2";
            reader.until(sources).await;
            let text = copy(&reader, "#cite-text", copied).await;
            assert!(text.contains("?claim=contract&as-of=2"), "{text}");
            assert!(text.contains(&facts::dataset().version), "{text}");
            let bibtex = copy(&reader, "#cite-bibtex", copied).await;
            assert!(bibtex.starts_with("@misc{"), "{bibtex}");
            let items: Vec<Value> =
                serde_json::from_str(&copy(&reader, "#cite-json", copied).await).expect("JSON");
            assert_eq!(items[0]["type"], "webpage");
            assert_eq!(items[0]["publisher"], facts::words(lang).get(i18n::Key::PublisherName));
            assert_eq!(bibtex.matches("@misc{").count(), items.len());

            // Open, it goes along with the reader.
            let page = facts::path(lang, Page::Method);
            reader.click(&format!("header.site nav a[href='{page}']")).await;
            let follows =
                format!("document.getElementById('cite-text').value.includes({})", json!(page));
            reader.until(&follows).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_sentence_is_copied_as_it_stands() {
    read(async |reader| {
        let house = House::open();
        for (lang, path, id) in [
            (Lang::Sv, "/sv/", "promises"),
            (Lang::Sv, "/sv/tidslinje/", "timeline"),
            (Lang::En, "/en/claims/", "claims"),
            (Lang::En, "/en/compare/", "comparison"),
        ] {
            reader.visit(&house.url(path)).await;
            catch(&reader).await;
            let copied = facts::words(lang).get(i18n::Key::Copied);
            let selector = format!("#{id} .answer");
            let sentence = copy(&reader, &selector, copied).await;
            let shown = format!("document.querySelector({}).textContent", json!(selector));
            assert_eq!(sentence, reader.text(&shown).await);
            assert!(sentence.len() > 20, "{path}: {sentence}");
            if path != "/sv/" {
                let described = "document.querySelector('meta[name=description]').content";
                assert_eq!(sentence, reader.text(described).await, "{path}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_clipboard_that_refuses_is_told() {
    read(async |reader| {
        let house = House::open();
        for lang in Lang::ALL {
            reader.visit(&house.url(&facts::path(lang, Page::Claims))).await;
            let refuse = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))";
            reader.run(refuse, vec![]).await;
            let button = "button.copy[data-copy='#claims .answer']";
            focus(&reader, button).await;
            reader.press(Key::Enter.into()).await;
            let told = facts::words(lang).get(i18n::Key::CopyRefused);
            let said =
                format!("document.querySelector(\"{button}\").nextElementSibling.textContent");
            reader.until(&format!("{said} === {}", json!(told))).await;
        }
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn the_description_follows_what_is_chosen() {
    read(async |reader| {
        let house = House::open();
        for path in ["/sv/tidslinje/", "/en/claims/", "/en/compare/"] {
            reader.visit(&house.url(path)).await;
            let described = "document.querySelector('meta[name=description]').content";
            let all = reader.text(described).await;
            reader.unfold_around("document.querySelector('.filters .chip')").await;
            reader.click(".filters .chip").await;
            let caption = "document.querySelector('figcaption .answer').textContent";
            reader.until(&format!("{described} === {caption}")).await;
            reader.until(&format!("{described} !== {}", json!(all))).await;
        }
    })
    .await;
}

/// Puts the focus where Tab could have brought it.
async fn focus(reader: &Reader, css: &str) {
    let css = json!(css);
    reader.run(&format!("document.querySelector({css}).focus()"), vec![]).await;
    let there = format!("document.activeElement === document.querySelector({css})");
    assert_eq!(reader.js(&there).await, true, "{css} takes no focus");
}

/// Catches what is written to the clipboard: a browser without a window has none.
async fn catch(reader: &Reader) {
    let trick = "navigator.clipboard.writeText = text => { window.caught = text; return Promise.resolve(); }";
    reader.run(trick, vec![]).await;
}

/// Presses the button that copies an element, and gives back what was copied.
async fn copy(reader: &Reader, what: &str, said: &str) -> String {
    let button = format!("button.copy[data-copy='{what}']");
    reader.run("delete window.caught", vec![]).await;
    focus(reader, &button).await;
    reader.press(Key::Enter.into()).await;
    reader.until("window.caught").await;
    let told = format!(
        "document.querySelector({}).nextElementSibling.textContent === {}",
        json!(button),
        json!(said)
    );
    reader.until(&told).await;
    reader.text("window.caught").await
}

/// Waits until the claims stand in an order: rows out of sight follow a moment after the choice.
async fn stand_as(reader: &Reader, order: Vec<String>) {
    let start = Instant::now();
    while listed(reader).await != order && start.elapsed() < Duration::from_secs(5) {
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    assert_eq!(listed(reader).await, order);
}

/// The claims that are shown, as they stand: each by its procurement and its id.
async fn listed(reader: &Reader) -> Vec<String> {
    let rows = "[...document.querySelectorAll('ol.ledger > li:not([hidden])')]";
    let found = reader.js(&format!("{rows}.map(row => row.dataset.key)")).await;
    serde_json::from_value(found).expect("keys")
}

/// The same as the facts have them, kind by kind.
fn expected(rank: order::Rank) -> Vec<String> {
    let mut claims: Vec<Listed> = facts::dataset()
        .followed()
        .flat_map(|one| one.claims.iter().map(move |claim| (one, claim)))
        .collect();
    arrange(&mut claims, rank);
    let of = |kind| claims.iter().filter(move |(_, claim)| claim.kind == kind);
    ClaimKind::ALL
        .into_iter()
        .flat_map(of)
        .map(|(one, claim)| format!("{}/{}", one.id, claim.id))
        .collect()
}
