//! The assets of earlier builds, kept in the new one for readers who still have an old page: names
//! of assets carry their content, so those of several builds stand beside each other.

use crate::compress::Coding;
use crate::folder::{files, read, slashed, write};
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::Path;

/// The file that tells which asset belongs to which build. Hosts show no file with such a name.
pub const LIST: &str = ".releases.json";

/// What each build that is still in the folder had below `assets/`, the newest first.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Releases {
    releases: Vec<BTreeSet<String>>,
}

/// Takes the assets of the last `keep` builds from the folder that will be replaced into the new
/// one; tells how many files it took.
pub fn carry(old: &Path, new: &Path, keep: usize) -> Result<usize> {
    let own = assets(new)?;
    let mut earlier = of(old)?;
    // The same build once more must not drive out those before it.
    earlier.retain(|release| *release != own && !release.is_empty());
    earlier.truncate(keep);
    let endings = Coding::ALL.map(|coding| format!(".{}", coding.ending()));
    let mut taken = 0;
    for name in earlier.iter().flatten().filter(|name| !own.contains(*name)) {
        for ending in ["", &*endings[0], &*endings[1]] {
            let file = format!("assets/{name}{ending}");
            let (from, to) = (old.join(&file), new.join(&file));
            if from.is_file() && !to.exists() {
                write(&to, &read(&from)?)?;
                taken += usize::from(ending.is_empty());
            }
        }
    }
    let releases = Releases { releases: [own].into_iter().chain(earlier).collect() };
    write(&new.join(LIST), serde_json::to_string_pretty(&releases)?.as_bytes())?;
    Ok(taken)
}

/// The builds whose assets are in a folder.
fn of(site: &Path) -> Result<Vec<BTreeSet<String>>> {
    let list = site.join(LIST);
    if list.is_file() {
        let listed: Releases = serde_json::from_slice(&read(&list)?).with_context(|| {
            format!("{} cannot be read; remove it to keep the last build alone", list.display())
        })?;
        return Ok(listed.releases);
    }
    // A build that kept nothing: all that is there is its own.
    Ok(vec![assets(site)?])
}

/// What is below `assets/`, without what was compressed of it.
fn assets(site: &Path) -> Result<BTreeSet<String>> {
    let folder = site.join("assets");
    let all = if folder.is_dir() { files(&folder)? } else { vec![] };
    let compressed =
        |name: &String| Coding::ALL.iter().any(|it| name.ends_with(&format!(".{}", it.ending())));
    Ok(all.iter().map(|file| slashed(file)).filter(|name| !compressed(name)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Builds that have these assets, one after another in the same folder; what is there in the end.
    fn built(keep: usize, builds: &[&[&str]]) -> Vec<String> {
        let place = tempfile::tempdir().unwrap();
        let (old, new) = (place.path().join("old"), place.path().join("new"));
        for assets in builds {
            for name in *assets {
                write(&new.join("assets").join(name), name.as_bytes()).unwrap();
                write(&new.join("assets").join(format!("{name}.br")), b"pressed").unwrap();
            }
            carry(&old, &new, keep).unwrap();
            let _ = std::fs::remove_dir_all(&old);
            std::fs::rename(&new, &old).unwrap();
        }
        let there = files(&old.join("assets")).unwrap();
        there.iter().map(|file| slashed(file)).filter(|name| !name.ends_with(".br")).collect()
    }

    #[test]
    fn the_assets_of_so_many_builds_are_kept_and_no_older_ones() {
        let builds: [&[&str]; 4] = [&["a-1", "c"], &["a-2", "c"], &["a-3", "c"], &["a-4"]];
        assert_eq!(built(1, &builds[..1]), ["a-1", "c"]);
        assert_eq!(built(1, &builds[..3]), ["a-2", "a-3", "c"]);
        assert_eq!(built(1, &builds), ["a-3", "a-4", "c"]);
        assert_eq!(built(2, &builds), ["a-2", "a-3", "a-4", "c"]);
        assert_eq!(built(9, &builds), ["a-1", "a-2", "a-3", "a-4", "c"]);
    }

    #[test]
    fn the_same_build_again_drives_out_nothing() {
        assert_eq!(built(1, &[&["a-1"], &["a-2"], &["a-2"], &["a-2"]]), ["a-1", "a-2"]);
        // Somebody goes back to what was published before.
        assert_eq!(built(1, &[&["a-1"], &["a-2"], &["a-1"]]), ["a-1", "a-2"]);
    }

    #[test]
    fn a_build_that_kept_nothing_is_kept_as_one() {
        let place = tempfile::tempdir().unwrap();
        let (old, new) = (place.path().join("old"), place.path().join("new"));
        write(&old.join("assets/a-1"), b"1").unwrap();
        write(&old.join("assets/a-1.gz"), b"1").unwrap();
        write(&new.join("assets/a-2"), b"2").unwrap();
        assert_eq!(carry(&old, &new, 1).unwrap(), 1);
        assert!(new.join("assets/a-1.gz").is_file());
        assert_eq!(of(&new).unwrap().len(), 2);
        write(&old.join(LIST), b"{").unwrap();
        let sentence = carry(&old, &new, 1).unwrap_err().to_string();
        assert!(sentence.contains("cannot be read; remove it"), "{sentence}");
    }
}
