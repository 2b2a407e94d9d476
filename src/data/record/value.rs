//! Single values: texts, dates, ids, numbers, fixed words, lists of them.

use super::Fields;
use crate::data::problem::{Fault, ProblemKind, Shape, Slip, nearest_first};
use crate::data::slips::{self, Number};
use crate::model::Word;
use crate::model::{DateError, Day, Id, Lang, PartialDate, Text, WikidataItem};
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::DeValue;

/// Something that is read from one value.
pub trait FromValue: Sized {
    /// Reads it, or notes in `fields` what is wrong with `field`.
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, fields: &mut Fields) -> Option<Self>;
}

/// A text with something in it.
impl FromValue for Spanned<String> {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        let span = value.span();
        match value.into_inner() {
            DeValue::String(text) if text.trim().is_empty() => {
                f.note(span, ProblemKind::EmptyText { field: field.to_owned() });
                None
            }
            DeValue::String(text) => Some(Spanned::new(span, text.into_owned())),
            other => wrong_type(Spanned::new(span, other), field, Shape::Text, f),
        }
    }
}

impl FromValue for String {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        Spanned::<String>::from_value(value, field, f).map(Spanned::into_inner)
    }
}

impl FromValue for Spanned<Id> {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        let text = Spanned::<String>::from_value(value, field, f)?;
        match Id::parse(text.get_ref()) {
            Ok(id) => Some(Spanned::new(text.span(), id)),
            Err(_) => {
                f.note(text.span(), ProblemKind::IdNotKebab { id: text.into_inner() });
                None
            }
        }
    }
}

impl FromValue for WikidataItem {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        let text = Spanned::<String>::from_value(value, field, f)?;
        let item = WikidataItem::parse(text.get_ref());
        if item.is_none() {
            let field = field.to_owned();
            f.note(text.span(), ProblemKind::NotWikidata { field, text: text.into_inner() });
        }
        item
    }
}

impl FromValue for Spanned<PartialDate> {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        let text = Spanned::<String>::from_value(value, field, f)?;
        let span = text.span();
        let text = text.into_inner();
        match PartialDate::parse(&text) {
            Ok(date) => Some(Spanned::new(span, date)),
            Err(error) => {
                let kind = match error {
                    DateError::Unknown => ProblemKind::DateUnreadable { text },
                    DateError::Impossible => ProblemKind::DateImpossible { text },
                    DateError::Winter => ProblemKind::DateWinter { text },
                    DateError::Backwards => ProblemKind::DateBackwards { text },
                };
                f.note(span, kind);
                None
            }
        }
    }
}

/// A date that has to be one day.
impl FromValue for Spanned<Day> {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        let date = Spanned::<PartialDate>::from_value(value, field, f)?;
        match *date.get_ref() {
            PartialDate::Day(day) => Some(Spanned::new(date.span(), day)),
            other => {
                f.note(date.span(), ProblemKind::DateNotADay { text: other.to_string() });
                None
            }
        }
    }
}

impl FromValue for bool {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        match value.get_ref().as_bool() {
            Some(yes) => Some(yes),
            None if value.get_ref().as_str().and_then(slips::yes_or_no).is_some() => {
                let yes = value.get_ref().as_str().and_then(slips::yes_or_no)?;
                let line = Some(format!("{} = {yes}", last_part(field)));
                let slip = Slip { fault: Fault::YesOrNo, line };
                f.note(value.span(), ProblemKind::Slip(slip));
                None
            }
            None => wrong_type(value, field, Shape::YesOrNo, f),
        }
    }
}

/// Money and heads, in whole units.
impl FromValue for Spanned<u64> {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        let number = number(value, field, 0, i64::MAX, f)?;
        u64::try_from(*number.get_ref()).ok().map(|value| Spanned::new(number.span(), value))
    }
}

impl FromValue for u32 {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        let number = number(value, field, 1, u32::MAX.into(), f)?;
        u32::try_from(number.into_inner()).ok()
    }
}

/// A calendar year.
impl FromValue for i16 {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        let number = number(value, field, 1900, 2200, f)?;
        i16::try_from(number.into_inner()).ok()
    }
}

