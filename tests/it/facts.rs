//! The facts of a page come in files: what they make together, and that a page needs no more of
//! them than it asks for.

use super::knowledge::rewritten::{some_dataset, two_days};
use super::pages::{Edition, WORDS};
use super::project::{COMPARED, TOY};
use proptest::prelude::*;
use std::collections::BTreeSet;
use utlovat::analysis::knowledge::{as_of, days, first_day};
use utlovat::app::facts::{Head, Index, Loaded, OfSite, Part, Published, Words, divisible};
use utlovat::data::publish::edition;
use utlovat::model::{Dataset, Day, Id, Lang, Procurement, ProcurementRef};
use utlovat::route::{Page, Selection};
use utlovat::view::page::needs::{Needs, at_start, needs};

/// The files of an edition.
struct Files {
    head: Head,
    index: Index,
    parts: Vec<Part>,
}

/// Where the index lies.
pub const INDEX: &str = "assets/index.bin";

impl Files {
    fn of(edition: &Dataset) -> Files {
        let places = (0..).map(ProcurementRef).take(edition.procurements.len());
        let parts: Vec<Part> = places.map(|at| Part::of(edition, at)).collect();
        let names = edition.procurements.iter().map(|one| format!("facts-{}.bin", one.id));
        let index = Index::of(edition, &parts, names.collect());
        Files { head: Head::of(edition, INDEX.to_owned(), OfSite::default()), index, parts }
    }

    /// The bytes of a file.
    fn bytes(&self, file: &str) -> Vec<u8> {
        let part = self.index.files.iter().position(|name| name == file);
        match part {
            Some(at) => self.parts[at].to_bytes(),
            None => self.index.to_bytes(),
        }
        .expect("a file")
    }

    /// What of the facts has come, when all that is needed has been asked for.
    fn loaded(&self, needs: &Needs) -> Loaded {
        let mut loaded = Loaded::new(self.head.clone());
        // A page that shows one procurement names its file; it needs no index to find it.
        for part in self.parts.iter().filter(|one| needs.procurements.contains(&one.procurement.id))
        {
            loaded.add("a part", &part.to_bytes().expect("a file")).expect("the same file");
        }
        if needs.index {
            loaded.add(INDEX, &self.bytes(INDEX)).expect("the same file");
        }
        assert_eq!(loaded.missing(needs), [""; 0]);
        loaded
    }

    fn dataset(&self, needs: &Needs) -> Dataset {
        self.loaded(needs).dataset(needs)
    }

    fn edition(&self, needs: &Needs, lang: Lang) -> Edition {
        Edition::new(&self.dataset(needs), lang)
    }
}

fn everything(dataset: &Dataset) -> Needs {
    let procurements = dataset.procurements.iter().map(|one| one.id.clone()).collect();
    Needs { procurements, ..Needs::outlines() }
}

fn whole(dataset: &Dataset, lang: Lang) -> Dataset {
    divisible(edition(dataset, lang))
}

#[test]
fn index_and_procurements_make_the_whole_in_whatever_order_they_come() {
    for dataset in [&*TOY, &*COMPARED] {
        for lang in Lang::ALL {
            let whole = whole(dataset, lang);
            let files = Files::of(&whole);
            let needs = everything(&whole);
            for at in 0..=files.parts.len() {
                let mut loaded = Loaded::new(files.head.clone());
                let mut names = files.index.files.clone();
                names.insert(at, INDEX.to_owned());
                for name in names {
                    loaded.add(&name, &files.bytes(&name)).expect("a file");
                }
                assert_eq!(loaded.missing(&needs), [""; 0]);
                assert!(loaded.dataset(&needs) == whole, "the index came after {at}");
            }
        }
    }
}

#[test]
fn what_is_missing_is_asked_for_once_and_the_index_first() {
    let whole = whole(&COMPARED, Lang::Sv);
    let files = Files::of(&whole);
    let mut loaded = Loaded::new(files.head.clone());
    let needs = everything(&whole);
    assert_eq!(loaded.missing(&Needs::default()), [""; 0]);
    assert_eq!(loaded.missing(&needs), [INDEX]);
    loaded.add(INDEX, &files.bytes(INDEX)).expect("the index");
    assert_eq!(loaded.missing(&needs), *files.index.files);
    let first = &files.index.files[0];
    loaded.add(first, &files.bytes(first)).expect("a procurement");
    assert_eq!(loaded.missing(&needs), files.index.files[1..]);
    // There is no such procurement, so there is nothing to wait for.
    let nobody = Needs { procurements: vec![Id::parse("nobody").expect("an id")], index: false };
    assert_eq!(loaded.missing(&nobody), [""; 0]);
}

