//! Address bar ↔ page: links within the site, back and forward, and the reader's choice.

use super::session::Session;
use super::{listen, look_up_on_search_page, with_session};
use crate::route::{Address, Page, Selection};
use crate::view::Facts;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use std::sync::atomic::{AtomicU32, Ordering};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, MouseEvent};

/// The page of the address bar. A page of another language or an unknown one was prerendered
/// as "not found" in Swedish, and is that.
pub fn current_address(facts: &Facts) -> Address {
    let path = window().location().pathname().unwrap_or_default();
    match Address::below(facts.base, &path) {
        Some(below) => Address::parse(below),
        None => Address::new(facts.messages.lang(), Page::NotFound),
    }
}

/// The query of the address bar.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// Puts another choice into the address, and shows it.
pub fn choose(selection: Selection) {
    let Some(stepped) = with_session(|session| is_step(session.selection(), &selection)) else {
        return;
    };
    let path = window().location().pathname().unwrap_or_default();
    let query = selection.to_string();
    let url = format!("{path}{query}");
    if stepped {
        replace(&url)
    } else {
        push(&url)
    }
    with_session(|session| {
        session.set_idle(false);
        session.go_to(session.address().clone(), query);
    });
    // What nobody sees, and the head, wait until the reader has paused.
    let this = PAUSE.fetch_add(1, Ordering::Relaxed) + 1;
    let over = move || {
        if PAUSE.load(Ordering::Relaxed) == this {
            with_session(|session| session.set_idle(true));
            describe();
        }
    };
    gloo::timers::callback::Timeout::new(STOPPED, over).forget();
}

/// Follows links within the site, and the back and forward buttons. Embeds stay what they are, but
/// a choice that was made in them can be taken back.
///
/// Before all facts are there a link is left to the browser: every page is a file of its own.
pub fn follow() {
    let embedded = with_session(|session| matches!(session.address().page, Page::Embed(..)));
    if embedded == Some(false) {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), "click", options, |event| {
            let Some(link) = event.dyn_ref::<MouseEvent>().and_then(listen::followed_link) else {
                return;
            };
            let to = with_session(|session| within(session, &link)).flatten();
            if let Some((url, hash)) = to {
                event.prevent_default();
                push(&url);
                arrive();
                show(&hash);
            }
        })
        .forget();
    }
    EventListener::new(&window(), "popstate", |_| {
        let here = with_session(|session| {
            session.all_loaded() || current_address(session.today()) == *session.address()
        });
        if here == Some(true) {
            arrive();
        } else {
            let _ = window().location().reload();
        }
    })
    .forget();
}

/// Shows the page and the choice that the address bar now holds.
pub fn arrive() {
    with_session(|session| session.go_to(current_address(session.today()), query()));
    describe();
    look_up_on_search_page();
}

/// Says in the document's head what the page shows: its title, and its sentence for a choice.
pub fn describe() {
    let Some(head) = with_session(Session::head).flatten() else { return };
    document().set_title(&head.title);
    if let Some(meta) = document().query_selector("meta[name=description]").ok().flatten() {
        let _ = meta.set_attribute("content", &head.description);
    }
}

/// After so many milliseconds a reader who chose has paused.
const STOPPED: u32 = 120;

/// The last pause that was begun: an earlier one that ends has nothing to say.
static PAUSE: AtomicU32 = AtomicU32::new(0);

/// Whether a choice is one more step on a way from day to day, or one more letter of a search.
/// Such a way is one step in the history: "back" leads to before it. Whatever else is chosen is a
/// step of its own.
fn is_step(now: &Selection, next: &Selection) -> bool {
    let days = now.as_of.is_some() == next.as_of.is_some();
    let as_of = if days { next.as_of } else { now.as_of };
    Selection { words: next.words.clone(), as_of, ..now.clone() } == *next
}

/// Where a link leads and the place on the page there, if that is a page of this edition other
/// than the very one that is shown (a mere anchor is the browser's to follow).
fn within(session: &Session, link: &Element) -> Option<(String, String)> {
    let href = link.get_attribute("href")?;
    let url = web_sys::Url::new_with_base(&href, &window().location().href().ok()?).ok()?;
    let (path, hash, search) = (url.pathname(), url.hash(), url.search());
    if !session.all_loaded() || url.origin() != window().location().origin().ok()? {
        return None;
    }
    let facts = session.today();
    let next = Address::parse(Address::below(facts.base, &path)?);
    let lang = facts.messages.lang();
    let ours = next.lang == lang && !matches!(next.page, Page::NotFound | Page::Embed(..));
    let anchor = next == *session.address() && !hash.is_empty() && search == query();
    // A reader who looks from an earlier day goes on looking from it.
    let search = match search.is_empty() {
        true => session.selection().kept().to_string(),
        false => search,
    };
    (ours && !anchor).then(|| (format!("{path}{search}{hash}"), hash))
}

/// Brings the reader to the new page: to the place that the hash names, or to its heading,
/// which takes the focus so that a screen reader tells where one is.
fn show(hash: &str) {
    let hash = hash.trim_start_matches('#').to_owned();
    if !hash.is_empty() && document().get_element_by_id(&hash).is_some() {
        // The browser's own way to a place: it scrolls there, marks it as the target, and Tab
        // goes on from it.
        let _ = window().location().replace(&format!("#{hash}"));
        return;
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
    let first = |css: &str| document().query_selector(css).ok().flatten();
    // Or to what the reader came to do.
    let place = first("#q").or_else(|| first("h1"));
    if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = place.focus_with_options(&options);
    }
}

fn replace(url: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

fn push(url: &str) {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(url));
    }
}
