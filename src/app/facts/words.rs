//! What every page of a language has: the words of its interface, and what is said of the whole.

use super::Published;
use crate::i18n::Messages;
use crate::model::{Dataset, Day, Licence, Shown};
use crate::view::Frozen;
use serde::{Deserialize, Serialize};

/// The words of one language and the head of its data set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub messages: Messages,
    pub head: Head,
}

/// What is said of a data set as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub version: String,
    pub licence: Licence,
    pub reviewed: Day,
    /// The file of the index, below the site's root.
    pub index: String,
    /// How many parties there are, so that each can have its place.
    pub parties: u16,
    /// Whether the site has pictures of its figures.
    pub pictures: bool,
    /// The frozen version of these facts, where there is one.
    pub frozen: Option<Frozen>,
    /// What the publisher has decided to show.
    pub shown: Shown,
}

/// What is said of a site, whatever its facts.
#[derive(Debug, Clone, Default)]
pub struct OfSite {
    /// Whether it has pictures of its figures.
    pub pictures: bool,
    /// The frozen version of its facts, where there is one.
    pub frozen: Option<Frozen>,
    /// What the publisher has decided to show.
    pub shown: Shown,
}

impl Published for Words {}

impl Head {
    /// The head of a data set whose index lies in a file.
    pub fn of(dataset: &Dataset, index: String, of: OfSite) -> Head {
        let OfSite { pictures, frozen, shown } = of;
        Head {
            index,
            pictures,
            frozen,
            shown,
            version: dataset.version.clone(),
            licence: dataset.licence,
            reviewed: dataset.reviewed,
            parties: u16::try_from(dataset.parties.len()).unwrap_or(u16::MAX),
        }
    }
}
