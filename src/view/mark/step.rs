//! A step in a claim's life: a shape for each status, so that no colour is needed to tell them
//! apart. The word beside it says the same.

use crate::model::{StepStatus, Word};
use crate::view::{Markup, html};

/// The shape of a step, beside words.
pub fn step(status: StepStatus) -> Markup {
    shape(path(status))
}

/// The end of a claim that nothing has ended as far as we know: an open arrow.
pub fn still_open() -> Markup {
    shape(OPEN)
}

/// The shape of a step on a strip, so many pixels from its place.
pub fn step_on_strip(status: StepStatus, dx: i32) -> Markup {
    on_strip(status.word(), path(status), dx)
}

/// The open arrow on a strip.
pub fn still_open_on_strip(dx: i32) -> Markup {
    on_strip("still-open", OPEN, dx)
}

fn on_strip(class: &str, path: &str, dx: i32) -> Markup {
    html! { path class=(class) transform=(format!("translate({} -8)", dx - 8)) d=(path) {} }
}

const OPEN: &str = "M1 8h3m3 0h2M8.5 2.5L14 8l-5.5 5.5";

fn path(status: StepStatus) -> &'static str {
    match status {
        // A flag.
        StepStatus::Raised => "M3 15V1l11 4.5L3 10",
        // A speech bubble.
        StepStatus::Answered => "M1.5 2h13v8.5H8L4 14.5v-4H1.5z",
        // Two that meet.
        StepStatus::Negotiated => {
            "M1 8a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M6 8a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0"
        }
        // A diamond, as where a promise was met.
        StepStatus::Settled => "M8 .8L15.2 8L8 15.2L.8 8z",
        // An arrow back.
        StepStatus::Withdrawn => "M7 2L2 7l5 5M2 7h8a4 4 0 0 1 0 8H8",
        // A cross.
        StepStatus::Rejected => "M2.5 2.5l11 11m0-11l-11 11",
        // A tick.
        StepStatus::Upheld => "M1.5 8.5l4.5 5L14.5 3",
        // A dot.
        StepStatus::Reported => "M4.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z",
    }
}

fn shape(path: &str) -> Markup {
    html! {
        svg class="step" viewBox="0 0 16 16" aria-hidden="true" { path d=(path) {} }
    }
}
