//! Regions, by the code of their county.

use super::{Names, plain};
use crate::data::record::{Records, RegionRecord};
use crate::model::{Procurement, ProcurementRef, Region, Residents};
use std::collections::BTreeMap;

/// Every region that is whole. Of two with one code the first.
pub fn resolve(records: &Records, names: &Names, procurements: &[Procurement]) -> Vec<Region> {
    let mut regions = BTreeMap::new();
    for entry in &records.regions {
        if let Some(region) = one(&entry.record, names, procurements) {
            regions.entry(region.code.clone()).or_insert(region);
        }
    }
    regions.into_values().collect()
}

fn one(record: &RegionRecord, names: &Names, procurements: &[Procurement]) -> Option<Region> {
    let about = record.procurement.as_ref().and_then(|id| {
        let at = procurements.iter().position(|one| one.id.as_str() == id.get_ref())?;
        u16::try_from(at).ok().map(ProcurementRef)
    });
    Some(Region {
        id: plain(&record.id)?,
        code: plain(&record.code)?,
        name: record.name.clone()?,
        short: record.short.clone()?,
        population: Some(Residents {
            count: record.population?,
            year: record.population_year?,
            sources: names.sources(&record.population_sources)?,
        }),
        system: record.system.clone(),
        system_as_of: plain(&record.system_as_of)?,
        system_since: plain(&record.system_since),
        next: record.next.clone(),
        change: record.change?,
        note: record.note.clone(),
        procurement: about,
        sources: names.sources(&record.sources)?,
        wikidata: record.wikidata,
    })
}
