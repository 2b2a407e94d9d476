//! A figure as plain HTML for a page of others: its drawing, its words, its sources and the rules
//! that it needs, with no frame and no script.
//!
//! The page around may have any rules. They lose: whatever they give to what stands in the figure
//! is put back to what the browser gives by itself (`revert-layer` keeps the attributes of SVG),
//! and each rule of ours names the figure's class first, so it weighs more.

use super::taken::Taken;
use crate::i18n::Key;
use crate::model::SourceRef;
use crate::route::Theme;
use crate::view::block::still;
use crate::view::looks::Looks;
use crate::view::{Gathered, Markup, html};
use maud::PreEscaped;
use std::collections::BTreeSet;

/// The class of the figure, which every rule begins with.
const ROOT: &str = ".utlovat";

/// So many sources are listed. Where there are more they would weigh more than the drawing, and
/// they stand behind each mark and on the page that the figure leads to.
const SOURCES: usize = 40;

/// What the page around may not change, before our own rules.
const GROUND: &str = "\
.utlovat { all: initial; display: block; direction: ltr; unicode-bidi: isolate; container-type: inline-size; clear: both; box-sizing: border-box; width: 100%; margin: 1.5em 0; }
.utlovat > figure { padding: 12px; }
.utlovat * { all: revert-layer; }
";

/// The figure as HTML, with its rules taken from the site's style sheet.
pub fn plain(taken: Taken, sheet: &str) -> String {
    let body = absolute(&unscripted(&body(taken).0), taken);
    let rules = Looks::new(sheet).within("embed", &body, &within);
    let theme = match taken.state.selection.theme {
        Theme::Auto => "",
        Theme::Light => " data-theme=\"light\"",
        Theme::Dark => " data-theme=\"dark\"",
    };
    // A frame is as wide as its column; here the column is narrower than the window.
    let rules = ["(min-width", "(max-width"].into_iter().fold(rules, |rules, of| {
        rules.replace(&format!("@media {of}"), &format!("@container {of}"))
    });
    let style = pixels(&format!("{GROUND}{rules}"));
    format!(
        "<div class=\"utlovat\" lang=\"{}\"{theme}><style>\n{style}</style>{body}</div>",
        taken.site().lang().code()
    )
}

fn body(taken: Taken) -> Markup {
    let site = taken.site();
    let asked = taken.asked();
    let mut drawing = String::new();
    for block in (taken.figure.embed.drawing)(taken.state, taken.only) {
        still(block, &mut drawing);
    }
    let mut sources = BTreeSet::new();
    (taken.figure.sources)(asked, &mut |source: SourceRef| {
        sources.insert(source);
    });
    let source = |source: &SourceRef| {
        let source = site.dataset.source(*source);
        html! { li { (source.publisher) ": " a href=(source.url) { (source.title.as_deref().unwrap_or(&source.url)) } } }
    };
    html! {
        figure class="chart" {
            h3 class="utlovat-title" { (taken.title()) }
            (PreEscaped(drawing))
            figcaption {
                p class="answer" { (taken.sentence()) }
                @if sources.len() <= SOURCES {
                    details class="sources" {
                        summary { (site.t(Key::SectionSources)) " (" (sources.len()) ")" }
                        ul { (sources.iter().map(source).gathered()) }
                    }
                }
                p class="credit" { a href=(taken.address()) { (site.t(Key::EmbedCredit)) } }
            }
        }
    }
}

/// A selector that matches within the figure alone. What the site says of its root and its body
/// holds for the figure itself.
fn within(selector: &str) -> String {
    for root in [":root", "html", "body.embed", "body"] {
        if let Some(rest) = selector.strip_prefix(root)
            && !rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '-')
        {
            return format!("{ROOT}{rest}");
        }
    }
    format!("{ROOT} {selector}")
}

/// Lengths in pixels: `rem` is the page's, which may be anything.
fn pixels(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut parts = css.split("rem");
    let mut before = parts.next().unwrap_or_default();
    for after in parts {
        let end = before.rfind(|letter: char| !(letter.is_ascii_digit() || letter == '.'));
        let (text, number) = before.split_at(end.map_or(0, |at| at + 1));
        out.push_str(text);
        match sixteen_times(number) {
            Some(pixels) => out.push_str(&format!("{pixels}px")),
            None => out.push_str(&format!("{number}rem")),
        }
        before = after;
    }
    out + before
}

/// A decimal number times sixteen, without floating point: what prints it weighs more than all of
/// this.
fn sixteen_times(number: &str) -> Option<String> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let scale = 10_u32.checked_pow(u32::try_from(part.len()).ok()?)?;
    let product = format!("{whole}{part}").parse::<u32>().ok()?.checked_mul(16)?;
    let (whole, rest) = (product / scale, product % scale);
    let rest = format!("{:0width$}", rest, width = part.len());
    let rest = rest.trim_end_matches('0');
    Some(if rest.is_empty() { whole.to_string() } else { format!("{whole}.{rest}") })
}

/// The same HTML without what only our own scripts read or press.
fn unscripted(html: &str) -> String {
    without(&without(html, " data-open=\"", "\""), "<button", "</button>")
}

/// The same text without all that begins and ends so.
fn without(text: &str, begin: &str, end: &str) -> String {
    let mut parts = text.split(begin);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once(end).map_or("", |(_, rest)| rest))
}

/// The same HTML with whole addresses in its links.
fn absolute(html: &str, taken: Taken) -> String {
    let site = taken.site();
    let home = taken.address();
    let home = home.split('#').next().unwrap_or_default();
    html.replace(&format!("href=\"{}", site.base), &format!("href=\"{}{}", site.origin, site.base))
        .replace("href=\"#", &format!("href=\"{home}#"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_the_page_become_pixels() {
        assert_eq!(
            pixels("a { margin: 0.9375rem -1rem 0 2.5rem; }"),
            "a { margin: 15px -16px 0 40px; }"
        );
        assert_eq!(pixels(".theorem { top: .05rem }"), ".theorem { top: 0.8px }");
    }

    #[test]
    fn selectors_match_within_the_figure_alone() {
        assert_eq!(within(":root[data-theme=\"dark\"]"), ".utlovat[data-theme=\"dark\"]");
        assert_eq!(within("body.embed h1"), ".utlovat h1");
        assert_eq!(within("body"), ".utlovat");
        assert_eq!(within("*"), ".utlovat *");
        assert_eq!(within(".lane > p"), ".utlovat .lane > p");
    }
}
