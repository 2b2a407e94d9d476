//! The mark of a timeline that a reader opens and closes. The address holds which one it is; the
//! focus goes to the heading of its facts, and back to the mark when they are closed.

use super::listen::followed_link;
use super::router::choose;
use super::session::Session;
use super::with_session;
use crate::route::{Address, Opened, Selection};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, FocusOptions, HtmlElement, KeyboardEvent, MouseEvent, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Begins to listen to the reader, once.
pub fn listen() {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, |event| _ = click(event))
        .forget();
    EventListener::new(&document(), "keydown", |event| _ = key(event)).forget();
}

/// What was opened on which page, for [`lead`].
pub fn opened() -> Option<(Address, Opened)> {
    with_session(|session| Some((session.address().clone(), session.choice().open?))).flatten()
}

/// Leads the reader to what was opened, or back to the mark of what was closed. `before` is what
/// was opened before.
pub fn lead(before: Option<(Address, Opened)>) {
    match (opened(), before) {
        (Some(now), before) if Some(&now) != before.as_ref() => _ = reveal(),
        (None, Some((address, closed)))
            if with_session(|session| *session.address() == address) == Some(true) =>
        {
            focus_mark(&closed);
        }
        _ => {}
    }
}

/// A mark is a link that works without us. One that is open is closed.
fn click(event: &web_sys::Event) -> Option<()> {
    let event = event.dyn_ref::<MouseEvent>()?;
    let target = event.target()?.dyn_into::<Element>().ok()?;
    if target.closest("[data-close]").ok()?.is_some() {
        return close();
    }
    if let Some(button) = target.closest("[data-years]").ok()? {
        let years = button.get_attribute("data-years")?;
        let (first, last) = years.split_once('-')?;
        zoom((first.parse().ok()?, last.parse().ok()?))?;
        return reveal();
    }
    let opens = followed_link(event)?.get_attribute("data-open")?;
    let opens = Opened::parse(&opens)?;
    event.prevent_default();
    let now = with_session(|session| session.choice())?;
    let open = Some(opens).filter(|opens| now.open.as_ref() != Some(opens));
    choose(now.opening(open));
    Some(())
}

/// Shows these years alone.
pub fn zoom(years: (i16, i16)) -> Option<()> {
    choose(with_session(|session| Session::within_years(session, years))?);
    Some(())
}

fn key(event: &web_sys::Event) -> Option<()> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    let at = event.target()?.dyn_into::<Element>().ok()?;
    let here = at.local_name() == "body" || at.closest("figure").ok()?.is_some();
    let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    if event.key() == "Escape" && plain && here && !event.default_prevented() {
        return close();
    }
    None
}

fn close() -> Option<()> {
    let now = with_session(|session| session.choice())?;
    if now.open.is_some() {
        choose(Selection { open: None, ..now });
    }
    Some(())
}

/// Brings what is opened into sight, with its mark. Where a lane is too high for both, as much of
/// the facts as there is room for, and at least their heading.
fn reveal() -> Option<()> {
    let heading = document().get_element_by_id("opened")?;
    focus(&heading);
    let panel = heading.closest(".panel").ok()??;
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    let mark = panel.parent_element().and_then(|lane| visible(&lane, "a[aria-current]"));
    let heading = heading.parent_element();
    for element in [&panel].into_iter().chain(&mark).chain(&heading) {
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
    Some(())
}

/// Gives the focus to a mark, or to another one of the lane where it is not drawn.
fn focus_mark(opened: &Opened) -> Option<()> {
    let page: Element = document().document_element()?;
    let mark = visible(&page, &format!("a[data-open=\"{opened}\"]"));
    let of_lane = || visible(&page, &format!("a[data-open^=\"{}:\"]", opened.procurement));
    focus(&mark.or_else(of_lane)?);
    Some(())
}

/// The first of some elements that the drawing shows at its width.
fn visible(within: &Element, css: &str) -> Option<Element> {
    let found = within.query_selector_all(css).ok()?;
    let mut elements =
        (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
    elements.find(|element| element.get_bounding_client_rect().width() > 0.0)
}

/// Gives the focus to an element of HTML or SVG: both have the method.
fn focus(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}
