//! The ledger of the data, brought up to date from git's history.
//!
//! What stands in the ledger stays as it stands; commits that are not in it yet are entered on
//! top. So an older form of the data, which nobody can read any more, was read when it could be,
//! and a copy without its history still has all that was entered.

use crate::folder::write;
use crate::git::{FACTS, at, git, short};
use crate::since::messages;
use anyhow::{Context, Result, anyhow, bail};
use std::path::Path;
use utlovat::model::{Dataset, Lang};
use utlovat::open_data::ledger::{FILE, Ledger, Pair, Said, Version};

/// Enters every commit of `data/` that is not in the ledger yet, and tells how many those were.
pub fn update(root: &Path) -> Result<String> {
    let mut ledger = read(root)?;
    let News { commits, before } = news(root, &ledger)?;
    let words = Lang::ALL.map(|lang| messages(root, lang));
    let words = words.into_iter().collect::<Result<Vec<_>>>()?;
    let mut last = before.and_then(|commit| at(root, &commit).ok());
    let entered = commits.len();
    let mut unread = 0;
    for commit in commits.into_iter().rev() {
        let now = at(root, &commit.hash).ok();
        unread += usize::from(now.is_none());
        let version = version(root, &commit, last.as_ref(), now.as_ref(), &words)?;
        ledger.versions.insert(0, version);
        last = now;
    }
    if entered > 0 {
        write(&root.join(FILE), ledger.write().as_bytes())?;
    }
    let in_all = ledger.versions.len();
    let unread = match unread {
        0 => String::new(),
        count => format!("; of {count} only the words, since their form of data/ is too old"),
    };
    Ok(format!("{FILE}: {entered} commits entered{unread}; it tells {in_all} in all"))
}

/// A line in a commit by which an editor asks that the old values are not told, since they name
/// or concern a person.
const WITHHOLD: &str = "Ledger: without old values";

/// How many commits of `data/` the ledger lacks.
pub fn behind(root: &Path) -> Result<usize> {
    Ok(news(root, &read(root)?)?.commits.len())
}

fn read(root: &Path) -> Result<Ledger> {
    match std::fs::read_to_string(root.join(FILE)) {
        Ok(text) => Ledger::read(&text).map_err(|sentence| anyhow!(sentence)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Ledger::default()),
        Err(error) => Err(error).with_context(|| format!("cannot read {FILE}: restore it")),
    }
}

/// What the history has that the ledger has not.
struct News {
    /// Newest first.
    commits: Vec<Commit>,
    /// The last commit that the ledger has.
    before: Option<String>,
}

/// A commit of the main line that changed facts.
struct Commit {
    hash: String,
    day: String,
    subject: String,
    body: String,
    parents: usize,
}

const FORMAT: &str = "--format=%H%x1f%cs%x1f%P%x1f%s%x1f%b%x1e";

/// Only the main line counts: a merge is one version, with the words of all that came with it.
fn news(root: &Path, ledger: &Ledger) -> Result<News> {
    let mut commits = log(root, &["log", "--first-parent", FORMAT, "--", FACTS])?;
    let Some(last) = ledger.versions.first() else {
        if is_shallow(root) {
            bail!(
                "this copy of the history is cut off, so a new ledger would lack its beginning: \
                 fetch the rest with `git fetch --unshallow`"
            );
        }
        return Ok(News { commits, before: None });
    };
    // A branch that was put on top of another one has new names for the same commits.
    let tree = |commit: &Commit| tree(root, &commit.hash).is_ok_and(|tree| tree == last.tree);
    let said = last.said.first().map(|said| said.subject.as_str());
    let known = |commit: &&Commit| said == Some(tidy(&commit.subject).as_str());
    let at = commits
        .iter()
        .position(|commit| commit.hash == last.commit)
        .or_else(|| commits.iter().position(|commit| known(&commit) && tree(commit)))
        .or_else(|| commits.iter().position(tree));
    let Some(at) = at else {
        let way_out = match is_shallow(root) {
            true => "fetch the rest of it with `git fetch --unshallow`, or set `fetch-depth: 0`",
            false => "take the versions that never came to the main line out of the file",
        };
        bail!(
            "the history does not hold {} ({}), the last commit in {FILE}: {way_out}",
            short(&last.commit),
            last.day
        );
    };
    let before = Some(commits[at].hash.clone());
    commits.truncate(at);
    Ok(News { commits, before })
}

