//! One procurement, whole, with the parties and the sources that it names.

use super::Published;
use crate::model::{Dataset, Party, PartyRef, Procurement, ProcurementRef, Source, SourceRef};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One procurement of an edition. All that it refers to keeps its place in the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub place: ProcurementRef,
    pub procurement: Procurement,
    /// In order of their places.
    pub parties: Vec<(PartyRef, Party)>,
    /// In order of their places.
    pub sources: Vec<(SourceRef, Source)>,
}

impl Published for Part {}

impl Part {
    /// The part of an edition that tells of the procurement at a place.
    pub fn of(edition: &Dataset, place: ProcurementRef) -> Part {
        let procurement = edition.procurement_at(place).clone();
        let parties = parties_of(&procurement);
        let mut sources = BTreeSet::new();
        procurement.each_source(&mut |source| {
            sources.insert(source);
        });
        // Earlier names of its parties have sources of their own.
        let former = parties.iter().flat_map(|party| &edition.party(*party).former);
        sources.extend(former.flat_map(|name| &name.sources));
        Part {
            place,
            procurement,
            parties: parties.into_iter().map(|at| (at, edition.party(at).clone())).collect(),
            sources: sources.into_iter().map(|at| (at, edition.source(at).clone())).collect(),
        }
    }
}

/// Every party that a procurement names.
fn parties_of(procurement: &Procurement) -> BTreeSet<PartyRef> {
    let mut named = BTreeSet::from([procurement.buyer]);
    named.extend(procurement.supplier);
    named.extend(procurement.events.iter().flat_map(|event| &event.parties));
    for claim in &procurement.claims {
        named.extend([claim.claimant, claim.respondent]);
        named.extend(claim.steps.iter().map(|step| step.by));
    }
    named
}
