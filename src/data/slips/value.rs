//! Single values of a field: where each ends, and how TOML has it.

use super::letters::{closes, is_double};
use super::line::{Reader, Within, key};
use super::number::{self, Number};
use crate::data::problem::Fault;

/// What yes and no are called by those who do not know TOML.
pub fn yes_or_no(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "ja" | "yes" | "sant" | "true" => Some(true),
        "nej" | "no" | "falskt" | "false" => Some(false),
        _ => None,
    }
}

impl Reader<'_> {
    /// A text with some quote before it and, perhaps, one after it.
    pub(super) fn quoted(&mut self, quote: char, within: Within) -> String {
        let start = self.at;
        if let Some(end) = self.as_it_stands(quote, within) {
            self.at = end;
            return self.text[start..end].to_owned();
        }
        self.at += quote.len_utf8();
        let from = self.at;
        let (to, close) = self.end_of_text(quote, within);
        let content = self.text[from..to].to_owned();
        if quote != '"' {
            self.note(start, Fault::CurlyQuotes);
        }
        match close {
            None => self.note(to, Fault::MissingQuote),
            Some('"') => {}
            Some(_) => self.note(to, Fault::CurlyQuotes),
        }
        self.at = to + close.map_or(0, char::len_utf8);
        self.written(&content, from)
    }

    /// Where a text ends that TOML reads as well.
    fn as_it_stands(&self, quote: char, within: Within) -> Option<usize> {
        if quote != '"' && quote != '\'' {
            return None;
        }
        let mut escaped = false;
        for (at, letter) in self.rest().char_indices().skip(1) {
            match letter {
                '\n' => return None,
                '\\' if quote == '"' => escaped = !escaped,
                _ if letter == quote && !escaped => {
                    let end = self.at + at + 1;
                    let whole = super::parses(&format!("x = {}", &self.text[self.at..end]));
                    return (whole && self.ends_value(end, within)).then_some(end);
                }
                _ => escaped = false,
            }
        }
        None
    }

    /// Where the text ends, and the quote that ends it, if there is one.
    fn end_of_text(&self, quote: char, within: Within) -> (usize, Option<char>) {
        let rest = self.rest();
        let here = self.at;
        let ends = || {
            rest.char_indices()
                .filter(|(_, letter)| closes(quote, *letter))
                .map(|(at, letter)| (here + at, letter))
        };
        let after = |(at, letter): (usize, char)| at + letter.len_utf8();
        match within {
            Within::List => rest
                .char_indices()
                .find(|(_, letter)| closes(quote, *letter) || [',', ']', '\n'].contains(letter))
                .map_or((self.text.trim_end().len().max(here), None), |(at, letter)| {
                    (here + at, closes(quote, letter).then_some(letter))
                }),
            Within::Line => ends()
                .rfind(|end| self.text[after(*end)..].trim().is_empty())
                .or_else(|| ends().rfind(|end| self.ends_value(after(*end), within)))
                .map_or((self.text.trim_end().len().max(here), None), |(at, letter)| {
                    (at, Some(letter))
                }),
            Within::Table => match ends().find(|end| self.ends_value(after(*end), within)) {
                Some((at, letter)) => (at, Some(letter)),
                None => {
                    let end = rest
                        .char_indices()
                        .map(|(at, _)| here + at)
                        .find(|at| self.ends_value(*at, within))
                        .unwrap_or(self.text.len());
                    (here + self.text[here..end].trim_end().len(), None)
                }
            },
        }
    }

    /// A value without quotes: a number, yes or no, or a text that lacks them.
    pub(super) fn bare(&mut self, within: Within, name: &str) -> Option<String> {
        let (start, rest) = (self.at, self.rest());
        let end = match within {
            Within::List => rest.find([',', ']', '\n']).unwrap_or(rest.len()),
            Within::Line => rest.find(" #").or_else(|| rest.find('\n')).unwrap_or(rest.len()),
            Within::Table => rest
                .char_indices()
                .map(|(at, _)| at)
                .find(|at| self.ends_value(start + at, within))
                .unwrap_or(rest.len()),
        };
        let word = rest[..end].trim().to_owned();
        self.at += end;
        if word.is_empty() || word.contains('\n') {
            return None;
        }
        if super::parses(&format!("x = {word}"))
            && number::read(&word)
                .is_none_or(|_| word.chars().all(|letter| letter.is_ascii_digit()))
        {
            return Some(word);
        }
        match number::read(&word) {
            Some(Number::Whole(digits)) => {
                self.note(start, Fault::NumberApart);
                return Some(digits);
            }
            Some(Number::Decimals { millions, billions }) => {
                let line = |digits: &str| format!("{name} = {digits}");
                let (millions, billions) = (line(&millions), line(&billions));
                let written = millions.rsplit(' ').next().map(str::to_owned);
                self.note(start, Fault::NumberWithDecimals { millions, billions });
                return written;
            }
            None => {}
        }
        if let Some(word) = yes_or_no(&word) {
            self.note(start, Fault::YesOrNo);
            return Some(word.to_string());
        }
        self.note(start, Fault::MissingQuote);
        let text = word.strip_suffix(is_double).unwrap_or(&word).to_owned();
        Some(self.written(&text, start))
    }

    /// The text in straight quotes, in one line, with round quotes inside.
    fn written(&mut self, text: &str, from: usize) -> String {
        if let Some(at) = text.find('\n') {
            self.note(from + at, Fault::LineBreak);
        }
        let lines: Vec<&str> =
            text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
        let text = if text.contains('\n') { lines.join(" ") } else { text.to_owned() };
        let mut out = String::from("\"");
        let (mut opens, mut escaped, mut inner) = (true, false, false);
        for letter in text.chars() {
            match letter {
                '"' if !escaped => {
                    inner = true;
                    out.push(if opens && self.english { '“' } else { '”' });
                    opens = !opens;
                }
                _ => out.push(letter),
            }
            escaped = letter == '\\' && !escaped;
        }
        if inner {
            self.note(from, Fault::InnerQuotes);
        }
        out.push('"');
        out
    }

    /// Whether a value may end before this byte.
    fn ends_value(&self, at: usize, within: Within) -> bool {
        let rest = self.text[at..].trim_start();
        match within {
            Within::Line => rest.is_empty() || rest.starts_with('#'),
            Within::List => rest.is_empty() || rest.starts_with([',', ']']),
            Within::Table => {
                // The comma before the next field may be missing too.
                let next = rest.strip_prefix(',').unwrap_or(rest).trim_start();
                let name = key(next);
                let field = name.starts_with(|letter: char| letter.is_ascii_alphabetic())
                    && next[name.len()..].trim_start().starts_with('=');
                rest.is_empty() || rest.starts_with('}') || field
            }
        }
    }
}
