//! The regions by the record system that they use.

use super::sorted::sorted;
use crate::model::{Dataset, Region, RegionChange};

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

/// The system that a region's hospitals are to use: the one that is chosen, or else the one in
/// use where no change is known; none where a change is paused or put off with nothing chosen.
pub fn to_come(region: &Region) -> Option<&str> {
    match (region.next.as_deref(), region.change) {
        (Some(next), _) => next.split(',').next(),
        (None, RegionChange::Paused | RegionChange::PutOff) => None,
        (None, _) => of_hospitals(region),
    }
}

/// Systems that regions use or are to use, and how many do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread<'a> {
    pub system: &'a str,
    /// Whether a procurement that the site follows bought it.
    pub followed: bool,
    pub now: usize,
    pub next: usize,
}

/// Every system of the regions' hospitals: those that the followed procurements bought first, then
/// the one that most use now, or are to use.
pub fn spread(dataset: &Dataset) -> Vec<Spread<'_>> {
    let mut all: Vec<Spread> = Vec::new();
    for region in &dataset.regions {
        for (system, now) in [(of_hospitals(region), true), (to_come(region), false)] {
            let Some(system) = system else { continue };
            let at = all.iter().position(|one| one.system == system).unwrap_or_else(|| {
                let followed = dataset.followed().any(|one| one.product.as_deref() == Some(system));
                all.push(Spread { system, followed, now: 0, next: 0 });
                all.len() - 1
            });
            match now {
                true => all[at].now += 1,
                false => all[at].next += 1,
            }
        }
    }
    sorted(all, |one| (!one.followed, usize::MAX - one.now, usize::MAX - one.next))
}
