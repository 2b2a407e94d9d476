//! What readers do on a page that stands there as text: one listener for all marks, one for the
//! buttons that copy, one for the keys in what a search found; and what happens to their window.

use crate::model::Id;
use crate::view::{Live, Opened};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

/// Opens what a mark of a chart stands for. A mark is a link that works without us, and charts
/// come as text, so one listener serves them all.
pub(super) fn open_on_click(opened: RwSignal<Option<Opened>>) {
    let open = move |event: &web_sys::Event| {
        let link = event.dyn_ref::<MouseEvent>().and_then(followed_link);
        let Some(mark) = link.and_then(|link| link.get_attribute("data-open")) else { return };
        let Some((procurement, events)) = mark.split_once(':') else { return };
        let Ok(procurement) = Id::parse(procurement) else { return };
        let events = events.split(',').filter_map(|event| Id::parse(event).ok()).collect();
        event.prevent_default();
        opened.set(Some(Opened { procurement, events }));
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, open).forget();
}

/// Leads from the search's field through what it found by the keys that lists have: down and up
/// to the next one, home and end to the first and the last, Enter into them and Escape back.
/// In the field Escape takes the words away.
pub(super) fn walk_on_keys(live: Live) {
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
                let none = live.selection.with_untracked(|selection| selection.with_words(""));
                event.prevent_default();
                live.choose.run(none);
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

/// Follows printing, for which nothing waits and all is unfolded, and the window's width.
pub(super) fn watch_window(
    settled: RwSignal<bool>,
    printing: RwSignal<bool>,
    wide: RwSignal<bool>,
) {
    EventListener::new(&window(), "beforeprint", move |_| {
        settled.set(true);
        printing.set(true);
    })
    .forget();
    EventListener::new(&window(), "afterprint", move |_| printing.set(false)).forget();
    EventListener::new(&window(), "resize", move |_| {
        if wide.get_untracked() != is_wide() {
            wide.set(is_wide());
        }
    })
    .forget();
}

/// Whether the window shows the wide drawings: the same question as in `style/chart.css`.
pub(super) fn is_wide() -> bool {
    window().match_media("(min-width: 44rem)").ok().flatten().is_some_and(|answer| answer.matches())
}

/// Copies what a button names, and says so beside it once the browser has done it. Pages come as
/// text, so one listener serves all buttons.
pub(super) fn copy_on_click() {
    let copy = |event: &web_sys::Event| -> Option<()> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        let button = target.closest("button[data-copy]").ok()??;
        let named = document().query_selector(&button.get_attribute("data-copy")?).ok()??;
        let (text, said) = (named.text_content()?, button.next_element_sibling()?);
        // Elsewhere there is no clipboard to write to.
        window().is_secure_context().then_some(())?;
        let word = button.get_attribute("data-copied");
        let copied = Closure::once(move |_: JsValue| said.set_text_content(word.as_deref()));
        let _ = window().navigator().clipboard().write_text(&text).then(&copied);
        copied.forget();
        Some(())
    };
    EventListener::new(&document(), "click", move |event| _ = copy(event)).forget();
}

/// The link that a plain click on it means to follow.
pub(super) fn followed_link(event: &MouseEvent) -> Option<Element> {
    let plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
        && !event.default_prevented();
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let ours = !link.has_attribute("target")
        && !link.has_attribute("download")
        && !link.get_attribute("rel").is_some_and(|rel| rel.contains("external"));
    (plain && ours).then_some(link)
}
