//! Under which licence the facts are published.

use serde::{Deserialize, Serialize};

/// A licence for data that anyone may use. Its name and its address stand here and nowhere else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Licence {
    #[default]
    CcBy4,
    CcBySa4,
    Cc0,
    OdcBy,
    Odbl,
    Pddl,
}

impl Licence {
    /// What it is called, in any language.
    pub fn name(self) -> &'static str {
        match self {
            Licence::CcBy4 => "CC BY 4.0",
            Licence::CcBySa4 => "CC BY-SA 4.0",
            Licence::Cc0 => "CC0 1.0",
            Licence::OdcBy => "ODC-By 1.0",
            Licence::Odbl => "ODbL 1.0",
            Licence::Pddl => "PDDL 1.0",
        }
    }

    /// Where it can be read.
    pub fn url(self) -> &'static str {
        match self {
            Licence::CcBy4 => "https://creativecommons.org/licenses/by/4.0/",
            Licence::CcBySa4 => "https://creativecommons.org/licenses/by-sa/4.0/",
            Licence::Cc0 => "https://creativecommons.org/publicdomain/zero/1.0/",
            Licence::OdcBy => "https://opendatacommons.org/licenses/by/1-0/",
            Licence::Odbl => "https://opendatacommons.org/licenses/odbl/1-0/",
            Licence::Pddl => "https://opendatacommons.org/licenses/pddl/1-0/",
        }
    }
}
