//! Everything that has a name, from A to Z: the way to the facts for whoever does not search.

use super::needs::PageFacts;
use super::spec::{About, Chunk, PageContent, PageSpec};
use super::text;
use crate::analysis::search::{self, Named, Thing, places};
use crate::i18n::{Key, words};
use crate::model::{Procurement, ProcurementRef};
use crate::route::Page;
use crate::view::found::formerly;
use crate::view::glossary::Terms;
use crate::view::{Markup, Site, html};

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    header: None,
    footer: Some(Key::RegisterTitle),
    of_many: true,
    facts: PageFacts::OF_ALL,
    chunk: Some(Chunk::Texts),
};

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, _| About::words(site, Key::RegisterTitle, Key::RegisterDescription),
    blocks: |state, _| Some(text("register", move || register(state.site))),
    figure: None,
    pictures: None,
    sources: None,
};

fn register(site: Site) -> Markup {
    let letters = search::register(site.today, site.dataset, site.lang());
    html! {
        h1 tabindex="-1" { (site.t(Key::RegisterTitle)) }
        p class="lead" { (Terms::new(site).link(site.t(Key::RegisterLead))) }
        nav class="contents letters" aria-label=(site.t(Key::RegisterLetters)) {
            ul {
                @for (at, letter) in letters.iter().enumerate() {
                    li { a href=(format!("#letter-{at}")) { (letter.letter) } }
                }
            }
        }
        @for (at, letter) in letters.iter().enumerate() {
            section class="letter" {
                h2 id=(format!("letter-{at}")) { (letter.letter) }
                ul class="register" {
                    @for named in &letter.names { li { (line(site, named)) } }
                }
            }
        }
    }
}

/// A name, as a link where it has a page of its own, and what bears it.
fn line(site: Site, named: &Named) -> Markup {
    let page = named.things.iter().find_map(|thing| match *thing {
        Thing::Procurement(at) => Some(home(site, at)),
        Thing::Claim(at, claim) => {
            let (procurement, page) = (site.dataset.procurement_at(at), home(site, at));
            let claim = procurement.claims.get(claim);
            claim.map(|claim| Page::Claim(procurement.id.clone(), claim.id.clone())).or(Some(page))
        }
        _ => None,
    });
    html! {
        @if let Some(page) = page { a href=(site.href(page)) { (named.name) } }
        @else { b { (named.name) } }
        @for thing in &named.things { (about(site, *thing)) }
    }
}

/// What a thing is, and where it stands.
fn about(site: Site, thing: Thing) -> Markup {
    let dataset = site.dataset;
    let (mut id, mut said, mut homes, mut kind) = (None, String::new(), vec![], Key::FindParty);
    // A link beside the procurements': to where, and its words.
    let mut beside = None;
    match thing {
        Thing::Procurement(at) => {
            kind = Key::FindProcurement;
            said = dataset.procurement_at(at).product.clone().unwrap_or_default();
        }
        Thing::Claim(at, _) => {
            kind = Key::ClaimsWord;
            homes.push(at);
        }
        Thing::Party(party) => {
            id = Some(format!("p-{}", dataset.party(party).id));
            said = formerly(site, party);
            homes = places(dataset, party);
        }
        Thing::Former(party) => {
            said = site.t(Key::NameNow).to_owned();
            let href = format!("#p-{}", dataset.party(party).id);
            beside = Some((href, site.party(party).to_owned()));
        }
        Thing::Region(at) => {
            let Some(region) = dataset.regions.get(at) else { return Markup::default() };
            kind = Key::FindRegion;
            id = Some(format!("r-{}", region.id));
            let now = region.system.iter();
            let now = now.map(|system| site.say(words::RegisterSystem { system }));
            let next = region.next.iter();
            let next = next.map(|system| site.say(words::RegisterNext { system }));
            said = now.chain(next).collect::<Vec<_>>().join(", ");
            let known = |at: &ProcurementRef| !dataset.procurement_at(*at).is_empty();
            homes.extend(region.procurement.filter(known));
        }
        Thing::Publisher(count, first) => {
            kind = Key::FindPublisher;
            let href = format!("{}#{}", site.href(Page::Sources), dataset.source(first).id);
            beside = Some((href, site.say(words::SourcesCount { n: count })));
        }
    }
    html! {
        span class="note" id=[id] {
            span class="tag" { (site.t(kind)) }
            (said)
            @if let Some((href, words)) = beside { " " a href=(href) { (words) } }
            @for (n, at) in homes.iter().enumerate() {
                @if n > 0 { ", " } @else if !said.is_empty() { " · " }
                a href=(site.href(home(site, *at))) { (name(site, *at)) }
            }
        }
    }
}

fn home(site: Site, at: ProcurementRef) -> Page {
    Page::Procurement(site.dataset.procurement_at(at).id.clone())
}

fn name<'a>(site: Site<'a>, at: ProcurementRef) -> &'a str {
    let procurement: &Procurement = site.dataset.procurement_at(at);
    site.text(&procurement.name)
}
