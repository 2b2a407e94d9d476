//! What pages of many procurements need of those that they do not show.

use super::loaded::unknown;
use super::{Part, Published};
use crate::analysis::knowledge::Since;
use crate::analysis::outline::outline;
use crate::model::{Dataset, Party, PartyRef, Procurement, Region, Source, SourceRef};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// All procurements in outline, and what belongs to none of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// In the order of the data set.
    pub procurements: Vec<Procurement>,
    /// The file of each procurement's facts, below the site's root.
    pub files: Vec<String>,
    pub regions: Vec<Region>,
    /// The parties that no procurement names.
    pub parties: Vec<(PartyRef, Party)>,
    /// The sources of the regions and of those parties; of the sources that contracts rest on
    /// only when they were out.
    pub sources: Vec<(SourceRef, Source)>,
}

impl Published for Index {}

impl Index {
    /// The index of an edition whose `parts` lie in `files`.
    pub fn of(edition: &Dataset, parts: &[Part], files: Vec<String>) -> Index {
        let since = Since::of(edition);
        let named: BTreeSet<PartyRef> =
            parts.iter().flat_map(|part| &part.parties).map(|(at, _)| *at).collect();
        let told: BTreeSet<SourceRef> =
            parts.iter().flat_map(|part| &part.sources).map(|(at, _)| *at).collect();
        let all = (0..=u16::MAX).map(PartyRef).zip(&edition.parties);
        let parties = all.filter(|(at, _)| !named.contains(at));
        let mut whole: BTreeSet<SourceRef> = BTreeSet::new();
        for region in &edition.regions {
            whole.extend(&region.sources);
            whole.extend(region.population.iter().flat_map(|people| &people.sources));
        }
        let places = (0..).map(SourceRef).take(edition.sources.len());
        whole.extend(places.filter(|at| !told.contains(at)));
        let contracts = edition.procurements.iter().filter_map(|one| one.contract.as_ref());
        let dates: BTreeSet<SourceRef> =
            contracts.flat_map(|contract| contract.sources.iter().copied()).collect();
        let source = |at: SourceRef| {
            let source = edition.source(at);
            (at, if whole.contains(&at) { source.clone() } else { date_of(source) })
        };
        Index {
            procurements: edition
                .procurements
                .iter()
                .map(|it| outline(edition, &since, it))
                .collect(),
            files,
            regions: edition.regions.clone(),
            parties: parties.map(|(at, party)| (at, party.clone())).collect(),
            sources: whole.union(&dates).map(|at| source(*at)).collect(),
        }
    }
}

/// A source of which nothing is known but when it was out.
fn date_of(source: &Source) -> Source {
    Source {
        published: source.published,
        language: source.language,
        kind: source.kind,
        told: source.told,
        ..unknown()
    }
}