fn version(
    root: &Path,
    commit: &Commit,
    then: Option<&Dataset>,
    now: Option<&Dataset>,
    words: &[utlovat::i18n::Messages],
) -> Result<Version> {
    let id = format!("{}-{}", commit.day, short(&commit.hash));
    let withheld = commit.body.lines().any(|line| line.trim() == WITHHOLD);
    let pair = then.zip(now).map(|(then, now)| Pair { then, now, withheld });
    let changes = pair.map(|pair| pair.changes(&id, words)).unwrap_or_default();
    Ok(Version {
        day: commit.day.clone(),
        commit: commit.hash.clone(),
        tree: tree(root, &commit.hash)?,
        said: said(root, commit)?,
        compared: pair.is_some(),
        changes,
        id,
    })
}

/// The words of a commit; of a merge, those of each commit that it brought.
fn said(root: &Path, commit: &Commit) -> Result<Vec<Said>> {
    let brought = match commit.parents {
        0 | 1 => vec![],
        _ => {
            let range = format!("{0}^1..{0}", commit.hash);
            log(root, &["log", "--no-merges", "--topo-order", FORMAT, &range, "--", FACTS])?
        }
    };
    let all = if brought.is_empty() { vec![commit] } else { brought.iter().collect() };
    let said = |one: &&Commit| {
        // What a commit says that changed more than facts is mostly about something else.
        let body = if only_facts(root, one)? { body(&one.body) } else { String::new() };
        Ok(Said { subject: tidy(&one.subject), body })
    };
    all.iter().map(said).collect()
}

/// Whether a commit changed nothing but facts, and the ledger of earlier ones.
fn only_facts(root: &Path, commit: &Commit) -> Result<bool> {
    let asked = ["diff-tree", "-r", "--root", "--no-commit-id", "--name-only", &commit.hash];
    let files = git(root, &asked)?;
    Ok(files.lines().all(|file| file.starts_with("data/") || file == FILE))
}

fn log(root: &Path, arguments: &[&str]) -> Result<Vec<Commit>> {
    let told = git(root, arguments)?;
    let commits = told.split('\u{1e}').map(str::trim_start).filter(|one| !one.is_empty());
    commits
        .map(|one| {
            let mut parts = one.split('\u{1f}').map(str::to_owned);
            let mut part = || parts.next().context("git's log has another form than was asked for");
            Ok(Commit {
                hash: part()?,
                day: part()?,
                parents: part()?.split_whitespace().count(),
                subject: part()?,
                body: part()?,
            })
        })
        .collect()
}

/// Git's name of `data/` in a commit.
fn tree(root: &Path, commit: &str) -> Result<String> {
    git(root, &["rev-parse", "--verify", "--quiet", &format!("{commit}:data")])
}

fn is_shallow(root: &Path) -> bool {
    git(root, &["rev-parse", "--is-shallow-repository"]).is_ok_and(|it| it == "true")
}

/// A subject as it is published, or nothing where it holds an address of a person or a machine.
fn tidy(subject: &str) -> String {
    if is_public(subject) { subject.trim().to_owned() } else { String::new() }
}

/// The paragraphs of a commit that are published: without trailers such as "Signed-off-by", which
/// name persons, and without any paragraph that holds an address of a person or a machine.
fn body(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(str::trim).filter(|it| !it.is_empty());
    let kept = paragraphs.filter(|it| !it.lines().all(is_trailer) && is_public(it));
    kept.map(unwrapped).collect::<Vec<_>>().join("\n\n")
}

