//! Reads `data/` and `locales/` and shows every problem in its place.
//!
//! The only file here that knows how the library reads `data/`.

use crate::step::Took;
use anyhow::{Context, Result, bail};
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, SourceCode, SourceSpan, SpanContents,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Write};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Instant;
use utlovat::data::{folder, problem::Problem, wording::forbidden_in};
use utlovat::i18n::Key;
use utlovat::i18n::locale::{self, LocaleProblem};
use utlovat::model::Lang;

/// Checks the data set: a line that counts what is there, or every problem and then a failure.
pub fn check(root: &Path) -> Result<String> {
    let start = Instant::now();
    let (dataset, problems) = folder::read(root);
    let words = words(root)?;
    if !words.is_empty() {
        words.iter().for_each(|problem| eprintln!("{problem}"));
    }
    if problems.is_empty() && words.is_empty() {
        let count = |of: fn(&utlovat::model::Procurement) -> usize| -> usize {
            dataset.procurements.iter().map(of).sum()
        };
        return Ok(format!(
            "data/: {} procurements, {} events, {} plans, {} claims, {} costs, {} sources, {} regions, no problem ({})",
            dataset.procurements.len(),
            count(|procurement| procurement.events.len()),
            count(|procurement| procurement.plans.len()),
            count(|procurement| procurement.claims.len()),
            count(|procurement| procurement.costs.len()),
            dataset.sources.len(),
            dataset.regions.len(),
            Took(start.elapsed()),
        ));
    }
    let complaints: Vec<_> = problems.into_iter().map(Complaint::from).collect();
    let (text, mut summary) = report(root, complaints, fancy());
    eprint!("{text}");
    if !words.is_empty() {
        summary = format!("{summary}; {} in locales/", counted(words.len(), "problem"));
    }
    bail!("{summary}");
}

/// What is wrong with the words of the interface.
fn words(root: &Path) -> Result<Vec<LocaleProblem>> {
    let texts = Lang::ALL.map(|lang| {
        let file = root.join(format!("locales/{}.toml", lang.code()));
        let text = std::fs::read_to_string(&file)
            .with_context(|| format!("cannot read {}: restore it", file.display()))?;
        Ok((lang, text))
    });
    let texts = texts.into_iter().collect::<Result<Vec<_>>>()?;
    let texts: Vec<_> = texts.iter().map(|(lang, text)| (*lang, text.as_str())).collect();
    let (languages, mut problems) = locale::read(&texts);
    for (lang, messages) in &languages {
        for key in Key::ALL {
            problems.extend(forbidden_in(messages.get(*key), *lang).map(|it| {
                LocaleProblem::Forbidden {
                    lang: *lang,
                    key: key.name(),
                    word: it.word.trim_end_matches('*'),
                    instead: it.instead,
                }
            }));
        }
    }
    Ok(problems)
}

/// What we need of a problem to show it.
struct Complaint {
    file: PathBuf,
    span: Option<std::ops::Range<usize>>,
    entry: String,
    sentence: String,
    remedy: String,
}

impl From<Problem> for Complaint {
    fn from(problem: Problem) -> Self {
        let (sentence, remedy) = (problem.sentence(Lang::En), problem.remedy(Lang::En));
        Complaint { file: problem.file, span: problem.span, entry: problem.entry, sentence, remedy }
    }
}

/// Pictures need a terminal that wants them; a log or an editor gets one place a line.
fn fancy() -> bool {
    std::io::stderr().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// All problems by file and place, and their number.
fn report(root: &Path, mut complaints: Vec<Complaint>, fancy: bool) -> (String, String) {
    complaints.sort_by(|a, b| {
        let place = |complaint: &Complaint| complaint.span.as_ref().map_or(0, |span| span.start);
        (&a.file, place(a), &a.sentence).cmp(&(&b.file, place(b), &b.sentence))
    });
    let mut texts = BTreeMap::new();
    let mut out = String::new();
    for complaint in &complaints {
        let text = texts.entry(complaint.file.clone()).or_insert_with(|| {
            std::fs::read_to_string(root.join(&complaint.file)).unwrap_or_default()
        });
        let shown = if fancy { draw(complaint, text) } else { None };
        out += &shown.unwrap_or_else(|| plain(complaint, text));
        out.push('\n');
    }
    let files: BTreeSet<_> = complaints.iter().map(|complaint| &complaint.file).collect();
    (out, format!("{} in {}", counted(complaints.len(), "problem"), counted(files.len(), "file")))
}

fn draw(complaint: &Complaint, text: &str) -> Option<String> {
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode());
    let picture =
        Picture { complaint, text: Text { name: complaint.file.display().to_string(), text } };
    let mut out = String::new();
    handler.render_report(&mut out, &picture).ok()?;
    Some(out)
}

