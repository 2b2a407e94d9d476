//! Every file is there, and something stands in it. Only a procurement may be without some, and
//! then it says so: a file that was lost on the way looks just like one that never was.

use crate::data::folder_file::FolderFile;
use crate::data::problem::{Place, Problem, ProblemKind};
use crate::data::record::{Folder, Records};
use crate::model::Word;
use std::path::PathBuf;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    let mut look = Look { records, problems };
    look.at("data/dataset.toml".into(), "dataset", true, "`version`", None);
    let some = !records.parties.is_empty();
    look.at("data/parties.toml".into(), "parties", some, "`[[party]]`", None);
    let regions = PathBuf::from("data/regions.toml");
    if records.files.contains(&regions) {
        look.at(regions, "regions", !records.regions.is_empty(), "`[[region]]`", None);
    }
    for publisher in &records.publishers {
        let some = !publisher.record.sources.is_empty();
        let file = publisher.place.file.clone();
        look.at(file, &publisher.place.entry, some, "`[[source]]`", None);
    }
    for folder in &records.procurements {
        look.at_folder(folder);
    }
}

struct Look<'a> {
    records: &'a Records,
    problems: &'a mut Vec<Problem>,
}

impl Look<'_> {
    /// A file that has to be there, and hold `some` of what it is for.
    fn at(
        &mut self,
        file: PathBuf,
        entry: &str,
        some: bool,
        holds: &'static str,
        may_lack: Option<String>,
    ) {
        if self.records.unread.contains(&file) {
            return;
        }
        let empty = !some || self.records.empty.contains(&file);
        let kind = match self.records.files.contains(&file) {
            false => ProblemKind::MissingFile { may_lack },
            true if empty => ProblemKind::EmptyFile { holds, may_lack },
            true => return,
        };
        let place = Place { file, entry: entry.to_owned() };
        self.problems.push(place.problem(None, kind));
    }

    fn at_folder(&mut self, folder: &Folder) {
        let entry = format!("procurement \"{}\"", folder.name);
        self.at(folder.file("procurement.toml"), &entry, true, "`id`", None);
        // What may be absent stands in that file.
        let Some(procurement) = &folder.procurement else { return };
        let without = &procurement.record.without;
        for (name, file) in FolderFile::WORDS {
            let path = folder.file(name);
            if without.contains(file) {
                if self.records.files.contains(&path) {
                    let kind = ProblemKind::WithoutButThere { file: name };
                    let span = Some(procurement.name_span());
                    self.problems.push(procurement.place.problem(span, kind));
                }
                continue;
            }
            let plans = &folder.plans;
            let (some, holds) = match file {
                FolderFile::Plans => {
                    (!plans.plans.is_empty() || !plans.milestones.is_empty(), "`[[plan]]`")
                }
                FolderFile::Events => (!folder.events.is_empty(), "`[[event]]`"),
                FolderFile::Claims => (!folder.claims.is_empty(), "`[[claim]]`"),
                FolderFile::Statements => (!folder.statements.is_empty(), "`[[statement]]`"),
            };
            let lacks = |it: &&(&str, FolderFile)| it.1 == *file || without.contains(&it.1);
            let words = FolderFile::WORDS.iter().filter(lacks);
            let words: Vec<_> = words.map(|(word, _)| format!("\"{word}\"")).collect();
            let line = format!("without = [{}]", words.join(", "));
            let entry = name.trim_end_matches(".toml");
            self.at(path, entry, some, holds, Some(line));
        }
    }
}
