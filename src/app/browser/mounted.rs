//! The tree of elements in the document, kept in step with the tree that a page is.
//!
//! An element is found by its key: at first in the document, where the prerenderer wrote it, and
//! then among those that stand. What is not there is made, what is not wanted any more goes, and
//! what is there keeps its place unless the order differs.

use super::control::{Mount, Slot};
use super::patch::patch;
use super::visibility::Visibility;
use crate::view::block::{Block, Content, Follows};
use gloo::utils::document;
use web_sys::{Element, Node};

/// How often each thing has changed that content is made from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Versions {
    pub facts: u32,
    pub choice: u32,
    pub opened: u32,
    pub search: u32,
    pub preview: u32,
    pub sheet: u32,
}

impl Versions {
    /// Whether content that was made from these would be made the same now.
    fn serve(self, follows: Follows, now: Versions) -> bool {
        self.facts == now.facts
            && match follows {
                Follows::Facts => true,
                Follows::Choice => self.choice == now.choice,
                Follows::Opened => (self.choice, self.opened) == (now.choice, now.opened),
                Follows::Search => (self.choice, self.search) == (now.choice, now.search),
                Follows::Preview => (self.choice, self.preview) == (now.choice, now.preview),
                Follows::Sheet => (self.choice, self.sheet) == (now.choice, now.sheet),
            }
    }
}

/// What decides how much is made, and what is done with the controls that are found.
pub struct Rendering<'a> {
    pub versions: Versions,
    /// Whether elements may be in the document already, as they were prerendered.
    pub adopting: bool,
    /// Whether what is off the screen is made too.
    pub all: bool,
    /// Whether what is in closed folds is made too, since the page is being printed.
    pub folds: bool,
    pub visibility: &'a Visibility,
    pub mount: &'a mut Mount,
}

/// An element that stands in the document.
pub struct Mounted {
    key: String,
    tag: &'static str,
    element: Element,
    class: String,
    hidden: bool,
    inside: Inside,
}

enum Inside {
    Html {
        /// What its content was made from; `None` while it has none.
        made_from: Option<Versions>,
        /// The content as text; `None` where it came with the page.
        html: Option<String>,
    },
    Blocks(Vec<Mounted>),
    /// It ends when this is dropped.
    Control(Slot),
}

/// Makes the children of an element what the blocks say. `hidden` tells whether something around
/// them is.
pub fn update(
    with: &mut Rendering,
    parent: &Element,
    blocks: Vec<Block>,
    mounted: &mut Vec<Mounted>,
    hidden: bool,
) {
    let mut old: Vec<Option<Mounted>> = std::mem::take(mounted).into_iter().map(Some).collect();
    // Mostly they stand in the order in which they are wanted.
    let mut at = 0;
    for block in blocks {
        let is = |one: &Option<Mounted>| one.as_ref().is_some_and(|one| one.serves(&block));
        let found = match old.get(at) {
            Some(one) if is(one) => Some(at),
            _ => old.iter().position(is),
        };
        let mut one = match found {
            Some(found) => {
                at = found + 1;
                old.get_mut(found).and_then(Option::take)
            }
            None => None,
        }
        .unwrap_or_else(|| Mounted::new(with, parent, &block));
        one.turn_into(with, block, hidden);
        mounted.push(one);
    }
    for gone in old.into_iter().flatten() {
        gone.element.remove();
    }
    put_in_order(parent, mounted, with.adopting);
}

/// Moves only what stands in another place than it should. What came with the page stands right:
/// while it is adopted, elements of facts that have not come stand between those that are found.
fn put_in_order(parent: &Element, mounted: &[Mounted], adopting: bool) {
    let mut after: Option<&Element> = None;
    for one in mounted.iter().rev() {
        let in_place = one.element.parent_element().as_ref() == Some(parent)
            && (adopting || next_with_key(&one.element).as_ref() == after);
        if !in_place {
            let _ = parent.insert_before(&one.element, after.map(AsRef::<Node>::as_ref));
        }
        after = Some(&one.element);
    }
}

/// The next sibling that is ours: others may have put elements of theirs between them.
fn next_with_key(element: &Element) -> Option<Element> {
    let mut next = element.next_element_sibling();
    while let Some(found) = next {
        if found.has_attribute("data-key") {
            return Some(found);
        }
        next = found.next_element_sibling();
    }
    None
}

