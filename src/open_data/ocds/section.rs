//! The parts of a release, in the order of a contracting process.

use super::object::Object;
use serde_json::Value;
use std::collections::BTreeMap;

/// A part of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    Planning,
    Tender,
    Award,
    Contract,
    Implementation,
}

impl Section {
    /// The tag of the first release with this part, and of later ones.
    pub fn tag(self, first: bool) -> &'static str {
        match (self, first) {
            (Section::Planning, true) => "planning",
            (Section::Planning, false) => "planningUpdate",
            (Section::Tender, true) => "tender",
            (Section::Tender, false) => "tenderUpdate",
            (Section::Award, true) => "award",
            (Section::Award, false) => "awardUpdate",
            (Section::Contract, true) => "contract",
            (Section::Contract, false) => "contractUpdate",
            (Section::Implementation, true) => "implementation",
            (Section::Implementation, false) => "implementationUpdate",
        }
    }
}

/// The parts where OCDS wants them: the standard's implementation lies within its contract.
/// `procurement` is what their ids begin with.
pub fn placed(mut parts: BTreeMap<Section, Object>, procurement: &str) -> Object {
    let award = || format!("{procurement}-award");
    let mut placed = Object::default();
    if let Some(planning) = parts.remove(&Section::Planning).filter(|part| !part.is_empty()) {
        placed = placed.put("planning", planning);
    }
    if let Some(tender) = parts.remove(&Section::Tender) {
        placed = placed.put("tender", tender.put("id", format!("{procurement}-tender")));
    }
    if let Some(one) = parts.remove(&Section::Award) {
        placed = placed.put("awards", vec![Value::from(one.put("id", award()))]);
    }
    let contract = parts.remove(&Section::Contract);
    let implementation = parts.remove(&Section::Implementation);
    if contract.is_some() || implementation.is_some() {
        let contract = contract
            .unwrap_or_default()
            .put("id", format!("{procurement}-contract"))
            .put("awardID", award())
            .maybe("implementation", implementation.filter(|part| !part.is_empty()));
        placed = placed.put("contracts", vec![Value::from(contract)]);
    }
    placed
}
