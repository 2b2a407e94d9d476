//! Where everything stands: the elements of a document as boxes, laid out at one width.

use crate::lines::{self, Atom, Inside, Item};
use crate::sheet::{Part, Sheet, Widths};
use crate::style::Style;
use ego_tree::NodeId as Element;
use scraper::{ElementRef, Html, Node};
use std::collections::HashMap;
use std::rc::Rc;
use taffy::compute_leaf_layout;
use taffy::prelude::*;

mod boxes;

/// A document that is laid out.
pub struct Layout<'d> {
    pub tree: TaffyTree<Cell<'d>>,
    pub root: NodeId,
    /// The style of each element that is drawn.
    pub styles: HashMap<Element, Rc<Style>>,
}

/// A box: what it looks like, and what it holds beside other boxes.
pub struct Cell<'d> {
    pub style: Rc<Style>,
    pub content: Content<'d>,
    /// Which element it is the box of, if of one.
    element: Option<Element>,
}

/// What stands in a box.
pub enum Content<'d> {
    /// Other boxes.
    Boxes,
    Lines(Vec<Item<'d>>),
    Drawing(ElementRef<'d>),
}

/// How often the widths that rules ask for are looked at again.
const ROUNDS: usize = 4;

impl<'d> Layout<'d> {
    /// Lays a document out. What a rule asks of the width of an element is known when all of it is
    /// laid out, so that is done again until the widths are those that were taken for granted.
    pub fn of(document: &'d Html, sheet: &Sheet, width: f32) -> Layout<'d> {
        let mut known: HashMap<Element, f32> = HashMap::new();
        for _ in 1..ROUNDS {
            let layout = Layout::once(document, sheet, width, &known);
            let found = layout.containers();
            if found == known {
                return layout;
            }
            known = found;
        }
        Layout::once(document, sheet, width, &known)
    }

    /// How high it is.
    pub fn height(&self) -> f32 {
        self.tree.layout(self.root).map_or(0.0, |layout| layout.size.height)
    }

    fn once(
        document: &'d Html,
        sheet: &Sheet,
        width: f32,
        known: &HashMap<Element, f32>,
    ) -> Layout<'d> {
        let mut builder =
            Builder { sheet, width, known, tree: TaffyTree::new(), styles: HashMap::new() };
        builder.tree.disable_rounding();
        let root = builder.element(document.root_element(), None, None);
        let root = root.unwrap_or_else(|| builder.nothing());
        let Builder { mut tree, styles, .. } = builder;
        let available =
            Size { width: AvailableSpace::Definite(width), height: AvailableSpace::MaxContent };
        let done = tree.compute_layout_with_measure(root, available, |inputs, _, cell, style| {
            compute_leaf_layout(
                inputs,
                style,
                |_, _| 0.0,
                |size, room| cell.as_deref().map_or(Size::ZERO, |cell| cell.measure(size, room)),
            )
        });
        debug_assert!(done.is_ok());
        Layout { tree, root, styles }
    }

    /// How wide the elements are whose width rules may ask for.
    fn containers(&self) -> HashMap<Element, f32> {
        let mut found = HashMap::new();
        let mut next = vec![self.root];
        while let Some(node) = next.pop() {
            next.extend(self.tree.child_ids(node));
            if let Some(cell) = self.tree.get_node_context(node)
                && cell.style.get("container-type") == "inline-size"
                && let (Some(element), Ok(layout)) = (cell.element, self.tree.layout(node))
            {
                found.insert(element, layout.content_box_width().round());
            }
        }
        found
    }
}

impl Cell<'_> {
    fn measure(&self, size: Size<Option<f32>>, room: Size<AvailableSpace>) -> Size<f32> {
        let Content::Lines(items) = &self.content else {
            return Size { width: size.width.unwrap_or(0.0), height: size.height.unwrap_or(0.0) };
        };
        let (longest, shortest) = lines::extent(items);
        let width = size.width.unwrap_or(match room.width {
            AvailableSpace::Definite(room) => longest.min(room.max(shortest)),
            AvailableSpace::MaxContent => longest,
            AvailableSpace::MinContent => shortest,
        });
        let lines = lines::wrap(items, self.room(width));
        let height = size.height.unwrap_or(lines.iter().map(|line| line.height).sum());
        // Not a hair too narrow for what it was measured for.
        Size { width: width.ceil(), height }
    }

    /// How long its lines may be where it is so wide.
    pub fn room(&self, width: f32) -> f32 {
        match &self.content {
            Content::Lines(items) if self.style.get("text-wrap") == "balance" => {
                lines::balanced(items, width)
            }
            _ => width,
        }
    }
}

struct Builder<'d, 's> {
    sheet: &'s Sheet,
    width: f32,
    known: &'s HashMap<Element, f32>,
    tree: TaffyTree<Cell<'d>>,
    styles: HashMap<Element, Rc<Style>>,
}

