//! A page as who hears it goes through it: landmarks, headings with their levels, links, buttons,
//! fields, pictures and tables, each by its role and its name. Running text is left out.

use super::markup::{all, parsed};
use scraper::{ElementRef, Html};

/// What is said of something that answers and has no name.
pub const NAMELESS: &str = "(no name)";

/// A line for each thing, set in by what it stands in.
pub fn outline(html: &str) -> String {
    let page = parsed(html);
    let mut told = String::new();
    for child in page.root_element().child_elements() {
        tell(&page, child, 0, &mut told);
    }
    told
}

fn tell(page: &Html, element: ElementRef, depth: usize, told: &mut String) {
    let attr = |name: &str| element.attr(name);
    if silent(element) {
        return;
    }
    let mut line = match role(element) {
        Some(role) => role,
        None => {
            element.child_elements().for_each(|child| tell(page, child, depth, told));
            return;
        }
    };
    let named = !matches!(line.as_str(), "main" | "banner" | "contentinfo" | "status");
    let name = name(page, element);
    let answers = ["link", "button", "field", "image", "heading", "disclosure", "navigation"];
    if named && !name.is_empty() {
        line.push_str(&format!(" “{name}”"));
    } else if answers.iter().any(|one| line.starts_with(one)) {
        line.push_str(&format!(" {NAMELESS}"));
    }
    for (state, says) in [
        ("aria-pressed", "pressed"),
        ("aria-current", "current"),
        ("aria-sort", "sorted"),
        ("lang", "lang"),
    ] {
        if let Some(value) = attr(state).filter(|value| *value != "false") {
            line.push_str(&format!(", {says} {value}"));
        }
    }
    if attr("disabled").is_some() {
        line.push_str(", disabled");
    }
    told.push_str(&format!("{}{line}\n", "  ".repeat(depth)));
    // What has its name from its content, and a picture, has nothing more to tell.
    let within = ["heading", "link", "button", "image", "field"];
    if within.iter().any(|one| line.starts_with(one)) {
        let inner = element.descendent_elements().skip(1);
        // But a link in a heading is heard as one too.
        let links = inner
            .filter(|one| line.starts_with("heading") && role(*one).as_deref() == Some("link"));
        links.for_each(|link| tell(page, link, depth + 1, told));
        return;
    }
    element.child_elements().for_each(|child| tell(page, child, depth + 1, told));
}

/// What an element is to who hears it, if it is more than text.
fn role(element: ElementRef) -> Option<String> {
    let attr = |name: &str| element.attr(name);
    if let Some(role) = attr("role") {
        return Some(match role {
            "img" => "image".to_owned(),
            other => other.to_owned(),
        });
    }
    let count = |tag: &str| element.child_elements().filter(|it| it.value().name() == tag).count();
    let rows = || all(&Html::parse_fragment(&element.html()), "tbody tr").len();
    let site = element.value().classes().any(|class| class == "site");
    Some(match element.value().name() {
        "header" if site => "banner".to_owned(),
        "footer" if site => "contentinfo".to_owned(),
        "nav" => "navigation".to_owned(),
        "main" => "main".to_owned(),
        "figure" => "figure".to_owned(),
        "dialog" => "dialog".to_owned(),
        "fieldset" => "group".to_owned(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            format!("heading {}", &element.value().name()[1..])
        }
        "a" if attr("href").is_some() => "link".to_owned(),
        "button" => "button".to_owned(),
        "input" => format!("field {}", attr("type").unwrap_or("text")),
        "select" => "field of choices".to_owned(),
        "textarea" => "field of text".to_owned(),
        "summary" => "disclosure".to_owned(),
        "img" => "image".to_owned(),
        "iframe" => "frame".to_owned(),
        "table" => format!("table, {} rows", rows()),
        "th" => "header".to_owned(),
        "ul" | "ol" => format!("list of {}", count("li")),
        "dl" => "list of terms".to_owned(),
        _ => return None,
    })
}

/// The accessible name, by the rules that our pages need.
fn name(page: &Html, element: ElementRef) -> String {
    if let Some(label) = element.attr("aria-label") {
        return plain(label);
    }
    let by_id = |id: &str| all(page, &format!("[id=\"{id}\"]")).into_iter().next().map(text);
    if let Some(ids) = element.attr("aria-labelledby") {
        return ids.split_whitespace().filter_map(by_id).collect::<Vec<_>>().join(" ");
    }
    let child = |tag: &str| element.child_elements().find(|it| it.value().name() == tag);
    match element.value().name() {
        "input" | "select" | "textarea" => {
            let id = element.attr("id").unwrap_or_default();
            let tied = all(page, &format!("label[for=\"{id}\"]")).into_iter().next();
            let around = element.ancestors().filter_map(ElementRef::wrap);
            let around = around.into_iter().find(|it| it.value().name() == "label");
            tied.or(around).map(text).unwrap_or_default()
        }
        "img" => plain(element.attr("alt").unwrap_or_default()),
        "iframe" => plain(element.attr("title").unwrap_or_default()),
        "fieldset" => child("legend").map(text).unwrap_or_default(),
        "table" => child("caption").map(text).unwrap_or_default(),
        "figure" | "dialog" | "nav" | "main" | "header" | "footer" | "ul" | "ol" | "dl" | "svg"
        | "p" | "div" | "span" => String::new(),
        _ => text(element),
    }
}

/// The words of an element as they are heard.
fn text(element: ElementRef) -> String {
    let mut words = String::new();
    hear(element, &mut words);
    plain(&words)
}

fn hear(element: ElementRef, words: &mut String) {
    for child in element.children() {
        if let Some(text) = child.value().as_text() {
            words.push_str(text);
        } else if let Some(inner) = ElementRef::wrap(child) {
            let silent = silent(inner) || matches!(inner.value().name(), "select" | "input");
            match inner.attr("aria-label") {
                _ if silent => {}
                Some(label) => words.push_str(&format!(" {label} ")),
                None => {
                    let block = matches!(
                        inner.value().name(),
                        "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "li" | "small" | "br"
                    );
                    if block {
                        words.push(' ');
                    }
                    hear(inner, words);
                    if block {
                        words.push(' ');
                    }
                }
            }
        }
    }
}

/// What nobody hears, in a window that is wide.
fn silent(element: ElementRef) -> bool {
    let narrow = |class: &str| ["if-narrow", "not-wide"].contains(&class);
    element.attr("aria-hidden") == Some("true")
        || element.attr("hidden").is_some()
        || element.value().classes().any(narrow)
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
