//! Identifiers as they stand in `data/`, in addresses and in published files.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A kebab-case identifier: `a–z`, `0–9` and single hyphens between them.
///
/// It becomes a part of permanent addresses, so it may never need escaping.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Id(String);

/// Why a text is no [`Id`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdError;

impl Id {
    /// Reads an identifier. Errors when it is not kebab-case.
    pub fn parse(text: &str) -> Result<Id, IdError> {
        let kebab = !text.is_empty()
            && text.split('-').all(|part| {
                !part.is_empty()
                    && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            });
        if kebab { Ok(Id(text.to_owned())) } else { Err(IdError) }
    }

    /// The name of what has none: of the facts in an outline. It stands in no address.
    pub fn nameless() -> Id {
        Id(String::new())
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_kebab_case_is_an_id() {
        for good in ["vgr-millennium", "2m-it", "a", "lt-2022-05"] {
            assert!(Id::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "å", "a b", "a_b", "a/b"] {
            assert!(Id::parse(bad).is_err(), "{bad}");
        }
    }
}
