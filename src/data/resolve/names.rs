//! Ids become positions.

use crate::model::{Party, PartyRef, Source, SourceRef};
use std::collections::BTreeMap;
use toml::Spanned;

/// What the ids of the whole data set stand for.
#[derive(Debug, Default)]
pub struct Names {
    sources: BTreeMap<String, SourceRef>,
    parties: BTreeMap<String, PartyRef>,
}

impl Names {
    /// Learns the sources, in the order that they will have.
    pub fn know_sources(&mut self, sources: &[Source]) {
        let ids = sources.iter().map(|source| source.id.to_string());
        self.sources = ids.zip(0..=u32::MAX).map(|(id, n)| (id, SourceRef(n))).collect();
    }

    /// Learns the parties, in the order that they will have.
    pub fn know_parties(&mut self, parties: &[Party]) {
        let ids = parties.iter().map(|party| party.id.to_string());
        self.parties = ids.zip(0..=u16::MAX).map(|(id, n)| (id, PartyRef(n))).collect();
    }

    /// The sources of a fact. `None` when none of them is known: then it is no fact.
    pub fn sources(&self, ids: &[Spanned<String>]) -> Option<Vec<SourceRef>> {
        let known: Vec<SourceRef> =
            ids.iter().filter_map(|id| self.sources.get(id.get_ref()).copied()).collect();
        if known.is_empty() { None } else { Some(known) }
    }

    /// The one party that is named.
    pub fn party(&self, id: &Option<Spanned<String>>) -> Option<PartyRef> {
        self.parties.get(id.as_ref()?.get_ref()).copied()
    }

    /// The parties that are named and known.
    pub fn parties(&self, ids: &[Spanned<String>]) -> Vec<PartyRef> {
        ids.iter().filter_map(|id| self.parties.get(id.get_ref()).copied()).collect()
    }
}
