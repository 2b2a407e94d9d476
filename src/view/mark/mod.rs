//! One mark, one file: a number becomes an element. Places along the width are written in per
//! cent, heights and shapes in pixels: one drawing fits every width, and a ring stays round.
//! Colours and strokes come from classes.

mod axis;

mod ending;

mod hit;

mod ring;

mod step;

mod window;

pub use axis::{axis, lines};
pub use ending::{ending, slip_bar};
pub use hit::{hit, hit_window};
pub use ring::ring;
pub use step::{step, step_on_strip, still_open, still_open_on_strip};
pub use window::window;

use crate::chart::{Anchor, Percent};
use crate::view::{Markup, html};

/// Something with a shape of its own, in pixels around its place: a path knows no per cent.
pub fn at(x: i32, y: i32, shape: Markup) -> Markup {
    html! { svg x=(Percent(x)) y=[(y != 0).then_some(y)] { (shape) } }
}

/// How `text-anchor` is written; words begin at their place by themselves.
pub fn anchor(anchor: Anchor) -> Option<&'static str> {
    match anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    }
}
