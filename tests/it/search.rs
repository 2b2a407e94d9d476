//! The search: what it finds, and on an earlier day nothing that was not known.

use super::pages::WORDS;
use super::project::{COMPARED, TOY};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};
use utlovat::analysis::knowledge::{Since, as_of, days, known_sources, named_parties};
use utlovat::analysis::search::{Index, What, find, register, search, words};
use utlovat::app::search_index::search_index;
use utlovat::i18n::format;
use utlovat::model::{Amount, Dataset, Day, Lang, PartyRef, SourceLanguage, SourceRef};

static SV: LazyLock<Index> = LazyLock::new(|| search_index(&COMPARED, &WORDS[&Lang::Sv]));
static EN: LazyLock<Index> = LazyLock::new(|| search_index(&COMPARED, &WORDS[&Lang::En]));

fn day(year: i16, month: u8, day: u8) -> Day {
    Day::new(year, month, day).expect("a day")
}

/// What a fact is called wherever it stands in the data set.
fn name(dataset: &Dataset, what: What) -> String {
    let procurement = |at: utlovat::model::ProcurementRef| dataset.procurement_at(at);
    match what {
        What::Procurement(at) => format!("procurement {}", procurement(at).id),
        What::Party(party) => format!("party {}", dataset.party(party).id),
        What::Region(at) => format!("region {}", dataset.regions[usize::from(at)].id),
        What::Claim(at, n) => {
            format!("{} claim {}", procurement(at).id, procurement(at).claims[usize::from(n)].id)
        }
        What::Event(at, n) => {
            format!("{} event {}", procurement(at).id, procurement(at).events[usize::from(n)].id)
        }
        What::Plan(at, n) => {
            format!("{} plan {}", procurement(at).id, procurement(at).plans[usize::from(n.0)].id)
        }
        What::Cost(at, n) => {
            format!("{} cost {}", procurement(at).id, procurement(at).costs[usize::from(n)].id)
        }
        What::Source(at) => format!("source {}", dataset.source(at).id),
    }
}

fn found(index: &Index, query: &str, day: Day) -> Vec<String> {
    let found = find(index, &words(query), day);
    found.into_iter().map(|what| name(&COMPARED, what)).collect()
}

#[test]
fn every_fact_has_its_entry() {
    let count = COMPARED
        .procurements
        .iter()
        .map(|one| 1 + one.events.len() + one.claims.len() + one.plans.len() + one.costs.len())
        .sum::<usize>()
        + COMPARED.parties.len()
        + COMPARED.regions.len()
        + COMPARED.sources.len();
    for index in [&SV, &EN] {
        assert_eq!(index.entries.len(), count);
        let bytes = index.to_bytes().expect("bytes");
        assert_eq!(Index::from_bytes(&bytes).as_ref(), Ok(&**index));
        assert!(Index::from_bytes(&bytes[..bytes.len() / 2]).is_err());
    }
}

#[test]
fn letters_without_diacritics_and_names_of_old_find_what_is_meant() {
    let today = COMPARED.reviewed;
    for (index, plain, capitals) in
        [(&SV, "toyregion vast", "TOYREGION VÄST"), (&EN, "toy region west", "TOY REGION WEST")]
    {
        let first = |query: &str| found(index, query, today).into_iter().next().unwrap_or_default();
        assert_eq!(first(plain), "procurement toy-west");
        assert_eq!(first(capitals), "procurement toy-west");
        assert_eq!(first("tinker"), "party toymaker");
        assert_eq!(first("toymaker health"), "party toymaker");
    }
    let (with, without) = (found(&SV, "överprövar", today), found(&SV, "overprovar", today));
    assert!(with.contains(&"toy-north claim appeal-2018".to_owned()), "{with:?}");
    assert_eq!(with, without);
    assert!(!found(&SV, "driftstarten 2022", today).is_empty());
    assert!(found(&SV, "jarnvag till manen", today).is_empty());
}

