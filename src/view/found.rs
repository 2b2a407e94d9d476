//! What a search has found, as a list of links.

use super::markup::maybe;
use super::{Gathered, Markup, Site, html};
use crate::analysis::search::{What, excerpt, marked};
use crate::i18n::{Key, kind};
use crate::model::{Confidence, PartialDate, Procurement, ProcurementRef, Source, Text};
use crate::route::Page;

/// The facts found, as a list; what was looked for is marked.
pub fn found(site: Site, found: &[What], words: &[String]) -> Markup {
    let items = found.iter().filter_map(|what| shown(site, *what)).map(|one| {
        // The excerpt says why something was found whose name does not.
        let told = one.texts.iter().find_map(|text| excerpt(text, words));
        let told = told.map(|(before, text, after)| {
            html! {
                p class="excerpt" {
                    @if before { "… " }
                    (marks(text, words))
                    @if after { " …" }
                }
            }
        });
        let about = one.about.iter().filter(|about| !about.is_empty()).map(|about| {
            html! { " · " (marks(about, words)) }
        });
        html! {
            li {
                a href=(one.href) lang=[one.lang] { (marks(&one.title, words)) }
                p class="when" { span class="tag" { (one.kind) } (about.gathered()) }
                (maybe(told))
            }
        }
    });
    html! { ul class="found-list" { (items.gathered()) } }
}

/// A text in which what was looked for is marked.
fn marks(text: &str, words: &[String]) -> Markup {
    let pieces = marked(text, words).into_iter();
    pieces
        .map(|piece| html! { @if piece.hit { mark { (piece.text) } } @else { (piece.text) } })
        .gathered()
}

/// How a fact is shown among what was found.
struct Shown {
    href: String,
    title: String,
    /// The language of the title, where it is not the page's.
    lang: Option<&'static str>,
    kind: &'static str,
    /// When and where.
    about: Vec<String>,
    /// What is told of it.
    texts: Vec<&'static str>,
}

/// A fact as it was known on the day that the page shows; nothing when it was not.
fn shown(site: Site, what: What) -> Option<Shown> {
    match what {
        What::Procurement(at) => {
            let (_, then) = procurement(site, at)?;
            let texts = [&then.summary, &then.scope, &then.replaces].into_iter().flatten();
            Some(Shown {
                href: site.href(Page::Procurement(then.id.clone())),
                title: site.text(&then.name).to_owned(),
                lang: None,
                kind: site.t(Key::FindProcurement),
                about: then.product.iter().chain(&then.programmes).cloned().collect(),
                texts: texts.map(|text| site.text(text)).collect(),
            })
        }
        What::Event(at, n) => {
            let (today, then) = procurement(site, at)?;
            let id = &today.events.get(usize::from(n))?.id;
            let event = then.events.iter().find(|event| event.id == *id)?;
            let mut about = dated(site, event.date, then);
            if event.confidence == Confidence::Low {
                about.push(site.t(Key::Unconfirmed).to_owned());
            }
            Some(Shown {
                href: site.href(Page::Event(then.id.clone(), id.clone())),
                title: site.text(&event.title).to_owned(),
                lang: None,
                kind: site.t(kind::event_kind(event.kind)),
                about,
                texts: vec![site.text(&event.text)],
            })
        }
        What::Claim(at, n) => {
            let (today, then) = procurement(site, at)?;
            let id = &today.claims.get(usize::from(n))?.id;
            let claim = then.claims.iter().find(|claim| claim.id == *id)?;
            let steps = claim.steps.iter().map(|step| &step.text);
            let texts = std::iter::once(&claim.demanded).chain(&claim.outcome).chain(steps);
            Some(Shown {
                href: site.href(Page::Claim(then.id.clone(), id.clone())),
                title: site.text(&claim.title).to_owned(),
                lang: None,
                kind: site.t(kind::claim_kind(claim.kind)),
                about: dated(site, claim.steps.first()?.date, then),
                texts: texts.map(|text| site.text(text)).collect(),
            })
        }
        What::Plan(at, n) => {
            let (today, then) = procurement(site, at)?;
            let id = &today.plans.get(usize::from(n.0))?.id;
            let plan = then.plans.iter().find(|plan| plan.id == *id)?;
            let milestones = today.milestones.iter().filter(|milestone| {
                milestone.schedule.baselines().any(|baseline| baseline.plan == n)
            });
            let texts = plan.note.iter().chain(milestones.map(|milestone| &milestone.name));
            Some(Shown {
                href: format!("{}#{id}", site.href(Page::Procurement(then.id.clone()))),
                title: site.fill(Key::NewsPlan, &[("who", site.text(&plan.by))]),
                lang: None,
                kind: site.t(Key::FindPlan),
                about: dated(site, plan.announced, then),
                texts: texts.map(|text| site.text(text)).collect(),
            })
        }
        What::Party(at) => {
            let party = site.dataset.parties.get(usize::from(at.0))?;
            Some(Shown {
                href: format!("{}#p-{}", site.href(Page::Register), party.id),
                title: site.text(&party.name).to_owned(),
                lang: None,
                kind: site.t(Key::FindParty),
                about: vec![formerly(site, at)],
                texts: vec![],
            })
        }
        What::Region(at) => {
            let id = &site.today.regions.get(usize::from(at))?.id;
            let region = site.dataset.regions.iter().find(|region| region.id == *id)?;
            Some(Shown {
                href: format!("{}#r-{id}", site.href(Page::Register)),
                title: site.text(&region.name).to_owned(),
                lang: None,
                kind: site.t(Key::FindRegion),
                about: region.system.iter().chain(&region.next).cloned().collect(),
                texts: texts_of(site, &region.note),
            })
        }
        What::Source(at) => {
            let source = site.dataset.sources.get(usize::from(at.0))?;
            Some(from_source(site, source))
        }
    }
}

fn from_source(site: Site, source: &'static Source) -> Shown {
    let date = source.published.map(|date| site.date(date));
    let publisher = source.title.as_ref().map(|_| source.publisher.clone());
    Shown {
        href: format!("{}#{}", site.href(Page::Sources), source.id),
        title: source.title.as_ref().unwrap_or(&source.publisher).clone(),
        lang: source.title.as_ref().map(|_| source.language.code()),
        kind: site.t(Key::FindSource),
        about: publisher.into_iter().chain(date).collect(),
        texts: texts_of(site, &source.note),
    }
}

/// A procurement as it is today, whose places the index tells, and as it was known on the day.
fn procurement(
    site: Site,
    at: ProcurementRef,
) -> Option<(&'static Procurement, &'static Procurement)> {
    let of = |all: &'static [Procurement]| all.get(usize::from(at.0));
    Some((of(&site.today.procurements)?, of(&site.dataset.procurements)?))
}

fn dated(site: Site, date: PartialDate, procurement: &'static Procurement) -> Vec<String> {
    vec![site.date(date), site.text(&procurement.name).to_owned()]
}

fn texts_of(site: Site, text: &'static Option<Text>) -> Vec<&'static str> {
    text.iter().map(|text| site.text(text)).collect()
}

/// "tidigare Cerner", where a party had other names.
pub fn formerly(site: Site, party: crate::model::PartyRef) -> String {
    let names: Vec<&str> =
        site.dataset.party(party).former.iter().map(|former| former.name.as_str()).collect();
    match names.is_empty() {
        true => String::new(),
        false => site.fill(Key::FormerNames, &[("names", &names.join(", "))]),
    }
}
