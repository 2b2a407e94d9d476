//! The few words that only calendars need. They are not among those of the interface, which
//! travel to every reader's browser.

use crate::model::Lang;

/// What an entry's summary begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begins {
    Promised,
    /// A promise after which another plan gave another date.
    PromisedEarlier,
    Happened,
    GivenUp,
}

/// The words before an entry's name.
pub fn begins(lang: Lang, with: Begins) -> &'static str {
    match (lang, with) {
        (Lang::Sv, Begins::Promised) => "Utlovat",
        (Lang::Sv, Begins::PromisedEarlier) => "Utlovat, senare plan finns",
        (Lang::Sv, Begins::Happened) => "Hände",
        (Lang::Sv, Begins::GivenUp) => "Gavs upp",
        (Lang::En, Begins::Promised) => "Promised",
        (Lang::En, Begins::PromisedEarlier) => "Promised, later plan exists",
        (Lang::En, Begins::Happened) => "Happened",
        (Lang::En, Begins::GivenUp) => "Given up",
    }
}

/// That a later plan gave another date. Whether it replaced the promise is for the plan to say.
pub fn later_plan(lang: Lang, announced: &str, promised: &str) -> String {
    match lang {
        Lang::Sv => format!("En senare plan ({announced}) anger en annan tid: {promised}."),
        Lang::En => format!("A later plan ({announced}) gives another time: {promised}."),
    }
}
