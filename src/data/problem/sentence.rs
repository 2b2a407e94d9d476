//! What is wrong, in one sentence an editor understands.

use super::kind::{AddressFault, ProblemKind, Shape};
use crate::model::Lang;

impl ProblemKind {
    /// What is wrong.
    pub fn sentence(&self) -> String {
        use ProblemKind::*;
        match self {
            Unreadable { cause } => format!("The file cannot be read: {cause}."),
            NotUtf8 => "The file is not UTF-8.".to_owned(),
            UnknownFile { .. } => "Nothing reads a file of this name here.".to_owned(),
            MissingFile => "The file is missing.".to_owned(),
            Syntax { message } => format!("This is not TOML: {message}."),

            UnknownField { field, .. } => format!("There is no field `{field}`."),
            MissingField { field } => format!("The field `{field}` is missing."),
            WrongType { field, expected, found } => {
                format!("`{field}` has to be {}, not {}.", expected.words(), article(found))
            }
            UnknownWord { field, word, .. } => {
                format!("`{}` is not one of the words for `{field}`.", short(word))
            }
            NumberOutOfRange { field, least, most } => {
                format!("`{field}` has to be a whole number from {least} to {most}.")
            }
            EmptyText { field } => format!("`{field}` is empty."),
            TooLong { field, text, most } => {
                format!("`{}` is longer than {most} letters, too long for `{field}`.", short(text))
            }
            EmptyList { field } => format!("`{field}` lists nothing."),
            RepeatedInList { field, word } => {
                format!("`{}` stands twice in `{field}`.", short(word))
            }
            MissingTranslation { field, lang } => {
                format!("`{field}` is not written in {}.", language(*lang))
            }
            NotSemver { version } => format!("`{}` is not a version.", short(version)),

            DateUnreadable { text } => format!("`{}` is not a date.", short(text)),
            DateImpossible { text } => format!("There is no `{}` in the calendar.", short(text)),
            DateWinter { text } => format!("`{}` spans two years.", short(text)),
            DateBackwards { text } => format!("`{}` does not end after it starts.", short(text)),
            DateNotADay { text } => format!("`{}` is not one single day.", short(text)),

            AmountWithoutCurrency { field } => format!("`{field}` has no currency."),
            AmountBackwards { value, high } => {
                format!("The upper end {high} is below the lower end {value}.")
            }

            AddressNotHttp { address } => {
                format!("`{}` is not an http or https address.", short(address))
            }
            AddressMalformed { address, fault } => {
                format!("`{}` is not a whole address: {}.", short(address), fault.words())
            }

            IdNotKebab { id } => format!("`{}` is not an id.", short(id)),
            DuplicateId { id, other, other_file } => {
                format!("`{}` is taken: {other} in {} has it.", short(id), other_file.display())
            }
            NameNotId { name, id } => {
                format!("This is named `{name}`, but its id is `{}`.", short(id))
            }
            UnknownParty { id, .. } => format!("There is no party `{}`.", short(id)),
            UnknownSource { id, .. } => format!("There is no source `{}`.", short(id)),
            UnknownMilestone { id, .. } => {
                format!("There is no milestone `{}` in this procurement.", short(id))
            }
            UnknownProcurement { id, .. } => {
                format!("There is no folder data/procurements/{}.", short(id))
            }
            UnlistedProcurement { id } => {
                format!("The procurement `{id}` is not listed in data/dataset.toml.")
            }
            FactWithoutSource { field } => {
                format!("This has no source: `{field}` is missing or empty.")
            }
            UnusedSource { id } => format!("Nothing cites the source `{id}`."),
            UnusedParty { id } => format!("Nothing names the party `{id}`."),

            PlanOutOfOrder { announced, before, plan } => format!(
                "This plan was announced `{announced}`, before plan `{plan}` (`{before}`) above it."
            ),
            StepOutOfOrder { date, before } => {
                format!("This step is dated `{date}`, before the step above it (`{before}`).")
            }
            ClaimWithoutDemand => "The claim has no demand.".to_owned(),
            ClaimWithoutSteps => "The claim has no step.".to_owned(),
            SameParty { id } => format!("`{id}` makes a claim against itself."),
            NeverPromised { id } => format!("No plan promises the milestone `{id}`."),
            SplitTooEarly { id, whole } => {
                format!(
                    "`{id}` is split from `{whole}`, but no plan before its first promise promises that."
                )
            }
            MetAndUnmet { id } => format!("The milestone `{id}` is both met and not met."),
            MetBeforeAnnounced { met, announced, plan } => format!(
                "It was met `{met}`, before its first promise was announced \
                 (plan `{plan}`, `{announced}`)."
            ),
            PublicTooEarly { public, date } => {
                format!("It became public on {public}, before it happened on {date}.")
            }
            MissingHeadline { .. } => {
                "No milestone is named as the one behind the headline slip.".to_owned()
            }
            TextTellsLater { date, known } => format!(
                "The text tells of {date}, but its fact became known on {known}: a reader who \
                 looks from that day would read what nobody knew yet."
            ),
            EventTellsOfWhat { milestones } => format!(
                "A milestone is still open, and the event does not say whether it tells of it: {}.",
                milestones.join(", ")
            ),
            AfterReview { date, reviewed } => {
                format!("`{date}` is after the day of the last review, {reviewed}.")
            }
        }
    }
}

impl Shape {
    /// The shape with its article.
    fn words(self) -> &'static str {
        match self {
            Shape::Text => "a text in quotes",
            Shape::Number => "a whole number",
            Shape::YesOrNo => "`true` or `false`",
            Shape::List => "a list of texts",
            Shape::Translated => "a text in Swedish and English",
            Shape::Table => "a table",
            Shape::Entries => "a row of entries",
        }
    }
}

impl AddressFault {
    fn words(self) -> String {
        match self {
            AddressFault::Space => "there is a space in it".to_owned(),
            AddressFault::Slashes => "two slashes go before the host".to_owned(),
            AddressFault::Parts(cause) => cause.to_string(),
        }
    }
}

/// What an editor sees of a value that may be a whole article.
fn short(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

fn visible(letter: char) -> char {
    if letter.is_control() { '␣' } else { letter }
}

const LONGEST: usize = 80;

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => "Swedish",
        Lang::En => "English",
    }
}

/// A TOML type in an editor's words.
fn article(found: &str) -> &'static str {
    match found {
        "string" => "a text",
        "integer" => "a whole number",
        "float" => "a number with decimals",
        "boolean" => "`true` or `false`",
        "datetime" => "a date without quotes",
        "array" => "a list",
        "table" => "a table",
        _ => "what it is",
    }
}