#[test]
fn words_of_several_fields_and_figures_find_a_claim_and_a_cost() {
    let today = COMPARED.reviewed;
    for (lang, index) in [(Lang::Sv, &SV), (Lang::En, &EN)] {
        for one in &COMPARED.procurements {
            for claim in &one.claims {
                let Some(Amount::Public(money)) = claim.demands.first().map(|it| &it.amount) else {
                    continue;
                };
                let named = COMPARED.party(claim.respondent).name.get(lang);
                let query = format!("{named} {}", format::money(lang, *money));
                let facts = found(index, &query, today);
                let wanted = format!("{} claim {}", one.id, claim.id);
                assert!(facts.contains(&wanted), "{query}: {facts:?}");
            }
            for cost in &one.costs {
                let query = format!("{} {}", one.name.get(lang), format::money(lang, cost.money));
                let facts = found(index, &query, today);
                let wanted = format!("{} cost {}", one.id, cost.id);
                assert!(facts.contains(&wanted), "{query}: {facts:?}");
            }
        }
    }
}

#[test]
fn facts_come_before_the_sources_that_tell_them() {
    for entry in SV.entries.iter().step_by(5) {
        for word in entry.parts.iter().flat_map(|part| part.words.split(' ')).take(3) {
            // A word inside another one comes last of all.
            let whole = |what: &What| {
                let entry = SV.entries.iter().find(|entry| entry.what == *what);
                entry.is_some_and(|entry| {
                    let mut words = entry.parts.iter().flat_map(|part| part.words.split(' '));
                    words.any(|own| own.starts_with(word))
                })
            };
            let all: Vec<What> = find(&SV, &words(word), COMPARED.reviewed);
            let ranks: Vec<(bool, bool)> =
                all.iter().map(|what| (!whole(what), what.is_source())).collect();
            assert!(ranks.is_sorted(), "{word}: {all:?}");
        }
    }
}

#[test]
fn a_misspelt_name_finds_what_is_meant() {
    for one in &COMPARED.procurements {
        let Some(product) = one.product.as_ref().filter(|name| name.len() > 5) else { continue };
        let mut typed = product.clone();
        typed.remove(2);
        let answer = search(&SV, &words(&typed), COMPARED.reviewed);
        let names: Vec<String> = answer.facts.iter().map(|what| name(&COMPARED, *what)).collect();
        assert!(names.contains(&format!("procurement {}", one.id)), "{typed}: {names:?}");
        assert!(answer.taken.contains(&words(product)[0]), "{typed}: {:?}", answer.taken);
    }
}

#[test]
fn the_headlines_of_sources_are_found_in_their_own_language() {
    let mut dataset = TOY.clone();
    let sources = Arc::make_mut(&mut dataset.sources);
    let finnish = sources.iter_mut().find(|it| it.language == SourceLanguage::Finnish);
    let source = finnish.expect("a Finnish source");
    source.title = Some("Kärkihanke käynnistyi hyvässä hengessä".to_owned());
    let id = format!("source {}", source.id);
    let index = search_index(&dataset, &WORDS[&Lang::En]);
    for typed in ["käynnistyi hyvässä", "kaynnistyi hyvassa"] {
        let found = find(&index, &words(typed), dataset.reviewed);
        let names: Vec<String> = found.into_iter().map(|what| name(&dataset, what)).collect();
        assert_eq!(names.first(), Some(&id), "{typed}: {names:?}");
    }
}

#[test]
fn every_title_finds_its_fact() {
    for index in [&SV, &EN] {
        for entry in index.entries.iter().step_by(9) {
            for title in entry.parts.iter().filter(|part| part.title && !part.words.is_empty()) {
                let found = find(index, &words(&title.words), COMPARED.reviewed);
                assert!(found.contains(&entry.what), "{}", title.words);
            }
        }
    }
}

#[test]
fn on_an_earlier_day_the_supplier_has_its_earlier_name_only() {
    let before = day(2020, 6, 1);
    let party = "party toymaker".to_owned();
    assert!(found(&SV, "tinker", before).contains(&party));
    assert!(!found(&SV, "toymaker health", before).contains(&party));
    assert!(found(&SV, "toymaker health", day(2021, 7, 1)).contains(&party));
    assert!(found(&SV, "tinker", day(1990, 1, 1)).is_empty());
}

