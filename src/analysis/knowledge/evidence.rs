//! When each source was out, and when what was written today could have been written.
//!
//! Some texts have no date of their own: a note on a promise, how a claim ended, where a
//! procurement stands. They are in today's words, so they wait until all that they rest on was
//! out; a summary waits until everything was.

use super::known::{Dated, known_on};
use crate::model::{
    Dataset, Day, EventKind, Procurement, Source, SourceRef, Standing, Text, Unmet,
};
use std::collections::BTreeSet;

/// The sources that can be shown in what was known `then`: those that were out, and those
/// undated ones that a fact known by then rests on. `today` is the data set that `then` was
/// made from; when that is the same, it is all of them.
pub fn known_sources(today: &Dataset, then: &Dataset) -> BTreeSet<SourceRef> {
    let whole = then.reviewed >= today.reviewed;
    let mut known: BTreeSet<SourceRef> = positions(today)
        .filter(|(_, source)| whole || super::source_is_known(source, then.reviewed))
        .map(|(at, _)| at)
        .collect();
    let mut tell = |source: SourceRef| {
        if then.source(source).published.is_none() {
            known.insert(source);
        }
    };
    then.procurements.iter().for_each(|procurement| procurement.each_source(&mut tell));
    for region in &then.regions {
        let counted = region.population.iter().flat_map(|people| &people.sources);
        region.sources.iter().chain(counted).for_each(|source| tell(*source));
    }
    let names = then.parties.iter().flat_map(|party| &party.former);
    names.flat_map(|name| &name.sources).for_each(|source| tell(*source));
    known
}

/// When each source of a data set was out, and what follows from that.
pub(super) struct Evidence<'a> {
    pub today: &'a Dataset,
    /// By position.
    out: Vec<Day>,
}

