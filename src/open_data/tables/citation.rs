//! `data/CITATION.cff`: how the record is cited, in the Citation File Format 1.2.0.

use super::package;
use crate::i18n::Key;
use crate::model::Lang;
use crate::model::Word;
use crate::open_data::files::{File, Publication};

/// Where it lies below the site's root. Tools look for exactly this name.
pub const PATH: &str = "data/CITATION.cff";

/// Who is named as having made the record: everybody who did, together.
pub fn author(publication: Publication) -> String {
    format!("The {} contributors", publication.words(Lang::En).get(Key::SiteName))
}

/// The file. Texts are quoted as in JSON, which YAML 1.2 reads as it stands.
pub fn file(publication: Publication) -> File {
    let Publication { dataset, root, .. } = publication;
    let words = publication.words(Lang::En);
    let (name, motto) = (words.get(Key::SiteName), words.get(Key::SiteMotto));
    let mut lines = vec![
        "cff-version: 1.2.0".to_owned(),
        line("message", "If you use these facts, please cite them as below."),
        "type: dataset".to_owned(),
        line("title", &format!("{name}: {motto}")),
        line("abstract", &package::about().en),
        "authors:".to_owned(),
        format!("  - {}", line("name", &author(publication))),
        line("version", &dataset.version),
        format!("date-released: {}", dataset.reviewed),
        format!("license: {}", dataset.licence.word()),
        line("license-url", dataset.licence.url()),
    ];
    if publication.is_placed() {
        lines.push(line("url", root));
    }
    lines.push(String::new());
    File::text(PATH, lines.join("\n"))
}

fn line(key: &str, value: &str) -> String {
    format!("{key}: {}", serde_json::Value::from(value))
}
