//! The usual slips of those who write TOML by hand, in words that need no TOML.

use super::words::{both, short_line};
use crate::model::Text;

/// A slip, with the line as it should read where that can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    pub fault: Fault,
    pub line: Option<String>,
}

/// Which slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// `1 300 000`, `1.300.000`, `1,3 miljarder`.
    NumberApart,
    /// `0,5`, with what to write if these are millions, and if they are thousands of millions.
    NumberWithDecimals {
        millions: String,
        billions: String,
    },
    YesOrNo,
    CurlyQuotes,
    InnerQuotes,
    LineBreak,
    MissingQuote,
    MissingBracket,
    MissingComma,
    MissingEquals,
    MissingValue,
    /// `[event]`, of which there may be many: `[[event]]`.
    SingleBrackets {
        name: String,
    },
    /// `[[contract]]`, of which there is one: `[contract]`.
    DoubleBrackets {
        name: String,
    },
    /// A space that is none of the keyboard's.
    OddSpace {
        letter: char,
    },
    /// A letter that nobody sees, or that turns the direction of what follows.
    Invisible {
        letter: char,
    },
    MergeMarker {
        last: usize,
    },
    /// The same field twice in an entry, or the same `[table]` twice in a file.
    StandsTwice {
        name: String,
        first: usize,
    },
    StrayLine,
}

