//! When a fact became public: one rule for all of them.

use crate::model::{
    ClaimStep, Contract, Cost, Dataset, Day, Demand, Event, Loss, Met, PartialDate, Plan,
    Programme, Receipt, Region, Residents, Source, SourceRef, Standing, Statement,
};

/// The day from which a fact is known: the last day of its own date's window, or earlier the
/// last day on which one of its sources can have come out, when that source cannot be older
/// than the fact. What was written before an event proves nothing of it.
///
/// Whoever reviewed the data set knew all of it, so nothing is known later than that day.
pub fn known_on(date: PartialDate, sources: &[SourceRef], dataset: &Dataset) -> Day {
    let window = date.range();
    let told = sources
        .iter()
        .filter_map(|source| dataset.source(*source).published)
        .map(PartialDate::range)
        .filter(|published| published.first >= window.first)
        .map(|published| published.last);
    told.fold(window.last, Day::min).min(dataset.reviewed)
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
    Plan announced, Contract signed, Programme since, Standing since, Region system_as_of,
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
