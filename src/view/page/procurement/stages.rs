//! The stages of a procurement as small drawings on one axis, those that slipped first, and every
//! plan as it was announced.

use super::Chapter;
use super::promises::{became, plans, split};
use crate::analysis::knowledge::horizon;
use crate::analysis::slippage::{Slippage, is_late, slippage};
use crate::chart::stages::{Stage, stages as draw};
use crate::chart::{Percent, Tick, slip};
use crate::i18n::{Key, words};
use crate::model::{Milestone, Procurement};
use crate::view::chart::{anchor_of, promises_table};
use crate::view::markup::maybe;
use crate::view::prose::prose;
use crate::view::{Gathered, Markup, Site, html, mark, sentence};

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
fn stage(chapter: &Chapter, milestone: &Milestone, row: &Stage, years: &[Tick]) -> Markup {
    let Chapter { site, procurement, .. } = chapter;
    let schedule = &milestone.schedule;
    let horizon = horizon(procurement, milestone);
    let slipped = slippage(&schedule.original, schedule, horizon);
    let late = is_late(&schedule.original, schedule, horizon);
    html! {
        details class="stage" id=(anchor_of(milestone)) {
            summary {
                span class="stage-words" {
                    h3 { (site.text(&milestone.name)) }
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
                span class="panel-drawing" { (svg(*site, procurement, milestone, (row, late), years)) }
            }
            p { (prose(sentence::ladder(*site, procurement, milestone))) }
            (split(*site, procurement, milestone))
            (became(chapter, milestone))
            (promises_table(*site, procurement, milestone))
        }
    }
}

fn svg(
    site: Site,
    procurement: &Procurement,
    milestone: &Milestone,
    (row, late): (&Stage, bool),
    years: &[Tick],
) -> Markup {
    let class = if late { "stage-drawing" } else { "stage-drawing in-time" };
    let rungs = row.rungs.iter().enumerate().map(|(at, rung)| {
        let class = if at == 0 { "promise first" } else { "promise" };
        html! {
            line class="reach" x1=(Percent(rung.made.to)) x2=(Percent(rung.promised.from))
                y1=(rung.y) y2=(rung.y) {}
            (mark::ring(rung.made, rung.y, rung.form))
            (mark::window(class, rung.promised, rung.y, 9, None))
        }
    });
    html! {
        svg class=(class) width="100%" height=(row.height) role="img"
            aria-label=(sentence::ladder(site, procurement, milestone))
        {
            g class="axis" { (mark::lines(years)) }
            (rungs.gathered())
            (maybe(row.slip.map(|slip| mark::slip_bar(slip, row.end_y, 5))))
            (mark::ending(row.mark, row.end, row.end_y))
        }
    }
}
