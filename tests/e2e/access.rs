//! A reader with a screen reader, with other colours, with a small window: axe-core finds no
//! violation on any type of page.

use crate::stage::{House, Reader, facts, read};
use std::path::PathBuf;
use utlovat::model::Lang;

#[tokio::test]
async fn swedish_pages_have_no_violation_in_either_scheme_at_either_width() {
    has_no_violation(Lang::Sv, &[("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)])
        .await;
}

#[tokio::test]
async fn english_pages_have_no_violation_in_either_scheme_at_either_width() {
    has_no_violation(Lang::En, &[("light", 1280), ("dark", 320)]).await;
}

async fn has_no_violation(lang: Lang, views: &'static [(&'static str, u32)]) {
    read(async move |reader| {
        let house = House::open();
        let axe = std::fs::read_to_string(axe()).expect("axe-core; `cargo xtask test` fetches it");
        let mut found = Vec::new();
        for path in facts::each_type(lang) {
            reader.goto(&house.url(&path)).await;
            if facts::comes_alive(&path) {
                reader.alive().await;
            }
            // WebDriver's own scripts are outside the page's policy.
            reader.run(&axe, vec![]).await;
            for (scheme, width) in views {
                reader.scheme(scheme).await;
                reader.width(*width).await;
                let here = format!("{path} {scheme} {width}");
                found.extend(violations(&reader).await.into_iter().map(|v| format!("{here}: {v}")));
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn what_a_reader_opened_has_no_violation_either() {
    read(async |reader| {
        let house = House::open();
        let axe = std::fs::read_to_string(axe()).expect("axe-core; `cargo xtask test` fetches it");
        let one = &facts::one().id;
        reader.visit(&house.url(&format!("/sv/tidslinje/?procurement={one},nowhere"))).await;
        reader.until("document.querySelectorAll('.notice p').length === 1").await;
        reader
            .run("document.querySelectorAll('details').forEach(d => d.open = true);
                  document.querySelector('a.mark').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))", vec![])
            .await;
        reader.until("document.querySelector('.panel article')").await;
        reader.run("document.querySelectorAll('.panel details').forEach(d => d.open = true)", vec![]).await;
        reader.run(&axe, vec![]).await;
        for scheme in ["light", "dark"] {
            reader.scheme(scheme).await;
            let found = violations(&reader).await;
            assert!(found.is_empty(), "{scheme}: {}", found.join("\n"));
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_search_found_has_no_violation_either() {
    read(async |reader| {
        let house = House::open();
        let axe = std::fs::read_to_string(axe()).expect("axe-core; `cargo xtask test` fetches it");
        let name = facts::query(facts::one().name.get(Lang::Sv));
        let mut places = vec![
            (format!("/sv/sok/?q={name}"), ".found-list mark"),
            ("/sv/sok/?q=xyzzy".to_owned(), ".found a"),
        ];
        let region = facts::dataset().regions.first();
        places
            .extend(region.map(|one| (format!("/en/a-z/#r-{}", one.id), ".register .note:target")));
        for (path, found) in places {
            reader.visit(&house.url(&path)).await;
            reader.until(&format!("document.querySelector('{found}')")).await;
            reader.run(&axe, vec![]).await;
            for scheme in ["light", "dark"] {
                reader.scheme(scheme).await;
                let found = violations(&reader).await;
                assert!(found.is_empty(), "{path} {scheme}: {}", found.join("\n"));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_comparison_with_every_choice_has_no_violation() {
    read(async |reader| {
        let house = House::open();
        let axe = std::fs::read_to_string(axe()).expect("axe-core; `cargo xtask test` fetches it");
        let ids: Vec<&str> =
            facts::dataset().procurements.iter().map(|one| one.id.as_str()).collect();
        let all = format!("?procurement={}&align=calendar&rule=danish", ids.join(","));
        for query in [format!("{all}&cost=spent"), format!("{all}&cost=contract-value,spent")] {
            reader.visit(&house.url(&format!("/sv/jamfor/{query}"))).await;
            reader.until("document.querySelector('.rule .light')").await;
            reader.run(&axe, vec![]).await;
            for (scheme, width) in [("light", 1280), ("dark", 320)] {
                reader.scheme(scheme).await;
                reader.width(width).await;
                let found = violations(&reader).await;
                assert!(found.is_empty(), "{query} {scheme} {width}: {}", found.join("\n"));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn an_earlier_day_has_no_violation_with_its_control_open() {
    read(async |reader| {
        let house = House::open();
        let axe = std::fs::read_to_string(axe()).expect("axe-core; `cargo xtask test` fetches it");
        let day = facts::a_day();
        for path in [
            format!("/sv/?as-of={day}"),
            "/en/timeline/?as-of=1900-01-01".to_owned(),
            format!("/sv/nytt/?since={day}"),
        ] {
            reader.visit(&house.url(&path)).await;
            reader.open_bar().await;
            reader.run("document.querySelector('details.cite').open = true", vec![]).await;
            reader.until("document.querySelector('#cite-json')").await;
            reader.run(&axe, vec![]).await;
            for (scheme, width) in [("light", 1280), ("dark", 320)] {
                reader.scheme(scheme).await;
                reader.width(width).await;
                let found = violations(&reader).await;
                assert!(found.is_empty(), "{path} {scheme} {width}: {}", found.join("\n"));
            }
        }
    })
    .await;
}

/// Rule, impact and first places of each violation.
async fn violations(reader: &Reader) -> Vec<String> {
    // Off by default: what can be hit is 24 pixels wide and high, or has that much room (WCAG 2.5.8).
    let script = "
        const rules = { 'target-size': { enabled: true } };
        axe.run(document, { resultTypes: ['violations'], preload: false, rules }).then(
            found => done(found.violations.map(v =>
                `${v.id} (${v.impact}) ${v.nodes.length} × ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? '')).join(' | ')}`)),
            error => done([String(error)]));";
    serde_json::from_value(reader.later(script).await).expect("a list")
}

fn axe() -> PathBuf {
    match std::env::var_os("UTLOVAT_AXE") {
        Some(file) => PathBuf::from(file),
        None => xtask::tools::root()
            .expect("the checkout")
            .join("target/npm/node_modules/axe-core/axe.min.js"),
    }
}
