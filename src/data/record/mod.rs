//! What editors write, as it stands: every field may be missing or wrong, and every value
//! that a rule may point at knows its place in the file.
//!
//! Not serde: a derived reader gives up an entry at its first mistake and says so in a
//! string. [`Fields`] goes on, so that one run of the checker shows them all, typed.

mod fields;

mod value;

mod money;

mod dataset;

mod party;

mod site;

mod source;

mod procurement;

mod region;

mod plan;

mod event;

mod claim;

mod files;

mod dated;

pub use claim::{ClaimRecord, DemandRecord, LossRecord, ReceiptRecord, StepRecord};
pub use dataset::DatasetRecord;
pub use dated::DatedEntry;
pub use event::{ELSEWHERE, EventRecord, PROGRAMME, StatementRecord};
pub use fields::{Fields, Record};
pub use files::{read, unknown};
pub use money::{AmountRecord, WithheldRecord};
pub use party::{FormerNameRecord, PartyRecord};
pub use plan::{MetRecord, MilestoneRecord, PlanRecord, PlansRecord, PromiseRecord, UnmetRecord};
pub use procurement::{
    ContractRecord, CostRecord, DisagreementRecord, ProcurementRecord, ProgrammeRecord,
    ResidentsRecord, UnknownRecord,
};
pub use region::RegionRecord;
pub use site::{AccessibilityRecord, SiteRecord};
pub use source::{SourceFileRecord, SourceRecord};
pub use value::FromValue;

use super::problem::{Place, Problem};
use crate::model::{Day, PartialDate};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::PathBuf;
use toml::Spanned;

/// Everything that stands in `data/`, and `site.toml` where that is read.
#[derive(Debug, Default)]
pub struct Records {
    pub site: Option<Entry<SiteRecord>>,
    pub dataset: Option<Entry<DatasetRecord>>,
    pub parties: Vec<Entry<PartyRecord>>,
    pub publishers: Vec<Entry<SourceFileRecord>>,
    pub regions: Vec<Entry<RegionRecord>>,
    /// By folder name.
    pub procurements: Vec<Folder>,
    /// Every pointer from one fact to another, whether its entry is otherwise right or not.
    pub mentions: Vec<Mention>,
    /// Every text, with its place.
    pub texts: Vec<Written>,
    /// The dates in the texts of an entry that are later than its fact and meant so.
    pub looks_ahead: BTreeMap<Place, Vec<Spanned<PartialDate>>>,
    /// Every file that was there to be read.
    pub files: BTreeSet<PathBuf>,
    /// Files that are there and not TOML: nothing that may stand in them can be called missing.
    pub unread: BTreeSet<PathBuf>,
    /// Files in which nothing stands.
    pub empty: BTreeSet<PathBuf>,
    /// The day on which all this is read, where somebody knows it.
    pub today: Option<Day>,
}

/// A folder of `data/procurements/`.
#[derive(Debug, Default)]
pub struct Folder {
    /// Its name, which has to be the procurement's id.
    pub name: String,
    pub procurement: Option<Entry<ProcurementRecord>>,
    pub plans: PlansRecord,
    pub events: Vec<Entry<EventRecord>>,
    pub claims: Vec<Entry<ClaimRecord>>,
    pub statements: Vec<Entry<StatementRecord>>,
}

/// An entry with its place.
#[derive(Debug)]
pub struct Entry<R> {
    pub place: Place,
    pub span: Range<usize>,
    /// The name that stands in the entry, fit or not: its `id`, or the `milestone` it is about.
    pub name: Option<Spanned<String>>,
    pub record: R,
}

/// A pointer from one fact to another.
#[derive(Debug)]
pub struct Mention {
    pub place: Place,
    pub kind: Mentioned,
    pub name: Spanned<String>,
}

/// What a pointer points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mentioned {
    Source,
    Party,
    /// A milestone of the same `plans.toml`.
    Milestone,
    Procurement,
}

/// What reading notes down beside the records.
#[derive(Debug, Default)]
pub struct Log {
    pub problems: Vec<Problem>,
    pub mentions: Vec<Mention>,
    pub texts: Vec<Written>,
    pub looks_ahead: BTreeMap<Place, Vec<Spanned<PartialDate>>>,
}

/// A text of one language as it stands.
#[derive(Debug)]
pub struct Written {
    pub place: Place,
    /// The full name of its field: `text.sv`.
    pub field: String,
    pub span: Range<usize>,
    pub text: String,
}

impl Records {
    /// Every source entry, file by file.
    pub fn sources(&self) -> impl Iterator<Item = &Entry<SourceRecord>> {
        self.publishers.iter().flat_map(|publisher| &publisher.record.sources)
    }

    /// The names that are mentioned as `kind`.
    pub fn mentioned(&self, kind: Mentioned) -> BTreeSet<&str> {
        self.mentions
            .iter()
            .filter(|mention| mention.kind == kind)
            .map(|mention| mention.name.get_ref().as_str())
            .collect()
    }
}

impl Folder {
    /// Its path from the project's root.
    pub fn folder(&self) -> PathBuf {
        PathBuf::from_iter(["data", "procurements", &self.name])
    }

    /// The path of one of its files.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }
}

impl<R> Entry<R> {
    /// The name as written, or nothing.
    pub fn name(&self) -> &str {
        self.name.as_ref().map_or("", |name| name.get_ref())
    }

    /// Where the name stands, or else the entry.
    pub fn name_span(&self) -> Range<usize> {
        self.name.as_ref().map_or(self.span.clone(), Spanned::span)
    }
}
