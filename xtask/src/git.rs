//! What git knows of `data/`: the only file here that asks it.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use utlovat::data::{record, resolve};
use utlovat::model::{Dataset, Lang};

/// The files of facts, as git is asked for them: a guide for editors changes no conclusion.
pub const FACTS: &str = ":(glob)data/**/*.toml";

/// The first letters of a commit's name, as git shows it; other names stay.
pub fn short(commit: &str) -> &str {
    let (name, _) = commit.split_once('^').unwrap_or((commit, ""));
    let hash = name.len() == 40 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    if hash { &name[..7] } else { name }
}

/// `data/` as it stood in a commit.
pub fn at(root: &Path, commit: &str) -> Result<Dataset> {
    let paths = git(root, &["ls-tree", "-r", "-z", "--name-only", commit, "--", "data"])?;
    let paths: Vec<&str> =
        paths.split('\0').filter(|path| path.ends_with(".toml") && !path.contains('\n')).collect();
    if paths.is_empty() {
        bail!("{commit} has no data/ to compare with: name a later commit");
    }
    let (records, unread) = record::read(&contents(root, commit, &paths)?);
    // What breaks a rule of today was right when it was written, and is there all the same. What
    // cannot even be read would be told as gone.
    if let Some(problem) = unread.first() {
        bail!(
            "data/ in {} cannot be compared with today's: it is written in an older form ({}: {})",
            short(commit),
            problem.file.display(),
            problem.sentence(Lang::En)
        );
    }
    Ok(resolve::resolve(&records).0)
}

/// The texts of files of a commit, asked for in one go.
fn contents(root: &Path, commit: &str, paths: &[&str]) -> Result<BTreeMap<PathBuf, String>> {
    let mut cat = command(root, &["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|_| NoGit)?;
    let asked: String = paths.iter().map(|path| format!("{commit}:{path}\n")).collect();
    let mut stdin = cat.stdin.take().context("git takes no questions")?;
    // Asked from another thread: git answers while it is still being asked.
    let asking = std::thread::spawn(move || stdin.write_all(asked.as_bytes()));
    let output = cat.wait_with_output()?;
    asking.join().ok().context("git was not asked")??;
    let mut rest = output.stdout.as_slice();
    let mut files = BTreeMap::new();
    for path in paths {
        // "<object> blob <size>", a line; then the file; then a line's end.
        let end = rest.iter().position(|byte| *byte == b'\n').context("git answered too little")?;
        let head = String::from_utf8_lossy(&rest[..end]);
        let size: usize = head
            .rsplit(' ')
            .next()
            .and_then(|size| size.parse().ok())
            .with_context(|| format!("git has no {path} in {commit}"))?;
        let (from, to) = (end + 1, end + 1 + size);
        let text = rest.get(from..to).context("git answered too little")?;
        files.insert(PathBuf::from(path), String::from_utf8_lossy(text).into_owned());
        rest = rest.get(to + 1..).unwrap_or_default();
    }
    Ok(files)
}

/// What git says, without the line's end.
pub fn git(root: &Path, arguments: &[&str]) -> Result<String> {
    let output = command(root, arguments).output().map_err(|_| NoGit)?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.lines().next().unwrap_or("nothing").trim_start_matches("fatal: ");
        bail!(
            "git does not answer here ({said}): the changes are told in a clone of the repository"
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned())
}

fn command(root: &Path, arguments: &[&str]) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(root).args(arguments);
    git
}

/// There is no git on this machine.
#[derive(Debug)]
pub struct NoGit;

impl std::fmt::Display for NoGit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("git is not installed, and only it knows what data/ was: install it, or leave out --since")
    }
}

impl std::error::Error for NoGit {}

/// A repository for tests.
#[cfg(test)]
pub mod repository {
    use super::git;
    use crate::folder::{copy, write};
    use std::path::Path;
    use tempfile::TempDir;

    /// A file of the toy facts.
    pub const PLANS: &str = "data/procurements/toy-north/plans.toml";

    /// The toy facts and the words of the interface, in a repository of their own.
    pub struct Repository(pub TempDir);

    impl Repository {
        #[expect(clippy::new_without_default, reason = "a repository on the disk is no default")]
        pub fn new() -> Repository {
            let place = tempfile::tempdir().unwrap();
            for (from, to) in [
                (concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/toy"), ""),
                (concat!(env!("CARGO_MANIFEST_DIR"), "/../locales"), "locales"),
            ] {
                copy(Path::new(from), &place.path().join(to)).unwrap();
            }
            let repository = Repository(place);
            repository.git(&["init", "--quiet"]);
            repository
        }

        pub fn git(&self, arguments: &[&str]) {
            let who = [
                "-c",
                "user.name=A",
                "-c",
                "user.email=a@example.com",
                "-c",
                "commit.gpgsign=false",
            ];
            let all: Vec<&str> = who.iter().chain(arguments).copied().collect();
            git(self.0.path(), &all).unwrap();
        }

        pub fn commit(&self, subject: &str) {
            self.git(&["add", "--all"]);
            self.git(&["commit", "--quiet", "--allow-empty", "-m", subject]);
        }

        /// Says something else in one of the files.
        pub fn edit(&self, file: &str, from: &str, to: &str) {
            let path = self.0.path().join(file);
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(text.contains(from), "{file} has no {from}");
            write(&path, text.replacen(from, to, 1).as_bytes()).unwrap();
        }
    }
}
