//! A newspaper on another origin: a chart in a sandboxed frame is whole, silent and as tall as
//! its content, and fetches nothing of the app before it is touched.

use crate::stage::frame::{OWN, enter, fits, height, leave, page, visit};
use crate::stage::{Engine, House, Reader, facts, on_top, read};
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::time::Duration;
use utlovat::model::Lang;
use utlovat::route::{Of, Page};

#[tokio::test]
async fn every_embed_is_whole_silent_and_as_tall_as_its_content() {
    read(async |reader| {
        let house = House::open();
        let one = facts::one().id.clone();
        for lang in Lang::ALL {
            let embeds = facts::embeds(None).into_iter().chain(facts::embeds(Some(&one)));
            for page in embeds.chain(facts::embeds_of_parts()) {
                let path = facts::path(lang, page.clone());
                let paper = embed(&reader, &house.url(&path)).await;
                fits(&reader).await;
                tells_every_host(&reader, &house.url(&path)).await;
                enter(&reader).await;
                is_whole(&reader, &page, &path).await;
                leave(&reader).await;
                assert_eq!(reader.console().await, [""; 0], "{path}");
                drop(paper);
            }
        }
        assert!(
            !house.was_asked_for(".wasm") && !house.was_asked_for(".bin"),
            "{:?}",
            house.asked()
        );
        assert!(
            !house.asked().iter().any(|path| path.contains("/boot-") || path.contains("/app-"))
        );
        assert_eq!(house.failures(), []);
    })
    .await;
}

/// Unfolds all that is folded, since one alone may stand beside something taller. The second time
/// it folds those very ones: what is open shows folds of its own.
const FOLD: &str = "(window.unfolded ??= [...document.querySelectorAll('details > summary')]
    .filter(fold => fold.getClientRects().length)).forEach(fold => fold.click())";

