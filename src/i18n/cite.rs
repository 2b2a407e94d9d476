//! How a view and its sources are cited: as text, as BibTeX and as CSL-JSON.
//!
//! All three are written by hand: a JSON library in the WASM would cost more than the feature.

use super::format;
use super::written::json;
use crate::model::{Lang, PartialDate, Source, SourceKind, Word};

/// A document as a reference manager wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What it is called in a bibliography: letters, digits and hyphens.
    pub id: String,
    /// Its type in CSL.
    pub kind: &'static str,
    pub publisher: String,
    /// Absent when nobody has seen the headline.
    pub title: Option<String>,
    pub url: String,
    /// When it was published; for a view, when its facts were last reviewed.
    pub issued: Option<PartialDate>,
    /// The version of the data, for a view.
    pub version: Option<String>,
    /// What else there is to say, in words.
    pub note: Option<String>,
    /// The ISO 639-1 code of its language.
    pub language: &'static str,
}

impl Reference {
    /// A source as a reference.
    pub fn of_source(source: &Source) -> Reference {
        Reference {
            id: source.id.as_str().to_owned(),
            kind: match source.kind {
                SourceKind::News => "article-newspaper",
                SourceKind::AuditReport => "report",
                SourceKind::Court => "legal_case",
                SourceKind::Blog => "post-weblog",
                SourceKind::Authority | SourceKind::PressRelease | SourceKind::Vendor => "webpage",
            },
            publisher: source.publisher.clone(),
            title: source.title.clone(),
            url: source.url.clone(),
            issued: source.published,
            version: None,
            note: None,
            language: source.language.word(),
        }
    }
}

/// A line each, as in a list of references.
pub fn text(lang: Lang, references: &[Reference]) -> String {
    let mut out = String::new();
    for one in references {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&one.publisher);
        stop(&mut out);
        if let Some(title) = &one.title {
            out.push(' ');
            out.push_str(title);
            stop(&mut out);
        }
        if let Some(date) = one.issued {
            out.push(' ');
            out.push_str(&format::capitalized(&format::date(lang, date)));
            out.push('.');
        }
        if let Some(note) = &one.note {
            out.push(' ');
            out.push_str(note);
            out.push('.');
        }
        out.push(' ');
        out.push_str(&one.url);
    }
    out
}

/// A full stop, where the text does not ask or call out already.
fn stop(out: &mut String) {
    if !out.ends_with(['?', '!', '.']) {
        out.push('.');
    }
}

/// An entry each. It is UTF-8, as biber and the BibTeX of today read it.
pub fn bibtex(references: &[Reference]) -> String {
    let mut out = String::new();
    for one in references {
        let mut fields: Vec<(&str, String)> = vec![("author", tex(&one.publisher))];
        fields.extend(one.title.as_deref().map(|title| ("title", tex(title))));
        if let Some(date) = one.issued {
            // Only what every style reads: a vaguer date is its year.
            if let PartialDate::Day(_) | PartialDate::Month(..) = date {
                fields.push(("date", date.edtf()));
            }
            fields.push(("year", date.range().first.year().to_string()));
        }
        fields.extend(one.version.as_deref().map(|version| ("version", tex(version))));
        fields.extend(one.note.as_deref().map(|note| ("note", tex(note))));
        fields.push(("url", tex_url(&one.url)));
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        out.push_str("@misc{");
        out.push_str(&one.id);
        for (name, value) in fields {
            out.push_str(",\n  ");
            out.push_str(name);
            out.push_str(" = {");
            out.push_str(&value);
            out.push('}');
        }
        out.push_str("\n}");
    }
    out
}

