//! Numbers as people write them.

/// A number that TOML does not read as what it means.
#[derive(Debug, PartialEq, Eq)]
pub enum Number {
    /// Its digits: `1 300 000`, `1,3 miljarder`, `500 kr`.
    Whole(String),
    /// With decimals and no word that says of what: its digits if these are millions, billions.
    Decimals { millions: String, billions: String },
}

/// What is written before or after a sum. Currencies have a field of their own.
const CURRENCIES: &[&str] =
    &["kronor", "kr", "sek", "nok", "dkk", "euro", "eur", "usd", "aud", "gbp", "€", "£", "$", ":-"];

/// How many zeros a word stands for.
const SCALES: &[(&str, usize)] = &[
    ("tusen", 3),
    ("tkr", 3),
    ("miljoner", 6),
    ("miljon", 6),
    ("million", 6),
    ("millions", 6),
    ("milj", 6),
    ("mkr", 6),
    ("mnkr", 6),
    ("mn", 6),
    ("miljarder", 9),
    ("miljard", 9),
    ("billion", 9),
    ("billions", 9),
    ("mdkr", 9),
    ("mdr", 9),
    ("bn", 9),
];

/// The most digits of a number in TOML, whatever they are.
const DIGITS: usize = 18;

/// Reads a number with what people put into it, or nothing when it is none or means several.
pub fn read(text: &str) -> Option<Number> {
    let text = text.trim().to_lowercase();
    let mut rest = text.as_str();
    for currency in CURRENCIES {
        rest = rest.strip_prefix(currency).unwrap_or(rest).trim();
    }
    let mut scale = None;
    let digits_end = rest.rfind(|c: char| c.is_ascii_digit())? + 1;
    for word in rest[digits_end..].split([' ', ',', '.']).filter(|word| !word.is_empty()) {
        if let Some((_, zeros)) = SCALES.iter().find(|(name, _)| *name == word) {
            if scale.replace(*zeros).is_some() {
                return None;
            }
        } else if !CURRENCIES.contains(&word) && word != "-" {
            return None;
        }
    }
    rest = &rest[..digits_end];
    let (whole, decimals) = parts(rest)?;
    let exactly = |zeros: usize| {
        let kept = decimals.trim_end_matches('0');
        if kept.len() > zeros {
            return None;
        }
        let digits = format!("{whole}{kept}{}", "0".repeat(zeros - kept.len()));
        let digits = digits.trim_start_matches('0');
        let digits = if digits.is_empty() { "0" } else { digits };
        (digits.len() <= DIGITS).then(|| digits.to_owned())
    };
    match scale {
        Some(zeros) => exactly(zeros).map(Number::Whole),
        None if decimals.trim_end_matches('0').is_empty() => exactly(0).map(Number::Whole),
        None => Some(Number::Decimals { millions: exactly(6)?, billions: exactly(9)? }),
    }
}

/// The digits before and after the decimal sign.
fn parts(text: &str) -> Option<(String, String)> {
    let mut groups: Vec<&str> = vec![];
    let mut marks: Vec<char> = vec![];
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        if letter.is_ascii_digit() {
            continue;
        }
        if !(letter.is_whitespace() || [',', '.', '\'', '’', '_'].contains(&letter)) {
            return None;
        }
        groups.push(&text[start..at]);
        marks.push(if letter.is_whitespace() { ' ' } else { letter });
        start = at + letter.len_utf8();
    }
    groups.push(&text[start..]);
    if groups.iter().any(|group| group.is_empty()) || groups[0].is_empty() {
        return None;
    }
    let Some(last) = marks.last().copied() else {
        return Some((groups.concat(), String::new()));
    };
    let others = &marks[..marks.len() - 1];
    let thousands =
        |groups: &[&str]| groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let same = others.iter().all(|mark| *mark == last);
    // 1.300 may be a thousand and 0.500 cannot.
    if same && thousands(&groups) && (groups[0] != "0" || last == ' ') {
        return Some((groups.concat(), String::new()));
    }
    let (decimals, whole) = groups.split_last()?;
    let alike = others.windows(2).all(|pair| pair[0] == pair[1]);
    let decimal = [',', '.'].contains(&last) && !others.contains(&last);
    (decimal && alike && (whole.len() == 1 || thousands(whole)))
        .then(|| (whole.concat(), (*decimals).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Number, read};

    fn whole(digits: &str) -> Option<Number> {
        Some(Number::Whole(digits.to_owned()))
    }

    #[test]
    fn numbers_read_as_they_are_meant() {
        for text in ["1 300 000", "1\u{a0}300\u{202f}000", "1.300.000", "1,300,000", "1’300’000"]
        {
            assert_eq!(read(text), whole("1300000"), "{text}");
        }
        assert_eq!(read("1,3 miljarder kronor"), whole("1300000000"));
        assert_eq!(read("SEK 500 million"), whole("500000000"));
        assert_eq!(read("500 kr"), whole("500"));
        assert_eq!(read("1.300"), whole("1300"));
        assert_eq!(read("1.300.000,00"), whole("1300000"));
        let half = Number::Decimals { millions: "500000".into(), billions: "500000000".into() };
        assert_eq!(read("0,5"), Some(half));
    }

    #[test]
    fn what_may_mean_several_things_is_no_number() {
        for text in ["", "2024.05.01", "12.11.2024", "1-2", "a 1", "1 2 x", "1..3", "kr", "1,3,5"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"9".repeat(40)), None);
    }
}
