//! Reading and writing the project's own files, with a sentence for whoever has to mend it.

use std::path::Path;

/// The text of a file of the project.
pub fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path)
        .map_err(|error| format!("{} cannot be read ({error}): restore it.", path.display()))
}

/// What an earlier build kept in a file; none where it kept nothing.
pub fn kept(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).ok()
}

/// Writes a file, and the folders that it lies in.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let failed = |error| format!("{} cannot be written ({error}).", path.display());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    std::fs::write(path, bytes).map_err(failed)
}
