//! The claims ledger: a line per claim that opens in place, in parts that are never mixed.

use super::claim::{claim_whole, demanded};
use super::claim_line::{claim_line, claims_head, claims_legend};
use super::sums::sum_lines;
use crate::analysis::claims::{About, Common, Group, Part, Shared, left, listed, parts};
use crate::analysis::filter::keeps_claim;
use crate::analysis::order::{self, Listed, Rank};
use crate::analysis::outcome;
use crate::chart::strips::years;
use crate::i18n::{Key, kind, words};
use crate::model::{Claim, ClaimKind, Procurement};
use crate::route::{ClaimGroup, ClaimSort, Page, Selection};
use crate::view::block::{Block, Follows};
use crate::view::fact_table::{Cell, Column, FactTable, Holds, Look, Row};
use crate::view::glossary::Terms;
use crate::view::markup::words;
use crate::view::only::Only;
use crate::view::others::{named, with_claims};
use crate::view::{Gathered, Markup, PageState, Site, html};

/// The ledger, and the procurements whose claims a page has no room for.
pub fn claims<'a>(state: PageState<'a>, only: Only<'a>) -> Vec<Block<'a>> {
    let PageState { site, selection, .. } = state;
    let ledger = ledger(site, only.one(), selection);
    let mut drawing = vec![Block::around("ledger", "div", "drawing", ledger)];
    if matches!(only, Only::All) {
        let others = move || named(site, &with_claims(site, selection).1);
        drawing.push(Block::html("others", "div", "others", others).following(Follows::Choice));
    }
    drawing
}

/// The claims that a choice leaves, in its order, of the procurements shown or of one; or the one
/// claim that is asked for.
pub fn chosen<'a>(site: Site<'a>, selection: &Selection, only: Only<'a>) -> Vec<Listed<'a>> {
    if let Only::Claim(procurement, claim) = only {
        return vec![(procurement, claim)];
    }
    let left =
        left(every(site, only.one(), selection), &selection.claim_kinds, &selection.outcomes);
    let parts = parts(left, rank(selection.order), shared(selection.group));
    let groups = parts.into_iter().flat_map(|part| part.groups);
    groups.flat_map(|group| group.claims).collect()
}

/// All claims of the procurements that are chosen, or of one: of as many as a page can hold.
fn every<'a>(
    site: Site<'a>,
    only: Option<&'a Procurement>,
    selection: &Selection,
) -> Vec<Listed<'a>> {
    match only {
        Some(only) => listed([only]),
        None => listed(with_claims(site, selection).0),
    }
}

fn rank(order: ClaimSort) -> Option<Rank> {
    match order {
        ClaimSort::Procurement => None,
        ClaimSort::Newest => Some(order::newest),
        ClaimSort::Oldest => Some(order::oldest),
        ClaimSort::Amount => Some(order::largest),
    }
}

fn shared(group: ClaimGroup) -> Option<Shared> {
    match group {
        ClaimGroup::Kind => None,
        ClaimGroup::Claimant => Some(|(_, claim)| Common::Claimant(claim.claimant)),
        ClaimGroup::Respondent => Some(|(_, claim)| Common::Respondent(claim.respondent)),
        ClaimGroup::Procurement => Some(|(procurement, _)| Common::Procurement(procurement)),
    }
}

/// What the heading of a part says.
fn heading(about: About) -> Key {
    match about {
        About::Kind(kind) => kind::claim_part(kind),
        About::Contract => Key::PartContract,
        About::Apart => Key::PartApart,
    }
}

/// What a group is called.
fn name(site: Site, common: Common) -> String {
    match common {
        Common::Procurement(procurement) => site.text(&procurement.name).to_owned(),
        Common::Claimant(party) => site.say(words::GroupClaimant { name: site.party(party) }),
        Common::Respondent(party) => site.say(words::GroupRespondent { name: site.party(party) }),
    }
}

