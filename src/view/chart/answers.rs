//! The same questions asked of each procurement.

use crate::analysis::compare::{self, Summary};
use crate::analysis::slippage::{Months, Slippage};
use crate::i18n::{Key, format, words};
use crate::model::Procurement;
use crate::route::Page;
use crate::view::markup::{maybe, words};
use crate::view::source_note::source_note;
use crate::view::{Gathered, Markup, Site, html, sentence};

type Asked<'a> = (&'a Procurement, Summary);
type Answer = fn(Site, &Procurement, &Summary) -> Markup;

/// One column per procurement, one row per question; names and questions stay in sight. Where it
/// is narrow, a procurement is a card in which each answer has its question.
pub fn answers(site: Site, procurements: &[&Procurement]) -> Markup {
    let asked: Vec<Asked> = procurements.iter().map(|p| (*p, compare::summary(p))).collect();
    let head =
        asked.iter().map(|(one, _)| html! { th scope="col" { (name(site, one)) } }).gathered();
    let row = |(question, answer): &(Key, Answer)| {
        let cells = asked.iter().map(|(one, summary)| {
            html! { td data-column=(site.t(*question)) { (answer(site, one, summary)) } }
        });
        html! { tr { th scope="row" { (site.t(*question)) } (cells.gathered()) } }
    };
    // What has room beside each other needs no box to scroll in.
    let class = match procurements.len() {
        0..=3 => "scroll few",
        4..=5 => "scroll some",
        _ => "scroll",
    };
    html! {
        div class=(class) tabindex="0" role="region" aria-label=(site.t(Key::CompareCaption)) {
            table class="answers" {
                caption { (site.t(Key::CompareCaption)) }
                thead { tr { th scope="col" { (site.t(Key::ColQuestion)) } (head) } }
                tbody { (QUESTIONS.iter().map(row).gathered()) }
            }
        }
    }
}

fn name(site: Site, one: &Procurement) -> Markup {
    html! { a href=(site.href(Page::Procurement(one.id.clone()))) { (site.text(&one.name)) } }
}

const QUESTIONS: [(Key, Answer); 12] = [
    (Key::Buyer, |site, p, _| words(site.party(p.buyer))),
    (Key::RowSigned, |site, p, _| {
        known(site, p.contract.as_ref(), |contract| {
            html! { (site.date(contract.signed)) (source_note(site, &contract.sources)) }
        })
    }),
    (Key::FirstPromise, |site, p, _| {
        known(site, p.headline().map(|m| &m.schedule.original), |original| {
            html! { (site.date(original.promised)) (source_note(site, &original.sources)) }
        })
    }),
    (Key::RowFirstUse, |site, p, _| {
        known(site, p.headline(), |m| {
            let met = m.schedule.met.as_ref().map(|met| &met.sources);
            let told = met.or(m.schedule.unmet.as_ref().map(|unmet| &unmet.sources));
            html! {
                (sentence::what_happened(site, p, m))
                (maybe(told.map(|sources| source_note(site, sources))))
            }
        })
    }),
    (Key::RowSlipFirst, |site, p, s| came_to(site, p, s.slip)),
    (Key::RowSlipLatest, |site, p, s| came_to(site, p, s.slip_from_latest)),
    (Key::RowRebaselines, |site, p, s| {
        known(site, p.headline(), |_| words(s.rebaselines.to_string()))
    }),
    (Key::RowSigningToUse, |site, _, s| match s.signing_to_use {
        Some(months) => years(site, months),
        None if s.never_used => words(site.t(Key::NeverUsed)),
        None => words(site.t(Key::NotKnown)),
    }),
    (Key::RowSigningToEnd, |site, _, s| {
        let ends = [(Key::ToPause, s.signing_to_pause), (Key::ToEnd, s.signing_to_end)];
        let ends = ends.into_iter().filter_map(|(key, months)| {
            let months = months?;
            Some(html! { p { (site.t(key)) " " (years(site, months)) } })
        });
        let ends = ends.gathered();
        if ends.0.is_empty() { words(site.t(Key::NotKnown)) } else { ends }
    }),
    (Key::ClaimsWord, |site, _, s| {
        html! {
            (sentence::claims_line(site, s))
            @if s.open_claims > 0 {
                span class="note" {
                    (site.say(words::OpenClaims { n: s.open_claims }))
                }
            }
        }
    }),
    (Key::RowResidents, |site, p, _| {
        known(site, p.residents.as_ref(), |residents| {
            html! {
                (format::count(site.lang(), residents.count.into()))
                span class="note" {
                    (site.say(words::InYear { year: &residents.year.to_string() }))
                }
                (source_note(site, &residents.sources))
            }
        })
    }),
    (Key::Stands, |site, p, _| {
        known(site, p.standing.as_ref(), |standing| {
            html! { (site.text(&standing.text)) (source_note(site, &standing.sources)) }
        })
    }),
];

/// What a promise of the first go-live came to.
fn came_to(site: Site, procurement: &Procurement, slip: Option<Slippage>) -> Markup {
    known(site, procurement.headline().zip(slip), |(milestone, slip)| {
        words(sentence::short_outcome(site, procurement, milestone, slip))
    })
}

/// A time in years, with the months that it was counted in.
fn years(site: Site, months: Months) -> Markup {
    let (from, to) = (months.at_least, months.at_most);
    html! {
        (format::years(site.lang(), from, to))
        span class="note" { (format::months(site.lang(), from, to)) }
    }
}

/// The answer to a question, or that there is none.
fn known<T>(site: Site, fact: Option<T>, say: impl FnOnce(T) -> Markup) -> Markup {
    fact.map_or_else(|| words(site.t(Key::NotKnown)), say)
}
