//! What somebody in a role said. Positions stand side by side, undecided.

use super::{Id, PartialDate, SourceRef, Text};
use serde::{Deserialize, Serialize};

/// A position taken in public by a role, never by a named person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    pub id: Id,
    pub date: PartialDate,
    /// When it became public, where that was later.
    pub public: Option<PartialDate>,
    /// The role that spoke.
    pub by: Text,
    pub text: Text,
    pub sources: Vec<SourceRef>,
}
