//! The title of a figure: what it shows, said in a sentence that is made by rule from its own
//! facts. Where nothing can be said for sure it is the figure's question.

use super::Site;
use crate::analysis::compare::pause_after;
use crate::analysis::knowledge::horizon;
use crate::analysis::order::Listed;
use crate::analysis::outcome;
use crate::analysis::region::systems;
use crate::analysis::slippage::{Slippage, is_late, slippage};
use crate::i18n::{Key, format, words};
use crate::model::{
    Amount, Claim, ClaimKind, Milestone, PartialDate, Procurement, Receipt, StepStatus,
};

/// What became of the first promise of a go-live: "Västra Götaland tog Millennium i drift 41–44
/// månader sent och pausade efter 3 dagar".
pub fn ladder(site: Site, procurement: &Procurement, milestone: &Milestone) -> String {
    let lang = site.lang();
    let schedule = &milestone.schedule;
    let (name, product) = (site.text(&procurement.name), site.system(procurement));
    let late = |at_least| format::at_least_months(lang, at_least);
    match against_first(procurement, milestone) {
        Slippage::Late(months) => {
            let months = &format::months(lang, months.at_least, months.at_most);
            let late = site.say(words::FindingLate { name, product, months });
            paused(site, procurement, milestone, late)
        }
        Slippage::Kept => {
            let kept = site.say(words::FindingKept { name, product });
            paused(site, procurement, milestone, kept)
        }
        Slippage::CannotTell => {
            let date = schedule.met.as_ref().map(|met| format::on_date(lang, met.date));
            let date = &date.unwrap_or_default();
            let met = site.say(words::FindingMet { name, product, date });
            paused(site, procurement, milestone, met)
        }
        Slippage::Overdue { at_least, .. } => site.say(words::FindingOverdue {
            n: schedule.baselines().count(),
            name,
            product,
            months: &late(at_least),
        }),
        Slippage::Pending { .. } => {
            let date = &format::on_date(lang, schedule.latest().promised);
            site.say(words::FindingPending { name, product, date })
        }
        Slippage::Dropped { after: Some(at_least), .. } => {
            site.say(words::FindingDroppedLate { name, product, months: &late(at_least) })
        }
        Slippage::Dropped { after: None, .. } => site.say(words::FindingDropped { name, product }),
        Slippage::Untold { .. } => site.say(words::LadderQuestion { name, product }),
    }
}

/// What the first promise of a milestone came to.
pub fn against_first(procurement: &Procurement, milestone: &Milestone) -> Slippage {
    let schedule = &milestone.schedule;
    slippage(&schedule.original, schedule, horizon(procurement, milestone))
}

/// What is said of a go-live, and after how many days it was paused.
fn paused(site: Site, procurement: &Procurement, milestone: &Milestone, finding: String) -> String {
    match days_to_pause(procurement, milestone) {
        Some(days) => {
            let days = format::days(site.lang(), days);
            site.say(words::FindingPaused { finding: &finding, days: &days })
        }
        None => finding,
    }
}

/// After how many days a go-live was paused, if both days are known and it was within three months.
pub fn days_to_pause(procurement: &Procurement, milestone: &Milestone) -> Option<u32> {
    let met = milestone.schedule.met.as_ref()?;
    let pause = pause_after(procurement, met.date)?;
    match (met.date, pause.date) {
        (PartialDate::Day(from), PartialDate::Day(to)) => {
            let days = to.0 - from.0;
            (0..=92).contains(&days).then_some(days.unsigned_abs())
        }
        _ => None,
    }
}

/// How many go-lives did not happen when they were first promised; of a single one, what became
/// of it. A question that the figure answers where all is well or nobody can tell.
pub fn go_lives(site: Site, procurements: &[&Procurement], question: Key) -> String {
    if let [(procurement, milestone)] = promised(procurements).as_slice() {
        return ladder(site, procurement, milestone);
    }
    broken(site, procurements).unwrap_or_else(|| site.t(question).to_owned())
}

/// Those of which a first go-live was promised, with that.
pub fn promised<'a>(procurements: &[&'a Procurement]) -> Vec<(&'a Procurement, &'a Milestone)> {
    procurements.iter().filter_map(|one| Some((*one, one.headline()?))).collect()
}

/// How many first promises of a go-live were not kept; `None` where none was broken.
pub fn broken(site: Site, procurements: &[&Procurement]) -> Option<String> {
    let promised = promised(procurements);
    let broken = |(procurement, milestone): &&(&Procurement, &Milestone)| {
        let schedule = &milestone.schedule;
        is_late(&schedule.original, schedule, horizon(procurement, milestone))
    };
    let (k, n) = (promised.iter().filter(broken).count(), promised.len());
    match k {
        0 => None,
        _ if k == n => Some(site.say(words::FindingNoneKept { n })),
        _ => Some(site.say(words::FindingSomeKept { k, n })),
    }
}

/// By how many months at least first promises of a go-live were passed, whether or not it came at
/// last; of a single one, what became of it.
pub fn passed(site: Site, procurements: &[&Procurement], question: Key) -> String {
    let promised = promised(procurements);
    let sure =
        |(one, milestone): &(&Procurement, &Milestone)| against_first(one, milestone).sure_months();
    let passed: Vec<u32> = promised.iter().filter_map(sure).collect();
    let (k, n) = (passed.len(), promised.len());
    match passed.iter().min() {
        Some(least) if n > 1 => {
            let months = &format::at_least_months(site.lang(), *least);
            if k == n {
                site.say(words::FindingAllPassed { n, months })
            } else {
                site.say(words::FindingSomePassed { k, n, months })
            }
        }
        _ => go_lives(site, procurements, question),
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
    match (n, k, secret) {
        // Of one claim the page tells better itself.
        (0 | 1, ..) => site.t(Key::ClaimsQuestion).to_owned(),
        (_, 0, _) => site.say(words::FindingClaimsNone { n }),
        (.., 0) => site.say(words::FindingClaims { n, k }),
        (.., secret) => {
            let finding = &site.say(words::FindingClaims { n, k });
            site.say(words::FindingClaimsSecret { finding, k: secret })
        }
    }
}

/// What became of one claim, after its name.
pub fn claim(site: Site, claim: &Claim) -> String {
    let secret = |part: &Receipt| matches!(part.amount, Amount::Withheld { .. });
    let end = match outcome::standing(claim) {
        StepStatus::Settled if claim.received.iter().any(secret) => {
            match claim.received.iter().all(secret) {
                true => Key::EndSettledSecret,
                false => Key::EndSettledAmong,
            }
        }
        StepStatus::Settled => Key::EndSettled,
        StepStatus::Withdrawn => Key::EndWithdrawn,
        StepStatus::Rejected => Key::EndRejected,
        StepStatus::Upheld => Key::EndUpheld,
        _ => Key::LegendStillOpen,
    };
    site.say(words::FindingClaim { claim: site.text(&claim.title), end: site.t(end) })
}

/// Which record system most regions use, and how many they are.
pub fn regions(site: Site) -> String {
    let n = site.dataset.regions.len();
    let systems = systems(site.dataset);
    match systems.first().and_then(|most| Some((most.system?, most.regions.len()))) {
        Some((system, k)) if k > 1 => site.say(words::FindingRegions { k, n, system }),
        _ => site.t(Key::RegionsQuestion).to_owned(),
    }
}
