//! A promised window: as wide as it was promised, no point inside it, no fading edge.

use crate::chart::Span;
use crate::view::{Markup, html};

/// A bar over the window, with the words `title` that it shows when pointed at. The first promise
/// has a darker class of its own.
pub fn window(class: &str, promised: Span, y: i32, height: i32, title: Option<&str>) -> Markup {
    html! {
        rect
            class=(class)
            x=(promised.from)
            y=(y - height / 2)
            width=(promised.length())
            height=(height)
            rx="1"
        {
            @if let Some(title) = title { title { (title) } }
        }
    }
}