/// A style around, and the width that a rule may ask for.
type Around<'a> = Option<&'a Rc<Style>>;

impl<'d> Builder<'d, '_> {
    fn nothing(&mut self) -> NodeId {
        let style = Rc::new(Style::within(None, self.width));
        self.leaf(style, Content::Boxes, taffy::Style::default(), None)
    }

    fn leaf(
        &mut self,
        style: Rc<Style>,
        content: Content<'d>,
        as_box: taffy::Style,
        element: Option<Element>,
    ) -> NodeId {
        let cell = Cell { style, content, element };
        self.tree.new_leaf_with_context(as_box, cell).expect("a box")
    }

    fn style(
        &mut self,
        element: ElementRef<'d>,
        part: Option<Part>,
        around: Around,
        container: Option<f32>,
    ) -> Rc<Style> {
        let widths = Widths { picture: self.width, container };
        Rc::new(Style::of(self.sheet, &element, part, around.map(|it| &**it), widths))
    }

    /// The box of an element that makes one.
    fn element(
        &mut self,
        element: ElementRef<'d>,
        around: Around,
        container: Option<f32>,
    ) -> Option<NodeId> {
        let style = self.style(element, None, around, container);
        if style.is_hidden() {
            return None;
        }
        self.styles.insert(element.id(), style.clone());
        if element.value().name() == "svg" {
            self.drawn(element, &style, container);
            let as_box = boxes::drawing(&style, element);
            return Some(self.leaf(style, Content::Drawing(element), as_box, Some(element.id())));
        }
        let inner = match style.get("container-type") {
            "inline-size" => Some(self.known.get(&element.id()).copied().unwrap_or(self.width)),
            _ => container,
        };
        let children = self.children(element, &style, inner);
        let as_box = boxes::of(&style);
        let cell = Cell { style, content: Content::Boxes, element: Some(element.id()) };
        let node = self.tree.new_with_children(as_box, &children).expect("a box");
        self.tree.set_node_context(node, Some(cell)).expect("a box of ours");
        Some(node)
    }

    /// The styles of everything in a drawing.
    fn drawn(&mut self, element: ElementRef<'d>, style: &Rc<Style>, container: Option<f32>) {
        for child in element.child_elements() {
            let own = self.style(child, None, Some(style), container);
            if !own.is_hidden() {
                self.styles.insert(child.id(), own.clone());
                self.drawn(child, &own, container);
            }
        }
    }

    /// The boxes in an element: what stands in lines is gathered into boxes of lines.
    fn children(
        &mut self,
        element: ElementRef<'d>,
        style: &Rc<Style>,
        container: Option<f32>,
    ) -> Vec<NodeId> {
        let mut boxes = vec![];
        let mut items = vec![];
        // In a row or a grid each child is a box.
        let apart = matches!(style.get("display"), "flex" | "grid");
        self.part(element, Part::Before, style, container, &mut items, &mut boxes);
        for child in element.children() {
            match child.value() {
                Node::Text(text) if apart && text.trim().is_empty() => {}
                Node::Text(text) => lines::words(text, style, &mut items),
                Node::Element(_) => {
                    let Some(child) = ElementRef::wrap(child) else { continue };
                    let own = self.style(child, None, Some(style), container);
                    if own.is_hidden() {
                        continue;
                    }
                    if !apart && self.is_in_line(child, &own, container) {
                        self.in_line(child, own, container, &mut items);
                    } else {
                        self.lines(&mut items, style, &mut boxes);
                        boxes.extend(self.element(child, Some(style), container));
                    }
                }
                _ => {}
            }
            if apart {
                self.lines(&mut items, style, &mut boxes);
            }
        }
        self.part(element, Part::After, style, container, &mut items, &mut boxes);
        self.lines(&mut items, style, &mut boxes);
        boxes
    }

    /// Ends the lines that were gathered.
    fn lines(&mut self, items: &mut Vec<Item<'d>>, style: &Rc<Style>, boxes: &mut Vec<NodeId>) {
        let items = std::mem::take(items);
        if items.iter().all(|item| matches!(item, Item::Space { .. })) {
            return;
        }
        // What it inherits, without the frame of the box around it.
        let own = Rc::new(Style::within(Some(style), self.width));
        boxes.push(self.leaf(own, Content::Lines(items), taffy::Style::default(), None));
    }

    /// Whether an element stands in a line: not where it is a box, and not where it has one in it.
    fn is_in_line(
        &mut self,
        element: ElementRef<'d>,
        style: &Rc<Style>,
        container: Option<f32>,
    ) -> bool {
        if style.get("position") == "absolute" {
            return false;
        }
        match style.get("display") {
            "inline-block" | "inline-flex" => true,
            "" | "inline" => element.child_elements().all(|child| {
                let own = self.style(child, None, Some(style), container);
                own.is_hidden() || self.is_in_line(child, &own, container)
            }),
            _ => false,
        }
    }

    fn in_line(
        &mut self,
        element: ElementRef<'d>,
        style: Rc<Style>,
        container: Option<f32>,
        items: &mut Vec<Item<'d>>,
    ) {
        self.styles.insert(element.id(), style.clone());
        if element.value().name() == "br" {
            items.push(Item::Break);
            return;
        }
        if element.value().name() == "svg" {
            self.drawn(element, &style, container);
            let size = |name: &str| {
                let text = Some(style.get(name)).filter(|it| !it.is_empty());
                let text = text.or_else(|| element.attr(name)).unwrap_or("0");
                style.as_length(text).map_or(0.0, |it| it.of(style.size))
            };
            let (width, height) = (size("width"), size("height"));
            items.push(Item::Atom(atom(style, Inside::Drawing(element), width, height)));
            return;
        }
        let boxed = style.get("display").starts_with("inline-");
        let mut own = vec![];
        let inside = if boxed { &mut own } else { &mut *items };
        self.part(element, Part::Before, &style, container, inside, &mut vec![]);
        for child in element.children() {
            match child.value() {
                Node::Text(text) => lines::words(text, &style, inside),
                Node::Element(_) => {
                    let Some(child) = ElementRef::wrap(child) else { continue };
                    let style = self.style(child, None, Some(&style), container);
                    if !style.is_hidden() {
                        self.in_line(child, style, container, inside);
                    }
                }
                _ => {}
            }
        }
        self.part(element, Part::After, &style, container, inside, &mut vec![]);
        if boxed {
            items.push(Item::Atom(around_words(style, own)));
        }
    }

    /// What a rule puts before or after the content of an element.
    fn part(
        &mut self,
        element: ElementRef<'d>,
        part: Part,
        around: &Rc<Style>,
        container: Option<f32>,
        items: &mut Vec<Item<'d>>,
        boxes: &mut Vec<NodeId>,
    ) {
        let style = self.style(element, Some(part), Some(around), container);
        let content = style.get("content");
        if style.is_hidden() || content.is_empty() || content == "none" {
            return;
        }
        let text = match content.strip_prefix("attr(").and_then(|it| it.strip_suffix(')')) {
            Some(name) => element.attr(name).unwrap_or_default().to_owned(),
            None => content.trim_matches(['"', '\'']).to_owned(),
        };
        let mut words = vec![];
        lines::words(&text, &style, &mut words);
        match (style.get("position"), style.get("display")) {
            ("absolute", _) | (_, "block") => {
                self.lines(items, around, boxes);
                let as_box = boxes::of(&style);
                let node = self.leaf(style, Content::Lines(words), as_box, None);
                boxes.push(node);
            }
            (_, "inline-block") => items.push(Item::Atom(around_words(style, words))),
            _ => items.extend(words),
        }
    }
}

