//! Articles around a frame: one that does not listen, one whose column changes, and a reader who
//! has no mouse.

use crate::stage::frame::{OWN, code, enter, fits, leave, page, visit};
use crate::stage::{Engine, House, Reader, facts, read};
use fantoccini::key::Key;
use serde_json::json;
use utlovat::model::Lang;
use utlovat::route::{Of, Page};

/// How much of a frame is cut or scrolls, and how much of it is empty, in pixels.
const LEFT: &str =
    "[Math.max(document.querySelector('main').getBoundingClientRect().bottom + scrollY,
    document.scrollingElement.scrollHeight) - innerHeight,
    innerHeight - document.querySelector('main').getBoundingClientRect().bottom - scrollY]";

#[tokio::test]
async fn an_article_that_does_not_listen_cuts_nothing_in_any_column() {
    // Only a build with pictures lays frames out.
    if !House::folder().join("pictures").is_dir() {
        return;
    }
    read(async |reader| {
        let house = House::open();
        let one = facts::one();
        let claim = Of::Claim(one.id.clone(), one.claims[0].id.clone());
        let figures = [
            (&Page::Overview, Of::One(one.id.clone())),
            (&Page::Claims, Of::All),
            (&Page::Claims, claim),
            (&Page::Compare, Of::All),
        ];
        let codes =
            figures.map(|(home, of)| code(&house, Lang::Sv, &Page::Reuse(home, of), "iframe"));
        for code in codes {
            let article = format!(
                "<!doctype html><meta charset=\"utf-8\"><title>En artikel</title>\
                 <link rel=\"icon\" href=\"data:,\"><main style=\"width: 680px\">{code}</main>"
            );
            let _paper = visit(&reader, article).await;
            // WebKit has letters narrower by a fifth here than those that frames are laid out in.
            for (column, empty) in [(680, 64.0), (480, 400.0), (320, 400.0)] {
                let wide = format!("document.querySelector('main').style.width = '{column}px'");
                reader.run(&wide, vec![]).await;
                enter(&reader).await;
                reader
                    .until(&format!("innerWidth === {column} && document.querySelector('main')"))
                    .await;
                let left = reader.js(LEFT).await;
                leave(&reader).await;
                let at = |at: usize| left[at].as_f64().expect("pixels");
                // One line of the widest letters may be missing, and it is none of the drawing.
                assert!(at(0) <= 18.0, "{} px are cut at {column} px of {code}", at(0));
                assert!(at(1) <= empty, "{} px are empty at {column} px of {code}", at(1));
            }
        }
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_frame_follows_its_column_from_900_to_320_pixels() {
    read(async |reader| {
        let house = House::open();
        let claims = facts::path(Lang::Sv, Page::Embed(&Page::Claims, Of::All));
        // As the code of a frame says it. A bar to scroll by would take width from the figure.
        let still = " scrolling=\"no\"";
        let page = page(reader.engine(), &OWN, "900px", still, &house.url(&claims));
        let _paper = visit(&reader, page).await;
        fits(&reader).await;
        for column in [900, 700, 639, 633, 480, 320, 900] {
            let wide = format!("document.querySelector('main').style.width = '{column}px'");
            reader.run(&wide, vec![]).await;
            enter(&reader).await;
            reader.until(&format!("innerWidth === {column}")).await;
            leave(&reader).await;
            fits(&reader).await;
        }
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_link_of_the_figure_opens_beside_the_article() {
    read(async |reader| {
        // WebKit's driver opens no second window here.
        if matches!(reader.engine(), Engine::WebKit) {
            return;
        }
        let house = House::open();
        let url = house.url(&facts::path(Lang::Sv, Page::Embed(&Page::Claims, Of::All)));
        let article = page(reader.engine(), &OWN, "680px", "", &url)
            .replace("sandbox=\"allow-scripts", "sandbox=\"allow-popups allow-scripts");
        let _paper = visit(&reader, article).await;
        fits(&reader).await;
        let there = reader.text("location.href").await;
        enter(&reader).await;
        reader.hit("document.querySelector('.credit a:last-child')").await;
        leave(&reader).await;
        let windows = async || reader.client().windows().await.expect("windows");
        let mut all = windows().await;
        for _ in 0..200 {
            if all.len() == 2 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            all = windows().await;
        }
        assert_eq!(all.len(), 2, "nothing was opened");
        assert_eq!(reader.text("location.href").await, there, "the article stays");
        let new = all.pop().expect("a second window");
        reader.client().switch_to_window(new).await.expect("a window");
        reader.until("location.pathname === '/sv/krav/'").await;
        reader.client().close_window().await.expect("a window");
        let first = all.pop().expect("the article");
        reader.client().switch_to_window(first).await.expect("a window");
    })
    .await;
}

#[tokio::test]
async fn tab_leads_into_a_frame_and_out_of_it() {
    read(async |reader| {
        // WebKit's driver gives keys to the body of a frame, whatever in it has the focus.
        if reader.engine() == Engine::WebKit {
            return;
        }
        let house = House::open();
        let ladder = Page::Embed(&Page::Overview, Of::One(facts::one().id.clone()));
        let url = house.url(&facts::path(Lang::Sv, ladder));
        let page = page(reader.engine(), &OWN, "680px", "", &url);
        let page = page.replace("<iframe", "<button id=\"before\">Före</button><iframe");
        let page = page.replace("</iframe>", "</iframe><button id=\"after\">Efter</button>");
        let _paper = visit(&reader, page).await;
        fits(&reader).await;
        reader.js("document.getElementById('before').focus()").await;
        let mut inside = 0;
        for _ in 0..12 {
            reader.press(Key::Tab.into()).await;
            match at(&reader).await.as_str() {
                "IFRAME" => inside += 1,
                "after" => break,
                other => panic!("the focus is at {other} after {inside} steps in the frame"),
            }
        }
        assert_eq!(at(&reader).await, "after", "{inside} steps, and no way out");
        // The drawing is one stop, and each link under it one; Firefox's driver steps over them.
        assert!((1..=6).contains(&inside), "{inside} stops in the frame");
        assert_eq!(reader.js("document.hasFocus()").await, json!(true));
    })
    .await;
}

/// Where the focus is, by its id or by its name.
async fn at(reader: &Reader) -> String {
    reader.text("document.activeElement.id || document.activeElement.tagName").await
}
