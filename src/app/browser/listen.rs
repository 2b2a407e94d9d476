//! What readers do on a page that stands there as text: one listener for all buttons that
//! copy or ask for more, one for the keys in what a search found; and what happens to their window.

use super::router::choose;
use super::{dialog, look_up, opening, with_session};
use crate::view::Search;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

/// Begins to listen to the reader, once.
pub fn listen() {
    opening::listen();
    dialog::listen();
    copy_on_click();
    more_on_click();
    walk_on_keys();
    watch_folds();
    watch_printing();
}

/// Tells the loader something.
pub fn dispatch(name: &str) {
    if let Ok(event) = web_sys::Event::new(name) {
        let _ = window().dispatch_event(&event);
    }
}

/// The link that a plain click on it means to follow.
pub fn followed_link(event: &MouseEvent) -> Option<Element> {
    let plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
        && !event.default_prevented();
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let ours = !link.has_attribute("target")
        && !link.has_attribute("download")
        && !link.get_attribute("rel").is_some_and(|rel| rel.contains("external"));
    (plain && ours).then_some(link)
}

/// Shows all that a search found, or asks once more for its index.
fn more_on_click() {
    let more = |event: &web_sys::Event| -> Option<()> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        target.closest("button[data-more]").ok()??;
        with_session(|session| {
            let Search { index, .. } = session.search();
            session.set_search(Search { index, all: true });
        });
        look_up();
        Some(())
    };
    EventListener::new(&document(), "click", move |event| _ = more(event)).forget();
}

/// Copies what a button names, and says beside it whether the browser has done it.
fn copy_on_click() {
    let copy = |event: &web_sys::Event| -> Option<()> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        let button = target.closest("button[data-copy]").ok()??;
        let named = document().query_selector(&button.get_attribute("data-copy")?).ok()??;
        let (text, said) = (named.text_content()?, button.next_element_sibling()?);
        let tell = |attribute: &str| {
            let (said, words) = (said.clone(), button.get_attribute(attribute));
            Closure::once(move |_: JsValue| said.set_text_content(words.as_deref()))
        };
        // Elsewhere there is no clipboard to write to.
        if !window().is_secure_context() {
            said.set_text_content(button.get_attribute("data-refused").as_deref());
            return Some(());
        }
        let (copied, refused) = (tell("data-copied"), tell("data-refused"));
        let _ = window().navigator().clipboard().write_text(&text).then2(&copied, &refused);
        copied.forget();
        refused.forget();
        Some(())
    };
    EventListener::new(&document(), "click", move |event| _ = copy(event)).forget();
}

/// Leads from the search's field through what it found by the keys that lists have: down and up
/// to the next one, home and end to the first and the last, Enter into them and Escape back.
/// In the field Escape takes the words away.
fn walk_on_keys() {
    let walk = move |event: &web_sys::Event| -> Option<()> {
        let event = event.dyn_ref::<KeyboardEvent>()?;
        let at = event.target()?.dyn_into::<Element>().ok()?;
        let stops = at.closest(".search").ok()??.query_selector_all("#q, .found a").ok()?;
        let now = (0..stops.length()).find(|n| at.is_same_node(stops.get(*n).as_ref()))?;
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
            return None;
        }
        let in_field = now == 0;
        let next = match event.key().as_str() {
            "ArrowDown" => now + 1,
            "Enter" if in_field => 1,
            "ArrowUp" => now.checked_sub(1)?,
            "Home" if !in_field => 1,
            "End" if !in_field => stops.length() - 1,
            "Escape" if in_field => {
                event.prevent_default();
                choose(with_session(|session| session.choice().with_words(""))?);
                return None;
            }
            "Escape" => 0,
            _ => return None,
        };
        let next = stops.get(next)?.dyn_into::<HtmlElement>().ok()?;
        event.prevent_default();
        next.focus().ok()
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        walk(event);
    })
    .forget();
}

/// What is in a fold is made when it is opened. The event does not bubble, so it is caught on its
/// way down.
fn watch_folds() {
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), "toggle", options, |_| {
        with_session(super::session::Session::render);
    })
    .forget();
}

/// On paper nothing waits, and what is folded is there.
fn watch_printing() {
    for (event, printing) in [("beforeprint", true), ("afterprint", false)] {
        EventListener::new(&window(), event, move |_| {
            with_session(|session| session.set_printing(printing));
        })
        .forget();
    }
}
