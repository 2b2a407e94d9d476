//! The Open Contracting Data Standard, OCDS 1.1.5: for each procurement a package of releases and
//! a package with its record, and one package with all records.
//!
//! OCDS keeps no earlier due date in a milestone: the history is the set of releases. So there is
//! one release for each fact with a day of its own (a plan, a contract, a step of a claim), dated
//! the day since when it is known, and one last release with what is written in today's words.
//!
//! What the standard has no field for (claims between buyer and supplier, dates as vague as their
//! sources, sums with their kinds) stands in [an extension of our own](extension::files). Not
//! registered: the prefix of our ids. The page [`Document::Policy`] tells all of it to readers.
//!
//! The standard asks for whole addresses, so a site that does not know its own has none of this.

mod amount;

mod claim;

mod extension;

mod fact;

mod history;

mod merge;

mod object;

mod package;

mod party;

mod procedure;

mod promise;

mod release;

mod review;

mod section;

mod source;

pub use extension::{CODELISTS, EXTENSION_SCHEMA};
pub use history::releases;
pub use merge::{compiled, versioned};
pub use package::{RECORDS, record_path, releases_path};

use super::files::{File, Publication};

/// What every id of a contracting process begins with. It looks like a registered prefix because
/// validators ask for the form; nobody has registered it, and the publication policy says so.
pub const PREFIX: &str = "ocds-000000";

/// Packages of releases and records, and the extension that they need.
pub fn files(publication: Publication) -> Result<Vec<File>, String> {
    if !publication.is_placed() {
        return Ok(vec![]);
    }
    let mut files = extension::files(publication);
    files.extend(package::files(publication));
    Ok(files)
}
