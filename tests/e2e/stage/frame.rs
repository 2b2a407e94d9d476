//! A frame in somebody else's page, on another origin.

use super::engine::Engine;
use super::facts;
use super::house::House;
use super::reader::{Reader, on_top};
use scraper::{Html, Selector};
use serde_json::Value;
use std::time::Duration;
use utlovat::model::Lang;
use utlovat::route::Page;

/// A kind of page that listens to frames.
pub struct Host {
    pub name: &'static str,
    /// What it puts behind the address of the frame.
    pub behind: &'static str,
    /// What it does with a message: `(data, tall, frame) => …`, where `tall` sets the height.
    pub listen: &'static str,
    /// What it does with the frame to begin with.
    pub begin: &'static str,
}

/// Nothing to begin with.
pub const NOTHING: &str = "() => {}";

/// Our own listener, as the code to copy has it.
pub const OWN: Host = Host {
    name: "our own",
    behind: "",
    listen: "(data, tall) => { if (data?.type === 'utlovat:height') tall(data.height); }",
    begin: NOTHING,
};

/// The page of a host of that width, with that embed in it.
pub fn page(engine: Engine, host: &Host, width: &str, attributes: &str, src: &str) -> String {
    // To WebKit what a frame without an origin loads from its server is not 'self', unless the
    // site knows its own address, which this one does not.
    let sandbox = match engine {
        Engine::WebKit => "allow-scripts allow-same-origin",
        Engine::Chromium | Engine::Firefox => "allow-scripts",
    };
    include_str!("../hosts/host.html")
        .replace("{{width}}", width)
        .replace("{{listen}}", host.listen)
        .replace("{{begin}}", host.begin)
        .replace("{{attributes}}", attributes)
        .replace("{{sandbox}}", sandbox)
        .replace("{{src}}", &format!("{src}{}", host.behind))
}

/// A code as the file of the page has it, with the address of this site in it.
pub fn code(house: &House, lang: Lang, page: &Page, id: &str) -> String {
    let path = facts::path(lang, page.clone());
    let file = House::folder().join(path.trim_start_matches('/')).join("index.html");
    let html = Html::parse_document(&std::fs::read_to_string(file).expect("the page of a figure"));
    let field = Selector::parse(&format!("#reuse-{id}")).expect("a selector");
    let code: String = html.select(&field).flat_map(|it| it.text()).collect();
    assert!(!code.is_empty(), "{page:?} offers {id}");
    code.replace("=\"/", &format!("=\"{}", house.url("/")))
}

/// Opens the page of a host on another origin; it stays open as long as its server.
pub async fn visit(reader: &Reader, page: String) -> House {
    let paper = House::strange(move |_| page.clone());
    reader.goto(&paper.url("/").replace("127.0.0.1", "localhost")).await;
    paper
}

/// Goes into the frame; [`leave`] leads out of it.
pub async fn enter(reader: &Reader) {
    reader.find("iframe").await.enter_frame().await.unwrap();
}

/// Back to the page around it.
pub async fn leave(reader: &Reader) {
    reader.client().enter_parent_frame().await.unwrap();
}

/// That a frame without an origin answers: a mark in it opens.
pub async fn answers_without_an_origin(reader: &Reader) {
    fits(reader).await;
    enter(reader).await;
    assert_eq!(reader.js("self.origin").await, "null");
    reader.hit(&on_top("a.mark")).await;
    reader.until("document.querySelector('.panel article h5')").await;
    leave(reader).await;
}

/// What the console said, but what Chromium says of each frame with the sandbox that other tools'
/// codes have too.
pub async fn console(reader: &Reader) -> Vec<String> {
    let known = |line: &String| line.contains("can escape its sandboxing");
    reader.console().await.into_iter().filter(|line| !known(line)).collect()
}

/// The height that the page gives the frame.
pub async fn height(reader: &Reader) -> u64 {
    reader.js("Number(document.querySelector('iframe').height)").await.as_u64().expect("a height")
}

/// Waits until the frame is as tall as its content, within four pixels.
pub async fn fits(reader: &Reader) {
    reader.until("heard.length > 0").await;
    let mut apart = Value::Null;
    for _ in 0..80 {
        enter(reader).await;
        apart = reader
            .js("[innerHeight - document.querySelector('main').getBoundingClientRect().bottom - scrollY,
                document.scrollingElement.scrollHeight - document.scrollingElement.clientHeight]")
            .await;
        leave(reader).await;
        let near = |at: usize| apart[at].as_f64().is_some_and(|pixels| pixels.abs() <= 4.0);
        if near(0) && near(1) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the frame is {} px taller than its content and scrolls {} px", apart[0], apart[1]);
}
