//! The days at which a story stops that is told by itself, from the first promise to today.

use super::change::{Change, Known};
use crate::model::{Dataset, Day, EventKind, Id, Procurement};

/// At most so many stops: a minute has room for them.
const MOST: usize = 40;

/// The shortest time that a stop is shown, in milliseconds: a line can be read in it.
const SHORTEST: usize = 1_500;

/// The shortest time that a story takes.
const LEAST: usize = 30_000;

/// The days of a story, of all news there is in order of its day: from the first promise on, and
/// today at the end. Where there is more than a minute has room for, what weighs least is left
/// out first.
pub fn story(today: &Dataset, news: &[Change]) -> Vec<Day> {
    let promised =
        |change: &Change| matches!(change, Change::Plan { moves, .. } if !moves.is_empty());
    let first = news.iter().position(promised).unwrap_or(0);
    let told = news.get(first..).unwrap_or_default();
    let days = |least: u8| {
        let begins = told.iter().take(1);
        let weighty = told.iter().skip(1).filter(|change| weight(today, change) >= least);
        let mut days: Vec<Day> = begins.chain(weighty).map(|change| change.known().day).collect();
        days.dedup();
        days.retain(|day| *day < today.reviewed);
        days.push(today.reviewed);
        days
    };
    let fits = |days: &Vec<Day>| days.len() <= MOST;
    let weighed = (0..HEAVIEST).map(days).find(fits).unwrap_or_else(|| days(HEAVIEST));
    // Of a record with hundreds of procurements every so many days, and the last one.
    let step = weighed.len().div_ceil(MOST - 1).max(1);
    let mut kept: Vec<Day> = weighed.iter().copied().step_by(step).collect();
    kept.extend(weighed.last().filter(|last| kept.last() != Some(*last)));
    kept
}

/// How long each of so many stops is shown, in milliseconds.
pub fn pace(stops: usize) -> u64 {
    SHORTEST.max(LEAST / stops.max(1)) as u64
}

/// The news of a day that tells most of the story; of equals the first.
pub fn weightiest<'a>(today: &Dataset, news: &'a [Change]) -> Option<&'a Change> {
    news.iter().rev().max_by_key(|change| weight(today, change))
}

/// What [`weight`] gives at most.
const HEAVIEST: u8 = 3;

/// How much a piece of news weighs in the story of promises.
fn weight(today: &Dataset, change: &Change) -> u8 {
    let Known { procurement, id, .. } = change.known();
    let Some(procurement) = today.procurements.get(usize::from(procurement.0)) else { return 0 };
    let of_first_use = |milestone: &Id| is_headline(procurement, milestone);
    match change {
        Change::Plan { moves, .. } if moves.iter().any(|one| of_first_use(&one.milestone)) => 3,
        Change::Plan { moves, .. } => u8::from(!moves.is_empty()),
        Change::Met(_) | Change::Dropped(_) => 2 + u8::from(of_first_use(id)),
        Change::Claim(_) | Change::Received { .. } => 2,
        Change::ClaimStep { .. } => 1,
        Change::Event(_) => {
            let kind = procurement.events.iter().find(|event| event.id == *id).map(|it| it.kind);
            match kind {
                Some(EventKind::GoLive | EventKind::Pause | EventKind::Cancellation) => 3,
                Some(EventKind::Contract | EventKind::Claim | EventKind::Settlement) => 2,
                _ => 0,
            }
        }
        Change::Cost(_) => 0,
    }
}

fn is_headline(procurement: &Procurement, milestone: &Id) -> bool {
    procurement.milestones.iter().any(|one| one.headline && one.id == *milestone)
}
