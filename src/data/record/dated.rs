//! Every entry with a date of its own, whatever it tells: one walk for the rules about dates.

use super::{Folder, Place};
use crate::model::PartialDate;
use toml::Spanned;

/// An entry with a date of its own, as it stands.
pub struct DatedEntry<'a> {
    pub place: &'a Place,
    /// When it happened, was said, was announced or was measured.
    pub date: &'a Option<Spanned<PartialDate>>,
    /// When it became public, where the editor says so.
    pub public: &'a Option<Spanned<PartialDate>>,
    pub sources: &'a [Spanned<String>],
}

/// The fields of an entry, by the name of its date.
macro_rules! dated {
    ($entry:expr, $date:ident) => {
        DatedEntry {
            place: &$entry.place,
            date: &$entry.record.$date,
            public: &$entry.record.public,
            sources: &$entry.record.sources,
        }
    };
}

impl Folder {
    /// Events, statements, plans, milestones that were met, costs, and the parts of claims.
    pub fn dated(&self) -> Vec<DatedEntry<'_>> {
        let costs = self.procurement.iter().flat_map(|file| &file.record.costs);
        let mut all = vec![];
        all.extend(self.events.iter().map(|entry| dated!(entry, date)));
        all.extend(self.statements.iter().map(|entry| dated!(entry, date)));
        all.extend(self.plans.plans.iter().map(|entry| dated!(entry, announced)));
        all.extend(self.plans.met.iter().map(|entry| dated!(entry, date)));
        all.extend(costs.map(|entry| dated!(entry, as_of)));
        for claim in self.claims.iter().map(|entry| &entry.record) {
            all.extend(claim.demands.iter().map(|entry| dated!(entry, date)));
            all.extend(claim.losses.iter().map(|entry| dated!(entry, date)));
            all.extend(claim.received.iter().map(|entry| dated!(entry, date)));
            all.extend(claim.steps.iter().map(|entry| dated!(entry, date)));
        }
        all
    }
}
