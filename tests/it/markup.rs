//! Pages as trees of elements, and as lines of a snapshot.

use scraper::{ElementRef, Html, Selector};

/// What stands in the body of a page.
pub fn parsed(html: &str) -> Html {
    Html::parse_fragment(html)
}

/// Its elements, in order.
pub fn elements(page: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    page.root_element().descendent_elements().skip(1)
}

/// The attributes of all its elements, as (name, value).
pub fn attributes(page: &Html) -> impl Iterator<Item = (&str, &str)> {
    elements(page).flat_map(|element| element.value().attrs())
}

/// What can be read, piece by piece, each with the element that it stands in: not what is in
/// scripts and styles.
pub fn texts(page: &Html) -> impl Iterator<Item = (ElementRef<'_>, &str)> {
    let in_element =
        |element: ElementRef<'_>| !["script", "style"].contains(&element.value().name());
    elements(page).filter(move |element| in_element(*element)).flat_map(|element| {
        let own = element.children().filter_map(|child| child.value().as_text());
        own.map(move |text| (element, text.trim())).filter(|(_, text)| !text.is_empty())
    })
}

/// The text of the one element that a selector finds.
pub fn text_of(html: &str, css: &str) -> String {
    let (page, css) = (parsed(html), Selector::parse(css).expect("a selector"));
    let found = page.select(&css).next().unwrap_or_else(|| panic!("no {css:?}"));
    found.text().collect::<String>().trim().to_owned()
}

/// The elements that a selector finds.
pub fn all<'h>(html: &'h Html, css: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(css).expect("a selector")).collect()
}

/// The words of each element that a selector finds.
pub fn texts_of(html: &Html, css: &str) -> Vec<String> {
    all(html, css).into_iter().map(|it| it.text().collect()).collect()
}

/// A line for each tag; the text of an element and the end of an empty one stay on its line.
pub fn line_by_line(html: &str) -> String {
    let name = |tag: &str| {
        let end = tag.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(tag.len());
        tag[..end].to_owned()
    };
    // Leptos's own marks: no reader sees them.
    let html = html.replace("<!>", "").replace("<!---->", "");
    let mut lines = String::new();
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once("><") {
        // Both without their brackets.
        let tag = &before[before.rfind('<').map_or(0, |at| at + 1)..];
        let is_empty = after.strip_prefix('/').is_some_and(|end| name(end) == name(tag));
        let between = if is_empty { "><" } else { ">\n<" };
        lines.extend([before, between]);
        rest = after;
    }
    format!("{lines}{rest}\n")
}

#[test]
fn a_page_is_read_as_browsers_read_it() {
    let page = parsed(
        "<a href=\"/x?a>b\" hidden>on it &lt;b></a><script>if (1 <b)</script>\
         <textarea></textarea><textarea>&lt;i></textarea><i>",
    );
    let names: Vec<&str> = elements(&page).map(|element| element.value().name()).collect();
    assert_eq!(names, ["a", "script", "textarea", "textarea", "i"]);
    assert_eq!(attributes(&page).collect::<Vec<_>>(), [("hidden", ""), ("href", "/x?a>b")]);
    assert_eq!(texts(&page).map(|(_, text)| text).collect::<Vec<_>>(), ["on it <b>", "<i>"]);
}

#[test]
fn each_tag_has_a_line() {
    assert_eq!(line_by_line("<p><b>a</b><!><i>b</i></p>"), "<p>\n<b>a</b>\n<i>b</i>\n</p>\n");
    assert_eq!(line_by_line("<g><a></a><g></g></g>"), "<g>\n<a></a>\n<g></g>\n</g>\n");
    assert_eq!(line_by_line("<a x=\"y\"></a><b></b></c>"), "<a x=\"y\"></a>\n<b></b>\n</c>\n");
}
