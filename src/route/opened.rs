//! What a reader has opened on a timeline ↔ the value of `open` in the address:
//! `vgr-millennium:event:start`, `vgr-millennium:promised:2024-autumn`.

use crate::model::{Id, PartialDate};
use std::fmt;

/// A mark of a procurement's lane. It is told by its facts and not by its place, so that an
/// address opens the same on another day, at another width and with another filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub procurement: Id,
    pub mark: Opens,
}

/// What a mark stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opens {
    /// One event.
    Event(Id),
    /// The events of a stretch of the calendar whose day or month is known.
    Gathered(PartialDate),
    /// The events of which no more is known than that they were within this window.
    Within(PartialDate),
    /// What was promised for this window.
    Promised(PartialDate),
    /// The slip of the first go-live.
    Slip,
}

impl Opened {
    /// Reads the value of an address.
    pub fn parse(value: &str) -> Option<Opened> {
        let (procurement, mark) = value.split_once(':')?;
        let (word, rest) = mark.split_once(':').unwrap_or((mark, ""));
        let date = || PartialDate::parse(rest).ok();
        let mark = match word {
            "event" => Opens::Event(Id::parse(rest).ok()?),
            "gathered" => Opens::Gathered(date()?),
            "within" => Opens::Within(date()?),
            "promised" => Opens::Promised(date()?),
            "slip" if rest.is_empty() => Opens::Slip,
            _ => return None,
        };
        Some(Opened { procurement: Id::parse(procurement).ok()?, mark })
    }
}

impl fmt::Display for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.procurement)?;
        match &self.mark {
            Opens::Event(id) => write!(f, "event:{id}"),
            Opens::Gathered(date) => write!(f, "gathered:{date}"),
            Opens::Within(date) => write!(f, "within:{date}"),
            Opens::Promised(date) => write!(f, "promised:{date}"),
            Opens::Slip => f.write_str("slip"),
        }
    }
}
