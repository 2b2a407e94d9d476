//! Who takes part. Roles follow OCDS `partyRole`.

use super::{Id, PartialDate, SourceRef, Text, WikidataItem};
use serde::{Deserialize, Serialize};

/// A body or a group that buys, sells, judges, supervises or demands. Never a person by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub id: Id,
    pub role: PartyRole,
    /// The name today.
    pub name: Text,
    /// Earlier names, oldest first.
    pub former: Vec<FormerName>,
    /// What it is in Wikidata. Pages show none of it, so it is left out of what they load.
    #[serde(skip)]
    pub wikidata: Option<WikidataItem>,
}

/// A name that a party had until a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerName {
    pub name: String,
    pub until: PartialDate,
    pub sources: Vec<SourceRef>,
}

/// What a party is in these procurements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PartyRole {
    Buyer,
    Supplier,
    Tenderer,
    /// A court that reviews awards.
    ReviewBody,
    /// A supervising authority or ministry.
    Authority,
    Auditor,
    PublicBody,
    Union,
    Staff,
    PoliticalParty,
    Association,
    Media,
    Person,
}

impl Party {
    /// The name in use on a day that a fact is dated to: Cerner before June 2022, then
    /// Oracle Health. `None` when it is today's name.
    pub fn former_name_on(&self, day: super::Day) -> Option<&str> {
        self.former
            .iter()
            .find(|name| day < name.until.range().first)
            .map(|name| name.name.as_str())
    }
}
