//! Whose site it is, and what it shows: what a publisher decides, and no fact.

use super::{Day, Licence, Text, words};
use serde::{Deserialize, Serialize};

/// What stands in `site.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SiteSettings {
    /// Where it stands, such as `https://example.org/some/dir/`; empty where nobody has told.
    pub address: String,
    /// What the site is called.
    pub name: Text,
    /// Who publishes it.
    pub publisher: Text,
    /// Where readers turn to.
    pub contact: Option<Contact>,
    /// The licence of the site's own texts. That of the facts stands in `data/dataset.toml`.
    pub texts: Licence,
    /// Whether the system of each region is shown.
    pub regions: bool,
    /// Whether the comparison offers the Danish rule for schedules.
    pub danish_rule: bool,
    /// The statement that the law asks of a public body; none until somebody has filled it in.
    pub accessibility: Option<Accessibility>,
}

/// What every page has to know of it, beside the names, which stand in its words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    pub regions: bool,
    pub danish_rule: bool,
    pub contact: Option<Contact>,
    /// The licence of the site's own texts.
    pub texts: Licence,
    /// Whether there is an accessibility statement.
    pub statement: bool,
}

impl SiteSettings {
    /// What every page has to know of it.
    pub fn shown(&self) -> Shown {
        Shown {
            regions: self.regions,
            danish_rule: self.danish_rule,
            contact: self.contact.clone(),
            texts: self.texts,
            statement: self.accessibility.is_some(),
        }
    }
}

/// Where readers turn to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Contact {
    /// An e-mail address.
    Mail(String),
    /// A page.
    Page(String),
}

impl Contact {
    /// What a link to it leads to.
    pub fn href(&self) -> String {
        match self {
            Contact::Mail(address) => format!("mailto:{address}"),
            Contact::Page(address) => address.clone(),
        }
    }

    /// How it is written out.
    pub fn text(&self) -> &str {
        match self {
            Contact::Mail(address) | Contact::Page(address) => address,
        }
    }
}

/// What an accessibility statement tells, by the act (2018:1937) on the accessibility of digital
/// public services and the model of the European Union (2018/1523).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accessibility {
    /// Where a fault can be reported, also without saying who one is.
    pub form: String,
    pub compliance: Compliance,
    /// The day on which the site was last assessed.
    pub assessed: Day,
    /// The day on which the statement was last changed.
    pub updated: Day,
    pub method: Method,
    /// What is not accessible and why: there is some unless the site complies fully.
    pub faults: Option<Text>,
    /// What is left out as a disproportionate burden (12 § of the act).
    pub disproportionate: Option<Text>,
    /// What the law does not ask for (9 §).
    pub outside: Option<Text>,
}

/// How far a site does what the law asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compliance {
    Fully,
    Partly,
    Not,
}

/// Who assessed a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The publisher.
    Own,
    /// Somebody else.
    ThirdParty,
}

words!(Compliance: Fully "fully", Partly "partly", Not "not");
words!(Method: Own "own", ThirdParty "third-party");
