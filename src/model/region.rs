//! The regions of the country, each with the record system that it uses.

use super::{Id, PartialDate, ProcurementRef, Residents, SourceRef, Text, WikidataItem};
use serde::{Deserialize, Serialize};

/// One region: who lives there, which system its health care uses, and what comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    pub id: Id,
    /// The official code of its county: "01".
    pub code: String,
    pub name: Text,
    /// The name where there is little room, at most [`Region::SHORT`] letters.
    pub short: String,
    /// Always there today; absent in what was known on an earlier day.
    pub population: Option<Residents>,
    /// The record system in use; absent when our sources do not tell.
    pub system: Option<String>,
    /// The date that system, next system and change speak of.
    pub system_as_of: PartialDate,
    pub system_since: Option<PartialDate>,
    /// The system that is to come.
    pub next: Option<String>,
    /// How far the change has come.
    pub change: RegionChange,
    pub note: Option<Text>,
    /// The procurement of this data set that the change is about.
    pub procurement: Option<ProcurementRef>,
    pub sources: Vec<SourceRef>,
    /// What it is in Wikidata. Pages show none of it, so it is left out of what they load.
    #[serde(skip)]
    pub wikidata: Option<WikidataItem>,
}

/// How far a region has come in changing its record system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RegionChange {
    /// No change is planned as far as our sources tell.
    None,
    /// The next system is chosen, not yet in use.
    Chosen,
    /// In use at some places.
    RollingOut,
    /// In use everywhere that it was meant for.
    Introduced,
    Paused,
    PutOff,
}

impl Region {
    /// How many letters a short name may have.
    pub const SHORT: usize = 14;
}