#[test]
fn a_page_is_made_from_what_it_needs_whatever_else_has_come() {
    let whole = whole(&COMPARED, Lang::Sv);
    let files = Files::of(&whole);
    let all = files.loaded(&everything(&whole));
    let one = Needs { index: false, procurements: vec![whole.procurements[1].id.clone()] };
    let among_all = all.dataset(&one);
    assert!(among_all.procurements == files.dataset(&one).procurements);
    assert!(all.dataset(&Needs::outlines()).procurements.iter().all(|one| one.outline));
}

#[test]
fn every_page_from_what_it_needs_is_the_page_from_the_whole_on_any_day() {
    let whole = whole(&COMPARED, Lang::Sv);
    let files = Files::of(&whole);
    let all = Edition::new(&whole, Lang::Sv);
    let stops: Vec<Day> = days(&COMPARED);
    let early = first_day(&COMPARED).map(|day| Day(day.0 - 1));
    let some = stops.iter().step_by(stops.len() / 6).copied();
    let days: Vec<Option<Day>> = [None, early].into_iter().chain(some.map(Some)).collect();
    for page in all.every_page() {
        for as_of in &days {
            let selection = Selection { as_of: *as_of, ..Selection::default() };
            let needs = needs(&page, &selection, &whole);
            let here = files.edition(&needs, Lang::Sv);
            let (here, all) = match as_of {
                Some(day) => (here.as_of(*day), all.as_of(*day)),
                None => (here, Edition::new(&whole, Lang::Sv)),
            };
            let (here, all) = (here.body(page.clone()), all.body(page.clone()));
            assert!(here == all, "{page:?} on {as_of:?}:\n{}", difference(&here, &all));
        }
    }
}

#[test]
fn every_choice_from_what_it_needs_is_that_of_the_whole() {
    let whole = whole(&COMPARED, Lang::En);
    let files = Files::of(&whole);
    let all = Edition::new(&whole, Lang::En);
    let ids: Vec<&Id> = whole.procurements.iter().map(|one| &one.id).collect();
    let mut queries = vec!["?kind=use".to_owned(), "?from=2020".to_owned()];
    queries.extend(ids.iter().map(|id| format!("?procurement={id}")));
    queries.push(format!("?procurement={},{}&as-of=2019-01-01", ids[0], ids[2]));
    for page in [Page::Timeline, Page::Claims, Page::Compare, Page::Changes] {
        for query in &queries {
            let selection = Selection::parse(query, &all.site.known()).0;
            let here = files.edition(&needs(&page, &selection, &whole), Lang::En);
            let (here, all) = (here.chosen(page.clone(), query), all.chosen(page.clone(), query));
            assert!(here == all, "{page:?}{query}:\n{}", difference(&here, &all));
        }
    }
}

/// Where two texts begin to differ.
fn difference(one: &str, other: &str) -> String {
    let at = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let near = |text: &str| text.chars().skip(at.saturating_sub(120)).take(240).collect::<String>();
    format!("{}\n---\n{}", near(one), near(other))
}

#[test]
fn what_is_needed_is_the_same_whatever_is_here_of_it() {
    let whole = whole(&COMPARED, Lang::Sv);
    let files = Files::of(&whole);
    let outlines = files.dataset(&Needs::outlines());
    assert!(outlines.procurements.iter().all(|one| one.outline));
    let all = Edition::new(&whole, Lang::Sv);
    let days = days(&COMPARED);
    for page in all.every_page() {
        for as_of in [None, Some(days[days.len() / 3]), Some(days[days.len() / 2])] {
            let selection = Selection { as_of, ..Selection::default() };
            assert_eq!(
                needs(&page, &selection, &outlines),
                needs(&page, &selection, &whole),
                "{page:?}"
            );
        }
        let started = at_start(&page, &outlines).procurements;
        let needed = needs(&page, &Selection::default(), &outlines).procurements;
        assert!(
            started.iter().all(|id| needed.contains(id)),
            "{page:?} fetches what it does not need"
        );
    }
}

#[test]
fn an_outline_has_no_words_and_tells_no_source() {
    let whole = whole(&TOY, Lang::Sv);
    let files = Files::of(&whole);
    let text = serde_json::to_string(&files.index.procurements).expect("it serializes");
    for procurement in &whole.procurements {
        assert!(text.contains(procurement.name.get(Lang::Sv)));
        for event in &procurement.events {
            assert!(!text.contains(event.title.get(Lang::Sv)), "{}", event.id);
            assert!(!text.contains(event.id.as_str()), "{}", event.id);
        }
    }
    // Of a source that only a procurement rests on, the index may tell when it was out.
    let regions: BTreeSet<_> = whole.regions.iter().flat_map(|region| &region.sources).collect();
    for (at, source) in files.index.sources.iter().filter(|(at, _)| !regions.contains(at)) {
        assert!(
            source.url.is_empty()
                || files.parts.iter().all(|part| { part.sources.iter().all(|(own, _)| own != at) }),
            "{}",
            source.id
        );
    }
}

