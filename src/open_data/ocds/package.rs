//! Packages: what OCDS puts around releases and records.

use super::extension;
use super::history::{ocid, releases};
use super::merge::{compiled, versioned};
use super::object::{Object, end_of};
use crate::i18n::Key;
use crate::model::{Lang, Procurement};
use crate::open_data::files::{File, Publication};
use crate::route::Document;
use serde_json::Value;

/// Where the package with the records of all procurements lies.
pub const RECORDS: &str = "data/ocds/records.json";

/// Where the package with the releases of a procurement lies.
pub fn releases_path(of: &Procurement) -> String {
    format!("data/ocds/releases/{}.json", of.id.as_str())
}

/// Where the package with the record of a procurement lies.
pub fn record_path(of: &Procurement) -> String {
    format!("data/ocds/records/{}.json", of.id.as_str())
}

/// The packages of each procurement, and one with the records of all.
pub fn files(publication: Publication) -> Vec<File> {
    let mut files = vec![];
    let (mut all, mut sources) = (vec![], vec![]);
    for of in publication.dataset.followed_first() {
        let releases = releases(publication.dataset, of);
        let (path, records) = (releases_path(of), record_path(of));
        let uri = format!("{}{path}", publication.root);
        let record = record(of, &releases, &uri);
        let whole = record.clone().put("versionedRelease", versioned(&releases));
        files.push(json(&path, package(publication, &path).put("releases", releases)));
        let package = package(publication, &records).put("packages", vec![uri.clone()]);
        files.push(json(&records, package.put("records", vec![whole])));
        all.push(record);
        sources.push(uri);
    }
    if !all.is_empty() {
        let package = package(publication, RECORDS).put("packages", sources);
        files.push(json(RECORDS, package.put("records", all)));
    }
    files
}

/// A record: links to the releases, and what they come to. How they came to that is added where
/// the record stands alone: it is larger than all the rest.
fn record(of: &Procurement, releases: &[Value], package: &str) -> Object {
    let link = |release: &Value| {
        let id = release["id"].as_str().unwrap_or_default();
        let link = Object::default()
            .put("url", format!("{package}#{id}"))
            .put("date", release["date"].clone())
            .put("tag", release["tag"].clone());
        Value::from(link)
    };
    Object::default()
        .put("ocid", ocid(of))
        .put("releases", releases.iter().map(link).collect::<Vec<_>>())
        .put("compiledRelease", compiled(releases))
}

/// What every package tells of itself. Its day is that of the review, so that it is the same in
/// every build.
fn package(publication: Publication, path: &str) -> Object {
    let Publication { dataset, root, .. } = publication;
    let name = publication.words(Lang::En).get(Key::SiteName);
    Object::default()
        .put("uri", format!("{root}{path}"))
        .put("version", "1.1")
        .put("extensions", vec![format!("{root}{}extension.json", extension::FOLDER)])
        .put(
            "publisher",
            Object::default()
                .put("name", format!("{name} (a third party, not the buyer)"))
                .put("uri", root),
        )
        .put("license", dataset.licence.url())
        .put("publicationPolicy", format!("{root}{}", Document::Policy.path(Lang::En)))
        .put("publishedDate", end_of(dataset.reviewed))
}

fn json(path: &str, package: Object) -> File {
    let mut text = Value::from(package).to_string();
    text.push('\n');
    File::text(path, text)
}
