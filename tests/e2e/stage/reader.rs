//! A reader: one browser window with a fresh profile.

use super::driver::Driver;
use super::engine::Engine;
use super::surroundings::Media;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::future::Future;
use std::panic::resume_unwind;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// How a reader's browser is set.
#[derive(Debug, Clone, Copy, Default)]
pub struct Habits {
    /// No page may run scripts.
    pub scripts_off: bool,
    /// Goes on as soon as a page is read, whatever is still to be fetched.
    pub hasty: bool,
    /// Remembers every request, for [`Reader::network`].
    pub recorded: bool,
}

/// The first element of a selector that a click in its middle would hit.
pub fn on_top(css: &str) -> String {
    let css = json!(css);
    format!(
        "[...document.querySelectorAll({css})].find(element => {{
            element.scrollIntoView({{ block: 'center' }});
            const box = element.getBoundingClientRect();
            const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return box.width > 0 && element.contains(hit);
        }})"
    )
}

/// The expression of a choice's button. Some say after their words how much they leave.
fn chip(words: &str) -> String {
    let words = json!(words);
    let said = "b.textContent.trim().split('\\u00a0(')[0]";
    format!("[...document.querySelectorAll('button.chip')].find(b => {said} === {words})")
}

/// A browser window. What fails in it fails the test.
#[derive(Clone)]
pub struct Reader {
    client: Client,
    engine: Engine,
    pub(super) media: Arc<Mutex<Media>>,
    /// Serves the client as long as it lives.
    _driver: Arc<Driver>,
}

/// Lets a reader act, and closes the browser whatever happens.
pub async fn read<Act, Acting>(act: Act)
where
    Act: FnOnce(Reader) -> Acting,
    Acting: Future<Output = ()> + Send + 'static,
{
    read_as(Habits::default(), act).await;
}

/// The same with other habits.
pub async fn read_as<Act, Acting>(habits: Habits, act: Act)
where
    Act: FnOnce(Reader) -> Acting,
    Acting: Future<Output = ()> + Send + 'static,
{
    let reader = Reader::open(habits).await;
    let (client, _driver) = (reader.client.clone(), Arc::clone(&reader._driver));
    let ended = tokio::spawn(act(reader)).await;
    let _ = client.close().await;
    if let Err(failure) = ended {
        resume_unwind(failure.into_panic());
    }
}

/// A browser and its driver. One that does not start in a minute never will: on a machine that is
/// busy WebKit's driver may wait for a browser that is gone, so another one is started.
async fn started(engine: Engine, habits: Habits) -> (Client, Arc<Driver>) {
    let minute = Duration::from_secs(60);
    for _ in 0..3 {
        let driver = Driver::of(engine);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(engine.capabilities(habits));
        if let Ok(client) = tokio::time::timeout(minute, builder.connect(&driver.address())).await {
            return (client.expect("the browser starts"), driver);
        }
    }
    panic!("the browser does not start")
}

impl Reader {
    async fn open(habits: Habits) -> Reader {
        let engine = Engine::chosen();
        let (client, driver) = started(engine, habits).await;
        let reader = Reader { client, engine, media: Arc::default(), _driver: driver };
        if engine != Engine::Chromium {
            reader.width(1280).await;
        }
        reader
    }

    /// What lays out this reader's pages.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Everything that WebDriver can do.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Opens an address.
    pub async fn goto(&self, url: &str) {
        self.client.goto(url).await.unwrap_or_else(|error| panic!("{url}: {error}"));
        self.look().await;
    }

    /// Opens an address and waits for the page to be alive.
    pub async fn visit(&self, url: &str) {
        self.goto(url).await;
        self.alive().await;
    }

    /// Waits for the page to be alive.
    pub async fn alive(&self) {
        self.until("document.documentElement.dataset.alive !== undefined").await;
    }

    /// What an expression is.
    pub async fn js(&self, expression: &str) -> Value {
        self.run(&format!("return ({expression});"), vec![]).await
    }

    /// What an expression is, as text; empty when it is none.
    pub async fn text(&self, expression: &str) -> String {
        self.js(expression).await.as_str().unwrap_or_default().to_owned()
    }

