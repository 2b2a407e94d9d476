//! HTML as a list of tags and texts: as much of it as our own output needs.

/// A piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// `<a href="/">`, `</a>`, `<!>`, with its brackets.
    Tag(&'a str),
    /// What stands between two tags, as written.
    Text(&'a str),
}

/// A page in pieces, in order and complete. A `>` within quotes ends no tag, and what stands in
/// a script, a style or a text area is text.
pub fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let length = match pieces.last() {
            Some(Piece::Tag(tag)) if holds_only_text(tag) => rest.find(&format!("</{}", name(tag))),
            _ if rest.starts_with('<') => end_of_tag(rest),
            _ => rest.find('<'),
        };
        let raw = matches!(pieces.last(), Some(Piece::Tag(tag)) if holds_only_text(tag));
        let (piece, after) = rest.split_at(length.unwrap_or(rest.len()));
        if raw || !rest.starts_with('<') {
            pieces.push(Piece::Text(piece));
        } else {
            pieces.push(Piece::Tag(piece));
        }
        rest = after;
    }
    pieces
}

fn holds_only_text(tag: &str) -> bool {
    !tag.starts_with("</") && ["script", "style", "textarea"].contains(&name(tag))
}

/// The opening tags of a page.
pub fn opening_tags(html: &str) -> Vec<&str> {
    pieces(html)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Tag(tag) if tag[1..].starts_with(|c: char| c.is_ascii_alphabetic()) => Some(tag),
            _ => None,
        })
        .collect()
}

/// The texts of a page, without those of scripts and styles.
pub fn texts(html: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut skipping = false;
    for piece in pieces(html) {
        match piece {
            Piece::Tag(tag) => match name(tag) {
                "script" | "style" => skipping = !tag.starts_with("</"),
                _ => {}
            },
            Piece::Text(text) if !skipping && !text.trim().is_empty() => {
                texts.push(unescape(text.trim()));
            }
            Piece::Text(_) => {}
        }
    }
    texts
}

/// `</a>` → `a`.
pub fn name(tag: &str) -> &str {
    let tag = tag.trim_start_matches('<').trim_start_matches('/');
    tag.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or("")
}

/// The attributes of an opening tag, as (name, value as written).
pub fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let inside = tag.trim_start_matches('<').trim_end_matches('>');
    let mut rest = &inside[name(tag).len()..];
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return attributes;
        }
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let Some(quoted) = after.strip_prefix("=\"") else {
            attributes.push((name, ""));
            rest = after.strip_prefix('=').unwrap_or(after);
            continue;
        };
        let (value, after) = quoted.split_once('"').unwrap_or((quoted, ""));
        attributes.push((name, value));
        rest = after;
    }
}

/// The value of an attribute of an opening tag.
pub fn attribute<'a>(tag: &'a str, wanted: &str) -> Option<&'a str> {
    attributes(tag).into_iter().find(|(name, _)| *name == wanted).map(|(_, value)| value)
}

/// A line for each tag; the text of an element and the end of an empty one stay on its line. The marks that hydration counts by are left out: no reader sees them.
pub fn line_by_line(html: &str) -> String {
    let mut out = String::new();
    let mut before = None;
    for piece in pieces(html) {
        match piece {
            Piece::Tag("<!>" | "<!---->") => continue,
            Piece::Tag(tag) => {
                let empty = |before: &str| tag.starts_with("</") && !before.starts_with("</");
                let starts_a_line = matches!(before, Some(Piece::Tag(before)) if !empty(before) || name(before) != name(tag));
                if starts_a_line {
                    out.push('\n');
                }
                out.push_str(tag);
            }
            Piece::Text(text) => out.push_str(text),
        }
        before = Some(piece);
    }
    out.push('\n');
    out
}

fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quoted = false;
    for (at, c) in tag.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn a_page_falls_into_its_pieces() {
    let html = "<a href=\"/x?a>b\" hidden>on <!>it &lt;b></a><script>if (1 <b)</script>\
                <textarea></textarea><textarea><i></textarea><i>";
    let tags: Vec<&str> = opening_tags(html).into_iter().map(name).collect();
    assert_eq!(tags, ["a", "script", "textarea", "textarea", "i"]);
    assert_eq!(opening_tags(html).first(), Some(&"<a href=\"/x?a>b\" hidden>"));
    assert_eq!(attributes("<a href=\"/x?a>b\" hidden>"), [("href", "/x?a>b"), ("hidden", "")]);
    assert_eq!(attribute("<p id=\"a\" class=\"b c\">", "class"), Some("b c"));
    assert_eq!(texts(html), ["on", "it <b>", "<i>"]);
    assert_eq!(line_by_line("<p><b>a</b><!><i>b</i></p>"), "<p>\n<b>a</b>\n<i>b</i>\n</p>\n");
    assert_eq!(line_by_line("<g><a></a><g></g></g>"), "<g>\n<a></a>\n<g></g>\n</g>\n");
}
