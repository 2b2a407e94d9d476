//! Procurements side by side: the same questions asked of each.

use super::knowledge::{horizon, known_through};
use super::outcome;
use super::slippage::{self, Months, Slippage};
use super::sorted::sorted;
use crate::model::{
    ClaimKind, Confidence, Dataset, Event, EventKind, PartialDate, Procurement, Schedule,
};

/// The answers for one procurement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The date up to which our sources tell.
    pub known: PartialDate,
    /// The first go-live against its first promise.
    pub slip: Option<Slippage>,
    /// The same against the latest promise.
    pub slip_from_latest: Option<Slippage>,
    /// How many later plans moved the first go-live.
    pub rebaselines: usize,
    /// Whole months from signing to first use, when there was any and the signing is known.
    pub signing_to_use: Option<Months>,
    /// Whole months from signing to the first pause, and to the end.
    pub signing_to_pause: Option<Months>,
    pub signing_to_end: Option<Months>,
    /// Whether a first go-live was promised and none has happened as far as we know.
    pub never_used: bool,
    /// Claims of each kind, in the order of [`ClaimKind::ALL`].
    pub claims: [usize; ClaimKind::ALL.len()],
    /// Claims that nothing has ended as far as we know.
    pub open_claims: usize,
}

/// The answers for one procurement, from its facts alone.
pub fn summary(procurement: &Procurement) -> Summary {
    let headline = procurement.headline();
    let schedule = headline.map(|milestone| &milestone.schedule);
    let against = |promise: fn(&Schedule) -> &crate::model::Baseline| {
        headline.map(|milestone| {
            let schedule = &milestone.schedule;
            slippage::slippage(promise(schedule), schedule, horizon(procurement, milestone))
        })
    };
    let signed = procurement.contract.as_ref().map(|contract| contract.signed.range());
    let since_signing = |date: Option<PartialDate>| {
        let (signed, date) = signed.zip(date)?;
        Some(slippage::months_between(signed, date.range()))
    };
    // What came before the contract ended something else: a round of the tender.
    let landmark = |kind: EventKind| {
        let after = |event: &&Event| {
            event.kind == kind && signed.is_some_and(|day| event.date.range().first >= day.last)
        };
        let sure = |event: &&Event| event.landmark && event.confidence != Confidence::Low;
        procurement.events.iter().filter(sure).find(after).map(|event| event.date)
    };
    Summary {
        known: known_through(procurement),
        slip: against(|schedule| &schedule.original),
        slip_from_latest: against(Schedule::latest),
        rebaselines: schedule.map_or(0, |schedule| schedule.rebaselines.len()),
        signing_to_use: since_signing(schedule.and_then(|s| s.met.as_ref()).map(|met| met.date)),
        signing_to_pause: since_signing(landmark(EventKind::Pause)),
        signing_to_end: since_signing(landmark(EventKind::Cancellation)),
        never_used: schedule.is_some_and(|schedule| schedule.met.is_none()),
        claims: ClaimKind::ALL
            .map(|kind| procurement.claims.iter().filter(|claim| claim.kind == kind).count()),
        open_claims: procurement.claims.iter().filter(|claim| outcome::is_open(claim)).count(),
    }
}

/// What a comparison can be made from, in three groups: the procurements that the site follows,
/// those of the same systems elsewhere, and the others.
pub fn groups(dataset: &Dataset) -> [Vec<&Procurement>; 3] {
    let systems: Vec<&String> = dataset.followed().filter_map(|p| p.product.as_ref()).collect();
    let brought_in = || dataset.procurements.iter().filter(|one| one.comparator);
    let same = |one: &&Procurement| one.product.as_ref().is_some_and(|p| systems.contains(&p));
    [
        dataset.followed().collect(),
        brought_in().filter(same).collect(),
        brought_in().filter(|one| !same(one)).collect(),
    ]
}

/// The most pairs that are told of by themselves: of more, each is a choice like any other.
const PAIRS: usize = 40;

/// The pairs that are compared by themselves: each two of the procurements that the site follows,
/// and each of these with one of the same system elsewhere. A first go-live was promised of all.
pub fn pairs(dataset: &Dataset) -> Vec<[&Procurement; 2]> {
    let promised: Vec<&Procurement> =
        dataset.procurements.iter().filter(|one| one.headline().is_some()).collect();
    let is_pair = |one: &Procurement, other: &Procurement| match (one.comparator, other.comparator)
    {
        (false, false) => true,
        (true, true) => false,
        _ => one.product.is_some() && one.product == other.product,
    };
    let mut pairs = Vec::new();
    for (at, one) in promised.iter().enumerate() {
        let others = promised[at + 1..].iter().filter(|other| is_pair(one, other));
        pairs.extend(others.map(|other| [*one, *other]).take(PAIRS + 1));
        if pairs.len() > PAIRS {
            return vec![];
        }
    }
    pairs
}

/// The first confirmed pause that followed a go-live, among the events that charts always label.
pub fn pause_after(procurement: &Procurement, go_live: PartialDate) -> Option<&Event> {
    procurement.events.iter().find(|event| {
        event.landmark
            && event.confidence != Confidence::Low
            && event.kind == EventKind::Pause
            && event.date.range().first >= go_live.range().last
    })
}

/// Where a procurement stands in an order: the lower comes first.
pub type Rank = fn(&Procurement) -> (bool, i64);

/// The greatest slip against the first promise first, by what is sure of it; then those of which
/// none is known.
pub fn latest_first(one: &Procurement) -> (bool, i64) {
    let sure = summary(one).slip.and_then(Slippage::sure_months);
    (sure.is_none(), -i64::from(sure.unwrap_or(0)))
}

/// The contract that was signed first first.
pub fn signed_first(one: &Procurement) -> (bool, i64) {
    let signed = one.contract.as_ref().map(|contract| contract.signed.range().first.0);
    (signed.is_none(), i64::from(signed.unwrap_or(0)))
}

/// The shortest time from signing to first use first; then those that were never used.
pub fn soonest_used(one: &Procurement) -> (bool, i64) {
    let months = summary(one).signing_to_use.map(|months| months.at_least);
    (months.is_none(), i64::from(months.unwrap_or(0)))
}

/// Procurements in an order; those of one rank stay as they stood.
pub fn arranged(procurements: Vec<&Procurement>, rank: Rank) -> Vec<&Procurement> {
    sorted(procurements, |one| rank(one))
}

/// After how many days of use a confirmed pause or end came; `None` where it came after no use,
/// or a day is not known.
pub fn paused_after(procurement: &Procurement, event: &Event) -> Option<u32> {
    let day = |date| match date {
        PartialDate::Day(day) => Some(day),
        _ => None,
    };
    let stops = [EventKind::Pause, EventKind::Cancellation].contains(&event.kind);
    let sure = |other: &&Event| other.landmark && other.confidence != Confidence::Low;
    let before = |other: &&Event| other.date.range().first <= event.date.range().first;
    let changes = |other: &&Event| {
        [EventKind::GoLive, EventKind::Pause, EventKind::Cancellation].contains(&other.kind)
            && other.id != event.id
    };
    let mut earlier = procurement.events.iter().filter(sure).filter(before).filter(changes);
    let last = earlier.next_back().filter(|last| stops && last.kind == EventKind::GoLive)?;
    Some((day(event.date)?.0 - day(last.date)?.0).unsigned_abs())
}
