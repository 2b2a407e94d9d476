//! Facts that count as public before any of their dated sources was.

use super::known::Dated;
use crate::model::{Dataset, Day, PartialDate};

/// From when a fact counts as known, and the later date of its oldest dated source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BeforeItsSources {
    pub known: Day,
    pub source: PartialDate,
}

/// Whether a fact counts as known before any of its dated sources can have been out: what
/// happened in public was public then, but we have it from somebody who told it later.
///
/// Nothing is said of a fact that has no dated source, nor of one whose data says when it became
/// public. `today` is the data set of today.
pub fn before_its_sources(fact: &impl Dated, today: &Dataset) -> Option<BeforeItsSources> {
    if fact.public().is_some() {
        return None;
    }
    let known = fact.known_on(today);
    let published = fact.sources().iter().filter_map(|source| today.source(*source).published);
    let source = published.min_by_key(|date| date.range().first)?;
    (source.range().first > known).then_some(BeforeItsSources { known, source })
}