#[test]
fn since_tells_what_was_known_on_a_day_the_other_way_round() {
    since_is_the_way_back(&COMPARED, 1);
}

/// What became known when is what each day tells, asked of every so-manieth day.
pub fn since_is_the_way_back(today: &Dataset, step: usize) {
    let since = Since::of(today);
    let (parties, sources) = (since.parties(), since.sources());
    for day in days(today).into_iter().step_by(step) {
        let then = as_of(today, day);
        for (now, then) in today.procurements.iter().zip(&then.procurements) {
            assert_eq!(since.procurement(now) <= day, !then.is_empty(), "{} on {day:?}", now.id);
        }
        let by =
            |all: &[Day]| -> Vec<usize> { (0..all.len()).filter(|at| all[*at] <= day).collect() };
        let named: Vec<usize> =
            named_parties(&then).into_iter().map(|PartyRef(at)| usize::from(at)).collect();
        assert_eq!(by(&parties), named, "parties on {day:?}");
        let known: Vec<usize> =
            known_sources(today, &then).into_iter().map(SourceRef::at).collect();
        assert_eq!(by(&sources), known, "sources on {day:?}");
    }
}

/// Words that are typed: those of some entries, and others.
fn some_query() -> impl Strategy<Value = String> {
    let own = any::<prop::sample::Index>().prop_map(|at| {
        let entry = &SV.entries[at.index(SV.entries.len())];
        let part = &entry.parts[at.index(entry.parts.len())];
        let all: Vec<&str> = part.words.split(' ').collect();
        all[at.index(all.len())].to_owned()
    });
    prop_oneof![8 => own, 1 => "[a-zåäö]{1,4}", 1 => "\\PC{0,20}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_day_finds_what_the_facts_of_that_day_would(
        at in any::<prop::sample::Index>(),
        queries in prop::collection::vec(some_query(), 20),
    ) {
        let days = days(&COMPARED);
        let day = days[at.index(days.len())];
        let then = as_of(&COMPARED, day);
        let fresh = search_index(&then, &WORDS[&Lang::Sv]);
        for query in queries {
            let facts = |index: &Index, dataset: &Dataset| -> BTreeSet<String> {
                // Sources stay in the data set of an earlier day: they are tested above.
                let found = find(index, &words(&query), day).into_iter();
                let found = found.filter(|what| !matches!(what, What::Source(_)));
                found.map(|what| name(dataset, what)).collect()
            };
            prop_assert_eq!(facts(&SV, &COMPARED), facts(&fresh, &then), "{} on {:?}", query, day);
        }
    }

    #[test]
    fn any_query_on_any_day_has_an_answer(query in "\\PC{0,60}", day in 10_000i32..22_000) {
        // Each fact is found once, and only what the index holds.
        let found = find(&SV, &words(&query), Day(day));
        let once: BTreeSet<String> = found.iter().map(|what| name(&COMPARED, *what)).collect();
        prop_assert_eq!(once.len(), found.len());
    }
}

#[test]
fn the_register_has_every_name_once_and_in_order() {
    for lang in Lang::ALL {
        let letters = register(&COMPARED, &COMPARED, lang);
        let names: Vec<&str> =
            letters.iter().flat_map(|one| &one.names).map(|one| &*one.name).collect();
        let once: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(names.len(), once.len());
        for name in ["Toymaker Health", "Tinker", "Puzzle"] {
            assert!(names.contains(&name), "{name} is not in the register");
        }
        let of: Vec<&str> = letters.iter().map(|one| &*one.letter).collect();
        let unlike: BTreeSet<&str> = of.iter().copied().collect();
        assert_eq!(of.len(), unlike.len(), "a letter stands once: {of:?}");
    }
    let then = as_of(&COMPARED, day(2020, 6, 1));
    let names: Vec<String> = register(&COMPARED, &then, Lang::Sv)
        .into_iter()
        .flat_map(|one| one.names)
        .map(|one| one.name)
        .collect();
    assert!(names.contains(&"Tinker".to_owned()) && !names.contains(&"Toymaker Health".to_owned()));
    assert!(register(&TOY, &as_of(&TOY, Day(0)), Lang::En).is_empty());
}
