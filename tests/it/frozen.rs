//! Frozen versions: what they keep, that no later build changes them, and what the site says of
//! them.

use super::pages::{WORDS, build_project};
use super::project::{fixture, lay_out};
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use utlovat::app::frozen::freeze;
use utlovat::data::folder;
use utlovat::i18n::Key;
use utlovat::model::Lang;
use utlovat::open_data::File;
use utlovat::open_data::hash::full_hash;
use utlovat::open_data::versions::{
    FOLDER, Frozen, INDEX, Version, facts, is_new, pack, unpack, write_index,
};
use utlovat::route::Document;

/// Tests need no small archives.
const QUICK: i32 = 5;

/// A project of its own with the toy facts.
fn project() -> TempDir {
    let place = tempfile::tempdir().expect("a folder of our own");
    lay_out(&fixture("toy/data"), place.path());
    place
}

/// Releases today's facts of a project, as `cargo xtask release` does.
fn release(project: &Path) -> Vec<File> {
    let files = freeze(project, None).expect("a version");
    let archive = pack(files.clone(), QUICK).expect("an archive");
    let (dataset, _) = folder::read(project);
    let new = Version {
        version: dataset.version,
        reviewed: dataset.reviewed.to_string(),
        facts: facts(project),
        ledger: String::new(),
        archive: full_hash(&archive),
    };
    std::fs::create_dir_all(project.join(FOLDER)).expect("a folder");
    std::fs::write(project.join(new.file()), archive).expect("an archive");
    std::fs::write(project.join(INDEX), write_index(&[new])).expect("an index");
    files
}

fn edit(project: &Path, file: &str, from: &str, to: &str) {
    let path = project.join(file);
    let text = std::fs::read_to_string(&path).expect("a file of the project");
    assert!(text.contains(from), "{file} has no {from}");
    std::fs::write(path, text.replace(from, to)).expect("the file");
}

fn of_version(built: &BTreeMap<PathBuf, Vec<u8>>) -> BTreeMap<&Path, &[u8]> {
    let own = built.iter().filter(|(path, _)| path.starts_with("v"));
    own.map(|(path, bytes)| (path.as_path(), bytes.as_slice())).collect()
}

fn text(file: &File) -> &str {
    std::str::from_utf8(&file.bytes).expect("text")
}

fn attributes(html: &str, css: &str, name: &str) -> Vec<String> {
    let css = Selector::parse(css).expect("a selector");
    let page = Html::parse_document(html);
    page.select(&css).filter_map(|one| one.attr(name)).map(str::to_owned).collect()
}

#[test]
fn a_version_keeps_the_facts_and_every_embed_the_same_bytes_each_time() {
    let project = project();
    let files = freeze(project.path(), None).expect("a version");
    let again = freeze(project.path(), None).expect("a version");
    let archive = pack(files.clone(), QUICK).expect("an archive");
    assert_eq!(archive, pack(again, QUICK).expect("an archive"));

    let mut sorted = files.clone();
    sorted.sort_by(|one, other| one.path.cmp(&other.path));
    assert_eq!(unpack(&archive).expect("files"), sorted);

    let paths: BTreeSet<&str> = files.iter().map(|file| &*file.path).collect();
    assert_eq!(paths.len(), files.len(), "each once");
    for path in ["index.html", "arrows.js", "data/v1/dataset.json", "data/CITATION.cff"] {
        assert!(paths.contains(path), "{path}");
    }
    let built = build_project(project.path(), "");
    let embeds = built.keys().filter(|path| path.starts_with("embed"));
    let embeds: Vec<_> = embeds.map(|path| path.to_string_lossy().into_owned()).collect();
    assert!(embeds.len() > 10, "{} embeds", embeds.len());
    for embed in embeds {
        assert!(paths.contains(&*embed), "{embed} is kept");
    }
}

