//! The way out of each problem, in one sentence, in each language.

use super::kind::{ProblemKind, Shape};
use super::words::{both, kebab, language, listed, meant, short_line};
use crate::model::{Text, WikidataItem};

impl ProblemKind {
    /// What to do about it.
    pub fn remedy(&self) -> Text {
        use super::kind::NotUtf8::{Byte, Utf16};
        use ProblemKind::*;
        match self {
            Unreadable { .. } => both(
                "Se efter att filen finns och vem som får läsa den.",
                "Check the file and who may read it.",
            ),
            NotUtf8(Utf16) => both(
                "Spara den som UTF-8; i de flesta program väljs kodningen under Spara som.",
                "Save it as UTF-8; most programs ask for the encoding under Save as.",
            ),
            NotUtf8(Byte { text, .. }) => {
                let text = short_line(text);
                both(
                    format!("Spara filen som UTF-8, med raden så här: `{text}`."),
                    format!("Save the file as UTF-8, with the line like this: `{text}`."),
                )
            }
            UnknownFile { nearest: Some(nearest), .. } => both(
                format!("Ge den namnet {nearest}, eller ta bort den."),
                format!("Name it {nearest}, or remove it."),
            ),
            UnknownFile { expected, nearest: None } => both(
                format!("Flytta den eller ta bort den; det som läses här är {expected}."),
                format!("Move it or remove it; what is read here is {expected}."),
            ),
            MissingFile { may_lack: None } => both(
                "Lägg tillbaka den, eller skriv den; data/README.md visar vad som ska stå i den.",
                "Put it back, or write it; data/README.md shows what belongs in it.",
            ),
            MissingFile { may_lack: Some(line) } => both(
                format!(
                    "Lägg tillbaka den eller skriv den; finns inget att berätta, skriv `{line}` i \
                     procurement.toml."
                ),
                format!(
                    "Put it back or write it; when there is nothing to tell, write `{line}` in \
                     procurement.toml."
                ),
            ),
            EmptyFile { may_lack: None, .. } => both(
                "Lägg tillbaka det som stod i den, eller ta bort filen om den får saknas.",
                "Put back what stood in it, or remove the file if it may be absent.",
            ),
            EmptyFile { may_lack: Some(line), .. } => both(
                format!(
                    "Lägg tillbaka det som stod i den; finns inget att berätta, ta bort filen och \
                     skriv `{line}` i procurement.toml."
                ),
                format!(
                    "Put back what stood in it; when there is nothing to tell, remove the file \
                     and write `{line}` in procurement.toml."
                ),
            ),
            EmptyFolder => both(
                "Ta bort mappen, eller lägg tillbaka filerna i den.",
                "Remove the folder, or put back the files in it.",
            ),
            FileIsFolder => both(
                "Ta bort mappen, och lägg en fil med samma namn här.",
                "Remove the folder, and put a file of the same name here.",
            ),
            NotAFile => both("Lägg själva filen här.", "Put the file itself here."),
            TooLarge { .. } => both(
                "Se efter att det är rätt fil; fakta skrivs kort.",
                "Check that it is the right file; facts are written short.",
            ),
            WithoutButThere { file } => both(
                format!("Ta bort `\"{file}\"` ur `without`, eller ta bort filen."),
                format!("Remove `\"{file}\"` from `without`, or remove the file."),
            ),
            SourcesGone { .. } => both(
                "Har en fil tagits bort eller flyttats? Lägg tillbaka den i data/sources/.",
                "Was a file removed or moved? Put it back in data/sources/.",
            ),
            Doubtful(doubt) => doubt.remedy(),
            Slip(slip) => slip.remedy(),
            Syntax { .. } => both(
                "Rätta det; data/README.md har ett exempel på varje fil.",
                "Mend it; data/README.md has an example of every file.",
            ),

            UnknownField { allowed, .. } => {
                let allowed = listed(allowed);
                both(format!("Fält här: {allowed}."), format!("Fields here: {allowed}."))
            }
            MissingField { field } => {
                both(format!("Lägg till `{field} = …`."), format!("Add `{field} = …`."))
            }
            WrongType { field, expected, .. } => {
                let example = expected.example(field);
                both(format!("Skriv {}.", example.sv), format!("Write {}.", example.en))
            }
            UnknownWord { allowed, .. } => {
                let allowed = listed(allowed);
                both(format!("Använd ett av {allowed}."), format!("Use one of {allowed}."))
            }
            NumberOutOfRange { .. } => both(
                "Skriv siffrorna utan mellanslag och decimaler.",
                "Write the digits without spaces or decimals.",
            ),
            EmptyText { .. } => both(
                "Skriv texten, eller ta bort fältet om det får saknas.",
                "Write the text, or remove the field if it may be absent.",
            ),
            TooLong { .. } => both(
                "Skriv kortare, som det skulle stå i en smal bild.",
                "Write a shorter one, as it would stand in a narrow picture.",
            ),
            EmptyList { .. } => both("Räkna upp minst en.", "List at least one."),
            RepeatedInList { .. } => both("Ta bort den ena.", "Remove one of them."),
            MissingTranslation { field, lang } => {
                let (code, name) = (lang.code(), language(*lang));
                both(
                    format!("Lägg till `{field}.{code} = \"…\"` med texten på {}.", name.sv),
                    format!("Add `{field}.{code} = \"…\"` with the text in {}.", name.en),
                )
            }
            NotSemver { .. } => both(
                "Skriv tre tal: `version = \"1.2.0\"`.",
                "Write three numbers: `version = \"1.2.0\"`.",
            ),

            DateUnreadable { .. } => {
                both(format!("Skriv ett av {FORMS}."), format!("Write one of {FORMS}."))
            }
            DateImpossible { .. } => both(
                "Se efter månaden och dagen; åren går från 1900 till 2200.",
                "Check the month and the day; years run from 1900 to 2200.",
            ),
            DateWinter { text } => {
                let year = text.split('-').next().unwrap_or_default();
                both(
                    format!("Skriv `{year}-q1` eller `{year}-12`."),
                    format!("Write `{year}-q1` or `{year}-12`."),
                )
            }
            DateBackwards { text } => match text.split_once("..") {
                Some((from, to)) if from == to => {
                    both(format!("Skriv `{from}`."), format!("Write `{from}`."))
                }
                Some((from, to)) => {
                    both(format!("Skriv `{to}..{from}`."), format!("Write `{to}..{from}`."))
                }
                None => both("Skriv det tidigare året först.", "Write the earlier year first."),
            },
            DateNotADay { .. } => both(
                "Skriv år, månad och dag: `2024-11-12`.",
                "Write year, month and day: `2024-11-12`.",
            ),

            AmountWithoutCurrency { .. } => {
                both("Lägg till `currency = \"SEK\"`.", "Add `currency = \"SEK\"`.")
            }
            AmountBackwards { .. } => {
                both("Byt plats på `value` och `value-high`.", "Swap `value` and `value-high`.")
            }

            AddressNotHttp { .. } | AddressMalformed { .. } => both(
                "Kopiera hela adressen ur webbläsaren: `https://…`.",
                "Copy the whole address from the browser: `https://…`.",
            ),

            NotWikidata { text, .. } => match item_within(text) {
                Some(item) => both(format!("Skriv `\"{item}\"`."), format!("Write `\"{item}\"`.")),
                None => both(
                    "Skriv det som står efter objektets namn överst på dess sida: Q och ett tal, \
                     som `\"Q42\"`. Ta bort raden om ingen källa visar vilket objekt det är.",
                    "Write what stands after the item's name at the top of its page: Q and a \
                     number, such as `\"Q42\"`. Remove the line if no source shows which item \
                     it is.",
                ),
            },

            IdNotKebab { id } => match kebab(id) {
                Some(id) => both(
                    format!("Skriv `{id}`: a–z, 0–9 och enkla bindestreck emellan."),
                    format!("Write `{id}`: a–z, 0–9 and single hyphens between."),
                ),
                None => both(
                    "Använd a–z, 0–9 och enkla bindestreck mellan dem.",
                    "Use a–z, 0–9 and single hyphens between them.",
                ),
            },
            DuplicateId { .. } => both(
                "Välj ett annat, eller ta bort en av de två.",
                "Choose another, or remove one of the two.",
            ),
            NameNotId { .. } => both("Ge båda samma namn.", "Give both the same name."),
            UnknownParty { nearest, .. } => meant(
                nearest,
                "lägg till den i data/parties.toml, eller använd ett id därifrån.",
                "add it to data/parties.toml, or use an id from there.",
            ),
            UnknownSource { nearest, .. } => meant(
                nearest,
                "lägg till den under data/sources/, eller använd ett id därifrån.",
                "add it under data/sources/, or use an id from there.",
            ),
            UnknownMilestone { nearest, .. } => meant(
                nearest,
                "lägg till en [[milestone]], eller använd ett id överst i filen.",
                "add a [[milestone]], or use an id from the top of the file.",
            ),
            UnknownProcurement { nearest, .. } => meant(
                nearest,
                "skapa mappen, eller ta bort id:t.",
                "create the folder, or remove the id.",
            ),
            UnlistedProcurement { id } => both(
                format!("Lägg till `\"{id}\"` i dess `procurements`."),
                format!("Add `\"{id}\"` to its `procurements`."),
            ),
            FactWithoutSource { field } => both(
                format!(
                    "Lägg till `{field} = [\"…\"]` med ett id ur data/sources/; det som inte har \
                     någon källa står inte här."
                ),
                format!(
                    "Add `{field} = [\"…\"]` with an id from data/sources/; what has no source \
                     stays out."
                ),
            ),
            UnusedSource { .. } => both(
                "Hänvisa till den där den används, eller ta bort den.",
                "Cite it where it is used, or remove it.",
            ),
            UnusedParty { .. } => both(
                "Nämn den där den är med, eller ta bort den.",
                "Name it where it takes part, or remove it.",
            ),

            PlanOutOfOrder { .. } => both(
                "Planer står i den ordning de blev kända: flytta den.",
                "Plans stand in the order of announcement: move it.",
            ),
            StepOutOfOrder { .. } => both(
                "Steg står i datumens ordning: flytta det.",
                "Steps stand in the order of their dates: move it.",
            ),
            ClaimWithoutSteps => both(
                "Lägg till ett [[claim.step]] med dagen då kravet ställdes.",
                "Add a [[claim.step]] with the day on which it was raised.",
            ),
            ClaimWithoutDemand => both(
                "Lägg till en [[claim.demand]] som säger vad som krävdes, även om ingen summa \
                 nämndes.",
                "Add a [[claim.demand]] that says what was demanded, even if no sum was named.",
            ),
            SameParty { .. } => {
                both("Rätta `claimant` eller `respondent`.", "Correct `claimant` or `respondent`.")
            }
            NeverPromised { .. } => both(
                "Lägg till ett [[plan.promise]] om den, eller ta bort etappen.",
                "Add a [[plan.promise]] for it, or remove the milestone.",
            ),
            SplitTooEarly { .. } => both(
                "Ange den etapp som en tidigare plan lovade som helhet, eller ta bort `split-from`.",
                "Name the milestone that an earlier plan promised as a whole, or remove \
                 `split-from`.",
            ),
            MetAndUnmet { .. } => both(
                "Ta bort dess [[met]] eller dess [[unmet]].",
                "Remove its [[met]] or its [[unmet]].",
            ),
            MetBeforeAnnounced { .. } => both(
                "Se efter båda datumen; ett löfte i efterhand är inget löfte.",
                "Check both dates; a promise made afterwards is no promise.",
            ),
            AfterReview { .. } => both(
                "Se efter datumet, eller höj `reviewed` i data/dataset.toml.",
                "Check the date, or raise `reviewed` in data/dataset.toml.",
            ),
            PublicTooEarly { .. } => both(
                "Se efter båda datumen, eller ta bort `public` om det var offentligt genast.",
                "Check both dates, or remove `public` when it was public at once.",
            ),

            MissingHeadline { first } => both(
                format!(
                    "Lägg till `headline = \"{first}\"`, eller en annan etapp, överst i filen."
                ),
                format!(
                    "Add `headline = \"{first}\"`, or another milestone, at the top of the file."
                ),
            ),
            ForbiddenWord { forbidden } => {
                let instead = forbidden.instead;
                both(
                    format!("Skriv till exempel ”{instead}”; data/TERMS.md har hela listan."),
                    format!("Write “{instead}”, for instance; data/TERMS.md has the whole list."),
                )
            }
            TextTellsLater { date, .. } => both(
                format!(
                    "Är det ett löfte eller en plan, lägg till `looks-ahead = [\"{date}\"]` i \
                     posten; hände det senare, berätta det i en egen post."
                ),
                format!(
                    "If it is a promise or a plan, add `looks-ahead = [\"{date}\"]` to the entry; \
                     if it happened later, tell it in an entry of its own."
                ),
            ),
            EventTellsOfWhat { milestones } => {
                let milestones = milestones.join("\", \"");
                both(
                    format!(
                        "Lägg till `tells-of = [\"programme\"]` om den talar om hela programmet, \
                         `tells-of = [\"{milestones}\"]` (ett eller flera id) om den talar om dem, \
                         `tells-of = []` om den inte säger något om någon av dem, \
                         `tells-of = [\"elsewhere\"]` om den handlar om något annat än den här \
                         upphandlingen."
                    ),
                    format!(
                        "Add `tells-of = [\"programme\"]` if it tells of the whole programme, \
                         `tells-of = [\"{milestones}\"]` (one or more ids) if it tells of those, \
                         `tells-of = []` if it tells of none of them, \
                         `tells-of = [\"elsewhere\"]` if it is about something else than this \
                         procurement."
                    ),
                )
            }
        }
    }
}

