//! The dialog in which a figure is taken along. The address holds whether it is open; the browser
//! keeps the focus in it, and gives it back to the button when it is closed.

use super::listen::{dispatch, followed_link};
use super::router::choose;
use super::with_session;
use crate::route::Page;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlDialogElement, HtmlElement, MouseEvent};

/// Begins to listen to the reader, once.
pub fn listen() {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, |event| _ = click(event))
        .forget();
    // The browser closes it by itself when Escape is pressed. The event does not bubble.
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), "close", options, |_| _ = close()).forget();
}

/// The figure whose dialog is open, for [`lead`].
pub fn open() -> Option<&'static Page> {
    with_session(|session| session.choice().reuse).flatten()
}

/// Asks for the style sheet where a figure takes along what it needs of it.
pub fn fetch_sheet() {
    if with_session(|session| session.wants_sheet()) == Some(true) {
        // The loader knows where it lies, and answers with it.
        dispatch("utlovat:sheet");
    }
}

/// Shows the dialog that has been opened, or leads back to the button of one that was closed.
/// `before` is the figure whose dialog was open before.
pub fn lead(before: Option<&'static Page>) {
    fetch_sheet();
    let shown = document().query_selector("dialog.reuse-dialog").ok().flatten();
    match (shown, before.and_then(Page::figure_code)) {
        (Some(dialog), _) => {
            if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>().filter(|it| !it.open()) {
                let _ = dialog.show_modal();
                focus("#reuse-title");
            }
        }
        (None, Some(code)) => focus(&format!("[data-reuse=\"{code}\"]")),
        (None, None) => {}
    }
}

/// The button is a link that works without us.
fn click(event: &web_sys::Event) -> Option<()> {
    let event = event.dyn_ref::<MouseEvent>()?;
    let target = event.target()?.dyn_into::<Element>().ok()?;
    if target.closest("[data-close-dialog]").ok()?.is_some() {
        return close();
    }
    let code = followed_link(event)?.get_attribute("data-reuse")?;
    let figure = Page::of_figure_code(&code)?;
    event.prevent_default();
    choose(with_session(|session| session.choice())?.reusing(Some(figure)));
    Some(())
}

fn close() -> Option<()> {
    let now = with_session(|session| session.choice())?;
    if now.reuse.is_some() {
        choose(now.reusing(None));
    }
    Some(())
}

fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
