//! The few words that only feeds need. They are not among those of the interface, which travel to
//! every reader's browser.

use crate::model::Lang;

/// What a feed tells.
pub fn subtitle(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => {
            "Det som har blivit känt, dagen då det blev känt, och det som har ändrats i \
             underlaget, dagen då det ändrades."
        }
        Lang::En => {
            "What became known, on the day it did, and what was changed in the record, on the \
             day it was changed."
        }
    }
}

/// That an edit changed so many things.
pub fn edited(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Sv, 1) => "underlaget ändrat på ett ställe".to_owned(),
        (Lang::Sv, _) => format!("underlaget ändrat på {count} ställen"),
        (Lang::En, 1) => "the record changed in one place".to_owned(),
        (Lang::En, _) => format!("the record changed in {count} places"),
    }
}

/// That an edit changed more than is told here.
pub fn more(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Sv => format!("Och {count} till; hela listan står i ändringsloggen."),
        Lang::En => format!("And {count} more; the whole list is in the log of changes."),
    }
}

/// What kind of thing an entry tells of, by the fixed word for it.
pub fn kind(lang: Lang, kind: &'static str) -> &'static str {
    let (sv, en) = match kind {
        "event" => ("Händelse", "Event"),
        "plan" => ("Tidsplan", "Plan"),
        "claim" => ("Krav", "Claim"),
        "claim-step" => ("Steg i ett krav", "Step of a claim"),
        "received" => ("Erhållet på ett krav", "Received on a claim"),
        "met" => ("Etapp som skedde", "Milestone that was met"),
        "dropped" => ("Etapp som gavs upp", "Milestone that was given up"),
        "cost" => ("Kostnad", "Cost"),
        "edit" => ("Ändring i underlaget", "Change of the record"),
        other => (other, other),
    };
    match lang {
        Lang::Sv => sv,
        Lang::En => en,
    }
}
