//! The years: a hairline each, with its number beneath where there is room.

use crate::chart::Tick;
use crate::view::{Gathered, Markup, html};

/// The lines of the years from `top` to `bottom`, and their numbers beneath.
pub fn axis(ticks: &[Tick], top: i32, bottom: i32) -> Markup {
    let lines: String = ticks.iter().map(|tick| format!("M{} {top}V{bottom}", tick.x)).collect();
    let numbers = ticks
        .iter()
        .filter(|tick| tick.labeled)
        .map(|tick| {
            html! {
                text class="year" x=(tick.x + 3) y=(bottom + 12) { (tick.year.to_string()) }
            }
        })
        .gathered();
    // One path for all lines: a filter's answer has a dozen elements less to build in each lane.
    html! { g class="axis" aria-hidden="true" { path d=(lines) {} (numbers) } }
}
