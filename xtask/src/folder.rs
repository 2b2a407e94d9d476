//! Folders: the one that we write, and lists of files that are the same on every machine.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The file by which we know a folder that we built, and so may replace.
pub const MARK: &str = ".utlovat";

/// A site in the making, beside the folder that it will replace.
///
/// Whoever reads the old site while we build sees it whole; a failed build leaves it as it was.
pub struct Draft {
    out: PathBuf,
    folder: PathBuf,
}

impl Draft {
    /// Starts with an empty folder, unless that would endanger somebody's files.
    pub fn begin(out: &Path) -> Result<Draft> {
        let draft = Draft { out: out.to_path_buf(), folder: beside(out, ".tmp") };
        for folder in [&draft.out, &draft.folder] {
            if !replaceable(folder)? {
                bail!(
                    "{} exists and is not a folder that this tool built; move it away or name another with --out",
                    folder.display()
                );
            }
        }
        remove(&draft.folder)?;
        fs::create_dir_all(&draft.folder)
            .with_context(|| format!("cannot create the folder {}", draft.folder.display()))?;
        let mark = "Written by `cargo xtask build`, which replaces this folder whole each time.\n";
        write(&draft.folder.join(MARK), mark.as_bytes())?;
        Ok(draft)
    }

    /// Where to write.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts the new site in the place of the old one.
    pub fn publish(self) -> Result<()> {
        let old = beside(&self.out, ".old");
        if !replaceable(&old)? {
            bail!("{} is left over from a build that was cut short; remove it", old.display());
        }
        remove(&old)?;
        if self.out.exists() {
            fs::rename(&self.out, &old)
                .with_context(|| format!("cannot move {} out of the way", self.out.display()))?;
        }
        fs::rename(&self.folder, &self.out)
            .with_context(|| format!("cannot put the new site at {}", self.out.display()))?;
        remove(&old)
    }
}

impl Drop for Draft {
    /// A draft that was not published leaves nothing behind.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Every file under a folder, as paths from there, in the order of their names.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).follow_links(true) {
        let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
        if !entry.file_type().is_dir() {
            found.push(entry.path().strip_prefix(folder)?.to_path_buf());
        }
    }
    found.sort();
    Ok(found)
}

/// Reads a file, or says which one could not be read.
pub fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

/// Writes a file and the folders above it.
pub fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))
}

/// A path under a folder as an address writes it.
pub fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// Removes a folder with all that is in it, if there is one.
pub fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

/// Copies every file of a folder into another.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    files(from)?.iter().try_for_each(|file| write(&to.join(file), &read(&from.join(file))?))
}

/// Made-up facts that are few and have one of everything.
pub const TOY_FACTS: &str = "tests/fixtures/toy/data";

/// Copies what a project has beside its facts: words, looks, public files, and whose site it is.
pub fn copy_but_facts(root: &Path, project: &Path) -> Result<()> {
    for part in ["locales", "style", "public"] {
        copy(&root.join(part), &project.join(part))?;
    }
    for file in ["index.html", "site.toml"] {
        write(&project.join(file), &read(&root.join(file))?)?;
    }
    Ok(())
}

/// Files that are only in one folder, or not the same in both.
pub fn differing(first: &Path, second: &Path) -> Result<Vec<String>> {
    let (ours, theirs) = (files(first)?, files(second)?);
    let mut all: Vec<&PathBuf> = ours.iter().chain(&theirs).collect();
    all.sort();
    all.dedup();
    let mut found = Vec::new();
    for file in all {
        let both = ours.binary_search(file).is_ok() && theirs.binary_search(file).is_ok();
        if !both || read(&first.join(file))? != read(&second.join(file))? {
            found.push(slashed(file));
        }
    }
    Ok(found)
}

fn replaceable(folder: &Path) -> Result<bool> {
    if !folder.exists() || folder.join(MARK).is_file() {
        return Ok(true);
    }
    Ok(folder.is_dir() && files(folder)?.is_empty())
}

fn beside(out: &Path, ending: &str) -> PathBuf {
    let mut name = out.as_os_str().to_os_string();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_replaces_what_we_built() {
        let place = tempfile::tempdir().unwrap();
        let out = place.path().join("dist");
        for text in ["one", "two"] {
            let draft = Draft::begin(&out).unwrap();
            write(&draft.folder().join("a/b.txt"), text.as_bytes()).unwrap();
            draft.publish().unwrap();
            assert_eq!(read(&out.join("a/b.txt")).unwrap(), text.as_bytes());
        }
        assert_eq!(
            files(place.path()).unwrap(),
            [Path::new("dist/.utlovat"), Path::new("dist/a/b.txt")]
        );
    }

    #[test]
    fn a_failed_draft_leaves_the_old_site() {
        let place = tempfile::tempdir().unwrap();
        let out = place.path().join("dist");
        Draft::begin(&out).unwrap().publish().unwrap();
        drop(Draft::begin(&out).unwrap());
        assert_eq!(files(place.path()).unwrap(), [Path::new("dist/.utlovat")]);
    }

    #[test]
    fn somebody_elses_folder_is_refused() {
        let place = tempfile::tempdir().unwrap();
        let out = place.path().join("thesis");
        write(&out.join("chapter.txt"), b"years of work").unwrap();
        let refusal = Draft::begin(&out).err().unwrap().to_string();
        assert!(refusal.contains("is not a folder that this tool built"), "{refusal}");
        assert!(out.join("chapter.txt").is_file());
    }

    #[test]
    fn every_difference_is_named() {
        let place = tempfile::tempdir().unwrap();
        let (a, b) = (place.path().join("a"), place.path().join("b"));
        for (file, ours, theirs) in [("same", "1", "1"), ("sv/other", "1", "2")] {
            write(&a.join(file), ours.as_bytes()).unwrap();
            write(&b.join(file), theirs.as_bytes()).unwrap();
        }
        write(&b.join("new"), b"").unwrap();
        assert_eq!(differing(&a, &b).unwrap(), ["new", "sv/other"]);
    }
}
