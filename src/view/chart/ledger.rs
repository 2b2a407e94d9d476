//! The claims ledger: who demands what of whom, how much, its dated life, and how it ended.

use crate::analysis::{filter, outcome};
use crate::i18n::{Key, format, kind};
use crate::model::{Amount, Claim, Procurement};
use crate::route::{Page, Selection};
use crate::view::Site;
use crate::view::fact_table::fact_table;
use crate::view::source_note::source_note;
use leptos::prelude::*;

/// The claims that a choice leaves, each with its procurement.
pub fn chosen(site: Site, selection: &Selection) -> Vec<(&'static Procurement, &'static Claim)> {
    site.dataset
        .procurements
        .iter()
        .filter(|procurement| selection.shows(&procurement.id))
        .flat_map(|procurement| procurement.claims.iter().map(move |claim| (procurement, claim)))
        .filter(|(_, claim)| {
            filter::keeps_claim(claim, &selection.claim_kinds, &selection.outcomes)
        })
        .collect()
}

/// A row per claim.
pub fn ledger(site: Site, claims: &[(&'static Procurement, &'static Claim)]) -> AnyView {
    if claims.is_empty() {
        return view! { <p class="empty">{site.t(Key::NothingLeft)}</p> }.into_any();
    }
    let rows = claims
        .iter()
        .map(|(procurement, claim)| {
            view! { <li>{claim_row(site, procurement, claim, true)}</li> }.into_any()
        })
        .collect_view();
    view! { <ol class="ledger">{rows}</ol> }.into_any()
}

/// One claim: parties, demand, sum, life, end. `titled` adds its name as a link.
pub fn claim_row(
    site: Site,
    procurement: &'static Procurement,
    claim: &'static Claim,
    titled: bool,
) -> AnyView {
    let raised = claim.steps.first().map(|step| step.date);
    let party = |party| match raised {
        Some(date) => site.party_on(party, date),
        None => site.party(party).to_owned(),
    };
    let href = site.href(Page::Claim(procurement.id.clone(), claim.id.clone()));
    let standing = outcome::standing(claim);
    let title = titled.then(|| {
        view! {
            <h3>
                <a href=href>{site.text(&claim.title)}</a>
            </h3>
        }
        .into_any()
    });
    let received = claim.received.as_ref().map(|received| {
        view! {
            <dt>{site.t(Key::Received)}</dt>
            <dd>{amount(site, received)}</dd>
        }
        .into_any()
    });
    view! {
        <article class="claim">
            {title}
            <p class="parties">
                <span class="tag">{site.t(kind::claim_kind(claim.kind))}</span>
                <span>{party(claim.claimant)}</span>
                <span class="arrow" aria-hidden="true">"→"</span>
                <span class="visually-hidden">{site.t(Key::DemandsOf)}</span>
                <span>{party(claim.respondent)}</span>
            </p>
            <p>{site.text(&claim.demanded)}</p>
            <dl class="sums">
                <dt>{site.t(Key::Demanded)}</dt>
                <dd>{amount(site, &claim.amount)}</dd>
                {received}
            </dl>
            {strip(site, claim)}
            <p class="outcome">
                <span class=format!("tag standing {}", standing.code())>
                    {site.t(kind::step_status(standing))}
                </span>
                {site.text(&claim.outcome)}
            </p>
            {source_note(site, &claim.sources)}
        </article>
    }
    .into_any()
}

/// The dated steps of a claim as a strip: a mark, a word and a date each.
fn strip(site: Site, claim: &'static Claim) -> AnyView {
    let steps = claim
        .steps
        .iter()
        .map(|step| {
            view! {
                <li class=step.status.code()>
                    <b>{site.t(kind::step_status(step.status))}</b>
                    <span class="when">{format::short_date(site.lang(), step.date)}</span>
                    <span class="who">{site.party_on(step.by, step.date)}</span>
                </li>
            }
            .into_any()
        })
        .collect_view();
    view! { <ol class="strip" aria-label=site.t(Key::StepsLabel)>{steps}</ol> }.into_any()
}

/// A sum, or which kind of "no number" it is. Never a zero.
pub fn amount(site: Site, value: &'static Amount) -> AnyView {
    match value {
        Amount::Public(money) => {
            view! { <span class="amount public">{format::money(site.lang(), *money)}</span> }
                .into_any()
        }
        Amount::Withheld { reason, said_by, sources } => view! {
            <span class="amount withheld">
                {site.fill(Key::AmountWithheld, &[("who", site.text(said_by))])}
            </span>
            <span class="note">{site.text(reason)}</span>
            {source_note(site, sources)}
        }
        .into_any(),
        Amount::NotNamed => {
            view! { <span class="amount not-named">{site.t(Key::AmountNotNamed)}</span> }.into_any()
        }
        Amount::NotFound => {
            view! { <span class="amount not-found">{site.t(Key::AmountNotFound)}</span> }.into_any()
        }
    }
}

/// The same claims as a table.
pub fn claims_table(site: Site, claims: &[(&'static Procurement, &'static Claim)]) -> AnyView {
    let rows = claims
        .iter()
        .map(|(procurement, claim)| {
            let raised = claim.steps.first().map(|step| site.date(step.date)).unwrap_or_default();
            let href = site.href(Page::Claim(procurement.id.clone(), claim.id.clone()));
            vec![
                raised.into_any(),
                site.text(&procurement.name).into_any(),
                site.t(kind::claim_kind(claim.kind)).into_any(),
                site.party(claim.claimant).into_any(),
                site.party(claim.respondent).into_any(),
                view! { <a href=href>{site.text(&claim.title)}</a> }.into_any(),
                amount(site, &claim.amount),
                site.t(kind::step_status(outcome::standing(claim))).into_any(),
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
