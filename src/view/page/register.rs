//! Everything that has a name, from A to Z: the way to the facts for whoever does not search.

use crate::analysis::search::{self, Letter, Named, Thing, places};
use crate::i18n::Key;
use crate::model::{PartyRef, Procurement, ProcurementRef};
use crate::route::Page;
use crate::view::found::formerly;
use crate::view::markup::{maybe, words};
use crate::view::{Gathered, Markup, Site, html};

pub fn register(site: Site) -> Markup {
    let letters = search::register(site.today, site.dataset, site.lang());
    let jumps = letters.iter().enumerate().map(|(at, letter)| {
        html! { li { a href=(format!("#letter-{at}")) { (letter.letter) } } }
    });
    html! {
        h1 tabindex="-1" { (site.t(Key::RegisterTitle)) }
        p class="lead" { (site.t(Key::RegisterLead)) }
        nav class="contents letters" aria-label=(site.t(Key::RegisterLetters)) {
            ul { (jumps.gathered()) }
        }
        (letters.iter().enumerate().map(|(at, letter)| section(site, at, letter)).gathered())
    }
}

fn section(site: Site, at: usize, letter: &Letter) -> Markup {
    let names = letter.names.iter().map(|named| line(site, named)).gathered();
    html! {
        section class="letter" {
            h2 id=(format!("letter-{at}")) { (letter.letter) }
            ul class="register" { (names) }
        }
    }
}

/// A name, as a link where it has a page of its own, and what bears it.
fn line(site: Site, named: &Named) -> Markup {
    let page = named.things.iter().find_map(|thing| page_of(site, *thing));
    html! {
        li {
            @if let Some(page) = page { a href=(site.href(page)) { (named.name) } }
            @else { b { (named.name) } }
            (named.things.iter().map(|thing| about(site, *thing)).gathered())
        }
    }
}

fn procurement_at(site: Site, at: ProcurementRef) -> &'static Procurement {
    site.dataset.procurement_at(at)
}

/// The page that a thing has to itself.
fn page_of(site: Site, thing: Thing) -> Option<Page> {
    match thing {
        Thing::Procurement(at) => Some(Page::Procurement(procurement_at(site, at).id.clone())),
        Thing::Claim(at, claim) => {
            let procurement = procurement_at(site, at);
            Some(Page::Claim(procurement.id.clone(), procurement.claims.get(claim)?.id.clone()))
        }
        _ => None,
    }
}

/// What a thing is, and where it stands.
fn about(site: Site, thing: Thing) -> Markup {
    match thing {
        Thing::Procurement(at) => {
            let product = procurement_at(site, at).product.as_deref();
            note(None, site.t(Key::FindProcurement), words(product.unwrap_or_default()))
        }
        Thing::Claim(at, _) => {
            note(None, site.t(Key::ClaimsWord), link(site, procurement_at(site, at)))
        }
        Thing::Party(party) => {
            let former = formerly(site, party);
            let id = format!("p-{}", site.dataset.party(party).id);
            let what = html! {
                @if !former.is_empty() { (former) " · " }
                (where_named(site, party))
            };
            note(Some(id), site.t(Key::FindParty), what)
        }
        Thing::Former(party) => {
            let href = format!("#p-{}", site.dataset.party(party).id);
            let now = html! { (site.t(Key::NameNow)) " " a href=(href) { (site.party(party)) } };
            note(None, site.t(Key::FindParty), now)
        }
        Thing::Region(at) => {
            let Some(region) = site.dataset.regions.get(at) else { return Markup::default() };
            let blank = |key: Key, system: &str| site.fill(key, &[("system", system)]);
            let systems = [
                region.system.as_ref().map(|system| blank(Key::RegisterSystem, system)),
                region.next.as_ref().map(|system| blank(Key::RegisterNext, system)),
            ];
            let systems: Vec<String> = systems.into_iter().flatten().collect();
            let home = region.procurement.map(|at| procurement_at(site, at));
            let home = home.filter(|procurement| !procurement.is_empty());
            let what = html! {
                (systems.join(", "))
                @if let Some(home) = home { " · " (link(site, home)) }
            };
            note(Some(format!("r-{}", region.id)), site.t(Key::FindRegion), what)
        }
        Thing::Publisher(count, first) => {
            let href = format!("{}#{}", site.href(Page::Sources), site.dataset.source(first).id);
            let count = match count {
                1 => site.t(Key::OneSource).to_owned(),
                n => site.fill(Key::SourcesCount, &[("n", &n.to_string())]),
            };
            note(None, site.t(Key::FindPublisher), html! { a href=(href) { (count) } })
        }
    }
}

fn note(id: Option<String>, kind: &'static str, what: Markup) -> Markup {
    html! { span class="note" id=[id] { span class="tag" { (kind) } (what) } }
}

/// The procurements in which a party is named.
fn where_named(site: Site, party: PartyRef) -> Markup {
    let homes = places(site.dataset, party).into_iter().enumerate().map(|(n, at)| {
        html! { @if n > 0 { ", " } (link(site, procurement_at(site, at))) }
    });
    maybe(Some(homes.gathered()))
}

fn link(site: Site, procurement: &'static Procurement) -> Markup {
    html! {
        a href=(site.href(Page::Procurement(procurement.id.clone()))) {
            (site.text(&procurement.name))
        }
    }
}
