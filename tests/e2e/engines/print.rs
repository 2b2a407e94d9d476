//! A reader with paper: what was folded stands open.

use crate::stage::{House, facts, read};
use utlovat::model::Lang;

#[tokio::test]
async fn on_paper_everything_folded_stands_open() {
    read(async |reader| {
        let house = House::open();
        reader.paper().await;
        for path in Lang::ALL.into_iter().flat_map(facts::each_type) {
            reader.goto(&house.url(&path)).await;
            // The chapters of a procurement tell what some tables of it tell once more, and the
            // drawings of the front page what its table does.
            let folded = "[...document.querySelectorAll('details:not(.cite, .offline, .filters *, .stage, .stage *, nav.chapters ~ figure *, .story *, .standings *)')]
                .flatMap(d => [...d.children].filter(c => c.tagName !== 'SUMMARY'))
                .filter(c => c.getBoundingClientRect().height === 0).length";
            assert_eq!(reader.js(folded).await, 0, "{path}: something stays folded");
            let tables = "[...document.querySelectorAll('table:not(.stage *, nav.chapters ~ figure *, .story *)')]
                .filter(t => t.getBoundingClientRect().height === 0).length";
            assert_eq!(reader.js(tables).await, 0, "{path}: a table is not printed");
            let controls =
                "[...document.querySelectorAll('.filters, header.site nav, .reuse-this, .cite, .copy, .offline')]
                .filter(e => e.getClientRects().length).length";
            assert_eq!(reader.js(controls).await, 0, "{path}: buttons are printed");
        }
    })
    .await;
}

#[tokio::test]
async fn on_paper_a_source_has_its_address() {
    read(async |reader| {
        let house = House::open();
        reader.paper().await;
        reader.goto(&house.url("/sv/krav/")).await;
        // Firefox tells the rule, the others what it comes to.
        let printed = "(() => {
            const link = document.querySelector('.source-list a');
            return getComputedStyle(link, '::after').content.replace('attr(href)', link.href);
        })()";
        assert!(reader.text(printed).await.contains("http"), "{}", reader.text(printed).await);
    })
    .await;
}

#[tokio::test]
async fn what_is_in_folds_is_made_for_the_chosen_day_before_it_is_printed() {
    read(async |reader| {
        let house = House::open();
        reader.width(390).await;
        // What a closed fold told of today is gone on another day.
        reader.visit(&house.url(&format!("/sv/tidslinje/?as-of={}", facts::a_day()))).await;
        let rows = "document.querySelectorAll('#timeline .as-table tbody tr').length";
        reader.until(&format!("{rows} === 0")).await;
        reader.js("dispatchEvent(new Event('beforeprint'))").await;
        reader.until(&format!("{rows} > 0")).await;
        reader.js("dispatchEvent(new Event('afterprint'))").await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}
