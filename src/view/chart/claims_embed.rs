//! Claims where there is little room: the lines that tell the most, and one claim by itself.

use super::claim::{amount_cell, claim_parties, demands, form, received_form, strip, sums_list};
use super::claim_line::{drawing, picture};
use super::ledger::chosen;
use crate::analysis::order::Listed;
use crate::analysis::sorted::sorted;
use crate::chart::TimeScale;
use crate::chart::strips::years;
use crate::i18n::words;
use crate::model::{Amount, Claim, ClaimKind, PartialDate, PartyRef, Procurement};
use crate::route::Page;
use crate::view::block::{Block, Follows};
use crate::view::glossary::Terms;
use crate::view::only::Only;
use crate::view::{Gathered, Markup, PageState, Site, html, mark};
use std::cell::RefCell;

/// So many claims have a line; of more, those that tell the most.
const LINES: usize = 6;

/// The claims that a choice leaves in one picture. Where it names no kind: those between buyers
/// and suppliers, if there are any.
pub fn claims_picture<'a>(state: PageState<'a>, only: Only<'a>) -> Vec<Block<'a>> {
    let PageState { site, selection, .. } = state;
    if let Only::Claim(procurement, claim) = only {
        let make = move || alone(site, procurement, claim);
        return vec![Block::html("claim", "div", "drawing claim-alone", make)];
    }
    let make = move || {
        let claims = chosen(site, selection, only);
        let between = || claims.iter().filter(|(_, claim)| claim.kind == ClaimKind::Contract);
        match selection.claim_kinds.is_empty() && between().next().is_some() {
            true => few(site, between().copied().collect(), only),
            false => few(site, claims, only),
        }
    };
    vec![Block::html("picture", "div", "", make).following(Follows::Choice)]
}

/// The lines that tell the most in their order, and the way to the others, which are counted.
fn few(site: Site, claims: Vec<Listed>, only: Only) -> Markup {
    let left = claims.len().saturating_sub(LINES);
    let home = match only.one() {
        Some(one) => site.href(Page::Procurement(one.id.clone())),
        None => site.href(Page::Claims),
    };
    let more = html! {
        @if left > 0 {
            p class="more" { a href={ (home) "#claims" } { (site.say(words::ClaimsMore { n: left })) } }
        }
    };
    // A party that has another name today is told so once.
    let told: RefCell<Vec<PartyRef>> = RefCell::default();
    let called = |party: PartyRef, raised: Option<PartialDate>| {
        let first = raised.map(|raised| raised.range().first);
        let former = first.and_then(|day| site.dataset.party(party).former_name_on(day));
        let mut told = told.borrow_mut();
        match former.filter(|_| told.contains(&party)) {
            Some(former) => former.to_owned(),
            None => {
                told.push(party);
                site.party_when(party, raised)
            }
        }
    };
    picture(site, telling(claims), &called, more)
}

/// Of many claims those with a sum or a secret first, then those with the longest story.
fn telling(claims: Vec<Listed>) -> Vec<Listed> {
    let rank = |(_, claim): &Listed| {
        let has = |amount: &Amount| matches!(amount, Amount::Public(_) | Amount::Withheld { .. });
        (!claim.amounts().any(has), std::cmp::Reverse(claim.steps.len()))
    };
    let places = sorted((0..claims.len()).collect(), |at: &usize| rank(&claims[*at]));
    let shown = sorted(places.into_iter().take(LINES).collect(), |at: &usize| *at);
    shown.into_iter().map(|at| claims[at]).collect()
}

/// One claim by itself: who demands what, its life on an axis of its own and step by step, and the
/// sums. How it ended is told under it; what the reports say, and all sources, are one link away.
fn alone(site: Site, procurement: &Procurement, claim: &Claim) -> Markup {
    let (first, last) = years(&[(procurement, claim)]);
    html! {
        (claim_parties(site, claim))
        (demands(site, claim, &mut Terms::none(site)))
        div class="claim-strip" {
            svg class="axis" width="100%" height="18" aria-hidden="true" {
                (mark::axis(&TimeScale::years(first, last).ticks()))
            }
            (drawing(site, procurement, claim, (first, last)))
        }
        (strip(site, procurement, claim))
        (sums(site, claim))
    }
}

/// What was demanded, what damage was stated and what was received, each part in a line.
fn sums(site: Site, claim: &Claim) -> Markup {
    let several = claim.demands.len() > 1;
    let demanded = claim.demands.iter().map(|demand| {
        html! { dd { @if several { (form(site, demand)) " " } (amount(site, &demand.amount)) } }
    });
    let lost = claim.losses.iter().map(|loss| {
        let note = words::StatedLossNote { who: site.text(&loss.by) };
        html! { dd { (amount(site, &loss.amount)) span class="note" { (site.say(note)) } } }
    });
    let received = claim.received.iter().map(|part| {
        html! { dd { (received_form(site, part)) " " (amount(site, &part.amount)) } }
    });
    let all = [demanded.gathered(), lost.gathered(), received.gathered()];
    sums_list(site, claim, all)
}

/// A sum, or which kind of "no number" it is and why.
fn amount(site: Site, amount: &Amount) -> Markup {
    let mut cell = amount_cell(site, amount);
    cell.sources.clear();
    cell.html(site)
}
