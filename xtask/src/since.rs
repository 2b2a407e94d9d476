//! What an edit of `data/` does: every conclusion of the site that it changed since a commit.

use crate::git::{FACTS, NoGit, at, git, short};
use anyhow::{Context, Result, anyhow, bail};
use std::fmt::Write as _;
use std::path::Path;
use utlovat::analysis::conclusions::{changes, conclusions};
use utlovat::data::folder;
use utlovat::i18n::{Messages, locale};
use utlovat::model::{Dataset, Lang};
use utlovat::open_data::ledger::line;

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
        let _ = write!(out, "\n  {}", line(change, words));
        out
    })
}

/// The words of the interface in one language.
pub fn messages(root: &Path, lang: Lang) -> Result<Messages> {
    let file = root.join(format!("locales/{}.toml", lang.code()));
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("cannot read {}: restore it", file.display()))?;
    let (mut all, _) = locale::read(&[(lang, &text)]);
    let words =
        all.remove(&lang).with_context(|| format!("{} is not TOML: mend it", file.display()));
    Ok(words?.of_site(&folder::read_site(root).0))
}

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

/// A commit as a reader finds it again: its short name, day and subject.
fn named(root: &Path, commit: &str) -> Result<String> {
    git(root, &["log", "-1", "--format=%h (%cs, %s)", commit])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::write;
    use crate::git::repository::{PLANS, Repository};

    fn says(repository: &Repository, commit: Option<&str>, lang: Lang) -> String {
        since(repository.0.path(), commit, lang).unwrap_or_else(|error| format!("error: {error:#}"))
    }

    #[test]
    fn what_an_edit_does_is_told_before_it_is_committed_and_after() {
        let repository = Repository::new();
        repository.commit("the toy facts");
        assert_eq!(
            says(&repository, None, Lang::En),
            "error: data/ has been committed once only: there is nothing earlier to compare with"
        );
        repository.edit(PLANS, "date = \"2023-10-09\"", "date = \"2023-12-09\"");
        let lines = |told: String| told.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
        let told = says(&repository, None, Lang::Sv);
        assert!(told.starts_with("Det här ändrades sedan "), "{told}");
        assert!(told.contains("the toy facts):"), "{told}");
        let edited = lines(told);
        assert_eq!(
            edited[1],
            "  Toyregion Nord · Första driftstart: 34–37 månader → 36–39 månader, eftersom det \
             skedde den 9 december 2023"
        );
        repository.commit("north: the go-live was in December");
        assert_eq!(lines(says(&repository, None, Lang::Sv)), edited);
        repository.edit("locales/sv.toml", "\"Löftet hölls.\"", "\"Löftet hölls!\"");
        write(&repository.0.path().join("data/README.md"), b"A guide.").unwrap();
        repository.commit("something else than facts");
        assert_eq!(
            lines(says(&repository, None, Lang::Sv)),
            edited,
            "the last commit of data/ counts"
        );
        let english = says(&repository, Some("HEAD"), Lang::En);
        assert!(english.starts_with("No conclusion has changed since "), "{english}");
    }

    #[test]
    fn what_cannot_be_compared_is_said_in_a_sentence() {
        let repository = Repository::new();
        assert!(says(&repository, None, Lang::En).starts_with("error: git does not answer here"));
        repository.edit(PLANS, "date = \"2023-10-09\"", "day = \"2023-10-09\"");
        repository.commit("written in another form");
        repository.edit(PLANS, "day = \"2023-10-09\"", "date = \"2023-10-09\"");
        let told = says(&repository, None, Lang::En);
        assert!(
            told.contains("is written in an older form (data/procurements/toy-north"),
            "{told}"
        );
        let told = says(&repository, Some("no-such"), Lang::En);
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
