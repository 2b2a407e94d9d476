//! The reader's choice, as views see it: a value that changes and a way to change it.

use crate::route::{BadValue, Selection};
use leptos::prelude::*;

/// The choice in the address, and what to do when the reader makes another.
///
/// While prerendering and until hydration is over the choice is the default one, so that the
/// prerendered and the hydrated page are the same.
#[derive(Clone, Copy)]
pub struct Live {
    pub selection: Signal<Selection>,
    /// Values in the address that mean nothing: the page says so.
    pub bad: Signal<Vec<BadValue>>,
    /// Puts another choice into the address.
    pub choose: Callback<Selection>,
}
