//! Which problems only follow from others: a file that is gone is one mistake, and each fact
//! that cites it is not a mistake of its own.

use super::{Problem, ProblemKind};
use std::collections::BTreeMap;
use std::path::Path;

/// Puts causes first, and what follows from them under them.
pub fn fold(mut problems: Vec<Problem>) -> Vec<Problem> {
    Problem::sort(&mut problems);
    problems.sort_by_key(|problem| rank(&problem.kind));
    let mut told: Vec<Problem> = vec![];
    let mut same: BTreeMap<(&'static str, String), usize> = BTreeMap::new();
    let mut guessed: BTreeMap<String, usize> = BTreeMap::new();
    let mut causes: Vec<usize> = vec![];
    for problem in problems {
        let rank = rank(&problem.kind);
        let again = unknown(&problem.kind).map(|id| (problem.kind.name(), id.to_owned()));
        let cause = causes
            .iter()
            .copied()
            .find(|cause| explains(&told[*cause], &problem))
            .or_else(|| again.as_ref().and_then(|again| same.get(again)).copied())
            .or_else(|| unused(&problem.kind).and_then(|id| guessed.get(id)).copied());
        if let Some(cause) = cause {
            told[cause].follows.push(problem);
            continue;
        }
        // Of thousands of mistakes nobody asks which follows from which.
        if rank < 2 && causes.len() < 100 {
            causes.push(told.len());
        }
        if let Some(again) = again {
            same.insert(again, told.len());
        }
        if let Some(guess) = guess(&problem.kind) {
            guessed.entry(guess.to_owned()).or_insert(told.len());
        }
        told.push(problem);
    }
    let mut told = gathered(told);
    Problem::sort(&mut told);
    // A file that cannot be read comes before what is wrong in those that can.
    told.sort_by_key(|problem| rank(&problem.kind) > 0);
    told
}

/// Causes have a low rank. What has the same cannot follow from another of its kind.
fn rank(kind: &ProblemKind) -> u8 {
    use ProblemKind::*;
    match kind {
        Unreadable { .. }
        | NotUtf8 { .. }
        | Slip(_)
        | Syntax { .. }
        | UnknownFile { .. }
        | EmptyFile { .. }
        | EmptyFolder
        | FileIsFolder
        | NotAFile
        | TooLarge { .. } => 0,
        MissingFile { .. } | SourcesGone { .. } => 1,
        DuplicateId { .. } | IdNotKebab { .. } | NameNotId { .. } | AfterReview { .. } => 1,
        UnusedSource { .. }
        | UnusedParty { .. }
        | NeverPromised { .. }
        | UnlistedProcurement { .. } => 3,
        _ => 2,
    }
}

/// Whether a problem goes away with another.
fn explains(cause: &Problem, problem: &Problem) -> bool {
    use ProblemKind::*;
    let id = matches!(cause.kind, DuplicateId { .. } | IdNotKebab { .. } | NameNotId { .. });
    let file = rank(&cause.kind) == 0 || matches!(cause.kind, MissingFile { .. });
    if !id && !file {
        // A date after the review is later than all that is known.
        let same = cause.file == problem.file && cause.entry == problem.entry;
        return same && matches!(problem.kind, EventTellsOfWhat { .. });
    }
    // Where the file that is at fault ought to be.
    let at: &Path = match &cause.kind {
        UnknownFile { nearest: Some(nearest), .. } => Path::new(nearest),
        UnknownFile { nearest: None, .. } => return false,
        _ => &cause.file,
    };
    let beside = |name: &str| problem.file.with_file_name(name);
    match &problem.kind {
        MissingFile { .. } => file && at == problem.file,
        MissingField { .. } | EmptyList { .. } => {
            matches!(cause.kind, EmptyFile { .. }) && at == problem.file
        }
        UnknownSource { .. } => {
            at.starts_with("data/sources") && !matches!(cause.kind, NameNotId { .. })
        }
        UnknownParty { .. } => at == Path::new("data/parties.toml"),
        UnknownMilestone { .. } => at == problem.file || at == beside("plans.toml"),
        MissingHeadline { .. } | EventTellsOfWhat { .. } => file && at == beside("plans.toml"),
        UnusedSource { .. } => file && !at.starts_with("data/sources"),
        UnusedParty { .. } => file && at != Path::new("data/parties.toml"),
        NeverPromised { .. } => file && at == problem.file,
        UnknownProcurement { id, .. } => {
            file && at.starts_with(Path::new("data/procurements").join(id))
        }
        UnlistedProcurement { .. } => at == Path::new("data/dataset.toml"),
        _ => false,
    }
}

fn unknown(kind: &ProblemKind) -> Option<&str> {
    use ProblemKind::*;
    match kind {
        UnknownSource { id, .. }
        | UnknownParty { id, .. }
        | UnknownMilestone { id, .. }
        | UnknownProcurement { id, .. } => Some(id),
        _ => None,
    }
}

fn guess(kind: &ProblemKind) -> Option<&str> {
    use ProblemKind::*;
    match kind {
        UnknownSource { nearest, .. }
        | UnknownParty { nearest, .. }
        | UnknownMilestone { nearest, .. }
        | UnknownProcurement { nearest, .. } => nearest.as_deref(),
        _ => None,
    }
}

fn unused(kind: &ProblemKind) -> Option<&str> {
    use ProblemKind::*;
    match kind {
        UnusedSource { id }
        | UnusedParty { id }
        | NeverPromised { id }
        | UnlistedProcurement { id } => Some(id),
        _ => None,
    }
}

/// What comes in such numbers that it is no coincidence. Sources that are cited and nowhere to be
/// found have gone with their file, and when much is later than the review, the review is wrong.
fn gathered(told: Vec<Problem>) -> Vec<Problem> {
    let (mut lost, mut rest): (Vec<_>, Vec<_>) =
        told.into_iter().partition(|one| matches!(one.kind, ProblemKind::UnknownSource { .. }));
    if lost.len() < MANY {
        rest.append(&mut lost);
    } else {
        let ids = lost.iter().filter_map(|problem| unknown(&problem.kind)).take(3);
        let first = ids.map(str::to_owned).collect();
        let kind = ProblemKind::SourcesGone { count: lost.len(), first };
        let (file, entry) = ("data/sources".into(), "sources".to_owned());
        rest.push(Problem { file, span: None, entry, kind, follows: flat(lost) });
    }
    let (mut late, mut rest): (Vec<_>, Vec<_>) =
        rest.into_iter().partition(|one| matches!(one.kind, ProblemKind::AfterReview { .. }));
    if late.len() < MANY {
        rest.append(&mut late);
    } else {
        let mut first = late.remove(0);
        first.follows.extend(flat(late));
        rest.push(first);
    }
    rest
}

/// Problems, and what follows from them, side by side.
fn flat(problems: Vec<Problem>) -> Vec<Problem> {
    let mut flat = vec![];
    for mut problem in problems {
        let follows = std::mem::take(&mut problem.follows);
        flat.push(problem);
        flat.extend(follows);
    }
    flat
}

/// From how many on it is no coincidence.
const MANY: usize = 6;
