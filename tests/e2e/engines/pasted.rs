//! Codes as they are copied, pasted into pages of others: what stands there is what was shown when
//! they were copied, whatever rules the page has.

use crate::stage::frame::{code, console, visit};
use crate::stage::{House, Reader, facts, read};
use serde_json::{Value, json};
use utlovat::model::Lang;
use utlovat::route::{Of, Page};

/// Rules that a page may have, and that must not reach a figure.
const HOSTILE: &str = "* { all: unset; letter-spacing: 0.4em; text-transform: uppercase }
    html { font: 40px/3 serif; background: #000; color: #0f0; direction: rtl } body { text-align: right }
    svg { display: none } svg text { font-size: 3em; fill: red } rect, circle, path, line { fill: lime; stroke: red }
    a { color: yellow; font-size: 2em } h1, h2, h3, p { margin: 5em; float: left } figure { width: 90px }";

#[tokio::test]
async fn plain_html_looks_the_same_whatever_rules_the_page_has() {
    read(async |reader| {
        let house = House::open();
        for (lang, page) in figures() {
            let code = code(&house, lang, &page, "plain");
            for width in ["680px", "320px"] {
                let calm = pasted(&reader, &code, width, "").await;
                let beyond = "(() => {
                    const figure = document.querySelector('.utlovat');
                    const edge = figure.getBoundingClientRect().right;
                    return [...figure.querySelectorAll('text, p, h3, li, span')]
                        .filter((it) => it.checkVisibility() && it.getBoundingClientRect().right > edge + 1)
                        .map((it) => `${it.tagName}.${it.getAttribute('class')}`);
                })()";
                assert_eq!(reader.js(beyond).await, json!([]), "{page:?} at {width}");
                let here = places(&reader).await;
                drop(calm);
                let _hostile = pasted(&reader, &code, width, HOSTILE).await;
                let there = places(&reader).await;
                assert!(here.len() > 20, "{page:?} has {} places", here.len());
                assert_eq!(here.len(), there.len(), "{page:?} at {width}");
                for (one, other) in here.iter().zip(&there) {
                    assert_eq!(one, other, "{page:?} at {width}");
                }
            }
        }
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn the_element_and_the_listener_follow_the_figure() {
    read(async |reader| {
        let house = House::open();
        let (lang, page) = figures().remove(0);
        for id in ["element", "listener"] {
            let code = code(&house, lang, &page, id);
            let _paper = pasted(&reader, &code, "420px", "").await;
            let frame = "(document.querySelector('utlovat-figure')?.shadowRoot ?? document).querySelector('iframe')";
            reader.until(&format!("{frame}?.clientWidth === 420")).await;
            let told = "new Promise((told) => addEventListener('message', ({ data }) => {
                if (data?.type === 'utlovat:height') told(data.height);
            }))";
            let ask = format!("{frame}.contentWindow.postMessage({{ type: 'utlovat:tell' }}, '*')");
            let height = reader.later(&format!("{told}.then(done); setInterval(() => {ask}, 50)")).await;
            reader.until(&format!("Math.abs({frame}.clientHeight - {height}) <= 4")).await;
        }
        assert_eq!(console(&reader).await, [""; 0]);
    })
    .await;
}

/// Figures of each kind, in turn in each language.
fn figures() -> Vec<(Lang, Page)> {
    let pages = [
        Page::Reuse(&Page::Overview, Of::One(facts::one().id.clone())),
        Page::Reuse(&Page::Claims, Of::All),
        Page::Reuse(&Page::Timeline, Of::All),
        Page::Reuse(&Page::Compare, Of::All),
        Page::Reuse(&Page::Regions, Of::All),
    ];
    let langs = [Lang::Sv, Lang::En].into_iter().cycle();
    langs.zip(pages).collect()
}

/// Pastes a code into an article of that width on another origin.
async fn pasted(reader: &Reader, code: &str, width: &str, style: &str) -> House {
    let page = include_str!("../hosts/plain.html")
        .replace("{{width}}", width)
        .replace("{{style}}", style)
        .replace("{{code}}", code);
    visit(reader, page).await
}

/// Where everything in the figure stands and how it is drawn, in the figure's own terms.
async fn places(reader: &Reader) -> Vec<Value> {
    let all = "(() => {
        const figure = document.querySelector('.utlovat');
        const from = figure.getBoundingClientRect();
        return [...figure.querySelectorAll('svg, rect, circle, path, line, text, p, h3, a, span, li')]
            .filter((it) => it.checkVisibility() && it.getClientRects().length > 0 && it.getBoundingClientRect().height > 0)
            .map((it) => {
                const { x, y, width, height } = it.getBoundingClientRect();
                const { fill, stroke, color, fontSize, fontFamily, textTransform } = getComputedStyle(it);
                const place = [x - from.x, y - from.y, width, height].map(Math.round);
                return [it.tagName, ...place, fill, stroke, color, fontSize, fontFamily, textTransform];
            });
    })()";
    reader.js(all).await.as_array().cloned().expect("a list")
}
