//! What strangers say between a page and a frame, ten thousand times: nothing of it changes a figure,
//! is answered with more than a height, or makes a frame taller than a figure can be.

use crate::stage::frame::{Host, OWN, console, enter, fits, height, leave, page, visit};
use crate::stage::{House, Reader, facts, read};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use utlovat::model::Lang;
use utlovat::route::{Of, Page};

const MESSAGES: usize = 10_000;

/// A page that is named in the address, so that the frame listens to it in every way it knows.
const KNOWN: Host = Host { behind: "?childId=figure#?secret=a1B2c3D4e5", ..OWN };

#[tokio::test]
async fn no_message_of_a_page_changes_a_figure() {
    read(async |reader| {
        let house = House::open();
        let ladder = Page::Embed(&Page::Overview, Of::One(facts::one().id.clone()));
        let url = house.url(&facts::path(Lang::Sv, ladder));
        let _paper = visit(&reader, page(reader.engine(), &KNOWN, "680px", "", &url)).await;
        fits(&reader).await;
        let figure = "location.href + JSON.stringify({ ...document.documentElement.dataset })
            + document.body.outerHTML";
        enter(&reader).await;
        let before = reader.text(figure).await;
        leave(&reader).await;
        let (tall, asked) = (height(&reader).await, house.asked().len());
        let mut messages = messages();
        // When this one is answered, all others have been heard.
        messages.push("[iFrameSizer]last:8".into());
        say(&reader, "document.querySelector('iframe').contentWindow", messages).await;
        reader
            .until(
                "heard.some(it => typeof it === 'string' && it.startsWith('[iFrameSizer]last:'))",
            )
            .await;
        enter(&reader).await;
        assert_eq!(reader.text(figure).await, before);
        leave(&reader).await;
        assert_eq!(height(&reader).await, tall);
        assert_eq!(house.asked().len(), asked);
        let others =
            format!("heard.filter(it => !JSON.stringify(it).includes('{tall}')).slice(0, 4)");
        assert_eq!(reader.js(&others).await, json!([]), "these are no heights");
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn no_message_of_a_frame_breaks_the_page_around_it() {
    read(async |reader| {
        let house = House::open();
        // In a script no text may end it.
        let said = Value::from(messages()).to_string().replace('<', "\\u003c");
        let stranger = House::strange(move |_| {
            format!(
                "<!doctype html><title>Another</title><link rel=icon href=\"data:,\"><script>
                 for (const it of {said}) parent.postMessage(it, '*');
                 parent.postMessage({{ type: 'utlovat:height', height: 321 }}, '*');
                 </script>"
            )
        });
        let code = format!(
            "<!doctype html><title>An article</title><link rel=icon href=\"data:,\"><p>Text
             <script src=\"{}\"></script>
             <utlovat-figure src=\"{}\" title=\"A figure\" height=\"300\"></utlovat-figure>
             <script>
               const {{ shadowRoot }} = document.querySelector('utlovat-figure');
               window.frame = shadowRoot.querySelector('iframe');
               window.heights = [];
               addEventListener('message', () => heights.push(frame.clientHeight));
             </script>",
            house.url("/embed.js"),
            stranger.url("/")
        );
        let _paper = visit(&reader, code).await;
        reader.until(&format!("heights.length > {MESSAGES}")).await;
        assert_eq!(reader.js("frame.clientHeight").await, 321, "the last is a height");
        let odd = "heights.filter(it => !(it >= 0 && it <= 6000))";
        assert_eq!(reader.js(odd).await, json!([]));
        assert_eq!(reader.js("frame.parentNode.children.length").await, 1);
        assert_eq!(console(&reader).await, [""; 0]);
    })
    .await;
}

/// Says all of it to a window.
async fn say(reader: &Reader, window: &str, messages: Vec<Value>) {
    let script =
        format!("for (const it of JSON.parse(arguments[0])) ({window}).postMessage(it, '*')");
    for some in messages.chunks(1_000) {
        // As a text: drivers read what is in things that are called like their own.
        reader.run(&script, vec![Value::from(some).to_string().into()]).await;
    }
}

/// The same in every run.
fn messages() -> Vec<Value> {
    let mut runner = TestRunner::deterministic();
    let one = message();
    (0..MESSAGES).map(|_| one.new_tree(&mut runner).expect("a message").current()).collect()
}

/// Texts and things as frames and pages say them, with parts of them where they do not belong, and
/// anything else.
fn message() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        3 => prop::collection::vec(piece(), 0..9).prop_map(|pieces| Value::from(pieces.concat())),
        1 => any::<String>().prop_map(Value::from),
    ];
    let leaf = prop_oneof![
        text,
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key(), inner, 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// What the protocols of pages and frames are made of, and what would be markup.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "[iFrameSizer]",
        "pymxPYMx",
        "xPYMx",
        "figure",
        "width",
        "height",
        "parentPositionInfo",
        ":",
        "8",
        "1e9",
        "-1",
        "utlovat:height",
        "utlovat:tell",
        "ready",
        "link",
        "a1B2c3D4e5",
        "iframe.resize",
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "{",
        "\"",
        " ",
    ]);
    prop_oneof![6 => known.prop_map(str::to_owned), 1 => "\\PC{0,6}"]
}

fn key() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "type",
        "message",
        "secret",
        "value",
        "height",
        "id",
        "width",
        "sentinel",
        "context",
        "src",
        "datawrapper-height",
        "__proto__",
        "constructor",
    ]);
    known.prop_map(str::to_owned)
}