impl Slip {
    /// The rule's name, which is its fixture's too.
    pub fn name(&self) -> &'static str {
        use Fault::*;
        match self.fault {
            NumberApart => "number-apart",
            NumberWithDecimals { .. } => "number-with-decimals",
            YesOrNo => "yes-or-no",
            CurlyQuotes => "curly-quotes",
            InnerQuotes => "inner-quotes",
            LineBreak => "line-break",
            MissingQuote => "missing-quote",
            MissingBracket => "missing-bracket",
            MissingComma => "missing-comma",
            MissingEquals => "missing-equals",
            MissingValue => "missing-value",
            SingleBrackets { .. } => "single-brackets",
            DoubleBrackets { .. } => "double-brackets",
            OddSpace { .. } => "odd-space",
            Invisible { .. } => "invisible-letter",
            MergeMarker { .. } => "merge-marker",
            StandsTwice { .. } => "stands-twice",
            StrayLine => "stray-line",
        }
    }

    /// What is wrong.
    pub(super) fn sentence(&self) -> Text {
        use Fault::*;
        match &self.fault {
            NumberApart => both(
                "Talet är inte skrivet med enbart siffror.",
                "The number is not written in digits alone.",
            ),
            NumberWithDecimals { .. } => both(
                "Talet har decimaler, men tal skrivs i hela enheter: alla siffror, inga miljoner.",
                "The number has decimals, but numbers are written in whole units: every digit, \
                 no millions.",
            ),
            YesOrNo => both(
                "Ja skrivs `true` och nej skrivs `false`, utan citattecken.",
                "Yes is written `true` and no is written `false`, without quotes.",
            ),
            CurlyQuotes => both(
                "Runt texten står typografiska citattecken, men där ska stå raka.",
                "The quotes around the text are curly, and have to be straight.",
            ),
            InnerQuotes => both(
                "Texten har raka citattecken inuti, så att den tar slut vid det första av dem.",
                "The text has straight quotes inside, so that it ends at the first of them.",
            ),
            LineBreak => both(
                "Texten fortsätter på nästa rad, men en text står på en enda rad.",
                "The text goes on in the next line, but a text stands in one single line.",
            ),
            MissingQuote => both(
                "Ett citattecken saknas: en text börjar och slutar med ett rakt citattecken.",
                "A quote is missing: a text starts and ends with a straight quote.",
            ),
            MissingBracket => both(
                "En parentes saknas eller är en för mycket: `[ ]` runt listor, `{ }` runt delar.",
                "A bracket is missing, or one too many: `[ ]` around lists, `{ }` around parts.",
            ),
            MissingComma => both(
                "Mellan två värden ska det stå ett komma.",
                "There has to be one comma between two values.",
            ),
            MissingEquals => both(
                "Mellan fältets namn och dess värde ska det stå ett likhetstecken.",
                "There has to be one equals sign between a field and its value.",
            ),
            MissingValue => both(
                "Efter likhetstecknet står inget värde.",
                "There is no value after the equals sign.",
            ),
            SingleBrackets { name } => both(
                format!(
                    "`[{name}]` ska ha två hakparenteser på var sida, för det kan finnas flera."
                ),
                format!("`[{name}]` takes two brackets on each side, since there may be many."),
            ),
            DoubleBrackets { name } => both(
                format!("`[[{name}]]` ska ha en hakparentes på var sida, för det finns bara en."),
                format!("`[[{name}]]` takes one bracket on each side, since there is only one."),
            ),
            OddSpace { letter } => {
                let (code, name) = (code(*letter), space(*letter));
                both(
                    format!(
                        "Här står {} ({code}), som ser ut som ett mellanslag men inte är det.",
                        name.sv
                    ),
                    format!("Here is {} ({code}), which looks like a space but is none.", name.en),
                )
            }
            Invisible { letter } => {
                let (code, name) = (code(*letter), invisible(*letter));
                both(
                    format!("Raden har ett tecken som inte syns: {} ({code}).", name.sv),
                    format!("The line has a character that nobody sees: {} ({code}).", name.en),
                )
            }
            MergeMarker { last } => both(
                format!(
                    "Två versioner av filen är inte sammanfogade: båda står här, till och med \
                     rad {last}."
                ),
                format!(
                    "Two versions of the file are not merged: both stand here, down to line \
                     {last}."
                ),
            ),
            StandsTwice { name, first } => both(
                format!("`{name}` står redan på rad {first}."),
                format!("`{name}` stands in line {first} already."),
            ),
            StrayLine => both("Raden hör inte till något fält.", "The line belongs to no field."),
        }
    }

    /// What to do about it.
    pub(super) fn remedy(&self) -> Text {
        use Fault::*;
        if let Some(line) = &self.line {
            let line = short_line(line);
            return match &self.fault {
                MissingValue => both(
                    format!("Skriv värdet, eller gör raden till en anteckning: `{line}`."),
                    format!("Write the value, or make the line a note: `{line}`."),
                ),
                StrayLine => both(
                    format!("Skriv den i ett fält, eller gör den till en anteckning: `{line}`."),
                    format!("Write it in a field, or make it a note: `{line}`."),
                ),
                _ => both(format!("Skriv: `{line}`."), format!("Write: `{line}`.")),
            };
        }
        match &self.fault {
            NumberWithDecimals { millions, billions } => both(
                format!("Är det miljoner, skriv `{millions}`; är det miljarder, `{billions}`."),
                format!(
                    "If these are millions, write `{millions}`; if they are billions, `{billions}`."
                ),
            ),
            MergeMarker { .. } => both(
                "Behåll de rader som gäller och ta bort raderna med `<<<<<<<`, `=======` och \
                 `>>>>>>>`.",
                "Keep the lines that hold and remove those with `<<<<<<<`, `=======` and \
                 `>>>>>>>`.",
            ),
            StandsTwice { .. } => both(
                "Ta bort den ena, eller börja en ny post ovanför raden, till exempel `[[event]]`.",
                "Remove one of them, or begin a new entry above the line, such as `[[event]]`.",
            ),
            _ => both(
                "Jämför med exemplen i data/README.md.",
                "Compare it with the examples in data/README.md.",
            ),
        }
    }
}

fn code(letter: char) -> String {
    format!("U+{:04X}", u32::from(letter))
}

fn space(letter: char) -> Text {
    match letter {
        '\u{a0}' | '\u{202f}' => both("ett hårt mellanslag", "a no-break space"),
        _ => both("ett mellanslag av en annan bredd", "a space of another width"),
    }
}

fn invisible(letter: char) -> Text {
    match letter {
        '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {
            both("ett mellanrum utan bredd", "a space without width")
        }
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            both("en styrning av skriftens riktning", "a control of the direction of writing")
        }
        '\u{ad}' => both("ett mjukt bindestreck", "a soft hyphen"),
        _ => both("ett styrtecken", "a control character"),
    }
}