/// A paragraph in one line; the items of a list keep theirs.
fn unwrapped(paragraph: &str) -> String {
    let mut out = String::new();
    for line in paragraph.lines().map(str::trim) {
        let item = line.starts_with("- ") || line.starts_with("* ");
        out.push_str(if out.is_empty() {
            ""
        } else if item {
            "\n"
        } else {
            " "
        });
        out.push_str(line);
    }
    out
}

/// `Signed-off-by: …`, a word with hyphens, a colon and a space; or a line that is for us.
fn is_trailer(line: &str) -> bool {
    line == WITHHOLD
        || line.split_once(": ").is_some_and(|(key, _)| {
            key.contains('-') && key.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
        })
}

/// Whether words hold no e-mail address, no address of a page and no place on somebody's disk.
fn is_public(text: &str) -> bool {
    let is_place = |word: &str| {
        let word = word.trim_start_matches(['(', '"', '`', '\'', '<']);
        word.starts_with('/') || word.starts_with("~/") || word.get(1..3) == Some(":\\")
    };
    !text.contains('@') && !text.contains("://") && !text.split_whitespace().any(is_place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::git::repository::{PLANS, Repository};
    use utlovat::open_data::ledger::Kind;

    fn ledger_of(repository: &Repository) -> Ledger {
        update(repository.0.path()).unwrap();
        read(repository.0.path()).unwrap()
    }

    #[test]
    fn each_commit_of_facts_is_entered_once_and_stays_as_it_was_entered() {
        let repository = Repository::new();
        repository.commit("the toy facts");
        repository.edit(PLANS, "date = \"2023-10-09\"", "date = \"2023-12-09\"");
        repository.commit("north: in December\n\nThe gazette says so.\n\nSigned-off-by: A");
        repository.edit("locales/sv.toml", "\"Löftet hölls.\"", "\"Löftet hölls!\"");
        repository.commit("something else than facts");
        assert_eq!(behind(repository.0.path()).unwrap(), 2);
        let first = ledger_of(&repository);
        let [edit, beginning] = &first.versions[..] else { panic!("{first:#?}") };
        assert!(!beginning.compared && beginning.changes.is_empty());
        assert!(edit.compared && edit.id.starts_with(&edit.day));
        let said = Said {
            subject: "north: in December".to_owned(),
            body: "The gazette says so.".to_owned(),
        };
        assert_eq!(edit.said, [said]);
        let facts: Vec<_> = edit.changes.iter().filter(|one| one.kind == Kind::Fact).collect();
        assert_eq!(facts.len(), 1, "{facts:#?}");
        assert_eq!(facts[0].from.as_ref().unwrap().en, "9 October 2023");
        repository.commit("the ledger");

        repository.edit(PLANS, "date = \"2023-12-09\"", "date = \"2023-10-09\"");
        repository.commit("north: in October after all");
        let second = ledger_of(&repository);
        assert_eq!(second.versions.len(), 3);
        assert_eq!(second.versions[1..], first.versions, "what was entered stays");
        assert_eq!(behind(repository.0.path()).unwrap(), 0);
        assert_eq!(ledger_of(&repository), second);
    }

    #[test]
    fn a_commit_that_has_another_name_now_is_the_same_one() {
        let repository = Repository::new();
        repository.commit("the toy facts");
        repository.edit(PLANS, "date = \"2023-10-09\"", "date = \"2023-12-09\"");
        repository.commit("north: in December");
        let before = ledger_of(&repository);
        let date = "--date=2001-01-01T00:00:00Z";
        repository.git(&["commit", "--quiet", "--amend", "--no-edit", date]);
        let hash = git(repository.0.path(), &["rev-parse", "HEAD"]).unwrap();
        assert_ne!(before.versions[0].commit, hash);
        assert_eq!(ledger_of(&repository), before);
    }

    #[test]
    fn a_merge_is_one_version_with_the_words_of_what_it_brought() {
        let repository = Repository::new();
        repository.commit("the toy facts");
        repository.git(&["branch", "-M", "trunk"]);
        repository.git(&["checkout", "--quiet", "-b", "side"]);
        repository.edit(PLANS, "date = \"2023-10-09\"", "date = \"2023-12-09\"");
        repository.commit("north: in December");
        repository.git(&["checkout", "--quiet", "trunk"]);
        repository.git(&["merge", "--quiet", "--no-ff", "-m", "Merge from a@example.com", "side"]);
        let ledger = ledger_of(&repository);
        assert_eq!(ledger.versions.len(), 2);
        let said = &ledger.versions[0].said;
        assert_eq!(said.len(), 1);
        assert_eq!(said[0].subject, "north: in December");
        assert!(!ledger.versions[0].changes.is_empty());
    }

    #[test]
    fn what_an_editor_takes_out_is_not_told_again() {
        let repository = Repository::new();
        repository.commit("the toy facts");
        repository.edit(PLANS, "date = \"2023-10-09\"", "date = \"2023-12-09\"");
        repository.commit(&format!("north: without what concerned a person\n\n{WITHHOLD}"));
        let ledger = ledger_of(&repository);
        assert_eq!(ledger.versions[0].said[0].body, "");
        let changes = &ledger.versions[0].changes;
        assert!(!changes.is_empty() && changes.iter().all(|one| one.from.is_none()));
    }

    #[test]
    fn a_form_that_nobody_reads_any_more_leaves_its_words() {
        let repository = Repository::new();
        repository.edit(PLANS, "date = \"2023-10-09\"", "day = \"2023-10-09\"");
        repository.commit("the toy facts, as they were written once");
        repository.edit(PLANS, "day = \"2023-10-09\"", "date = \"2023-10-09\"");
        repository.commit("the new form");
        let ledger = ledger_of(&repository);
        assert!(ledger.versions.iter().all(|one| !one.compared && one.changes.is_empty()));
        assert_eq!(ledger.versions[0].said[0].subject, "the new form");
    }

    #[test]
    fn a_history_that_is_cut_off_enters_what_it_has_and_never_half_a_ledger() {
        let repository = Repository::new();
        repository.commit("the toy facts");
        ledger_of(&repository);
        repository.commit("the ledger");
        repository.edit(PLANS, "date = \"2023-10-09\"", "date = \"2023-12-09\"");
        repository.commit("north: in December");
        let copy = tempfile::tempdir().unwrap();
        let to = copy.path().join("copy");
        let from = format!("file://{}", repository.0.path().display());
        repository.git(&["clone", "--quiet", "--depth", "1", &from, to.to_str().unwrap()]);
        let refused = update(&to).unwrap_err().to_string();
        assert!(refused.contains("git fetch --unshallow"), "{refused}");
        std::fs::remove_file(to.join(FILE)).unwrap();
        assert!(update(&to).unwrap_err().to_string().contains("cut off"));
    }

    #[test]
    fn addresses_of_persons_and_machines_are_left_out() {
        for told in ["ask a@example.com", "see https://example.org", "in /home/a", "in C:\\a"] {
            assert_eq!((tidy(told).as_str(), body(told).as_str()), ("", ""), "{told}");
        }
        let kept = "north: one and/or two, 3/4 (a:b)";
        assert_eq!(tidy(kept), kept);
        assert_eq!(body("One\nline.\n\n- a\n  b\n- c"), "One line.\n\n- a b\n- c");
        let trailers = "Why.\n\nSigned-off-by: A\nCo-authored-by: B";
        assert_eq!(body(trailers), "Why.");
        assert_eq!(body("Note: this is no trailer."), "Note: this is no trailer.");
    }
}