/// A line per claim, of the procurements chosen or of one. Other filters hide lines and make none,
/// since neither the words of a claim nor the axis depend on them.
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
    let axis = years(&all);
    let kept =
        |(_, claim): &Listed| keeps_claim(claim, &selection.claim_kinds, &selection.outcomes);
    let left: Vec<Listed> = all.iter().filter(|row| kept(row)).copied().collect();
    let none = left.is_empty();
    let note = move || words(site.t(Key::SortAmountNote));
    let head = move || claims_head(site, axis);
    let legend = move || claims_legend(site, &left);
    let mut inside = vec![
        Block::html("note", "p", "note", note).hidden_when(sort != ClaimSort::Amount),
        Block::html("head", "div", "claims-axis", head)
            .following(Follows::Choice)
            .hidden_when(none),
    ];
    for Part { about, groups } in parts(all, rank(sort), shared(group)) {
        let heading = heading(about);
        let rows = || groups.iter().flat_map(|group| &group.claims);
        let gone = !rows().any(kept);
        let left: Vec<Listed> = rows().filter(|row| kept(row)).copied().collect();
        let mut part = vec![Block::html("name", "h3", "part-name", move || words(site.t(heading)))];
        for (at, Group { common, claims: rows }) in groups.into_iter().enumerate() {
            // Of a single procurement the page says whose they are.
            let common = common.filter(|_| only.is_none());
            let class = match common {
                Some(Common::Procurement(_)) => "group of-one",
                _ => "group",
            };
            let name = common.map(|common| name(site, common));
            let gone = !rows.iter().any(kept);
            let list = rows.iter().map(|row| foldable(site, *row, axis).hidden_when(!kept(row)));
            let list = Block::around("rows", "ol", "ledger", list.collect());
            let key = name.clone().unwrap_or_else(|| at.to_string());
            let name =
                name.map(|name| Block::html("name", "h4", "group-name", move || words(name)));
            let group = name.into_iter().chain([list]).collect();
            part.push(Block::around(key, "div", class, group).hidden_when(gone));
        }
        part.push(
            Block::html("sums", "div", "sum-lines", move || sums_of(site, &left))
                .following(Follows::Choice),
        );
        inside
            .push(Block::around(site.t(heading).to_owned(), "div", "part", part).hidden_when(gone));
    }
    inside.push(
        Block::html("legend", "div", "", legend).following(Follows::Choice).hidden_when(none),
    );
    let empty = Block::html("empty", "p", "empty", move || words(site.t(Key::NothingLeft)));
    vec![Block::around("parts", "div", class, inside), empty.hidden_when(!none)]
}

/// A claim's line, and in its fold all of it with the way to its own page.
fn foldable<'a>(site: Site<'a>, (procurement, claim): Listed<'a>, axis: (i16, i16)) -> Block<'a> {
    let line = move || claim_line(site, procurement, claim, axis);
    let whole = move || {
        let href = site.href(Page::Claim(procurement.id.clone(), claim.id.clone()));
        html! {
            (claim_whole(site, procurement, claim, &mut Terms::none(site)))
            p class="own-page" { a href=(href) { (site.t(Key::ClaimOwnPage)) } }
        }
    };
    let fold = vec![
        Block::html("line", "summary", "", line).following(Follows::Choice),
        Block::html("whole", "div", "whole", whole),
    ];
    let key = format!("{}/{}", procurement.id, claim.id);
    Block::around(key, "li", "", vec![Block::around("fold", "details", "claim-fold", fold)])
}

/// What claims add up to, kind by kind.
fn sums_of(site: Site, rows: &[Listed]) -> Markup {
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
pub fn claims_table(site: Site, claims: &[Listed]) -> FactTable {
    let row = |(procurement, claim): &Listed| {
        let raised = claim.steps.first().map(|step| Cell::date(site, step.date));
        let href = site.href(Page::Claim(procurement.id.clone(), claim.id.clone()));
        let cells = vec![
            raised.unwrap_or_default(),
            Cell::words(site.text(&procurement.name)),
            Cell::words(site.t(kind::claim_kind(claim.kind))),
            Cell::words(site.party(claim.claimant)),
            Cell::words(site.party(claim.respondent)),
            Cell::link(site.text(&claim.title), &href),
            demanded(site, claim),
            Cell::words(site.t(kind::step_status(outcome::standing(claim)))),
        ];
        let mut sources = vec![];
        claim.each_source(&mut |source| {
            if !sources.contains(&source) {
                sources.push(source);
            }
        });
        Row { cells, sources }
    };
    let columns = vec![
        Column::of(site, Key::ColRaised, Holds::Dates),
        Column::words(site, Key::ColProcurement),
        Column::words(site, Key::ColKind),
        Column::words(site, Key::ColClaimant),
        Column::words(site, Key::ColRespondent),
        Column::words(site, Key::ColClaim),
        Column::of(site, Key::ColSum, Holds::Sums),
        Column::words(site, Key::ColStanding),
    ];
    let caption = site.t(Key::ClaimsCaption).to_owned();
    FactTable::whole(Look::Facts, caption, columns, claims.iter().map(row).collect())
}
