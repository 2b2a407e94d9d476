//! Made-up prose: sentences as long and as varied as those of the record, so that they compress
//! as hard, in words that mean nothing.

/// Numbers that look like chance and are the same in every run.
#[derive(Debug, Clone)]
pub struct Numbers(u64);

impl Numbers {
    /// The numbers of a place in the made-up record.
    pub fn of(place: &[usize]) -> Numbers {
        let mut numbers = Numbers(0);
        for at in place {
            numbers.0 ^= *at as u64;
            numbers.0 = numbers.next();
        }
        numbers
    }

    /// The next one (splitmix64).
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below another.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// A rank among so many words. The first are by far the most common, as in any language: each
    /// doubling of the rank is as likely as the one before.
    fn rank(&mut self, words: usize) -> usize {
        let doublings = words.ilog2() as usize + 1;
        let from = 1 << self.below(doublings);
        (from + self.below(from) - 1).min(words - 1)
    }
}

/// What a language's words are made of.
pub struct Tongue {
    code: usize,
    small: &'static [&'static str],
    onsets: &'static [&'static str],
    vowels: &'static [&'static str],
    endings: &'static [&'static str],
}

/// Something like Swedish.
pub const SWEDISH: Tongue = Tongue {
    code: 1,
    small: &[
        "och", "att", "i", "som", "en", "för", "på", "av", "med", "till", "det", "den", "inte",
        "om", "ett", "har", "var", "de", "vid", "från", "skulle", "efter", "men", "under", "när",
        "hade", "enligt", "eller", "ska", "kan", "sedan", "mot", "då", "över", "utan", "två",
    ],
    onsets: &[
        "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "sk", "tr",
        "kr", "fr", "bl", "gr", "sp", "sv", "kn",
    ],
    vowels: &["a", "e", "i", "o", "u", "å", "ä", "ö", "y"],
    endings: &["", "", "", "r", "n", "l", "s", "t", "ng", "nd", "rt", "ll", "ck", "rd", "st"],
};

/// Something like English.
pub const ENGLISH: Tongue = Tongue {
    code: 2,
    small: &[
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "that",
        "was",
        "for",
        "it",
        "on",
        "with",
        "had",
        "as",
        "by",
        "not",
        "from",
        "be",
        "at",
        "which",
        "an",
        "were",
        "would",
        "after",
        "but",
        "or",
        "has",
        "been",
        "is",
        "when",
        "its",
        "according",
        "than",
        "also",
        "their",
        "over",
    ],
    onsets: &[
        "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "w", "st", "sh", "tr",
        "cr", "fr", "bl", "gr", "sp", "th", "pl",
    ],
    vowels: &["a", "e", "i", "o", "u", "ea", "ou", "ai"],
    endings: &["", "", "", "r", "n", "l", "s", "t", "ng", "nd", "ck", "rd", "st", "nce", "y"],
};

/// How many words there are beside the small ones.
const WORDS: usize = 1 << 15;

impl Tongue {
    /// The word of a rank.
    fn word(&self, rank: usize) -> String {
        let mut numbers = Numbers::of(&[self.code, rank]);
        let mut word = String::new();
        let pick = |from: &[&'static str], numbers: &mut Numbers| from[numbers.below(from.len())];
        for _ in 0..1 + numbers.below(3) {
            word.push_str(pick(self.onsets, &mut numbers));
            word.push_str(pick(self.vowels, &mut numbers));
        }
        word + pick(self.endings, &mut numbers)
    }

    /// Words of about so many bytes, without a full stop.
    pub fn words(&self, bytes: usize, numbers: &mut Numbers) -> String {
        // As long as that in the middle, a third less or more at the edges.
        let bytes = bytes * 2 / 3 + numbers.below(bytes * 2 / 3 + 1);
        let mut text = String::new();
        while text.len() < bytes.max(3) {
            if !text.is_empty() {
                text.push(' ');
            }
            if numbers.below(5) < 2 {
                text.push_str(self.small[numbers.rank(self.small.len())]);
            } else {
                text.push_str(&self.word(numbers.rank(WORDS)));
            }
        }
        let mut letters = text.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        first.unwrap_or_default() + letters.as_str()
    }

    /// Sentences of about so many bytes together.
    pub fn prose(&self, bytes: usize, numbers: &mut Numbers) -> String {
        let sentences = (bytes / 80).max(1);
        let all: Vec<String> =
            (0..sentences).map(|_| self.words(bytes / sentences, numbers) + ".").collect();
        all.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_the_same_in_every_run_and_differs_from_place_to_place() {
        let text = |at: usize| SWEDISH.prose(160, &mut Numbers::of(&[at]));
        assert_eq!(text(1), text(1));
        assert_ne!(text(1), text(2));
        assert!((100..240).contains(&text(3).len()), "{}", text(3));
    }

    #[test]
    fn the_first_words_are_the_most_common() {
        let mut numbers = Numbers::of(&[7]);
        let ranks: Vec<usize> = (0..4_000).map(|_| numbers.rank(WORDS)).collect();
        let first = ranks.iter().filter(|rank| **rank < 100).count();
        assert!((1_200..2_200).contains(&first), "{first}");
        assert!(ranks.iter().any(|rank| *rank > WORDS / 2));
    }
}
