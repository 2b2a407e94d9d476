//! A style sheet as rules, each with what it needs to match and how much it counts.
//!
//! It is our own sheet, so no string in it holds a brace or a semicolon. A selector that this
//! reader does not know (`:hover`, `:focus-visible`, `::-webkit-…`) matches nothing, as nothing in
//! a picture is pointed at.

use crate::value::{Sizes, length, split};
use scraper::{ElementRef, Selector};
use std::collections::HashMap;
use std::sync::Arc;

/// A style sheet.
pub struct Sheet {
    rules: Vec<Rule>,
    /// The rules by a name without which their selector matches nothing: `.class`, `#id`, `tag`.
    by_name: HashMap<String, Vec<usize>>,
    /// The rest of them.
    of_any: Vec<usize>,
}

/// The box that is made before or after the content of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// `::before`.
    Before,
    /// `::after`.
    After,
}

/// Declarations for what a selector matches.
pub(crate) struct Rule {
    selector: Selector,
    pub part: Option<Part>,
    /// How much it counts: ids, classes and tags, then its place.
    pub weight: (u32, usize),
    /// On what it depends, from the outside in.
    conditions: Vec<Condition>,
    pub declarations: Arc<Vec<Declaration>>,
}

/// `property: value`.
pub(crate) struct Declaration {
    pub property: String,
    pub value: String,
    pub important: bool,
}

/// `@media` or `@container`, as it stands.
#[derive(Clone)]
enum Condition {
    Media(String),
    Container(String),
}

/// How wide what an element stands in is, in pixels.
#[derive(Clone, Copy)]
pub(crate) struct Widths {
    pub picture: f32,
    /// Of the nearest element whose width its content may ask for.
    pub container: Option<f32>,
}

impl Sheet {
    /// Reads a sheet.
    pub fn new(css: &str) -> Sheet {
        let mut sheet = Sheet { rules: vec![], by_name: HashMap::new(), of_any: vec![] };
        sheet.read(&without_comments(css), &[]);
        sheet
    }

    /// The rules that match an element, in no order.
    pub(crate) fn matching<'s>(
        &'s self,
        element: &'s ElementRef,
        widths: Widths,
    ) -> impl Iterator<Item = &'s Rule> {
        let value = element.value();
        let classes = value.classes().map(|class| format!(".{class}"));
        let id = value.id().map(|id| format!("#{id}"));
        let names = classes.chain(id).chain([value.name().to_owned()]);
        let named = names.filter_map(|name| self.by_name.get(&name)).flatten();
        named
            .chain(&self.of_any)
            .map(|at| &self.rules[*at])
            .filter(move |rule| rule.conditions.iter().all(|one| one.holds(widths)))
            .filter(|rule| rule.selector.matches(element))
    }

    fn read(&mut self, css: &str, within: &[Condition]) {
        let mut rest = css;
        while let Some((head, after)) = rest.split_once('{') {
            let end = closing(after);
            let (block, next) = (&after[..end], after.get(end + 1..).unwrap_or_default());
            rest = next;
            // What stands before may end a rule without a block, such as `@import`.
            let head = head.rsplit(';').next().unwrap_or_default().trim();
            let condition = if let Some(media) = head.strip_prefix("@media") {
                Some(Condition::Media(media.trim().to_owned()))
            } else {
                head.strip_prefix("@container").map(|it| Condition::Container(it.trim().to_owned()))
            };
            match condition {
                Some(condition) => {
                    let within: Vec<_> = within.iter().cloned().chain([condition]).collect();
                    self.read(block, &within);
                }
                // Frames of animations, pages of paper, and what only some browsers need.
                None if head.starts_with('@') => {}
                None => self.rule(head, block, within),
            }
        }
    }

    fn rule(&mut self, selectors: &str, block: &str, within: &[Condition]) {
        let declarations: Vec<Declaration> = block.split(';').filter_map(declaration).collect();
        let declarations = Arc::new(declarations);
        for text in split(selectors, |letter| letter == ',') {
            let (text, part) = match text.rsplit_once("::") {
                Some((text, "before")) => (text, Some(Part::Before)),
                Some((text, "after")) => (text, Some(Part::After)),
                Some(_) => continue,
                None => (text, None),
            };
            let text = if text.is_empty() { "*" } else { text };
            let Ok(selector) = Selector::parse(text) else { continue };
            let at = self.rules.len();
            self.rules.push(Rule {
                selector,
                part,
                weight: (specificity(text) + u32::from(part.is_some()), at),
                conditions: within.to_vec(),
                declarations: declarations.clone(),
            });
            match name(text) {
                Some(name) => self.by_name.entry(name).or_default().push(at),
                None => self.of_any.push(at),
            }
        }
    }
}

fn declaration(text: &str) -> Option<Declaration> {
    let (property, value) = text.split_once(':')?;
    let value = value.trim();
    let (value, important) = match value.strip_suffix("!important") {
        Some(value) => (value.trim_end(), true),
        None => (value, false),
    };
    Some(Declaration { property: property.trim().to_owned(), value: value.to_owned(), important })
}

/// Where the brace closes that opened before a text.
fn closing(text: &str) -> usize {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once("*/").map_or("", |(_, after)| after))
}

