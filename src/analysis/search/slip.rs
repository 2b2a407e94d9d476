//! Whether a word was misspelt: one letter left out, put in, exchanged for another or for its
//! neighbour.

/// Whether a word becomes another by one slip. A word is no slip of itself.
pub fn one_slip(typed: &str, word: &str) -> bool {
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    if typed.len().abs_diff(word.len()) > 1 {
        return false;
    }
    let same = typed.iter().zip(word).take_while(|(one, other)| one == other).count();
    let (typed, word) = (&typed[same..], &word[same..]);
    match (typed, word) {
        ([], [_]) | ([_], []) => true,
        ([a, x @ ..], [b, y @ ..]) => {
            let swapped = x.first() == Some(b) && y.first() == Some(a) && x[1..] == y[1..];
            x == y || x == word || typed == y || swapped
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_letter_may_be_wrong() {
        for typed in
            ["millenium", "millennum", "milllennium", "millennoum", "millenniu", "imllennium"]
        {
            assert!(one_slip(typed, "millennium"), "{typed}");
        }
        for typed in ["millennium", "milenium", "millenn", "millenniet", ""] {
            assert!(!one_slip(typed, "millennium"), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_left_out_is_one_slip_both_ways(word in "[a-z]{2,12}", at in any::<prop::sample::Index>()) {
            let mut less = word.clone();
            less.remove(at.index(word.len()));
            prop_assert!(one_slip(&less, &word) && one_slip(&word, &less));
            prop_assert!(!one_slip(&word, &word));
        }

        #[test]
        fn any_two_words_have_an_answer(one in "\\PC{0,12}", other in "\\PC{0,12}") {
            prop_assert_eq!(one_slip(&one, &other), one_slip(&other, &one));
        }
    }
}
