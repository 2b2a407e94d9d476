//! What each kind of file is called over HTTP, and which kinds are worth compressing.

use std::path::Path;

/// A kind of file of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// What the file's name ends with.
    pub ending: &'static str,
    /// The media type. Text says its letters, since browsers take plain text for another alphabet.
    pub media_type: &'static str,
    /// Whether compressing it gains anything: pictures, typefaces and archives are compressed.
    pub gains: bool,
}

const fn text(ending: &'static str, media_type: &'static str) -> Kind {
    Kind { ending, media_type, gains: true }
}

const fn dense(ending: &'static str, media_type: &'static str) -> Kind {
    Kind { ending, media_type, gains: false }
}

/// Every kind that a build writes. What is not here is refused by the step `hosting`, so that no
/// host has to guess.
pub const KINDS: [Kind; 25] = [
    text("html", "text/html; charset=utf-8"),
    text("js", "text/javascript; charset=utf-8"),
    text("css", "text/css; charset=utf-8"),
    text("wasm", "application/wasm"),
    text("bin", "application/octet-stream"),
    text("json", "application/json"),
    text("webmanifest", "application/manifest+json"),
    text("svg", "image/svg+xml"),
    text("txt", "text/plain; charset=utf-8"),
    text("xml", "application/xml"),
    text("csv", "text/csv; charset=utf-8"),
    text("md", "text/markdown; charset=utf-8"),
    text("nt", "application/n-triples"),
    text("ttl", "text/turtle; charset=utf-8"),
    text("rdf", "application/rdf+xml"),
    text("atom", "application/atom+xml"),
    text("ics", "text/calendar; charset=utf-8"),
    dense("cff", "text/yaml; charset=utf-8"),
    dense("R", "text/plain; charset=utf-8"),
    dense("py", "text/x-python; charset=utf-8"),
    dense("png", "image/png"),
    dense("ico", "image/x-icon"),
    dense("woff2", "font/woff2"),
    dense("zip", "application/zip"),
    dense("pdf", "application/pdf"),
];

/// The kind of a file, by its name.
pub fn kind_of(file: &Path) -> Option<Kind> {
    let ending = file.extension()?.to_str()?;
    KINDS.into_iter().find(|kind| kind.ending == ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_told_by_the_end_of_the_name() {
        let html = kind_of(Path::new("sv/krav/index.html")).unwrap();
        assert_eq!((html.media_type, html.gains), ("text/html; charset=utf-8", true));
        assert!(!kind_of(Path::new("assets/headings-0de12a4b47.woff2")).unwrap().gains);
        assert_eq!(kind_of(Path::new(".utlovat")), None);
        for (place, kind) in KINDS.iter().enumerate() {
            let first = KINDS.iter().position(|other| other.ending == kind.ending);
            assert_eq!(first, Some(place), "{} stands twice", kind.ending);
        }
    }
}
