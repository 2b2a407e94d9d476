//! The data set as the world reads it, in the forms that each field uses.
//!
//! Beside the facts it tells what we computed from them (how late, known until when) and where
//! each thing has its page, so it stands above `data`, `analysis` and `route` alike. Each format
//! has a folder of its own that gives back files; [`files()`] gathers them, and a program writes
//! them. Start there.

pub mod calendars;
pub mod disk;
pub mod downloads;
pub mod feeds;
pub mod hash;
pub mod ledger;
pub mod ocds;
pub mod rdf;
pub mod schema_org;
pub mod tables;
pub mod v1;
pub mod versions;

mod files;
mod project;

pub use files::{File, Publication, files};
pub use project::{Project, split_base_url};
