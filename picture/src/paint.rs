//! What was laid out, written as SVG.

use crate::Scene;
use crate::drawing;
use crate::fonts::{FACES, Face};
use crate::layout::{Cell, Content, Layout};
use crate::lines::{self, Atom, Inside, Item, Line};
use crate::style::Style;
use crate::value::{number, split};
use std::fmt::Write;
use taffy::{NodeId, TraversePartialTree};

/// What came of painting.
pub struct Painted {
    /// The file.
    pub svg: String,
    /// How many parts with a drawing that stay whole are there.
    pub drawings: usize,
    /// How many of the parts that the sheet counts are there.
    pub shown: usize,
}

/// The whole picture, so high.
pub fn svg(layout: &Layout, scene: &Scene, height: f32) -> Painted {
    let mut painter = Painter {
        layout,
        out: String::new(),
        defs: String::new(),
        limit: scene.height.map(|height| height - scene.foot),
        drawings: 0,
        whole: 0,
        shown: 0,
    };
    painter.ground(scene.width, height);
    painter.boxes(layout.root, 0.0, 0.0);
    let Painter { out: body, defs, whole: drawings, shown, .. } = painter;
    let (width, height) = (number(scene.width), number(height));
    let (family, _) = Face::Regular.family();
    let mut svg = String::new();
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" xml:lang=\"{}\" \
         aria-labelledby=\"title desc\" font-family=\"{family}\">\n\
         <title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n",
        scene.lang,
        escape(scene.title),
        escape(scene.description),
    );
    let used = FACES.into_iter().filter(|face| match face {
        Face::Regular => true,
        Face::Bold => body.contains("font-weight=\"700\""),
        Face::Serif => body.contains("Utlovat Serif"),
    });
    let faces: String = used.map(Face::rule).collect();
    let _ = writeln!(svg, "<style>{faces}</style>");
    if !defs.is_empty() {
        let _ = writeln!(svg, "<defs>{defs}</defs>");
    }
    let _ = writeln!(svg, "{body}\n</svg>");
    Painted { svg, drawings, shown }
}

/// A text within an element or an attribute.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// How much of a box is drawn.
#[derive(PartialEq)]
enum Drawn {
    All,
    Part,
    Nothing,
}

/// Whether a box stands at a place of its own.
fn is_placed(style: &Style) -> bool {
    style.get("position") == "absolute"
}

/// Whether the sheet counts a box.
pub fn is_counted(style: &Style) -> bool {
    !matches!(style.get("counter-increment"), "" | "none")
}

struct Painter<'l, 'd> {
    layout: &'l Layout<'d>,
    out: String,
    defs: String,
    /// Where the picture ends.
    limit: Option<f32>,
    /// How many drawings there are so far.
    drawings: usize,
    /// How many parts with a drawing that stay whole.
    whole: usize,
    /// How many parts that the sheet counts.
    shown: usize,
}

const SIDES: [&str; 4] = ["top", "right", "bottom", "left"];

impl Painter<'_, '_> {
    /// The ground of the whole picture, which is that of the body.
    fn ground(&mut self, width: f32, height: f32) {
        let tree = &self.layout.tree;
        let mut boxes = std::iter::once(self.layout.root).chain(tree.child_ids(self.layout.root));
        let style = |node| tree.get_node_context(node).map(|cell| cell.style.clone());
        let fill = boxes.find_map(|node| {
            let style = style(node)?;
            style.as_colour(style.get("background"))
        });
        if let Some(fill) = fill {
            let (width, height) = (number(width), number(height));
            let rect = format!("<rect width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>");
            self.out.push_str(&rect);
        }
    }

