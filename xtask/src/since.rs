//! What an edit of `data/` does: every conclusion of the site that it changed since a commit.
//!
//! The only file here that asks git.

mod words;

use anyhow::{Context, Result, anyhow, bail};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use utlovat::analysis::conclusions::{changes, conclusions};
use utlovat::data::{folder, record, resolve};
use utlovat::i18n::{Messages, locale};
use utlovat::model::{Dataset, Lang};

/// Says which conclusions changed since a commit; without one, since the last that changed
/// `data/`, or since the one before it where nothing was changed after.
pub fn since(root: &Path, commit: Option<&str>, lang: Lang) -> Result<String> {
    let commit = match commit {
        Some(named) => resolve_commit(root, named)?,
        None => last_other(root)?,
    };
    let then = at(root, &commit)?;
    let (now, _) = folder::read(root);
    Ok(report(&then, &now, &named(root, &commit)?, &messages(root, lang)?))
}

/// The changed conclusions, a line each, below a line that says since when.
fn report(then: &Dataset, now: &Dataset, since: &str, words: &Messages) -> String {
    let (before, after) = (conclusions(then), conclusions(now));
    let changes = changes(&before, &after);
    let head = match (words.lang(), changes.is_empty()) {
        (Lang::Sv, true) => format!("Ingen slutsats har ändrats sedan {since}."),
        (Lang::En, true) => format!("No conclusion has changed since {since}."),
        (Lang::Sv, false) => format!("Det här ändrades sedan {since}:"),
        (Lang::En, false) => format!("This has changed since {since}:"),
    };
    changes.iter().fold(head, |mut out, change| {
        let _ = write!(out, "\n  {}", words::line(change, words));
        out
    })
}

/// The words of the interface in one language.
fn messages(root: &Path, lang: Lang) -> Result<Messages> {
    let file = root.join(format!("locales/{}.toml", lang.code()));
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("cannot read {}: restore it", file.display()))?;
    let (mut all, _) = locale::read(&[(lang, &text)]);
    all.remove(&lang).with_context(|| format!("{} is not TOML: mend it", file.display()))
}

/// The files of facts, as git is asked for them: a guide for editors changes no conclusion.
const FACTS: &str = ":(glob)data/**/*.toml";

/// The last commit that changed `data/`, if that has changed since; else the one before it.
fn last_other(root: &Path) -> Result<String> {
    let last = git(root, &["log", "-1", "--format=%H", "--", FACTS])?;
    if last.is_empty() {
        bail!(
            "no commit has data/ in it yet: commit it once, and then there is something to compare with"
        );
    }
    let edited = git(root, &["status", "--porcelain", "--untracked-files=all", "--", FACTS])?;
    if !edited.is_empty() {
        return Ok(last);
    }
    resolve_commit(root, &format!("{last}^"))
}

/// The full name of a commit, or a sentence that says why there is none.
fn resolve_commit(root: &Path, named: &str) -> Result<String> {
    let commit = format!("{named}^{{commit}}");
    git(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]).map_err(|error| {
        if git(root, &["rev-parse", "--is-shallow-repository"]).is_ok_and(|it| it == "true") {
            anyhow!(
                "this copy of the history does not hold {}, so there is nothing to compare with: \
                 fetch the rest with `git fetch --unshallow`, or set `fetch-depth: 0` in CI",
                short(named)
            )
        } else if error.is::<NoGit>() {
            error
        } else if named.ends_with('^') {
            anyhow!("data/ has been committed once only: there is nothing earlier to compare with")
        } else {
            anyhow!("git knows no commit {named}: name one of `git log --oneline -- data`")
        }
    })
}

/// The first letters of a commit's name, as git shows it; other names stay.
fn short(commit: &str) -> &str {
    let (name, _) = commit.split_once('^').unwrap_or((commit, ""));
    let hash = name.len() == 40 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    if hash { &name[..7] } else { name }
}

/// A commit as a reader finds it again: its short name, day and subject.
fn named(root: &Path, commit: &str) -> Result<String> {
    git(root, &["log", "-1", "--format=%h (%cs, %s)", commit])
}

/// `data/` as it stood in a commit.
fn at(root: &Path, commit: &str) -> Result<Dataset> {
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
fn git(root: &Path, arguments: &[&str]) -> Result<String> {
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
struct NoGit;

impl std::fmt::Display for NoGit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("git is not installed, and only it knows what data/ was: install it, or leave out --since")
    }
}

impl std::error::Error for NoGit {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::{files, read, write};
    use tempfile::TempDir;

    /// The toy facts and the words of the interface, in a repository of their own.
    struct Repository(TempDir);

