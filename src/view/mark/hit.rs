//! Room for the finger around a mark: 24 px at least, and nothing to see.

use super::at;
use crate::chart::names::px;
use crate::chart::{Percent, Span};
use crate::view::{Markup, html};

/// Around a point.
pub fn hit(x: i32, y: i32) -> Markup {
    html! { circle class="hit" cx=(Percent(x)) cy=(y) r="12" {} }
}

/// Around a window: as wide as it is, unless that is too narrow.
pub fn hit_window(span: Span, y: i32) -> Markup {
    if px(span.length()) < 24 {
        return at(
            span.middle(),
            y,
            html! { rect class="hit" x="-12" y="-12" width="24" height="24" {} },
        );
    }
    html! {
        rect class="hit" x=(Percent(span.from)) width=(Percent(span.length()))
            y=(y - 12) height="24" {}
    }
}
