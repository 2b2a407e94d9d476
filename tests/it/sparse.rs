//! Pages of a procurement of which little is known, and which is there for comparison only.

use super::pages::Edition;
use super::project::TOY;
use utlovat::app::head::every_address;
use utlovat::model::{Dataset, Lang};
use utlovat::route::Page;

/// The toy facts with a first procurement that lacks all it may lack.
fn sparse() -> Dataset {
    let mut dataset = TOY.clone();
    let north = &mut dataset.procurements[0];
    north.comparator = true;
    north.supplier = None;
    north.product = None;
    north.programmes.clear();
    (north.summary, north.scope, north.replaces) = (None, None, None);
    north.summary_sources.clear();
    north.scope_sources.clear();
    north.replaces_sources.clear();
    (north.standing, north.residents, north.contract) = (None, None, None);
    north.milestones.clear();
    north.plans.clear();
    north.events.clear();
    north.costs.clear();
    north.statements.clear();
    north.unknowns.clear();
    north.disagreements.clear();
    north.claims.truncate(1);
    north.claims[0].outcome = None;
    dataset
}

#[test]
fn what_is_missing_leaves_no_empty_row_behind() {
    for lang in Lang::ALL {
        let edition = Edition::new(&sparse(), lang);
        for address in every_address(edition.site) {
            let html = edition.body(address.page.clone());
            for empty in ["<dd></dd>", "<td></td>", "<p></p>", "<strong></strong>"] {
                assert!(!html.contains(empty), "{address} has {empty}");
            }
            for anchor in html.split("href=\"#").skip(1).filter_map(|it| it.split('"').next()) {
                let found = html.contains(&format!("id=\"{anchor}\"")) || anchor == "content";
                assert!(found, "{address} leads to #{anchor}, which is not there");
            }
        }
    }
}

#[test]
fn a_comparator_is_offered_and_not_shown() {
    let edition = Edition::new(&sparse(), Lang::Sv);
    let names = |page: Page| {
        let html = edition.body(page);
        let chips = html.matches("class=\"chip\"").count();
        (chips > 0, html.matches("Toyregion Nord").count(), html.contains("Toyregion Syd"))
    };
    assert_eq!(names(Page::Overview), (false, 0, true));
    // Its button, and nothing else.
    for page in [Page::Timeline, Page::Claims, Page::Compare] {
        assert_eq!(names(page.clone()), (true, 1, true), "{page:?}");
    }
}
