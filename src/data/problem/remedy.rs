//! The way out of each problem, in one sentence.

use super::kind::{ProblemKind, Shape};

impl ProblemKind {
    /// What to do about it.
    pub fn remedy(&self) -> String {
        use ProblemKind::*;
        match self {
            Unreadable { .. } => "Check the file and who may read it.".to_owned(),
            NotUtf8 => "Save it as UTF-8.".to_owned(),
            UnknownFile { expected } => format!("Expected here: {expected}."),
            MissingFile => "Write it; data/README.md shows what belongs in it.".to_owned(),
            Syntax { .. } => "Mend it; data/README.md has an example of every file.".to_owned(),

            UnknownField { allowed, .. } => format!("Fields here: {}.", listed(allowed)),
            MissingField { field } => format!("Add `{field} = …`."),
            WrongType { field, expected, .. } => {
                format!("Write {}.", expected.example(field))
            }
            UnknownWord { allowed, .. } => format!("Use one of {}.", listed(allowed)),
            NumberOutOfRange { .. } => "Write the digits without spaces or decimals.".to_owned(),
            EmptyText { .. } => {
                "Write the text, or remove the field if it may be absent.".to_owned()
            }
            TooLong { .. } => "Write a shorter one, as it would stand on a narrow map.".to_owned(),
            EmptyList { .. } => "List at least one.".to_owned(),
            RepeatedInList { .. } => "Remove one of them.".to_owned(),
            MissingTranslation { field, lang } => format!("Add `{field}.{} = \"…\"`.", lang.code()),
            NotSemver { .. } => "Write three numbers: `version = \"1.2.0\"`.".to_owned(),

            DateUnreadable { .. } => format!("Write one of {FORMS}."),
            DateImpossible { .. } => {
                "Check the month and the day; years run from 1900 to 2200.".to_owned()
            }
            DateWinter { text } => {
                let year = text.split('-').next().unwrap_or_default();
                format!("Write `{year}-q1` or `{year}-12`.")
            }
            DateBackwards { text } => match text.split_once("..") {
                Some((from, to)) if from == to => format!("Write `{from}`."),
                Some((from, to)) => format!("Write `{to}..{from}`."),
                None => "Write the earlier year first.".to_owned(),
            },
            DateNotADay { .. } => "Write year, month and day: `2024-11-12`.".to_owned(),

            AmountWithoutCurrency { .. } => "Add `currency = \"SEK\"`.".to_owned(),
            AmountBackwards { .. } => "Swap `value` and `value-high`.".to_owned(),

            AddressNotHttp { .. } | AddressMalformed { .. } => {
                "Copy the whole address from the browser: `https://…`.".to_owned()
            }

            IdNotKebab { id } => match kebab(id) {
                Some(kebab) => format!("Write `{kebab}`: a–z, 0–9 and single hyphens between."),
                None => "Use a–z, 0–9 and single hyphens between them.".to_owned(),
            },
            DuplicateId { .. } => "Choose another, or remove one of the two.".to_owned(),
            NameNotId { .. } => "Give both the same name.".to_owned(),
            UnknownParty { nearest, .. } => {
                meant(nearest, "add it to data/parties.toml, or use an id from there.")
            }
            UnknownSource { nearest, .. } => {
                meant(nearest, "add it under data/sources/, or use an id from there.")
            }
            UnknownMilestone { nearest, .. } => {
                meant(nearest, "add a [[milestone]], or use an id from the top of the file.")
            }
            UnknownProcurement { nearest, .. } => {
                meant(nearest, "create the folder, or remove the id.")
            }
            UnlistedProcurement { id } => format!("Add `\"{id}\"` to its `procurements`."),
            FactWithoutSource { field } => format!(
                "Add `{field} = [\"…\"]` with an id from data/sources/; \
                 what has no source stays out."
            ),
            UnusedSource { .. } => "Cite it where it is used, or remove it.".to_owned(),
            UnusedParty { .. } => "Name it where it takes part, or remove it.".to_owned(),

            PlanOutOfOrder { .. } => {
                "Plans stand in the order of announcement: move it.".to_owned()
            }
            StepOutOfOrder { .. } => "Steps stand in the order of their dates: move it.".to_owned(),
            ClaimWithoutSteps => {
                "Add a [[claim.step]] with the day on which it was raised.".to_owned()
            }
            ClaimWithoutDemand => {
                "Add a [[claim.demand]] that says what was demanded, even if no sum was named."
                    .to_owned()
            }
            SameParty { .. } => "Correct `claimant` or `respondent`.".to_owned(),
            NeverPromised { .. } => {
                "Add a [[plan.promise]] for it, or remove the milestone.".to_owned()
            }
            SplitTooEarly { .. } => {
                "Name the milestone that an earlier plan promised as a whole, or remove `split-from`."
                    .to_owned()
            }
            MetAndUnmet { .. } => "Remove its [[met]] or its [[unmet]].".to_owned(),
            MetBeforeAnnounced { .. } => {
                "Check both dates; a promise made afterwards is no promise.".to_owned()
            }
            AfterReview { .. } => {
                "Check the date, or raise `reviewed` in data/dataset.toml.".to_owned()
            }
            PublicTooEarly { .. } => {
                "Check both dates, or remove `public` when it was public at once.".to_owned()
            }
            MissingHeadline { first } => format!(
                "Add `headline = \"{first}\"`, or another milestone, at the top of the file."
            ),
            TextTellsLater { date, .. } => format!(
                "If it is a promise or a plan, add `looks-ahead = [\"{date}\"]` to the entry; if it \
                 happened later, tell it in an entry of its own."
            ),
            EventTellsOfWhat { milestones } => format!(
                "Add `tells-of = [\"programme\"]` if it tells of the whole programme, \
                 `tells-of = [\"{}\"]` (one or more ids) if it tells of those, `tells-of = []` if \
                 it tells of none of them, `tells-of = [\"elsewhere\"]` if it is about something \
                 else than this procurement.",
                milestones.join("\", \"")
            ),
        }
    }
}

impl Shape {
    /// How a field of this shape is written.
    fn example(self, field: &str) -> String {
        match self {
            Shape::Text => format!("`{field} = \"…\"`"),
            Shape::Number => format!("`{field} = 2024`"),
            Shape::YesOrNo => format!("`{field} = true`"),
            Shape::List => format!("`{field} = [\"…\"]`"),
            Shape::Translated => format!("`{field}.sv = \"…\"` and `{field}.en = \"…\"`"),
            Shape::Table => format!("`{field} = {{ … }}`"),
            Shape::Entries => format!("`[[{field}]]` above each entry"),
        }
    }
}

/// The grammar of dates, by example.
const FORMS: &str = "`2026`, `2024-h2`, `2024-q3`, `2024-autumn`, `2024-11`, `2024-11-12`, \
                     `2021..2022`";

fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// The guess, if there is one, and what to do without it.
fn meant(nearest: &Option<String>, otherwise: &str) -> String {
    match nearest {
        Some(nearest) => format!("Did you mean `{nearest}`? If not: {otherwise}"),
        None => {
            let (first, rest) = otherwise.split_at(1);
            first.to_uppercase() + rest
        }
    }
}

/// What an id should probably have been, if anything of it can be kept.
fn kebab(id: &str) -> Option<String> {
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
