//! All side effects: the only folder that names `web_sys` or `gloo`.
//!
//! It finds the prerendered page and then keeps three things in step: the address, the page
//! and the reader's choice. A router of our own in a few lines, since [`Address`] already is
//! the route table: `leptos_router` costs 30 kB brotli, leaves links inside SVG to the browser
//! and takes over those of embeds, which belong to the page around them.

mod control;

mod listen;

mod mounted;

mod patch;

mod router;

mod session;

mod visibility;

use super::edition::Edition;
use crate::analysis::search::Index;
use crate::route::Page;
use crate::view::{Facts, Search, SearchIndex};
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

/// An edition that has been read. Reading and starting are two calls, so that the browser can
/// answer its reader in between.
#[wasm_bindgen]
pub struct FactsRead(Facts);

/// Reads an edition's file: `base` is the path below which the site lives and `origin` where it
/// is published.
#[wasm_bindgen]
pub fn read(facts: &[u8], base: String, origin: String) -> Result<FactsRead, JsError> {
    let (base, origin) = (Box::leak(base.into_boxed_str()), Box::leak(origin.into_boxed_str()));
    edition(facts, base, origin).map(FactsRead)
}

/// Finds the page that stands in `place`; [`go_on`] does the rest. `all_loaded` says that all
/// facts were read, not just the overview's part, and `visibility` tells what the reader sees.
#[wasm_bindgen]
pub fn start(facts: FactsRead, all_loaded: bool, visibility: Visibility, place: HtmlElement) {
    let address = router::current_address(&facts.0);
    let choose = Callback::new(router::choose);
    let place = (place.into(), visibility);
    let session = Session::start(facts.0, all_loaded, address, choose, place);
    SESSION.set(Some(session));
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
    router::follow();
    // What was prerendered shows everything, today. The address may ask for something else.
    if !router::query().is_empty() {
        router::arrive();
    }
    look_up_on_search_page();
    false
}

/// Gives the page all facts, when it began with the overview's.
#[wasm_bindgen]
pub fn supply(facts: &[u8]) -> Result<(), JsError> {
    let Some((base, origin)) = with_session(|it| (it.today().base, it.today().origin)) else {
        return Ok(());
    };
    let facts = edition(facts, base, origin)?;
    with_session(|session| session.supply(facts));
    router::describe();
    Ok(())
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

/// Reads an edition's file. Its words stay for as long as the page.
fn edition(facts: &[u8], base: &'static str, origin: &'static str) -> Result<Facts, JsError> {
    let Edition { dataset, messages } = Edition::from_bytes(facts)
        .map_err(|_| JsError::new("the facts are cut short or from another build"))?;
    Ok(Facts::of_today(dataset, Box::leak(Box::new(messages)), base, origin))
}
