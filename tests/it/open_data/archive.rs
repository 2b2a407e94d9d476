//! What is taken away in one piece: the archive, its descriptions and the worked examples.

use super::{HOSTILE, ROOT, published};
use crate::project::TOY;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use utlovat::model::{Dataset, Lang, Licence};
use utlovat::open_data::tables::{self, EXAMPLES, inventory};
use utlovat::open_data::{File, v1};

fn all(dataset: &Dataset, root: &str) -> Vec<File> {
    let publication = published(dataset, root);
    let mut files = v1::files(publication).expect("files");
    files.extend(tables::files(publication, &files).expect("files"));
    files
}

fn texts(files: &[File]) -> BTreeMap<&str, &str> {
    let texts = files.iter().filter(|file| !file.path.ends_with(".zip"));
    texts.map(|file| (&*file.path, std::str::from_utf8(&file.bytes).expect("UTF-8"))).collect()
}

#[test]
fn the_archive_holds_the_very_files_in_the_order_of_their_names() {
    let files = all(&TOY, ROOT);
    let archive = files.iter().find(|file| file.path == "data/utlovat.zip").expect("an archive");
    let mut archive = zip::ZipArchive::new(Cursor::new(&archive.bytes)).expect("a zip");
    let mut names = Vec::new();
    for at in 0..archive.len() {
        let mut inside = archive.by_index(at).expect("a file");
        let mut bytes = Vec::new();
        inside.read_to_end(&mut bytes).expect("bytes");
        let day = inside.last_modified().expect("a time");
        assert_eq!(
            format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
            TOY.reviewed.to_string()
        );
        let path = format!("data/{}", inside.name().expect("a name"));
        let loose = files.iter().find(|file| file.path == path).expect("the loose file");
        assert_eq!(loose.bytes, bytes, "{path}");
        names.push(path);
    }
    assert!(names.is_sorted() && names.len() + 1 == files.len(), "{names:?}");
}

#[test]
fn two_builds_give_the_same_bytes() {
    assert_eq!(all(&TOY, ROOT), all(&TOY, ROOT));
}

#[test]
fn every_file_that_a_page_may_name_is_there() {
    let files = all(&TOY, ROOT);
    for one in inventory() {
        assert!(files.iter().any(|file| file.path == one.path), "{}", one.path);
        let (sv, en) = (&one.description.sv, &one.description.en);
        assert!(sv.ends_with('.') && en.ends_with('.') && sv != en, "{one:?}");
    }
    for (path, text) in EXAMPLES {
        assert_eq!(texts(&files)[path], text);
    }
}

#[test]
fn the_readme_tells_every_column_in_both_languages() {
    let files = all(&TOY, ROOT);
    let texts = texts(&files);
    for lang in Lang::ALL {
        let text = texts[&*format!("data/README.{}.md", lang.code())];
        assert!(!text.contains("{{"), "an unfilled hole");
        assert!(text.contains(&format!("{ROOT}{}/", lang.code())));
        for table in tables::tables(published(&TOY, ROOT)) {
            let heading = format!("### {}: {}\n", table.name, table.title.get(lang));
            let (_, part) = text.split_once(&heading).expect("the table's own part");
            let part = part.split("\n### ").next().unwrap_or_default();
            for column in &table.columns {
                let (begin, end) = (
                    format!("| `{}` |", column.name),
                    format!("| {} |", column.description.get(lang)),
                );
                let row = |line: &str| line.starts_with(&begin) && line.ends_with(&end);
                assert!(part.lines().any(row), "{} {}", table.name, column.name);
            }
        }
    }
}

#[test]
fn one_line_of_the_data_set_tells_the_licence_in_all_of_them() {
    let mut dataset = TOY.clone();
    dataset.licence = Licence::Cc0;
    let files = all(&dataset, ROOT);
    let texts = texts(&files);
    let told = [
        "data/CITATION.cff",
        "data/LICENSE.txt",
        "data/datapackage.json",
        "data/README.sv.md",
        "data/README.en.md",
    ];
    for path in told {
        let text = texts[path];
        assert!(text.contains("CC0-1.0") && text.contains(Licence::Cc0.url()), "{path}");
        assert!(!text.contains("CC BY") && !text.contains("CC-BY"), "{path}");
    }
}

#[test]
fn a_site_without_an_address_claims_none() {
    let files = all(&TOY, "/");
    let texts = texts(&files);
    let package: serde_json::Value =
        serde_json::from_str(texts["data/datapackage.json"]).expect("JSON");
    assert!(package["id"].is_null() && package["homepage"].is_null());
    assert!(!texts["data/CITATION.cff"].contains("\nurl:"));
    let placed = all(&TOY, ROOT);
    let package: serde_json::Value =
        serde_json::from_str(self::texts(&placed)["data/datapackage.json"]).expect("JSON");
    assert_eq!(package["homepage"], ROOT);
    assert!(self::texts(&placed)["data/CITATION.cff"].contains(&format!("\nurl: \"{ROOT}\"")));
}

#[test]
fn hostile_titles_come_back_from_the_package() {
    let mut dataset = TOY.clone();
    let sources = std::sync::Arc::make_mut(&mut dataset.sources);
    let titled = sources.iter_mut().zip(HOSTILE.into_iter().cycle());
    let titles: Vec<&str> = titled
        .map(|(source, text)| {
            source.title = Some(text.to_owned());
            text
        })
        .collect();
    assert!(titles.len() >= HOSTILE.len());
    let files = all(&dataset, ROOT);
    let package: serde_json::Value =
        serde_json::from_str(texts(&files)["data/datapackage.json"]).expect("JSON");
    for (source, title) in package["sources"].as_array().expect("sources").iter().zip(titles) {
        assert!(source["title"].as_str().is_some_and(|told| told.ends_with(title)), "{source}");
    }
}