impl Shape {
    /// How a field of this shape is written.
    fn example(self, field: &str) -> Text {
        let same = |text: String| both(text.clone(), text);
        match self {
            Shape::Text => same(format!("`{field} = \"…\"`")),
            Shape::Number => same(format!("`{field} = 2024`")),
            Shape::YesOrNo => same(format!("`{field} = true`")),
            Shape::List => same(format!("`{field} = [\"…\"]`")),
            Shape::Translated => both(
                format!("`{field}.sv = \"…\"` och `{field}.en = \"…\"`"),
                format!("`{field}.sv = \"…\"` and `{field}.en = \"…\"`"),
            ),
            Shape::Table => same(format!("`{field} = {{ … }}`")),
            Shape::Entries => both(
                format!("`[[{field}]]` ovanför varje post"),
                format!("`[[{field}]]` above each entry"),
            ),
        }
    }
}

/// The grammar of dates, by example.
const FORMS: &str = "`2026`, `2024-h2`, `2024-q3`, `2024-autumn`, `2024-11`, `2024-11-12`, \
                     `2021..2022`";

/// The item that an address of Wikidata or a small letter means: `…/wiki/Q42`, `q42`.
fn item_within(text: &str) -> Option<WikidataItem> {
    let last = text.trim().trim_end_matches('/').rsplit(['/', ':']).next()?;
    WikidataItem::parse(&last.to_ascii_uppercase())
}
