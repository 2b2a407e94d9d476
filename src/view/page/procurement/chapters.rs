//! The chapters of plain facts: what it is about, what nobody tells, and what all of it rests on.

use super::Chapter;
use super::places::place;
use crate::analysis::rests::Rests;
use crate::i18n::{Key, format, words};
use crate::view::{Gathered, Markup, html};

/// Who bought what of whom.
pub fn about(chapter: &Chapter) -> Markup {
    let Chapter { site, procurement, numbers } = chapter;
    let signed = procurement.contract.as_ref().map(|contract| contract.signed);
    let named = procurement.programmes.iter().map(|one| {
        html! { (one.name) (numbers.marks(*site, &one.sources)) " " }
    });
    let fact = |name: Key, said: Markup| html! { div { dt { (site.t(name)) } dd { (said) } } };
    html! {
        h2 { (site.t(Key::SectionAbout)) }
        dl class="about-procurement" {
            (fact(Key::Buyer, html! { (site.party(procurement.buyer)) }))
            @if let Some(supplier) = procurement.supplier {
                (fact(Key::Supplier, html! { (site.party_when(supplier, signed)) }))
            }
            @if !procurement.programmes.is_empty() {
                (fact(Key::Programme, named.gathered()))
            }
            @if let Some(contract) = &procurement.contract {
                (fact(Key::Contract, html! {
                    (site.date(contract.signed))
                    @if let Some(value) = contract.value { ": " (format::money(site.lang(), value)) }
                    (numbers.marks(*site, &contract.sources))
                    @for note in contract.covers.iter().chain(&contract.term) {
                        span class="note" { (site.sentence(note)) }
                    }
                }))
            }
            @if let Some(standing) = &procurement.standing {
                (fact(Key::Stands, html! {
                    (site.text(&standing.text))
                    (numbers.marks(*site, &standing.sources))
                    span class="note" { (site.say(words::Since { date: &site.date(standing.since) })) }
                }))
            }
            @if let Some(scope) = &procurement.scope {
                (fact(Key::Scope, html! { (site.text(scope)) (numbers.marks(*site, &procurement.scope_sources)) }))
            }
            @if let Some(replaces) = &procurement.replaces {
                (fact(Key::Replaces, html! {
                    (site.text(replaces)) (numbers.marks(*site, &procurement.replaces_sources))
                }))
            }
            @if let Some(residents) = &procurement.residents {
                (fact(Key::Residents, html! {
                    (format!("{} ({})", format::count(site.lang(), residents.count.into()), residents.year))
                    (numbers.marks(*site, &residents.sources))
                }))
            }
        }
    }
}

/// What our sources do not tell.
pub fn unknowns(chapter: &Chapter) -> Markup {
    let Chapter { site, procurement, .. } = chapter;
    html! {
        h2 { (site.t(Key::SectionUnknown)) }
        ul class="unknown columns" {
            @for one in &procurement.unknowns { li { (site.text(&one.text)) } }
        }
    }
}

/// Where sources say different things.
pub fn disagreements(chapter: &Chapter) -> Markup {
    let Chapter { site, procurement, numbers } = chapter;
    let item = procurement.disagreements.iter().map(|one| {
        html! {
            li id=(place(&Rests::Disagreement(one))) {
                (site.text(&one.text)) (numbers.marks(*site, &one.sources))
            }
        }
    });
    let items: Vec<Markup> = item.collect();
    html! {
        h2 { (site.t(Key::SectionDisagreements)) }
        p class="answer" { (site.t(Key::DisagreementsLead)) }
        (in_part(&items, "disagreements columns", |n| site.say(words::MoreDisagreements { n })))
    }
}

/// Every source that the page's facts rest on, once, by its number.
pub fn sources(chapter: &Chapter) -> Markup {
    let Chapter { site, numbers, .. } = chapter;
    html! {
        h2 { (site.t(Key::SectionSources)) }
        p class="answer" { (site.t(Key::NumberedLead)) }
        details class="all-sources" {
            summary { (site.say(words::AllSources { n: numbers.count() })) }
            (numbers.list(*site))
        }
    }
}

/// How many entries of a list stand open.
const OPEN: usize = 4;

/// The first entries of a list, and the others in a fold.
fn in_part(items: &[Markup], class: &str, more: impl Fn(usize) -> String) -> Markup {
    let (first, others) = items.split_at(OPEN.min(items.len()));
    html! {
        ul class=(class) { (first.iter().cloned().gathered()) }
        @if !others.is_empty() {
            details class="more-of-it" {
                summary { (more(others.len())) }
                ul class=(class) { (others.iter().cloned().gathered()) }
            }
        }
    }
}