    impl Repository {
        fn new() -> Repository {
            let place = tempfile::tempdir().unwrap();
            for (from, to) in [
                (concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/toy/data"), "data"),
                (concat!(env!("CARGO_MANIFEST_DIR"), "/../locales"), "locales"),
            ] {
                for file in files(Path::new(from)).unwrap() {
                    let bytes = read(&Path::new(from).join(&file)).unwrap();
                    write(&place.path().join(to).join(&file), &bytes).unwrap();
                }
            }
            let repository = Repository(place);
            repository.git(&["init", "--quiet"]);
            repository
        }

        fn git(&self, arguments: &[&str]) {
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

        fn commit(&self, subject: &str) {
            self.git(&["add", "--all"]);
            self.git(&["commit", "--quiet", "--allow-empty", "-m", subject]);
        }

        /// Says something else in one of the files.
        fn edit(&self, file: &str, from: &str, to: &str) {
            let path = self.0.path().join(file);
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(text.contains(from), "{file} has no {from}");
            write(&path, text.replacen(from, to, 1).as_bytes()).unwrap();
        }

        fn says(&self, commit: Option<&str>, lang: Lang) -> String {
            since(self.0.path(), commit, lang).unwrap_or_else(|error| format!("error: {error:#}"))
        }
    }

    const PLANS: &str = "data/procurements/toy-north/plans.toml";

    #[test]
    fn what_an_edit_does_is_told_before_it_is_committed_and_after() {
        let repository = Repository::new();
        repository.commit("the toy facts");
        assert_eq!(
            repository.says(None, Lang::En),
            "error: data/ has been committed once only: there is nothing earlier to compare with"
        );
        repository.edit(PLANS, "date = \"2023-10-09\"", "date = \"2023-12-09\"");
        let lines = |told: String| told.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
        let told = repository.says(None, Lang::Sv);
        assert!(told.starts_with("Det här ändrades sedan "), "{told}");
        assert!(told.contains("the toy facts):"), "{told}");
        let edited = lines(told);
        assert_eq!(
            edited[1],
            "  Toyregion Nord · Första driftstart: 34–37 månader → 36–39 månader, eftersom det \
             skedde den 9 december 2023"
        );
        repository.commit("north: the go-live was in December");
        assert_eq!(lines(repository.says(None, Lang::Sv)), edited);
        repository.edit("locales/sv.toml", "\"Löftet hölls.\"", "\"Löftet hölls!\"");
        write(&repository.0.path().join("data/README.md"), b"A guide.").unwrap();
        repository.commit("something else than facts");
        assert_eq!(
            lines(repository.says(None, Lang::Sv)),
            edited,
            "the last commit of data/ counts"
        );
        let english = repository.says(Some("HEAD"), Lang::En);
        assert!(english.starts_with("No conclusion has changed since "), "{english}");
    }

    #[test]
    fn what_cannot_be_compared_is_said_in_a_sentence() {
        let repository = Repository::new();
        assert!(repository.says(None, Lang::En).starts_with("error: git does not answer here"));
        repository.edit(PLANS, "date = \"2023-10-09\"", "day = \"2023-10-09\"");
        repository.commit("written in another form");
        repository.edit(PLANS, "day = \"2023-10-09\"", "date = \"2023-10-09\"");
        let told = repository.says(None, Lang::En);
        assert!(
            told.contains("is written in an older form (data/procurements/toy-north"),
            "{told}"
        );
        let told = repository.says(Some("no-such"), Lang::En);
        assert_eq!(
            told,
            "error: git knows no commit no-such: name one of `git log --oneline -- data`"
        );
        let bare = tempfile::tempdir().unwrap();
        let told = since(bare.path(), None, Lang::En).unwrap_err().to_string();
        assert!(told.contains("in a clone of the repository"), "{told}");
    }

    #[test]
    fn a_history_that_is_cut_off_is_said_to_be() {
        let repository = Repository::new();
        repository.commit("the toy facts");
        repository.edit(PLANS, "\"2020-autumn\"", "\"2020-summer\"");
        repository.commit("north: an earlier promise");
        let copy = tempfile::tempdir().unwrap();
        let from = format!("file://{}", repository.0.path().display());
        let to = copy.path().join("copy");
        let to = to.to_str().unwrap();
        repository.git(&["clone", "--quiet", "--depth", "1", &from, to]);
        let told = since(Path::new(to), None, Lang::En).unwrap_err().to_string();
        assert!(
            told.contains("git fetch --unshallow") && told.contains("fetch-depth: 0"),
            "{told}"
        );
    }
}
