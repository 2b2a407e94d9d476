//! What each element looks like: the rules that match it, in their order, over what it inherits.

use crate::fonts::Face;
use crate::sheet::{Declaration, Part, Sheet, Widths};
use crate::value::{Length, REM, Sizes, colour, length, split};
use scraper::ElementRef;
use std::collections::BTreeMap;

/// What every browser knows of elements.
pub const BASE: &str = "
html, body, main, header, footer, section, article, div, p, h1, h2, h3, h4, h5, h6, ul, ol, li, dl,
dt, dd, figure, figcaption, details, summary, fieldset, address { display: block }
b, strong, h1, h2, h3, h4, h5, h6 { font-weight: 700 }
small { font-size: 0.83em }
ul, ol { padding-left: 40px }
head, script, style, template, button, input, select, textarea, table, [hidden],
details:not([open]) > :not(summary) { display: none }
html { font-size: 16px; color: #000000; font-weight: 400; line-height: 1.2 }
";

/// The properties that an element takes from the one around it, beside all custom ones.
const INHERITED: [&str; 21] = [
    "color",
    "font-family",
    "font-weight",
    "font-style",
    "line-height",
    "text-align",
    "text-wrap",
    "white-space",
    "visibility",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "paint-order",
    "text-anchor",
    "letter-spacing",
    "font-variant-numeric",
    "overflow-wrap",
];

/// The attributes of SVG that say what a rule may say too, and count less.
const ATTRIBUTES: [&str; 10] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "opacity",
    "text-anchor",
    "font-size",
    "font-weight",
];

const SIDES: [&str; 4] = ["top", "right", "bottom", "left"];

/// What an element looks like: its properties with literal values.
#[derive(Debug, Clone)]
pub struct Style {
    values: BTreeMap<String, String>,
    /// The size of its letters in pixels.
    pub size: f32,
    /// The width of the picture.
    width: f32,
}

impl Style {
    /// The style of an element, or of a part of it, within another one.
    pub(crate) fn of(
        sheet: &Sheet,
        element: &ElementRef,
        part: Option<Part>,
        around: Option<&Style>,
        widths: Widths,
    ) -> Style {
        let mut style = Style::within(around, widths.picture);
        let mut rules: Vec<_> =
            sheet.matching(element, widths).filter(|rule| rule.part == part).collect();
        rules.sort_by_key(|rule| rule.weight);
        let all = || rules.iter().flat_map(|rule| rule.declarations.iter());
        let (plain, important): (Vec<_>, Vec<_>) = all().partition(|one| !one.important);
        let declared: Vec<&Declaration> = plain.into_iter().chain(important).collect();
        for one in declared.iter().filter(|one| one.property.starts_with("--")) {
            style.values.insert(one.property.clone(), one.value.clone());
        }
        if part.is_none() {
            for name in ATTRIBUTES {
                if let Some(value) = element.attr(name) {
                    style.set(name, value, around);
                }
            }
        }
        for one in declared.iter().filter(|one| !one.property.starts_with("--")) {
            let value = style.filled(&one.value, 0);
            style.set(&one.property, &value, around);
        }
        let own = element.attr("style").filter(|_| part.is_none()).unwrap_or_default();
        for (property, value) in own.split(';').filter_map(|one| one.split_once(':')) {
            style.set(property.trim(), value.trim(), around);
        }
        style
    }

    /// What an element has that nothing is said of.
    pub(crate) fn within(around: Option<&Style>, width: f32) -> Style {
        let kept = |(name, _): &(&String, &String)| {
            name.starts_with("--") || INHERITED.contains(&name.as_str())
        };
        let values = around.iter().flat_map(|style| style.values.iter().filter(kept));
        Style {
            values: values.map(|(name, value)| (name.clone(), value.clone())).collect(),
            size: around.map_or(REM, |style| style.size),
            width,
        }
    }