    /// A box and what is in it. What is to stay whole and has no room is left out, with all that
    /// follows it.
    fn boxes(&mut self, node: NodeId, x: f32, y: f32) -> Drawn {
        let tree = &self.layout.tree;
        let (Ok(layout), Some(cell)) = (tree.layout(node), tree.get_node_context(node)) else {
            return Drawn::All;
        };
        let (x, y) = (x + layout.location.x, y + layout.location.y);
        let (width, height) = (layout.size.width, layout.size.height);
        let style = &cell.style;
        let bottom = y + height - layout.padding.bottom;
        let whole = style.get("break-inside") == "avoid" && !is_placed(style);
        if whole && self.limit.is_some_and(|limit| bottom > limit) {
            return Drawn::Nothing;
        }
        let drawings = self.drawings;
        self.frame(style, [x, y, width, height]);
        match &cell.content {
            Content::Drawing(svg) => {
                self.drawings += 1;
                drawing::write(&mut self.out, self.layout, *svg, [x, y, width, height]);
            }
            Content::Lines(items) => {
                let (left, top) = (x + layout.padding.left, y + layout.padding.top);
                self.lines(cell, items, left, top, layout.content_box_width());
            }
            Content::Boxes => {}
        }
        let style_of = |node: NodeId| tree.get_node_context(node).map(|cell| &*cell.style);
        let mut children: Vec<NodeId> = tree.child_ids(node).collect();
        children.sort_by_key(|node| {
            !style_of(*node).is_some_and(|style| style.get("z-index").starts_with('-'))
        });
        let begins = self.out.len();
        let mut all = true;
        // Up to where what leads to something else would lead to nothing.
        let mut ends = begins;
        for child in children {
            let style = style_of(child);
            if !all && !style.is_some_and(is_placed) {
                continue;
            }
            match self.boxes(child, x, y) {
                Drawn::Nothing => {
                    all = false;
                    self.out.truncate(ends);
                }
                drawn => {
                    all &= drawn == Drawn::All;
                    if style.is_none_or(|style| style.get("break-after") != "avoid") {
                        ends = self.out.len();
                    }
                }
            }
        }
        self.whole += usize::from(whole && self.drawings > drawings);
        self.shown += usize::from(is_counted(style));
        match (all, self.out.len() > begins) {
            (true, _) => Drawn::All,
            (false, true) => Drawn::Part,
            (false, false) => Drawn::Nothing,
        }
    }

    fn lines(&mut self, cell: &Cell, items: &[Item], x: f32, y: f32, width: f32) {
        let mut top = y;
        for line in lines::wrap(items, cell.room(width)) {
            let room = width - line.width;
            let left = match cell.style.get("text-align") {
                "center" => room / 2.0,
                "right" | "end" => room,
                _ => 0.0,
            };
            self.line(&line, x + left, top + line.baseline);
            top += line.height;
        }
    }

    /// Words of one style are one text.
    fn line(&mut self, line: &Line, x: f32, baseline: f32) {
        let mut run: Option<(f32, &std::rc::Rc<Style>, String)> = None;
        for (at, item) in &line.items {
            let (text, style) = match item {
                Item::Word { text, style, .. } => (text.as_str(), style),
                Item::Space { style, .. } => (" ", style),
                Item::Atom(atom) => {
                    self.end(run.take(), baseline);
                    self.atom(atom, x + at, baseline);
                    continue;
                }
                Item::Break => continue,
            };
            match &mut run {
                Some((_, of, words)) if std::rc::Rc::ptr_eq(of, style) => words.push_str(text),
                _ => {
                    self.end(run.take(), baseline);
                    run = Some((x + at, style, text.to_owned()));
                }
            }
        }
        self.end(run, baseline);
    }

    fn end(&mut self, run: Option<(f32, &std::rc::Rc<Style>, String)>, baseline: f32) {
        let Some((mut x, style, words)) = run else { return };
        // A space at the beginning is not drawn, but has its room.
        if words.starts_with(' ') {
            x += style.face().length(" ", style.size);
        }
        if words.trim().is_empty() {
            return;
        }
        let fill = style.colour("color").unwrap_or_else(|| "#000000".to_owned());
        let mut looks = String::new();
        let (family, weight) = style.face().family();
        if style.face() == Face::Serif {
            let _ = write!(looks, " font-family=\"{family}\"");
        }
        if style.face() != Face::Regular {
            let _ = write!(looks, " font-weight=\"{weight}\"");
        }
        let _ = write!(
            self.out,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{fill}\"{looks}>{}</text>",
            number(x),
            number(baseline),
            number(style.size),
            escape(words.trim())
        );
    }

    fn atom(&mut self, atom: &Atom, x: f32, baseline: f32) {
        let x = x + atom.margin;
        let y = baseline - atom.raise - atom.baseline;
        let turned = atom.style.get("transform").strip_prefix("rotate(");
        let turned = turned.and_then(|it| it.strip_suffix("deg)"));
        if let Some(degrees) = turned {
            let (x, y) = (number(x + atom.inner / 2.0), number(y + atom.height / 2.0));
            let _ = write!(self.out, "<g transform=\"rotate({degrees} {x} {y})\">");
        }
        self.frame(&atom.style, [x, y, atom.inner, atom.height]);
        match &atom.inside {
            Inside::Nothing => {}
            Inside::Drawing(svg) => {
                let place = [x, y, atom.inner, atom.height];
                drawing::write(&mut self.out, self.layout, *svg, place);
            }
            Inside::Words(items) => {
                for line in lines::wrap(items, f32::INFINITY) {
                    self.line(&line, x + (atom.inner - line.width) / 2.0, baseline - atom.raise);
                }
            }
        }
        if turned.is_some() {
            self.out.push_str("</g>");
        }
    }

