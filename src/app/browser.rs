//! All side effects: the only folder that names `web_sys` or `gloo`.
//!
//! It finds the prerendered page and then keeps three things in step: the address, the page
//! and the reader's choice. A router of our own in a few lines, since [`Address`] already is
//! the route table: `leptos_router` costs 30 kB brotli, leaves links inside SVG to the browser
//! and takes over those of embeds, which belong to the page around them.

mod bar;

mod code;

mod control;

mod dialog;

mod listen;

mod mounted;

mod opening;

mod patch;

mod preview;

mod router;

mod session;

mod visibility;

use super::facts::{Loaded, Published, Words};
use crate::analysis::search::Index;
use crate::i18n::Messages;
use crate::model::Shown;
use crate::route::Page;
use crate::view::{Search, SearchIndex};
use code::Code;
use leptos::prelude::Callback;
use session::Session;
use std::cell::RefCell;
use visibility::Visibility;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

thread_local! {
    /// There is one page to a document.
    static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
}

/// Does something with the page.
fn with_session<T>(act: impl FnOnce(&mut Session) -> T) -> Option<T> {
    // A listener that is called while another one works has nothing to add.
    SESSION.with(|session| session.try_borrow_mut().ok()?.as_mut().map(act))
}

/// The facts that a page begins with. Reading and starting are calls of their own, so that the
/// browser can answer its reader in between.
#[wasm_bindgen]
pub struct FirstFacts {
    loaded: Loaded,
    code: Code,
    edition: Edition,
}

/// What is the same for as long as the page lives.
#[derive(Clone, Copy)]
pub struct Edition {
    pub messages: &'static Messages,
    pub base: &'static str,
    pub origin: &'static str,
    pub shown: &'static Shown,
}

#[wasm_bindgen]
impl FirstFacts {
    /// Reads the words of a language: `base` is the path below which the site lives and `origin`
    /// where it is published; `code` names all parts of the WASM that may come.
    pub fn read(
        words: &[u8],
        base: String,
        origin: String,
        code: &str,
    ) -> Result<FirstFacts, JsError> {
        let Words { messages, head } = Words::from_bytes(words).map_err(unreadable)?;
        let code = Code::new(code, &base);
        let edition = Edition {
            messages: Box::leak(Box::new(messages)),
            base: Box::leak(base.into_boxed_str()),
            origin: Box::leak(origin.into_boxed_str()),
            shown: Box::leak(Box::new(head.shown.clone())),
        };
        Ok(FirstFacts { loaded: Loaded::new(head), code, edition })
    }

    /// Adds a file of facts that the page names.
    pub fn add(&mut self, url: &str, bytes: &[u8]) -> Result<(), JsError> {
        self.loaded.add(below(self.edition.base, url), bytes).map_err(unreadable)
    }

    /// Says that a part of the WASM has been joined to it.
    pub fn add_code(&mut self, url: &str) {
        self.code.add(below(self.edition.base, url));
    }
}

/// Finds the page that stands in `place`; [`go_on`] does the rest. `visibility` tells what the
/// reader sees.
#[wasm_bindgen]
pub fn start(first: FirstFacts, visibility: Visibility, place: HtmlElement) {
    let FirstFacts { loaded, code, edition } = first;
    let address = (router::current_address(edition), router::path());
    let choose = Callback::new(router::choose);
    let place = (place.into(), visibility);
    let session = Session::start((loaded, code), edition, address, choose, place);
    SESSION.set(Some(session));
}

/// The path of a file below the site's root.
fn below<'u>(base: &str, url: &'u str) -> &'u str {
    url.strip_prefix(base).unwrap_or(url)
}

fn unreadable(_: postcard::Error) -> JsError {
    JsError::new("the facts are cut short or from another build")
}

/// Brings the next control to life. When there is none the page lives, follows the choice in the
/// address, and `false` comes back.
#[wasm_bindgen]
pub fn go_on() -> bool {
    if let Some(next) = with_session(Session::go_on).flatten() {
        next();
        return true;
    }
    listen::listen();
    bar::listen();
    preview::listen();
    router::follow();
    // What was prerendered shows everything, today. The address may ask for something else.
    if !router::query().is_empty() {
        router::arrive();
    }
    look_up_on_search_page();
    dialog::fetch_sheet();
    false
}

/// The files of facts and code that the page waits for or will want soon; none when nothing is wanted.
#[wasm_bindgen]
pub fn wanted() -> Vec<String> {
    with_session(|session| session.wanted()).unwrap_or_default()
}

/// Whether the reader waits for what is wanted.
#[wasm_bindgen]
pub fn awaited() -> bool {
    with_session(|session| session.is_awaited()) == Some(true)
}

/// Says that a part of the WASM that the page wanted has been joined to it.
#[wasm_bindgen]
pub fn supply_code(url: &str) {
    with_session(|session| session.add_code(url));
}

/// Gives the page a file of facts that it wanted.
#[wasm_bindgen]
pub fn supply(url: &str, bytes: &[u8]) -> Result<(), JsError> {
    with_session(|session| session.add(url, bytes)).unwrap_or(Ok(())).map_err(unreadable)
}

/// Tells the page that it has been given what was wanted: what waited for it is shown.
#[wasm_bindgen]
pub fn supplied() {
    router::supplied();
}

/// Tells the page that what was wanted cannot be had. A reader who waits for it is given the
/// page's own file.
#[wasm_bindgen]
pub fn missed() {
    router::missed();
}

/// Tells the page the same where there is no network. `true` when the reader stays on the page that
/// stands.
#[wasm_bindgen]
pub fn stay() -> bool {
    with_session(Session::stay) == Some(true)
}

/// Gives the search its index.
#[wasm_bindgen]
pub fn index(bytes: &[u8]) -> Result<(), JsError> {
    let index = Index::from_bytes(bytes)
        .map_err(|_| JsError::new("the index is cut short or from another build"))?;
    set_index(SearchIndex::Ready(Box::leak(Box::new(index))));
    Ok(())
}

/// Tells the search that its index cannot be had.
#[wasm_bindgen]
pub fn no_index() {
    set_index(SearchIndex::Failed);
}

/// Gives the page the site's style sheet, which it had asked for.
#[wasm_bindgen]
pub fn sheet(css: String) {
    with_session(|session| session.set_sheet(css));
}

fn set_index(index: SearchIndex) {
    with_session(|session| {
        let all = session.search().all;
        session.set_search(Search { index, all });
    });
}

/// Asks for the index of the search, unless it is there or on its way.
fn look_up() {
    let idle = with_session(|session| {
        let idle = matches!(session.search().index, SearchIndex::Idle | SearchIndex::Failed);
        if idle {
            session.set_search(Search { index: SearchIndex::Loading, all: false });
        }
        idle
    });
    if idle == Some(true) {
        // The loader knows where the index lies, and answers with it.
        listen::dispatch("utlovat:search");
    }
}

/// Whoever comes to the search wants its index.
fn look_up_on_search_page() {
    if with_session(|session| session.address().page == Page::Search) == Some(true) {
        look_up();
    }
}