    /// The value of a property; empty where nothing says it.
    pub fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// A property as a length. What is partly a per cent is taken of the width of the picture.
    pub(crate) fn length(&self, name: &str) -> Option<Length> {
        let length = self.as_length(self.get(name))?;
        let mixed = length.px != 0.0 && length.share != 0.0;
        Some(if mixed { Length { px: length.of(self.width), share: 0.0 } } else { length })
    }

    /// A text as a length of this element.
    pub(crate) fn as_length(&self, text: &str) -> Option<Length> {
        length(text, Sizes { em: self.size, width: self.width })
    }

    /// A property as a length in pixels, where a per cent refers to `whole`.
    pub(crate) fn px(&self, name: &str, whole: f32) -> f32 {
        self.length(name).map_or(0.0, |it| it.of(whole))
    }

    /// A property as a colour; none where it is transparent.
    pub(crate) fn colour(&self, name: &str) -> Option<String> {
        colour(self.get(name), self.get("color"))
    }

    /// A text as a colour of this element.
    pub(crate) fn as_colour(&self, text: &str) -> Option<String> {
        colour(text, self.get("color"))
    }

    /// Whether nothing of it is drawn. What is only read aloud is not.
    pub(crate) fn is_hidden(&self) -> bool {
        self.get("display") == "none"
            || self.get("visibility") == "hidden"
            || self.get("clip-path").starts_with("inset(50%")
    }

    /// The typeface of its letters.
    pub fn face(&self) -> Face {
        let family = self.get("font-family");
        let weight = self.get("font-weight");
        match () {
            () if family.contains("Utlovat Serif") => Face::Serif,
            () if weight == "bold" || weight.parse::<f32>().is_ok_and(|it| it >= 600.0) => {
                Face::Bold
            }
            () => Face::Regular,
        }
    }

    /// How high a line of its letters is.
    pub(crate) fn line_height(&self) -> f32 {
        let text = self.get("line-height");
        match text.parse::<f32>() {
            Ok(times) => times * self.size,
            Err(_) => self.length("line-height").map_or(1.2 * self.size, |it| it.of(self.size)),
        }
    }

    /// A value with its custom properties filled in.
    fn filled(&self, value: &str, depth: u8) -> String {
        let Some((before, rest)) = value.split_once("var(") else { return value.to_owned() };
        let mut open = 1;
        let end = rest.find(|letter| {
            open += i32::from(letter == '(') - i32::from(letter == ')');
            open == 0
        });
        let (inside, after) = rest.split_at(end.unwrap_or(rest.len()));
        let (name, instead) = inside.split_once(',').unwrap_or((inside, ""));
        let found = self.values.get(name.trim()).map_or(instead.trim(), String::as_str);
        let found = if depth < 8 { self.filled(found, depth + 1) } else { String::new() };
        let after = self.filled(after.get(1..).unwrap_or_default(), depth);
        format!("{before}{found}{after}")
    }

