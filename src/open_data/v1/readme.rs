//! The README beside the published file: how to read it, in both languages. Its tables of keys
//! are made from the schema, so that the two cannot disagree.

use super::schema::schema;
use crate::model::Word;
use crate::model::{Dataset, Lang};
use crate::route::{Address, Page};
use serde_json::Value;

/// The text of the README. `root` is what every address begins with.
pub fn readme(dataset: &Dataset, root: &str) -> String {
    let schema = schema();
    let home = |lang| format!("{root}{}", Address::new(lang, Page::Overview));
    let licence = dataset.licence;
    let holes = [
        ("version", dataset.version.clone()),
        ("reviewed", dataset.reviewed.to_string()),
        ("licence", licence.name().to_owned()),
        ("licence_id", licence.word().to_owned()),
        ("licence_url", licence.url().to_owned()),
        ("home_sv", home(Lang::Sv)),
        ("home_en", home(Lang::En)),
        ("keys_sv", keys(&schema, Lang::Sv)),
        ("keys_en", keys(&schema, Lang::En)),
    ];
    let mut text = include_str!("readme.template.md").to_owned();
    for (hole, with) in holes {
        text = text.replace(&format!("{{{{{hole}}}}}"), &with);
    }
    text
}

/// A table for the file as a whole and for each thing in it, then a line for each list of words.
fn keys(schema: &Value, lang: Lang) -> String {
    let header = match lang {
        Lang::Sv => "| nyckel | typ | vad den säger |\n|---|---|---|\n",
        Lang::En => "| key | type | what it tells |\n|---|---|---|\n",
    };
    let mut tables = String::new();
    let mut words = String::new();
    let whole = [("dataset.json", schema)];
    let named = schema["$defs"].as_object().into_iter().flatten();
    for (name, of) in whole.into_iter().chain(named.map(|(name, of)| (name.as_str(), of))) {
        let said = described(of, lang);
        let forms = match of["oneOf"].as_array() {
            Some(forms) => forms.iter().collect(),
            None => vec![of],
        };
        if of["type"] == "string" {
            let allowed = match of["enum"].as_array() {
                Some(_) => format!(" {}", kind(of)),
                None => String::new(),
            };
            words.push_str(&format!("- **{name}**: {said}{allowed}\n"));
            continue;
        }
        tables.push_str(&format!("#### {name}\n{said}\n\n"));
        for form in forms {
            if of["oneOf"].is_array() {
                tables.push_str(&format!("{}\n\n", described(form, lang)));
            }
            tables.push_str(header);
            for (key, value) in form["properties"].as_object().into_iter().flatten() {
                let said = described(value, lang);
                tables.push_str(&format!("| `{key}` | {} | {said} |\n", kind(value)));
            }
            tables.push('\n');
        }
    }
    let heading = match lang {
        Lang::Sv => "Fasta ord och enkla typer",
        Lang::En => "Fixed words and simple types",
    };
    format!("{tables}#### {heading}\n{words}")
}

fn described(of: &Value, lang: Lang) -> &str {
    let key = match lang {
        Lang::Sv => "x-description-sv",
        Lang::En => "description",
    };
    of[key].as_str().unwrap_or_default()
}

/// What a value may be, in the words of JSON: `[event]` is a list of events.
fn kind(of: &Value) -> String {
    if let Some(name) = of["$ref"].as_str() {
        return name.rsplit('/').next().unwrap_or_default().to_owned();
    }
    if let Some(all) = of["anyOf"].as_array() {
        return all.iter().map(kind).collect::<Vec<_>>().join(", ");
    }
    if let Some(words) = of["enum"].as_array() {
        return words.iter().map(literal).collect::<Vec<_>>().join(", ");
    }
    if !of["const"].is_null() {
        return literal(&of["const"]);
    }
    if of["type"] == "array" {
        return format!("[{}]", kind(&of["items"]));
    }
    match &of["type"] {
        Value::Array(types) => {
            types.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
        }
        one => one.as_str().unwrap_or_default().to_owned(),
    }
}

fn literal(word: &Value) -> String {
    format!("`{}`", word.as_str().unwrap_or_default())
}
