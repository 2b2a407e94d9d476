//! Which facts answer to words, the best first.

use super::index::{Entry, Index, Part, What};
use super::slip::one_slip;
use crate::model::Day;

/// What answers to words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub facts: Vec<What>,
    /// Words of the facts that were taken for what was typed, one slip away from it; none where
    /// what was typed finds enough.
    pub taken: Vec<String>,
}

/// Fewer facts than these are too few: then a word may be misspelt.
const FEW: usize = 3;

/// From how many letters on a word may be misspelt.
const SPELLED: usize = 5;

/// The facts that words fit, as they were known on a day. Where they are too few, those come
/// after them that words fit which are one slip away.
pub fn search(index: &Index, words: &[String], day: Day) -> Found {
    let mut facts = find(index, words, day);
    let enough = |facts: &[What]| facts.iter().filter(|fact| !fact.is_source()).count() >= FEW;
    if enough(&facts) {
        return Found { facts, taken: vec![] };
    }
    let mut taken: Vec<String> = Vec::new();
    let spelled: Vec<Vec<String>> = words
        .iter()
        .map(|word| {
            let mut meant = vec![word.clone()];
            let alone = find(index, std::slice::from_ref(word), day);
            if word.len() >= SPELLED && !enough(&alone) {
                meant.extend(near(index, word, day));
            }
            taken.extend_from_slice(&meant[1..]);
            meant
        })
        .collect();
    if taken.is_empty() {
        return Found { facts, taken };
    }
    let more = ranked(index, day, |entry| score(entry, &spelled, day));
    let new: Vec<What> = more.into_iter().filter(|what| !facts.contains(what)).collect();
    if new.is_empty() {
        taken.clear();
    }
    facts.extend(new);
    Found { facts, taken }
}

/// The words of what was known on a day that are one slip away from a word.
fn near(index: &Index, word: &str, day: Day) -> Vec<String> {
    let mut near: Vec<String> = Vec::new();
    for part in index.entries.iter().flat_map(|entry| entry.known_on(day)) {
        for other in part.words.split(' ') {
            if one_slip(word, other) && !near.iter().any(|known| known == other) {
                near.push(other.to_owned());
            }
        }
    }
    near
}

/// The facts that all words fit, as they were known on a day. A word fits where one of the
/// fact's words is it or begins with it, and a longer one also inside a word, as in compounds.
///
/// Facts come before the sources that tell them, and what has a word only inside another one
/// comes last. Among those a whole word comes before a beginning, and the name before elsewhere.
/// Between equals the index has the order.
pub fn find(index: &Index, words: &[String], day: Day) -> Vec<What> {
    let words: Vec<Vec<String>> = words.iter().map(|word| vec![word.clone()]).collect();
    ranked(index, day, |entry| score(entry, &words, day))
}

/// The facts with a score, the best first.
fn ranked(index: &Index, day: Day, score: impl Fn(&Entry) -> usize) -> Vec<What> {
    let mut by_score: Vec<Vec<What>> = Vec::new();
    for entry in index.entries.iter().filter(|entry| entry.known <= day) {
        let score = score(entry);
        if score == 0 {
            continue;
        }
        if by_score.len() <= score {
            by_score.resize(score + 1, Vec::new());
        }
        if let Some(equals) = by_score.get_mut(score) {
            equals.push(entry.what);
        }
    }
    by_score.into_iter().rev().flatten().collect()
}

/// How well a word fits, at best.
const WHOLE: usize = 3;
const BEGINNING: usize = 2;
const INSIDE: usize = 1;

/// More than the words of a query can be worth together.
const MOST: usize = 100;

/// From how many letters on a word is looked for inside others.
const LONG: usize = 4;

