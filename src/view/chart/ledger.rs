//! The claims ledger: who demands what of whom, how much, its dated life, and how it ended.

use crate::analysis::{filter, outcome};
use crate::i18n::{Key, format, kind};
use crate::model::{Amount, Claim, Procurement};
use crate::route::{Page, Selection};
use crate::view::Site;
use crate::view::fact_table::fact_table;
use crate::view::markup::{maybe, words};
use crate::view::source_note::source_note;
use crate::view::{Gathered, Live, Markup, html};
use leptos::prelude::*;

/// The claims that a choice leaves, of the procurements shown or of one, each with its
/// procurement.
pub fn chosen(
    site: Site,
    selection: &Selection,
    only: Option<&'static Procurement>,
) -> Vec<(&'static Procurement, &'static Claim)> {
    every(site, only)
        .filter(|(procurement, claim)| keeps(only, procurement, claim, selection))
        .collect()
}

fn every(
    site: Site,
    only: Option<&'static Procurement>,
) -> impl Iterator<Item = (&'static Procurement, &'static Claim)> {
    site.dataset
        .followed_first()
        .filter(move |procurement| only.is_none_or(|only| only.id == procurement.id))
        .flat_map(|procurement| procurement.claims.iter().map(move |claim| (procurement, claim)))
}

fn keeps(
    only: Option<&Procurement>,
    procurement: &Procurement,
    claim: &Claim,
    selection: &Selection,
) -> bool {
    (only.is_some() || selection.shows(procurement))
        && filter::keeps_claim(claim, &selection.claim_kinds, &selection.outcomes)
}

/// A row per claim, of all procurements or of one. A choice hides rows and makes none: the words
/// of a claim do not depend on it.
pub fn ledger(site: Site, live: Live, only: Option<&'static Procurement>) -> AnyView {
    let claims: Vec<_> = every(site, only).collect();
    let none = Memo::new({
        let claims = claims.clone();
        move |_| live.selection.with(|s| !claims.iter().any(|(p, claim)| keeps(only, p, claim, s)))
    });
    let rows = claims
        .into_iter()
        .map(|(procurement, claim)| {
            let hidden =
                Memo::new(move |_| live.selection.with(|s| !keeps(only, procurement, claim, s)));
            let hydrating = live.hydrating.get_untracked();
            // What was brought in to compare is written once somebody asks for it.
            let asked = procurement.comparator && only.is_none();
            let absent = move || if asked { hidden.get() } else { hydrating };
            let html = move || match absent() {
                true => String::new(),
                false => claim_row(site, procurement, claim, true).0,
            };
            view! { <li hidden=move || hidden.get() inner_html=html></li> }.into_any()
        })
        .collect_view();
    view! {
        <div class="drawing">
            <ol class="ledger">{rows}</ol>
            <p class="empty" hidden=move || !none.get()>
                {site.t(Key::NothingLeft)}
            </p>
        </div>
    }
    .into_any()
}

/// One claim: parties, demand, sum, life, end. `titled` adds its name as a link.
pub fn claim_row(
    site: Site,
    procurement: &'static Procurement,
    claim: &'static Claim,
    titled: bool,
) -> Markup {
    let raised = claim.steps.first().map(|step| step.date);
    let party = |party| site.party_when(party, raised);
    let href = site.href(Page::Claim(procurement.id.clone(), claim.id.clone()));
    let standing = outcome::standing(claim);
    let title = titled.then(|| {
        html! { h3 { a href=(href) { (site.text(&claim.title)) } } }
    });
    let received = claim.received.as_ref().map(|received| {
        html! { dt { (site.t(Key::Received)) } dd { (amount(site, received)) } }
    });
    html! {
        article class="claim" {
            (maybe(title))
            p class="parties" {
                span class="tag" { (site.t(kind::claim_kind(claim.kind))) }
                span { (party(claim.claimant)) }
                span class="arrow" aria-hidden="true" { "→" }
                span class="visually-hidden" { (site.t(Key::DemandsOf)) }
                span { (party(claim.respondent)) }
            }
            p { (site.text(&claim.demanded)) }
            dl class="sums" {
                dt { (site.t(Key::Demanded)) }
                dd { (amount(site, &claim.amount)) }
                (maybe(received))
            }
            (strip(site, claim))
            p class="outcome" {
                span class=(format!("tag standing {}", standing.code())) {
                    (site.t(kind::step_status(standing)))
                }
                (claim.outcome.as_ref().map(|outcome| site.text(outcome)).unwrap_or_default())
            }
            (source_note(site, &claim.sources))
        }
    }
}

/// The dated steps of a claim as a strip: a mark, a word and a date each.
fn strip(site: Site, claim: &'static Claim) -> Markup {
    let steps = claim
        .steps
        .iter()
        .map(|step| {
            html! {
                li class=(step.status.code()) {
                    b { (site.t(kind::step_status(step.status))) }
                    span class="when" { (format::short_date(site.lang(), step.date)) }
                    span class="who" { (site.party_on(step.by, step.date)) }
                }
            }
        })
        .gathered();
    html! { ol class="strip" aria-label=(site.t(Key::StepsLabel)) { (steps) } }
}

/// A sum, or which kind of "no number" it is. Never a zero.
pub fn amount(site: Site, value: &'static Amount) -> Markup {
    match value {
        Amount::Public(money) => {
            html! { span class="amount public" { (format::money(site.lang(), *money)) } }
        }
        Amount::Withheld { reason, said_by, sources } => html! {
            span class="amount withheld" {
                (site.fill(Key::AmountWithheld, &[("who", site.text(said_by))]))
            }
            span class="note" { (site.text(reason)) }
            (source_note(site, sources))
        },
        Amount::NotNamed => {
            html! { span class="amount not-named" { (site.t(Key::AmountNotNamed)) } }
        }
        Amount::NotFound => {
            html! { span class="amount not-found" { (site.t(Key::AmountNotFound)) } }
        }
    }
}

/// The same claims as a table.
pub fn claims_table(site: Site, claims: &[(&'static Procurement, &'static Claim)]) -> Markup {
    let rows = claims
        .iter()
        .map(|(procurement, claim)| {
            let raised = claim.steps.first().map(|step| site.date(step.date)).unwrap_or_default();
            let href = site.href(Page::Claim(procurement.id.clone(), claim.id.clone()));
            vec![
                words(raised),
                words(site.text(&procurement.name)),
                words(site.t(kind::claim_kind(claim.kind))),
                words(site.party(claim.claimant)),
                words(site.party(claim.respondent)),
                html! { a href=(href) { (site.text(&claim.title)) } },
                amount(site, &claim.amount),
                words(site.t(kind::step_status(outcome::standing(claim)))),
            ]
        })
        .collect();
    fact_table(
        site.t(Key::ClaimsCaption).to_owned(),
        [
            Key::ColRaised,
            Key::ColProcurement,
            Key::ColKind,
            Key::ColClaimant,
            Key::ColRespondent,
            Key::ColClaim,
            Key::ColSum,
            Key::ColStanding,
        ]
        .map(|key| site.t(key))
        .to_vec(),
        rows,
    )
}
