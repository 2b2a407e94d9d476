//! The facts and words as `data/` and `locales/` have them, and the addresses that follow.

use super::House;
use std::sync::OnceLock;
use utlovat::analysis::search::fold;
use utlovat::analysis::{compare, knowledge};
use utlovat::data::folder;
use utlovat::i18n::{Messages, locale};
use utlovat::model::{Claim, Dataset, Day, Id, Lang, Party, Procurement, SiteSettings};
use utlovat::open_data::Publication;
use utlovat::open_data::ledger::Ledger;
use utlovat::open_data::tables::tables;
use utlovat::route::{Address, Document, Known, Of, Page};

/// All facts.
pub fn dataset() -> &'static Dataset {
    static DATASET: OnceLock<Dataset> = OnceLock::new();
    DATASET.get_or_init(|| folder::read(&xtask::tools::root().expect("the checkout")).0)
}

/// Whose site it is, and what it shows.
pub fn settings() -> &'static SiteSettings {
    static SETTINGS: OnceLock<SiteSettings> = OnceLock::new();
    SETTINGS.get_or_init(|| folder::read_site(&xtask::tools::root().expect("the checkout")).0)
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static Messages {
    static WORDS: OnceLock<[Messages; 2]> = OnceLock::new();
    let both = WORDS.get_or_init(|| {
        let root = xtask::tools::root().expect("the checkout");
        let text = |lang: Lang| {
            let file = root.join(format!("locales/{}.toml", lang.code()));
            std::fs::read_to_string(file).expect("the words")
        };
        let texts = [(Lang::Sv, text(Lang::Sv)), (Lang::En, text(Lang::En))];
        let (mut read, _) = locale::read(&texts.each_ref().map(|(lang, text)| (*lang, &**text)));
        [Lang::Sv, Lang::En]
            .map(|lang| read.remove(&lang).expect("both languages").of_site(settings()))
    });
    both.iter().find(|words| words.lang() == lang).expect("both languages")
}

/// What the address may name.
pub fn known() -> Known<'static> {
    let procurements = &dataset().procurements;
    let (first_year, last_year) = utlovat::chart::timeline::years(procurements);
    let procurements = procurements.iter().map(|p| &p.id).collect();
    Known { procurements, first_year, last_year, last_day: dataset().reviewed }
}

/// How many lanes the timeline has for who has chosen nothing.
pub fn lanes() -> usize {
    dataset().followed().count()
}

/// The procurement that tests choose: the followed one of which most claims are told.
pub fn one() -> &'static Procurement {
    dataset().followed().max_by_key(|one| one.claims.len()).expect("a followed procurement")
}

/// A day on which half of what is known today was known.
pub fn a_day() -> Day {
    let days = days_of_followed();
    days[days.len() / 2]
}

/// The days on which something became known of what is followed, of regions or of names: those
/// that pages offer who show nothing else.
pub fn days_of_followed() -> Vec<Day> {
    let mut shown = dataset().clone();
    for one in shown.procurements.iter_mut().filter(|one| one.comparator) {
        // Of an outline no day is told.
        one.outline = true;
    }
    knowledge::days(&shown)
}

/// The year of that day, in which much happened.
pub fn a_year() -> i16 {
    a_day().year()
}

/// A party with the name that it had before, if any has another today; its two names are not
/// parts of each other.
pub fn renamed() -> Option<(&'static Party, &'static str)> {
    let unlike = |party: &Party, former: &str| {
        Lang::ALL.iter().all(|lang| {
            let name = party.name.get(*lang);
            !name.contains(former) && !former.contains(name)
        })
    };
    dataset().parties.iter().find_map(|party| {
        let former = party.former.last()?.name.as_str();
        unlike(party, former).then_some((party, former))
    })
}

/// A name as somebody types it who has no letters with marks.
pub fn typed(name: &str) -> String {
    fold(name).trim().to_owned()
}

/// The same in an address.
pub fn query(name: &str) -> String {
    url::form_urlencoded::byte_serialize(typed(name).as_bytes()).collect()
}

/// The path of a page.
pub fn path(lang: Lang, page: Page) -> String {
    format!("/{}", Address::new(lang, page))
}

/// One page of each type that hydrates by itself; the not-found page is Swedish only.
pub fn lively(lang: Lang) -> Vec<String> {
    let mut pages = plain();
    let procurement = one();
    pages.push(Page::Procurement(procurement.id.clone()));
    let event = procurement.events.get(procurement.events.len() / 2);
    pages.extend(event.map(|it| Page::Event(procurement.id.clone(), it.id.clone())));
    let claim = procurement.claims.first();
    pages.extend(claim.map(|it| Page::Claim(procurement.id.clone(), it.id.clone())));
    if lang == Lang::Sv {
        pages.push(Page::NotFound);
    }
    pages.into_iter().map(|page| path(lang, page)).collect()
}

/// One page of each type, embeds too.
pub fn each_type(lang: Lang) -> Vec<String> {
    let mut paths = lively(lang);
    let one = &one().id;
    let embeds = embeds(None).into_iter().chain(embeds(Some(one))).chain(embeds_of_parts());
    paths.extend(embeds.map(|page| path(lang, page)));
    paths.push(path(lang, Page::Reuse(&Page::Timeline, Of::One(one.clone()))));
    // Those with a text of their own, and one table.
    paths
        .extend(documents(lang).into_iter().take(Document::texts(&settings().shown()).count() + 1));
    paths
}

