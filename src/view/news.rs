//! A piece of news as a line: what became known, with a link to it.

use super::{Gathered, Markup, Site, html};
use crate::analysis::knowledge::{Change, Known, Move};
use crate::i18n::{Key, format, kind, words};
use crate::model::{Confidence, Procurement};
use crate::route::Page;

/// What became known, in one line.
pub fn line(site: Site, change: &Change) -> Markup {
    let known = change.known();
    let Some(procurement) = site.today.procurements.get(usize::from(known.procurement.0)) else {
        return Markup::default();
    };
    html! {
        span class="tag" { (site.text(&procurement.name)) }
        (what(site, procurement, known, change))
    }
}

fn what(site: Site, procurement: &Procurement, known: &Known, change: &Change) -> Markup {
    let home = || site.href(Page::Procurement(procurement.id.clone()));
    let claim = || procurement.claims.iter().find(|claim| claim.id == known.id);
    let milestone = || procurement.milestones.iter().find(|one| one.id == known.id);
    match change {
        Change::Event(_) => {
            let event = procurement.events.iter().find(|event| event.id == known.id);
            let href = site.href(Page::Event(procurement.id.clone(), known.id.clone()));
            html! {
                @if let Some(event) = event {
                    (site.t(kind::event_kind(event.kind))) ": "
                    a href=(href) { (site.text(&event.title)) }
                    @if event.confidence == Confidence::Low {
                        span class="note" { (site.t(Key::Unconfirmed)) }
                    }
                }
            }
        }
        Change::Plan { moves, .. } => {
            let plan = procurement.plans.iter().find(|plan| plan.id == known.id);
            let href = format!("{}#{}", home(), known.id);
            let moved = moves.iter().map(|moved| promise(site, procurement, moved)).gathered();
            html! {
                @if let Some(plan) = plan {
                    a href=(href) {
                        (site.say(words::NewsPlan { who: site.text(&plan.by) }))
                    }
                    (moved)
                }
            }
        }
        Change::Claim(_) => {
            let href = site.href(Page::Claim(procurement.id.clone(), known.id.clone()));
            html! {
                @if let Some(claim) = claim() {
                    (site.t(kind::claim_kind(claim.kind))) ": "
                    a href=(href) { (site.text(&claim.title)) }
                }
            }
        }
        Change::ClaimStep { step, .. } => {
            let href = site.href(Page::Claim(procurement.id.clone(), known.id.clone()));
            html! {
                @if let Some((claim, step)) = claim().and_then(|c| Some((c, c.steps.get(*step)?))) {
                    a href=(href) { (site.text(&claim.title)) }
                    ": "
                    (site.t(kind::step_status(step.status)))
                    " ("
                    (site.party_on(step.by, step.date))
                    ")"
                }
            }
        }
        Change::Received { part, .. } => {
            let href = site.href(Page::Claim(procurement.id.clone(), known.id.clone()));
            html! {
                @if let Some((claim, part)) = claim().and_then(|c| Some((c, c.received.get(*part)?))) {
                    a href=(href) { (site.text(&claim.title)) }
                    ": "
                    (site.t(kind::receipt_kind(part.kind)))
                }
            }
        }
        Change::Met(_) => {
            let met = milestone().and_then(|one| Some((one, one.schedule.met.as_ref()?)));
            html! {
                @if let Some((one, met)) = met {
                    (site.say(words::NewsMet {
                        milestone: site.text(&one.name),
                        date: &format::on_date(site.lang(), met.date),
                    }))
                }
            }
        }
        Change::Dropped(_) => html! {
            @if let Some(one) = milestone() {
                (site.say(words::NewsDropped { milestone: site.text(&one.name) }))
            }
        },
        Change::Cost(_) => {
            let cost = procurement.costs.iter().find(|cost| cost.id == known.id);
            html! {
                @if let Some(cost) = cost {
                    (site.t(kind::cost_kind(cost.kind))) ": "
                    a href=(home()) { (format::money(site.lang(), cost.money)) }
                    span class="note" { (site.sentence(&cost.covers)) }
                }
            }
        }
    }
}

/// What a plan promised, and what had been promised before.
fn promise(site: Site, procurement: &Procurement, moved: &Move) -> Markup {
    let Some(milestone) = procurement.milestones.iter().find(|one| one.id == moved.milestone)
    else {
        return Markup::default();
    };
    let (milestone, to) = (site.text(&milestone.name), &site.date(moved.to));
    let said = match moved.from {
        Some(from) => site.say(words::NewsMoved { milestone, from: &site.date(from), to }),
        None => site.say(words::NewsPromised { milestone, to }),
    };
    html! { span class="note" { (said) } }
}