impl Mounted {
    /// Whether it can become that block.
    fn serves(&self, block: &Block) -> bool {
        let alike = matches!(
            (&self.inside, &block.content),
            (Inside::Html { .. }, Content::Html(_))
                | (Inside::Blocks(_), Content::Blocks(_))
                | (Inside::Control(_), Content::Control(_))
        );
        alike && self.key == block.key && self.tag == block.tag
    }

    /// The element that was prerendered for a block, or another one.
    fn new(with: &Rendering, parent: &Element, block: &Block) -> Mounted {
        let found = with.adopting.then(|| Mounted::adopted(parent, block)).flatten();
        let one = found.unwrap_or_else(|| Mounted::created(block));
        if matches!(one.inside, Inside::Html { .. }) {
            with.visibility.watch(&one.element);
        }
        one
    }

    fn adopted(parent: &Element, block: &Block) -> Option<Mounted> {
        let mut next = parent.first_element_child();
        while let Some(element) = next {
            next = element.next_element_sibling();
            if element.get_attribute("data-key").as_deref() == Some(&*block.key)
                && element.local_name() == block.tag
            {
                // What a reader gets who asks for it is made from what no page was made from.
                let choice = if block.prerendered_in_part { u32::MAX } else { 0 };
                let prerendered = Versions { choice, ..Versions::default() };
                let made_from = (!block.hidden).then_some(prerendered);
                let class = block.class.to_string();
                return Some(Mounted {
                    class,
                    hidden: block.hidden,
                    ..Mounted::around(element, block, made_from)
                });
            }
        }
        None
    }

    fn created(block: &Block) -> Mounted {
        let element = document()
            .create_element(block.tag)
            .unwrap_or_else(|_| unreachable!("`{}` is the name of an element", block.tag));
        let _ = element.set_attribute("data-key", &block.key);
        for (name, value) in &block.attributes {
            let _ = element.set_attribute(name, value);
        }
        Mounted::around(element, block, None)
    }

    fn around(element: Element, block: &Block, made_from: Option<Versions>) -> Mounted {
        let inside = match block.content {
            Content::Html(_) => Inside::Html { made_from, html: None },
            Content::Blocks(_) => Inside::Blocks(vec![]),
            Content::Control(_) => Inside::Control(Slot::default()),
        };
        let key = block.key.to_string();
        Mounted { key, tag: block.tag, element, class: String::new(), hidden: false, inside }
    }

    fn turn_into(&mut self, with: &mut Rendering, block: Block, hidden: bool) {
        let element = &self.element;
        if self.class != block.class {
            let _ = element.set_attribute("class", &block.class);
            self.class = block.class.into_owned();
        }
        if self.hidden != block.hidden {
            let _ = match block.hidden {
                true => element.set_attribute("hidden", ""),
                false => element.remove_attribute("hidden"),
            };
            self.hidden = block.hidden;
        }
        let hidden = hidden || block.hidden;
        match (&mut self.inside, block.content) {
            (Inside::Blocks(mounted), Content::Blocks(blocks)) => {
                update(with, element, blocks, mounted, hidden);
            }
            (Inside::Html { made_from, html }, Content::Html(make)) => {
                let serves = made_from.is_some_and(|it| it.serve(block.follows, with.versions));
                if hidden || serves {
                    return;
                }
                if !with.folds && is_folded(element, block.tag) {
                    // Nobody reads it, but it must not go on telling what was not yet known.
                    if made_from.is_some_and(|it| it.facts != with.versions.facts) {
                        element.set_inner_html("");
                        (*made_from, *html) = (None, None);
                    }
                    return;
                }
                if !with.all && !with.visibility.near(element) {
                    return;
                }
                let made = make().0;
                if html.as_ref() != Some(&made) {
                    patch(element, &made);
                    *html = Some(made);
                }
                *made_from = Some(with.versions);
            }
            (Inside::Control(slot), Content::Control(make)) => with.mount.once(slot, element, make),
            // What does not fit was made anew.
            _ => {}
        }
    }
}

/// Whether an element is in a fold that is closed.
fn is_folded(element: &Element, tag: &str) -> bool {
    tag != "summary" && element.closest("details:not([open])").ok().flatten().is_some()
}
