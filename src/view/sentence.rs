//! What a view shows, said in a sentence: caption, accessible name and description in one.
//!
//! Sentences are made by rule from the very facts that are drawn.

use super::chart::counted;
use super::others::one_by_one;
use super::{Site, finding};
use crate::analysis::compare::{self, Summary};
use crate::analysis::knowledge::{horizon, known_through};
use crate::analysis::outcome;
use crate::analysis::region::systems;
use crate::analysis::slippage::{Slippage, slippage};
use crate::i18n::{Key, format, words};
use crate::model::{Amount, Claim, ClaimKind, Lang, Milestone, PartialDate, Procurement};
use crate::route::Selection;

/// How late a milestone came against its first promise: "41–44 månader senare än först lovat."
pub fn slip(site: Site, slippage: Slippage) -> String {
    let lang = site.lang();
    match slippage {
        Slippage::Kept => site.t(Key::SlipKept).to_owned(),
        Slippage::Late(months) => site.say(words::SlipLate {
            months: &format::months(lang, months.at_least, months.at_most),
        }),
        Slippage::CannotTell => site.t(Key::SlipCannotTell).to_owned(),
        Slippage::Overdue { at_least, .. } => {
            site.say(words::SlipOverdue { months: &format::at_least_months(lang, at_least) })
        }
        Slippage::Pending { known } => {
            site.say(words::SlipPending { date: &format::on_date(lang, known) })
        }
        Slippage::Untold { known } => {
            site.say(words::SlipUntold { date: &format::on_date(lang, known) })
        }
        Slippage::Dropped { on, after: Some(months) } => site.say(words::SlipDroppedLate {
            date: &format::on_date(lang, on),
            months: &format::at_least_months(lang, months),
        }),
        Slippage::Dropped { on, after: None } => {
            site.say(words::SlipDropped { date: &format::on_date(lang, on) })
        }
    }
}

/// What became of any promise, told against that very promise.
pub fn came_to(site: Site, slippage: Slippage) -> String {
    let lang = site.lang();
    let at_least = |months| format::at_least_months(lang, months);
    match slippage {
        Slippage::Late(months) => site.say(words::BecameLate {
            months: &format::months(lang, months.at_least, months.at_most),
        }),
        Slippage::Overdue { at_least: months, .. } => {
            site.say(words::BecameOverdue { months: &at_least(months) })
        }
        Slippage::Dropped { on, after: Some(months) } => site.say(words::BecameDroppedLate {
            date: &format::on_date(lang, on),
            months: &at_least(months),
        }),
        Slippage::Dropped { on, after: None } => {
            site.say(words::BecameDropped { date: &format::on_date(lang, on) })
        }
        other => slip(site, other),
    }
}

/// The same in a few words, for a table or a chart: "41–44 månader".
pub fn short_slip(site: Site, slippage: Slippage) -> String {
    let lang = site.lang();
    match slippage {
        Slippage::Kept => site.t(Key::ShortKept).to_owned(),
        Slippage::Late(months) => format::months(lang, months.at_least, months.at_most),
        Slippage::CannotTell => site.t(Key::ShortCannotTell).to_owned(),
        Slippage::Overdue { at_least, .. } => format::at_least_months(lang, at_least),
        Slippage::Pending { known } => {
            site.say(words::ShortPending { date: &format::short_date(lang, known) })
        }
        Slippage::Untold { .. } => site.t(Key::ShortUntold).to_owned(),
        Slippage::Dropped { after: Some(months), .. } => {
            site.say(words::ShortDroppedLate { months: &format::at_least_months(lang, months) })
        }
        Slippage::Dropped { after: None, .. } => site.t(Key::ShortDropped).to_owned(),
    }
}

/// The same for a milestone: a start that was paused soon after is not just a promise kept.
pub fn short_outcome(
    site: Site,
    procurement: &Procurement,
    milestone: &Milestone,
    slippage: Slippage,
) -> String {
    kept_until(site, procurement, milestone, slippage).unwrap_or_else(|| short_slip(site, slippage))
}

/// The length of a slip and nothing else, for its bar: "41–44 månader"; nothing where there is none.
pub fn late_by(site: Site, slippage: Slippage) -> String {
    let lang = site.lang();
    match slippage {
        Slippage::Late(months) => format::months(lang, months.at_least, months.at_most),
        Slippage::Overdue { at_least, .. } | Slippage::Dropped { after: Some(at_least), .. } => {
            format::at_least_months(lang, at_least)
        }
        _ => String::new(),
    }
}

