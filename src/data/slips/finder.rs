//! Goes through a file statement by statement and finds those that TOML does not have.

use super::letters::{self, is_invisible, is_quote};
use super::{Found, line, lines, parses, syntax};
use crate::data::problem::{Fault, ProblemKind, Slip};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::de::DeTable;

/// A file on its way from the first line to the last.
pub struct Finder<'a> {
    text: &'a str,
    lines: Vec<Range<usize>>,
    /// Whether the whole file is TOML, so that only what TOML allows can be wrong.
    pub(super) reads: bool,
    /// The lines of the fields of this entry, and of the tables of this file.
    pub(super) fields: BTreeMap<String, usize>,
    pub(super) tables: BTreeMap<String, usize>,
    found: Vec<Found>,
}

impl<'a> Finder<'a> {
    /// Goes through a file.
    pub fn read(text: &'a str) -> Vec<Found> {
        let mut finder = Finder {
            text,
            lines: lines(text),
            reads: parses(text),
            fields: BTreeMap::new(),
            tables: BTreeMap::new(),
            found: vec![],
        };
        let mut line = 0;
        while line < finder.lines.len() {
            line = finder.statement(line);
        }
        finder.found
    }

    /// Looks at what begins in a line and gives the line after it.
    fn statement(&mut self, first: usize) -> usize {
        let line = self.line(first);
        if let Some(at) = line.find(is_invisible) {
            // The mark of UTF-8 may stand at the very beginning.
            if (first, at) != (0, 0) || !line.starts_with('\u{feff}') || self.hidden(line) > 1 {
                return self.invisible(first, at);
            }
        }
        if line.trim_start().starts_with('[') {
            self.header(first);
            return first + 1;
        }
        if let Some(end) = self.multi_line(first) {
            self.field(first);
            return end;
        }
        if self.reads || parses(line) {
            self.field(first);
            return first + 1;
        }
        self.broken(first)
    }

    fn hidden(&self, line: &str) -> usize {
        line.chars().filter(|letter| is_invisible(*letter)).count()
    }

    fn invisible(&mut self, first: usize, at: usize) -> usize {
        let line = self.line(first).to_owned();
        let letter = line[at..].chars().next().unwrap_or_default();
        let seen: String = line.chars().filter(|letter| !is_invisible(*letter)).collect();
        let instead = if parses(&seen) {
            Some(seen.clone())
        } else {
            line::mend(&seen).map(|mended| mended.text).filter(|text| parses(text))
        };
        self.push(first, first, at, Fault::Invisible { letter }, instead.clone(), instead);
        first + 1
    }

    /// Remembers the field of a line, unless its entry has one of this name.
    fn field(&mut self, first: usize) {
        let line = self.line(first);
        let (at, name) = (line.len() - line.trim_start().len(), line::key(line).to_owned());
        if name.is_empty() || self.reads {
            return;
        }
        let within = format!("{name}.");
        let earlier = self
            .fields
            .range(name.clone()..)
            .take_while(|(other, _)| other.starts_with(&name))
            .find(|(other, _)| **other == name || other.starts_with(&within))
            .or_else(|| {
                let dots = name.match_indices('.').map(|(at, _)| &name[..at]);
                dots.filter_map(|whole| self.fields.get_key_value(whole)).next()
            })
            .map(|(_, line)| *line);
        match earlier {
            Some(earlier) => self.twice(first, at, name, earlier),
            None => {
                self.fields.insert(name, first + 1);
            }
        }
    }

    pub(super) fn twice(&mut self, line: usize, at: usize, name: String, first: usize) {
        self.push(line, line, at, Fault::StandsTwice { name, first }, None, None);
    }

    /// The line after a value that TOML reads over several lines.
    fn multi_line(&self, first: usize) -> Option<usize> {
        let value = self.line(first).split_once('=')?.1.trim_start();
        let marks = ["\"\"\"", "'''", "[", "{"];
        if !marks.iter().any(|mark| value.starts_with(mark)) || parses(self.line(first)) {
            return None;
        }
        let last = self.lines.len().min(first + LONGEST);
        (first + 1..last)
            .take_while(|line| {
                value.len() > 2 && value.starts_with(['"', '\'']) || !self.begins(*line)
            })
            .find(|line| parses(&self.text[self.lines[first].start..self.lines[*line].end]))
            .map(|line| line + 1)
    }

