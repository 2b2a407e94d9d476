//! How a promise ended: the slip as a line, and the mark at its end.

use crate::chart::Span;
use crate::chart::slip::EndMark;
use crate::view::{Markup, html};

/// The slip, from the end of the first promise to what happened.
pub fn slip_line(slip: Span, y: i32) -> Markup {
    html! { line class="slip" x1=(slip.from) x2=(slip.to) y1=(y) y2=(y) {} }
}

/// A diamond for what happened, a cross for what was given up, and an open end for what had
/// not happened on the last day that we know of.
pub fn ending(mark: EndMark, at: Span, y: i32) -> Markup {
    let x = at.middle();
    match mark {
        EndMark::Met if at.length() > 12 => html! {
            rect class="met" x=(at.from) y=(y - 5) width=(at.length()) height="10" rx="5" {}
        },
        EndMark::Met => {
            let path = format!("M{x} {} l7 7 l-7 7 l-7 -7 z", y - 7);
            html! { path class="met" d=(path) {} }
        }
        EndMark::Dropped => {
            let path = format!("M{} {} l12 12 m0 -12 l-12 12", x - 6, y - 6);
            html! { path class="dropped" d=(path) {} }
        }
        EndMark::Open => {
            let path = format!("M{} {} l6 6 l-6 6", x - 5, y - 6);
            html! { path class="open" d=(path) {} }
        }
    }
}
