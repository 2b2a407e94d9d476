//! The rules of `data/`, one variant a rule.

use super::doubt::Doubt;
use super::slip::Slip;
use crate::data::wording::Forbidden;
use crate::model::{Lang, PartialDate};
use std::path::PathBuf;

/// Which rule is broken, with what it takes to say so.
///
/// Each has a fixture of its name in `tests/fixtures/invalid/`; a test insists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    // Files.
    Unreadable { cause: std::io::ErrorKind },
    NotUtf8(NotUtf8),
    // `nearest` is the path that it should probably have.
    UnknownFile { expected: &'static str, nearest: Option<String> },
    // `may_lack` is what to write when there is nothing to tell in it.
    MissingFile { may_lack: Option<String> },
    EmptyFile { holds: &'static str, may_lack: Option<String> },
    EmptyFolder,
    FileIsFolder,
    // A link, a device or what else is no file and no folder.
    NotAFile,
    TooLarge { bytes: u64, most: u64 },
    // A file that `without` says is not there.
    WithoutButThere { file: &'static str },
    // Many sources at once that stand in no file.
    SourcesGone { count: usize, first: Vec<String> },
    // A usual slip of those who write TOML by hand, or any other text that is not TOML.
    Slip(Slip),
    Syntax { message: String },

    // The form of an entry.
    UnknownField { field: String, allowed: Vec<&'static str> },
    MissingField { field: String },
    WrongType { field: String, expected: Shape, found: &'static str },
    UnknownWord { field: String, word: String, allowed: Vec<&'static str> },
    NumberOutOfRange { field: String, least: i64, most: i64 },
    EmptyText { field: String },
    TooLong { field: String, text: String, most: usize },
    EmptyList { field: String },
    RepeatedInList { field: String, word: String },
    MissingTranslation { field: String, lang: Lang },
    NotSemver { version: String },

    // Dates.
    DateUnreadable { text: String },
    DateImpossible { text: String },
    DateWinter { text: String },
    DateBackwards { text: String },
    DateNotADay { text: String },

    // Money.
    AmountWithoutCurrency { field: String },
    AmountBackwards { value: u64, high: u64 },

    // Addresses.
    AddressNotHttp { address: String },
    AddressMalformed { address: String, fault: AddressFault },
    NotWikidata { field: String, text: String },

    // Names and what they point to.
    IdNotKebab { id: String },
    DuplicateId { id: String, other: String, other_file: PathBuf },
    NameNotId { name: String, id: String },
    UnknownParty { id: String, nearest: Option<String> },
    UnknownSource { id: String, nearest: Option<String> },
    UnknownMilestone { id: String, nearest: Option<String> },
    UnknownProcurement { id: String, nearest: Option<String> },
    UnlistedProcurement { id: String },
    FactWithoutSource { field: String },
    UnusedSource { id: String },
    UnusedParty { id: String },

    // What cannot be so.
    PlanOutOfOrder { announced: PartialDate, other: PartialDate, plan: String, above: bool },
    StepOutOfOrder { date: PartialDate, before: PartialDate },
    ClaimWithoutSteps,
    ClaimWithoutDemand,
    SameParty { id: String },
    NeverPromised { id: String },
    SplitTooEarly { id: String, whole: String },
    MetAndUnmet { id: String },
    MetBeforeAnnounced { met: PartialDate, announced: PartialDate, plan: String },
    AfterReview { date: PartialDate, reviewed: String },
    PublicTooEarly { public: PartialDate, date: PartialDate },

    // What has to be said so that no conclusion is wider than its evidence.
    MissingHeadline { first: String },
    EventTellsOfWhat { milestones: Vec<String> },
    TextTellsLater { date: PartialDate, known: String },

    // How it is said.
    ForbiddenWord { forbidden: &'static Forbidden },

    // What can be right but seldom is.
    Doubtful(Doubt),
}

/// How a file is not UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotUtf8 {
    Utf16,
    // The first byte that cannot be: its line, its place there and what it is, with the line as
    // it was probably meant.
    Byte { line: usize, byte: usize, code: u8, text: String },
}

/// What a value has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Text,
    Number,
    YesOrNo,
    List,
    Translated,
    Table,
    Entries,
}

/// What is wrong with an address that starts with http or https.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressFault {
    /// White space in it, which readers of addresses forgive or refuse as they like.
    Space,
    /// Not two slashes before the host.
    Slashes,
    Parts(url::ParseError),
}

impl ProblemKind {
    /// The rule's name, which is its fixture's too.
    pub fn name(&self) -> &'static str {
        use ProblemKind::*;
        match self {
            Unreadable { .. } => "unreadable",
            NotUtf8(_) => "not-utf8",
            UnknownFile { .. } => "unknown-file",
            MissingFile { .. } => "missing-file",
            EmptyFile { .. } => "empty-file",
            EmptyFolder => "empty-folder",
            FileIsFolder => "file-is-folder",
            NotAFile => "not-a-file",
            TooLarge { .. } => "too-large",
            WithoutButThere { .. } => "without-but-there",
            SourcesGone { .. } => "sources-gone",
            Slip(slip) => slip.name(),
            Syntax { .. } => "syntax",
            UnknownField { .. } => "unknown-field",
            MissingField { .. } => "missing-field",
            WrongType { .. } => "wrong-type",
            UnknownWord { .. } => "unknown-word",
            NumberOutOfRange { .. } => "number-out-of-range",
            EmptyText { .. } => "empty-text",
            TooLong { .. } => "too-long",
            EmptyList { .. } => "empty-list",
            RepeatedInList { .. } => "repeated-in-list",
            MissingTranslation { .. } => "missing-translation",
            NotSemver { .. } => "not-semver",
            DateUnreadable { .. } => "date-unreadable",
            DateImpossible { .. } => "date-impossible",
            DateWinter { .. } => "date-winter",
            DateBackwards { .. } => "date-backwards",
            DateNotADay { .. } => "date-not-a-day",
            AmountWithoutCurrency { .. } => "amount-without-currency",
            AmountBackwards { .. } => "amount-backwards",
            AddressNotHttp { .. } => "address-not-http",
            AddressMalformed { .. } => "address-malformed",
            NotWikidata { .. } => "not-wikidata",
            IdNotKebab { .. } => "id-not-kebab",
            DuplicateId { .. } => "duplicate-id",
            NameNotId { .. } => "name-not-id",
            UnknownParty { .. } => "unknown-party",
            UnknownSource { .. } => "unknown-source",
            UnknownMilestone { .. } => "unknown-milestone",
            UnknownProcurement { .. } => "unknown-procurement",
            UnlistedProcurement { .. } => "unlisted-procurement",
            FactWithoutSource { .. } => "fact-without-source",
            UnusedSource { .. } => "unused-source",
            UnusedParty { .. } => "unused-party",
            PlanOutOfOrder { .. } => "plan-out-of-order",
            StepOutOfOrder { .. } => "step-out-of-order",
            ClaimWithoutSteps => "claim-without-steps",
            ClaimWithoutDemand => "claim-without-demand",
            SameParty { .. } => "same-party",
            NeverPromised { .. } => "never-promised",
            SplitTooEarly { .. } => "split-too-early",
            MetAndUnmet { .. } => "met-and-unmet",
            MetBeforeAnnounced { .. } => "met-before-announced",
            AfterReview { .. } => "after-review",
            PublicTooEarly { .. } => "public-too-early",
            MissingHeadline { .. } => "missing-headline",
            EventTellsOfWhat { .. } => "event-tells-of-what",
            TextTellsLater { .. } => "text-tells-later",
            ForbiddenWord { .. } => "forbidden-word",
            Doubtful(doubt) => doubt.name(),
        }
    }
}