/// A name in the last part of a selector, outside parentheses.
fn name(selector: &str) -> Option<String> {
    let last = split(selector, |letter| " >+~".contains(letter)).pop()?;
    let plain = last.split([':', '[']).next()?;
    let start = plain.find(['.', '#']);
    match start {
        Some(at) => {
            let (sign, rest) = plain[at..].split_at(1);
            let end = rest.find(['.', '#']).unwrap_or(rest.len());
            Some(format!("{sign}{}", &rest[..end]))
        }
        None if plain.is_empty() || plain == "*" => None,
        None => Some(plain.to_owned()),
    }
}

/// How much a selector counts. `:is`, `:not` and `:has` count as the most of what they hold.
fn specificity(selector: &str) -> u32 {
    const ID: u32 = 10_000;
    const CLASS: u32 = 100;
    let mut weight = 0;
    let mut rest = selector;
    while let Some(first) = rest.chars().next() {
        rest = &rest[first.len_utf8()..];
        let end = rest
            .find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'))
            .unwrap_or(rest.len());
        match first {
            '#' => weight += ID,
            '.' => weight += CLASS,
            '[' => {
                weight += CLASS;
                rest = rest.split_once(']').map_or("", |(_, after)| after);
                continue;
            }
            ':' => {
                let (pseudo, after) = rest.split_at(end);
                rest = after;
                let Some(inside) = rest.strip_prefix('(') else {
                    weight += CLASS;
                    continue;
                };
                let mut depth = 1;
                let close = inside.find(|letter| {
                    depth += i32::from(letter == '(') - i32::from(letter == ')');
                    depth == 0
                });
                let (inside, after) = inside.split_at(close.unwrap_or(inside.len()));
                rest = after.get(1..).unwrap_or_default();
                weight += match pseudo {
                    "where" => 0,
                    "is" | "not" | "has" => {
                        let each = split(inside, |letter| letter == ',').into_iter();
                        each.map(specificity).max().unwrap_or(0)
                    }
                    _ => CLASS,
                };
                continue;
            }
            letter if letter.is_alphabetic() => weight += 1,
            _ => continue,
        }
        rest = &rest[end..];
    }
    weight
}

impl Condition {
    fn holds(&self, widths: Widths) -> bool {
        match self {
            Condition::Media(text) => media(text, widths.picture),
            Condition::Container(text) => widths.container.is_some_and(|width| all(text, width)),
        }
    }
}

/// Whether a picture is such a medium: a screen of its width, without scripts, that follows the
/// colours that it is told and not its surroundings'.
fn media(text: &str, width: f32) -> bool {
    split(text, |letter| letter == ',').into_iter().any(|one| all(one, width))
}

fn all(text: &str, width: f32) -> bool {
    text.split(" and ").all(|one| match one.trim() {
        "screen" | "all" => true,
        one => one
            .strip_prefix('(')
            .and_then(|one| one.strip_suffix(')'))
            .is_some_and(|one| feature(one, width)),
    })
}

fn feature(text: &str, width: f32) -> bool {
    let px = |text: &str| length(text, Sizes { em: 16.0, width }).map(|it| it.px);
    if let Some((name, value)) = text.split_once(':') {
        return match (name.trim(), value.trim()) {
            ("min-width", value) => px(value).is_some_and(|least| width >= least),
            ("max-width", value) => px(value).is_some_and(|most| width <= most),
            ("scripting", "none") | ("prefers-reduced-motion", "reduce") => true,
            _ => false,
        };
    }
    // `30rem <= width < 58rem`, and each half of it.
    let words: Vec<&str> = text.split_whitespace().collect();
    let value = |word: &str| if word == "width" { Some(width) } else { px(word) };
    words.len() >= 3
        && words.windows(3).step_by(2).all(|three| {
            match (value(three[0]), three[1], value(three[2])) {
                (Some(a), "<", Some(b)) => a < b,
                (Some(a), "<=", Some(b)) => a <= b,
                (Some(a), ">", Some(b)) => a > b,
                (Some(a), ">=", Some(b)) => a >= b,
                _ => false,
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selector_counts_as_in_a_browser() {
        assert_eq!(specificity("ul.legend .key"), 201);
        assert_eq!(specificity(":root[data-theme=\"dark\"]"), 200);
        assert_eq!(specificity(".a :is(.b, #c):not(.d)"), 10_200);
        assert_eq!(specificity("svg a"), 2);
        assert_eq!(specificity("*"), 0);
    }

    #[test]
    fn a_rule_is_kept_under_a_name_that_it_needs() {
        assert_eq!(name(".a .b.c > svg:not(.d)").as_deref(), Some("svg"));
        assert_eq!(name("ul.legend :is(.x, .y)"), None);
        assert_eq!(name(".a .b.c").as_deref(), Some(".b"));
        assert_eq!(name(":root"), None);
    }

    #[test]
    fn what_depends_on_the_width_holds_at_that_width() {
        for (text, at, holds) in [
            ("(min-width: 44rem)", 680.0, false),
            ("(max-width: 43.99rem)", 680.0, true),
            ("(30rem <= width < 58rem)", 680.0, true),
            ("(width >= 58rem)", 680.0, false),
            ("(width < 22rem)", 300.0, true),
            ("(min-width: 64rem) and (max-height: 52rem)", 1080.0, false),
            ("print", 680.0, false),
            ("(scripting: enabled)", 680.0, false),
        ] {
            assert_eq!(media(text, at), holds, "{text} at {at}");
        }
    }
}
