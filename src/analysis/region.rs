//! The regions by the record system that they use.

use super::sorted::sorted;
use crate::model::{Dataset, Region};

/// A system in use, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InUse<'a> {
    /// Absent for those of which no system is known.
    pub system: Option<&'a str>,
    pub regions: Vec<&'a Region>,
}

/// The systems in use today, the one with the most regions first; those of which none is known
/// at the end.
pub fn systems(dataset: &Dataset) -> Vec<InUse<'_>> {
    let mut all: Vec<InUse> = Vec::new();
    for region in &dataset.regions {
        let system = region.system.as_deref();
        match all.iter_mut().find(|one| one.system == system) {
            Some(one) => one.regions.push(region),
            None => all.push(InUse { system, regions: vec![region] }),
        }
    }
    sorted(all, |one| (one.system.is_none(), usize::MAX - one.regions.len()))
}

/// The system of a region's hospitals: where several are in use, the first that is named.
pub fn of_hospitals(region: &Region) -> Option<&str> {
    region.system.as_deref().and_then(|all| all.split(',').next())
}
