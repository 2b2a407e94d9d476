//! Pictures in the browser, drawn as the build draws them: the same HTML under the same sheet gives
//! the same bytes. `public/assets/picture.js` is the way to it.

#![forbid(unsafe_code)]

use picture::sheet::Sheet;
use picture::style::BASE;
use picture::{Scene, draw};
use wasm_bindgen::prelude::*;

/// A document under a sheet as SVG, as high as it needs to be.
#[wasm_bindgen]
pub fn drawn(
    html: &str,
    css: &str,
    width: f32,
    title: &str,
    description: &str,
    lang: &str,
) -> String {
    let sheet = Sheet::new(&format!("{BASE}{css}"));
    let scene =
        Scene { html, sheet: &sheet, width, height: None, foot: 0.0, title, description, lang };
    draw(&scene).svg
}

/// A picture as PNG, so many pixels for each of its own.
#[wasm_bindgen]
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, JsError> {
    picture::png::png(svg, scale).map_err(|why| JsError::new(&why))
}
