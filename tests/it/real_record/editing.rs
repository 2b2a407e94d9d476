//! A copy of `data/` in the hands of an editor.
//!
//! An edit finds its place by rule, "the first procurement that has not gone live", and names no
//! entry of ours: it can be made as long as there is anything of the kind.

use crate::data::files;
use crate::project::copy;
use std::collections::BTreeSet;
use std::path::Path;
use tempfile::TempDir;
use toml::{Table, Value};

/// A project of its own with a copy of the real record.
pub struct Editor {
    place: TempDir,
}

impl Editor {
    pub fn new() -> Editor {
        let place = tempfile::tempdir().expect("a folder of our own");
        copy(&super::real().join("data"), &place.path().join("data"));
        Editor { place }
    }

    /// The project's folder, with `data/` in it.
    pub fn project(&self) -> &Path {
        self.place.path()
    }

    /// What a file of `data/` holds; nothing where there is no such file.
    pub fn read(&self, file: &str) -> Table {
        let text = std::fs::read_to_string(self.path(file)).unwrap_or_default();
        text.parse().unwrap_or_else(|error| panic!("data/{file}: {error}"))
    }

    /// Changes a file of `data/`, or makes it.
    pub fn edit(&self, file: &str, change: impl FnOnce(&mut Table)) {
        let mut table = self.read(file);
        change(&mut table);
        let text = toml::to_string(&table).expect("TOML");
        std::fs::write(self.path(file), text).expect("a file of the copy");
    }

    /// Changes a file of a procurement's folder.
    pub fn edit_of(&self, procurement: &str, file: &str, change: impl FnOnce(&mut Table)) {
        self.edit(&of(procurement, file), change);
    }

    /// Adds an entry, written as in the file: `[[name]]` is added above it.
    pub fn add(&self, procurement: &str, file: &str, name: &str, entry: &str) {
        let entry: Table = entry.parse().unwrap_or_else(|error| panic!("{entry}: {error}"));
        self.edit_of(procurement, file, |table| list(table, name).push(entry.into()));
    }

    /// The ids of the procurements, in the site's order.
    pub fn procurements(&self) -> Vec<String> {
        let all = self.read("dataset.toml");
        all["procurements"].as_array().expect("a list").iter().map(string).collect()
    }

    /// The first procurement of which a file is so.
    pub fn first(&self, file: &str, is: impl Fn(&Table) -> bool) -> String {
        let found = self.procurements().into_iter().find(|one| is(&self.read(&of(one, file))));
        found.unwrap_or_else(|| panic!("no procurement has such a {file}"))
    }

    /// A source that the procurement cites.
    pub fn a_source(&self, procurement: &str) -> String {
        let table = self.read(&of(procurement, "procurement.toml"));
        string(&table["summary-sources"].as_array().expect("a list")[0])
    }

    /// The day of the last review.
    pub fn reviewed(&self) -> String {
        string(&self.read("dataset.toml")["reviewed"])
    }

    /// Reviews everything anew on a day.
    pub fn review(&self, day: &str) {
        self.edit("dataset.toml", |table| drop(table.insert("reviewed".into(), day.into())));
        for one in self.procurements() {
            self.edit_of(&one, "procurement.toml", |table| {
                table.insert("reviewed".into(), day.into());
            });
        }
    }

    /// Removes a procurement and whatever nothing else names.
    pub fn remove(&self, procurement: &str) {
        std::fs::remove_dir_all(self.path(&format!("procurements/{procurement}"))).expect("it");
        self.edit("dataset.toml", |table| {
            list(table, "procurements").retain(|one| string(one) != procurement);
        });
        self.edit("regions.toml", |table| {
            for region in list(table, "region").iter_mut().filter_map(Value::as_table_mut) {
                if region.get("procurement").map(string).as_deref() == Some(procurement) {
                    region.remove("procurement");
                }
            }
        });
        self.tidy();
    }

    /// Removes sources and parties that nothing names, as the checks ask for.
    pub fn tidy(&self) {
        let retain = |file: &str, name: &str, named: &BTreeSet<String>| {
            self.edit(file, |table| {
                list(table, name).retain(|one| named.contains(&string(&one["id"])));
            });
        };
        // A party's former name has sources too.
        retain("parties.toml", "party", &self.named());
        let named = self.named();
        for file in self.paths().filter(|path| path.starts_with("sources/")) {
            retain(&file, "source", &named);
            if list(&mut self.read(&file), "source").is_empty() {
                std::fs::remove_file(self.path(&file)).expect("an emptied file");
            }
        }
    }

    /// Every text of the data set that is not the id of its own entry.
    fn named(&self) -> BTreeSet<String> {
        let mut named = BTreeSet::new();
        for file in self.paths() {
            texts(&Value::Table(self.read(&file)), &mut named);
        }
        named
    }

    /// The files of the copy, below `data/`.
    fn paths(&self) -> impl Iterator<Item = String> + use<> {
        files(self.project()).into_keys().map(|path| {
            let path = path.strip_prefix("data").expect("below data/");
            path.to_string_lossy().replace('\\', "/")
        })
    }

    fn path(&self, file: &str) -> std::path::PathBuf {
        self.project().join("data").join(file)
    }
}

/// The path of a file of a procurement's folder.
pub fn of(procurement: &str, file: &str) -> String {
    format!("procurements/{procurement}/{file}")
}

/// The entries of a name, which there may be none of.
pub fn list<'a>(table: &'a mut Table, name: &str) -> &'a mut Vec<Value> {
    let entry = table.entry(name).or_insert_with(|| Value::Array(vec![]));
    entry.as_array_mut().unwrap_or_else(|| panic!("{name} is no list"))
}

/// How many entries of a name there are.
pub fn count(table: &Table, name: &str) -> usize {
    table.get(name).and_then(Value::as_array).map_or(0, Vec::len)
}

/// A value that is a text.
pub fn string(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

fn texts(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(all) => all.iter().for_each(|one| texts(one, found)),
        Value::Table(table) => {
            table.iter().filter(|(key, _)| *key != "id").for_each(|(_, one)| texts(one, found));
        }
        _ => {}
    }
}
