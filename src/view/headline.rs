//! The headline of the front page: what the facts of the day tell of all procurements together,
//! said in a sentence or two that are made by rule. Where nothing can be said for sure, the page
//! is called what it is always called.

use super::finding::{against_first, promised};
use super::{Site, finding};
use crate::analysis::knowledge::{horizon, known_through};
use crate::analysis::slippage::Slippage;
use crate::i18n::{Key, format, words};
use crate::model::{Confidence, EventKind, Milestone, PartialDate, Procurement};
use crate::route::Selection;
use crate::view::others;

/// "Tre regioner valde samma journalsystem. Det var i drift i tre dagar."
pub fn headline(site: Site) -> String {
    let bought = bought(site);
    match bought.as_slice() {
        [] => site.t(Key::OverviewTitle).to_owned(),
        [one] => of_one(site, one),
        several => {
            let then = match same_system(several) {
                Some(_) => of_the_same(site, several),
                None => first_promises(site, several),
            };
            format!("{}{}", who_bought(site, several), sentence_after(then))
        }
    }
}

/// What was bought, and the day up to which that much is known of all of it.
pub fn kicker(site: Site) -> String {
    let bought = bought(site);
    let Some(known) = known(&bought).or_else(|| known(&told(site))) else {
        return String::new();
    };
    // A vague date may reach further than the day that is shown.
    let day = site.dataset.reviewed;
    let known = if known.range().last > day { PartialDate::Day(day) } else { known };
    let date = &site.date(known);
    match same_system(&bought) {
        Some(product) => site.say(words::KickerSystem { product, date }),
        None => site.say(words::Kicker { date }),
    }
}

/// The procurements that are told one by one. With more of them than a page can tell, nothing is
/// said of all.
fn told(site: Site<'_>) -> Vec<&Procurement> {
    others::one_by_one(site, &Selection::default())
}

/// Those of which a contract is known.
fn bought(site: Site<'_>) -> Vec<&Procurement> {
    let told = told(site);
    let all = Selection::default().shown(site.dataset).len() == told.len();
    told.into_iter().filter(|one| all && one.contract.is_some()).collect()
}

/// The one system that all of them bought.
fn same_system<'a>(bought: &[&'a Procurement]) -> Option<&'a str> {
    let product = bought.first()?.product.as_deref()?;
    bought.iter().all(|one| one.product.as_deref() == Some(product)).then_some(product)
}

/// Who bought. A region is a buyer for an area whose residents are counted.
fn who_bought(site: Site, bought: &[&Procurement]) -> String {
    let count = format::spelled(site.lang(), bought.len());
    let count = &format::capitalized(&count);
    let region = |one: &&Procurement| {
        let today = site.today.procurement(one.id.as_str());
        today.is_some_and(|one| one.residents.is_some())
    };
    match (bought.iter().all(region), same_system(bought)) {
        (true, Some(_)) => site.say(words::HeadlineRegionsSame { count }),
        (true, None) => site.say(words::HeadlineRegions { count }),
        (false, Some(_)) => site.say(words::HeadlineBuyersSame { count }),
        (false, None) => site.say(words::HeadlineBuyers { count }),
    }
}

/// What became of a single procurement.
fn of_one(site: Site, one: &Procurement) -> String {
    match one.headline() {
        Some(milestone) if !matches!(against_first(one, milestone), Slippage::Untold { .. }) => {
            finding::ladder(site, one, milestone)
        }
        _ => {
            let (name, product) = (site.text(&one.name), site.system(one));
            site.say(words::HeadlineOne { name, product })
        }
    }
}

/// What became of a system that several bought: how long it was in use, or that it is not.
fn of_the_same(site: Site, bought: &[&Procurement]) -> String {
    let promised = promised(bought);
    // Of each it must be known whether it came into use.
    let untold = |&(one, milestone): &(&Procurement, &Milestone)| {
        matches!(against_first(one, milestone), Slippage::Untold { .. })
    };
    if promised.len() < bought.len() || promised.iter().any(untold) {
        return first_promises(site, bought);
    }
    let used: Vec<_> =
        promised.iter().filter(|(_, milestone)| milestone.schedule.met.is_some()).collect();
    match used.as_slice() {
        [] if promised.iter().all(|(_, milestone)| milestone.schedule.dropped().is_some()) => {
            site.t(Key::HeadlineGivenUp).to_owned()
        }
        [] => site.t(Key::HeadlineNotUsed).to_owned(),
        [(one, milestone)] => match days_in_use(one, milestone) {
            Some(days) => {
                let days = &format::spelled_days(site.lang(), days);
                site.say(words::HeadlineUsed { days })
            }
            None => first_promises(site, bought),
        },
        _ => first_promises(site, bought),
    }
}

/// How many first promises were not kept.
fn first_promises(site: Site, bought: &[&Procurement]) -> String {
    match promised(bought).as_slice() {
        [] => String::new(),
        [(one, milestone)] => match against_first(one, milestone) {
            Slippage::Untold { .. } => String::new(),
            _ => finding::ladder(site, one, milestone),
        },
        _ => finding::broken(site, bought).unwrap_or_default(),
    }
}

/// How many days it was in use before it was paused, where that is told and no start is known
/// after the pause.
fn days_in_use(one: &Procurement, milestone: &Milestone) -> Option<u32> {
    let met = milestone.schedule.met.as_ref()?.date.range().last;
    let again = one.events.iter().any(|event| {
        event.kind == EventKind::GoLive
            && event.confidence != Confidence::Low
            && event.date.range().last > met
    });
    finding::days_to_pause(one, milestone).filter(|days| !again && *days > 0)
}

/// The day up to which the headline is known of all: of what is still open, until when it had not
/// come into use; of what did, as far as the sources tell of it.
fn known(procurements: &[&Procurement]) -> Option<PartialDate> {
    let reach = |one: &&Procurement| match one.headline() {
        Some(milestone) if milestone.schedule.dropped().is_some() => None,
        Some(milestone) if milestone.schedule.met.is_none() => Some(horizon(one, milestone).known),
        _ => Some(known_through(one)),
    };
    let open = procurements.iter().filter_map(reach).min_by_key(|date| date.range().first);
    open.or_else(|| {
        let all = procurements.iter().map(|one| known_through(one));
        all.max_by_key(|date| date.range().first)
    })
}

/// A second sentence, if there is one.
fn sentence_after(then: String) -> String {
    match then.as_str() {
        "" => then,
        said if said.ends_with('.') => format!(" {said}"),
        said => format!(" {said}."),
    }
}
