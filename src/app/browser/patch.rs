//! HTML as text → an element, changed only where it differs. What stays is not touched, so it
//! keeps the focus, a selection and whether a fold is open.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTemplateElement, Node};

/// Makes an element's content what the HTML says.
pub fn patch(element: &Element, html: &str) {
    if element.first_child().is_none() {
        element.set_inner_html(html);
        return;
    }
    let template = document().create_element("template").ok();
    let Some(template) = template.and_then(|made| made.dyn_into::<HtmlTemplateElement>().ok())
    else {
        return element.set_inner_html(html);
    };
    template.set_inner_html(html);
    children(element, &template.content());
}

/// Goes along both lists of children. A node becomes the one in its place where they are of a
/// kind; otherwise the new one is put before it.
fn children(there: &Node, wanted: &Node) {
    let mut old = there.first_child();
    let mut next = wanted.first_child();
    while let Some(new) = next {
        next = new.next_sibling();
        match old.take() {
            Some(node) if alike(&node, &new) => {
                old = node.next_sibling();
                turn_into(&node, &new);
            }
            // What comes later may be what is wanted here: something was taken away in between.
            Some(node) => match later(&node, &new) {
                Some(found) => {
                    remove_from(Some(node), &found);
                    old = found.next_sibling();
                    turn_into(&found, &new);
                }
                None => {
                    let _ = there.insert_before(&new, Some(&node));
                    old = Some(node);
                }
            },
            None => _ = there.append_child(&new),
        }
    }
    while let Some(node) = old {
        old = node.next_sibling();
        let _ = there.remove_child(&node);
    }
}

/// Whether one node can become the other: text and text, or elements of one name with one id.
fn alike(node: &Node, new: &Node) -> bool {
    let id = |node: &Node| node.dyn_ref::<Element>().map(Element::id).unwrap_or_default();
    node.node_type() == new.node_type()
        && node.node_name() == new.node_name()
        && id(node) == id(new)
}

/// The sibling after a node that is equal to the wanted one, letter for letter.
fn later(node: &Node, new: &Node) -> Option<Node> {
    let mut next = node.next_sibling();
    while let Some(found) = next {
        if found.is_equal_node(Some(new)) {
            return Some(found);
        }
        next = found.next_sibling();
    }
    None
}

fn remove_from(mut node: Option<Node>, until: &Node) {
    while let Some(gone) = node.filter(|node| !node.is_same_node(Some(until))) {
        node = gone.next_sibling();
        if let Some(parent) = gone.parent_node() {
            let _ = parent.remove_child(&gone);
        }
    }
}

fn turn_into(node: &Node, new: &Node) {
    if node.is_equal_node(Some(new)) {
        return;
    }
    match (node.dyn_ref::<Element>(), new.dyn_ref::<Element>()) {
        (Some(element), Some(wanted)) => {
            attributes(element, wanted);
            children(node, new);
        }
        _ => node.set_node_value(new.node_value().as_deref()),
    }
}

/// Whether a fold is open is the reader's to say.
fn attributes(element: &Element, wanted: &Element) {
    for name in element.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        if !wanted.has_attribute(&name) && name != "open" {
            let _ = element.remove_attribute(&name);
        }
    }
    for name in wanted.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let value = wanted.get_attribute(&name).unwrap_or_default();
        if name != "open" && element.get_attribute(&name).as_ref() != Some(&value) {
            let _ = element.set_attribute(&name, &value);
        }
    }
}
