//! The claims ledger: a row per claim, in parts that are never mixed.

use super::claim::{Depth, amount, claim_row};
use super::sums::sum_lines;
use crate::analysis::order::{self, Listed, Rank, arrange, grouped};
use crate::analysis::{filter, outcome};
use crate::i18n::{Key, kind};
use crate::model::{Amount, Claim, ClaimKind, Procurement};
use crate::route::{ClaimGroup, ClaimSort, Page, Selection};
use crate::view::fact_table::fact_table;
use crate::view::live::told;
use crate::view::markup::words;
use crate::view::{Content, Shown};
use crate::view::{Gathered, Live, Markup, Site, html};
use leptos::prelude::*;

type Row = Listed<'static>;

/// Claims under one heading: those between buyer and supplier, or what is kept apart from them.
struct Part {
    heading: Key,
    /// Groups of its claims, each with its name; one without when the part is not divided.
    groups: Vec<(Option<String>, Vec<Row>)>,
}

/// The claims that a choice leaves, in its order, of the procurements shown or of one.
pub fn chosen(site: Site, selection: &Selection, only: Option<&'static Procurement>) -> Vec<Row> {
    let left = every(site, only)
        .into_iter()
        .filter(|(procurement, claim)| keeps(only, procurement, claim, selection))
        .collect();
    parts(site, left, selection.order, selection.group)
        .into_iter()
        .flat_map(|part| part.groups)
        .flat_map(|(_, rows)| rows)
        .collect()
}

