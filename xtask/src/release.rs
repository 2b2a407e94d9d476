//! `cargo xtask release`: today's data as a version that no later build changes.
//!
//! What was released stays: neither its archive nor its line of the index is ever written again.

use crate::folder::{read, write};
use crate::git::{FACTS, git};
use crate::step::step;
use crate::{check, ledger, prerender};
use anyhow::{Result, anyhow, bail};
use std::path::Path;
use utlovat::data::folder;
use utlovat::open_data::hash::full_hash;
use utlovat::open_data::ledger::{FILE, Ledger};
use utlovat::open_data::versions::{self, INDEX, Version, is_new, write_index};

/// How large an archive may be, in bytes: each stays in the repository for ever.
const LARGEST: usize = 3_000_000;

/// Makes the version, or says that it is there already; refuses to make another one of that name.
pub fn release(root: &Path) -> Result<String> {
    let Some(new) = asked(root)? else {
        let (dataset, _) = folder::read(root);
        return Ok(format!(
            "version {} is released with these very facts already: nothing is to do",
            dataset.version
        ));
    };
    let program = step("compile prerenderer", |_| prerender::compile(root))?;
    let draft = root.join("target/xtask/frozen.zip.br");
    step("freeze", |note| {
        *note = prerender::freeze(&program, root, &draft, true)?;
        Ok(())
    })?;
    keep(root, new, &read(&draft)?)
}

/// The version that is to be made; none where it is there already.
fn asked(root: &Path) -> Result<Option<Version>> {
    check::check(root, check::Wish::usual())?;
    let index = index(root)?;
    let (dataset, _) = folder::read(root);
    let facts = versions::facts(root);
    if !is_new(&index, &dataset.version, &facts).map_err(|sentence| anyhow!(sentence))? {
        return Ok(None);
    }
    let changed = git(root, &["status", "--porcelain", "--", FACTS])?;
    if let Some(file) = changed.lines().next() {
        bail!(
            "data/ has changes that are in no commit (first:{}): commit them, so that everybody \
             can see what was released",
            file.get(2..).unwrap_or_default()
        );
    }
    let behind = ledger::behind(root)?;
    if behind > 0 {
        bail!(
            "{FILE} lacks {behind} commits of data/: run `cargo xtask ledger` and commit it, so \
             that it can tell what has changed since"
        );
    }
    let ledger = String::from_utf8_lossy(&read(&root.join(FILE))?).into_owned();
    let ledger = Ledger::read(&ledger).map_err(|sentence| anyhow!(sentence))?;
    let newest = ledger.versions.first().map(|entry| entry.id.clone()).unwrap_or_default();
    Ok(Some(Version {
        reviewed: dataset.reviewed.to_string(),
        version: dataset.version,
        facts,
        ledger: newest,
        archive: String::new(),
    }))
}

/// Puts a new version beside the others.
fn keep(root: &Path, mut new: Version, archive: &[u8]) -> Result<String> {
    if archive.len() > LARGEST {
        bail!(
            "the archive of version {} would be {} kB, and {} are allowed: keep less in \
             src/app/frozen.rs",
            new.version,
            archive.len() / 1000,
            LARGEST / 1000
        );
    }
    new.archive = full_hash(archive);
    let file = new.file();
    if root.join(&file).exists() {
        bail!("{file} is there, but {INDEX} does not tell of it: restore the index from git");
    }
    let name = new.version.clone();
    let mut index = index(root)?;
    index.insert(0, new);
    write(&root.join(&file), archive)?;
    write(&root.join(INDEX), write_index(&index).as_bytes())?;
    let size = archive.len() / 1000;
    Ok(format!("{file}: version {name}, {size} kB; commit it and {INDEX}, and never change them"))
}

/// The versions so far, each with the archive that it was released with.
fn index(root: &Path) -> Result<Vec<Version>> {
    let index = versions::index(root).map_err(|sentence| anyhow!(sentence))?;
    for version in &index {
        versions::archive(root, version).map_err(|sentence| anyhow!(sentence))?;
    }
    Ok(index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::git::repository::{PLANS, Repository};

    /// The toy facts with a ledger, all of it in commits.
    fn repository() -> Repository {
        let repository = Repository::new();
        repository.commit("the toy facts");
        ledger::update(repository.0.path()).unwrap();
        repository.commit("the ledger");
        repository
    }

    fn sentence(result: Result<Option<Version>>) -> String {
        result.expect_err("a refusal").to_string()
    }

    #[test]
    fn a_version_is_made_once_and_another_one_needs_another_name() {
        let repository = repository();
        let root = repository.0.path();
        let new = asked(root).unwrap().expect("a version to make");
        keep(root, new.clone(), b"its files").unwrap();
        assert_eq!(read(&root.join(new.file())).unwrap(), b"its files");
        assert_eq!(asked(root).unwrap(), None, "with the same facts nothing is to do");
        let index = read(&root.join(INDEX)).unwrap();

        repository.edit(PLANS, "2018", "2019");
        let refusal = sentence(asked(root));
        assert!(refusal.contains("was released with other facts"), "{refusal}");
        assert!(refusal.contains("raise `version` in data/dataset.toml"), "{refusal}");
        assert_eq!(read(&root.join(INDEX)).unwrap(), index, "what was released stays");
        let again = keep(root, new, b"other files").expect_err("a refusal").to_string();
        assert!(again.contains("is there"), "{again}");
    }

    #[test]
    fn what_is_in_no_commit_or_not_in_the_ledger_is_not_released() {
        let repository = repository();
        let root = repository.0.path();
        repository.edit("data/dataset.toml", "version = \"", "version = \"9");
        let refusal = sentence(asked(root));
        assert!(refusal.contains("in no commit (first: data/dataset.toml)"), "{refusal}");
        repository.commit("another version");
        let refusal = sentence(asked(root));
        assert!(refusal.contains("run `cargo xtask ledger`"), "{refusal}");
        ledger::update(root).unwrap();
        repository.commit("the ledger");
        let new = asked(root).unwrap().expect("a version to make");
        let entries = read(&root.join(FILE)).unwrap();
        assert!(String::from_utf8_lossy(&entries).contains(&new.ledger));
    }

    #[test]
    fn a_damaged_archive_stops_everything() {
        let repository = repository();
        let root = repository.0.path();
        let new = asked(root).unwrap().expect("a version to make");
        keep(root, new.clone(), b"its files").unwrap();
        write(&root.join(new.file()), b"its fileS").unwrap();
        let refusal = sentence(asked(root));
        assert!(refusal.contains("is not what was released as version"), "{refusal}");
        std::fs::remove_file(root.join(new.file())).unwrap();
        assert!(sentence(asked(root)).contains("is missing"));
    }

    #[test]
    fn an_archive_that_weighs_too_much_is_refused() {
        let repository = repository();
        let root = repository.0.path();
        let new = asked(root).unwrap().expect("a version to make");
        let refusal = keep(root, new, &vec![0; LARGEST + 1]).expect_err("a refusal").to_string();
        assert!(refusal.contains("3000 are allowed"), "{refusal}");
        assert!(!root.join(INDEX).exists());
    }
}
