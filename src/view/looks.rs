//! The style sheet, and what of it a page can use as it stands.
//!
//! The first paint waits for the CSS within the page. A quarter to a half of the sheet is for
//! other pages or for what only a living page shows; without it the first paint comes some 5 %
//! sooner on a slow phone. The loader fetches the whole sheet later.

use std::collections::BTreeSet;

/// Classes that a script gives to what it adds to a page which does not live yet.
const SCRIPTED: [&str; 1] = ["tip"];

/// A style sheet, taken apart.
pub struct Looks {
    whole: String,
    parts: Vec<Part>,
}

enum Part {
    Rule(Vec<Selector>, String),
    /// Rules for some media or widths: what stands before the brace, and the rules.
    Group(String, Vec<Part>),
    /// What names no elements.
    Always(String),
}

struct Selector {
    text: String,
    /// The classes without which it matches nothing.
    needs: Vec<String>,
}

impl Looks {
    /// Takes a sheet apart. It is ours, so no string in it holds a brace and no rule another one.
    pub fn new(css: &str) -> Looks {
        let whole = without_comments(css);
        Looks { parts: parts(&whole), whole }
    }

    /// All of it.
    pub fn whole(&self) -> &str {
        &self.whole
    }

    /// All rules that can match an element of a page, in their order. A selector is left out when
    /// it needs a class that no element has: neither one in the HTML nor the body around it.
    pub fn of(&self, body: &str, html: &str) -> String {
        let mut classes = classes_of(html);
        classes.extend(SCRIPTED.into_iter().chain([body]));
        let mut css = String::new();
        write(&self.parts, &classes, &mut css, &str::to_owned);
        css
    }

    /// The same for HTML that stands in an element of a page of others. `within` makes of a
    /// selector one that matches in that element alone. What names no elements is left out.
    pub fn within(&self, body: &str, html: &str, within: &dyn Fn(&str) -> String) -> String {
        let mut classes = classes_of(html);
        classes.insert(body);
        let groups = self.parts.iter().filter(|part| !matches!(part, Part::Always(_)));
        let mut css = String::new();
        write(groups, &classes, &mut css, within);
        css
    }
}

/// Every class that an element of some HTML has.
fn classes_of(html: &str) -> BTreeSet<&str> {
    let values = html.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
    values.flat_map(str::split_whitespace).collect()
}

fn write<'p>(
    parts: impl IntoIterator<Item = &'p Part>,
    classes: &BTreeSet<&str>,
    css: &mut String,
    named: &dyn Fn(&str) -> String,
) {
    for part in parts {
        match part {
            Part::Always(text) => css.push_str(text),
            Part::Rule(selectors, block) => {
                let can = |one: &&Selector| {
                    one.needs.iter().all(|class| classes.contains(class.as_str()))
                };
                let left: Vec<String> =
                    selectors.iter().filter(can).map(|one| named(&one.text)).collect();
                if !left.is_empty() {
                    css.push_str(&format!("{} {block}\n", left.join(", ")));
                }
            }
            Part::Group(media, inside) => {
                let mut rules = String::new();
                write(inside, classes, &mut rules, named);
                if !rules.is_empty() {
                    css.push_str(&format!("{media} {{\n{rules}}}\n"));
                }
            }
        }
    }
}

fn parts(css: &str) -> Vec<Part> {
    let mut found = vec![];
    let mut rest = css.trim_start();
    while let Some(open) = rest.find('{') {
        let (before, block) = rest.split_at(open);
        let (block, after) = block.split_at(end_of(block));
        rest = after.trim_start();
        let before = before.trim();
        found.push(match before.split(' ').next() {
            Some("@media" | "@supports" | "@container") => {
                Part::Group(before.to_owned(), parts(&block[1..block.len() - 1]))
            }
            Some(at) if at.starts_with('@') => Part::Always(format!("{before} {block}\n")),
            _ => Part::Rule(split(before), block.to_owned()),
        });
    }
    found
}

/// Where the block ends that a text begins with.
fn end_of(block: &str) -> usize {
    let mut depth = 0;
    for (at, letter) in block.char_indices() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        if depth == 0 {
            return at + 1;
        }
    }
    block.len()
}

/// The selectors of a list.
fn split(list: &str) -> Vec<Selector> {
    let mut depth = 0;
    let alone = list.split(|letter: char| {
        depth += i32::from("([".contains(letter)) - i32::from(")]".contains(letter));
        depth == 0 && letter == ','
    });
    alone.map(|text| Selector { text: text.trim().to_owned(), needs: needs(text) }).collect()
}

/// The classes that a selector names outside of brackets: those in `:not(…)` or `:is(…)` it may
/// do without.
fn needs(selector: &str) -> Vec<String> {
    let mut depth = 0;
    let bare: String = selector
        .chars()
        .filter(|letter| {
            depth += i32::from("([".contains(*letter));
            let outside = depth == 0;
            depth -= i32::from(")]".contains(*letter));
            outside
        })
        .collect();
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    let after_dots = bare.split('.').skip(1);
    after_dots.filter_map(|rest| rest.split(|c| !is_name(c)).next().map(str::to_owned)).collect()
}

fn without_comments(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let lines = out.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "/* why */ :root { --a: 1 }
        .card, .lane > p { color: red }
        .card:not(.gone) h2 { margin: 0 }
        :is(.gone, p) a[href$='.pdf'] { color: blue }
        @media print { .lane { display: none } .card { border: 0 } }
        @media (min-width: 4rem) { .gone .card { width: 1px } }
        @page { margin: 1cm }";

    #[test]
    fn what_a_page_can_match_stays_in_its_order() {
        let left = Looks::new(SHEET).of("site", "<p class=\"small card\"></p>");
        let expected = ":root { --a: 1 }\n.card { color: red }\n\
            .card:not(.gone) h2 { margin: 0 }\n\
            :is(.gone, p) a[href$='.pdf'] { color: blue }\n\
            @media print {\n.card { border: 0 }\n}\n@page { margin: 1cm }\n";
        assert_eq!(left, expected);
    }

    #[test]
    fn a_page_with_every_class_has_every_rule() {
        let looks = Looks::new(SHEET);
        let all = looks.of("site", "<p class=\"card lane gone\"></p>");
        let bare = |css: &str| css.split_whitespace().collect::<String>();
        assert_eq!(bare(&all), bare(looks.whole()));
    }
}
