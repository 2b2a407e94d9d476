//! A promised window: as wide as it was promised, no point inside it, no fading edge.

use crate::chart::{Percent, Span};
use crate::view::{Markup, html};

/// A bar over the window. The first promise has a darker class of its own. A day is a line, since
/// it would be too thin to see.
pub fn window(class: &str, promised: Span, y: i32, height: i32) -> Markup {
    let top = y - height / 2;
    if promised.length() < 50 {
        let x = Percent(promised.middle());
        return html! {
            line class=(class) x1=(x) x2=(x) y1=(top) y2=(top + height) {}
        };
    }
    html! {
        rect class=(class) x=(Percent(promised.from)) width=(Percent(promised.length()))
            y=(top) height=(height) rx="1" {}
    }
}
