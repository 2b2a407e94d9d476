//! When each kind of fact became public.

use crate::model::{
    ClaimStep, Contract, Cost, Dataset, Day, Demand, Event, Loss, Met, PartialDate, Plan,
    Programme, Receipt, Region, Residents, Source, SourceRef, Standing, Statement, public_since,
};

/// The day from which a fact is [public](public_since), by the sources that tell it.
pub fn known_on(date: PartialDate, sources: &[SourceRef], dataset: &Dataset) -> Day {
    let published = sources.iter().filter_map(|source| dataset.source(*source).published);
    public_since(date, published, dataset.reviewed)
}

/// Whether a source was certainly out on a day. Nothing is certain of an undated one; which of
/// them can be shown is told by [`known_sources`](super::known_sources).
pub fn source_is_known(source: &Source, day: Day) -> bool {
    source.published.is_some_and(|published| published.range().last <= day)
}

/// A fact with a date of its own.
pub trait Dated {
    /// When it happened, was said or was measured.
    fn date(&self) -> PartialDate;

    /// What tells it.
    fn sources(&self) -> &[SourceRef];

    /// When it became public, where the data says that this was later than the fact.
    fn public(&self) -> Option<PartialDate> {
        None
    }

    /// The day from which it is known.
    fn known_on(&self, dataset: &Dataset) -> Day {
        match self.public() {
            Some(public) => public.range().last.min(dataset.reviewed),
            None => known_on(self.date(), self.sources(), dataset),
        }
    }
}

macro_rules! dated {
    ($($fact:ident $date:ident $($public:ident)?),+ $(,)?) => {
        $(impl Dated for $fact {
            fn date(&self) -> PartialDate {
                self.$date
            }

            fn sources(&self) -> &[SourceRef] {
                &self.sources
            }

            $(fn public(&self) -> Option<PartialDate> {
                self.$public
            })?
        })+
    };
}

dated!(
    Event date public, ClaimStep date public, Demand date public, Loss date public,
    Receipt date public, Cost as_of public, Statement date public, Met date public,
    Plan announced public, Contract signed, Programme since, Standing since, Region system_as_of,
);

impl Dated for Residents {
    /// People are counted on the last day of a year.
    fn date(&self) -> PartialDate {
        PartialDate::Day(Day::last_of_month(self.year, 12))
    }

    fn sources(&self) -> &[SourceRef] {
        &self.sources
    }
}
