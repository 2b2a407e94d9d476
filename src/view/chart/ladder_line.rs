//! The line under a ladder's title: how many promises, what was demanded, what was got. The claim
//! that it tells of is a link to its own page, where its sources are.

use crate::analysis::outcome;
use crate::i18n::{Key, format, kind, words};
use crate::model::{Amount, Claim, ClaimKind, Milestone, Procurement};
use crate::route::Page;
use crate::view::markup::maybe;
use crate::view::{Markup, Site, html};

/// "4 löften · Regionen kräver ersättning: omkring 500 miljoner kronor · fick en hemlig summa".
pub fn line(site: Site, procurement: &Procurement, milestone: &Milestone) -> Markup {
    let n = milestone.schedule.baselines().count();
    let claim = leading(procurement).map(|claim| demanded(site, procurement, claim));
    html! {
        (site.say(words::LinePromises { n }))
        " · "
        @match claim {
            Some(claim) => (claim),
            None => (site.t(Key::LineNoClaims)),
        }
    }
}

/// The claim between buyer and supplier that says most: the buyer's before the supplier's, one
/// with a public sum before one without, the last that was raised.
fn leading(procurement: &Procurement) -> Option<&Claim> {
    let claims = procurement.claims.iter().filter(|claim| claim.kind == ClaimKind::Contract);
    claims
        .enumerate()
        .max_by_key(|(at, claim)| {
            let sum = matches!(claim.demanded(), Some(Amount::Public(_)));
            (claim.claimant == procurement.buyer, sum, *at)
        })
        .map(|(_, claim)| claim)
}

fn demanded(site: Site, procurement: &Procurement, claim: &Claim) -> Markup {
    let href = site.href(Page::Claim(procurement.id.clone(), claim.id.clone()));
    let sum = match claim.demanded() {
        Some(Amount::Public(money)) => Some(format::money(site.lang(), money)),
        _ => None,
    };
    html! {
        a href=(href) { (site.text(&claim.title)) }
        (maybe(sum.map(|sum| html! { ", " (sum) })))
        " · "
        (got(site, claim))
    }
}

/// What was got, or how the claim stands where nothing was.
fn got(site: Site, claim: &Claim) -> String {
    let secret = claim.received.iter().any(|one| matches!(one.amount, Amount::Withheld { .. }));
    let public = claim.received.iter().find_map(|one| match one.amount {
        Amount::Public(money) => Some(format::money(site.lang(), money)),
        _ => None,
    });
    let what = if secret { Some(site.t(Key::LineSecret).to_owned()) } else { public };
    match (what, claim.received.len()) {
        (Some(what), 1) => site.say(words::LineReceived { what: &what }),
        (Some(what), _) => site.say(words::LineReceivedAmong { what: &what }),
        (None, _) if outcome::is_open(claim) => site.t(Key::LineOpen).to_owned(),
        (None, _) => site.t(kind::step_status(outcome::standing(claim))).to_ascii_lowercase(),
    }
}
