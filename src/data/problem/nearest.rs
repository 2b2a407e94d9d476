//! Guessing what an editor meant.

/// The candidate that looks most like `word`, if one looks enough like it to be named.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    candidates
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        // A third of the letters may be wrong; beyond that a guess misleads.
        .filter(|(distance, candidate)| distance * 3 <= candidate.chars().count().max(3))
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

/// All candidates, those that look most like `word` first.
pub fn nearest_first(word: &str, candidates: &[&'static str]) -> Vec<&'static str> {
    let mut sorted = candidates.to_vec();
    sorted.sort_by_key(|candidate| distance(word, candidate));
    sorted
}

/// Levenshtein's distance, in characters. Long words are cut: the value may be anything,
/// a whole article included.
fn distance(a: &str, b: &str) -> usize {
    strsim::levenshtein(cut(a), cut(b))
}

fn cut(word: &str) -> &str {
    word.char_indices().nth(LONGEST).map_or(word, |(end, _)| &word[..end])
}

const LONGEST: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_guessed_and_a_stranger_is_not() {
        assert_eq!(nearest("cernr", ["cerner", "dxc"]), Some("cerner".to_owned()));
        assert_eq!(nearest("oracle-health", ["cerner", "dxc"]), None);
        assert_eq!(nearest("x", []), None);
        // A whole article is compared by its beginning, wherever its letters end.
        assert_eq!(nearest(&"å".repeat(9_000), ["cerner"]), None);
    }

    #[test]
    fn all_words_are_listed_with_the_likeliest_first() {
        assert_eq!(
            nearest_first("golive", &["tender", "go-live", "pause"]),
            ["go-live", "pause", "tender"]
        );
    }
}
