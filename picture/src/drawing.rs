//! A fluid drawing at one size: per cents become numbers, rules become attributes.

use crate::fonts::Face;
use crate::layout::Layout;
use crate::paint::escape;
use crate::style::Style;
use crate::value::number;
use scraper::{ElementRef, Node};
use std::fmt::Write;

/// What per cents refer to.
#[derive(Clone, Copy)]
struct Port {
    width: f32,
    height: f32,
}

/// Writes a drawing at a place and in a size.
pub fn write(out: &mut String, layout: &Layout, svg: ElementRef, place: [f32; 4]) {
    let [x, y, width, height] = place;
    let port = Port { width, height };
    let mut inside = String::new();
    let moved = match svg.attr("viewBox") {
        None => {
            children(&mut inside, layout, svg, port);
            format!("translate({} {})", number(x), number(y))
        }
        Some(view) => {
            let view: Vec<f32> = view.split_whitespace().filter_map(|it| it.parse().ok()).collect();
            let [left, top, w, h] = view[..] else { return };
            let scale = (width / w).min(height / h);
            children(&mut inside, layout, svg, Port { width: w, height: h });
            let (x, y) = (
                x + (width - w * scale) / 2.0 - left * scale,
                y + (height - h * scale) / 2.0 - top * scale,
            );
            format!("translate({} {}) scale({scale:.4})", number(x), number(y))
        }
    };
    if !inside.is_empty() {
        let _ = write!(out, "<g transform=\"{moved}\">{inside}</g>");
    }
}

fn children(out: &mut String, layout: &Layout, element: ElementRef, port: Port) {
    element.child_elements().for_each(|child| one(out, layout, child, port));
}

fn one(out: &mut String, layout: &Layout, element: ElementRef, port: Port) {
    // What has no style is hidden.
    let Some(style) = layout.styles.get(&element.id()) else { return };
    let at = |name: &str, whole: f32| size(style, element, name, whole);
    let (w, h) = (port.width, port.height);
    match element.value().name() {
        "svg" => {
            let place = [
                at("x", w).unwrap_or(0.0),
                at("y", h).unwrap_or(0.0),
                at("width", w).unwrap_or(w),
                at("height", h).unwrap_or(h),
            ];
            write(out, layout, element, place);
        }
        "g" | "a" => {
            let mut inside = String::new();
            children(&mut inside, layout, element, port);
            let mut attributes = String::new();
            if let Some(moved) = element.attr("transform") {
                let _ = write!(attributes, " transform=\"{}\"", escape(moved));
            }
            faint(&mut attributes, style);
            match (inside.is_empty(), attributes.is_empty()) {
                (true, _) => {}
                (_, true) => out.push_str(&inside),
                _ => {
                    let _ = write!(out, "<g{attributes}>{inside}</g>");
                }
            }
        }
        "defs" => {
            let mut inside = String::new();
            children(&mut inside, layout, element, port);
            let _ = write!(out, "<defs>{inside}</defs>");
        }
        "pattern" => {
            let mut inside = String::new();
            children(&mut inside, layout, element, port);
            out.push_str("<pattern");
            for name in ["id", "width", "height", "patternUnits", "patternTransform"] {
                if let Some(value) = element.attr(name) {
                    let _ = write!(out, " {name}=\"{}\"", escape(value));
                }
            }
            let _ = write!(out, ">{inside}</pattern>");
        }
        "rect" => {
            let (wide, high) = (at("width", w).unwrap_or(0.0), at("height", h).unwrap_or(0.0));
            if wide > 0.0 && high > 0.0 {
                let places = [("x", w), ("y", h), ("rx", w)];
                let places = places.map(|(name, whole)| (name, at(name, whole)));
                let sizes = [("width", Some(wide)), ("height", Some(high))];
                shape(out, style, element, places.into_iter().chain(sizes));
            }
        }
        "line" => {
            let places = [("x1", w), ("x2", w), ("y1", h), ("y2", h)];
            shape(
                out,
                style,
                element,
                places.into_iter().map(|(name, whole)| (name, at(name, whole))),
            );
        }
        "circle" => {
            let places = [("cx", w), ("cy", h), ("r", w)];
            shape(
                out,
                style,
                element,
                places.into_iter().map(|(name, whole)| (name, at(name, whole))),
            );
        }
        "path" => shape(out, style, element, std::iter::empty()),
        "text" => text(out, layout, style, element, port),
        _ => {}
    }
}

fn size(style: &Style, element: ElementRef, name: &str, whole: f32) -> Option<f32> {
    Some(style.as_length(element.attr(name)?)?.of(whole))
}

