//! Who takes part. One id for life, the name of the day.

use super::object::Object;
use crate::model::{Dataset, Day, Party, PartyRef, PartyRole};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Which roles each party was known to have.
#[derive(Debug, Default)]
pub struct Roles(BTreeMap<PartyRef, BTreeSet<&'static str>>);

impl Roles {
    pub fn give(&mut self, party: PartyRef, role: &'static str) {
        self.0.entry(party).or_default().insert(role);
    }

    /// The party as an OCDS organization, with the roles that it was known to have by then.
    /// Registers of organizations are not in our facts, so it has no identifier of theirs.
    pub fn organization(&self, party: PartyRef, dataset: &Dataset, day: Day) -> Value {
        let known = dataset.party(party);
        let mut object = Object::of(known.id.as_str());
        object = match former(known, day) {
            Some(name) => object.put("name", name).put("name_sv", name),
            None => object.words("name", &known.name),
        };
        let roles = self.0.get(&party).into_iter().flatten().copied().collect::<Vec<_>>();
        object.list("roles", roles).into()
    }
}

/// A party where something refers to it; nothing for a person, who is no organization.
pub fn reference(party: PartyRef, dataset: &Dataset, day: Day) -> Option<Object> {
    let known = dataset.party(party);
    let name = former(known, day).unwrap_or(&known.name.en);
    (known.role != PartyRole::Person).then(|| Object::of(known.id.as_str()).put("name", name))
}

/// The name that it had, where it has another today. A new name counts from the last day that it
/// may have come into use on, as on the pages of an earlier day.
fn former(party: &Party, day: Day) -> Option<&str> {
    let then = party.former.iter().find(|former| day < former.until.range().last);
    then.map(|former| former.name.as_str())
}
