//! How a promise ended: the slip as a bar, and the mark at its end.

use super::at;
use crate::chart::slip::EndMark;
use crate::chart::{Percent, Span};
use crate::view::{Markup, html};

/// The slip, from the end of the first promise to what happened, around `y`.
pub fn slip_bar(slip: Span, y: i32, height: i32) -> Markup {
    html! {
        rect class="slip" x=(Percent(slip.from)) width=(Percent(slip.length()))
            y=(y - height / 2) height=(height) rx="1" {}
    }
}

/// A diamond for what happened, drawn out where its day is not known, a cross for what was given
/// up, and an open end for what had not happened on the last day that we know of.
pub fn ending(mark: EndMark, span: Span, y: i32) -> Markup {
    let (class, path) = match mark {
        EndMark::Met if span.length() > 250 => {
            return html! {
                rect class="met" x=(Percent(span.from)) width=(Percent(span.length()))
                    y=(y - 6) height="12" rx="6" {}
            };
        }
        EndMark::Met => ("met", "M0-9 9 0 0 9-9 0Z"),
        EndMark::Dropped => ("dropped", "M-8-5-5-8 0-3 5-8 8-5 3 0 8 5 5 8 0 3-5 8-8 5-3 0Z"),
        EndMark::Open => ("open", "M-5-6-2-9 7 0-2 9-5 6 1 0Z"),
    };
    at(span.middle(), y, html! { path class=(class) d=(path) {} })
}
