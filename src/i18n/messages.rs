//! Words by key.

use super::Key;
use crate::model::Lang;
use serde::{Deserialize, Serialize};

/// The words of one language, in the order of [`Key::ALL`].
///
/// They are read from `locales/` once, natively, and travel to the browser as a plain list:
/// a lookup is an index, and the WASM holds neither words nor the names of keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Messages {
    lang: Lang,
    words: Vec<String>,
}

impl Messages {
    /// Words that stand in the order of [`Key::ALL`].
    pub fn new(lang: Lang, words: Vec<String>) -> Messages {
        Messages { lang, words }
    }

    /// The language of the words.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The words for a key.
    pub fn get(&self, key: Key) -> &str {
        self.words.get(key as usize).map_or("", String::as_str)
    }

    /// A sentence with its `{blanks}` filled in. A blank that is not given stays as it is.
    pub fn fill(&self, key: Key, blanks: &[(&str, &str)]) -> String {
        let mut out = String::new();
        let mut rest = self.get(key);
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                out.push('{');
                rest = after;
                continue;
            };
            match blanks.iter().find(|(blank, _)| *blank == name) {
                Some((_, value)) => out.push_str(value),
                None => {
                    out.push('{');
                    out.push_str(name);
                    out.push('}');
                }
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

/// Makes the [`Key`]s, their names and their list.
macro_rules! keys {
    ($($key:ident = $name:literal,)*) => {
        /// A word or a sentence of the interface.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u16)]
        pub enum Key {
            $(#[doc = $name] $key,)*
        }

        impl Key {
            /// Every key, in order.
            pub const ALL: &[Key] = &[$(Key::$key),*];

            /// The name that it has in `locales/*.toml`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Key::$key => $name,)*
                }
            }
        }
    };
}
pub(super) use keys;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_filled_and_odd_braces_survive() {
        let mut words = vec![String::new(); Key::ALL.len()];
        words[0] = "{a} and {b}, {c {".to_owned();
        let messages = Messages::new(Lang::En, words);
        assert_eq!(messages.fill(Key::ALL[0], &[("a", "1"), ("b", "{a}")]), "1 and {a}, {c {");
    }
}
