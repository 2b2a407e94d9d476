//! The bar of days is one line until the reader touches it, and once more when they turn to the
//! page. What goes on by itself stops when they do something else than look.

use super::router::choose;
use super::session::Session;
use super::with_session;
use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Says in the style that the bar is being used.
const TOUCHED: &str = "data-touched";

/// Begins to listen, once.
pub fn listen() {
    for event in ["pointerdown", "focusin"] {
        EventListener::new(&document(), event, |event| _ = turn_to(target(event))).forget();
    }
    EventListener::new(&document(), "keydown", |event| _ = leave_on_escape(event)).forget();
    EventListener::new(&document(), "click", stop_story).forget();
    // The reader may have been quicker.
    turn_to(document().active_element());
}

fn target(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn bar() -> Option<Element> {
    document().query_selector(".day-bar").ok()?
}

/// Opens the bar for who turns to it, and closes it for who turns away.
fn turn_to(place: Option<Element>) -> Option<()> {
    let (bar, place) = (bar()?, place?);
    let inside = bar.contains(Some(&place));
    if bar.has_attribute(TOUCHED) != inside {
        bar.toggle_attribute_with_force(TOUCHED, inside).ok()?;
        // What it tells may have to be fetched first.
        with_session(Session::render);
    }
    Some(())
}

/// Escape closes the bar; the focus stays in the line that is left.
fn leave_on_escape(event: &web_sys::Event) -> Option<()> {
    let bar = bar()?;
    if event.dyn_ref::<KeyboardEvent>()?.key() == "Escape" && bar.contains(target(event).as_deref())
    {
        let first = bar.query_selector("button").ok()??;
        first.dyn_into::<HtmlElement>().ok()?.focus().ok()?;
        bar.remove_attribute(TOUCHED).ok()?;
    }
    Some(())
}

/// The button that began it is the one click that this leaves alone.
fn stop_story(event: &web_sys::Event) {
    let is_button = |at: Element| at.closest(".day-play").ok().flatten().is_some();
    let choice = with_session(|session| session.choice()).filter(|choice| choice.play);
    if let Some(choice) = choice.filter(|_| !target(event).is_some_and(is_button)) {
        choose(choice.toggle_play());
    }
}
