//! A promised window: as wide as it was promised, no point inside it, no fading edge.

use crate::chart::Span;
use crate::view::{Markup, html};

/// A bar over the window. The first promise has a darker class of its own.
pub fn window(class: &'static str, promised: Span, y: i32, height: i32) -> Markup {
    html! {
        g {
            rect
                class=(class)
                x=(promised.from)
                y=(y - height / 2)
                width=(promised.length())
                height=(height)
                rx="1" {}
        }
    }
}
