//! Dates that stand in running text, in Swedish and in English.
//!
//! Found are years alone, months, seasons, halves and quarters with their year, and days:
//! "den 12 november 2024", "12 November 2024", "hösten 2024", "första halvåret 2024", "Q3 2024".
//! A month without a year is not found, since nobody can say which year is meant.

use crate::model::PartialDate;

/// Every date in a text, in order, each once.
pub fn dates_in(text: &str) -> Vec<PartialDate> {
    let words = words(text);
    let mut found: Vec<PartialDate> = vec![];
    for at in 0..words.len() {
        if let Some(date) = date_at(&words, at)
            && !found.contains(&date)
        {
            found.push(date);
        }
    }
    found
}

/// Words and numbers, in lower case.
fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The date that ends in a year at this place.
fn date_at(words: &[String], at: usize) -> Option<PartialDate> {
    let year = year(&words[at])?;
    if words.get(at + 1).is_some_and(|next| COUNTED.contains(&next.as_str())) {
        return None;
    }
    // What may stand between a month or a season and its year.
    let mut before = words[..at].iter().rev().map(String::as_str);
    let mut word = before.next().unwrap_or_default();
    while FILLERS.contains(&word) {
        word = before.next().unwrap_or_default();
    }
    let written = match (part_of_year(word), month(word)) {
        (Some(part), _) => format!("{year}-{part}"),
        (None, Some(month)) => match before.next().and_then(day) {
            Some(day) => format!("{year}-{month:02}-{day:02}"),
            None => format!("{year}-{month:02}"),
        },
        (None, None) => match (word, before.next().unwrap_or_default()) {
            // "första halvåret 2024", "third quarter of 2024"
            ("halvåret" | "half", which) => format!("{year}-h{}", ordinal(which)?),
            ("kvartalet" | "quarter", which) => format!("{year}-q{}", ordinal(which)?),
            // "November 12, 2024"
            (number, name) => match (day(number), month(name)) {
                (Some(day), Some(month)) => format!("{year}-{month:02}-{day:02}"),
                _ => year.to_string(),
            },
        },
    };
    PartialDate::parse(&written).or_else(|_| PartialDate::parse(&year.to_string())).ok()
}

/// Years that facts of this kind can speak of; other numbers of four digits are amounts.
fn year(word: &str) -> Option<i16> {
    let year: i16 = word.parse().ok()?;
    (word.len() == 4 && (1990..=2049).contains(&year)).then_some(year)
}

fn day(word: &str) -> Option<u8> {
    let number = word.trim_end_matches(|letter: char| letter.is_alphabetic());
    let day: u8 = number.parse().ok()?;
    (1..=31).contains(&day).then_some(day)
}

fn month(word: &str) -> Option<usize> {
    MONTHS.iter().position(|names| names.contains(&word)).map(|at| at + 1)
}

fn part_of_year(word: &str) -> Option<&'static str> {
    PARTS.iter().find(|(names, _)| names.contains(&word)).map(|(_, part)| *part)
}

fn ordinal(word: &str) -> Option<usize> {
    ORDINALS.iter().position(|names| names.contains(&word)).map(|at| at + 1)
}

const FILLERS: [&str; 5] = ["of", "år", "in", "the", "i"];

/// What follows a number that counts things: "2000 användare".
const COUNTED: [&str; 14] = [
    "kronor",
    "miljoner",
    "miljarder",
    "million",
    "billion",
    "användare",
    "users",
    "anställda",
    "employees",
    "staff",
    "personer",
    "people",
    "patienter",
    "patients",
];

const MONTHS: [&[&str]; 12] = [
    &["januari", "january"],
    &["februari", "february"],
    &["mars", "march"],
    &["april"],
    &["maj", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["augusti", "august"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["december"],
];

const PARTS: [(&[&str], &str); 7] = [
    (&["våren", "vår", "spring", "vårens"], "spring"),
    (&["sommaren", "sommar", "summer", "sommarens"], "summer"),
    (&["hösten", "höst", "autumn", "fall", "höstens"], "autumn"),
    (&["q1"], "q1"),
    (&["q2"], "q2"),
    (&["q3"], "q3"),
    (&["q4"], "q4"),
];

const ORDINALS: [&[&str]; 4] =
    [&["första", "first"], &["andra", "second"], &["tredje", "third"], &["fjärde", "fourth"]];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = dates_in(text).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn dates_are_found_in_both_languages() {
        check("Den 12 november 2024 och våren 2026.", &["2024-11-12", "2026-spring"]);
        check("On 12 November 2024, and in spring 2026.", &["2024-11-12", "2026-spring"]);
        check("November 12, 2024; the autumn of 2025", &["2024-11-12", "2025-autumn"]);
        check("i maj 2022 och i slutet av 2023", &["2022-05", "2023"]);
        check("första halvåret 2023, third quarter of 2021", &["2023-h1", "2021-q3"]);
        check("2024–2025, åren 2023/2024", &["2024", "2025", "2023"]);
    }

    #[test]
    fn amounts_and_impossible_days_are_no_dates() {
        check("2000 användare och 1 046 miljoner", &[]);
        check("den 31 februari 2024", &["2024"]);
        check("i november", &[]);
    }
}
