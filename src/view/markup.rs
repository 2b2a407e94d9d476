//! HTML as text. What only shows is written with `maud` and handed to the page in one piece;
//! Leptos holds what answers. A page of three thousand elements is hydrated in a few steps then,
//! and a filter's answer is parsed by the browser at once instead of built element by element.

pub use maud::{Markup, PreEscaped, html};

/// Pieces in a row.
pub trait Gathered {
    /// All pieces as one.
    fn gathered(self) -> Markup;
}

impl<I: Iterator<Item = Markup>> Gathered for I {
    fn gathered(self) -> Markup {
        let mut all = String::new();
        for piece in self {
            all.push_str(&piece.0);
        }
        PreEscaped(all)
    }
}

/// Words as a piece, escaped.
pub fn words(text: impl AsRef<str>) -> Markup {
    html! { (text.as_ref()) }
}

/// A text within an attribute or an element of HTML that is written as text.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// A piece that may be absent.
pub fn maybe(piece: Option<Markup>) -> Markup {
    piece.unwrap_or_default()
}
