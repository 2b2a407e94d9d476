//! The years: a hairline each, with its number beneath where there is room.

use crate::chart::Tick;
use leptos::prelude::*;

/// The lines of the years from `top` to `bottom`, and their numbers beneath.
pub fn axis(ticks: &[Tick], top: i32, bottom: i32) -> AnyView {
    let marks = ticks
        .iter()
        .map(|tick| {
            let number = tick.labeled.then(|| {
                view! {
                    <g>
                        <text class="year" x=tick.x + 3 y=bottom + 12>
                            {tick.year.to_string()}
                        </text>
                    </g>
                }
                .into_any()
            });
            view! {
                <g>
                    <line class="year" x1=tick.x x2=tick.x y1=top y2=bottom></line>
                    {number}
                </g>
            }
            .into_any()
        })
        .collect_view();
    view! { <g class="axis" aria-hidden="true">{marks}</g> }.into_any()
}
