//! What the address of a comparison may say: how its ladders are aligned and in which order they
//! stand, which costs are asked for, and by which rule schedules are judged.

use crate::model::{CostKind, Word};

/// What the ladders of a comparison have in common.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// The day of signing, which is year 0.
    #[default]
    Signing,
    Calendar,
}

/// In which order procurements are compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CompareSort {
    /// As the site follows them, then those to compare with.
    #[default]
    Usual,
    /// The greatest slip against the first promise first.
    Late,
    /// The contract that was signed first first.
    Signed,
    /// The shortest time from signing to use first.
    Use,
}

/// A rule by which schedules are judged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rule {
    #[default]
    Off,
    /// That of the Danish state's IT council.
    Danish,
}

impl Align {
    /// The word that stands in addresses; none for the usual.
    pub fn code(self) -> &'static str {
        match self {
            Align::Signing => "",
            Align::Calendar => "calendar",
        }
    }
}

impl CompareSort {
    /// Every order, the usual one first.
    pub const ALL: [CompareSort; 4] =
        [CompareSort::Usual, CompareSort::Late, CompareSort::Signed, CompareSort::Use];

    /// The word that stands in addresses; none for the usual.
    pub fn code(self) -> &'static str {
        match self {
            CompareSort::Usual => "",
            CompareSort::Late => "slip",
            CompareSort::Signed => "signed",
            CompareSort::Use => "use",
        }
    }

    /// The order that a word names.
    pub fn from_code(word: &str) -> Option<CompareSort> {
        CompareSort::ALL.into_iter().find(|sort| sort.code() == word)
    }
}

impl Rule {
    /// The word that stands in addresses; none for the usual.
    pub fn code(self) -> &'static str {
        match self {
            Rule::Off => "",
            Rule::Danish => "danish",
        }
    }
}

/// A kind of cost figure, also under the longer word that people try.
pub(super) fn cost(word: &str) -> Option<CostKind> {
    let word = if word == "spent-so-far" { "spent" } else { word };
    CostKind::ALL.into_iter().find(|kind| kind.word() == word)
}

/// Reads an alignment; gives back what means nothing.
pub(super) fn align(value: &str, into: &mut Align) -> Vec<String> {
    *into = match value {
        "" | "signing" => Align::Signing,
        "calendar" => Align::Calendar,
        _ => return vec![value.to_owned()],
    };
    vec![]
}

/// Reads a rule; gives back what means nothing.
pub(super) fn rule(value: &str, into: &mut Rule) -> Vec<String> {
    *into = match value {
        "" => Rule::Off,
        "danish" => Rule::Danish,
        _ => return vec![value.to_owned()],
    };
    vec![]
}
