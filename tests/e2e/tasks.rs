//! What people come for, and with how many clicks they have it.

use crate::stage::{House, Reader, facts, read};
use utlovat::i18n::Key;
use utlovat::model::{Claim, ClaimKind, Lang, Procurement};

/// The claim between buyer and supplier that the front page names first, and whose it is.
fn a_claim() -> (&'static Procurement, &'static Claim) {
    let between = |one: &'static Procurement| {
        let mut claims = one.claims.iter();
        Some((one, claims.find(|claim| claim.kind == ClaimKind::Contract)?))
    };
    facts::dataset().followed().find_map(between).expect("a claim of a followed procurement")
}

/// Clicks on a link or a fold of the front page, and waits until the reader is where it leads.
async fn click_from_the_front_page(reader: &Reader, house: &House, link: &str, then: &str) {
    reader.visit(&house.url("/sv/")).await;
    reader.click(link).await;
    reader.until(then).await;
}

/// Whether the first element of a selector is to be seen without scrolling.
fn in_view(css: &str) -> String {
    format!(
        "(() => {{
            const box = document.querySelector({css:?})?.getBoundingClientRect();
            return box && box.height > 0 && box.top >= 0 && box.top < innerHeight - 60;
        }})()"
    )
}

#[tokio::test]
async fn a_how_late_it_is_and_what_was_demanded_is_told_on_the_first_screen() {
    read(async |reader| {
        let house = House::open();
        for width in [390, 1280] {
            reader.width(width).await;
            reader.visit(&house.url("/sv/")).await;
            for place in [".story h1", ".story .ladder h2", ".story .of-ladder", ".story rect.slip"]
            {
                assert_eq!(reader.js(&in_view(place)).await, true, "{place} at {width}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn b_what_a_region_demanded_takes_a_click() {
    read(async |reader| {
        let house = House::open();
        let (one, _) = a_claim();
        let link = format!(".story [data-key='{}'] .of-ladder a", one.id);
        reader.width(390).await;
        reader.visit(&house.url("/sv/")).await;
        let title = reader.text(&format!("document.querySelector({link:?}).textContent")).await;
        reader.click(&link).await;
        reader
            .until(&format!("document.querySelector('h1').textContent.includes({title:?})"))
            .await;
        reader.until(&in_view(".claim, .claim .sums")).await;
    })
    .await;
}

#[tokio::test]
async fn c_a_comparison_of_the_followed_takes_a_click() {
    read(async |reader| {
        let house = House::open();
        let n = facts::dataset().followed().count();
        let there = format!("document.querySelectorAll('#comparison .multiple').length >= {n}");
        click_from_the_front_page(&reader, &house, "nav a[href='/sv/jamfor/']", &there).await;
        reader.until(&in_view("#comparison .multiple")).await;
    })
    .await;
}

#[tokio::test]
async fn d_what_was_known_on_a_day_takes_a_click_and_a_date() {
    read(async |reader| {
        let house = House::open();
        reader.width(390).await;
        reader.visit(&house.url("/sv/")).await;
        reader.open_bar().await;
        let day = facts::a_day();
        let type_in = "const field = document.querySelector('.day-bar input[type=date]');
            field.value = arguments[0];
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        reader.run(type_in, vec![day.to_string().into()]).await;
        reader.comes_to(&format!("/sv/?as-of={day}")).await;
        // What changes is in view.
        reader.until(&in_view(".story h1")).await;
    })
    .await;
}

#[tokio::test]
async fn e_a_word_is_found_with_a_click_and_the_word() {
    read(async |reader| {
        let house = House::open();
        let (_, claim) = a_claim();
        let field = "document.activeElement.id === 'q' || document.querySelector('#q')";
        click_from_the_front_page(&reader, &house, "nav a[rel='search']", field).await;
        let words = facts::query(claim.title.get(Lang::Sv)).replace('+', " ");
        reader.find("#q").await.send_keys(&words).await.expect("a field takes keys");
        reader
            .until(&format!("[...document.querySelectorAll('.found-list a')].some(a => a.pathname.includes('/{}/'))", claim.id))
            .await;
    })
    .await;
}

#[tokio::test]
async fn f_the_code_of_an_embed_takes_a_click_on_the_figures_page() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/jamfor/")).await;
        reader.click("#comparison [data-reuse]").await;
        reader
            .until("document.querySelector('dialog #reuse-iframe')?.value.includes('<iframe')")
            .await;
    })
    .await;
}

#[tokio::test]
async fn g_the_files_take_a_click() {
    read(async |reader| {
        let house = House::open();
        let words = facts::words(Lang::Sv).get(Key::FooterOpenData);
        reader.visit(&house.url("/sv/")).await;
        reader
            .hit(&format!("[...document.querySelectorAll('footer a')].find(a => a.textContent === {words:?})"))
            .await;
        reader
            .until("['.json', '.zip'].every(kind => document.querySelector(`main a[href$='${kind}']`))")
            .await;
    })
    .await;
}

#[tokio::test]
async fn h_a_citation_takes_a_click() {
    read(async |reader| {
        let house = House::open();
        let said = "document.querySelector('#cite-text').textContent.length > 40";
        click_from_the_front_page(&reader, &house, "details.cite > summary", said).await;
        assert_eq!(
            reader.js("document.querySelector('#cite-text').getClientRects().length").await,
            1
        );
    })
    .await;
}
