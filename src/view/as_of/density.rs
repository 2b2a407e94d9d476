//! The picture behind the slider: when how much became known, with the years.

use crate::chart::density::{Era, HIGHEST};
use crate::chart::{Percent, WHOLE};
use crate::model::Day;
use crate::view::{Gathered, Markup, Site, html, mark};

/// How far down the bars stand: the numbers of the years are above them.
const BASE: i32 = 42;

/// Bars for these days, which are in order; what came after the day that is shown is faint.
pub fn density(site: Site, days: &[Day], shown: Day) -> Markup {
    let era = Era::of(days, site.today.reviewed);
    let bars = era.bars(days).into_iter().map(|bar| {
        html! {
            rect x=(Percent(bar.span.from)) width=(Percent(bar.span.length()))
                y=(BASE - bar.height) height=(bar.height) {}
        }
    });
    let now = era.place(shown);
    html! {
        svg width="100%" height="44" aria-hidden="true" {
            (mark::axis(&era.years()))
            g class="days" { (bars.gathered()) }
            rect class="not-yet" x=(Percent(now)) width=(Percent(WHOLE - now))
                y=(BASE - HIGHEST) height=(HIGHEST + 2) {}
        }
    }
}
