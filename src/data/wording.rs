//! Words that no text of this site uses, and what it writes instead.
//!
//! Some take sides, some are slang, some have a spelling that we chose against.
//! `data/TERMS.md` shows the same list to editors; a test holds the two together.
//! Titles of sources are others' words and are not looked at.

use crate::model::Lang;

/// A word that is not used in one language.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Forbidden {
    pub lang: Lang,
    /// In lower case; a star at its end stands for any ending.
    pub word: &'static str,
    /// What to write, in the same language.
    pub instead: &'static str,
}

/// What no text uses.
pub const FORBIDDEN: &[Forbidden] = &[
    sv("hävda*", "uppger"),
    sv("medge*", "uppger"),
    sv("medgav*", "uppgav"),
    sv("erkän*", "uppger"),
    sv("påstå*", "uppger"),
    sv("skrota*", "avveckla, ge upp eller överge"),
    sv("slopa*", "ta bort eller ge upp"),
    sv("dumpa*", "välja bort"),
    sv("sköts fram", "sköts upp"),
    sv("skjuts fram", "skjuts upp"),
    sv("skjuta fram", "skjuta upp"),
    sv("tidplan*", "tidsplan"),
    en("claimed that", "stated that"),
    en("admitted that", "stated that"),
    en("admits that", "states that"),
    en("confess*", "states"),
    en("scrap", "abandon or give up"),
    en("scraps", "abandons or gives up"),
    en("scrapped", "abandoned or given up"),
    en("scrapping", "abandoning or giving up"),
    en("slam", "criticise"),
    en("slams", "criticises"),
    en("slammed", "criticised"),
    en("time plan*", "timetable"),
    en("roll-out*", "rollout"),
];

/// What a text uses of it.
pub fn forbidden_in(text: &str, lang: Lang) -> impl Iterator<Item = &'static Forbidden> {
    let text = text.to_lowercase();
    FORBIDDEN.iter().filter(move |it| it.lang == lang && holds(&text, it.word))
}

fn holds(text: &str, word: &str) -> bool {
    let (stem, any_ending) = match word.strip_suffix('*') {
        Some(stem) => (stem, true),
        None => (word, false),
    };
    text.match_indices(stem).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + stem.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric)
            && (any_ending || !after.is_some_and(char::is_alphanumeric))
    })
}

const fn sv(word: &'static str, instead: &'static str) -> Forbidden {
    Forbidden { lang: Lang::Sv, word, instead }
}

const fn en(word: &'static str, instead: &'static str) -> Forbidden {
    Forbidden { lang: Lang::En, word, instead }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, lang: Lang) -> Vec<&'static str> {
        forbidden_in(text, lang).map(|it| it.word).collect()
    }

    #[test]
    fn a_word_is_found_with_any_ending_and_however_it_is_written() {
        assert_eq!(found("Hävdade att systemet skrotas.", Lang::Sv), ["hävda*", "skrota*"]);
        assert_eq!(found("They SLAMMED it.", Lang::En), ["slammed"]);
    }

    #[test]
    fn another_word_that_holds_it_and_the_other_language_are_left_alone() {
        assert!(found("Anskrotad Islam", Lang::Sv).is_empty());
        assert!(found("Islam, scrapbook, patients admitted", Lang::En).is_empty());
        assert!(found("Hävdade", Lang::En).is_empty());
    }
}