    fn set(&mut self, property: &str, value: &str, around: Option<&Style>) {
        match property {
            "margin" | "padding" => self.sides(value, |side| format!("{property}-{side}")),
            "inset" => self.sides(value, str::to_owned),
            "border-width" | "border-style" | "border-color" => {
                let what = &property["border".len()..];
                self.sides(value, |side| format!("border-{side}{what}"));
            }
            "margin-inline" | "padding-inline" | "margin-block" | "padding-block" => {
                let (what, axis) = property.split_once('-').unwrap_or((property, ""));
                let (from, to) =
                    if axis == "inline" { ("left", "right") } else { ("top", "bottom") };
                let words = split(value, char::is_whitespace);
                let first = words.first().copied().unwrap_or("0");
                self.put(format!("{what}-{from}"), first);
                self.put(format!("{what}-{to}"), words.get(1).copied().unwrap_or(first));
            }
            "border" => SIDES.into_iter().for_each(|side| self.border(side, value)),
            "border-block" => {
                ["top", "bottom"].into_iter().for_each(|side| self.border(side, value))
            }
            "border-top" | "border-right" | "border-bottom" | "border-left" => {
                self.border(&property["border-".len()..], value);
            }
            "background" | "background-color" => self.put("background".to_owned(), value),
            "gap" => {
                let words = split(value, char::is_whitespace);
                let first = words.first().copied().unwrap_or("0");
                self.put("row-gap".to_owned(), first);
                self.put("column-gap".to_owned(), words.get(1).copied().unwrap_or(first));
            }
            "flex" => {
                let words = split(value, char::is_whitespace);
                let (grow, shrink, basis) = match words.as_slice() {
                    ["none"] => ("0", "0", "auto"),
                    [grow] => (*grow, "1", "0px"),
                    [grow, shrink] => (*grow, *shrink, "0px"),
                    [grow, shrink, basis, ..] => (*grow, *shrink, *basis),
                    [] => return,
                };
                self.put("flex-grow".to_owned(), grow);
                self.put("flex-shrink".to_owned(), shrink);
                self.put("flex-basis".to_owned(), basis);
            }
            "font" => self.font(value, around),
            "font-size" => self.letters(value, around),
            _ if value == "inherit" => {
                let value = around.map_or("", |around| around.get(property)).to_owned();
                self.put(property.to_owned(), &value);
            }
            _ => self.put(property.to_owned(), value),
        }
    }

    fn put(&mut self, property: String, value: &str) {
        self.values.insert(property, value.to_owned());
    }

    fn sides(&mut self, value: &str, name: impl Fn(&str) -> String) {
        let words = split(value, char::is_whitespace);
        let of = |at: usize| words.get(at).copied();
        let top = of(0).unwrap_or("0");
        let right = of(1).unwrap_or(top);
        let each = [top, right, of(2).unwrap_or(top), of(3).unwrap_or(right)];
        for (side, value) in SIDES.into_iter().zip(each) {
            self.put(name(side), value);
        }
    }

    fn border(&mut self, side: &str, value: &str) {
        let (mut width, mut line, mut ink) = ("3px", "none", "currentcolor");
        for word in split(value, char::is_whitespace) {
            match word {
                "solid" | "dashed" | "dotted" | "none" => line = word,
                word if word.starts_with(|c: char| c.is_ascii_digit() || c == '.') => width = word,
                word if word.starts_with("max(") || word.starts_with("calc(") => width = word,
                word => ink = word,
            }
        }
        self.put(format!("border-{side}-width"), width);
        self.put(format!("border-{side}-style"), line);
        self.put(format!("border-{side}-color"), ink);
    }

    /// `[weight] size[/line-height] family`.
    fn font(&mut self, value: &str, around: Option<&Style>) {
        if value == "inherit" {
            for name in ["font-family", "font-weight", "line-height"] {
                self.put(name.to_owned(), around.map_or("", |around| around.get(name)));
            }
            self.size = around.map_or(REM, |around| around.size);
            return;
        }
        let words = split(value, char::is_whitespace);
        let at = words.iter().position(|word| {
            let size = split(word, |letter| letter == '/');
            word.parse::<f32>().is_err()
                && size.first().is_some_and(|size| self.as_length(size).is_some())
        });
        let Some(at) = at else { return };
        let weight = words[..at].iter().find(|word| word.parse::<f32>().is_ok());
        self.put("font-weight".to_owned(), weight.copied().unwrap_or("400"));
        let size = split(words[at], |letter| letter == '/');
        self.letters(size[0], around);
        self.put("line-height".to_owned(), size.get(1).copied().unwrap_or("1.2"));
        self.put("font-family".to_owned(), &words[at + 1..].join(" "));
    }

    fn letters(&mut self, value: &str, around: Option<&Style>) {
        let outer = around.map_or(REM, |around| around.size);
        if let Some(size) = length(value, Sizes { em: outer, width: self.width }) {
            self.size = size.of(outer);
        }
    }
}
