//! A reader of the claims in one picture: what fits a screen, what a choice leaves, and a row that
//! opens where it stands.

use crate::stage::{House, Reader, facts, read};
use fantoccini::key::Key as Press;
use serde_json::json;
use utlovat::analysis::filter::keeps_claim;
use utlovat::analysis::outcome;
use utlovat::i18n::{Key, kind};
use utlovat::model::{ClaimKind, Lang};
use utlovat::route::{Page, Selection};

const SHOWN: &str = "document.querySelectorAll('ol.ledger > li:not([hidden])').length";

/// The sentence that tells what is left is in the window.
const TOLD_IN_VIEW: &str = "(told => told.top >= 0 && told.bottom <= innerHeight)(
    document.querySelector('#claims .answer').getBoundingClientRect())";

/// The first row that is left, from its top to its bottom, is in the window.
const FIRST_IN_VIEW: &str = "(() => {
    const row = document.querySelector('ol.ledger > li:not([hidden]) summary')?.getBoundingClientRect();
    return row && row.top >= 0 && row.bottom <= innerHeight;
})()";

#[tokio::test]
async fn the_page_is_short_and_what_stands_between_buyer_and_supplier_is_on_one_screen() {
    read(async |reader| {
        let house = House::open();
        for lang in Lang::ALL {
            reader.width(1280).await;
            reader.visit(&house.url(&facts::path(lang, Page::Claims))).await;
            // Until it is laid out its height is a guess.
            reader.run("document.documentElement.dataset.laidOut = ''", vec![]).await;
            let height = reader.js("document.documentElement.scrollHeight").await;
            assert!(height.as_u64() <= Some(4_000), "{lang:?}: {height} px high");
            let part = "document.querySelector('.part').getBoundingClientRect().height";
            let part = reader.js(part).await;
            assert!(part.as_f64() <= Some(800.0), "{lang:?}: the part is {part} px high");
            assert_eq!(reader.js("document.querySelectorAll('.claim-fold[open]').length").await, 0);
        }
    })
    .await;
}

#[tokio::test]
async fn a_choice_says_how_much_it_leaves_and_what_it_leaves_is_in_view() {
    read(async |reader| {
        let house = House::open();
        let words = facts::words(Lang::Sv);
        for width in [1280, 768, 390] {
            reader.width(width).await;
            reader.visit(&house.url(&facts::path(Lang::Sv, Page::Claims))).await;
            let claims = || facts::dataset().followed().flat_map(|one| &one.claims);
            let open = claims().filter(|claim| outcome::is_open(claim)).count();
            let name = words.get(Key::ClaimOpen);
            let said = reader.chip(name).await.text().await.unwrap();
            assert_eq!(said.replace('\u{a0}', " "), format!("{name} ({open})"));
            let button = format!(
                "[...document.querySelectorAll('.chip')].find(b => b.textContent.startsWith({}))",
                json!(name)
            );
            reader.run(&format!("{button}.click()"), vec![]).await;
            reader.until(&format!("{SHOWN} === {open}")).await;
            reader.until("location.search === '?outcome=raised,answered,negotiated'").await;
            // On a phone the words of what is left, beside it the first row too.
            reader.until(TOLD_IN_VIEW).await;
            if width > 700 {
                reader.until(FIRST_IN_VIEW).await;
            }
            assert_eq!(reader.js(&format!("{button}.ariaPressed")).await, "true");

            // What the others would leave follows what is chosen.
            let settled = words.get(kind::claim_kind(ClaimKind::Contract));
            let outcomes = &outcome::OPEN;
            let left = claims().filter(|it| keeps_claim(it, &[ClaimKind::Contract], outcomes));
            let left = format!("{settled}\u{a0}({})", left.count());
            let counted = format!(
                "[...document.querySelectorAll('.chip')].some(b => b.textContent === {})",
                json!(left)
            );
            reader.until(&counted).await;
            reader.run(&format!("{button}.click()"), vec![]).await;
            reader.until("location.search === ''").await;
        }
    })
    .await;
}

