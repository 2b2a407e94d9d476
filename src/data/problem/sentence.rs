//! What is wrong, in one sentence an editor understands, in each language.

use super::kind::{AddressFault, ProblemKind, Shape};
use super::words::{article, both, language, listed, short};
use crate::model::Text;

impl ProblemKind {
    /// What is wrong.
    pub fn sentence(&self) -> Text {
        use super::kind::NotUtf8::{Byte, Utf16};
        use ProblemKind::*;
        match self {
            Unreadable { cause } => both(
                format!("Filen går inte att läsa: {cause}."),
                format!("The file cannot be read: {cause}."),
            ),
            NotUtf8(Utf16) => both("Filen är sparad som UTF-16.", "The file was saved as UTF-16."),
            NotUtf8(Byte { line, byte, code, .. }) => both(
                format!("Filen är inte UTF-8: byte {byte} på rad {line} är {code:02X}."),
                format!("The file is not UTF-8: byte {byte} of line {line} is {code:02X}."),
            ),
            UnknownFile { .. } => both(
                "Ingenting läser en fil med det här namnet här.",
                "Nothing reads a file of this name here.",
            ),
            MissingFile { .. } => both("Filen saknas.", "The file is missing."),
            EmptyFile { holds, .. } => both(
                format!("Det står ingen {holds} i filen."),
                format!("There is no {holds} in the file."),
            ),
            EmptyFolder => both("Mappen är tom.", "The folder is empty."),
            FileIsFolder => both(
                "Det här ska vara en fil, men är en mapp.",
                "This has to be a file, but is a folder.",
            ),
            NotAFile => both(
                "Det här är en länk eller något annat som inte är en fil; sådant läses inte.",
                "This is a link, or something else that is no file; such things are not read.",
            ),
            TooLarge { bytes, most } => both(
                format!("Filen har {bytes} byte; högst {most} läses."),
                format!("The file has {bytes} bytes; at most {most} are read."),
            ),
            WithoutButThere { file } => both(
                format!("`without` säger att {file} inte finns, men den finns."),
                format!("`without` says that there is no {file}, but there is."),
            ),
            SourcesGone { count, first } => {
                let first = listed(first);
                both(
                    format!(
                        "{count} källor som används finns inte i någon fil i data/sources/: {first} \
                         med flera."
                    ),
                    format!(
                        "{count} sources that are cited stand in no file of data/sources/: {first} \
                         and others."
                    ),
                )
            }
            Doubtful(doubt) => doubt.sentence(),
            Slip(slip) => slip.sentence(),
            Syntax { message } => both(
                format!("Det här är inte TOML: {message}."),
                format!("This is not TOML: {message}."),
            ),

            UnknownField { field, .. } => both(
                format!("Fältet `{field}` finns inte."),
                format!("There is no field `{field}`."),
            ),
            MissingField { field } => both(
                format!("Fältet `{field}` saknas."),
                format!("The field `{field}` is missing."),
            ),
            WrongType { field, expected, found } => {
                let (expected, found) = (expected.words(), article(found));
                both(
                    format!("`{field}` ska vara {}, inte {}.", expected.sv, found.sv),
                    format!("`{field}` has to be {}, not {}.", expected.en, found.en),
                )
            }
            UnknownWord { field, word, .. } => {
                let word = short(word);
                both(
                    format!("`{word}` är inte ett av orden för `{field}`."),
                    format!("`{word}` is not one of the words for `{field}`."),
                )
            }
            NumberOutOfRange { field, least, most } => both(
                format!("`{field}` ska vara ett heltal från {least} till {most}."),
                format!("`{field}` has to be a whole number from {least} to {most}."),
            ),
            EmptyText { field } => {
                both(format!("`{field}` är tomt."), format!("`{field}` is empty."))
            }
            TooLong { field, text, most } => {
                let text = short(text);
                both(
                    format!("`{text}` är längre än {most} bokstäver, för långt för `{field}`."),
                    format!("`{text}` is longer than {most} letters, too long for `{field}`."),
                )
            }
            EmptyList { field } => both(
                format!("`{field}` räknar inte upp något."),
                format!("`{field}` lists nothing."),
            ),
            RepeatedInList { field, word } => {
                let word = short(word);
                both(
                    format!("`{word}` står två gånger i `{field}`."),
                    format!("`{word}` stands twice in `{field}`."),
                )
            }
            MissingTranslation { field, lang } => {
                let lang = language(*lang);
                both(
                    format!("`{field}` är inte skrivet på {}.", lang.sv),
                    format!("`{field}` is not written in {}.", lang.en),
                )
            }
            NotSemver { version } => {
                let version = short(version);
                both(
                    format!("`{version}` är inte en version."),
                    format!("`{version}` is not a version."),
                )
            }

            DateUnreadable { text } => {
                let text = short(text);
                both(format!("`{text}` är inte ett datum."), format!("`{text}` is not a date."))
            }
            DateImpossible { text } => {
                let text = short(text);
                both(
                    format!("`{text}` finns inte i kalendern."),
                    format!("There is no `{text}` in the calendar."),
                )
            }
            DateWinter { text } => {
                let text = short(text);
                both(format!("`{text}` ligger i två år."), format!("`{text}` spans two years."))
            }
            DateBackwards { text } => {
                let text = short(text);
                both(
                    format!("`{text}` slutar inte efter att det börjar."),
                    format!("`{text}` does not end after it starts."),
                )
            }
            DateNotADay { text } => {
                let text = short(text);
                both(
                    format!("`{text}` är inte en enda dag."),
                    format!("`{text}` is not one single day."),
                )
            }

            AmountWithoutCurrency { field } => {
                both(format!("`{field}` har ingen valuta."), format!("`{field}` has no currency."))
            }
            AmountBackwards { value, high } => both(
                format!("Det övre talet {high} är lägre än det undre {value}."),
                format!("The upper end {high} is below the lower end {value}."),
            ),

            AddressNotHttp { address } => {
                let address = short(address);
                both(
                    format!("`{address}` är inte en adress med http eller https."),
                    format!("`{address}` is not an http or https address."),
                )
            }
            AddressMalformed { address, fault } => {
                let (address, fault) = (short(address), fault.words());
                both(
                    format!("`{address}` är inte en hel adress: {}.", fault.sv),
                    format!("`{address}` is not a whole address: {}.", fault.en),
                )
            }

            NotWikidata { field, text } => {
                let text = short(text);
                both(
                    format!("`{text}` i `{field}` är inte ett objekt i Wikidata."),
                    format!("`{text}` in `{field}` is not an item of Wikidata."),
                )
            }

            IdNotKebab { id } => {
                let id = short(id);
                both(format!("`{id}` är inte ett id."), format!("`{id}` is not an id."))
            }
            DuplicateId { id, other, other_file } => {
                let (id, file) = (short(id), other_file.display());
                both(
                    format!("`{id}` är upptaget: {other} i {file} har det."),
                    format!("`{id}` is taken: {other} in {file} has it."),
                )
            }
            NameNotId { name, id } => {
                let id = short(id);
                both(
                    format!("Den här heter `{name}`, men dess id är `{id}`."),
                    format!("This is named `{name}`, but its id is `{id}`."),
                )
            }
            UnknownParty { id, .. } => {
                let id = short(id);
                both(format!("Det finns ingen part `{id}`."), format!("There is no party `{id}`."))
            }
            UnknownSource { id, .. } => {
                let id = short(id);
                both(
                    format!("Det finns ingen källa `{id}`."),
                    format!("There is no source `{id}`."),
                )
            }
            UnknownMilestone { id, .. } => {
                let id = short(id);
                both(
                    format!("Det finns ingen etapp `{id}` i den här upphandlingen."),
                    format!("There is no milestone `{id}` in this procurement."),
                )
            }
            UnknownProcurement { id, .. } => {
                let id = short(id);
                both(
                    format!("Det finns ingen mapp data/procurements/{id}."),
                    format!("There is no folder data/procurements/{id}."),
                )
            }
            UnlistedProcurement { id } => both(
                format!("Upphandlingen `{id}` står inte i listan i data/dataset.toml."),
                format!("The procurement `{id}` is not listed in data/dataset.toml."),
            ),
            FactWithoutSource { field } => both(
                format!("Det här har ingen källa: `{field}` saknas eller är tomt."),
                format!("This has no source: `{field}` is missing or empty."),
            ),
            UnusedSource { id } => both(
                format!("Ingenting hänvisar till källan `{id}`."),
                format!("Nothing cites the source `{id}`."),
            ),
            UnusedParty { id } => both(
                format!("Ingenting nämner parten `{id}`."),
                format!("Nothing names the party `{id}`."),
            ),

            PlanOutOfOrder { announced, other, plan, above: true } => both(
                format!(
                    "Den här planen blev känd `{announced}`, före planen `{plan}` (`{other}`) \
                     ovanför den."
                ),
                format!(
                    "This plan was announced `{announced}`, before plan `{plan}` (`{other}`) \
                     above it."
                ),
            ),
            PlanOutOfOrder { announced, other, plan, above: false } => both(
                format!(
                    "Den här planen blev känd `{announced}`, efter planen `{plan}` (`{other}`) \
                     nedanför den."
                ),
                format!(
                    "This plan was announced `{announced}`, after plan `{plan}` (`{other}`) \
                     below it."
                ),
            ),
            StepOutOfOrder { date, before } => both(
                format!("Det här steget är från `{date}`, före steget ovanför (`{before}`)."),
                format!("This step is dated `{date}`, before the step above it (`{before}`)."),
            ),
            ClaimWithoutDemand => {
                both("Kravet säger inte vad som krävdes.", "The claim has no demand.")
            }
            ClaimWithoutSteps => both("Kravet har inget steg.", "The claim has no step."),
            SameParty { id } => both(
                format!("`{id}` ställer ett krav på sig själv."),
                format!("`{id}` makes a claim against itself."),
            ),
            NeverPromised { id } => both(
                format!("Ingen plan lovar etappen `{id}`."),
                format!("No plan promises the milestone `{id}`."),
            ),
            SplitTooEarly { id, whole } => both(
                format!(
                    "`{id}` är utbruten ur `{whole}`, men ingen plan före dess första löfte lovar \
                     helheten."
                ),
                format!(
                    "`{id}` is split from `{whole}`, but no plan before its first promise \
                     promises that."
                ),
            ),
            MetAndUnmet { id } => both(
                format!("Etappen `{id}` både har skett och har inte skett."),
                format!("The milestone `{id}` is both met and not met."),
            ),
            MetBeforeAnnounced { met, announced, plan } => both(
                format!(
                    "Den skedde `{met}`, innan det första löftet om den blev känt (planen \
                     `{plan}`, `{announced}`)."
                ),
                format!(
                    "It was met `{met}`, before its first promise was announced (plan `{plan}`, \
                     `{announced}`)."
                ),
            ),
            AfterReview { date, reviewed } => both(
                format!("`{date}` är efter dagen för senaste genomgången, {reviewed}."),
                format!("`{date}` is after the day of the last review, {reviewed}."),
            ),
            PublicTooEarly { public, date } => both(
                format!("Det blev offentligt {public}, innan det hände {date}."),
                format!("It became public on {public}, before it happened on {date}."),
            ),

            MissingHeadline { .. } => both(
                "Ingen etapp är utpekad som den som huvudförseningen räknas på.",
                "No milestone is named as the one behind the headline slip.",
            ),
            ForbiddenWord { forbidden } => {
                let word = forbidden.word.trim_end_matches('*');
                both(
                    format!("Sidans texter använder inte ordet ”{word}”."),
                    format!("The texts of the site do not use the word “{word}”."),
                )
            }
            TextTellsLater { date, known } => both(
                format!(
                    "Texten berättar om {date}, men uppgiften blev känd {known}: den som tittar \
                     från den dagen skulle läsa det som ingen visste än."
                ),
                format!(
                    "The text tells of {date}, but its fact became known on {known}: a reader who \
                     looks from that day would read what nobody knew yet."
                ),
            ),
            EventTellsOfWhat { milestones } => {
                let milestones = milestones.join(", ");
                both(
                    format!(
                        "En etapp är ännu öppen, och händelsen säger inte om den talar om den: \
                         {milestones}."
                    ),
                    format!(
                        "A milestone is still open, and the event does not say whether it tells \
                         of it: {milestones}."
                    ),
                )
            }
        }
    }
}

impl Shape {
    /// The shape with its article.
    fn words(self) -> Text {
        match self {
            Shape::Text => both("en text inom citattecken", "a text in quotes"),
            Shape::Number => both("ett heltal", "a whole number"),
            Shape::YesOrNo => both("`true` eller `false`", "`true` or `false`"),
            Shape::List => both("en lista med texter", "a list of texts"),
            Shape::Translated => {
                both("en text på svenska och engelska", "a text in Swedish and English")
            }
            Shape::Table => both("en tabell", "a table"),
            Shape::Entries => both("en rad poster", "a row of entries"),
        }
    }
}

impl AddressFault {
    fn words(self) -> Text {
        match self {
            AddressFault::Space => both("det står ett mellanslag i den", "there is a space in it"),
            AddressFault::Slashes => {
                both("före värden står två snedstreck", "two slashes go before the host")
            }
            AddressFault::Parts(cause) => both(cause.to_string(), cause.to_string()),
        }
    }
}