fn every(site: Site, only: Option<&'static Procurement>) -> Vec<Row> {
    site.dataset
        .followed_first()
        .filter(|procurement| only.is_none_or(|only| only.id == procurement.id))
        .flat_map(|procurement| procurement.claims.iter().map(move |claim| (procurement, claim)))
        .collect()
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

/// The claims in order and in parts. Whatever the groups, claims between buyer and supplier
/// stand by themselves.
fn parts(site: Site, mut claims: Vec<Row>, sort: ClaimSort, group: ClaimGroup) -> Vec<Part> {
    let rank: Option<Rank> = match sort {
        ClaimSort::Procurement => None,
        ClaimSort::Newest => Some(order::newest),
        ClaimSort::Oldest => Some(order::oldest),
        ClaimSort::Amount => Some(order::largest),
    };
    if let Some(rank) = rank {
        arrange(&mut claims, rank);
    }
    let of = |kind: fn(ClaimKind) -> bool| -> Vec<Row> {
        claims.iter().filter(|(_, claim)| kind(claim.kind)).copied().collect()
    };
    let named = |rows: Vec<Row>| match group {
        ClaimGroup::Kind => vec![(None, rows)],
        ClaimGroup::Claimant => grouped(rows, &|(_, claim)| {
            Some(site.fill(Key::GroupClaimant, &[("name", site.party(claim.claimant))]))
        }),
        ClaimGroup::Respondent => grouped(rows, &|(_, claim)| {
            Some(site.fill(Key::GroupRespondent, &[("name", site.party(claim.respondent))]))
        }),
        ClaimGroup::Procurement => {
            grouped(rows, &|(procurement, _)| Some(site.text(&procurement.name).to_owned()))
        }
    };
    let mut parts: Vec<(Key, Vec<Row>)> = match group {
        ClaimGroup::Kind => ClaimKind::ALL
            .into_iter()
            .map(|kind| {
                let rows = claims.iter().filter(|(_, claim)| claim.kind == kind).copied();
                (kind::claim_part(kind), rows.collect())
            })
            .collect(),
        _ => vec![
            (Key::PartContract, of(|kind| kind == ClaimKind::Contract)),
            (Key::PartApart, of(|kind| kind != ClaimKind::Contract)),
        ],
    };
    parts.retain(|(_, rows)| !rows.is_empty());
    parts.into_iter().map(|(heading, rows)| Part { heading, groups: named(rows) }).collect()
}

/// A row per claim, of all procurements or of one. A filter hides rows and makes none, since the
/// words of a claim do not depend on it; another order makes the rows anew.
pub fn ledger(site: Site, live: Live, only: Option<&'static Procurement>) -> AnyView {
    let none = Memo::new(move |_| {
        let claims = every(site, only);
        live.selection.with(|s| !claims.iter().any(|(p, claim)| keeps(only, p, claim, s)))
    });
    let listing = Memo::new(move |_| live.selection.with(|s| (s.order, s.group)));
    // Made anew for another order, in place.
    let listed = move || {
        let (sort, group) = listing.get();
        let class = match group {
            _ if only.is_some() => "parts of-one",
            ClaimGroup::Kind => "parts by-kind",
            ClaimGroup::Procurement => "parts by-procurement",
            _ => "parts",
        };
        let note = (sort == ClaimSort::Amount).then(|| {
            live.still(move || html! { p class="note" { (site.t(Key::SortAmountNote)) } })
        });
        let parts = parts(site, every(site, only), sort, group)
            .into_iter()
            .map(|part| part_view(site, live, only, part))
            .collect_view();
        view! { <div class=class>{note} {parts}</div> }.into_any()
    };
    view! {
        <div class="drawing">
            {listed} <p class="empty" hidden=told(move || !none.get())>
                {site.t(Key::NothingLeft)}
            </p>
        </div>
    }
    .into_any()
}

/// A part with its heading, what its claims add up to, and its groups.
fn part_view(site: Site, live: Live, only: Option<&'static Procurement>, part: Part) -> AnyView {
    let all: Vec<Row> = part.groups.iter().flat_map(|(_, rows)| rows.clone()).collect();
    let hidden = gone(live, only, all.clone());
    let heading = live.still(move || html! { h3 class="part-name" { (site.t(part.heading)) } });
    let sums = live.follows("sum-lines", move |s| {
        let left: Vec<Row> =
            all.iter().filter(|(p, claim)| keeps(only, p, claim, s)).copied().collect();
        sums_of(site, &left)
    });
    let groups = part
        .groups
        .into_iter()
        .map(|(name, rows)| {
            let hidden = gone(live, only, rows.clone());
            let depth = if name.is_some() { Depth::Group } else { Depth::Part };
            let name =
                name.map(|name| live.still(move || html! { h4 class="group-name" { (name) } }));
            let rows =
                rows.into_iter().map(|row| row_view(site, live, only, row, depth)).collect_view();
            hideable("group", hidden, view! { {name} <ol class="ledger">{rows}</ol> }.into_any())
        })
        .collect_view();
    hideable("part", hidden, view! { {heading} {sums} {groups} }.into_any())
}

fn hideable(class: &'static str, hidden: Memo<bool>, content: AnyView) -> AnyView {
    view! {
        <div class=class hidden=told(move || hidden.get())>
            {content}
        </div>
    }
    .into_any()
}

/// Whether a choice leaves none of these.
fn gone(live: Live, only: Option<&'static Procurement>, rows: Vec<Row>) -> Memo<bool> {
    Memo::new(move |_| {
        live.selection.with(|s| !rows.iter().any(|(p, claim)| keeps(only, p, claim, s)))
    })
}

fn row_view(
    site: Site,
    live: Live,
    only: Option<&'static Procurement>,
    (procurement, claim): Row,
    depth: Depth,
) -> AnyView {
    let hidden = Memo::new(move |_| live.selection.with(|s| !keeps(only, procurement, claim, s)));
    let hydrating = live.hydrating.get_untracked();
    // What was brought in to compare is written once somebody asks for it.
    let asked = procurement.comparator && only.is_none();
    let html = move || {
        let absent = if asked { hidden.get() } else { hydrating };
        (!absent).then(|| Content::Whole(claim_row(site, procurement, claim, depth)))
    };
    let row = Shown::new(live, "", html).into_any();
    view! { <li hidden=told(move || hidden.get())>{row}</li> }.into_any()
}

/// What claims add up to, kind by kind.
fn sums_of(site: Site, rows: &[Row]) -> Markup {
    ClaimKind::ALL
        .into_iter()
        .map(|kind| {
            let of = || rows.iter().filter(move |(_, claim)| claim.kind == kind);
            let demanded: Vec<&Amount> = of().map(|(_, claim)| &claim.amount).collect();
            let received: Vec<&Amount> =
                of().filter_map(|(_, claim)| claim.received.as_ref()).collect();
            sum_lines(site, kind, &demanded, &received)
        })
        .gathered()
}

/// The same claims as a table.
pub fn claims_table(site: Site, claims: &[Row]) -> Markup {
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
