//! What the controls of a page share: the choice as a signal, and the way to change it; and the
//! few things that all of them do.

use super::facts::Facts;
use crate::route::{Known, Selection};
use leptos::prelude::*;

/// The facts and the choice as signals, for what answers the reader.
#[derive(Clone, Copy)]
pub struct Controls {
    /// The facts, as they were known on the chosen day.
    pub facts: Signal<Facts>,
    pub selection: Signal<Selection>,
    /// Whether all facts are there that another day can be told from.
    pub ready: Signal<bool>,
    /// Puts another choice into the address.
    pub choose: Callback<Selection>,
}

impl Controls {
    /// Changes the choice as it is now.
    pub fn change(self, to: impl FnOnce(&Selection) -> Selection) {
        let next = self.selection.with_untracked(to);
        self.choose.run(next);
    }

    /// The same, with what an address may name.
    pub fn change_with(self, to: impl FnOnce(&Selection, &Known) -> Selection) {
        let facts = self.facts.get_untracked();
        self.change(|selection| to(selection, &facts.site().known()));
    }

    /// Whether something holds of the choice, followed as the choice changes.
    pub fn holds(self, of: impl Fn(&Selection) -> bool) -> bool {
        self.selection.with(of)
    }
}

/// A closure for an attribute that follows signals, on the heap: each kind of closure would bring
/// all that Leptos does with an attribute into the WASM once more.
pub fn attribute<T>(
    value: impl Fn() -> T + Send + Sync + 'static,
) -> Box<dyn Fn() -> T + Send + Sync> {
    Box::new(value)
}

/// What a control does with the value that a reader gave it, on the heap for the same reason.
pub fn on_value(act: impl Fn(String) + 'static) -> Box<dyn FnMut(leptos::ev::Event)> {
    Box::new(move |event| act(event_target_value(&event)))
}

/// What a button does when it is pressed.
pub fn on_press(act: impl Fn() + 'static) -> Box<dyn FnMut(leptos::ev::MouseEvent)> {
    Box::new(move |_| act())
}