/// The toy facts so many times.
fn many(times: usize) -> Dataset {
    let mut dataset = TOY.clone();
    for n in 1..times {
        for mut one in TOY.procurements.clone() {
            one.id = Id::parse(&format!("{}-{n}", one.id)).expect("an id");
            dataset.procurements.push(one);
        }
    }
    dataset
}

#[test]
fn a_page_of_many_procurements_tells_some_names_all_and_fetches_no_more() {
    let whole = whole(&many(60), Lang::Sv);
    let count = whole.procurements.len();
    let files = Files::of(&whole);
    let all = Edition::new(&whole, Lang::Sv);
    let last = whole.procurements.last().expect("a procurement");
    for page in [Page::Overview, Page::Timeline, Page::Compare, Page::Claims] {
        let needs = needs(&page, &Selection::default(), &whole);
        let fetched = needs.procurements.len();
        assert!(fetched > 1 && fetched * 2 < count, "{page:?} fetches {fetched} of {count}");
        let here = files.edition(&needs, Lang::Sv).body(page.clone());
        let there = all.body(page.clone());
        assert!(here == there, "{page:?}:\n{}", difference(&here, &there));
        for one in
            whole.procurements.iter().filter(|one| page != Page::Claims || !one.claims.is_empty())
        {
            let link = format!("/upphandling/{}/", one.id);
            assert!(there.contains(&link), "{page:?} does not name {}", one.id);
        }
    }
    // Whoever chooses one of the others gets it.
    let chosen = Selection { procurements: vec![last.id.clone()], ..Selection::default() };
    for page in [Page::Timeline, Page::Compare] {
        assert_eq!(needs(&page, &chosen, &whole).procurements, chosen.procurements);
    }
}

#[test]
fn the_index_grows_slower_than_the_facts() {
    let grown = |times: usize| {
        let dataset = many(times);
        let files = Files::of(&whole(&dataset, Lang::Sv));
        let parts: usize =
            files.parts.iter().map(|part| part.to_bytes().expect("a file").len()).sum();
        (files.index.to_bytes().expect("a file").len(), parts)
    };
    let (index, parts) = grown(2);
    let (more, many) = grown(22);
    let (index, parts) = (more - index, many - parts);
    assert!(index * 6 < parts, "{index} bytes of index for {parts} bytes of facts");
}

#[test]
fn a_file_that_is_cut_short_is_refused() {
    let whole = whole(&TOY, Lang::Sv);
    let part = Part::of(&whole, ProcurementRef(0)).to_bytes().expect("a file");
    assert!(Part::from_bytes(&part).is_ok());
    assert!(Part::from_bytes(&part[..part.len() / 2]).is_err());
    let words = Words {
        messages: WORDS[&Lang::Sv].clone(),
        head: Head::of(&whole, INDEX.to_owned(), OfSite::default()),
    };
    let bytes = words.to_bytes().expect("a file");
    assert!(Words::from_bytes(&bytes).is_ok_and(|read| read == words));
    assert!(Words::from_bytes(&bytes[..9]).is_err());
}

proptest! {
    /// What an outline tells of a day is what the whole tells: whether anything was known, which
    /// events and promises, and what had been chosen.
    #[test]
    fn an_outline_knows_its_days(today in some_dataset(), (day, _) in two_days()) {
        let whole = whole(&today, Lang::Sv);
        let files = Files::of(&whole);
        let outlines = files.dataset(&Needs::outlines());
        let (there, here) = (as_of(&whole, day), as_of(&outlines, day));
        prop_assert_eq!(first_day(&outlines), first_day(&whole));
        for (there, here) in there.procurements.iter().zip(&here.procurements) {
            prop_assert_eq!(there.is_empty(), here.is_empty(), "{} on {:?}", there.id, day);
            prop_assert_eq!(&there.product, &here.product);
            let events = |one: &Procurement| -> Vec<_> {
                one.events.iter().map(|event| (event.date, event.kind, event.landmark)).collect()
            };
            prop_assert_eq!(events(there), events(here));
            let promises = |one: &Procurement| -> Vec<_> {
                let all = one.milestones.iter().flat_map(|one| one.schedule.baselines());
                all.map(|baseline| (baseline.plan, baseline.promised)).collect()
            };
            prop_assert_eq!(promises(there), promises(here));
        }
    }

    /// A procurement by itself tells the same of a day as among the others, though others rest on
    /// the same sources.
    #[test]
    fn a_procurement_by_itself_knows_its_days(today in some_dataset(), (day, _) in two_days()) {
        let whole = whole(&today, Lang::Sv);
        let files = Files::of(&whole);
        let there = as_of(&whole, day);
        for one in &whole.procurements {
            let alone = Needs { index: false, procurements: vec![one.id.clone()] };
            let here = as_of(&files.dataset(&alone), day);
            prop_assert_eq!(here.procurement(one.id.as_str()), there.procurement(one.id.as_str()));
        }
    }
}
