//! A problem as a terminal draws it, with its line.

use super::told::{Told, place};
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, Severity, SourceCode, SourceSpan, SpanContents,
};
use std::fmt::{self, Display};
use std::path::Path;
use utlovat::model::Lang;

/// Draws it; nothing when its file cannot be shown, as one that is no UTF-8.
pub fn draw(root: &Path, told: &Told, lang: Lang) -> Option<String> {
    told.span.as_ref()?;
    let text = std::fs::read_to_string(root.join(&told.file)).ok()?;
    let text = Text { name: told.file.clone(), text: &text };
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode());
    let mut out = String::new();
    handler.render_report(&mut out, &Picture { told, text, lang }).ok()?;
    Some(out)
}

/// A problem as miette draws it.
struct Picture<'a> {
    told: &'a Told,
    text: Text<'a>,
    lang: Lang,
}

impl Diagnostic for Picture<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        let shown: Box<dyn Display> = Box::new(&self.told.entry);
        (!self.told.entry.is_empty()).then_some(shown)
    }
    fn severity(&self) -> Option<Severity> {
        Some(if self.told.severity == "warning" { Severity::Warning } else { Severity::Error })
    }
    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        let shown: Box<dyn Display> = Box::new(&self.told.remedy);
        (!self.told.remedy.is_empty()).then_some(shown)
    }
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.text)
    }
    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = SourceSpan::from(self.told.span.clone()?);
        let here = if self.lang == Lang::Sv { "här" } else { "here" };
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(Some(here.to_owned()), span))))
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
        let at = place(self.text.as_bytes(), bytes.span().offset());
        let column = at.map_or(0, |(_, column)| column - 1);
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
        f.write_str(&self.told.sentence)
    }
}

impl fmt::Debug for Picture<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        Display::fmt(self, f)
    }
}
