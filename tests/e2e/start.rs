//! A page comes to life without changing: the same DOM, and not a pixel moves.

use crate::stage::{House, Reader, facts, hold, read};
use serde_json::{Value, json};
use std::time::Duration;
use utlovat::model::Lang;
use utlovat::route::{Of, Page};

#[tokio::test]
async fn a_swedish_page_comes_to_life_as_it_was() {
    comes_to_life_as_it_was(Lang::Sv).await;
}

#[tokio::test]
async fn an_english_page_comes_to_life_as_it_was() {
    comes_to_life_as_it_was(Lang::En).await;
}

async fn comes_to_life_as_it_was(lang: Lang) {
    read(async move |reader| {
        let house = House::open();
        for path in facts::lively(lang) {
            reader.visit(&house.url(&path)).await;
            assert_eq!(shifts(&reader).await, json!([]), "{path}: something moved");
            assert_eq!(difference(&reader).await, "", "{path}: it changed as it came to life");
        }
    })
    .await;
}

#[tokio::test]
async fn an_embed_comes_to_life_as_it_was_at_the_first_key() {
    read(async |reader| {
        let house = House::open();
        for lang in Lang::ALL {
            reader.goto(&house.url(&facts::path(lang, Page::Embed(&Page::Timeline, Of::All)))).await;
            reader
                .js("[...document.querySelectorAll('a.mark')].find(a => a.getClientRects().length).focus()")
                .await;
            reader.press(fantoccini::key::Key::Shift.into()).await;
            reader.alive().await;
            assert_eq!(difference(&reader).await, "");
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_that_comes_to_life_late_does_not_move_either() {
    read(async |reader| {
        let house = House::with(|path, _| {
            if path.ends_with(".wasm") {
                hold(Duration::from_millis(800));
            }
            None
        });
        reader.width(390).await;
        for lang in Lang::ALL {
            reader.visit(&house.url(&facts::path(lang, Page::Timeline))).await;
            assert_eq!(shifts(&reader).await, json!([]), "{lang:?}: something moved");
        }
    })
    .await;
}

/// What moved from the first paint to half a second after now, as Chromium scores it: how far,
/// when, and from where to where.
async fn shifts(reader: &Reader) -> Value {
    let script = "
        const found = [], at = box => Math.round(box.top);
        const tell = entry => [entry.value, entry.startTime, entry.sources.map(
            s => `${s.node?.nodeName}.${s.node?.className} ${at(s.previousRect)} → ${at(s.currentRect)}`)];
        new PerformanceObserver(list => found.push(...list.getEntries().map(tell)))
            .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(found), 500);";
    reader.later(script).await
}

/// Where `#app` first differs from the file that was served; empty when it does not.
async fn difference(reader: &Reader) -> String {
    let script = "
        const parse = text => new DOMParser().parseFromString(text, 'text/html');
        fetch(location.href).then(answer => answer.text()).then(text => {
            // A mark that had the focus is its chart's one stop of Tab, and the chapter that is read is
            // marked; comments show nothing, and attributes have no order.
            const attribute = a => / tabindex=.-1.| aria-current=.true./.test(a) ? '' : a;
            const html = node => node.nodeType === 3 ? node.data : node.nodeType !== 1 ? '' :
                `<${node.localName}${[...node.attributes].map(a => attribute(` ${a.name}=\"${a.value}\"`)).sort().join('')}>`
                + [...node.childNodes].map(html).join('') + '</>';
            const was = html(parse(text).querySelector('#app'));
            const is = html(document.querySelector('#app'));
            let at = 0;
            while (at < was.length && was[at] === is[at]) at += 1;
            const around = html => html.slice(Math.max(0, at - 60), at + 60);
            done(was === is ? '' : `was … ${around(was)} … is … ${around(is)} …`);
        });";
    reader.later(script).await.as_str().expect("text").to_owned()
}