/// Text with what means something to TeX written out. Braces get names, since BibTeX counts
/// even those behind a backslash.
fn tex(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '#' | '$' | '%' | '&' | '_' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// An address is read as it stands, but its braces must not end the field.
fn tex_url(url: &str) -> String {
    url.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D")
}

/// An array with an item each, as reference managers import it.
pub fn csl_json(references: &[Reference]) -> String {
    let mut out = String::from("[");
    for (at, one) in references.iter().enumerate() {
        out.push_str(if at == 0 { "\n  {" } else { ",\n  {" });
        let mut first = true;
        let mut text = |name: &str, value: &str| {
            out.push_str(if first { "\n    " } else { ",\n    " });
            first = false;
            json(&mut out, name);
            out.push_str(": ");
            json(&mut out, value);
        };
        text("id", &one.id);
        text("type", one.kind);
        if let Some(title) = &one.title {
            text("title", title);
        }
        text("publisher", &one.publisher);
        if one.kind == "article-newspaper" {
            text("container-title", &one.publisher);
        }
        text("URL", &one.url);
        text("language", one.language);
        if let Some(version) = &one.version {
            text("version", version);
        }
        if let Some(note) = &one.note {
            text("note", note);
        }
        if let Some(date) = one.issued {
            out.push_str(",\n    \"issued\": { \"date-parts\": ");
            out.push_str(&date_parts(date));
            out.push_str(" }");
        }
        out.push_str("\n  }");
    }
    out.push_str("\n]");
    out
}

/// A day, a month or a year; anything vaguer as a span from one to another.
fn date_parts(date: PartialDate) -> String {
    let range = date.range();
    let (year, month, day) = range.first.ymd();
    let (last_year, last_month, _) = range.last.ymd();
    match date {
        PartialDate::Day(_) => format!("[[{year}, {month}, {day}]]"),
        PartialDate::Month(..) => format!("[[{year}, {month}]]"),
        PartialDate::Year(_) => format!("[[{year}]]"),
        PartialDate::Years(..) => format!("[[{year}], [{last_year}]]"),
        PartialDate::Half(..) | PartialDate::Quarter(..) | PartialDate::Season(..) => {
            format!("[[{year}, {month}], [{last_year}, {last_month}]]")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    fn reference(title: &str) -> Reference {
        Reference {
            id: "utlovat-krav".to_owned(),
            kind: "webpage",
            publisher: "Utlovat".to_owned(),
            title: Some(title.to_owned()),
            url: "https://example.org/sv/krav/?as-of=2022-06-01".to_owned(),
            issued: PartialDate::parse("2026-11-22").ok(),
            version: Some("0.1.0".to_owned()),
            note: Some("Dataversion 0.1.0".to_owned()),
            language: "sv",
        }
    }

    fn read(references: &[Reference]) -> Vec<Value> {
        let text = csl_json(references);
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    #[test]
    fn a_view_is_a_line_of_text() {
        assert_eq!(
            text(Lang::Sv, &[reference("Krav: vem krävde vad av vem?")]),
            "Utlovat. Krav: vem krävde vad av vem? 22 november 2026. Dataversion 0.1.0. \
             https://example.org/sv/krav/?as-of=2022-06-01"
        );
        let bare = Reference { title: None, issued: None, note: None, ..reference("") };
        assert_eq!(
            text(Lang::En, &[bare.clone(), bare]),
            ["Utlovat. https://example.org/sv/krav/?as-of=2022-06-01"; 2].join("\n")
        );
    }

    #[test]
    fn a_view_is_an_entry_of_a_bibliography() {
        assert_eq!(
            bibtex(&[reference("Åäö: 100 % & “så” {här} \\_~^#$")]),
            "@misc{utlovat-krav,\n  author = {Utlovat},\n  title = {Åäö: 100 \\% \\& “så” \
             \\textbraceleft{}här\\textbraceright{} \\textbackslash{}\\_\\textasciitilde{}\
             \\textasciicircum{}\\#\\$},\n  date = {2026-11-22},\n  year = {2026},\n  \
             version = {0.1.0},\n  note = {Dataversion 0.1.0},\n  \
             url = {https://example.org/sv/krav/?as-of=2022-06-01}\n}"
        );
    }

    #[test]
    fn a_view_is_a_web_page_to_a_reference_manager() {
        let items = read(&[reference("“Ja”, \"nej\", C:\\temp, {åäö}")]);
        let item = items[0].as_object().expect("an item");
        let keys: Vec<&str> = item.keys().map(String::as_str).collect();
        let expected =
            ["URL", "id", "issued", "language", "note", "publisher", "title", "type", "version"];
        assert_eq!(keys, expected);
        assert_eq!(item["type"], "webpage");
        assert_eq!(item["title"], "“Ja”, \"nej\", C:\\temp, {åäö}");
        assert_eq!(item["issued"]["date-parts"], serde_json::json!([[2026, 11, 22]]));
    }

    #[test]
    fn a_vague_date_stays_vague() {
        for (date, parts) in [
            ("2024", "[[2024]]"),
            ("2024-05", "[[2024,5]]"),
            ("2024-05-17", "[[2024,5,17]]"),
            ("2024-autumn", "[[2024,9],[2024,11]]"),
            ("2024-h2", "[[2024,7],[2024,12]]"),
            ("2021..2022", "[[2021],[2022]]"),
        ] {
            let one = Reference { issued: PartialDate::parse(date).ok(), ..reference("x") };
            assert_eq!(read(&[one])[0]["issued"]["date-parts"].to_string(), parts, "{date}");
        }
    }

    proptest! {
        #[test]
        fn any_text_survives_json(title in "[\\PC\\x00-\\x1f]{0,40}", publisher in "\\PC{0,20}") {
            let one = Reference { publisher, ..reference(&title) };
            let items = read(&[one.clone(), one.clone()]);
            prop_assert_eq!(items.len(), 2);
            prop_assert_eq!(items[1]["title"].as_str(), Some(title.as_str()));
            prop_assert_eq!(items[1]["publisher"].as_str(), Some(one.publisher.as_str()));
        }

        #[test]
        fn any_text_leaves_the_braces_of_an_entry_in_balance(
            title in "[a-zåäö{}\\\\\"%&_~^#$ ]{0,40}",
            url in "[a-z{}\\\\/%?&=]{0,30}",
        ) {
            let one = Reference { url, ..reference(&title) };
            let entry = bibtex(&[one]);
            let mut depth = 0i32;
            for (at, c) in entry.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                prop_assert!(depth > 0 || at < 6 || at + 1 == entry.len(), "{}", entry);
            }
            prop_assert_eq!(depth, 0);
        }
    }
}
