//! The claims ledger: a row per claim, in parts that are never mixed.

use super::claim::{Depth, claim_row, demanded};
use super::sums::sum_lines;
use crate::analysis::order::{self, Listed, Rank, arrange, grouped};
use crate::analysis::{filter, outcome};
use crate::i18n::{Key, kind, words};
use crate::model::{Claim, ClaimKind, Procurement};
use crate::route::{ClaimGroup, ClaimSort, Page, Selection};
use crate::view::block::{Block, Follows};
use crate::view::fact_table::fact_table;
use crate::view::markup::words;
use crate::view::others::{named, with_claims};
use crate::view::{Gathered, Markup, PageState, Site, html};

type Row<'a> = Listed<'a>;

/// Claims under one heading: those between buyer and supplier, or what is kept apart from them.
struct Part<'a> {
    heading: Key,
    /// Groups of its claims, each with its name; one without when the part is not divided.
    groups: Vec<(Option<String>, Vec<Row<'a>>)>,
}

/// The ledger, and the procurements whose claims a page has no room for.
pub fn claims<'a>(state: PageState<'a>, only: Option<&'a Procurement>) -> Vec<Block<'a>> {
    let PageState { site, selection, .. } = state;
    let ledger = ledger(site, only, selection);
    let mut drawing = vec![Block::around("ledger", "div", "drawing", ledger)];
    if only.is_none() {
        let others = move || named(site, &with_claims(site, selection).1);
        drawing.push(Block::html("others", "div", "others", others).following(Follows::Choice));
    }
    drawing
}

/// The claims that a choice leaves, in its order, of the procurements shown or of one.
pub fn chosen<'a>(
    site: Site<'a>,
    selection: &Selection,
    only: Option<&'a Procurement>,
) -> Vec<Row<'a>> {
    let left = every(site, only, selection)
        .into_iter()
        .filter(|(_, claim)| keeps(claim, selection))
        .collect();
    parts(site, left, selection.order, selection.group)
        .into_iter()
        .flat_map(|part| part.groups)
        .flat_map(|(_, rows)| rows)
        .collect()
}

/// All claims of the procurements that are chosen, or of one: of as many as a page can hold.
fn every<'a>(site: Site<'a>, only: Option<&'a Procurement>, selection: &Selection) -> Vec<Row<'a>> {
    let procurements = match only {
        Some(only) => vec![only],
        None => with_claims(site, selection).0,
    };
    procurements
        .into_iter()
        .flat_map(|procurement| procurement.claims.iter().map(move |claim| (procurement, claim)))
        .collect()
}

fn keeps(claim: &Claim, selection: &Selection) -> bool {
    filter::keeps_claim(claim, &selection.claim_kinds, &selection.outcomes)
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
            Some(site.say(words::GroupClaimant { name: site.party(claim.claimant) }))
        }),
        ClaimGroup::Respondent => grouped(rows, &|(_, claim)| {
            Some(site.say(words::GroupRespondent { name: site.party(claim.respondent) }))
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

/// A row per claim, of the procurements chosen or of one. Other filters hide rows and make none,
/// since the words of a claim do not depend on them.
fn ledger<'a>(
    site: Site<'a>,
    only: Option<&'a Procurement>,
    selection: &Selection,
) -> Vec<Block<'a>> {
    let (sort, group) = (selection.order, selection.group);
    let class = match group {
        _ if only.is_some() => "parts of-one",
        ClaimGroup::Kind => "parts by-kind",
        ClaimGroup::Procurement => "parts by-procurement",
        _ => "parts",
    };
    let all = every(site, only, selection);
    let kept = |(_, claim): &Row| keeps(claim, selection);
    let none = !all.iter().any(kept);
    let note = move || words(site.t(Key::SortAmountNote));
    let mut inside =
        vec![Block::html("note", "p", "note", note).hidden_when(sort != ClaimSort::Amount)];
    for Part { heading, groups } in parts(site, all, sort, group) {
        let rows = || groups.iter().flat_map(|(_, rows)| rows);
        let gone = !rows().any(kept);
        let left: Vec<Row> = rows().filter(|row| kept(row)).copied().collect();
        let mut part = vec![
            Block::html("name", "h3", "part-name", move || words(site.t(heading))),
            Block::html("sums", "div", "sum-lines", move || sums_of(site, &left))
                .following(Follows::Choice),
        ];
        for (at, (name, rows)) in groups.into_iter().enumerate() {
            let depth = if name.is_some() { Depth::Group } else { Depth::Part };
            let gone = !rows.iter().any(kept);
            let list = rows.iter().map(|row| {
                let hidden = !kept(row);
                let &(procurement, claim) = row;
                let make = move || claim_row(site, procurement, claim, depth);
                // Its title is a heading of another rank in a group, so it is another row there.
                let key = format!("{}/{}/{}", procurement.id, claim.id, depth as u8);
                Block::html(key, "li", "", make).hidden_when(hidden)
            });
            let list = Block::around("rows", "ol", "ledger", list.collect());
            let key = name.clone().unwrap_or_else(|| at.to_string());
            let name =
                name.map(|name| Block::html("name", "h4", "group-name", move || words(name)));
            let group = name.into_iter().chain([list]).collect();
            part.push(Block::around(key, "div", "group", group).hidden_when(gone));
        }
        inside
            .push(Block::around(site.t(heading).to_owned(), "div", "part", part).hidden_when(gone));
    }
    let empty = Block::html("empty", "p", "empty", move || words(site.t(Key::NothingLeft)));
    vec![Block::around("parts", "div", class, inside), empty.hidden_when(!none)]
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
