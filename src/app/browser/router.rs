//! Address bar ↔ page: links within the site, back and forward, and the reader's choice.

use super::session::{Session, Step, Visit};
use super::{Edition, dialog, listen, look_up_on_search_page, opening, with_session};
use crate::route::{Address, Page, Selection};
use crate::view::page::needs::is_of_everything;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use leptos::prelude::request_animation_frame;
use std::cell::RefCell;
use std::sync::atomic::{AtomicU32, Ordering};
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Object, Reflect};
use web_sys::{Element, HtmlElement, MouseEvent};

/// The page of the address bar. A page of another language or an unknown one was prerendered
/// as "not found" in Swedish, and is that.
pub fn current_address(edition: Edition) -> Address {
    match Address::below(edition.base, &path()) {
        Some(below) => Address::parse(below),
        None => Address::new(edition.messages.lang(), Page::NotFound),
    }
}

/// The path of the address bar.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The query of the address bar.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// Shows another choice, and puts it into the address.
pub fn choose(selection: Selection) {
    let lead = leading();
    let shown = with_session(|session| {
        let query = selection.to_string();
        // Not the address bar's: on the way back it may have gone ahead.
        let url = format!("{}{query}", session.path());
        let step = match is_step(&session.choice(), &selection) {
            true => Step::Instead(url),
            false => Step::Next(url),
        };
        session.set_idle(false);
        session.visit(Visit { address: session.address().clone(), query, step, place: None })
    });
    if let Some(visit) = shown.flatten() {
        record_when_drawn(visit.step);
        lead();
    }
    // What nobody sees, and the head, wait until the reader has paused.
    let this = PAUSE.fetch_add(1, Ordering::Relaxed) + 1;
    let over = move || {
        if PAUSE.load(Ordering::Relaxed) == this {
            with_session(|session| session.set_idle(true));
            describe();
        }
    };
    Timeout::new(STOPPED, over).forget();
}

/// Follows links within the site, and the back and forward buttons. Embeds stay what they are, but
/// a choice that was made in them can be taken back.
///
/// Until the facts of another page have come the reader stays on this one, which goes on to answer.
pub fn follow() {
    let embedded = with_session(|session| matches!(session.address().page, Page::Embed(..)));
    if embedded == Some(false) {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), "click", options, |event| {
            let Some(link) = event.dyn_ref::<MouseEvent>().and_then(listen::followed_link) else {
                return;
            };
            let to = with_session(|session| within(session, &link)).flatten();
            if let Some(visit) = to {
                event.prevent_default();
                go(visit);
            }
        })
        .forget();
        for event in ["pointerover", "touchstart", "focusin"] {
            EventListener::new(&document(), event, |event| _ = expect(event)).forget();
        }
    }
    EventListener::new(&window(), "popstate", |_| {
        // A choice that the history has not been told of is taken back with it.
        UNTOLD.take();
        arrive();
    })
    .forget();
}

/// Shows the page and the choice that the address bar now holds.
pub fn arrive() {
    let here = |session: &mut Session| {
        let address = current_address(session.edition());
        Visit { address, query: query(), step: Step::Same, place: None }
    };
    if let Some(visit) = with_session(here) {
        go(visit);
    }
}

/// Shows what waited for facts that have come.
pub fn supplied() {
    if let Some(visit) = with_session(Session::supplied).flatten() {
        settle(visit);
        opening::lead(None);
        dialog::lead(None);
    }
}

/// Leaves to the browser what waited for facts that cannot be had: each page has a file.
pub fn missed() {
    let Some(visit) = with_session(Session::missed).flatten() else { return };
    let location = window().location();
    let _ = match visit.step {
        Step::Next(url) => location.assign(&url),
        Step::Instead(url) => location.replace(&url),
        Step::Same => location.reload(),
    };
}

/// Says in the document's head what the page shows: its title, and its sentence for a choice.
pub fn describe() {
    let Some(head) = with_session(Session::head) else { return };
    document().set_title(&head.title);
    if let Some(meta) = document().query_selector("meta[name=description]").ok().flatten() {
        let _ = meta.set_attribute("content", &head.description);
    }
}

fn go(visit: Visit) {
    let lead = leading();
    if let Some(visit) = with_session(|session| session.visit(visit)).flatten() {
        settle(visit);
        lead();
    }
}

/// Takes note of what is open, and leads the reader to what is opened then or back from what is
/// closed.
fn leading() -> impl FnOnce() {
    let (opened, dialog) = (opening::opened(), dialog::open());
    move || {
        opening::lead(opened);
        dialog::lead(dialog);
    }
}

