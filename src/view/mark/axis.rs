//! The years: a hairline each, with its number beneath where there is room.

use crate::chart::Tick;
use crate::view::markup::maybe;
use crate::view::{Gathered, Markup, html};

/// The lines of the years from `top` to `bottom`, and their numbers beneath.
pub fn axis(ticks: &[Tick], top: i32, bottom: i32) -> Markup {
    let marks = ticks
        .iter()
        .map(|tick| {
            let number = tick.labeled.then(|| {
                html! {
                    g {
                        text class="year" x=(tick.x + 3) y=(bottom + 12) {
                            (tick.year.to_string())
                        }
                    }
                }
            });
            html! {
                g { line class="year" x1=(tick.x) x2=(tick.x) y1=(top) y2=(bottom) {} (maybe(number)) }
            }
        })
        .gathered();
    html! { g class="axis" aria-hidden="true" { (marks) } }
}