#[test]
fn a_frozen_embed_stands_by_itself_says_so_and_leads_to_pages_of_today() {
    let project = project();
    let built = build_project(project.path(), "");
    let files = freeze(project.path(), None).expect("a version");
    let dataset = folder::read(project.path()).0;
    for file in files.iter().filter(|file| file.path.starts_with("embed/")) {
        let (path, html) = (&file.path, text(file));
        for outside in ["src=", "url(", "<img", ".wasm", "data-words"] {
            let html = html.replace("url(#", "");
            let html = html.split("<script").next().unwrap_or_default().to_owned();
            assert!(!html.contains(outside), "{path} has {outside}");
        }
        assert_eq!(attributes(html, "meta[name=robots]", "content"), ["noindex"], "{path}");
        assert_eq!(attributes(html, "base", "target"), ["_blank"], "{path}");
        let said = super::markup::text_of(html, "[data-key=frozen]");
        let frozen = if path.starts_with("embed/sv") { "Fryst" } else { "Frozen" };
        assert!(said.starts_with(frozen) && said.contains(&dataset.version), "{path}: {said}");
        let links = attributes(html, "a", "href");
        assert!(links.len() > 1, "{path}");
        assert_eq!(attributes(html, "head link", "rel"), ["license"], "{path}");
        // To the sources themselves.
        for link in links.iter().filter(|link| !link.starts_with("https://")) {
            let target = format!("v/1/{path}");
            let mut folders: Vec<&str> = target.split('/').collect();
            folders.pop();
            let mut rest = link.split('#').next().unwrap_or_default();
            while let Some(after) = rest.strip_prefix("../") {
                folders.pop();
                rest = after;
            }
            let target = format!("{}/{rest}", folders.join("/"));
            let target = target.trim_start_matches('/');
            let there = match target.strip_prefix("v/1/") {
                Some(own) => files.iter().any(|file| file.path == own),
                None => built.contains_key(Path::new(&format!("{target}index.html"))),
            };
            assert!(there, "{path} leads to {link}");
        }
        // What the policy allows is what stands there.
        let script = html.split_once("arrows.js\">").and_then(|(_, it)| it.split_once("</script>"));
        let hash = base64::Engine::encode(
            &base64::engine::general_purpose::STANDARD,
            <sha2::Sha256 as sha2::Digest>::digest(script.expect("a script").0),
        );
        assert!(html.contains(&format!("script-src 'self' 'sha256-{hash}'")), "{path}");
    }
}

#[test]
fn no_later_build_changes_a_version() {
    let project = project();
    let files = release(project.path());
    let first = build_project(project.path(), "");
    assert_eq!(of_version(&first).len(), files.len());
    edit(project.path(), "data/dataset.toml", "version = \"", "version = \"9");
    edit(project.path(), "style/tokens.css", "--ink: #1a1c20", "--ink: #000000");
    edit(project.path(), "locales/sv.toml", "site-motto = \"", "site-motto = \"Nu: ");
    edit(project.path(), "public/assets/in-frame.js", "utlovat:height", "utlovat:tall");
    let later = build_project(project.path(), "https://example.org/some/dir/");
    assert_eq!(of_version(&first), of_version(&later));
    let page = Path::new("sv/index.html");
    assert_ne!(first[page], later[page], "the site itself is another one");
}

#[test]
fn the_site_lists_its_versions_and_says_whether_today_is_one() {
    let project = project();
    let list = |built: &BTreeMap<PathBuf, Vec<u8>>, lang: Lang| {
        let path = format!("{}index.html", Document::Versions.path(lang));
        String::from_utf8(built[Path::new(&path)].clone()).expect("text")
    };
    let version = folder::read(project.path()).0.version;
    let none = build_project(project.path(), "");
    release(project.path());
    let built = build_project(project.path(), "");
    edit(project.path(), "data/dataset.toml", "version = \"", "version = \"9");
    let later = build_project(project.path(), "");
    for (lang, not_yet) in [(Lang::Sv, "inte frysta än"), (Lang::En, "not frozen yet")] {
        let link = format!("/v/{version}/data/v1/dataset.json");
        assert!(!list(&none, lang).contains(&link));
        for (site, is_today) in [(&none, false), (&built, true), (&later, false)] {
            assert_eq!(list(site, lang).contains(not_yet), !is_today, "{}", lang.code());
        }
        for site in [&built, &later] {
            let page = list(site, lang);
            let links = attributes(&page, ".reading section a", "href");
            assert!(links.contains(&link), "{links:?}");
            for link in links.iter().filter_map(|link| link.strip_prefix("/v/")) {
                let index = if link.ends_with('/') { "index.html" } else { "" };
                assert!(site.contains_key(Path::new(&format!("v/{link}{index}"))), "{link}");
            }
        }
        // Every citation leads to the list.
        let overview = format!("{}/index.html", lang.code());
        let overview = String::from_utf8_lossy(&built[Path::new(&overview)]).into_owned();
        let to = format!("/{}", Document::Versions.path(lang));
        assert!(attributes(&overview, ".cite a", "href").contains(&to), "{}", lang.code());
        assert!(overview.contains(WORDS[&lang].get(Key::CiteFrozen)));
    }
}

