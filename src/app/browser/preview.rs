//! How high the preview of an embed is: the frame tells it, as it tells any page around it.

use super::with_session;
use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Object, Reflect};
use web_sys::{HtmlIFrameElement, MessageEvent};

/// Begins to listen, and asks a frame that has told its height already to tell it again.
pub fn listen() {
    EventListener::new(&window(), "message", |event| _ = take(event)).forget();
    if let Some(window) = shown().and_then(|frame| frame.content_window()) {
        let ask = Object::new();
        let _ = Reflect::set(&ask, &"type".into(), &"utlovat:tell".into());
        let _ = window.post_message(&ask, "*");
    }
}

fn shown() -> Option<HtmlIFrameElement> {
    document().query_selector("iframe.reuse-shown").ok()??.dyn_into().ok()
}

fn take(event: &web_sys::Event) -> Option<()> {
    let event = event.dyn_ref::<MessageEvent>()?;
    let frame: JsValue = shown()?.content_window()?.into();
    if !Object::is(event.source()?.as_ref(), &frame) {
        return None;
    }
    let told = |key: &str| Reflect::get(&event.data(), &key.into()).ok();
    if told("type")?.as_string()? != "utlovat:height" {
        return None;
    }
    let height = told("height")?.as_f64()?.clamp(1.0, f64::from(u16::MAX));
    with_session(|session| session.set_preview(height as u16))
}
