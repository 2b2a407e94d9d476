//! Leptos components in their places. Each takes the place of what was prerendered for it, which
//! has the same elements, so that focus and open folds can go over to it.

use crate::view::Controls;
use gloo::utils::document;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A component that lives, or that waits for its turn.
#[derive(Default)]
pub struct Slot(Option<Rc<RefCell<Option<Alive>>>>);

/// It ends when it is dropped.
type Alive = UnmountHandle<<AnyView as Render>::State>;

/// Makes a component.
type Make = Box<dyn FnOnce(Controls) -> AnyView>;

/// Mounts components: at once, or while a page starts one after the other.
pub struct Mount {
    pub controls: Controls,
    /// While a page starts: a browser compiles WebAssembly as it is first called, so that all
    /// components at once would hold up a slow phone. Between two it answers its reader.
    pub queue: Option<VecDeque<Box<dyn FnOnce()>>>,
}

impl Mount {
    /// Mounts a component unless it is there.
    pub fn once(&mut self, slot: &mut Slot, place: &Element, make: Make) {
        if slot.0.is_some() {
            return;
        }
        let alive = Rc::<RefCell<Option<Alive>>>::default();
        slot.0 = Some(alive.clone());
        let (controls, place) = (self.controls, place.clone());
        let mount = move || {
            *alive.borrow_mut() = take_place(&place, move || make(controls));
        };
        match &mut self.queue {
            Some(queue) => queue.push_back(Box::new(mount)),
            None => mount(),
        }
    }
}

/// Puts a component in the place of the elements that were prerendered for it.
fn take_place(place: &Element, make: impl FnOnce() -> AnyView + 'static) -> Option<Alive> {
    let parent = place.clone().dyn_into::<HtmlElement>().ok()?;
    let opened: Vec<bool> = all(place, "details").map(|fold| fold.has_attribute("open")).collect();
    let focused = document().active_element().filter(|active| place.contains(Some(active)));
    let focused = focused.map(|active| {
        let tag = active.tag_name();
        let at = all(place, &tag).position(|one| one == active).unwrap_or(0);
        (tag, at)
    });
    place.set_inner_html("");
    let alive = mount_to(parent, make);
    for (fold, _) in all(place, "details").zip(opened).filter(|(_, opened)| *opened) {
        // The component hears it, as if the reader had done it.
        let _ = fold.set_attribute("open", "");
    }
    if let Some((tag, at)) = focused
        && let Some(one) =
            all(place, &tag).nth(at).and_then(|one| one.dyn_into::<HtmlElement>().ok())
    {
        let _ = one.focus();
    }
    Some(alive)
}

fn all(place: &Element, tag: &str) -> impl Iterator<Item = Element> {
    let found = place.get_elements_by_tag_name(tag);
    (0..found.length()).filter_map(move |at| found.item(at))
}
