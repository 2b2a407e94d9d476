//! Words without capitals and diacritics: "Västra Götaland" → "vastra gotaland".

/// What becomes of a letter.
pub(super) enum Letter {
    /// It ends a word.
    Gap,
    /// It belongs to the letter before it and is left out: an accent of its own.
    Joined,
    One(char),
    Two(&'static str),
}

/// The most words of a query that are looked for.
const MOST_WORDS: usize = 12;

/// A text as words of lower-case letters without diacritics, one space between them.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match letter(c) {
            Letter::Gap if out.is_empty() || out.ends_with(' ') => {}
            Letter::Gap => out.push(' '),
            Letter::Joined => {}
            Letter::One(c) => out.push(c),
            Letter::Two(letters) => out.push_str(letters),
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// The words of a query, folded.
pub fn words(query: &str) -> Vec<String> {
    let folded = fold(query);
    let words = folded.split(' ').filter(|word| !word.is_empty());
    words.take(MOST_WORDS).map(str::to_owned).collect()
}

/// From U+00C0 to U+017F: the letter without its diacritics, a blank for what is none, and a
/// digit for one that becomes [two](TWO).
const LATIN: &[u8; 192] = b"aaaaaa1ceeeeiiiidnooooo ouuuuy23\
                            aaaaaa1ceeeeiiiidnooooo ouuuuy2y\
                            aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii55jjkkk\
                            llllllllllnnnnnnnnnoooooo44rrrrrrsssssssstttttt\
                            uuuuuuuuuuuuwwyyyzzzzzzs";

const TWO: [&str; 5] = ["ae", "th", "ss", "oe", "ij"];

pub(super) fn letter(c: char) -> Letter {
    let code = c as u32;
    match code {
        0x00..=0x7F if c.is_ascii_alphanumeric() => Letter::One(c.to_ascii_lowercase()),
        // A soft hyphen, accents that follow their letter, and marks that show nothing.
        0xAD | 0x300..=0x36F | 0x200B..=0x200D | 0xFE00..=0xFE0F | 0xFEFF => Letter::Joined,
        // Signs: of ASCII and Latin-1, punctuation, arrows and the like, and the space of Ogham.
        0x00..=0xBF | 0x1680 | 0x2000..=0x2BFF | 0x3000..=0x303F => Letter::Gap,
        0xC0..=0x17F => match LATIN[code as usize - 0xC0] {
            b' ' => Letter::Gap,
            digit @ b'1'..=b'5' => Letter::Two(TWO[usize::from(digit - b'1')]),
            plain => Letter::One(char::from(plain)),
        },
        // Letters of other scripts are looked for as they are.
        _ => Letter::One(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_lose_their_diacritics() {
        for (text, folded) in [
            ("Västra Götaland", "vastra gotaland"),
            ("införande", "inforande"),
            ("Sundhedsplatformen på Bornholm: æ, ø, å", "sundhedsplatformen pa bornholm ae o a"),
            ("HUS ja Äänekoski", "hus ja aanekoski"),
            ("Łódź, Þór, Œuvre, groß", "lodz thor oeuvre gross"),
            ("VGR:s e-hälsa – 2,1\u{a0}miljarder", "vgr s e halsa 2 1 miljarder"),
            ("a\u{30a}terta\u{308}nka\u{ad}", "atertanka"),
            ("  ”Ja”…  ", "ja"),
            ("Москва", "Москва"),
            ("×÷", ""),
            ("\u{1680}", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
        assert!(words("!").is_empty());
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,60}") {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded.clone());
            prop_assert!(!folded.contains("  ") && folded.trim() == folded);
        }
    }
}
