//! The stages of a procurement as small drawings on one axis, those that slipped first, and every
//! plan as it was announced.

use super::Chapter;
use super::promises::{became, plans, split};
use crate::analysis::knowledge::horizon;
use crate::analysis::slippage::{Slippage, is_late, slippage};
use crate::chart::panel::Panel;
use crate::chart::stages::stages as draw;
use crate::chart::{Tick, slip};
use crate::i18n::{Key, words};
use crate::model::Milestone;
use crate::view::chart::{Bars, anchor_of, panel, promises_table};
use crate::view::prose::prose;
use crate::view::{Gathered, Markup, html, mark, sentence};

/// The chapter.
pub fn stages(chapter: &Chapter) -> Markup {
    let Chapter { site, procurement, .. } = chapter;
    let others: Vec<&Milestone> = procurement.other_milestones().collect();
    let years = slip::years(procurement.milestones.iter().map(|m| (*procurement, m)));
    let drawing = draw(procurement, &others, years);
    let rows = drawing.rows.iter().map(|row| stage(chapter, others[row.at], row, &drawing.years));
    html! {
        h2 { (site.t(Key::SectionStages)) }
        @if !others.is_empty() {
            p class="answer" { (site.t(Key::StagesLead)) }
            div class="stages" {
                div class="stage-axis" {
                    div class="panel-drawing" {
                        svg width="100%" height="16" aria-hidden="true" { (mark::axis(&drawing.years)) }
                    }
                }
                (rows.gathered())
            }
        }
        details class="every-plan" {
            summary { (site.say(words::EveryPlan { n: procurement.plans.len() })) }
            ol class="plans" { (plans(chapter)) }
        }
    }
}

/// A stage: its name and what came of it, its drawing, and all its promises one step away.
fn stage(chapter: &Chapter, milestone: &Milestone, row: &Panel, years: &[Tick]) -> Markup {
    let Chapter { site, procurement, .. } = chapter;
    let schedule = &milestone.schedule;
    let horizon = horizon(procurement, milestone);
    let slipped = slippage(&schedule.original, schedule, horizon);
    let late = is_late(&schedule.original, schedule, horizon);
    html! {
        details class="stage" id=(anchor_of(milestone)) {
            summary {
                h3 { (site.text(&milestone.name)) }
                " "
                span class="stage-words" {
                    @match slipped {
                        // What happened says the same of these.
                        Slippage::Pending { .. } | Slippage::Untold { .. } => {}
                        _ => {
                            span class=(if late { "late" } else { "when" }) {
                                (sentence::late_in_words(*site, slipped))
                            }
                            " "
                        }
                    }
                    span class="when" { (sentence::what_happened_short(*site, procurement, milestone)) }
                }
                span class="panel-drawing" { (svg((row, late), years)) }
            }
            p { (prose(sentence::ladder(*site, procurement, milestone))) }
            (split(*site, procurement, milestone))
            (became(chapter, milestone))
            (promises_table(*site, std::iter::once((*procurement, milestone))).html(*site))
        }
    }
}

fn svg((row, late): (&Panel, bool), years: &[Tick]) -> Markup {
    let class = if late { "stage-drawing" } else { "stage-drawing in-time" };
    let bars = Bars { promise: 9, slip: 5 };
    html! {
        // The words beside it, and the sentence in the fold, say what it shows.
        svg class=(class) width="100%" height=(row.height) aria-hidden="true" {
            (panel(row, years, bars, std::iter::empty()))
        }
    }
}
