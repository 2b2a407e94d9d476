//! The project as tests see it: its folder, and its two data sets.

use std::path::Path;
use std::sync::LazyLock;
use utlovat::data::folder;
use utlovat::model::{Dataset, Procurement};

/// The small data set that drawings and snapshots are made from.
pub static TOY: LazyLock<Dataset> = LazyLock::new(|| folder::read(&root().join(TOY_FOLDER)).0);

/// The facts that readers see.
pub static REAL: LazyLock<Dataset> = LazyLock::new(|| folder::read(root()).0);

const TOY_FOLDER: &str = "tests/fixtures/toy";

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A procurement of a data set, by its id.
pub fn procurement(dataset: &'static Dataset, id: &str) -> &'static Procurement {
    dataset.procurement(id).unwrap_or_else(|| panic!("the data set has no procurement {id}"))
}
