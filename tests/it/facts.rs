//! The facts of a page come in files: what they make together, and that a page needs no more of
//! them than it asks for.

use super::knowledge::rewritten::{some_dataset, two_days};
use super::pages::{Edition, WORDS};
use super::project::{COMPARED, TOY};
use proptest::prelude::*;
use std::collections::BTreeSet;
use utlovat::analysis::knowledge::{as_of, days, first_day};
use utlovat::app::facts::{Facts, Head, Index, Part, Published, Words, divisible};
use utlovat::app::needs::{Needs, at_start, needs};
use utlovat::data::publish::edition;
use utlovat::model::{Dataset, Day, Id, Lang, Procurement, ProcurementRef};
use utlovat::route::{Page, Selection};

/// The files of an edition.
struct Files {
    head: Head,
    index: Index,
    parts: Vec<Part>,
}

impl Files {
    fn of(edition: &Dataset) -> Files {
        let places = (0..).map(ProcurementRef).take(edition.procurements.len());
        let parts: Vec<Part> = places.map(|at| Part::of(edition, at)).collect();
        let names = edition.procurements.iter().map(|one| format!("facts-{}.bin", one.id));
        let index = Index::of(edition, &parts, names.collect());
        Files { head: Head::of(edition), index, parts }
    }

    /// The facts of a page that has fetched what it needs, from the bytes of the files.
    fn facts(&self, needs: &Needs) -> Facts {
        let mut facts = Facts::new(self.head.clone());
        for part in self.parts.iter().filter(|one| needs.procurements.contains(&one.procurement.id))
        {
            let bytes = part.to_bytes().expect("a file");
            facts.add_part(Part::from_bytes(&bytes).expect("the same file"));
        }
        if needs.index {
            let bytes = self.index.to_bytes().expect("a file");
            facts.add_index(Index::from_bytes(&bytes).expect("the same file"));
        }
        facts
    }

    fn edition(&self, needs: &Needs, lang: Lang) -> Edition {
        Edition::new(&self.facts(needs).dataset(), lang)
    }
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
            for at in 0..=files.parts.len() {
                let mut facts = Facts::new(files.head.clone());
                let (first, rest) = files.parts.split_at(at);
                first.iter().for_each(|part| facts.add_part(part.clone()));
                facts.add_index(files.index.clone());
                rest.iter().for_each(|part| facts.add_part(part.clone()));
                assert!(facts.dataset() == whole, "the index came after {at}");
            }
        }
    }
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
    let outlines = files.facts(&Needs { index: true, procurements: vec![] }).dataset();
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
    let words = Words { messages: WORDS[&Lang::Sv].clone(), head: Head::of(&whole) };
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
        let outlines = files.facts(&Needs { index: true, procurements: vec![] }).dataset();
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
            let here = as_of(&files.facts(&alone).dataset(), day);
            prop_assert_eq!(here.procurement(one.id.as_str()), there.procurement(one.id.as_str()));
        }
    }
}
