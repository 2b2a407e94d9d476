//! What there is to find.

use crate::model::{Day, PartyRef, PlanRef, ProcurementRef, SourceRef};
use serde::{Deserialize, Serialize};

/// The words of every fact in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// In the order in which they are shown when words fit them equally well: see
    /// [`Index::ordered`].
    pub entries: Vec<Entry>,
}

/// One fact with the words that find it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub what: What,
    /// The day from which it was known.
    pub known: Day,
    /// Whether it belongs to a procurement that the site follows.
    pub followed: bool,
    pub parts: Vec<Part>,
}

/// Words that became known together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub known: Day,
    /// Whether they are of the fact's name, and not of what is told of it.
    pub title: bool,
    /// [Folded](super::fold()), each once.
    pub words: String,
}

/// A fact, by its place in the data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum What {
    Procurement(ProcurementRef),
    Party(PartyRef),
    /// By its position in [`Dataset::regions`](crate::model::Dataset::regions).
    Region(u16),
    /// By its position among the procurement's claims.
    Claim(ProcurementRef, u16),
    /// By its position among the procurement's events.
    Event(ProcurementRef, u16),
    Plan(ProcurementRef, PlanRef),
    /// By its position among the procurement's costs.
    Cost(ProcurementRef, u16),
    Source(SourceRef),
}

impl Index {
    /// Puts entries in order: procurements, then who takes part, then what happened, then who told it; what the
    /// site follows first; what became known last first. So the browser need not sort.
    pub fn ordered(mut entries: Vec<Entry>) -> Index {
        entries.sort_by_key(|entry| {
            (entry.what.group(), !entry.followed, std::cmp::Reverse(entry.known))
        });
        Index { entries }
    }

    /// The bytes of the file.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }

    /// Reads the file. Errors when it is cut short or from another build.
    pub fn from_bytes(bytes: &[u8]) -> Result<Index, postcard::Error> {
        postcard::from_bytes(bytes)
    }
}

impl What {
    /// Whether it tells facts, and is none itself.
    pub fn is_source(self) -> bool {
        matches!(self, What::Source(_))
    }

    fn group(self) -> u8 {
        match self {
            What::Procurement(_) => 0,
            What::Party(_) | What::Region(_) => 1,
            What::Claim(..) | What::Event(..) | What::Plan(..) | What::Cost(..) => 2,
            What::Source(_) => 3,
        }
    }
}

impl Entry {
    /// The parts that were known on a day: none while the fact itself was not.
    pub(super) fn known_on(&self, day: Day) -> impl Iterator<Item = &Part> + Clone {
        let known = self.known <= day;
        self.parts.iter().filter(move |part| known && part.known <= day)
    }
}