/// How late it is or came, where that is known: "41–44 månader"; nothing for what was given up.
pub fn months_late(site: Site, slippage: Slippage) -> String {
    match slippage {
        Slippage::Dropped { .. } => String::new(),
        other => late_by(site, other),
    }
}

/// What a promise came to, in a few words that stand by themselves: "41–44 månader sent".
pub fn late_in_words(site: Site, slippage: Slippage) -> String {
    match months_late(site, slippage) {
        months if months.is_empty() => short_slip(site, slippage),
        months => site.say(words::MonthsLate { months: &months }),
    }
}

/// The line under a ladder's title: how late against the first promise and against the latest,
/// and after how many promises.
pub fn ladder(site: Site, procurement: &Procurement, milestone: &Milestone) -> String {
    let schedule = &milestone.schedule;
    let horizon = horizon(procurement, milestone);
    let promises = schedule.baselines().count();
    let count = site.say(words::LadderPromises { n: promises });
    let lang = site.lang();
    let slip = slip(site, slippage(&schedule.original, schedule, horizon));
    let first =
        site.say(words::FirstPromiseWas { date: &format::date(lang, schedule.original.promised) });
    let slip = match schedule.rebaselines.is_empty() {
        true => slip,
        false => {
            let latest = slippage(schedule.latest(), schedule, horizon);
            let latest = short_outcome(site, procurement, milestone, latest);
            format!("{slip} {}", site.say(words::SlipLatest { slip: &latest }))
        }
    };
    let open = schedule.met.is_none() && schedule.dropped().is_none();
    let known = if open {
        let date = site.date(horizon.known);
        format!(" {}", site.say(words::KnownThrough { date: &date }))
    } else {
        String::new()
    };
    format!("{first} {slip} {count}{known}")
}

/// Of a go-live that came when it was promised and was soon paused: "startade i tid, pausad efter
/// 3 dagar". Just "kept" would tell half of it.
pub fn kept_until(
    site: Site,
    procurement: &Procurement,
    milestone: &Milestone,
    slippage: Slippage,
) -> Option<String> {
    let days = finding::days_to_pause(procurement, milestone)?;
    let days = format::days(site.lang(), days);
    let headline = milestone.headline && slippage == Slippage::Kept;
    headline.then(|| site.say(words::ShortKeptPaused { days: &days }))
}

/// What happened to a milestone, in a few words: "Driftstart 12 november 2024".
pub fn what_happened(site: Site, procurement: &Procurement, milestone: &Milestone) -> String {
    happened(site, procurement, milestone, format::date)
}

/// What became of a milestone at the end of its ladder, where the day up to which we know is
/// labelled: "i drift 12 nov 2024, pausat 15 nov 2024".
pub fn became(site: Site, procurement: &Procurement, milestone: &Milestone) -> String {
    let schedule = &milestone.schedule;
    let say = |date| format::short_date(site.lang(), date);
    match (&schedule.met, schedule.dropped()) {
        (Some(met), _) if !milestone.headline => {
            site.say(words::LadderHappened { date: &say(met.date) })
        }
        (Some(met), _) => {
            let date = &say(met.date);
            match compare::pause_after(procurement, met.date) {
                Some(pause) => {
                    let pause = &say(pause.date);
                    site.say(words::LadderPaused { date: without_year(date, pause), pause })
                }
                None => site.say(words::LadderMet { date }),
            }
        }
        (None, Some(date)) => site.say(words::LadderDropped { date: &say(date) }),
        (None, None) => site.t(Key::LadderNotYet).to_owned(),
    }
}

/// A date before another one of the same year, which is said there.
fn without_year<'a>(date: &'a str, next: &str) -> &'a str {
    match (date.rsplit_once(' '), next.rsplit_once(' ')) {
        (Some((rest, year)), Some((_, same))) if year == same => rest,
        _ => date,
    }
}

/// The same with short dates, for a chart.
pub fn what_happened_short(site: Site, procurement: &Procurement, milestone: &Milestone) -> String {
    happened(site, procurement, milestone, format::short_date)
}

fn happened(
    site: Site,
    procurement: &Procurement,
    milestone: &Milestone,
    say: fn(Lang, PartialDate) -> String,
) -> String {
    let lang = site.lang();
    let schedule = &milestone.schedule;
    if let Some(met) = &schedule.met {
        let date = say(lang, met.date);
        if !milestone.headline {
            return site.say(words::HappenedMet { date: &date });
        }
        let pause = compare::pause_after(procurement, met.date);
        return match pause {
            Some(pause) => {
                site.say(words::HappenedPaused { date: &date, pause: &say(lang, pause.date) })
            }
            None => site.say(words::HappenedGoLive { date: &date }),
        };
    }
    match schedule.dropped() {
        Some(date) => site.say(words::HappenedDropped { date: &say(lang, date) }),
        None => {
            let known = say(lang, horizon(procurement, milestone).known);
            site.say(words::HappenedNot { date: &known })
        }
    }
}

