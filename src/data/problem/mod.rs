//! What is wrong in `data/`, at its place, in words that say the way out.

mod doubt;

mod echo;

mod kind;

mod nearest;

mod remedy;

mod sentence;

mod slip;

mod words;

pub use doubt::Doubt;
pub use echo::fold;
pub use kind::{AddressFault, NotUtf8, ProblemKind, Shape};
pub use nearest::{nearest, nearest_first};
pub use slip::{Fault, Slip};

use crate::model::Lang;
use std::ops::Range;
use std::path::PathBuf;

/// One mistake of an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, from the project's root: `data/parties.toml`.
    pub file: PathBuf,
    /// The bytes of the file that are meant, when the mistake has a place in it.
    pub span: Option<Range<usize>>,
    /// The entry, as an editor would point at it: `event "go-live-2024"`.
    pub entry: String,
    pub kind: ProblemKind,
    /// Problems that go away with this one.
    pub follows: Vec<Problem>,
}

/// Where something stands: its file and its entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub file: PathBuf,
    pub entry: String,
}

impl Problem {
    /// Whether it can be right, so that nothing has to fail.
    pub fn is_warning(&self) -> bool {
        matches!(self.kind, ProblemKind::Doubtful(_))
    }

    /// What is wrong.
    pub fn sentence(&self, lang: Lang) -> String {
        self.kind.sentence().get(lang).to_owned()
    }

    /// What to do about it.
    pub fn remedy(&self, lang: Lang) -> String {
        self.kind.remedy().get(lang).to_owned()
    }

    /// Sorts by file and place, so that a list reads as the files do.
    pub fn sort(problems: &mut [Problem]) {
        problems.sort_by(|a, b| {
            let key = |problem: &Problem| {
                (problem.file.clone(), problem.span.as_ref().map(|span| span.start))
            };
            key(a).cmp(&key(b)).then_with(|| a.kind.name().cmp(b.kind.name()))
        });
    }
}

impl Place {
    /// A problem here.
    pub fn problem(&self, span: Option<Range<usize>>, kind: ProblemKind) -> Problem {
        Problem { file: self.file.clone(), span, entry: self.entry.clone(), kind, follows: vec![] }
    }
}
