//! The lines that begin an entry or a table, and how many brackets each takes.

use super::finder::Finder;
use super::{letters, parses};
use crate::data::problem::Fault;

impl Finder<'_> {
    /// The brackets of an entry, and whether a table stands there twice.
    pub(super) fn header(&mut self, first: usize) {
        self.fields.clear();
        let line = self.line(first).to_owned();
        let at = line.len() - line.trim_start().len();
        let (head, note) = line
            .split_once('#')
            .map_or((line.as_str(), ""), |(head, _)| (head, &line[head.len()..]));
        let name: String = head
            .chars()
            .filter(|letter| !letter.is_whitespace() && !['[', ']'].contains(letter))
            .collect();
        let many = MANY.contains(&name.as_str());
        let one = ONE.contains(&name.as_str());
        let (left, right) = (head.matches('[').count(), head.matches(']').count());
        let doubled = match (many, one) {
            (true, _) => true,
            (_, true) => false,
            _ => left.max(right) > 1,
        };
        let header = if doubled { format!("[[{name}]]") } else { format!("[{name}]") };
        let written = match note {
            "" => header.clone(),
            note => format!("{header}  {}", note.trim_end()),
        };
        let fault = match (left, right) {
            (1, 1) if many => Some(Fault::SingleBrackets { name: name.clone() }),
            (2, 2) if one => Some(Fault::DoubleBrackets { name: name.clone() }),
            _ if self.reads || parses(&line) => None,
            _ => match head.char_indices().find(|(_, letter)| letters::is_odd_space(*letter)) {
                Some((_, letter)) => Some(Fault::OddSpace { letter }),
                None => Some(Fault::MissingBracket),
            },
        };
        if let Some(fault) = fault {
            let instead = parses(&header).then_some(written);
            self.push(first, first, at, fault, instead.clone(), instead);
        }
        if !doubled && !self.reads {
            match self.tables.get(&name).copied() {
                Some(earlier) => self.twice(first, at, name, earlier),
                None => {
                    self.tables.insert(name, first + 1);
                }
            }
        }
    }
}

/// Entries of which there may be many, as they stand between double brackets.
const MANY: &[&str] = &[
    "claim",
    "claim.demand",
    "claim.loss",
    "claim.received",
    "claim.step",
    "cost",
    "disagreement",
    "event",
    "met",
    "milestone",
    "party",
    "party.former",
    "plan",
    "plan.promise",
    "programme",
    "region",
    "source",
    "statement",
    "unknown",
    "unmet",
];

/// Tables of which there is one.
const ONE: &[&str] = &["accessibility", "contract", "residents"];