    /// Runs statements with arguments.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client
            .execute(script, arguments)
            .await
            .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Runs statements that end by calling `done(…)`.
    pub async fn later(&self, script: &str) -> Value {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        self.client
            .execute_async(&script, vec![])
            .await
            .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits until an expression holds. While it asks for something that is not there yet it fails
    /// with an error of the script, and then it does not hold yet either.
    pub async fn until(&self, expression: &str) {
        let script =
            format!("try {{ return !!({expression}); }} catch (error) {{ return String(error); }}");
        let start = Instant::now();
        loop {
            let answer = self.run(&script, vec![]).await;
            if answer == json!(true) {
                return;
            }
            if start.elapsed() > Duration::from_secs(45) {
                let place = self.client.current_url().await.map(String::from).unwrap_or_default();
                panic!("{place}: it never came to be that {expression} ({answer})");
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Leaves something on the page that it would not have if it were fetched anew.
    pub async fn mark(&self) {
        self.run("window.marked = true", vec![]).await;
    }

    /// Whether it is the very page that was marked.
    pub async fn is_marked(&self) -> bool {
        self.js("window.marked === true").await == true
    }

    /// The first element of a selector.
    pub async fn find(&self, css: &str) -> Element {
        self.client.find(Locator::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    /// The element that an expression gives.
    pub async fn pick(&self, expression: &str) -> Element {
        let found = self.js(expression).await;
        let id =
            found.as_object().and_then(|object| object.values().next()).and_then(Value::as_str);
        let id = id.unwrap_or_else(|| panic!("there is no {expression}"));
        Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))
    }

    /// Clicks the first element of a selector.
    pub async fn click(&self, css: &str) {
        self.hit(&format!("document.querySelector({})", json!(css))).await;
    }

    /// The button of a choice, by its words.
    pub async fn chip(&self, words: &str) -> Element {
        self.pick(&chip(words)).await
    }

    /// Presses the button of a choice.
    pub async fn press_chip(&self, words: &str) {
        self.unfold_around(&chip(words)).await;
        self.hit(&chip(words)).await;
    }

    /// Opens the fold that an element is in.
    pub async fn unfold_around(&self, expression: &str) {
        let fold = format!("{expression}.closest('details:not([open])')");
        self.js(&format!("{fold}?.querySelector('summary').click()")).await;
        self.until(&format!("!{fold}")).await;
    }

    /// Clicks the element that an expression gives, once it has come to rest: what is laid out as
    /// it comes into sight may move the rest, and nobody clicks on what moves.
    pub async fn hit(&self, expression: &str) {
        // WebKit scrolls to nothing that `content-visibility` skips, so how far is told as well.
        let place = format!(
            "(element => {{
                element?.scrollIntoView({{ block: 'center' }});
                const top = element?.getBoundingClientRect().top;
                if (top < 0 || top > innerHeight) scrollBy(0, top - innerHeight / 2);
                return JSON.stringify(element?.getBoundingClientRect());
            }})({expression})"
        );
        // The window hears of a click even where the loader keeps it for later; without scripts
        // nothing hears of it.
        let listen = format!(
            "(element => {{
                window.struck = matchMedia('(scripting: none)').matches ? undefined : false;
                addEventListener('click', ({{ target }}) => {{
                    if (element?.contains(target)) window.struck = true;
                }}, {{ capture: true, once: true }});
            }})({expression})"
        );
        let start = Instant::now();
        let (element, clicked) = loop {
            self.at_rest(&place).await;
            let element = self.pick(expression).await;
            self.run(&listen, vec![]).await;
            match element.click().await {
                // Something above it was laid out as the driver clicked, which met another place.
                Ok(())
                    if start.elapsed() < Duration::from_secs(15)
                        && self.js("window.struck === false").await == true => {}
                // It moved once more after all, and the driver has not clicked. What goes on to lie
                // over it fails in the end.
                Err(CmdError::Standard(error))
                    if error.error == ErrorStatus::ElementClickIntercepted
                        && start.elapsed() < Duration::from_secs(15) => {}
                clicked => break (element, clicked),
            }
        };
        match clicked {
            // To the drivers of WebKit and Firefox a link within an SVG may be out of reach, so there
            // a script clicks.
            Err(error)
                if self.engine != Engine::Chromium && error.is_element_not_interactable() =>
            {
                let click = "if (!arguments[0].closest('svg')) throw 'it cannot be clicked';
                    arguments[0].dispatchEvent(
                        new MouseEvent('click', { bubbles: true, cancelable: true }))";
                self.run(click, vec![json!(element)]).await;
            }
            result => result.unwrap_or_else(|error| panic!("{expression}: {error:?}")),
        }
    }

    /// What an expression gives once it gives the same twice.
    pub async fn at_rest(&self, expression: &str) -> Value {
        let (start, mut last) = (Instant::now(), None);
        loop {
            let now = self.js(expression).await;
            if last.as_ref() == Some(&now) {
                return now;
            }
            assert!(start.elapsed() < Duration::from_secs(15), "it never rests: {expression}");
            last = Some(now);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Goes back in the history. A script does: WebKit's own button passes over entries that came
    /// without a click of the reader's, and some clicks are a script's (see [`Reader::hit`]).
    pub async fn back(&self) {
        self.run("history.back()", vec![]).await;
    }

    /// Goes forward in the history.
    pub async fn forward(&self) {
        self.run("history.forward()", vec![]).await;
    }

    /// Presses and releases a key, wherever the focus is.
    pub async fn press(&self, key: char) {
        let keys = KeyActions::new("keys".to_owned())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        self.client.perform_actions(keys).await.expect("a key");
    }

    /// Waits until the address bar has this path and query: a choice is drawn first.
    pub async fn comes_to(&self, address: &str) {
        self.until(&format!("location.pathname + location.search === {}", json!(address))).await;
    }

    /// Path and query of the address bar.
    pub async fn address(&self) -> String {
        self.text("location.pathname + location.search").await
    }
}