/// Does what is to be done when another page or choice has come into sight.
fn settle(visit: Visit) {
    record(&visit.step);
    with_session(|session| session.set_path(path()));
    describe();
    look_up_on_search_page();
    if let Some(place) = visit.place {
        show(&place);
    }
}

/// Begins to fetch what a link leads to when the reader comes to it.
fn expect(event: &web_sys::Event) -> Option<()> {
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    with_session(|session| {
        if let Some(Visit { address, query, .. }) = within(session, &link) {
            session.expect(address.page, query);
        }
    })
}

/// After so many milliseconds a reader who chose has paused.
const STOPPED: u32 = 120;

/// The last pause that was begun: an earlier one that ends has nothing to say.
static PAUSE: AtomicU32 = AtomicU32::new(0);

/// Whether a choice is one more step on a way from day to day or from mark to mark, or one more
/// letter of a search.
/// Such a way is one step in the history: "back" leads to before it. Whatever else is chosen is a
/// step of its own. A story that plays to its end has been one way too.
fn is_step(now: &Selection, next: &Selection) -> bool {
    let days = now.play || now.as_of.is_some() == next.as_of.is_some();
    let as_of = if days { next.as_of } else { now.as_of };
    let marks = now.open.is_some() && next.open.is_some();
    let open = if marks { next.open.clone() } else { now.open.clone() };
    let Selection { words, play, .. } = next.clone();
    Selection { words, play, as_of, open, ..now.clone() } == *next
}

/// Where a link leads, if that is a page of this edition other than the very one that is shown (a
/// mere anchor is the browser's to follow).
fn within(session: &Session, link: &Element) -> Option<Visit> {
    let href = link.get_attribute("href")?;
    let url = web_sys::Url::new_with_base(&href, &window().location().href().ok()?).ok()?;
    let (path, hash, search) = (url.pathname(), url.hash(), url.search());
    if url.origin() != window().location().origin().ok()? {
        return None;
    }
    let edition = session.edition();
    let address = Address::parse(Address::below(edition.base, &path)?);
    let ours = address.lang == edition.messages.lang()
        && !matches!(address.page, Page::NotFound | Page::Embed(..));
    let anchor = address == *session.address() && !hash.is_empty() && search == query();
    // A reader who looks from an earlier day goes on looking from it.
    let query = match search.is_empty() {
        true => session.choice().kept().to_string(),
        false => search,
    };
    // A page that would need all facts is left to the browser: its file has what it shows.
    let ours = ours && (!is_of_everything(&address.page) || session.has(&address.page, &query));
    let step = Step::Next(format!("{path}{query}{hash}"));
    (ours && !anchor).then_some(Visit { address, query, step, place: Some(hash) })
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

thread_local! {
    /// What the history is told once it has been drawn.
    static UNTOLD: RefCell<Option<Step>> = const { RefCell::new(None) };
}

/// Tells the history of a choice once it has been drawn: a browser takes as long for an entry as
/// for drawing it, and the reader waits for the second.
fn record_when_drawn(step: Step) {
    let step = match (UNTOLD.take(), step) {
        (Some(Step::Next(_)), Step::Instead(url)) => Step::Next(url),
        (Some(before @ Step::Next(_)), step) => {
            tell(&before);
            step
        }
        (_, step) => step,
    };
    UNTOLD.set(Some(step));
    request_animation_frame(|| {
        Timeout::new(0, || {
            if let Some(step) = UNTOLD.take() {
                tell(&step);
            }
        })
        .forget();
    });
}

/// Tells the history of a page at once.
fn record(step: &Step) {
    if let Some(before) = UNTOLD.take() {
        tell(&before);
    }
    match (step, window().history()) {
        // It begins at its top.
        (Step::Next(url), Ok(history)) => {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(url));
        }
        _ => tell(step),
    }
}

/// Tells the history of a choice. It leaves the reader where they are, and the entry says where
/// that is, for `back.js`.
fn tell(step: &Step) {
    let Ok(history) = window().history() else { return };
    let _ = match step {
        Step::Next(url) => {
            let state = Object::new();
            let y = window().scroll_y().unwrap_or_default();
            let _ = Reflect::set(&state, &"y".into(), &y.into());
            history.push_state_with_url(&state, "", Some(url))
        }
        Step::Instead(url) => {
            let state = history.state().unwrap_or_default();
            history.replace_state_with_url(&state, "", Some(url))
        }
        Step::Same => Ok(()),
    };
}
