//! What a figure is limited to, found in the facts.

use super::Site;
use crate::model::{Claim, Procurement};
use crate::route::{Of, Page, Selection};

/// What a figure is limited to.
#[derive(Clone, Copy)]
pub enum Only<'a> {
    /// To nothing: it shows what the choice leaves.
    All,
    One(&'a Procurement),
    /// One claim of a procurement.
    Claim(&'a Procurement, &'a Claim),
    /// Two procurements, in the order of the facts.
    Pair(&'a Procurement, &'a Procurement),
}

impl<'a> Only<'a> {
    /// What the address of a page limits its figure to; `None` where an id in it names nothing.
    pub fn on(site: Site<'a>, page: &Page) -> Option<Only<'a>> {
        let one = |id: &crate::model::Id| site.dataset.procurement(id.as_str());
        let (Page::Embed(_, of) | Page::Reuse(_, of)) = page else { return Some(Only::All) };
        Some(match of {
            Of::All => Only::All,
            Of::One(id) => Only::One(one(id)?),
            Of::Claim(id, claim) => {
                let one = one(id)?;
                Only::Claim(one, one.claims.iter().find(|it| it.id == *claim)?)
            }
            Of::Pair(a, b) if a == b => return None,
            Of::Pair(a, b) => Only::Pair(one(a)?, one(b)?),
        })
    }

    /// The one procurement that it is about, where it is about one.
    pub fn one(self) -> Option<&'a Procurement> {
        match self {
            Only::One(one) | Only::Claim(one, _) => Some(one),
            Only::All | Only::Pair(..) => None,
        }
    }

    /// The procurements that it is about; `None` where that is left to the choice.
    pub fn procurements(self) -> Option<Vec<&'a Procurement>> {
        match self {
            Only::All => None,
            Only::One(one) | Only::Claim(one, _) => Some(vec![one]),
            Only::Pair(one, other) => Some(vec![one, other]),
        }
    }

    /// A choice that limits a page so which shows all: two that are compared are chosen there.
    pub fn chosen(self, selection: &Selection) -> Selection {
        match self {
            Only::Pair(one, other) => selection.comparing([&one.id, &other.id]),
            _ => selection.clone(),
        }
    }

    /// How an address tells it.
    pub fn of(self) -> Of {
        match self {
            Only::All => Of::All,
            Only::One(one) => Of::One(one.id.clone()),
            Only::Claim(one, claim) => Of::Claim(one.id.clone(), claim.id.clone()),
            Only::Pair(one, other) => Of::Pair(one.id.clone(), other.id.clone()),
        }
    }
}

impl<'a> From<Option<&'a Procurement>> for Only<'a> {
    fn from(one: Option<&'a Procurement>) -> Only<'a> {
        one.map_or(Only::All, Only::One)
    }
}
