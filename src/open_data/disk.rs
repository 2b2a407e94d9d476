//! Reading and writing the project's own files, with a sentence for whoever has to mend it.

use std::collections::BTreeSet;
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

/// Takes every file out of a folder of kept ones whose name is not among these. What cannot be
/// taken away only takes room.
pub fn forget_all_but(folder: &Path, names: &BTreeSet<String>) {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for file in files.filter(|file| file.file_type().is_ok_and(|kind| kind.is_file())) {
        if !names.contains(&*file.file_name().to_string_lossy()) {
            let _ = std::fs::remove_file(file.path());
        }
    }
}

/// Writes a file, and the folders that it lies in.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let failed = |error| format!("{} cannot be written ({error}).", path.display());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    std::fs::write(path, bytes).map_err(failed)
}
