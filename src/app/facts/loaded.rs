//! The facts that have come so far, and what is made of them for a page.

use super::{Head, Index, Part, Published};
use crate::model::{
    Dataset, Id, Party, PartyRef, PartyRole, Procurement, ProcurementRef, Region, Source,
    SourceKind, SourceLanguage, SourceRef, Text,
};
use crate::view::Frozen;
use crate::view::page::needs::Needs;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What has come of the facts of one language, in whatever order.
#[derive(Debug, Clone)]
pub struct Loaded {
    head: Head,
    /// There once the index is.
    index: Option<Outlines>,
    whole: BTreeMap<ProcurementRef, Procurement>,
    regions: Vec<Region>,
    parties: Vec<Party>,
    sources: Arc<Vec<Source>>,
}

#[derive(Debug, Clone)]
struct Outlines {
    procurements: Vec<Procurement>,
    /// The file of the whole of each, below the site's root.
    files: Vec<String>,
}

impl Loaded {
    /// Nothing but what is said of the whole.
    pub fn new(head: Head) -> Loaded {
        let parties = vec![nobody(); usize::from(head.parties)];
        let (whole, sources) = (BTreeMap::new(), Arc::new(vec![]));
        Loaded { head, index: None, whole, regions: vec![], parties, sources }
    }

    /// Whether the site has pictures of its figures.
    pub fn pictures(&self) -> bool {
        self.head.pictures
    }

    /// The frozen version of the facts, where there is one.
    pub fn frozen(&self) -> Option<Arc<Frozen>> {
        self.head.frozen.clone().map(Arc::new)
    }

    /// Adds a file, known by its path below the site's root. Errors when it is cut short, spoilt or
    /// from another build.
    pub fn add(&mut self, file: &str, bytes: &[u8]) -> Result<(), postcard::Error> {
        if file == self.head.index {
            let Index { procurements, files, regions, parties, sources } =
                Index::from_bytes(bytes)?;
            self.index = Some(Outlines { procurements, files });
            self.regions = regions;
            self.put_in_place(parties, sources)?;
        } else {
            let Part { place, procurement, parties, sources } = Part::from_bytes(bytes)?;
            self.whole.insert(place, procurement);
            self.put_in_place(parties, sources)?;
        }
        Ok(())
    }

    /// The files that are needed and have not come, below the site's root. Only the index knows
    /// those of the procurements: while it is missing it is the one to ask for first.
    pub fn missing(&self, needs: &Needs) -> Vec<String> {
        let mut procurements = needs.procurements.iter().filter(|id| !self.has(id)).peekable();
        match &self.index {
            None if needs.index || procurements.peek().is_some() => vec![self.head.index.clone()],
            None => vec![],
            Some(index) => procurements.filter_map(|id| index.file_of(id)).cloned().collect(),
        }
    }

    /// What has come of what is needed, as a data set. With the index each procurement has its
    /// place in it, in outline unless the whole is needed; without it there are only those that
    /// are.
    pub fn dataset(&self, needs: &Needs) -> Dataset {
        let whole = |at: &ProcurementRef| {
            self.whole.get(at).filter(|one| needs.procurements.contains(&one.id))
        };
        let procurements = match self.index.as_ref().filter(|_| needs.index) {
            None => self.whole.keys().filter_map(whole).cloned().collect(),
            Some(index) => (0..=u16::MAX)
                .map(ProcurementRef)
                .zip(&index.procurements)
                .map(|(at, outline)| whole(&at).unwrap_or(outline).clone())
                .collect(),
        };
        Dataset {
            version: self.head.version.clone(),
            licence: self.head.licence,
            reviewed: self.head.reviewed,
            parties: self.parties.clone(),
            sources: self.sources.clone(),
            procurements,
            regions: if needs.index { self.regions.clone() } else { vec![] },
        }
    }

    fn has(&self, procurement: &Id) -> bool {
        self.whole.values().any(|one| one.id == *procurement)
    }

    /// Puts parties and sources in their places. What a file tells of a source only since when it
    /// was out never takes the place of the source itself.
    fn put_in_place(
        &mut self,
        parties: Vec<(PartyRef, Party)>,
        sources: Vec<(SourceRef, Source)>,
    ) -> Result<(), postcard::Error> {
        for (at, party) in parties {
            if let Some(place) = self.parties.get_mut(usize::from(at.0)) {
                *place = party;
            }
        }
        let places = Arc::make_mut(&mut self.sources);
        let end = sources.iter().map(|(at, _)| at.at() + 1).max().unwrap_or(0);
        // A spoilt file may name any place, and room for all of them could not be had.
        if end > MOST_SOURCES {
            return Err(postcard::Error::DeserializeBadEncoding);
        }
        if end > places.len() {
            places.resize(end, unknown());
        }
        for (at, source) in sources {
            let place = &mut places[at.at()];
            if place.id == Id::nameless() {
                *place = source;
            }
        }
        Ok(())
    }
}

/// More sources than any record has: a file that names more was spoilt on its way.
const MOST_SOURCES: usize = 100_000;

impl Outlines {
    fn file_of(&self, procurement: &Id) -> Option<&String> {
        let at = self.procurements.iter().position(|one| one.id == *procurement)?;
        self.files.get(at)
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