/// How well all words fit an entry, each in one of its spellings; nothing when one does not.
fn score(entry: &Entry, words: &[Vec<String>], day: Day) -> usize {
    let (mut sum, mut worst) = (0, WHOLE);
    for spellings in words {
        let (mut best, mut fits_best) = (0, 0);
        for part in entry.known_on(day) {
            let fits = spellings.iter().map(|word| fit(&part.words, word)).max().unwrap_or(0);
            fits_best = fits_best.max(fits);
            if fits > 0 {
                best = best.max(2 * fits + usize::from(part.title));
            }
        }
        if best == 0 {
            return 0;
        }
        worst = worst.min(fits_best);
        sum += best;
    }
    if words.is_empty() {
        return 0;
    }
    // The name itself, and nothing more.
    let whole = |part: &Part, spellings: &Vec<String>| {
        spellings.iter().any(|word| fit(&part.words, word) == WHOLE)
    };
    let names = |part: &Part| {
        let all = words.iter().all(|spellings| whole(part, spellings));
        part.title && all && part.words.split(' ').count() == words.len()
    };
    let name = usize::from(entry.known_on(day).any(names));
    // First whether a word stands only inside others, then whether it is a fact or its source.
    let inside = worst == INSIDE;
    let class = match (inside, entry.what.is_source()) {
        (false, false) => 2 + worst,
        (false, true) => 3,
        (true, false) => 2,
        (true, true) => 1,
    };
    class * MOST + sum + name
}

/// How well a word fits folded words at best.
pub(super) fn fit(text: &str, word: &str) -> usize {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return 0 };
    let mut best = 0;
    for (at, window) in text.windows(word.len()).enumerate() {
        if window[0] != *first || window != word {
            continue;
        }
        let begins = at == 0 || text[at - 1] == b' ';
        let ends = text.get(at + word.len()).is_none_or(|next| *next == b' ');
        best = best.max(match (begins, ends) {
            (true, true) => return WHOLE,
            (true, false) => BEGINNING,
            _ if word.len() >= LONG => INSIDE,
            _ => 0,
        });
    }
    best
}

#[cfg(test)]
mod tests {
    use super::super::{fold, words};
    use super::*;
    use crate::model::{PartyRef, ProcurementRef, SourceRef};
    use proptest::prelude::*;

    fn entry(what: What, known: i32, followed: bool, title: &str, body: &str) -> Entry {
        let part = |title: bool, words: &str| Part { known: Day(known), title, words: fold(words) };
        Entry {
            what,
            known: Day(known),
            followed,
            parts: vec![part(true, title), part(false, body)],
        }
    }

    fn event(at: u16) -> What {
        What::Event(ProcurementRef(0), at)
    }

    fn some_index() -> Index {
        Index::ordered(vec![
            entry(What::Source(SourceRef(0)), 50, true, "Cerner köps av Oracle", ""),
            entry(
                event(0),
                10,
                true,
                "Upphandlingen inleds",
                "Västra Götalandsregionen och Cerner",
            ),
            entry(event(1), 20, true, "Driftstarten skjuts upp", "införandet av Cerners system"),
            entry(event(2), 30, false, "Driftstarten skjuts upp", "införandet"),
            entry(event(3), 40, true, "Driftstarten skjuts upp", "införandet igen"),
            entry(What::Party(PartyRef(0)), 0, true, "Cerner", "Oracle Health"),
        ])
    }

    fn found(query: &str, day: i32) -> Vec<What> {
        find(&some_index(), &words(query), Day(day))
    }

    #[test]
    fn names_come_before_texts_and_whole_words_before_beginnings() {
        let source = What::Source(SourceRef(0));
        assert_eq!(found("CERNER", 99), [What::Party(PartyRef(0)), event(0), event(1), source]);
        assert_eq!(found("västra götaland", 99), [event(0)]);
        assert_eq!(found("gotaland vastra", 99), [event(0)]);
        assert_eq!(found("vastra skane", 99), []);
    }

    #[test]
    fn what_is_followed_comes_first_then_what_is_new() {
        assert_eq!(found("inforande", 99), [event(3), event(1), event(2)]);
    }