/// A box in a line around words of its own; they stand in one line.
fn around_words<'d>(style: Rc<Style>, items: Vec<Item<'d>>) -> Atom<'d> {
    let mut lines = lines::wrap(&items, f32::INFINITY);
    let line = lines.pop().map(|line| (line.width, line.height));
    drop(lines);
    let (width, height) = line.unwrap_or((0.0, 0.0));
    let inside = if items.is_empty() { Inside::Nothing } else { Inside::Words(items) };
    atom(style, inside, width, height)
}

/// A box in a line, as large as its style says or else as its content.
fn atom<'d>(style: Rc<Style>, inside: Inside<'d>, width: f32, height: f32) -> Atom<'d> {
    let em = style.size;
    let edge = |side: &str| {
        let line = if style.get(&format!("border-{side}-style")) == "none" {
            0.0
        } else {
            style.px(&format!("border-{side}-width"), em)
        };
        line + style.px(&format!("padding-{side}"), em)
    };
    let is_drawing = matches!(inside, Inside::Drawing(_));
    let own = |name: &str, content: f32, sides: [&str; 2]| match style.length(name) {
        Some(said) if !is_drawing => said.of(em).max(sides.into_iter().map(edge).sum()),
        _ => content + sides.into_iter().map(edge).sum::<f32>(),
    };
    let (inner, height) =
        (own("width", width, ["left", "right"]), own("height", height, ["top", "bottom"]));
    let baseline = match &inside {
        Inside::Words(items) => {
            let line = lines::wrap(items, f32::INFINITY);
            let (line_height, baseline) =
                line.first().map_or((0.0, 0.0), |it| (it.height, it.baseline));
            match style.length("height") {
                Some(_) => (height - line_height) / 2.0 + baseline,
                None => edge("top") + baseline,
            }
        }
        _ => height,
    };
    let raise = style.length("vertical-align").map_or(0.0, |it| it.of(style.line_height()));
    let margin = style.px("margin-left", em);
    let width = margin + inner + style.px("margin-right", em);
    Atom { width, height, raise, baseline, margin, inner, style, inside }
}
