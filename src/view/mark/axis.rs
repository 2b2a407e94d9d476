//! The years: a hairline each, with its number at the top where there is room.

use crate::chart::{Percent, Room, Tick};
use crate::view::{Gathered, Markup, html};

/// The lines of the years over the whole height of the drawing, and their numbers. The style
/// shows those that the drawing's width has room for.
pub fn axis(ticks: &[Tick]) -> Markup {
    let numbers = ticks.iter().filter_map(|tick| Some(number(tick, tick.from?))).gathered();
    html! { g class="axis" aria-hidden="true" { (lines(ticks)) (numbers) } }
}

/// The lines alone, where the numbers stand elsewhere.
pub fn lines(ticks: &[Tick]) -> Markup {
    ticks
        .iter()
        .map(|tick| html! { line x1=(Percent(tick.x)) x2=(Percent(tick.x)) y2="100%" {} })
        .gathered()
}

fn number(tick: &Tick, from: Room) -> Markup {
    let class = match from {
        Room::Narrow => None,
        Room::Middle => Some("middle"),
        Room::Wide => Some("wide"),
    };
    html! { text class=[class] x=(Percent(tick.x)) dx="3" y="11" { (tick.year.to_string().replace('-', "−")) } }
}
