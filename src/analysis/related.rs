//! Which claims an event tells of, as far as the sources show.

use crate::model::{Claim, Event, Procurement};

/// The claims that have a step in the same time as the event and in one of its sources.
pub fn claims_of<'a>(
    procurement: &'a Procurement,
    event: &'a Event,
) -> impl Iterator<Item = &'a Claim> {
    procurement.claims.iter().filter(move |claim| {
        claim.steps.iter().any(|step| {
            step.date.range().overlaps(event.date.range())
                && step.sources.iter().any(|source| event.sources.contains(source))
        })
    })
}