/// A shape, unless nothing of it would be seen.
fn shape(
    out: &mut String,
    style: &Style,
    element: ElementRef,
    places: impl Iterator<Item = (&'static str, Option<f32>)>,
) {
    let name = element.value().name();
    let mut looks = String::new();
    if !paint(&mut looks, style, name != "line") {
        return;
    }
    let _ = write!(out, "<{name}");
    for (name, value) in places {
        if let Some(value) = value.filter(|value| *value != 0.0) {
            let _ = write!(out, " {name}=\"{}\"", number(value));
        }
    }
    for name in ["d", "transform"] {
        if let Some(value) = element.attr(name) {
            let _ = write!(out, " {name}=\"{}\"", escape(value));
        }
    }
    let _ = write!(out, "{looks}/>");
}

/// Writes colours and strokes; tells whether any is seen.
fn paint(out: &mut String, style: &Style, fills: bool) -> bool {
    let ink = |name: &str| match style.get(name) {
        url if url.starts_with("url(") => Some(url.to_owned()),
        "none" => None,
        "" if name == "fill" => Some("#000000".to_owned()),
        _ => style.colour(name),
    };
    let (fill, stroke) = (ink("fill").filter(|_| fills), ink("stroke"));
    if fills {
        let _ = write!(out, " fill=\"{}\"", fill.as_deref().unwrap_or("none"));
    }
    let mut seen = fill.is_some();
    if let Some(stroke) = stroke {
        let width = style.length("stroke-width").map_or(1.0, |it| it.px);
        seen |= width > 0.0;
        let _ = write!(out, " stroke=\"{stroke}\" stroke-width=\"{}\"", number(width));
        for name in ["stroke-dasharray", "stroke-linecap", "stroke-linejoin"] {
            let value = style.get(name);
            if !value.is_empty() && value != "none" {
                let _ = write!(out, " {name}=\"{value}\"");
            }
        }
        if style.get("paint-order") == "stroke" {
            out.push_str(" paint-order=\"stroke\"");
        }
    }
    faint(out, style);
    seen
}

fn faint(out: &mut String, style: &Style) {
    let opacity = style.get("opacity");
    if !opacity.is_empty() && opacity != "1" {
        let _ = write!(out, " opacity=\"{opacity}\"");
    }
}

fn text(out: &mut String, layout: &Layout, style: &Style, element: ElementRef, port: Port) {
    let at = |name: &str, whole: f32| size(style, element, name, whole).unwrap_or(0.0);
    let (x, y) =
        (at("x", port.width) + at("dx", port.width), at("y", port.height) + at("dy", port.height));
    let mut words = String::new();
    for child in element.children() {
        match child.value() {
            Node::Text(text) => words.push_str(&escape(text)),
            Node::Element(_) => {
                let Some(part) = ElementRef::wrap(child) else { continue };
                let Some(own) = layout.styles.get(&part.id()) else { continue };
                let mut looks = String::new();
                letters(&mut looks, own, Some(style));
                let _ = write!(
                    words,
                    "<tspan{looks}>{}</tspan>",
                    escape(&part.text().collect::<String>())
                );
            }
            _ => {}
        }
    }
    if words.trim().is_empty() {
        return;
    }
    let mut looks = String::new();
    let stroked = style.get("stroke") != "none" && !style.get("stroke").is_empty();
    if stroked {
        paint(&mut looks, style, true);
    } else {
        let fill = style.colour("fill").unwrap_or_else(|| "#000000".to_owned());
        let _ = write!(looks, " fill=\"{fill}\"");
    }
    letters(&mut looks, style, None);
    let anchor = style.get("text-anchor");
    if !anchor.is_empty() && anchor != "start" {
        let _ = write!(looks, " text-anchor=\"{anchor}\"");
    }
    // A part may begin with the space between it and what stands before.
    let keeps = if words.contains("<tspan") { " xml:space=\"preserve\"" } else { "" };
    let (x, y, words) = (number(x), number(y), words.trim());
    let _ = write!(out, "<text x=\"{x}\" y=\"{y}\"{keeps}{looks}>{words}</text>");
}

/// The letters of a text; of a part of one only what differs.
fn letters(out: &mut String, style: &Style, around: Option<&Style>) {
    if around.is_none_or(|around| around.size != style.size) {
        let _ = write!(out, " font-size=\"{}\"", number(style.size));
    }
    let (face, of) = (style.face(), around.map_or(Face::Regular, Style::face));
    if face != of {
        let (family, weight) = face.family();
        if face == Face::Serif {
            let _ = write!(out, " font-family=\"{family}\"");
        }
        let _ = write!(out, " font-weight=\"{weight}\"");
    }
    if let Some(around) = around
        && around.get("fill") != style.get("fill")
        && let Some(fill) = style.colour("fill")
    {
        let _ = write!(out, " fill=\"{fill}\"");
    }
}
