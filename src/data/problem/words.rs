//! What the sentences and the ways out are put together from.

use crate::model::{Lang, Text};

/// The same thing said in each language.
pub fn both(sv: impl Into<String>, en: impl Into<String>) -> Text {
    Text { sv: sv.into(), en: en.into() }
}

/// What an editor sees of a value that may be a whole article.
pub fn short(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

const LONGEST: usize = 80;

/// A line to copy, which is whole unless it is a whole article.
pub fn short_line(text: &str) -> String {
    let mut line: String = text.chars().take(LONGEST_LINE).map(visible).collect();
    if text.chars().nth(LONGEST_LINE).is_some() {
        line.push('…');
    }
    line
}

const LONGEST_LINE: usize = 800;

fn visible(letter: char) -> char {
    if letter.is_control() { '␣' } else { letter }
}

/// A language, in each language.
pub fn language(lang: Lang) -> Text {
    match lang {
        Lang::Sv => both("svenska", "Swedish"),
        Lang::En => both("engelska", "English"),
    }
}

/// A TOML type in an editor's words.
pub fn article(found: &str) -> Text {
    match found {
        "string" => both("en text", "a text"),
        "integer" => both("ett heltal", "a whole number"),
        "float" => both("ett tal med decimaler", "a number with decimals"),
        "boolean" => both("`true` eller `false`", "`true` or `false`"),
        "datetime" => both("ett datum utan citattecken", "a date without quotes"),
        "array" => both("en lista", "a list"),
        "table" => both("en tabell", "a table"),
        _ => both("det den är", "what it is"),
    }
}

/// Words one after another, each as code.
pub fn listed<S: AsRef<str>>(words: &[S]) -> String {
    words.iter().map(|word| format!("`{}`", short(word.as_ref()))).collect::<Vec<_>>().join(", ")
}

/// The guess, if there is one, and what to do without it.
pub fn meant(nearest: &Option<String>, sv: &str, en: &str) -> Text {
    match nearest {
        Some(nearest) => {
            let nearest = short(nearest);
            both(
                format!("Menade du `{nearest}`? Om inte: {sv}"),
                format!("Did you mean `{nearest}`? If not: {en}"),
            )
        }
        None => both(capital(sv), capital(en)),
    }
}

/// What an id should probably have been, if anything of it can be kept.
pub fn kebab(id: &str) -> Option<String> {
    let plain: String = id
        .chars()
        .take(80)
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'å' | 'ä' | 'á' | 'à' => 'a',
            'ö' | 'ø' => 'o',
            'é' | 'è' => 'e',
            'a'..='z' | '0'..='9' => letter,
            _ => '-',
        })
        .collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { None } else { Some(parts.join("-")) }
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