    /// The ground of a box and the lines around it.
    fn frame(&mut self, style: &Style, [x, y, width, height]: [f32; 4]) {
        let round = style.px("border-radius", width).min(width / 2.0).min(height / 2.0);
        let ground = style.get("background");
        let fill = match ground.strip_prefix("repeating-linear-gradient(") {
            Some(inside) => self.hatching(style, inside.trim_end_matches(')')),
            None => style.as_colour(ground),
        };
        let edges = SIDES.map(|side| edge(style, side, height));
        let same = edges.iter().all(|one| *one == edges[0]);
        let inset = match (&edges[0], same) {
            (Some(edge), true) => edge.width / 2.0,
            _ => 0.0,
        };
        let around = edges[0].as_ref().filter(|_| same);
        if fill.is_some() || around.is_some() {
            let (w, h) = (width - 2.0 * inset, height - 2.0 * inset);
            if w > 0.0 && h > 0.0 {
                let _ = write!(
                    self.out,
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
                    number(x + inset),
                    number(y + inset),
                    number(w),
                    number(h)
                );
                if round > 0.0 {
                    let _ = write!(self.out, " rx=\"{}\"", number((round - inset).max(0.0)));
                }
                let _ = write!(self.out, " fill=\"{}\"", fill.as_deref().unwrap_or("none"));
                if let Some(edge) = around {
                    edge.write(&mut self.out);
                }
                self.out.push_str("/>");
            }
        }
        if around.is_none() {
            let half = |at: usize| edges[at].as_ref().map_or(0.0, |edge| edge.width / 2.0);
            let (right, bottom) = (x + width, y + height);
            let places = [
                [x, y + half(0), right, y + half(0)],
                [right - half(1), y, right - half(1), bottom],
                [x, bottom - half(2), right, bottom - half(2)],
                [x + half(3), y, x + half(3), bottom],
            ];
            for (edge, place) in edges.iter().zip(places) {
                let Some(edge) = edge else { continue };
                let [x1, y1, x2, y2] = place.map(number);
                let _ = write!(self.out, "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"");
                edge.write(&mut self.out);
                self.out.push_str("/>");
            }
        }
    }

    /// Stripes of two colours: `135deg, A 0 3px, B 3px 7px`.
    fn hatching(&mut self, style: &Style, text: &str) -> Option<String> {
        let parts = split(text, |letter| letter == ',');
        let stop = |at: usize| {
            let words = split(parts.get(at)?, char::is_whitespace);
            let ends = style.as_length(words.last()?)?.px;
            Some((style.as_colour(words.first()?)?, ends))
        };
        let ((one, first), (other, whole)) = (stop(1)?, stop(2)?);
        let angle: f32 = parts.first()?.strip_suffix("deg")?.parse().ok()?;
        let id = format!("hatching-{}-{}", &one[1..], &other[1..]);
        if !self.defs.contains(&id) {
            let (first, whole, turn) = (number(first), number(whole), number(angle - 90.0));
            let _ = write!(
                self.defs,
                "<pattern id=\"{id}\" width=\"{whole}\" height=\"{whole}\" \
                 patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate({turn})\">\
                 <rect width=\"{whole}\" height=\"{whole}\" fill=\"{other}\"/>\
                 <rect width=\"{first}\" height=\"{whole}\" fill=\"{one}\"/></pattern>"
            );
        }
        Some(format!("url(#{id})"))
    }
}

/// A line at the side of a box.
#[derive(PartialEq)]
struct Edge {
    width: f32,
    colour: String,
    dash: &'static str,
}

fn edge(style: &Style, side: &str, whole: f32) -> Option<Edge> {
    let dash = match style.get(&format!("border-{side}-style")) {
        "" | "none" => return None,
        "dashed" => "4 3",
        "dotted" => "1.5 2.5",
        _ => "",
    };
    let width = style.px(&format!("border-{side}-width"), whole);
    let colour = style.colour(&format!("border-{side}-color"))?;
    (width > 0.0).then_some(Edge { width, colour, dash })
}

impl Edge {
    fn write(&self, out: &mut String) {
        let _ = write!(out, " stroke=\"{}\" stroke-width=\"{}\"", self.colour, number(self.width));
        if !self.dash.is_empty() {
            let _ = write!(out, " stroke-dasharray=\"{}\"", self.dash);
        }
    }
}
