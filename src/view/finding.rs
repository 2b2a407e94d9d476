//! The title of a figure: what it shows, said in a sentence that is made by rule from its own
//! facts. Where nothing can be said for sure it is the figure's question.

use super::Site;
use crate::analysis::compare::pause_after;
use crate::analysis::knowledge::horizon;
use crate::analysis::order::Listed;
use crate::analysis::outcome;
use crate::analysis::region::systems;
use crate::analysis::slippage::{Slippage, slippage};
use crate::i18n::{Key, format};
use crate::model::{Amount, ClaimKind, Milestone, PartialDate, Procurement, StepStatus};

/// What became of the first promise of a go-live: "Västra Götaland tog Millennium i drift 41–44
/// månader sent och pausade efter 3 dagar".
pub fn ladder(site: Site, procurement: &Procurement, milestone: &Milestone) -> String {
    let lang = site.lang();
    let schedule = &milestone.schedule;
    let (name, product) = (site.text(&procurement.name), site.system(procurement));
    let say = |key: Key, blanks: &[(&str, &str)]| {
        site.fill(key, &[&[("name", name), ("product", product)], blanks].concat())
    };
    let late = |at_least| format::at_least_months(lang, at_least);
    let promises = schedule.baselines().count();
    match against_first(procurement, milestone) {
        Slippage::Late(months) => {
            let months = format::months(lang, months.at_least, months.at_most);
            paused(site, procurement, milestone, say(Key::FindingLate, &[("months", &months)]))
        }
        Slippage::Kept => paused(site, procurement, milestone, say(Key::FindingKept, &[])),
        Slippage::CannotTell => {
            let date = schedule.met.as_ref().map(|met| format::on_date(lang, met.date));
            let met = say(Key::FindingMet, &[("date", &date.unwrap_or_default())]);
            paused(site, procurement, milestone, met)
        }
        Slippage::Overdue { at_least, .. } if promises > 1 => {
            say(Key::FindingOverdue, &[("months", &late(at_least)), ("n", &promises.to_string())])
        }
        Slippage::Overdue { at_least, .. } => {
            say(Key::FindingOverdueOnce, &[("months", &late(at_least))])
        }
        Slippage::Pending { .. } => {
            let date = format::on_date(lang, schedule.latest().promised);
            say(Key::FindingPending, &[("date", &date)])
        }
        Slippage::Dropped { after: Some(at_least), .. } => {
            say(Key::FindingDroppedLate, &[("months", &late(at_least))])
        }
        Slippage::Dropped { after: None, .. } => say(Key::FindingDropped, &[]),
        Slippage::Untold { .. } => say(Key::LadderQuestion, &[]),
    }
}

fn against_first(procurement: &Procurement, milestone: &Milestone) -> Slippage {
    let schedule = &milestone.schedule;
    slippage(&schedule.original, schedule, horizon(procurement, milestone))
}

/// What is said of a go-live, and after how many days it was paused, if both days are known and
/// it was within three months.
fn paused(site: Site, procurement: &Procurement, milestone: &Milestone, finding: String) -> String {
    let days = milestone.schedule.met.as_ref().and_then(|met| {
        let pause = pause_after(procurement, met.date)?;
        match (met.date, pause.date) {
            (PartialDate::Day(from), PartialDate::Day(to)) => Some(to.0 - from.0),
            _ => None,
        }
    });
    match days {
        Some(days @ 0..=92) => {
            let days = format::days(site.lang(), days.unsigned_abs());
            site.fill(Key::FindingPaused, &[("finding", &finding), ("days", &days)])
        }
        _ => finding,
    }
}

/// How many go-lives did not happen when they were first promised; of a single one, what became
/// of it. A question that the figure answers where all is well or nobody can tell.
pub fn go_lives(site: Site, procurements: &[&Procurement], question: Key) -> String {
    let promised: Vec<_> =
        procurements.iter().filter_map(|one| Some((*one, one.headline()?))).collect();
    if let [(procurement, milestone)] = promised.as_slice() {
        return ladder(site, procurement, milestone);
    }
    let broken = |(procurement, milestone): &&(&Procurement, &Milestone)| {
        matches!(
            against_first(procurement, milestone),
            Slippage::Late(_) | Slippage::Overdue { .. } | Slippage::Dropped { .. }
        )
    };
    let (k, n) = (promised.iter().filter(broken).count(), promised.len());
    let blanks = [("k", k.to_string()), ("n", n.to_string())];
    let blanks = blanks.each_ref().map(|(name, number)| (*name, number.as_str()));
    match k {
        0 => site.t(question).to_owned(),
        _ if k == n => site.fill(Key::FindingNoneKept, &blanks),
        _ => site.fill(Key::FindingSomeKept, &blanks),
    }
}

/// How many claims between buyer and supplier were settled, and how many of those for a sum that
/// is secret.
pub fn claims(site: Site, claims: &[Listed]) -> String {
    let between = || claims.iter().filter(|(_, claim)| claim.kind == ClaimKind::Contract);
    let settled = || between().filter(|(_, one)| outcome::standing(one) == StepStatus::Settled);
    let secret = settled().filter(|(_, claim)| {
        let mut received = claim.received.iter();
        received.any(|part| matches!(part.amount, Amount::Withheld { .. }))
    });
    let (n, k, secret) = (between().count(), settled().count(), secret.count());
    let (n, number) = (n.to_string(), k.to_string());
    match (between().count(), k, secret) {
        // Of one claim the page tells better itself.
        (0 | 1, ..) => site.t(Key::ClaimsQuestion).to_owned(),
        (_, 0, _) => site.fill(Key::FindingClaimsNone, &[("n", &n)]),
        (.., 0) => site.fill(Key::FindingClaims, &[("n", &n), ("k", &number)]),
        (.., secret) => {
            let finding = site.fill(Key::FindingClaims, &[("n", &n), ("k", &number)]);
            let blanks = [("finding", finding.as_str()), ("k", &secret.to_string())];
            site.fill(Key::FindingClaimsSecret, &blanks)
        }
    }
}

/// Which record system most regions use, and how many they are.
pub fn regions(site: Site) -> String {
    let all = site.dataset.regions.len().to_string();
    let systems = systems(site.dataset);
    match systems.first().and_then(|most| Some((most.system?, most.regions.len()))) {
        Some((system, count)) if count > 1 => site.fill(
            Key::FindingRegions,
            &[("k", &count.to_string()), ("n", &all), ("system", system)],
        ),
        _ => site.t(Key::RegionsQuestion).to_owned(),
    }
}
