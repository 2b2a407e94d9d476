//! The claims ledger: a row per claim, in parts that are never mixed.

use super::claim::{Depth, claim_row, demanded};
use super::sums::sum_lines;
use crate::analysis::order::{self, Listed, Rank, arrange, grouped};
use crate::analysis::{filter, outcome};
use crate::chart::crowd;
use crate::i18n::{Key, kind};
use crate::model::{Claim, ClaimKind, Procurement};
use crate::route::{ClaimGroup, ClaimSort, Page, Selection};
use crate::view::fact_table::fact_table;
use crate::view::markup::words;
use crate::view::others::with_claims;
use crate::view::{Gathered, Markup, Piece, Site, html};

type Row<'a> = Listed<'a>;

/// Claims under one heading: those between buyer and supplier, or what is kept apart from them.
struct Part<'a> {
    heading: Key,
    /// Groups of its claims, each with its name; one without when the part is not divided.
    groups: Vec<(Option<String>, Vec<Row<'a>>)>,
}

/// The claims that a choice leaves, in its order, of the procurements shown or of one.
pub fn chosen<'a>(
    site: Site<'a>,
    selection: &Selection,
    only: Option<&'a Procurement>,
) -> Vec<Row<'a>> {
    let left = every(site, selection, only)
        .into_iter()
        .filter(|(procurement, claim)| keeps(only, procurement, claim, selection))
        .collect();
    parts(site, left, selection.order, selection.group)
        .into_iter()
        .flat_map(|part| part.groups)
        .flat_map(|(_, rows)| rows)
        .collect()
}

/// All claims there are to choose from; where they are of more procurements than a page can hold,
/// those that a choice leaves.
fn every<'a>(site: Site<'a>, selection: &Selection, only: Option<&'a Procurement>) -> Vec<Row<'a>> {
    let all = || site.dataset.followed_first().filter(|one| !one.claims.is_empty()).collect();
    let procurements = match (only, crowd::told(all())) {
        (Some(only), _) => vec![only],
        (None, (all, rest)) if rest.is_empty() => all,
        _ => with_claims(site, selection).0,
    };
    procurements
        .into_iter()
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
fn parts<'a>(
    site: Site<'a>,
    mut claims: Vec<Row<'a>>,
    sort: ClaimSort,
    group: ClaimGroup,
) -> Vec<Part<'a>> {
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
    let named = |rows: Vec<Row<'a>>| match group {
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
/// words of a claim do not depend on it.
pub fn ledger(
    site: Site<'static>,
    only: Option<&'static Procurement>,
    selection: &Selection,
) -> Vec<Piece> {
    let (sort, group) = (selection.order, selection.group);
    let class = match group {
        _ if only.is_some() => "parts of-one",
        ClaimGroup::Kind => "parts by-kind",
        ClaimGroup::Procurement => "parts by-procurement",
        _ => "parts",
    };
    let all = every(site, selection, only);
    let gone = |rows: &[Row]| !rows.iter().any(|(p, claim)| keeps(only, p, claim, selection));
    let none = gone(&all);
    let mut inside = vec![];
    if sort == ClaimSort::Amount {
        inside.push(Piece::tagged("p", "note", move || words(site.t(Key::SortAmountNote))));
    }
    for Part { heading, groups } in parts(site, all, sort, group) {
        let rows: Vec<Row> = groups.iter().flat_map(|(_, rows)| rows.clone()).collect();
        let left: Vec<Row> =
            rows.iter().filter(|(p, claim)| keeps(only, p, claim, selection)).copied().collect();
        let mut part = vec![
            Piece::tagged("h3", "part-name", move || words(site.t(heading))),
            Piece::tagged("div", "sum-lines", move || sums_of(site, &left)),
        ];
        for (name, rows) in groups {
            let depth = if name.is_some() { Depth::Group } else { Depth::Part };
            let row = |&(procurement, claim): &Row<'static>| {
                Piece::tagged("li", "", move || claim_row(site, procurement, claim, depth))
                    .of(claim, depth as u8)
                    .hidden_when(!keeps(only, procurement, claim, selection))
            };
            let list = Piece::around("ol", "ledger", rows.iter().map(row).collect());
            let name = name.map(|name| Piece::tagged("h4", "group-name", move || words(name)));
            let group = name.into_iter().chain([list]).collect();
            part.push(Piece::around("div", "group", group).hidden_when(gone(&rows)));
        }
        inside.push(Piece::around("div", "part", part).hidden_when(gone(&rows)));
    }
    let empty = Piece::tagged("p", "empty", move || words(site.t(Key::NothingLeft)));
    vec![Piece::around("div", class, inside), empty.hidden_when(!none)]
}

/// What claims add up to, kind by kind.
fn sums_of(site: Site, rows: &[Row]) -> Markup {
    ClaimKind::ALL
        .into_iter()
        .map(|kind| {
            let of = rows.iter().filter(|(_, claim)| claim.kind == kind);
            let claims: Vec<&Claim> = of.map(|(_, claim)| *claim).collect();
            sum_lines(site, kind, &claims)
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
                demanded(site, claim),
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
