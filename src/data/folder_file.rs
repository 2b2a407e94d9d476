//! The files of a procurement's folder that it may be without.

use crate::model::words;

/// The files that a procurement may be without, when it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderFile {
    /// `plans.toml`.
    Plans,
    /// `events.toml`.
    Events,
    /// `claims.toml`.
    Claims,
    /// `statements.toml`.
    Statements,
}

words!(FolderFile:
    Plans "plans.toml", Events "events.toml", Claims "claims.toml", Statements "statements.toml");
