//! The words of the glossary: what they mean, and where a text first uses one.

use super::{Markup, Site, html};
use crate::analysis::search::fold;
use crate::i18n::Key;
use crate::route::Page;

/// A word of the glossary.
pub struct Term {
    /// Its place on the page of the glossary, in every language.
    pub id: &'static str,
    /// Its forms, the one that names it first, with a `|` between them.
    forms: Key,
    pub means: Key,
}

const fn term(id: &'static str, forms: Key, means: Key) -> Term {
    Term { id, forms, means }
}

/// The words of procurement and contract.
pub static LAW: [Term; 15] = [
    term("procurement", Key::TermProcurement, Key::MeansProcurement),
    term("award", Key::TermAward, Key::MeansAward),
    term("review", Key::TermReview, Key::MeansReview),
    term("appeal", Key::TermAppeal, Key::MeansAppeal),
    term("contract-claim", Key::TermContractClaim, Key::MeansContractClaim),
    term("breach", Key::TermBreach, Key::MeansBreach),
    term("rectification", Key::TermRectification, Key::MeansRectification),
    term("damages", Key::TermDamages, Key::MeansDamages),
    term("liquidated-damages", Key::TermLiquidatedDamages, Key::MeansLiquidatedDamages),
    term("price-reduction", Key::TermPriceReduction, Key::MeansPriceReduction),
    term("cancellation", Key::TermCancellation, Key::MeansCancellation),
    term("settlement", Key::TermSettlement, Key::MeansSettlement),
    term("option", Key::TermOption, Key::MeansOption),
    term("secrecy", Key::TermSecrecy, Key::MeansSecrecy),
    term("supervision", Key::TermSupervision, Key::MeansSupervision),
];

/// The words that we use for what we follow.
pub static STORY: [Term; 9] = [
    term("promise", Key::TermPromise, Key::MeansPromise),
    term("go-live", Key::TermGoLive, Key::MeansGoLive),
    term("stage", Key::TermStage, Key::MeansStage),
    term("rollout", Key::TermRollout, Key::MeansRollout),
    term("slip", Key::TermSlip, Key::MeansSlip),
    term("paused", Key::TermPaused, Key::MeansPaused),
    term("record-system", Key::TermRecordSystem, Key::MeansRecordSystem),
    term("as-far-as-known", Key::TermAsFarAsKnown, Key::MeansAsFarAsKnown),
    term("unconfirmed", Key::TermUnconfirmed, Key::MeansUnconfirmed),
];

fn all() -> impl Iterator<Item = &'static Term> {
    LAW.iter().chain(&STORY)
}

impl Term {
    fn forms(&self, site: Site) -> impl Iterator<Item = &'static str> {
        site.t(self.forms).split('|')
    }

    /// What it is called.
    pub fn name(&self, site: Site) -> &'static str {
        self.forms(site).next().unwrap_or_default()
    }

    /// Where it is explained.
    pub fn href(&self, site: Site) -> String {
        format!("{}#{}", site.href(Page::Glossary), self.id)
    }
}

/// The word that somebody looks for, if it is one of the glossary: in one of its forms, or from
/// four letters on the beginning of its name.
pub fn looked_for(site: Site, typed: &str) -> Option<&'static Term> {
    let typed = fold(typed);
    let is = |term: &&Term| term.forms(site).any(|form| fold(form) == typed);
    let begins = |term: &&Term| typed.len() >= 4 && fold(term.name(site)).starts_with(&typed);
    all().find(is).or_else(|| all().find(begins))
}

/// Links words of the glossary to it where they are first used.
pub struct Terms<'a> {
    site: Site<'a>,
    used: Vec<&'static str>,
}

impl<'a> Terms<'a> {
    /// Nothing has been used yet.
    pub fn new(site: Site<'a>) -> Terms<'a> {
        Terms { site, used: Vec::new() }
    }

    /// Nothing is linked: where the same words stand again and again.
    pub fn none(site: Site<'a>) -> Terms<'a> {
        Terms { site, used: all().map(|term| term.id).collect() }
    }

    /// A text in which each word that has not been used before is a link.
    pub fn link(&mut self, text: &str) -> Markup {
        let mut uses: Vec<(usize, usize, &'static Term)> = Vec::new();
        for term in all().filter(|term| !self.used.contains(&term.id)) {
            let longest = term
                .forms(self.site)
                .filter_map(|form| Some((word_in(text, form)?, form.len())))
                .min_by_key(|(at, length)| (*at, std::cmp::Reverse(*length)));
            let Some((at, length)) = longest else { continue };
            // A word within a longer one that is a term too is that one's.
            if let Some(place) =
                uses.iter().position(|(from, to, _)| at < *to && *from < at + length)
            {
                let (from, to, _) = uses[place];
                if length <= to - from {
                    continue;
                }
                uses.remove(place);
            }
            let place = uses.iter().take_while(|(from, ..)| *from < at).count();
            uses.insert(place, (at, at + length, term));
        }
        self.used.extend(uses.iter().map(|(.., term)| term.id));
        let site = self.site;
        let mut done = 0;
        html! {
            @for (from, to, term) in uses {
                (text.get(std::mem::replace(&mut done, to)..from).unwrap_or_default())
                a class="term" href=(term.href(site)) { (text.get(from..to).unwrap_or_default()) }
            }
            (text.get(done..).unwrap_or_default())
        }
    }
}

/// Where a text has a word by itself, as it is or at the beginning of a sentence.
fn word_in(text: &str, word: &str) -> Option<usize> {
    let first = word.chars().next()?;
    let rest = &word[first.len_utf8()..];
    let mut from = 0;
    while let Some(found) = text.get(from..)?.find(rest).filter(|_| !rest.is_empty()) {
        let rest_at = from + found;
        from = rest_at + rest.len();
        let before = text[..rest_at].chars().next_back();
        let Some(letter) = before.filter(|c| *c == first || is_capital_of(*c, first)) else {
            continue;
        };
        let at = rest_at - letter.len_utf8();
        let outside = |c: Option<char>| c.is_none_or(|c| !is_letter(c));
        if outside(text[..at].chars().next_back()) && outside(text[from..].chars().next()) {
            return Some(at);
        }
    }
    None
}

/// A letter or a hyphen: what makes a word a longer one.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c as u32 >= 0xC0 && c as u32 <= 0x17F
}

/// Whether a letter is the capital of another, in the alphabets of our languages.
fn is_capital_of(capital: char, letter: char) -> bool {
    capital.is_ascii_uppercase() && capital.to_ascii_lowercase() == letter
        || matches!((capital, letter), ('Å', 'å') | ('Ä', 'ä') | ('Ö', 'ö'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_by_itself() {
        assert_eq!(word_in("Ett vite och viten", "vite"), Some(4));
        assert_eq!(word_in("Vite kan krävas", "vite"), Some(0));
        assert_eq!(word_in("effektivitet, vitet", "vite"), None);
        assert_eq!(word_in("Överprövning", "överprövning"), Some(0));
        assert_eq!(word_in("en go-live", "live"), None);
        assert_eq!(word_in("", "vite"), None);
    }
}