    #[test]
    fn a_long_word_is_found_inside_others_and_a_short_one_is_not() {
        assert_eq!(found("starten", 99), [event(3), event(1), event(2)]);
        assert_eq!(found("art", 99), []);
        assert_eq!(found("", 99), []);
    }

    #[test]
    fn a_whole_word_comes_before_the_inside_of_another_even_of_a_name() {
        let index = Index::ordered(vec![
            entry(event(0), 0, true, "Rapporten om effektivitet", ""),
            entry(event(1), 0, true, "Avtalet", "regionen kan kräva vite"),
            entry(event(2), 0, true, "Vitesbelopp", ""),
            entry(What::Source(SourceRef(0)), 0, true, "Vite i avtalet", ""),
        ]);
        let found = find(&index, &words("vite"), Day(0));
        assert_eq!(found, [event(1), event(2), What::Source(SourceRef(0)), event(0)]);
    }

    #[test]
    fn one_slip_is_forgiven_where_too_little_is_found() {
        let index = Index::ordered(vec![
            entry(event(0), 0, true, "Millennium köps", ""),
            entry(event(1), 0, true, "Starten", "av Millennium i Skaraborg"),
            entry(event(2), 30, true, "Millennier senare", ""),
        ]);
        let search = |query: &str, day: i32| search(&index, &words(query), Day(day));
        let slip = search("millenium skaraborg", 0);
        assert_eq!((slip.facts, slip.taken), (vec![event(1)], vec!["millennium".to_owned()]));
        assert_eq!(search("millenium", 0).facts, [event(0), event(1)]);
        assert_eq!(search("milenium", 0).facts, [], "two slips");
        // What finds something as it is stands first.
        let also = search("millennie", 30);
        assert_eq!(also.facts, [event(2)]);
        // A short word is what it is.
        assert_eq!(search("kops", 0).facts, [event(0)]);
        assert_eq!(search("kopt", 0).facts, []);
    }

    #[test]
    fn where_enough_is_found_nothing_is_guessed() {
        let names = ["Kravet", "Kravet igen", "Kravet till sist", "Kravel"];
        let entries = (0..).zip(names).map(|(at, name)| entry(event(at), 0, true, name, ""));
        let index = Index::ordered(entries.collect());
        let found = search(&index, &words("kravet"), Day(0));
        assert_eq!((found.facts.len(), found.taken.len()), (3, 0));
        assert_eq!(search(&index, &words("kravel"), Day(0)).facts.len(), 4);
    }

    #[test]
    fn what_was_not_known_yet_is_not_found() {
        assert_eq!(found("inforande", 25), [event(1)]);
        assert_eq!(found("cerner", 0), [What::Party(PartyRef(0))]);
    }

    proptest! {
        #[test]
        fn what_a_day_finds_is_found_once_and_on_every_later_day(
            query in "[a-zåäö ]{1,3}",
            day in 0i32..99,
            more in 0i32..99,
        ) {
            let (then, later) = (found(&query, day), found(&query, day + more));
            for (at, what) in then.iter().enumerate() {
                prop_assert!(!then[..at].contains(what), "{:?} is found twice", what);
                prop_assert!(later.contains(what), "{:?} is not found later", what);
            }
        }

        #[test]
        fn the_words_of_a_title_find_it(
            title in "\\PC{1,60}",
            picks in prop::collection::vec(any::<prop::sample::Index>(), 1..6),
            cut in any::<prop::sample::Index>(),
        ) {
            let own = words(&title);
            prop_assume!(!own.is_empty());
            let index = Index::ordered(vec![entry(event(0), 0, true, &title, "")]);
            let mut picked: Vec<String> = picks.iter().map(|one| own[one.index(own.len())].clone()).collect();
            prop_assert_eq!(find(&index, &picked, Day(0)), vec![event(0)]);
            // So do their beginnings.
            let last = picked.last_mut().expect("a word");
            *last = last.chars().take(1 + cut.index(last.chars().count())).collect();
            prop_assert_eq!(find(&index, &picked, Day(0)), vec![event(0)]);
        }
    }
}
