//! Reads a field as its writer meant it, and writes it as TOML has it.

use super::letters::{is_odd_space, is_quote};
use crate::data::problem::Fault;

/// A field that reads, and what was wrong with it, each at its byte.
#[derive(Debug)]
pub struct Mended {
    pub text: String,
    pub faults: Vec<(usize, Fault)>,
}

/// Mends one field, which may go over several lines. Nothing when it is none, or beyond help.
pub fn mend(statement: &str) -> Option<Mended> {
    let mut reader = Reader { text: statement, at: 0, english: false, depth: 0, faults: vec![] };
    let text = reader.field()?;
    reader.faults.sort_by_key(|(at, _)| *at);
    Some(Mended { text, faults: reader.faults })
}

/// The name of the field that a line begins with, by its letters alone.
pub fn key(line: &str) -> &str {
    let line = line.trim_start();
    let end = line.find(|letter: char| !is_key(letter)).unwrap_or(line.len());
    &line[..end]
}

/// What comes after a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    Line,
    List,
    Table,
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) english: bool,
    depth: usize,
    faults: Vec<(usize, Fault)>,
}

/// Deeper than any field of ours, and no danger to the stack.
const DEEPEST: usize = 6;

impl Reader<'_> {
    fn field(&mut self) -> Option<String> {
        self.blanks();
        let name = self.key()?;
        self.equals(&name)?;
        let start = self.at;
        if self.rest().is_empty() || self.rest().starts_with('#') {
            self.note(start, Fault::MissingValue);
            return Some(format!("# {}", self.text.trim()));
        }
        let value = if is_list(&name) && !self.rest().starts_with('[') {
            self.note(start, Fault::MissingBracket);
            self.list()?
        } else {
            self.value(Within::Line, &name)?
        };
        self.blanks();
        while self.rest().starts_with([']', '}']) {
            self.note(self.at, Fault::MissingBracket);
            self.at += 1;
            self.blanks();
        }
        match self.rest() {
            "" => Some(format!("{name} = {value}")),
            note if note.starts_with('#') && !note.contains('\n') => {
                Some(format!("{name} = {value}  {}", note.trim_end()))
            }
            _ => None,
        }
    }

    fn key(&mut self) -> Option<String> {
        let name = key(self.rest()).to_owned();
        self.at += name.len();
        (!name.is_empty()).then_some(name)
    }

    /// Goes over what stands between a field and its value, if this is a field at all.
    fn equals(&mut self, name: &str) -> Option<()> {
        self.blanks();
        let start = self.at;
        while let Some(sign) = self.rest().chars().next().filter(|sign| "=:".contains(*sign)) {
            self.at += sign.len_utf8();
        }
        match &self.text[start..self.at] {
            "=" => {}
            sign => {
                // "Note: this" is prose, and so is "a word".
                let named = !name.contains(|letter: char| letter.is_ascii_uppercase());
                let next = self.rest().chars().next();
                let value = next.is_some_and(|next| is_quote(next) || ['[', '{'].contains(&next));
                if !(value || named && !sign.is_empty()) {
                    return None;
                }
                self.note(start, Fault::MissingEquals);
            }
        }
        self.blanks();
        Some(())
    }

    fn value(&mut self, within: Within, name: &str) -> Option<String> {
        let first = self.rest().chars().next()?;
        self.english = name.ends_with("en");
        if self.rest().starts_with("\"\"\"") || self.rest().starts_with("'''") {
            return None;
        }
        self.depth += 1;
        let value = match first {
            _ if self.depth > DEEPEST => None,
            '[' => {
                self.at += 1;
                self.list()
            }
            '{' => self.table(),
            _ if is_quote(first) => Some(self.quoted(first, within)),
            _ => self.bare(within, name),
        };
        self.depth -= 1;
        value
    }

    /// The rest of a list, after its bracket.
    fn list(&mut self) -> Option<String> {
        let opened = self.at.saturating_sub(1);
        let mut items = vec![];
        let mut comma = true;
        loop {
            self.blanks();
            let at = self.at;
            match self.rest().chars().next() {
                Some(']') => {
                    self.at += 1;
                    break;
                }
                None | Some('#') => {
                    self.note(opened, Fault::MissingBracket);
                    break;
                }
                Some(',') => {
                    if comma {
                        self.note(at, Fault::MissingComma);
                    }
                    self.at += 1;
                    comma = true;
                    continue;
                }
                Some('}') => return None,
                Some(_) => {}
            }
            if !comma {
                self.note(at, Fault::MissingComma);
            }
            items.push(self.value(Within::List, "")?);
            comma = false;
        }
        Some(format!("[{}]", items.join(", ")))
    }

    fn table(&mut self) -> Option<String> {
        let opened = self.at;
        self.at += 1;
        let mut fields = vec![];
        let mut comma = true;
        loop {
            self.blanks();
            let at = self.at;
            match self.rest().chars().next() {
                Some('}') => {
                    self.at += 1;
                    break;
                }
                None | Some('#') => {
                    self.note(opened, Fault::MissingBracket);
                    break;
                }
                Some(',') => {
                    if comma {
                        self.note(at, Fault::MissingComma);
                    }
                    self.at += 1;
                    comma = true;
                    continue;
                }
                Some(_) => {}
            }
            if !comma {
                self.note(at, Fault::MissingComma);
            }
            let name = self.key()?;
            self.equals(&name)?;
            fields.push(format!("{name} = {}", self.value(Within::Table, &name)?));
            comma = false;
        }
        if fields.is_empty() {
            return Some("{}".to_owned());
        }
        Some(format!("{{ {} }}", fields.join(", ")))
    }

    pub(super) fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn blanks(&mut self) {
        while let Some(letter) = self.rest().chars().next().filter(|letter| letter.is_whitespace())
        {
            if is_odd_space(letter) {
                self.note(self.at, Fault::OddSpace { letter });
            }
            self.at += letter.len_utf8();
        }
    }

    pub(super) fn note(&mut self, at: usize, fault: Fault) {
        self.faults.push((at, fault));
    }
}

/// Fields that are lists by their name.
fn is_list(name: &str) -> bool {
    name.ends_with("sources") || LISTS.contains(&name)
}

const LISTS: &[&str] =
    &["parties", "procurements", "grounds", "remedies", "tells-of", "looks-ahead"];

fn is_key(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || ['-', '_', '.'].contains(&letter)
}
