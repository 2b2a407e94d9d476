//! Which claims are listed, and in which parts and groups: claims between buyer and supplier
//! stand by themselves, whatever the groups.

use super::filter;
use super::order::{Listed, Rank, arrange, grouped};
use crate::model::{ClaimKind, PartyRef, Procurement, StepStatus};

/// Claims that are told together, never mixed with those of another part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<'a> {
    pub about: About,
    pub groups: Vec<Group<'a>>,
}

/// What the claims of a part are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Those of one kind.
    Kind(ClaimKind),
    /// Those between buyer and supplier, of a list in groups.
    Contract,
    /// All others of a list in groups.
    Apart,
}

/// Claims of a part that have something in common, or all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group<'a> {
    pub common: Option<Common<'a>>,
    pub claims: Vec<Listed<'a>>,
}

/// What the claims of a group have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Common<'a> {
    Procurement(&'a Procurement),
    Claimant(PartyRef),
    Respondent(PartyRef),
}

/// Tells what a claim has in common with others.
pub type Shared = for<'a> fn(&Listed<'a>) -> Common<'a>;

/// Every claim of these procurements, as they stand.
pub fn listed<'a>(procurements: impl IntoIterator<Item = &'a Procurement>) -> Vec<Listed<'a>> {
    let of_one = |one: &'a Procurement| one.claims.iter().map(move |claim| (one, claim));
    procurements.into_iter().flat_map(of_one).collect()
}

/// Those of a choice of kinds and of outcomes (none chosen: all).
pub fn left<'a>(
    mut claims: Vec<Listed<'a>>,
    kinds: &[ClaimKind],
    outcomes: &[StepStatus],
) -> Vec<Listed<'a>> {
    claims.retain(|(_, claim)| filter::keeps_claim(claim, kinds, outcomes));
    claims
}

/// Claims in an order (none: as they stand) and in parts: a part for each kind, or, where they
/// stand in groups, two. Parts without claims are left out. As they stand, those between buyer
/// and supplier are grouped by procurement.
pub fn parts<'a>(
    mut claims: Vec<Listed<'a>>,
    rank: Option<Rank>,
    shared: Option<Shared>,
) -> Vec<Part<'a>> {
    if let Some(rank) = rank {
        arrange(&mut claims, rank);
    }
    let all: &[About] = match shared {
        None => &ClaimKind::ALL.map(About::Kind),
        Some(_) => &[About::Contract, About::Apart],
    };
    let mut parts = Vec::new();
    for about in all {
        let is_about = |kind: ClaimKind| match about {
            About::Kind(one) => *one == kind,
            About::Contract => kind == ClaimKind::Contract,
            About::Apart => kind != ClaimKind::Contract,
        };
        let own: Vec<_> = claims.iter().filter(|(_, it)| is_about(it.kind)).copied().collect();
        if own.is_empty() {
            continue;
        }
        let by_procurement = *about == About::Kind(ClaimKind::Contract) && rank.is_none();
        let groups = grouped(own, &|listed| match shared {
            Some(shared) => Some(shared(listed)),
            None => by_procurement.then_some(Common::Procurement(listed.0)),
        });
        let groups = groups.into_iter().map(|(common, claims)| Group { common, claims }).collect();
        parts.push(Part { about: *about, groups });
    }
    parts
}