/// The embeds of all procurements or of one, as the built site has them.
pub fn embeds(only: Option<&Id>) -> Vec<Page> {
    let site = House::folder();
    let is_there = |page: &Page| {
        let address = Address::new(Lang::Sv, page.clone());
        site.join(address.to_string()).join("index.html").is_file()
    };
    let of = || only.map_or(Of::All, |id| Of::One(id.clone()));
    Page::plain().map(|page| Page::Embed(page, of())).filter(is_there).collect()
}

/// The embed of a claim with the most to tell, and that of a pair.
pub fn embeds_of_parts() -> Vec<Page> {
    let claims =
        dataset().procurements.iter().flat_map(|one| one.claims.iter().map(move |it| (one, it)));
    let parts = |(_, claim): &(&Procurement, &Claim)| {
        claim.steps.len() + claim.demands.len() + claim.losses.len() + claim.received.len()
    };
    let claim = claims.max_by_key(parts).map(|(one, claim)| {
        Page::Embed(&Page::Claims, Of::Claim(one.id.clone(), claim.id.clone()))
    });
    let pairs = compare::pairs(dataset()).into_iter().take(1);
    let pairs = pairs.map(|[one, other]| {
        Page::Embed(&Page::Compare, Of::Pair(one.id.clone(), other.id.clone()))
    });
    claim.into_iter().chain(pairs).collect()
}

/// Whether a page comes alive: embeds wait for their reader, and what is only read needs nothing.
pub fn comes_alive(path: &str) -> bool {
    !path.starts_with("/embed/") && !path.contains("/data/")
}

/// Every page of plain reading.
pub fn documents(lang: Lang) -> Vec<String> {
    let publication = Publication {
        settings: settings(),
        dataset: dataset(),
        root: "/",
        messages: &[],
        ledger: &Ledger::default(),
    };
    let tables = tables(publication).into_iter().map(|table| Document::Table(table.name));
    let all = Document::texts(&settings().shown()).chain(tables);
    all.map(|document| format!("/{}", document.path(lang))).collect()
}

/// Every page but those of events and claims, of which the first, the last and one between, and
/// but those of how a part of a figure is taken along, which are like those of the whole ones.
pub fn most(lang: Lang) -> Vec<String> {
    let mut pages = every_page();
    pages.retain(|page| !matches!(page, Page::Reuse(_, Of::One(_) | Of::Claim(..) | Of::Pair(..))));
    for procurement in &dataset().procurements {
        let events = &procurement.events;
        let claims = &procurement.claims;
        let left_out = |at: usize, count: usize| ![0, count / 2, count - 1].contains(&at);
        pages.retain(|page| match page {
            Page::Event(id, event) if *id == procurement.id => !events
                .iter()
                .position(|e| e.id == *event)
                .is_some_and(|at| left_out(at, events.len())),
            Page::Claim(id, claim) if *id == procurement.id => !claims
                .iter()
                .position(|c| c.id == *claim)
                .is_some_and(|at| left_out(at, claims.len())),
            _ => true,
        });
    }
    pages.into_iter().map(|page| path(lang, page)).collect()
}

/// Every path of every language.
pub fn every_path() -> Vec<String> {
    let mut paths: Vec<String> = Lang::ALL
        .into_iter()
        .flat_map(|lang| every_page().into_iter().map(move |page| path(lang, page)))
        .collect();
    let parts = every_embed_of_a_part();
    // Each embed has a page that tells how to take it along.
    let reused = every_page().into_iter().chain(parts.clone()).filter_map(|page| match page {
        Page::Embed(home, of) => Some(Page::Reuse(home, of)),
        _ => None,
    });
    let more: Vec<Page> = reused.chain(parts).collect();
    for lang in Lang::ALL {
        paths.extend(more.iter().map(|page| path(lang, page.clone())));
    }
    paths.push(path(Lang::Sv, Page::NotFound));
    paths.extend(Lang::ALL.into_iter().flat_map(documents));
    paths
}

fn every_page() -> Vec<Page> {
    let mut pages = plain();
    pages.extend(embeds(None));
    for procurement in &dataset().procurements {
        let id = &procurement.id;
        pages.push(Page::Procurement(id.clone()));
        pages.extend(embeds(Some(id)));
        pages.extend(procurement.events.iter().map(|e| Page::Event(id.clone(), e.id.clone())));
        pages.extend(procurement.claims.iter().map(|c| Page::Claim(id.clone(), c.id.clone())));
    }
    pages
}

/// The embeds of single claims and of pairs.
fn every_embed_of_a_part() -> Vec<Page> {
    let mut pages = vec![];
    for one in &dataset().procurements {
        let of = |claim: &Claim| Of::Claim(one.id.clone(), claim.id.clone());
        pages.extend(one.claims.iter().map(|it| Page::Embed(&Page::Claims, of(it))));
    }
    let pair = |[one, other]: [&Procurement; 2]| Of::Pair(one.id.clone(), other.id.clone());
    let pairs = compare::pairs(dataset()).into_iter();
    pages.extend(pairs.map(|it| Page::Embed(&Page::Compare, pair(it))));
    pages
}

fn plain() -> Vec<Page> {
    Page::plain().cloned().collect()
}