/// One of the fixed words.
impl<T: Word> FromValue for T {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        let text = Spanned::<String>::from_value(value, field, f)?;
        let found = T::of(text.get_ref());
        if found.is_none() {
            let words: Vec<&'static str> = T::WORDS.iter().map(|(word, _)| *word).collect();
            let allowed = nearest_first(text.get_ref(), &words);
            let (field, span) = (field.to_owned(), text.span());
            f.note(span, ProblemKind::UnknownWord { field, word: text.into_inner(), allowed });
        }
        found
    }
}

/// Words in both languages. One alone is not a text of this page.
impl FromValue for Text {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        f.within(value, field, Shape::Translated)?.finish::<Translated>().0
    }
}

struct Translated(Option<Text>);

impl super::Record for Translated {
    fn read(fields: &mut Fields) -> Self {
        let mut read = |lang: Lang| {
            if !fields.has(lang.code()) {
                let field = fields.field("").trim_end_matches('.').to_owned();
                fields.note(fields.span.clone(), ProblemKind::MissingTranslation { field, lang });
            }
            let text: Option<Spanned<String>> = fields.optional(lang.code());
            text.map(|text| fields.written(lang.code(), text))
        };
        let (sv, en) = (read(Lang::Sv), read(Lang::En));
        Translated(sv.zip(en).map(|(sv, en)| Text { sv, en }))
    }
}

/// A list of texts, each once. What is wrong in it is left out.
impl FromValue for Vec<Spanned<String>> {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        list(value, field, f)
    }
}

/// A list of dates.
impl FromValue for Vec<Spanned<PartialDate>> {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        list(value, field, f)
    }
}

/// A list of fixed words.
impl<T: Word> FromValue for Vec<T> {
    fn from_value(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Self> {
        list(value, field, f)
    }
}

fn list<T: FromValue>(value: Spanned<DeValue<'_>>, field: &str, f: &mut Fields) -> Option<Vec<T>> {
    let span = value.span();
    let array = match value.into_inner() {
        DeValue::Array(array) => array,
        other => return wrong_type(Spanned::new(span, other), field, Shape::List, f),
    };
    let mut seen = BTreeSet::new();
    let mut items = vec![];
    for value in array {
        if let Some(word) = value.get_ref().as_str()
            && !seen.insert(word.to_owned())
        {
            let (field, word) = (field.to_owned(), word.to_owned());
            f.note(value.span(), ProblemKind::RepeatedInList { field, word });
            continue;
        }
        items.extend(T::from_value(value, field, f));
    }
    Some(items)
}

fn number(
    value: Spanned<DeValue<'_>>,
    field: &str,
    least: i64,
    most: i64,
    f: &mut Fields,
) -> Option<Spanned<i64>> {
    let span = value.span();
    let Some(integer) = value.get_ref().as_integer() else {
        if let Some(slip) = number_slip(value.get_ref(), field) {
            f.note(span, ProblemKind::Slip(slip));
            return None;
        }
        return wrong_type(value, field, Shape::Number, f);
    };
    let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
    match number.filter(|number| (least..=most).contains(number)) {
        Some(number) => Some(Spanned::new(span, number)),
        None => {
            let field = field.to_owned();
            f.note(span, ProblemKind::NumberOutOfRange { field, least, most });
            None
        }
    }
}

/// `"1 300 000"` or `1.3`, where a number has to be written in digits.
fn number_slip(value: &DeValue<'_>, field: &str) -> Option<Slip> {
    let text = match value {
        DeValue::String(text) => text,
        DeValue::Float(number) => number.as_str(),
        _ => return None,
    };
    let line = |digits: &str| format!("{} = {digits}", last_part(field));
    Some(match slips::number(text)? {
        Number::Whole(digits) => Slip { fault: Fault::NumberApart, line: Some(line(&digits)) },
        Number::Decimals { millions, billions } => {
            let (millions, billions) = (line(&millions), line(&billions));
            Slip { fault: Fault::NumberWithDecimals { millions, billions }, line: None }
        }
    })
}

/// The field as it stands in its line: `value` of `amount.value`.
fn last_part(field: &str) -> &str {
    field.rsplit('.').next().unwrap_or(field)
}

fn wrong_type<T>(
    value: Spanned<DeValue<'_>>,
    field: &str,
    expected: Shape,
    f: &mut Fields,
) -> Option<T> {
    let (field, found) = (field.to_owned(), value.get_ref().type_str());
    f.note(value.span(), ProblemKind::WrongType { field, expected, found });
    None
}
