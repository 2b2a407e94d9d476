//! A value of `data/v1/dataset.json` in a reader's words.

use super::found::{Both, same};
use super::labels;
use crate::i18n::format;
use crate::model::Word;
use crate::model::{Currency, Money, PartialDate, Qualifier, Text};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What ids stand for in one version of the data.
#[derive(Default)]
pub struct Names(BTreeMap<(&'static str, String), Text>);

impl Names {
    /// The parties and sources of a version. A source is called by its publisher and its date:
    /// a headline or an address may have been taken away for a reason.
    pub fn of(root: &Value, both: Both) -> Names {
        let mut names = Names::default();
        for party in items(&root["parties"]) {
            if let (Some(id), Some(name)) = (party["id"].as_str(), words(&party["name"])) {
                names.0.insert(("party", id.to_owned()), name);
            }
        }
        for source in items(&root["sources"]) {
            if let Some(id) = source["id"].as_str() {
                names.0.insert(("source", id.to_owned()), source_name(source, both));
            }
        }
        names
    }

    fn get(&self, kind: &'static str, id: &str) -> Text {
        self.0.get(&(kind, id.to_owned())).cloned().unwrap_or_else(|| same(id))
    }
}

/// The things in a list; none in what is no list.
pub fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Who published it, and when.
pub fn source_name(source: &Value, both: Both) -> Text {
    let publisher = source["publisher"].as_str().unwrap_or_default();
    match date(&source["published"]) {
        Some(date) => {
            both.text(|words| format!("{publisher}, {}", format::date(words.lang(), date)))
        }
        None => same(publisher),
    }
}

/// A value that is told whole; nothing for what is absent or has to be looked into. `list` is
/// the list in which its owner stands.
pub fn told(list: &str, key: &str, value: &Value, names: &Names, both: Both) -> Option<Text> {
    match value {
        Value::Null => None,
        Value::Bool(yes) => Some(if *yes { text("ja", "yes") } else { text("nej", "no") }),
        Value::Number(number) => Some(match number.as_u64() {
            Some(number) if key == "count" => {
                both.text(|words| format::count(words.lang(), number))
            }
            _ => same(&number.to_string()),
        }),
        Value::String(word) => Some(match key {
            "sources" | "disputed_sources" => names.get("source", word),
            "buyer" | "supplier" | "claimant" | "respondent" | "by" | "parties" => {
                names.get("party", word)
            }
            "reviewed" => match PartialDate::parse(word) {
                Ok(day) => both.text(|words| format::date(words.lang(), day)),
                Err(_) => same(word),
            },
            _ => labels::word(list, key, word, both),
        }),
        Value::Array(all) => {
            let all: Vec<Text> =
                all.iter().filter_map(|one| told(list, key, one, names, both)).collect();
            (!all.is_empty()).then(|| joined(&all))
        }
        Value::Object(fields) => {
            words(value).or_else(|| dated(value, both)).or_else(|| sum(fields, both))
        }
    }
}

/// Whether an object is told whole, and not field by field.
pub fn is_whole(value: &Value) -> bool {
    let Some(fields) = value.as_object() else { return true };
    let has = |key: &str| fields.contains_key(key);
    (has("sv") && has("en")) || has("edtf") || has("qualifier") || is_amount(fields)
}

/// What a thing is called in a word: its title, its name, what it covers, or when it was.
pub fn gist(thing: &Value, both: Both) -> Option<Text> {
    let called = ["title", "name", "covers"]
        .iter()
        .find_map(|key| words(&thing[*key]).or_else(|| thing[*key].as_str().map(same)));
    let date = ["date", "announced", "signed", "promised", "since", "until"]
        .iter()
        .find_map(|key| dated(&thing[*key], both));
    let text = || words(&thing["text"]).or_else(|| words(&thing["note"]));
    let count = || Some(same(&thing["count"].as_u64()?.to_string()));
    called
        .or(match (date, text()) {
            (Some(date), Some(text)) => Some(Text {
                sv: format!("{}: {}", date.sv, text.sv),
                en: format!("{}: {}", date.en, text.en),
            }),
            (one, other) => one.or(other),
        })
        .or_else(count)
}

/// When a thing without a name was, or whose it is.
pub fn when(thing: &Value, both: Both) -> Option<Text> {
    let keys = ["date", "promised", "since", "until"];
    let date = keys.iter().find_map(|key| dated(&thing[*key], both));
    thing["name"].as_str().map(same).or(date)
}

/// Several texts in one.
pub fn joined(all: &[Text]) -> Text {
    let of = |say: fn(&Text) -> &str| all.iter().map(say).collect::<Vec<_>>().join("; ");
    Text { sv: of(|text| &text.sv), en: of(|text| &text.en) }
}

/// A text in both languages.
pub fn words(value: &Value) -> Option<Text> {
    let (sv, en) = (value["sv"].as_str()?, value["en"].as_str()?);
    Some(text(sv, en))
}

fn text(sv: &str, en: &str) -> Text {
    Text { sv: sv.to_owned(), en: en.to_owned() }
}

fn dated(value: &Value, both: Both) -> Option<Text> {
    let date = date(value)?;
    Some(both.text(|words| format::date(words.lang(), date)))
}

/// A date from its published form, EDTF.
pub fn date(value: &Value) -> Option<PartialDate> {
    let edtf = value["edtf"].as_str()?;
    if let Some(years) = edtf.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return PartialDate::parse(years).ok();
    }
    const PARTS: [(&str, &str); 9] = [
        ("-21", "-spring"),
        ("-22", "-summer"),
        ("-23", "-autumn"),
        ("-33", "-q1"),
        ("-34", "-q2"),
        ("-35", "-q3"),
        ("-36", "-q4"),
        ("-40", "-h1"),
        ("-41", "-h2"),
    ];
    let part = PARTS.iter().find_map(|(code, word)| Some((edtf.strip_suffix(code)?, word)));
    match part {
        Some((year, word)) if year.len() == 4 => PartialDate::parse(&format!("{year}{word}")).ok(),
        _ => PartialDate::parse(edtf).ok(),
    }
}

fn is_amount(fields: &Map<String, Value>) -> bool {
    let kinds = ["public", "withheld", "not-named", "not-found"];
    let kind = fields.get("kind").and_then(Value::as_str);
    // An event has a kind too, and more beside it.
    kind.is_some_and(|kind| kinds.contains(&kind)) && !fields.contains_key("id")
}

/// A sum, or why there is none: a secret is no number.
fn sum(fields: &Map<String, Value>, both: Both) -> Option<Text> {
    match fields.get("kind").and_then(Value::as_str) {
        Some("withheld") => return Some(text("hemligt belopp", "a secret amount")),
        Some("not-named") => return Some(text("ingen summa nämnd", "no sum named")),
        Some("not-found") => return Some(text("ingen summa hittad", "no sum found")),
        _ => {}
    }
    let money = Money {
        value: fields.get("value")?.as_u64()?,
        high: fields.get("value_high")?.as_u64(),
        currency: Currency::of(fields.get("currency")?.as_str()?)?,
        qualifier: Qualifier::of(fields.get("qualifier")?.as_str()?)?,
    };
    Some(both.text(|words| format::money(words.lang(), money)))
}
