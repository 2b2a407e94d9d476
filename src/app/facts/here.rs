//! The facts that a page has so far.

use super::{Head, Index, Part};
use crate::model::{
    Dataset, Id, Party, PartyRef, PartyRole, Procurement, ProcurementRef, Region, Source,
    SourceKind, SourceLanguage, SourceRef, Text,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What has come of the facts of one language, in whatever order.
#[derive(Debug, Clone)]
pub struct Facts {
    head: Head,
    /// In outline, with the files of the whole; there once the index is.
    outlines: Option<(Vec<Procurement>, Vec<String>)>,
    whole: BTreeMap<ProcurementRef, Procurement>,
    regions: Vec<Region>,
    parties: Vec<Party>,
    sources: Vec<Source>,
}

impl Facts {
    /// Nothing but what is said of the whole.
    pub fn new(head: Head) -> Facts {
        let parties = vec![nobody(); usize::from(head.parties)];
        let (outlines, whole) = (None, BTreeMap::new());
        Facts { head, outlines, whole, regions: vec![], parties, sources: vec![] }
    }

    /// Adds the index.
    pub fn add_index(&mut self, index: Index) {
        self.outlines = Some((index.procurements, index.files));
        self.regions = index.regions;
        self.add(index.parties, index.sources);
    }

    /// Adds a procurement.
    pub fn add_part(&mut self, part: Part) {
        self.whole.insert(part.place, part.procurement);
        self.add(part.parties, part.sources);
    }

    /// Whether the index is here.
    pub fn has_index(&self) -> bool {
        self.outlines.is_some()
    }

    /// Whether a procurement is here, whole.
    pub fn has(&self, procurement: &Id) -> bool {
        self.whole.values().any(|one| one.id == *procurement)
    }

    /// The file of a procurement's facts, below the site's root. `None` while the index is not
    /// here, and for a procurement that is not in it.
    pub fn file_of(&self, procurement: &Id) -> Option<&str> {
        let (outlines, files) = self.outlines.as_ref()?;
        let at = outlines.iter().position(|one| one.id == *procurement)?;
        files.get(at).map(String::as_str)
    }

    /// The data set of what is here. With the index each procurement has its place in it, in
    /// outline if no more is here; without it there are only those that came whole.
    pub fn dataset(&self) -> Dataset {
        let procurements = match &self.outlines {
            None => self.whole.values().cloned().collect(),
            Some((outlines, _)) => (0..=u16::MAX)
                .map(ProcurementRef)
                .zip(outlines)
                .map(|(at, outline)| self.whole.get(&at).unwrap_or(outline).clone())
                .collect(),
        };
        Dataset {
            version: self.head.version.clone(),
            licence: self.head.licence,
            reviewed: self.head.reviewed,
            parties: self.parties.clone(),
            sources: Arc::new(self.sources.clone()),
            procurements,
            regions: self.regions.clone(),
        }
    }

    /// Puts parties and sources in their places. What a file tells of a source only since when it
    /// was out never takes the place of the source itself.
    fn add(&mut self, parties: Vec<(PartyRef, Party)>, sources: Vec<(SourceRef, Source)>) {
        for (at, party) in parties {
            if let Some(place) = self.parties.get_mut(usize::from(at.0)) {
                *place = party;
            }
        }
        let end = sources.last().map_or(0, |(at, _)| at.at() + 1);
        if end > self.sources.len() {
            self.sources.resize(end, unknown());
        }
        for (at, source) in sources {
            let place = &mut self.sources[at.at()];
            if place.id == Id::nameless() {
                *place = source;
            }
        }
    }
}

/// What stands in the place of a party that has not come.
fn nobody() -> Party {
    Party {
        id: Id::nameless(),
        role: PartyRole::PublicBody,
        name: Text::default(),
        former: vec![],
        wikidata: None,
    }
}

/// What stands in the place of a source that has not come.
pub(super) fn unknown() -> Source {
    Source {
        id: Id::nameless(),
        publisher: String::new(),
        title: None,
        url: String::new(),
        published: None,
        language: SourceLanguage::Swedish,
        kind: SourceKind::News,
        note: None,
        told: None,
    }
}
