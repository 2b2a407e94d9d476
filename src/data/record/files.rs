//! Which file holds what, by its path.

use super::claim::ClaimsRecord;
use super::event::{EventsRecord, StatementsRecord};
use super::fields::{Record, read_file};
use super::party::PartiesRecord;
use super::region::RegionsRecord;
use super::{Entry, Folder, Log, Records};
use crate::data::problem::{Place, Problem, ProblemKind, nearest};
use crate::data::slips;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use toml::de::DeTable;

/// Reads every file, whatever is wrong in the others. Paths start with `data/`.
pub fn read(files: &BTreeMap<PathBuf, String>) -> (Records, Vec<Problem>) {
    let mut reader = Reader::default();
    reader.records.files = files.keys().cloned().collect();
    for (path, text) in files {
        reader.file(path, text);
    }
    let Reader { mut records, folders, log } = reader;
    records.procurements = folders.into_values().collect();
    records.mentions = log.mentions;
    records.texts = log.texts;
    records.looks_ahead = log.looks_ahead;
    (records, log.problems)
}

#[derive(Default)]
struct Reader {
    records: Records,
    folders: BTreeMap<String, Folder>,
    log: Log,
}

impl Reader {
    fn file(&mut self, path: &Path, text: &str) {
        // A path that is not Unicode has no place here, and none of our names matches it.
        let parts: Vec<&str> = path.iter().map(|part| part.to_str().unwrap_or_default()).collect();
        match parts[..] {
            ["site.toml"] => self.records.site = self.table(path, text, "site"),
            ["data", "dataset.toml"] => self.records.dataset = self.table(path, text, "dataset"),
            ["data", "parties.toml"] => {
                let parties: Option<Entry<PartiesRecord>> = self.table(path, text, "parties");
                self.records.parties = parties.map(|file| file.record.parties).unwrap_or_default();
            }
            ["data", "regions.toml"] => {
                let regions: Option<Entry<RegionsRecord>> = self.table(path, text, "regions");
                self.records.regions = regions.map(|file| file.record.regions).unwrap_or_default();
            }
            ["data", "sources", name] if name.ends_with(".toml") => {
                let name = format!("publisher \"{}\"", name.trim_end_matches(".toml"));
                let publisher = self.table(path, text, &name);
                self.records.publishers.extend(publisher);
            }
            ["data", "procurements", folder, name] => self.in_folder(path, text, folder, name),
            _ => self.log.problems.push(unknown(path)),
        }
    }

    fn in_folder(&mut self, path: &Path, text: &str, folder: &str, name: &str) {
        let mut here = self.folders.remove(folder).unwrap_or_default();
        here.name = folder.to_owned();
        match name {
            "procurement.toml" => {
                here.procurement = self.table(path, text, &format!("procurement \"{folder}\""));
            }
            "plans.toml" => {
                here.plans = self.table(path, text, "plans").map(record).unwrap_or_default();
            }
            "events.toml" => {
                let events: Option<EventsRecord> = self.table(path, text, "events").map(record);
                here.events = events.map(|file| file.events).unwrap_or_default();
            }
            "claims.toml" => {
                let claims: Option<ClaimsRecord> = self.table(path, text, "claims").map(record);
                here.claims = claims.map(|file| file.claims).unwrap_or_default();
            }
            "statements.toml" => {
                let file: Option<StatementsRecord> =
                    self.table(path, text, "statements").map(record);
                here.statements = file.map(|file| file.statements).unwrap_or_default();
            }
            _ => self.log.problems.push(unknown(path)),
        }
        self.folders.insert(folder.to_owned(), here);
    }

    /// The file as a record, or where it is not what its writer meant.
    fn table<R: Record>(&mut self, path: &Path, text: &str, entry: &str) -> Option<Entry<R>> {
        let place = Place { file: path.to_owned(), entry: entry.to_owned() };
        let slips = slips::find(text);
        if slips.is_empty()
            && let Ok(table) = DeTable::parse(text)
        {
            if table.get_ref().is_empty() {
                self.records.empty.insert(path.to_owned());
            }
            return Some(read_file(table, &place, &mut self.log));
        }
        // What else the file says would only echo the slip.
        self.records.unread.insert(path.to_owned());
        let problems = slips.into_iter().map(|slip| place.problem(Some(slip.span), slip.kind));
        self.log.problems.extend(problems);
        None
    }
}

/// A file that nothing reads, and how it should probably be called.
pub fn unknown(path: &Path) -> Problem {
    let parts: Vec<&str> = path.iter().map(|part| part.to_str().unwrap_or_default()).collect();
    let names: &[&str] = match parts[..] {
        ["data", _] => &["dataset.toml", "parties.toml", "regions.toml"],
        ["data", "procurements", _, _] => FOLDER,
        _ => &[],
    };
    let expected = if names == FOLDER { FOLDER_LISTED } else { READ };
    let name = parts.last().copied().unwrap_or_default();
    // The ending may be the mistake, or a letter, or a capital.
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let nearest = match parts[..] {
        ["data", "sources", _] if !stem.is_empty() => Some(format!("{stem}.toml")),
        _ => {
            let stems = names.iter().map(|name| name.trim_end_matches(".toml"));
            nearest(&stem, stems).map(|stem| format!("{stem}.toml"))
        }
    };
    let nearest = nearest
        .filter(|nearest| nearest != name)
        .and_then(|nearest| Some(path.with_file_name(nearest).to_str()?.replace('\\', "/")));
    let place = Place { file: path.to_owned(), entry: name.to_owned() };
    place.problem(None, ProblemKind::UnknownFile { expected, nearest })
}

const FOLDER: &[&str] =
    &["procurement.toml", "plans.toml", "events.toml", "claims.toml", "statements.toml"];

const FOLDER_LISTED: &str =
    "procurement.toml, plans.toml, events.toml, claims.toml and statements.toml";

const READ: &str = "data/dataset.toml, data/parties.toml, data/regions.toml, \
                    data/sources/<publisher>.toml and the files of data/procurements/<id>/";

fn record<R>(entry: Entry<R>) -> R {
    entry.record
}