fn plain(complaint: &Complaint, text: &str) -> String {
    let mut out = complaint.file.display().to_string();
    if let Some((line, column)) = complaint.span.as_ref().and_then(|span| place(text, span.start)) {
        let _ = write!(out, ":{line}:{column}");
    }
    if !complaint.entry.is_empty() {
        let _ = write!(out, " {}", complaint.entry);
    }
    let _ = writeln!(out, "\n  {}\n  {}", complaint.sentence, complaint.remedy);
    out
}

/// Line and column of a byte, both from one, columns in characters as editors count them.
fn place(text: &str, offset: usize) -> Option<(usize, usize)> {
    let before = text.get(..offset)?;
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Some((before.matches('\n').count() + 1, before[line_start..].chars().count() + 1))
}

fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// A problem as miette draws it.
struct Picture<'a> {
    complaint: &'a Complaint,
    text: Text<'a>,
}

impl Diagnostic for Picture<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        let shown: Box<dyn Display> = Box::new(&self.complaint.entry);
        (!self.complaint.entry.is_empty()).then_some(shown)
    }
    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(&self.complaint.remedy))
    }
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.text)
    }
    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = SourceSpan::from(self.complaint.span.clone()?);
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(Some("here".to_owned()), span))))
    }
}

/// A file whose columns are characters: miette counts bytes, which sends an editor past every å.
struct Text<'a> {
    name: String,
    text: &'a str,
}

impl SourceCode for Text<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let bytes = self.text.read_span(span, lines_before, lines_after)?;
        let column = place(self.text, bytes.span().offset()).map_or(0, |(_, column)| column - 1);
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            bytes.data(),
            *bytes.span(),
            bytes.line(),
            column,
            bytes.line_count(),
        )))
    }
}

impl std::error::Error for Picture<'_> {}

impl Display for Picture<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.complaint.sentence)
    }
}

impl fmt::Debug for Picture<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint(file: &str, span: std::ops::Range<usize>) -> Complaint {
        Complaint {
            file: file.into(),
            span: Some(span),
            entry: "plan 3".to_owned(),
            sentence: "`2024-winter` spans two years.".to_owned(),
            remedy: "Write `2024-q1` or `2024-12`.".to_owned(),
        }
    }

    #[test]
    fn problems_stand_by_file_and_place() {
        let root = tempfile::tempdir().unwrap();
        crate::folder::write(
            &root.path().join("data/b.toml"),
            "å = \"2024-winter\"\nb = 1\n".as_bytes(),
        )
        .unwrap();
        let complaints = || {
            vec![
                complaint("data/b.toml", 19..20),
                complaint("data/b.toml", 5..18),
                complaint("data/a.toml", 0..1),
            ]
        };
        let (text, summary) = report(root.path(), complaints(), false);
        assert_eq!(summary, "3 problems in 2 files");
        let places: Vec<_> = text.lines().filter(|line| line.starts_with("data/")).collect();
        assert_eq!(
            places,
            ["data/a.toml:1:1 plan 3", "data/b.toml:1:5 plan 3", "data/b.toml:2:1 plan 3"]
        );
        assert!(
            text.contains("\n  `2024-winter` spans two years.\n  Write `2024-q1` or `2024-12`.\n")
        );

        let (drawn, _) = report(root.path(), complaints(), true);
        assert!(drawn.contains("data/b.toml:1:5"), "{drawn}");
        assert!(drawn.contains("Write `2024-q1`"), "{drawn}");
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(place("åäö = 1", 4), Some((1, 3)));
        assert_eq!(place("a\nå = 1", 4), Some((2, 2)));
        assert_eq!(place("a", 9), None);
    }
}
