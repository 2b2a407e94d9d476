//! Everything we know.

use super::{
    Day, Id, Licence, Party, PartyRef, Procurement, ProcurementRef, Region, Source, SourceRef,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The whole data set, checked and with its references resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dataset {
    /// SemVer of the data, raised with every published change.
    pub version: String,
    /// The licence of the data.
    pub licence: Licence,
    /// The day on which the data set was last reviewed: the only "today" there is.
    pub reviewed: Day,
    /// By id.
    pub parties: Vec<Party>,
    /// By publisher, then by date. Every day has the same ones, so its data set shares them.
    pub sources: Arc<Vec<Source>>,
    /// In the order of `dataset.toml`.
    pub procurements: Vec<Procurement>,
    /// By code; there may be none.
    pub regions: Vec<Region>,
}

impl Dataset {
    /// The source behind a reference.
    pub fn source(&self, source: SourceRef) -> &Source {
        &self.sources[source.at()]
    }

    /// The party behind a reference.
    pub fn party(&self, party: PartyRef) -> &Party {
        &self.parties[usize::from(party.0)]
    }

    /// The procurement behind a reference.
    pub fn procurement_at(&self, procurement: ProcurementRef) -> &Procurement {
        &self.procurements[usize::from(procurement.0)]
    }

    /// The procurements that the site follows, without those brought in for comparison.
    pub fn followed(&self) -> impl Iterator<Item = &Procurement> {
        self.procurements.iter().filter(|procurement| !procurement.comparator)
    }

    /// Every procurement, those brought in for comparison after the others.
    pub fn followed_first(&self) -> impl Iterator<Item = &Procurement> {
        self.followed().chain(self.procurements.iter().filter(|procurement| procurement.comparator))
    }

    /// The procurement with this identifier.
    pub fn procurement(&self, id: &str) -> Option<&Procurement> {
        self.procurements.iter().find(|procurement| procurement.id.as_str() == id)
    }

    /// The position of a procurement, if it has this identifier.
    pub fn position(&self, id: &Id) -> Option<usize> {
        self.procurements.iter().position(|procurement| procurement.id == *id)
    }
}
