//! An entry of the ledger in the words of one language, for pages and feeds.

use super::Change;
use crate::i18n::format;
use crate::model::{Lang, Text};

/// What an entry says of what was told and what is told instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// The one instead of the other. Of two long texts, the words that differ and those around.
    Instead {
        from: String,
        to: String,
    },
    Came(String),
    Went(String),
    /// That the wording is another one in the other language only.
    OtherLanguage(&'static str),
    /// That it changed, and that what was told before is left out; with what is told now.
    Withheld(&'static str, Option<String>),
}

impl Change {
    /// What it is about, from the whole to the part: "Skåne · Första driftstarten · datum".
    /// `own` is for where the name of its procurement goes without saying.
    pub fn about(&self, lang: Lang, own: bool) -> String {
        let names = self.names.iter().skip(usize::from(own && self.procurement.is_some()));
        let all: Vec<&str> = names.chain(&self.field).map(|name| name.get(lang)).collect();
        format::capitalized(&all.join(" · "))
    }

    /// What was told and what is told instead.
    pub fn told(&self, lang: Lang) -> Told {
        let get = |text: &Text| text.get(lang).to_owned();
        match (self.from.as_ref(), self.to.as_ref()) {
            _ if self.withheld => {
                let words = match lang {
                    Lang::Sv => "ändrat; det som stod visas inte",
                    Lang::En => "changed; what it said is not shown",
                };
                Told::Withheld(words, self.to.as_ref().map(get))
            }
            (Some(from), Some(to)) if from.get(lang) == to.get(lang) => {
                Told::OtherLanguage(match lang {
                    Lang::Sv => "ordalydelsen ändrades bara på engelska",
                    Lang::En => "the wording changed in Swedish only",
                })
            }
            (Some(from), Some(to)) => {
                let (from, to) = differing(from.get(lang), to.get(lang));
                Told::Instead { from, to }
            }
            (Some(from), None) => Told::Went(get(from)),
            (None, to) => Told::Came(to.map(get).unwrap_or_default()),
        }
    }

    /// The same in a line, with the reason where there is one.
    pub fn line(&self, lang: Lang) -> String {
        let (came, went) = (came(lang), went(lang));
        let told = match self.told(lang) {
            Told::Instead { from, to } => format!("{from} → {to}"),
            Told::Came(what) => format!("{came}: {what}"),
            Told::Went(what) => format!("{went}: {what}"),
            Told::OtherLanguage(words) | Told::Withheld(words, None) => words.to_owned(),
            Told::Withheld(words, Some(to)) => format!("{words} → {to}"),
        };
        match &self.because {
            Some(because) => format!("{told}, {}", because.get(lang)),
            None => told,
        }
    }
}

/// Before what is new.
pub fn came(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => "tillkom",
        Lang::En => "added",
    }
}

/// Before what is gone.
pub fn went(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => "togs bort",
        Lang::En => "removed",
    }
}

/// How many words stand around those that differ.
const AROUND: usize = 6;

/// The words of two texts that differ, with some around them; short texts stand whole.
fn differing(from: &str, to: &str) -> (String, String) {
    let (old, new): (Vec<&str>, Vec<&str>) = (from.split(' ').collect(), to.split(' ').collect());
    let shorter = old.len().min(new.len());
    let same = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let rest = old.iter().rev().zip(new.iter().rev());
    let last =
        rest.take_while(|(one, other)| one == other).count().min(shorter - same.min(shorter));
    let first = same.saturating_sub(AROUND);
    let cut = last.saturating_sub(AROUND);
    let part = |words: &[&str]| {
        let inside = words[first..words.len() - cut].join(" ");
        let before = if first > 0 { "… " } else { "" };
        let after = if cut > 0 { " …" } else { "" };
        format!("{before}{inside}{after}")
    };
    (part(&old), part(&new))
}