#[tokio::test]
async fn the_height_follows_what_a_reader_unfolds_and_folds() {
    read(async |reader| {
        let house = House::open();
        // The comparison of a single procurement has its answers, with folds of sources.
        let of_one = Page::Embed(&Page::Compare, Of::One(facts::one().id.clone()));
        for path in Lang::ALL.map(|lang| facts::path(lang, of_one.clone())) {
            let _paper = embed(&reader, &house.url(&path)).await;
            fits(&reader).await;
            let before = height(&reader).await;
            enter(&reader).await;
            reader.run(FOLD, vec![]).await;
            leave(&reader).await;
            reader
                .until(&format!(
                    "Number(document.querySelector('iframe').height) > {}",
                    before + 20
                ))
                .await;
            fits(&reader).await;
            enter(&reader).await;
            reader.run(FOLD, vec![]).await;
            leave(&reader).await;
            reader
                .until(&format!(
                    "Math.abs(document.querySelector('iframe').height - {before}) <= 4"
                ))
                .await;
            fits(&reader).await;
            // A narrower page makes a taller frame.
            reader.width(360).await;
            tokio::time::sleep(Duration::from_millis(200)).await;
            fits(&reader).await;
            reader.width(1280).await;
        }
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_host_gets_the_colours_it_asks_for() {
    read(async |reader| {
        let house = House::open();
        let colours = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]";
        let dark = json!(["rgb(20, 23, 27)", "rgb(236, 234, 228)"]);
        let light = json!(["rgb(251, 250, 246)", "rgb(26, 28, 32)"]);
        for (system, theme, expected) in [
            ("light", "dark", &dark),
            ("dark", "light", &light),
            ("dark", "auto", &dark),
            ("light", "auto", &light),
        ] {
            reader.scheme(system).await;
            let url = house.url(&format!("/embed/sv/tidslinje/?theme={theme}"));
            let _paper = embed(&reader, &url).await;
            fits(&reader).await;
            enter(&reader).await;
            // WebKit is told for each document.
            reader.look().await;
            assert_eq!(&reader.js(colours).await, expected, "{theme} where the system is {system}");
            leave(&reader).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_click_on_a_mark_loads_the_app_and_opens_the_event() {
    read(async |reader| {
        let house = House::open();
        for theme in ["", "?theme=dark"] {
            let page = Page::Embed(&Page::Timeline, Of::One(facts::one().id.clone()));
            let url = house.url(&format!("{}{theme}", facts::path(Lang::Sv, page)));
            let _paper = embed(&reader, &url).await;
            fits(&reader).await;
            enter(&reader).await;
            reader.hit(&on_top("a.mark")).await;
            reader.until("document.querySelector('.panel article h5')").await;
            reader.alive().await;
            leave(&reader).await;
            fits(&reader).await;
        }
        assert!(house.was_asked_for(".wasm"));
        assert_eq!(reader.console().await, [""; 0]);
        assert_eq!(house.failures(), []);
    })
    .await;
}

#[tokio::test]
async fn enter_on_a_mark_does_the_same() {
    read(async |reader| {
        // WebKit's driver gives keys to the body of a frame, whatever in it has the focus.
        if reader.engine() == Engine::WebKit {
            return;
        }
        let house = House::open();
        let _paper = embed(&reader, &house.url("/embed/en/timeline/")).await;
        fits(&reader).await;
        enter(&reader).await;
        reader.js("[...document.querySelectorAll('a.mark')].find(a => a.getClientRects().length).focus()").await;
        reader.press(Key::Enter.into()).await;
        reader.until("document.querySelector('.panel article h5')").await;
        assert_eq!(reader.text("location.pathname").await, "/embed/en/timeline/");
    })
    .await;
}

/// Opens a newspaper with an embed in it; it stays open as long as the server.
async fn embed(reader: &Reader, url: &str) -> House {
    visit(reader, page(reader.engine(), &OWN, "100%", "", url)).await
}

/// Rows 1 to 4: Datawrapper's listeners, AMP, Medium and Embedly, and our own.
async fn tells_every_host(reader: &Reader, url: &str) {
    let heard = reader.js("heard").await;
    let heard = heard.as_array().expect("messages");
    let tall = height(reader).await;
    let own = heard.iter().rev().find(|m| m["type"] == "utlovat:height").expect("our own message");
    let id = own["id"].as_str().expect("an id");
    assert!(id.starts_with("embed-") && id.len() > 10, "{id}");
    let last = |fits: &dyn Fn(&Value) -> bool| heard.iter().rev().find(|m| fits(m)).cloned();
    let wide = own["width"].as_u64().expect("the width that it is so high at");
    assert_eq!(own, &json!({ "type": "utlovat:height", "id": id, "height": tall, "width": wide }));
    assert_eq!(
        last(&|m| m.get("datawrapper-height").is_some()),
        Some(json!({ "datawrapper-height": { id: tall } }))
    );
    assert_eq!(
        last(&|m| m["sentinel"] == "amp"),
        Some(json!({ "sentinel": "amp", "type": "embed-size", "height": tall }))
    );
    let text = last(&Value::is_string).expect("a message as text");
    let text: Value = serde_json::from_str(text.as_str().unwrap()).expect("JSON");
    assert_eq!(text, json!({ "src": url, "context": "iframe.resize", "height": tall }));
}

async fn is_whole(reader: &Reader, page: &Page, path: &str) {
    let part = match page {
        Page::Embed(Page::Timeline, _) => "section.lane svg",
        Page::Embed(Page::Claims, Of::Claim(..)) => ".claim-strip svg.strip-drawing",
        Page::Embed(Page::Claims, _) => ".claim-line svg",
        Page::Embed(Page::Compare, Of::One(_)) => "table.answers td, .cards dd",
        _ => ".drawing svg",
    };
    for part in ["h1", "figure .answer", part, ".credit a"] {
        let seen = format!(
            "[...document.querySelectorAll('{part}')].some(e => e.getClientRects().length)"
        );
        assert_eq!(reader.js(&seen).await, true, "{path} has no {part}");
    }
    assert_eq!(
        reader.js("document.querySelectorAll('header.site, footer.site, .filters').length").await,
        0
    );
}