    /// What is wrong with the line, and what it should be.
    fn broken(&mut self, first: usize) -> usize {
        let line = self.line(first);
        let at = line.len() - line.trim_start().len();
        let last = self.last_of(first);
        let lines = self.lines[first].start..self.lines[last].end;
        let statement = &self.text[lines.clone()];
        let mended = line::mend(statement).filter(|mended| parses(&mended.text));
        if let Some(mended) = mended
            && let Some((at, fault)) = mended.faults.into_iter().next()
        {
            let shown = match fault {
                Fault::NumberWithDecimals { .. } => None,
                _ => Some(mended.text.clone()),
            };
            self.push(first, last, at, fault, shown, Some(mended.text));
            self.field(first);
            return last + 1;
        }
        if !line.contains('=') {
            return self.stray(first, at);
        }
        let error = DeTable::parse(line).err();
        let start = self.lines[first].start;
        if let Some(error) = error {
            let span = error.span().unwrap_or(0..line.len());
            let span = start + span.start.min(line.len())..start + span.end.min(line.len());
            let found = syntax(&error, span, self.lines[first].clone());
            self.found.push(found);
        }
        first + 1
    }

    /// A line outside of any field; those that follow it are the same slip.
    fn stray(&mut self, first: usize, at: usize) -> usize {
        let line = self.line(first);
        let note = format!("# {}", line.trim());
        let before = first.checked_sub(1).map(|before| self.lines[before].end);
        if let Some(above) = self.found.last_mut()
            && Some(above.lines.end) == before
            && matches!(&above.kind, ProblemKind::Slip(slip) if slip.fault == Fault::StrayLine)
        {
            above.lines.end = self.lines[first].end;
            if let Some(notes) = &mut above.instead {
                notes.push('\n');
                notes.push_str(&note);
            }
            return first + 1;
        }
        self.push(first, first, at, Fault::StrayLine, Some(note.clone()), Some(note));
        first + 1
    }

    /// The last line of what begins in a line and does not end in it.
    fn last_of(&self, first: usize) -> usize {
        let line = self.line(first).trim_end();
        let value = line
            [line.len().min(line.len() - line.trim_start().len() + line::key(line).len())..]
            .trim_start_matches(|letter: char| letter.is_whitespace() || "=:".contains(letter));
        let Some(opening) = value.chars().next() else { return first };
        let ends = |text: &str| {
            let last = text.trim_end().chars().last();
            match opening {
                '[' => last == Some(']'),
                '{' => last == Some('}'),
                _ => last.is_some_and(|last| letters::closes(opening, last)),
            }
        };
        let text = is_quote(opening);
        if !(text || ['[', '{'].contains(&opening))
            || value.len() > opening.len_utf8() && ends(value)
        {
            return first;
        }
        let limit = self.lines.len().min(first + LONGEST);
        let stop = (first + 1..limit).find(|line| self.begins(*line)).unwrap_or(limit);
        let filled = |line: &usize| !self.line(*line).trim().is_empty();
        match (first + 1..stop).find(|line| ends(self.line(*line))) {
            Some(last) => last,
            // Without an end, a text goes on as far as the lines do.
            None => (first + 1..stop).take_while(filled).last().unwrap_or(first),
        }
    }

    /// Whether a line begins something: a field, an entry, a note.
    fn begins(&self, line: usize) -> bool {
        let line = self.line(line).trim_start();
        let name = line::key(line);
        line.starts_with(['#', '['])
            || !name.is_empty() && line[name.len()..].trim_start().starts_with('=')
    }

    pub(super) fn line(&self, number: usize) -> &str {
        &self.text[self.lines[number].clone()]
    }

    pub(super) fn push(
        &mut self,
        first: usize,
        last: usize,
        at: usize,
        fault: Fault,
        line: Option<String>,
        instead: Option<String>,
    ) {
        let lines = self.lines[first].start..self.lines[last].end;
        // A fault at the end of a line is shown at its last letter.
        let text = &self.text[lines.clone()];
        let mut at = at.min(text.len().saturating_sub(1));
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let width = text[at..].chars().next().map_or(0, char::len_utf8);
        let start = lines.start + at;
        let kind = ProblemKind::Slip(Slip { fault, line });
        self.found.push(Found { span: start..start + width, kind, lines, instead });
    }
}

/// A text over so many lines is not a text with a line break but a lost quote.
const LONGEST: usize = 40;
