//! How high the preview of an embed is: the frame tells it, as it tells any page around it.
//!
//! A host that does not listen gives a frame the height of its code, in whatever column. So once
//! the preview has told its height in the column that is shown, it is asked for that in narrower
//! ones, one after another, while nobody sees it change.

use super::with_session;
use crate::view::frame_height::Heights;
use gloo::events::EventListener;
use gloo::utils::{document, window};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Object, Reflect};
use web_sys::{HtmlIFrameElement, MessageEvent};

/// The columns that a height is asked for in, in pixels.
const COLUMNS: [u16; 6] = [680, 600, 520, 440, 380, 320];

#[derive(Default)]
struct Measured {
    /// The address of the embed that was measured.
    src: String,
    /// How wide the preview is when nobody measures.
    shown: u16,
    /// Its height in each column.
    heights: BTreeMap<u16, u16>,
    /// The column that is asked for now.
    asked: Option<u16>,
}

thread_local! {
    static MEASURED: RefCell<Measured> = RefCell::default();
}

/// Begins to listen, and asks a frame that has told its height already to tell it again.
pub fn listen() {
    EventListener::new(&window(), "message", |event| _ = take(event)).forget();
    ask();
}

fn shown() -> Option<HtmlIFrameElement> {
    document().query_selector("iframe.reuse-shown").ok()??.dyn_into().ok()
}

/// Asks the frame for its height.
fn ask() {
    if let Some(window) = shown().and_then(|frame| frame.content_window()) {
        let ask = Object::new();
        let _ = Reflect::set(&ask, &"type".into(), &"utlovat:tell".into());
        let _ = window.post_message(&ask, "*");
    }
}

fn take(event: &web_sys::Event) -> Option<()> {
    let event = event.dyn_ref::<MessageEvent>()?;
    let frame = shown()?;
    if !Object::is(event.source()?.as_ref(), &frame.content_window()?.into()) {
        return None;
    }
    let told = |key: &str| Reflect::get(&event.data(), &key.into()).ok();
    if told("type")?.as_string()? != "utlovat:height" {
        return None;
    }
    let pixels = |key: &str| Some(told(key)?.as_f64()?.clamp(1.0, f64::from(u16::MAX)) as u16);
    let (width, height) = (pixels("width")?, pixels("height")?);
    let known = MEASURED.with_borrow_mut(|measured| measured.note(&frame, width, height))?;
    with_session(|session| session.set_preview(known))
}

impl Measured {
    /// Takes note of a height, and asks for the next. What is known comes back when nothing is left
    /// to ask.
    fn note(&mut self, frame: &HtmlIFrameElement, width: u16, height: u16) -> Option<Heights> {
        if self.src != frame.src() {
            // Another choice, perhaps while the one before was measured.
            *self = Measured { src: frame.src(), ..Measured::default() };
            become_as_shown(frame);
            return None;
        }
        let before = self.heights.insert(width, height);
        // A message that was on its way while the column changed has nothing to say of this one.
        let stands = frame.client_width() == i32::from(width);
        match self.asked {
            Some(asked) if asked != width => {
                // The page may have made the frame anew meanwhile, as wide as it is shown.
                if frame.client_width() != i32::from(asked) {
                    become_as_wide(frame, asked);
                }
                return None;
            }
            Some(_) => {}
            None if stands => {
                self.shown = width;
                // What stands in it is another: the day or the part that was asked for has come.
                if before.is_some_and(|before| before != height) {
                    self.heights = BTreeMap::from([(width, height)]);
                }
            }
            None => return None,
        }
        let narrower = |column: &u16| *column < self.shown && !self.heights.contains_key(column);
        self.asked = COLUMNS.into_iter().find(narrower);
        if let Some(column) = self.asked {
            become_as_wide(frame, column);
            return None;
        }
        if width != self.shown {
            become_as_shown(frame);
        }
        let narrower = self.heights.range(..=self.shown).rev();
        Some(Heights(narrower.map(|(width, height)| (*width, *height)).collect()))
    }
}

/// Makes the preview as wide as a column, unseen, and asks how high it is there.
fn become_as_wide(frame: &HtmlIFrameElement, column: u16) {
    frame.style().set_css_text(&format!("width: {column}px; visibility: hidden"));
    // The frame has its new width before it answers.
    let _ = frame.offset_width();
    ask();
}

/// Makes the preview as wide as the reader wants it.
fn become_as_shown(frame: &HtmlIFrameElement) {
    frame.style().set_css_text("");
    let _ = frame.offset_width();
    ask();
}
