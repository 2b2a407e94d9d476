//! Where the words that were looked for stand in a text.

use super::find::fit;
use super::fold::{Letter, letter};

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    pub text: &'a str,
    /// Whether it is what was looked for.
    pub hit: bool,
}

/// How many bytes of a text stand before and after the first hit in an [`excerpt`].
const BEFORE: usize = 60;
const AFTER: usize = 120;

/// A text in pieces, in order and complete; what was looked for is a piece of its own.
pub fn marked<'a>(text: &'a str, words: &[String]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut done = 0;
    let mut tell = |from: usize, to: usize| {
        for (range, hit) in [(done..from, false), (from..to, true)] {
            if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
                pieces.push(Piece { text, hit });
            }
        }
        done = to;
    };
    let mut word = Word::default();
    for (at, c) in text.char_indices() {
        let letters = letter(c);
        if let Letter::Gap = letters {
            if let Some((from, to)) = word.hit(words) {
                tell(from, to);
            }
            word = Word::default();
        }
        word.push(letters, at, at + c.len_utf8());
    }
    let last = word.hit(words).unwrap_or((text.len(), text.len()));
    tell(last.0, last.1);
    tell(text.len(), text.len());
    pieces
}

/// The surroundings of the first hit in a text: whether something is left out before them, they
/// themselves, and whether something is left out after them. `None` without a hit.
pub fn excerpt<'a>(text: &'a str, words: &[String]) -> Option<(bool, &'a str, bool)> {
    let pieces = marked(text, words);
    let first = pieces.iter().position(|piece| piece.hit)?;
    let hit: usize = pieces[..first].iter().map(|piece| piece.text.len()).sum();
    let (head, tail) = text.split_at(hit);
    // From the first word that is not too far before.
    let from = match head.len() > BEFORE {
        true => {
            let near = head.char_indices().find(|(at, c)| *c == ' ' && head.len() - at <= BEFORE);
            near.map_or(hit, |(at, _)| at + 1)
        }
        false => 0,
    };
    let to = match tail.len() > AFTER {
        true => {
            let far = tail.char_indices().find(|(at, c)| *c == ' ' && *at >= AFTER);
            far.map_or(text.len(), |(at, _)| hit + at)
        }
        false => text.len(),
    };
    Some((from > 0, &text[from..to], to < text.len()))
}

/// A word as it is read, letter by letter.
#[derive(Default)]
struct Word {
    folded: String,
    /// Where the letter behind each byte of the folded word begins and ends in the text.
    places: Vec<(usize, usize)>,
}

impl Word {
    fn push(&mut self, letters: Letter, from: usize, to: usize) {
        match letters {
            Letter::Gap => {}
            Letter::Joined => {
                // It is marked with the letter that it belongs to.
                if let Some(last) = self.places.last_mut() {
                    last.1 = to;
                }
            }
            Letter::One(c) => self.folded.push(c),
            Letter::Two(two) => self.folded.push_str(two),
        }
        self.places.resize(self.folded.len(), (from, to));
    }

    /// The longest of the words in this one, as a range of the text.
    fn hit(&self, words: &[String]) -> Option<(usize, usize)> {
        let fitting = words.iter().filter(|word| fit(&self.folded, word) > 0);
        let longest = fitting.max_by_key(|word| word.len())?;
        let at = self.folded.find(longest.as_str())?;
        let (first, last) = (self.places.get(at)?, self.places.get(at + longest.len() - 1)?);
        Some((first.0, last.1))
    }
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, query: &str) -> String {
        let pieces = marked(text, &words(query));
        pieces
            .iter()
            .map(
                |piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text.to_owned() },
            )
            .collect()
    }

    #[test]
    fn what_was_looked_for_is_marked_in_the_words_own_letters() {
        assert_eq!(
            shown("Västra Götalandsregionen", "vastra gotaland"),
            "[Västra] [Götaland]sregionen"
        );
        assert_eq!(shown("Driftstarten, av.", "start"), "Drift[start]en, av.");
        assert_eq!(shown("a\u{30a}r och æra", "ar ae"), "[a\u{30a}r] och [æ]ra");
        assert_eq!(shown("inget här", "annat"), "inget här");
        assert_eq!(shown("", "x"), "");
    }

    #[test]
    fn an_excerpt_stands_around_the_first_hit() {
        let long = "ord ".repeat(40) + "träffen " + &"ord ".repeat(60);
        let (before, text, after) = excerpt(&long, &words("traffen")).expect("a hit");
        assert!(before && after && text.contains("träffen") && text.len() < 200, "{text}");
        assert!(text.starts_with("ord") && text.ends_with("ord"), "{text}");
        assert_eq!(excerpt("en träff", &words("traff")), Some((false, "en träff", false)));
        assert_eq!(excerpt("ingen", &words("traff")), None);
    }

    proptest! {
        #[test]
        fn pieces_make_the_text_again(text in "\\PC{0,80}", query in "\\PC{0,12}") {
            let words = words(&query);
            let again: String = marked(&text, &words).iter().map(|piece| piece.text).collect();
            prop_assert_eq!(again, text.clone());
            let _ = excerpt(&text.repeat(5), &words);
        }
    }
}
