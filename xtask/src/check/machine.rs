//! The report for programs: JSON, and the annotations of GitHub's actions.

use super::told::Told;
use std::fmt::Write;

/// A list of problems, each with the fields of [`Told`].
pub fn json(told: &[Told]) -> String {
    serde_json::to_string_pretty(told).expect("texts and numbers are always JSON")
}

/// A workflow command a problem: GitHub shows it at its line.
pub fn github(told: &[Told]) -> String {
    let mut out = String::new();
    for one in told {
        let _ = write!(out, "::{} file={}", one.severity, property(&one.file));
        if let Some((line, column)) = one.line.zip(one.column) {
            let _ = write!(out, ",line={line},col={column}");
        }
        let mut message = format!("{} {}", one.sentence, one.remedy);
        if !one.follows.is_empty() {
            let _ = write!(message, " (+ {})", one.follows.len());
        }
        let title = match one.entry.as_str() {
            "" => one.rule.clone(),
            entry => format!("{entry} ({})", one.rule),
        };
        let _ = writeln!(out, ",title={}::{}", property(&title), data(message.trim()));
    }
    out
}

/// What stands after `::`: a line break would end the command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands between commas, too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn told() -> Vec<Told> {
        let one = Told {
            file: "data/å, b.toml".to_owned(),
            line: Some(3),
            column: Some(7),
            severity: "error",
            rule: "date-winter".to_owned(),
            entry: "plan \"a\", promise 1".to_owned(),
            sentence: "100 %\r\nfel.".to_owned(),
            remedy: "Skriv: så.".to_owned(),
            follows: vec![],
            span: Some(4..5),
        };
        let whole = Told {
            file: "data/x.toml".to_owned(),
            line: None,
            column: None,
            severity: "warning",
            follows: vec![one.clone(), one.clone()],
            ..one.clone()
        };
        vec![one, whole]
    }

    #[test]
    fn annotations_are_escaped() {
        assert_eq!(
            github(&told()),
            "::error file=data/å%2C b.toml,line=3,col=7,title=plan \"a\"%2C promise 1 \
             (date-winter)::100 %25%0D%0Afel. Skriv: så.\n\
             ::warning file=data/x.toml,title=plan \"a\"%2C promise 1 \
             (date-winter)::100 %25%0D%0Afel. Skriv: så. (+ 2)\n"
        );
        assert_eq!(github(&[]), "");
    }

    #[test]
    fn json_has_the_documented_fields() {
        let value: Value = serde_json::from_str(&json(&told())).unwrap();
        let first = json!({
            "file": "data/å, b.toml", "line": 3, "column": 7, "severity": "error",
            "rule": "date-winter", "entry": "plan \"a\", promise 1", "sentence": "100 %\r\nfel.",
            "remedy": "Skriv: så.", "follows": [],
        });
        assert_eq!(value[0], first);
        assert_eq!(value[1]["line"], Value::Null);
        assert_eq!(value[1]["follows"], json!([first, first]));
    }
}
