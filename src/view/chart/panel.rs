//! A small ladder as SVG: its promises, the slip and how it ended, in a drawing of their own.

use crate::chart::panel::Panel;
use crate::chart::{Percent, Tick};
use crate::view::markup::maybe;
use crate::view::{Gathered, Markup, html, mark};

/// How thick its bars are, in pixels.
pub struct Bars {
    pub promise: i32,
    pub slip: i32,
}

/// Where a promise of a small ladder leads, and what it is called.
pub struct Link {
    pub href: String,
    pub name: String,
}

/// What is drawn of a small ladder. All of a promise's row leads on, where `links` say so.
pub fn panel(
    panel: &Panel,
    years: &[Tick],
    bars: Bars,
    mut links: impl Iterator<Item = Link>,
) -> Markup {
    let rungs = panel.rungs.iter().enumerate().map(|(at, rung)| {
        let class = if at == 0 { "promise first" } else { "promise" };
        let drawn = html! {
            line class="reach" x1=(Percent(rung.made.to)) x2=(Percent(rung.promised.from))
                y1=(rung.y) y2=(rung.y) {}
            (mark::ring(rung.made, rung.y, rung.form))
            (mark::window(class, rung.promised, rung.y, bars.promise))
        };
        let Some(Link { href, name }) = links.next() else { return drawn };
        html! {
            a href=(href) aria-label=(name) {
                rect class="row" width="100%" y=(rung.y - 12) height="24" {}
                (drawn)
                (mark::hit_window(rung.promised, rung.y))
            }
        }
    });
    html! {
        g class="axis" { (mark::lines(years)) }
        (rungs.gathered())
        (maybe(panel.slip.map(|slip| mark::slip_bar(slip, panel.end_y, bars.slip))))
        (mark::ending(panel.mark, panel.end, panel.end_y))
    }
}
