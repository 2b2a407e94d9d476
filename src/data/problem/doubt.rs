//! What can be right but seldom is: a warning, shown and not fatal.

use super::words::{both, short};
use crate::model::{Day, PartialDate, Text};

/// Which warning it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    PromiseBeforeAnnounced { promised: PartialDate, announced: PartialDate },
    ContractPlanBeforeSigning { announced: PartialDate, signed: PartialDate },
    SmallSum { value: u64 },
    SameInBothLanguages { field: String },
    TwoAddresses { address: String },
    NoPublicHost { host: String },
    ReviewedInFuture { reviewed: Day, today: Day },
    FirstStepAnswers { status: &'static str },
}

impl Doubt {
    /// The rule's name, which is its fixture's too.
    pub fn name(&self) -> &'static str {
        match self {
            Doubt::PromiseBeforeAnnounced { .. } => "promise-before-announced",
            Doubt::ContractPlanBeforeSigning { .. } => "contract-plan-before-signing",
            Doubt::SmallSum { .. } => "small-sum",
            Doubt::SameInBothLanguages { .. } => "same-in-both-languages",
            Doubt::TwoAddresses { .. } => "two-addresses",
            Doubt::NoPublicHost { .. } => "no-public-host",
            Doubt::ReviewedInFuture { .. } => "reviewed-in-future",
            Doubt::FirstStepAnswers { .. } => "first-step-answers",
        }
    }

    /// What is odd.
    pub fn sentence(&self) -> Text {
        match self {
            Doubt::PromiseBeforeAnnounced { promised, announced } => both(
                format!("Löftet gäller {promised}, innan planen blev känd {announced}."),
                format!(
                    "The promise is for {promised}, before its plan was announced {announced}."
                ),
            ),
            Doubt::ContractPlanBeforeSigning { announced, signed } => both(
                format!("Planen är avtalets, men blev känd {announced}, före avtalet {signed}."),
                format!(
                    "The plan is the contract's, but was announced {announced}, before the \
                     contract {signed}."
                ),
            ),
            Doubt::SmallSum { value } => both(
                format!("{value} är en liten summa här."),
                format!("{value} is a small sum here."),
            ),
            Doubt::SameInBothLanguages { field } => both(
                format!("`{field}` är lika på svenska och engelska."),
                format!("`{field}` is the same in Swedish and English."),
            ),
            Doubt::TwoAddresses { address } => both(
                format!("Här står två adresser i en: `{}`.", short(address)),
                format!("Two addresses stand in one here: `{}`.", short(address)),
            ),
            Doubt::NoPublicHost { host } => both(
                format!("`{}` är inget namn som läsare kan nå.", short(host)),
                format!("`{}` is no name that readers can reach.", short(host)),
            ),
            Doubt::ReviewedInFuture { reviewed, today } => {
                let (reviewed, today) = (PartialDate::Day(*reviewed), PartialDate::Day(*today));
                both(
                    format!("Genomgången sägs vara gjord {reviewed}, men i dag är det {today}."),
                    format!("The review is said to be of {reviewed}, but today is {today}."),
                )
            }
            Doubt::FirstStepAnswers { status } => both(
                format!("Kravets första steg är `{status}`, innan det har ställts."),
                format!("The claim's first step is `{status}`, before it was raised."),
            ),
        }
    }

    /// What to look at.
    pub fn remedy(&self) -> Text {
        match self {
            Doubt::PromiseBeforeAnnounced { .. } => both(
                "Se efter `promised` och `announced`; ett löfte gäller det som kommer.",
                "Check `promised` and `announced`; a promise is about what is to come.",
            ),
            Doubt::ContractPlanBeforeSigning { .. } => both(
                "Se efter `announced`, `form` och `signed` i `[contract]`.",
                "Check `announced`, `form` and `signed` in `[contract]`.",
            ),
            Doubt::SmallSum { .. } => both(
                "Belopp skrivs i hela kronor eller euro: 1,3 miljarder är `1300000000`.",
                "Amounts are whole kronor or euros: 1.3 billion is `1300000000`.",
            ),
            Doubt::SameInBothLanguages { .. } => both(
                "Översätt den ena, eller byt plats på dem om de förväxlats.",
                "Translate one of them.",
            ),
            Doubt::TwoAddresses { .. } => both(
                "Behåll en; den andra blir en källa för sig.",
                "Keep one; the other becomes a source of its own.",
            ),
            Doubt::NoPublicHost { .. } => both(
                "Kopiera adressen från den offentliga sidan.",
                "Copy the address of the public page.",
            ),
            Doubt::ReviewedInFuture { .. } => both(
                "Skriv dagen då uppgifterna gicks igenom.",
                "Write the day on which the facts were gone through.",
            ),
            Doubt::FirstStepAnswers { .. } => both(
                "Lägg till steget `raised` först, eller rätta `status`.",
                "Add the step `raised` first, or correct `status`.",
            ),
        }
    }
}