/// Up to when our sources tell of a procurement: "Känt till och med 17 mars 2026".
pub fn known_up_to(site: Site, procurement: &Procurement) -> String {
    site.say(words::KnownUpTo { date: &site.date(known_through(procurement)) })
}

/// The overview's picture in a sentence: one clause per procurement.
pub fn overview(site: Site) -> String {
    let clauses: Vec<String> = one_by_one(site, &Selection::default())
        .into_iter()
        .filter_map(|procurement| {
            let summary = compare::summary(procurement);
            Some(format!("{}: {}", site.text(&procurement.name), short_slip(site, summary.slip?)))
        })
        .collect();
    if clauses.is_empty() {
        return String::new();
    }
    site.say(words::OverviewSentence { list: &clauses.join("; ") })
}

/// The timeline in a sentence, for what is shown.
pub fn timeline(
    site: Site,
    events: usize,
    promises: usize,
    lanes: usize,
    from: i16,
    to: i16,
) -> String {
    let years = if from == to { from.to_string() } else { format!("{from}–{to}") };
    site.say(words::TimelineSentence {
        n: lanes,
        events: &site.say(words::EventsCount { n: events }),
        promises: &site.say(words::PromisesCount { n: promises }),
        years: &years,
    })
}

/// The ledger in a sentence, for the claims shown.
pub fn claims(site: Site, claims: &[(&Procurement, &Claim)]) -> String {
    if claims.is_empty() {
        return site.t(Key::NothingLeft).to_owned();
    }
    let count =
        |keep: &dyn Fn(&Claim) -> bool| claims.iter().filter(|(_, claim)| keep(claim)).count();
    let list = kinds(site, ClaimKind::ALL.map(|kind| count(&|claim| claim.kind == kind)));
    site.say(words::ClaimsSentence {
        list: &list,
        public: &count(&|claim| matches!(claim.demanded(), Some(Amount::Public(_)))).to_string(),
        secret: &count(&|claim| {
            claim.amounts().any(|amount| matches!(amount, Amount::Withheld { .. }))
        })
        .to_string(),
        open: &count(&outcome::is_open).to_string(),
    })
}

/// How one claim ended, or until when no end was known.
pub fn claim(site: Site, procurement: &Procurement, claim: &Claim) -> String {
    let ended = claim.outcome.as_ref().map(|outcome| site.text(outcome).to_owned());
    let until = outcome::is_open(claim).then(|| {
        let known = site.date(known_through(procurement));
        site.say(words::ClaimOpenUntil { date: &known })
    });
    ended.into_iter().chain(until).collect::<Vec<_>>().join(" ")
}

/// Claims of each kind, in one line: "3 avtalskrav, 1 överprövning".
pub fn claims_line(site: Site, summary: &Summary) -> String {
    let line = kinds(site, summary.claims);
    if line.is_empty() { site.t(Key::NoClaims).to_owned() } else { line }
}

/// Numbers of claims of each kind, in the order of [`ClaimKind::ALL`], without those of which
/// there is none. They are never added to each other.
fn kinds(site: Site, counts: [usize; ClaimKind::ALL.len()]) -> String {
    let parts: Vec<String> = ClaimKind::ALL
        .into_iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| counted(site, kind, count))
        .collect();
    parts.join(", ")
}

/// The comparison in a sentence: from signing to first use, or to what became of it.
pub fn comparison(site: Site, procurements: &[&Procurement]) -> String {
    let clauses: Vec<String> = procurements
        .iter()
        .filter_map(|procurement| {
            let summary = compare::summary(procurement);
            let name = site.text(&procurement.name);
            match summary.signing_to_use {
                Some(months) => Some(site.say(words::ComparisonUsed {
                    name,
                    months: &format::months(site.lang(), months.at_least, months.at_most),
                })),
                None if summary.never_used => Some(site.say(words::ComparisonUnused { name })),
                None => None,
            }
        })
        .collect();
    if clauses.is_empty() {
        return String::new();
    }
    site.say(words::ComparisonSentence { list: &clauses.join("; ") })
}

/// How many regions use which system.
pub fn regions(site: Site) -> String {
    let parts: Vec<String> = systems(site.dataset)
        .iter()
        .map(|one| {
            let system = one.system.unwrap_or(site.t(Key::RegionsUnknown));
            format!("{system} {}", one.regions.len())
        })
        .collect();
    site.say(words::RegionsSentence { list: &parts.join("; ") })
}