impl<'a> Evidence<'a> {
    /// A dated source is out on the last day that its date may mean. An undated one was written
    /// after the last thing that it tells; one that no dated fact rests on is certain only today.
    pub fn of(today: &'a Dataset) -> Evidence<'a> {
        let mut latest: Vec<Option<Day>> = vec![None; today.sources.len()];
        for procurement in &today.procurements {
            each_dated(today, procurement, &mut |known, sources| {
                for source in sources {
                    if let Some(day) = latest.get_mut(source.at()) {
                        *day = (*day).max(Some(known));
                    }
                }
            });
        }
        let out = positions(today)
            .zip(latest)
            .map(|((_, source), latest)| match source.published {
                Some(published) => published.range().last.min(today.reviewed),
                None => source.told.or(latest).unwrap_or(today.reviewed),
            })
            .collect();
        Evidence { today, out }
    }

    /// The day of the last fact that rests on an undated source; `None` for a dated one.
    pub fn told(&self, source: SourceRef) -> Option<Day> {
        let undated = self.today.source(source).published.is_none();
        undated.then(|| self.out(source))
    }

    /// The day on which the last of these sources was out.
    pub fn all_out(&self, sources: &[SourceRef]) -> Day {
        sources.iter().map(|source| self.out(*source)).max().unwrap_or(self.today.reviewed)
    }

    /// The day on which the first of these sources was out. Undated ones count only when no
    /// other is there, since they may be much younger than what they tell.
    pub fn one_out(&self, sources: &[SourceRef]) -> Day {
        let dated = |source: &&SourceRef| self.today.source(**source).published.is_some();
        let first = sources.iter().filter(dated).map(|source| self.out(*source)).min();
        first.unwrap_or_else(|| self.all_out(sources))
    }

    /// The day from which a fact with a date is known.
    pub fn known(&self, fact: &impl Dated) -> Day {
        fact.known_on(self.today)
    }

    /// The day from which it was known that a milestone had not been met by the day until which
    /// sources tell of it, where they name one.
    pub fn told_until(&self, unmet: &Unmet) -> Option<Day> {
        unmet.told_until.map(|date| known_on(date, &unmet.sources, self.today))
    }

    /// The day from which it was known that a milestone was given up, if it was.
    pub fn dropped(&self, unmet: &Unmet) -> Option<Day> {
        unmet.dropped.map(|date| known_on(date, &unmet.sources, self.today))
    }

    /// The day from which it can be said where a procurement stands, in today's words.
    pub fn stands(&self, standing: &Standing) -> Day {
        self.known(standing).max(self.all_out(&standing.sources))
    }

    /// The day from which supplier and product are known: the first award, contract or go-live.
    pub fn chosen(&self, procurement: &Procurement) -> Day {
        let tells =
            |kind| matches!(kind, EventKind::Award | EventKind::Contract | EventKind::GoLive);
        let events = procurement.events.iter().filter(|event| tells(event.kind));
        let days = events.map(|event| self.known(event));
        let signed = procurement.contract.iter().map(|contract| self.known(contract));
        days.chain(signed).min().unwrap_or_else(|| self.complete(procurement))
    }

    /// The day on which everything that has its own evidence is known: from then on the texts
    /// about the whole, which were written today, tell nothing that was not yet known.
    pub fn complete(&self, procurement: &Procurement) -> Day {
        let mut last = None;
        self.each_day(procurement, &mut |day| last = last.max(Some(day)));
        last.unwrap_or(self.today.reviewed)
    }

    /// Tells the day of everything about a procurement that becomes known by itself.
    pub fn each_day(&self, from: &Procurement, tell: &mut dyn FnMut(Day)) {
        each_dated(self.today, from, &mut |day, _| tell(day));
        each_wording(from, &mut |sources| tell(self.all_out(sources)));
        let scope = from.scope.iter().map(|_| self.one_out(&from.scope_sources));
        let replaces = from.replaces.iter().map(|_| self.one_out(&from.replaces_sources));
        let standing = from.standing.iter().map(|standing| self.stands(standing));
        scope.chain(replaces).chain(standing).for_each(tell);
    }

    fn out(&self, source: SourceRef) -> Day {
        self.out.get(source.at()).copied().unwrap_or(self.today.reviewed)
    }
}

/// Every source with its position.
fn positions(dataset: &Dataset) -> impl Iterator<Item = (SourceRef, &Source)> {
    (0..=u32::MAX).map(SourceRef).zip(dataset.sources.iter())
}

/// Tells the sources of every text in today's words that waits for all of them.
fn each_wording(from: &Procurement, tell: &mut dyn FnMut(&[SourceRef])) {
    let mut wording = |text: &Option<Text>, sources: &[SourceRef]| {
        if text.is_some() {
            tell(sources);
        }
    };
    from.plans.iter().for_each(|plan| wording(&plan.note, &plan.sources));
    from.costs.iter().for_each(|cost| wording(&cost.disputed, &cost.disputed_sources));
    from.contract.iter().for_each(|contract| wording(&contract.term, &contract.sources));
    from.claims.iter().for_each(|claim| wording(&claim.outcome, &claim.sources));
    for schedule in from.milestones.iter().map(|milestone| &milestone.schedule) {
        schedule.baselines().for_each(|baseline| wording(&baseline.note, &baseline.sources));
        schedule.met.iter().for_each(|met| wording(&met.note, &met.sources));
        schedule.unmet.iter().for_each(|unmet| wording(&unmet.note, &unmet.sources));
    }
    from.disagreements.iter().for_each(|differ| tell(&differ.sources));
}

/// Tells of every fact with a date of its own when it is known, and by which sources.
fn each_dated(today: &Dataset, from: &Procurement, tell: &mut dyn FnMut(Day, &[SourceRef])) {
    fn all<'f, F: Dated + 'f>(
        facts: impl IntoIterator<Item = &'f F>,
        today: &Dataset,
        tell: &mut dyn FnMut(Day, &[SourceRef]),
    ) {
        facts.into_iter().for_each(|fact| tell(fact.known_on(today), fact.sources()));
    }
    all(&from.events, today, tell);
    all(&from.plans, today, tell);
    all(&from.costs, today, tell);
    all(&from.statements, today, tell);
    all(&from.contract, today, tell);
    all(&from.residents, today, tell);
    all(&from.programmes, today, tell);
    all(from.claims.iter().flat_map(|claim| &claim.steps), today, tell);
    all(from.claims.iter().flat_map(|claim| &claim.demands), today, tell);
    all(from.claims.iter().flat_map(|claim| &claim.losses), today, tell);
    all(from.claims.iter().flat_map(|claim| &claim.received), today, tell);
    for schedule in from.milestones.iter().map(|milestone| &milestone.schedule) {
        all(&schedule.met, today, tell);
        if let Some(unmet) = &schedule.unmet {
            for date in unmet.dropped.into_iter().chain(unmet.told_until) {
                tell(known_on(date, &unmet.sources, today), &unmet.sources);
            }
        }
        for baseline in schedule.baselines() {
            if let Some(plan) = from.plans.get(usize::from(baseline.plan.0)) {
                tell(plan.known_on(today), &baseline.sources);
            }
        }
    }
}
