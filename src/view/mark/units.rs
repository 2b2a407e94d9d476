//! The marks of a drawing that comes in two widths, in its units: of the timeline alone.

use crate::chart::Span;
use crate::chart::units::{Tick, Width};
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

/// The slip, from the end of the first promise to what happened.
pub fn slip_line(slip: Span, y: i32) -> Markup {
    html! { line class="slip" x1=(slip.from) x2=(slip.to) y1=(y) y2=(y) {} }
}

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

/// The class that shows a drawing at the widths it is made for.
pub fn class_of(width: Width) -> &'static str {
    match width {
        Width::Phone => "phone",
        Width::Wide => "wide",
    }
}
