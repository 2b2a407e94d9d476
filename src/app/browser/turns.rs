//! Turns in which a page is hydrated, and what of it the reader sees: both as the loader tells.

use crate::view::part::Turn;
use leptos::tachys::renderer::types::Element;
use std::cell::RefCell;
use std::collections::VecDeque;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What the reader sees, as the loader watches it.
    pub type Eye;

    /// Begins to watch an element.
    #[wasm_bindgen(method)]
    fn watch(this: &Eye, element: &Element);

    /// Whether an element is on the screen or close to it.
    #[wasm_bindgen(method)]
    fn near(this: &Eye, element: &Element) -> bool;
}

thread_local! {
    static EYE: RefCell<Option<Eye>> = const { RefCell::new(None) };
    static TURNS: RefCell<VecDeque<Turn>> = const { RefCell::new(VecDeque::new()) };
}

/// From now on this is what the reader sees with.
pub(super) fn open(eye: Eye) {
    EYE.set(Some(eye));
}

pub(super) fn watch(element: &Element) {
    EYE.with_borrow(|eye| eye.iter().for_each(|eye| eye.watch(element)));
}

pub(super) fn near(element: &Element) -> bool {
    EYE.with_borrow(|eye| eye.as_ref().is_none_or(|eye| eye.near(element)))
}

/// Puts a turn at the end of the line.
pub(super) fn line_up(turn: Turn) {
    TURNS.with_borrow_mut(|turns| turns.push_back(turn));
}

/// Does what is first in the line; `false` when nothing is.
pub(super) fn take() -> bool {
    let turn = TURNS.with_borrow_mut(VecDeque::pop_front);
    turn.map(|turn| turn()).is_some()
}
