//! What of the page the reader sees, as the loader watches it.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// Watches elements and knows which are on the screen or near it.
    pub type Visibility;

    /// Begins to watch an element.
    #[wasm_bindgen(method)]
    pub fn watch(this: &Visibility, element: &Element);

    /// Whether an element is on the screen or close to it; so is what was never watched.
    #[wasm_bindgen(method)]
    pub fn near(this: &Visibility, element: &Element) -> bool;
}
