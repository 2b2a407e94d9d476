//! Pages as the prerenderer makes them, from the toy facts.

use super::project::{SETTINGS, TOY, fixture, lay_out, root, words};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use utlovat::analysis::knowledge::as_of;
use utlovat::app::head::every_address;
use utlovat::app::prerender::{self, Job, prerender};
use utlovat::app::shell::SHEETS;
use utlovat::data::publish;
use utlovat::i18n::Messages;
use utlovat::model::{Dataset, Day, Lang};
use utlovat::route::{Address, Page, Selection};
use utlovat::view::{Facts, Site};

/// The words of the interface, as they are shipped.
pub static WORDS: LazyLock<BTreeMap<Lang, Messages>> = LazyLock::new(words);

/// The style sheet of the site.
static SHEET: LazyLock<String> = LazyLock::new(|| {
    let part = |name| std::fs::read_to_string(root().join(format!("style/{name}.css")));
    SHEETS.map(|name| part(name).expect("a part of the style sheet")).concat()
});

/// The site of the toy facts, as the files of a first build.
pub static BUILT: LazyLock<BTreeMap<PathBuf, Vec<u8>>> = LazyLock::new(build);

/// An edition of the toy facts at the root of a site.
pub fn toy(lang: Lang) -> Edition {
    Edition::new(&TOY, lang)
}

/// What the pages of one language are made from.
pub struct Edition {
    pub site: Site<'static>,
    pub facts: Facts,
}

impl Edition {
    pub fn new(dataset: &Dataset, lang: Lang) -> Edition {
        let whole = publish::edition(dataset, lang);
        let shown = Box::leak(Box::new(SETTINGS.shown()));
        let facts = Facts::of_today(whole, &WORDS[&lang], "/", "https://example.org");
        Edition::of(facts.showing(shown))
    }

    /// The same with the site's style sheet, which figures are taken along with.
    pub fn styled(self) -> Edition {
        Edition::of(self.facts.styled(&SHEET))
    }

    fn of(facts: Facts) -> Edition {
        let kept: &'static Facts = Box::leak(Box::new(facts.clone()));
        Edition { site: kept.site(), facts }
    }

    /// The same as it was known on a day.
    pub fn as_of(&self, day: Day) -> Edition {
        let dataset = Arc::new(as_of(self.site.today, day));
        Edition::of(Facts { dataset, ..self.facts.clone() })
    }

    /// The HTML of a page's `#app`.
    pub fn body(&self, page: Page) -> String {
        // Only the first call can succeed; later ones find the executor in place.
        let _ = any_spawner::Executor::init_futures_executor();
        prerender::body(&self.facts, &Address::new(self.site.lang(), page))
    }

    /// The HTML of a page's `#app` for a reader's choice, as the address tells it.
    pub fn chosen(&self, page: Page, query: &str) -> String {
        let _ = any_spawner::Executor::init_futures_executor();
        let (selection, bad) = Selection::parse(query, &self.site.known());
        assert!(bad.is_empty(), "{query}");
        prerender::chosen_body(&self.facts, &Address::new(self.site.lang(), page), selection)
    }

    /// Every page of the edition, and "not found".
    pub fn every_page(&self) -> Vec<Page> {
        let pages = every_address(self.site).into_iter().map(|address| address.page);
        pages.chain([Page::NotFound]).collect()
    }
}

/// Prerenders the toy facts into a folder of its own and takes the files from there.
pub fn build() -> BTreeMap<PathBuf, Vec<u8>> {
    build_from(&fixture("toy").join("data"))
}

/// The same for any `data/`, with the words and looks of this project.
pub fn build_from(data: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    build_at(data, "https://example.org/some/dir/")
}

/// The same for a site that stands at an address, or at none that it knows.
pub fn build_at(data: &Path, base_url: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let place = tempfile::tempdir().expect("a folder of our own");
    let project = place.path().join("project");
    lay_out(data, &project);
    build_project(&project, base_url)
}

/// The same of a whole project.
pub fn build_project(project: &Path, base_url: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let place = tempfile::tempdir().expect("a folder of our own");
    let out = place.path().join("site");
    let job = Job {
        root: project.to_owned(),
        out: out.clone(),
        base_url: base_url.to_owned(),
        assets: BTreeMap::new(),
        pictures: None,
    };
    let pages = prerender(&job).expect("the facts prerender").pages;
    let mut files = BTreeMap::new();
    take(&out, &out, &mut files);
    assert!(pages < files.len(), "{pages} pages, but only {} files", files.len());
    files
}

fn take(root: &Path, folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the build") {
        let path = entry.expect("an entry of it").path();
        if path.is_dir() {
            take(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("within the build").to_owned();
            files.insert(name, std::fs::read(&path).expect("a file of the build"));
        }
    }
}
