//! Words by key, and sentences with their blanks filled in.

use super::format;
#[cfg(not(target_arch = "wasm32"))]
use super::locale_file::OF_THE_SITE;
use super::words::{Key, Sentence};
use crate::model::Lang;
#[cfg(not(target_arch = "wasm32"))]
use crate::model::SiteSettings;
use serde::{Deserialize, Serialize};

/// The words of one language: those of each [`Key`], and then the forms of each sentence.
///
/// They are read from `locales/` once, natively, and travel to the browser as a plain list:
/// a lookup is an index, and the WASM holds neither words nor the names of keys and blanks. A
/// blank stands in them as its number among the blanks of its sentence: `{0}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Messages {
    lang: Lang,
    words: Vec<String>,
}

impl Messages {
    /// Words in the order in which `build.rs` gives places.
    pub fn new(lang: Lang, words: Vec<String>) -> Messages {
        Messages { lang, words }
    }

    /// The words of a site, with its name and its publisher's where words tell them.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of_site(mut self, site: &SiteSettings) -> Messages {
        let names = [&site.name, &site.publisher].map(|name| {
            // Braces would be read as a blank.
            name.get(self.lang).replace(['{', '}'], "")
        });
        for text in &mut self.words {
            for (blank, name) in OF_THE_SITE.into_iter().zip(&names) {
                *text = text.replace(&format!("{{{blank}}}"), name);
            }
        }
        self
    }

    /// The language of the words.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The words for a key.
    pub fn get(&self, key: Key) -> &str {
        self.at(key as usize)
    }

    /// The site's name as a part of a file's name: `utlovat`.
    pub fn slug(&self) -> String {
        let letters = self.get(Key::SiteName).chars().filter(char::is_ascii_alphanumeric);
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    }

    /// A sentence with its blanks filled in.
    pub fn say(&self, sentence: impl Sentence) -> String {
        sentence.say(self)
    }

    /// Every text with its key, for whoever checks them; blanks stand as numbers.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let keys = super::words::SHAPES.iter();
        let keys = keys.flat_map(|shape| std::iter::repeat_n(shape.key, shape.forms));
        keys.zip(self.words.iter().map(String::as_str))
    }

    pub(super) fn fill(&self, place: usize, blanks: &[Blank]) -> String {
        let mut parts = self.at(place).split('{');
        let mut out = String::from(parts.next().unwrap_or_default());
        for part in parts {
            let (number, after) = part.split_once('}').unwrap_or_default();
            match number.parse().ok().and_then(|number: u8| blanks.get(usize::from(number))) {
                Some(Blank::Text(text)) => out.push_str(text),
                Some(Blank::Number(n)) => out.push_str(&format::count(self.lang, *n as u64)),
                None => {}
            }
            out.push_str(after);
        }
        out
    }

    fn at(&self, place: usize) -> &str {
        self.words.get(place).map_or("", String::as_str)
    }
}

/// What is filled into a blank.
pub(super) enum Blank<'a> {
    Text(&'a str),
    Number(usize),
}

/// Which form a number asks for, counted from a sentence's first. Swedish and English part one
/// from all others.
pub(super) fn plural(n: usize) -> usize {
    usize::from(n != 1)
}

/// What a key has to have in each language.
#[cfg(not(target_arch = "wasm32"))]
pub(super) struct Shape {
    pub key: &'static str,
    /// How many places it takes: one, or two for a plural.
    pub forms: usize,
    /// The names of its blanks, in the order of their numbers.
    pub blanks: &'static [&'static str],
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    #[test]
    fn the_names_of_the_site_are_filled_in_once() {
        let name = |name: &str| Text { sv: String::new(), en: name.to_owned() };
        let site = SiteSettings {
            name: name("Open {n} & shut"),
            publisher: name("The Region"),
            ..SiteSettings::default()
        };
        let words = vec!["{SITE}, {PUBLISHER}: {SITE}".to_owned(), "{0} at {SITE}".to_owned()];
        let messages = Messages::new(Lang::En, words).of_site(&site);
        assert_eq!(messages.at(0), "Open n & shut, The Region: Open n & shut");
        assert_eq!(messages.fill(1, &[Blank::Text("Seen")]), "Seen at Open n & shut");
    }

    #[test]
    fn blanks_are_filled_and_what_is_filled_in_is_not_read_again() {
        let words = vec![String::new(), "{1} and {0}, {1}".to_owned(), "one, {0}".to_owned()];
        let messages = Messages::new(Lang::En, words);
        let blanks = [Blank::Text("{1}"), Blank::Number(1_234)];
        assert_eq!(messages.fill(1, &blanks), "1,234 and {1}, 1,234");
        assert_eq!(messages.fill(1 + plural(0), &blanks), "one, {1}");
        assert_eq!(messages.fill(plural(1), &blanks), "");
    }
}
