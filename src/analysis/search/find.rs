//! Which facts answer to words, the best first.

use super::index::{Entry, Index, Part, What};
use crate::model::Day;

/// The facts that all words fit, as they were known on a day. A word fits where one of the
/// fact's words is it or begins with it, and a longer one also inside a word, as in compounds.
///
/// What fits better comes first: in the name before elsewhere, a whole word before a beginning
/// before an inside. Between equals the index has the order.
pub fn find(index: &Index, words: &[String], day: Day) -> Vec<What> {
    let mut by_score: Vec<Vec<What>> = Vec::new();
    for entry in &index.entries {
        let score = score(entry, words, day);
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

/// From how many letters on a word is looked for inside others.
const LONG: usize = 4;

/// How well all words fit an entry; nothing when one of them does not.
fn score(entry: &Entry, words: &[String], day: Day) -> usize {
    let mut sum = 0;
    for word in words {
        let mut best = 0;
        for part in entry.known_on(day) {
            let fits = fit(&part.words, word);
            if fits > 0 {
                best = best.max(fits + if part.title { WHOLE } else { 0 });
            }
        }
        if best == 0 {
            return 0;
        }
        sum += best;
    }
    // The name itself, and nothing more.
    let names = |part: &Part| {
        let whole = words.iter().all(|word| fit(&part.words, word) == WHOLE);
        part.title && whole && part.words.split(' ').count() == words.len()
    };
    sum + usize::from(entry.known_on(day).any(names))
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
        assert_eq!(found("CERNER", 99), [What::Party(PartyRef(0)), source, event(0), event(1)]);
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
