//! The project as tests of code see it: its folder, and the toy facts.
//!
//! The facts that readers see are not here: they change, and no test of code may depend on them.
//! What must hold of them stands in `real_record`, which alone may read them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use utlovat::data::folder;
use utlovat::i18n::{Messages, locale};
use utlovat::model::{Dataset, Id, Lang, Procurement, SiteSettings, Text};

/// The small data set that drawings and snapshots are made from.
pub static TOY: LazyLock<Dataset> = LazyLock::new(|| folder::read(&root().join(TOY_FOLDER)).0);

/// Whose the toy site is.
pub static SETTINGS: LazyLock<SiteSettings> = LazyLock::new(|| {
    let (settings, problems) = folder::read_site(&root().join(TOY_FOLDER));
    assert_eq!(problems, []);
    settings
});

/// The words of the interface, as they are shipped, on the toy site.
pub fn words() -> BTreeMap<Lang, Messages> {
    let texts = Lang::ALL.map(|lang| {
        let file = root().join(format!("locales/{}.toml", lang.code()));
        (lang, std::fs::read_to_string(file).expect("the words of a language"))
    });
    let texts: Vec<_> = texts.iter().map(|(lang, text)| (*lang, text.as_str())).collect();
    let (words, problems) = locale::read(&texts);
    let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    words.into_iter().map(|(lang, words)| (lang, words.of_site(&SETTINGS))).collect()
}

/// The toy facts with two more procurements, which are there for comparison only: one of the same
/// product, and one of which next to nothing is known.
pub static COMPARED: LazyLock<Dataset> = LazyLock::new(|| {
    let mut dataset = TOY.clone();
    let mut same = TOY.procurements[1].clone();
    (same.id, same.name) = named("toy-east", "Toyregion Öst", "Toy Region East");
    (same.comparator, same.residents, same.contract) = (true, None, None);
    same.costs.iter_mut().for_each(|cost| cost.other_area = true);
    let mut other = TOY.procurements[1].clone();
    (other.id, other.name) = named("toy-west", "Toyregion Väst", "Toy Region West");
    (other.comparator, other.product, other.contract) = (true, Some("Granite".to_owned()), None);
    (other.residents, other.supplier) = (None, None);
    other.milestones.clear();
    other.plans.clear();
    other.costs.clear();
    other.claims.clear();
    other.events.truncate(1);
    dataset.procurements.extend([same, other]);
    dataset
});

fn named(id: &str, sv: &str, en: &str) -> (Id, Text) {
    (Id::parse(id).expect("an id"), Text { sv: sv.to_owned(), en: en.to_owned() })
}

const TOY_FOLDER: &str = "tests/fixtures/toy";

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A procurement of a data set, by its id.
pub fn procurement<'a>(dataset: &'a Dataset, id: &str) -> &'a Procurement {
    dataset.procurement(id).unwrap_or_else(|| panic!("the data set has no procurement {id}"))
}

/// A folder of `tests/fixtures/`.
pub fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures").join(name)
}

/// That all names in a file of `tests/fixtures/` are still among those of today: what was ever
/// published stays. New ones are accepted with `BLESS=1`, and then they stay too.
pub fn only_grows(name: &str, now: &BTreeSet<String>) {
    let file = fixture(name);
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    let known: BTreeSet<String> = known.lines().map(str::to_owned).collect();
    let gone: Vec<&String> = known.difference(now).collect();
    assert!(gone.is_empty(), "what is published only grows, but these are gone: {gone:?}");
    let new: Vec<&String> = now.difference(&known).collect();
    if std::env::var_os("BLESS").is_some() {
        let lines: String = now.iter().map(|name| format!("{name}\n")).collect();
        std::fs::write(&file, lines).expect("the file of names can be written");
    } else {
        assert!(new.is_empty(), "new names are kept for ever; BLESS=1 accepts {new:?}");
    }
}

/// Makes a project of facts, with the words and looks of this one and the settings of the toy site.
pub fn lay_out(data: &Path, project: &Path) {
    for part in ["locales", "style", "public", "index.html"] {
        copy(&root().join(part), &project.join(part));
    }
    copy(&fixture("toy/site.toml"), &project.join("site.toml"));
    copy(data, &project.join("data"));
}

/// Copies a file, or a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    if !from.is_dir() {
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("a folder to copy into");
        std::fs::copy(from, to).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
        return;
    }
    for entry in std::fs::read_dir(from).expect("a folder to copy") {
        let entry = entry.expect("an entry of it");
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}