#[tokio::test]
async fn no_button_of_a_choice_grows_when_it_is_pressed() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url(&facts::path(Lang::En, Page::Claims))).await;
        let width = "document.querySelector('.chip').getBoundingClientRect().width";
        let before = reader.js(width).await;
        reader.click(".chip").await;
        reader.until("document.querySelector('.chip').ariaPressed === 'true'").await;
        assert_eq!(reader.js(width).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_row_opens_in_place_by_key_and_by_mouse() {
    read(async |reader| {
        let house = House::open();
        for (width, lang) in [(1280, Lang::Sv), (390, Lang::En), (320, Lang::Sv)] {
            reader.width(width).await;
            reader.visit(&house.url(&facts::path(lang, Page::Claims))).await;
            let row = "document.querySelectorAll('.claim-fold')[1]";
            reader.run(&format!("{row}.querySelector('summary').focus()"), vec![]).await;
            let top = format!("{row}.getBoundingClientRect().top");
            let before = reader.at_rest(&top).await;
            reader.press(Press::Enter.into()).await;
            let seen = format!(
                "{row}.open && {row}.querySelector('.whole .strip')?.checkVisibility() === true"
            );
            reader.until(&seen).await;
            assert_eq!(reader.js(&top).await, before, "the row moved");
            reader.press(Press::Enter.into()).await;
            reader.until(&format!("!{row}.open")).await;
            reader.hit(&format!("{row}.querySelector('summary')")).await;
            reader.until(&seen).await;
            has_sources(&reader, row).await;
        }
    })
    .await;
}

/// Whether a reader comes back by the history within the page, or to the page as a file.
#[tokio::test]
async fn a_row_that_was_opened_is_open_after_back_from_a_page_that_it_leads_to() {
    read(async |reader| {
        let path = facts::path(Lang::Sv, Page::Claims);
        let row = "document.querySelectorAll('.claim-fold')[1]";
        let link = format!("{row}.querySelector('.own-page a')");
        for (width, anew) in [(390, false), (1280, false), (1280, true)] {
            // A site of its own each time: what was open at an address stays open there.
            let house = House::open();
            reader.width(width).await;
            reader.visit(&house.url(&path)).await;
            reader.hit(&format!("{row}.querySelector('summary')")).await;
            reader.until(&format!("{row}.open && {link}?.checkVisibility() === true")).await;
            let to = reader.text(&format!("{link}.getAttribute('href')")).await;
            reader.hit(&link).await;
            reader.comes_to(&to).await;
            reader.until("document.querySelectorAll('.claim-fold').length === 0").await;
            if anew {
                reader.client().refresh().await.expect("a page");
                reader.alive().await;
            }
            reader.back().await;
            reader.comes_to(&path).await;
            reader
                .until(&format!("{row}?.open && {link}?.checkVisibility() === true && document.activeElement === {link}"))
                .await;
            let open = "document.querySelectorAll('.claim-fold[open]').length";
            assert_eq!(reader.js(open).await, 1, "{width}");
        }
    })
    .await;
}

async fn has_sources(reader: &Reader, row: &str) {
    let links = format!("{row}.querySelectorAll('.whole .source-list a[rel~=external]').length");
    assert!(reader.js(&links).await.as_u64() > Some(0));
}

#[tokio::test]
async fn without_scripts_and_on_paper_all_of_each_claim_is_there() {
    let page = std::fs::read_to_string(House::folder().join("sv/krav/index.html")).expect("it");
    let claims = facts::dataset().followed().map(|one| one.claims.len()).sum::<usize>();
    assert_eq!(page.matches("class=\"claim-fold\"").count(), claims);
    assert_eq!(page.matches("<div class=\"claim\"").count(), claims);
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/krav/?outcome=settled")).await;
        let left = facts::dataset().followed().flat_map(|one| &one.claims);
        let settled = Selection::default().toggle_outcome(utlovat::model::StepStatus::Settled);
        let left = left.filter(|claim| keeps_claim(claim, &[], &settled.outcomes)).count();
        reader.until(&format!("{SHOWN} === {left}")).await;
        reader.paper().await;
        let whole = "[...document.querySelectorAll('ol.ledger > li:not([hidden]) .whole')]
            .every(all => all.checkVisibility({ contentVisibilityAuto: false }) && all.querySelector('.sums'))";
        reader.until(whole).await;
    })
    .await;
}
