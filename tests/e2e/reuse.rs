//! A journalist who takes a figure along: the dialog at it, its page, its preview and its codes.

use crate::stage::frame::{enter, leave};
use crate::stage::{House, Reader, facts, read};
use fantoccini::key::Key;
use utlovat::model::Lang;
use utlovat::route::{Of, Page, Selection};

const DIALOG: &str = "document.querySelector('dialog.reuse-dialog')";

/// The code of the frame, as it stands to be copied.
const CODE: &str = "document.querySelector('#reuse-iframe').value";

#[tokio::test]
async fn the_dialog_begins_with_what_the_reader_sees_and_closes_where_it_was_opened() {
    read(async |reader| {
        let house = House::open();
        for lang in Lang::ALL {
            let chosen = Selection { as_of: Some(facts::a_day()), ..Selection::default() };
            let timeline = facts::path(lang, Page::Timeline);
            reader.visit(&house.url(&format!("{timeline}{chosen}"))).await;
            reader.until("document.querySelector('[data-reuse]').href.includes('as-of=')").await;
            reader.click("#timeline [data-reuse]").await;
            reader.until(&format!("{DIALOG}?.open && document.activeElement.id === 'reuse-title'")).await;
            reader.comes_to(&format!("{timeline}{}", chosen.reusing(Some(&Page::Timeline)))).await;
            // The preview is the embed of the same day, and the code begins with its height.
            let embed = facts::path(lang, Page::Embed(&Page::Timeline, Of::All));
            let src = format!("{embed}{chosen}&theme=auto");
            reader.until(&format!("new URL(document.querySelector('.reuse-shown').src).pathname + new URL(document.querySelector('.reuse-shown').src).search === {src:?}")).await;
            reader.until(&format!("{CODE}.includes({:?})", src.replace('&', "&amp;"))).await;
            shown_whole(&reader).await;
            // Escape leads back to the button.
            reader.press(char::from(Key::Escape)).await;
            reader.until(&format!("!{DIALOG} && document.activeElement.matches('#timeline [data-reuse]')")).await;
            reader.comes_to(&format!("{timeline}{chosen}")).await;
            reader.back().await;
            reader.until(&format!("{DIALOG}?.open")).await;
            reader.hit("document.querySelector('[data-close-dialog]')").await;
            reader.until(&format!("!{DIALOG}")).await;
        }
        assert_eq!(reader.console().await, [""; 0]);
        assert_eq!(house.failures(), []);
    })
    .await;
}

#[tokio::test]
async fn the_front_page_fetches_the_dialog_when_it_is_opened() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/")).await;
        let is_its_code = |path: &String| path.contains("/reuse-") && path.ends_with(".wasm");
        assert!(!house.asked().iter().any(is_its_code), "{:?}", house.asked());
        reader.click("[data-reuse]").await;
        reader.until(&format!("{DIALOG}?.open && {CODE}.includes('/embed/sv/')")).await;
        assert!(house.asked().iter().any(is_its_code));
        // What of the style sheet the figure takes along has come too.
        reader.until("document.querySelector('#reuse-plain').value.includes('<style>')").await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn the_code_follows_the_colours_and_the_width_of_the_preview() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url(&facts::path(Lang::En, Page::Reuse(&Page::Claims, Of::All)))).await;
        shown_whole(&reader).await;
        let height = async || {
            reader
                .js(&format!("Number({CODE}.match(/height=\"(\\d+)\"/)[1])"))
                .await
                .as_f64()
                .unwrap()
        };
        let wide = height().await;
        // It was measured in narrower columns too, which a host that does not listen may have.
        reader.until(&format!("/height:max\\(\\d+px,min\\(.*100cqw/.test({CODE})")).await;
        reader.hit("document.querySelector('#reuse-320')").await;
        reader.until("document.querySelector('.reuse-shown').clientWidth === 320").await;
        reader.until(&format!("Number({CODE}.match(/height=\"(\\d+)\"/)[1]) > {wide}")).await;
        shown_whole(&reader).await;
        reader
            .pick("document.querySelector('#reuse-colours')")
            .await
            .select_by_value("dark")
            .await
            .unwrap();
        reader.until(&format!("{CODE}.includes('theme=dark')")).await;
        reader
            .until("document.querySelector('#reuse-plain').value.includes('data-theme=\"dark\"')")
            .await;
        enter(&reader).await;
        reader.until("document.documentElement.dataset.theme === 'dark'").await;
        leave(&reader).await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn the_rows_of_a_choice_are_in_their_link() {
    read(async |reader| {
        let house = House::open();
        let one = facts::one();
        let chosen = format!("?procurement={}", one.id);
        let path = facts::path(Lang::Sv, Page::Reuse(&Page::Timeline, Of::All));
        reader.visit(&house.url(&path)).await;
        let rows = async || {
            reader.later("fetch(document.querySelector('a[download$=\".csv\"]').href).then(it => it.text()).then(done)").await
        };
        let csp = "document.querySelector('a[download$=\".csv\"]').href";
        assert!(reader.text(csp).await.ends_with("data/figures/sv/timeline.csv"));
        let all = rows().await.as_str().unwrap().lines().count();
        reader.visit(&house.url(&format!("{path}{chosen}"))).await;
        reader.until(&format!("{csp}.startsWith('data:text/csv')")).await;
        let some = reader.text(&format!("decodeURIComponent({csp})")).await;
        assert!(some.lines().count() < all && some.contains(one.name.get(Lang::Sv)));
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

/// Waits until the preview is as high as what stands in it, and the code says so.
async fn shown_whole(reader: &Reader) {
    let frame = "document.querySelector('.reuse-shown')";
    let high = format!("{frame}.contentDocument.body.getBoundingClientRect().height");
    reader.until(&format!("Math.abs({frame}.clientHeight - {high}) <= 4")).await;
    reader.until(&format!("Math.abs({CODE}.match(/height=\"(\\d+)\"/)[1] - {high}) <= 4")).await;
}