#[test]
fn where_a_frozen_figure_leads_to_what_is_gone_a_page_says_so() {
    let project = project();
    release(project.path());
    let before = build_project(project.path(), "");
    let (file, name) = ("data/procurements/toy-north/events.toml", "incident-2021");
    edit(project.path(), file, &format!("\"{name}\""), "\"another-name\"");
    let after = build_project(project.path(), "");
    for (path, how) in [
        (
            format!("sv/upphandling/toy-north/handelse/{name}/index.html"),
            "En fryst figur leder hit",
        ),
        (format!("en/procurement/toy-north/event/{name}/index.html"), "A frozen figure leads here"),
    ] {
        let path = Path::new(&path);
        assert!(!String::from_utf8_lossy(&before[path]).contains(how), "it is there");
        let html = String::from_utf8_lossy(&after[path]);
        assert!(html.contains(how), "{}", path.display());
        assert_eq!(attributes(&html, "meta[name=robots]", "content"), ["noindex"]);
        assert!(attributes(&html, ".reading a", "href")[0].contains("#v-"), "to the version");
    }
    assert_eq!(of_version(&before), of_version(&after));
}

#[test]
fn what_is_damaged_missing_or_made_up_is_told_in_a_sentence() {
    let project = project();
    release(project.path());
    let index = project.path().join(INDEX);
    let file = {
        let frozen = Frozen::read(project.path()).expect("a version");
        project.path().join(frozen.releases[0].about.file())
    };
    let told = || Frozen::read(project.path()).expect_err("a mistake");
    let whole = std::fs::read(&file).expect("the archive");
    let mut damaged = whole.clone();
    damaged[40] ^= 1;
    std::fs::write(&file, damaged).expect("the archive");
    assert!(told().contains("is not what was released as version"), "{}", told());
    std::fs::remove_file(&file).expect("the archive");
    assert!(told().contains("is missing") && told().contains("from git"), "{}", told());
    std::fs::write(&file, whole).expect("the archive");
    let good = std::fs::read_to_string(&index).expect("the index");
    std::fs::write(&index, good.replace("\"version\": \"", "\"version\": \"../")).expect("it");
    assert!(told().contains("is no list of versions"), "{}", told());
    std::fs::write(&index, "[").expect("the index");
    assert!(told().contains("restore it from git"), "{}", told());
}

#[test]
fn a_name_is_for_ever() {
    let one = Version {
        version: "1.0.0".to_owned(),
        reviewed: "2026-01-31".to_owned(),
        facts: "some".to_owned(),
        ledger: String::new(),
        archive: String::new(),
    };
    let versions = [one];
    assert_eq!(is_new(&versions, "1.0.1", "others"), Ok(true));
    assert_eq!(is_new(&versions, "1.0.0", "some"), Ok(false));
    let refusal = is_new(&versions, "1.0.0", "others").expect_err("a refusal");
    assert!(refusal.contains("raise `version`"), "{refusal}");
    for name in ["", "../1", "1/2", "1 2", "ä", ".1", "1."] {
        assert!(is_new(&versions, name, "some").is_err(), "{name}");
    }
}
