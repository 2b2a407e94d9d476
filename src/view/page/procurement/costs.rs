//! What it costs: the figures of the whole, and those of parts one step away.

use super::Chapter;
use super::places::place;
use crate::analysis::rests::Rests;
use crate::i18n::{Key, format, kind, words};
use crate::model::Cost;
use crate::view::fact_table::stacked_table;
use crate::view::markup::maybe;
use crate::view::{Markup, html};

/// The chapter.
pub fn costs(chapter: &Chapter) -> Markup {
    let Chapter { site, procurement, .. } = chapter;
    let (whole, parts): (Vec<&Cost>, Vec<&Cost>) =
        procurement.costs.iter().partition(|cost| cost.kind.is_whole());
    let n = parts.len();
    let name = site.text(&procurement.name);
    html! {
        h2 { (site.t(Key::SectionCosts)) }
        p class="answer" { (site.t(Key::CostsWarning)) }
        @if !whole.is_empty() { (table(chapter, site.say(words::CostsCaption { name }), whole)) }
        @if n > 0 {
            details class="part-costs" {
                summary { (site.say(words::CostsOfParts { n })) }
                (table(chapter, site.say(words::CostsOfParts { n }), parts))
            }
        }
    }
}

fn table(chapter: &Chapter, caption: String, costs: Vec<&Cost>) -> Markup {
    let Chapter { site, numbers, .. } = chapter;
    let row = |at: usize| {
        let cost = costs[at];
        // What must stand beside several figures is told beside the first of them.
        let told = |text| costs[..at].iter().find(|other| other.disputed.as_ref() == Some(text));
        let disputed = cost.disputed.as_ref().map(|text| match told(text) {
            Some(other) => {
                let sum = &format::money(site.lang(), other.money);
                html! { span class="note disputed" { (site.say(words::DisputedAsWell { sum })) } }
            }
            None => html! {
                span class="note disputed" {
                    (site.text(text)) (numbers.marks(*site, &cost.disputed_sources))
                }
            },
        });
        vec![
            html! {
                span id=(place(&Rests::Cost(cost))) {
                    span class="figure" { (format::money(site.lang(), cost.money)) }
                    (numbers.marks(*site, &cost.sources))
                    span class="note" { (site.t(kind::cost_kind(cost.kind))) }
                }
            },
            html! { (site.sentence(&cost.covers)) (maybe(disputed)) },
            html! { (site.sentence(&cost.by)) span class="note" { (site.date(cost.as_of)) } },
        ]
    };
    stacked_table(
        caption,
        [Key::ColSum, Key::ColCovers, Key::CostsAccording].map(|key| site.t(key)).to_vec(),
        (0..costs.len()).map(row).collect(),
    )
}
