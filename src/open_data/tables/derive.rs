//! Columns from the schema of v1: a column means what the key means that it shows.

use super::spec::{Recipe, Said, Spec};
use super::table::{Column, Kind};
use crate::model::Text;
use serde_json::Value;

/// A column, and the keys that lead to its value in a row.
pub struct Derived {
    pub column: Column,
    pub keys: Vec<&'static str>,
}

/// The columns of a table.
///
/// # Panics
/// When a recipe names what the schema does not know: a mistake in `recipes`, which the first test
/// of all finds.
pub fn columns(schema: &Value, recipe: &'static Recipe) -> Vec<Derived> {
    recipe.columns.iter().flat_map(|spec| of_key(schema, recipe, spec)).collect()
}

/// What the schema says of one key.
struct Found<'a> {
    /// What the value is, without the choice of being null.
    of: &'a Value,
    /// What the schema calls that, if it has a name.
    name: &'a str,
    nullable: bool,
    description: Text,
}

fn of_key(schema: &Value, recipe: &Recipe, spec: &'static Spec) -> Vec<Derived> {
    let keys: Vec<&'static str> = spec.at.split('.').collect();
    let whole = |column: Column| vec![Derived { column, keys: keys.clone() }];
    let (def, path) = match spec.said {
        Said::Here { kind, text: [sv, en] } => {
            let mut column = column(spec.name, kind, text(sv, en));
            column.required = !spec.optional;
            column.unique = spec.name == "id";
            return whole(column);
        }
        Said::Schema(None) => (recipe.def, spec.at),
        Said::Schema(Some(place)) => place,
    };
    let Found { of, name, nullable, description } = find(schema, def, path);
    let nullable = nullable || spec.optional;
    let parts: &[Part] = match name {
        "words" => &WORDS,
        "page" => &PAGE,
        "date" => &DATE,
        "slip" => &SLIP,
        "money" => &MONEY,
        "amount" => &AMOUNT,
        _ => &[],
    };
    if parts.is_empty() {
        let mut column = column(spec.name, kind(of), description);
        column.required = !nullable && column.kind != Kind::List;
        column.unique = spec.at == "id";
        // The id of a row elsewhere is not the id that v1 writes, which leads no further than its
        // procurement; a foreign key says more of it anyway.
        if spec.table.is_none() {
            column.pattern = of["pattern"].as_str().map(str::to_owned);
        }
        column.words =
            fixed(if column.kind == Kind::List { deref(schema, &of["items"]).0 } else { of });
        column.minimum = of["minimum"].as_i64();
        return whole(column);
    }
    let part = |part: &'static Part| {
        let leaf = part.in_schema.map(|(def, path)| find(schema, def, path));
        let said = match (&leaf, part.said) {
            (_, Some([sv, en])) => text(sv, en),
            (Some(leaf), None) => leaf.description.clone(),
            (None, None) => Text::default(),
        };
        let mut column = column("", Kind::Text, joined(&description, &said));
        column.name = joined_name(spec.name, part.name);
        if let Some(leaf) = leaf {
            column.kind = kind(leaf.of);
            column.words = fixed(leaf.of);
            column.minimum = leaf.of["minimum"].as_i64();
            column.required = !nullable && !leaf.nullable && !part.optional;
        } else {
            column.required = !nullable && !part.optional;
        }
        column.words.extend(part.words.iter().map(|word| (*word).to_owned()));
        let keys = keys.iter().copied().chain(part.at.split('.')).collect();
        Derived { column, keys }
    };
    parts.iter().map(part).collect()
}

/// One column of a value that takes several.
struct Part {
    at: &'static str,
    name: &'static str,
    /// Where the schema describes it.
    in_schema: Option<(&'static str, &'static str)>,
    /// What is said of it instead.
    said: Option<[&'static str; 2]>,
    words: &'static [&'static str],
    optional: bool,
}

const fn part(at: &'static str, def: &'static str) -> Part {
    Part { at, name: at, in_schema: Some((def, at)), said: None, words: &[], optional: false }
}

const fn said(at: &'static str, name: &'static str, text: [&'static str; 2]) -> Part {
    Part { at, name, in_schema: None, said: Some(text), words: &[], optional: true }
}

const fn optional(part: Part) -> Part {
    Part { optional: true, ..part }
}

static WORDS: [Part; 2] = [part("sv", "words"), part("en", "words")];

static PAGE: [Part; 2] = [part("sv", "page"), part("en", "page")];

static DATE: [Part; 3] = [
    Part {
        said: Some([
            "I EDTF, så exakt som källan anger det.",
            "In EDTF, as exact as the source gives it.",
        ]),
        ..part("edtf", "date")
    },
    part("earliest", "date"),
    part("latest", "date"),
];

static SLIP: [Part; 3] =
    [part("outcome", "slip"), part("months_at_least", "slip"), part("months_at_most", "slip")];

static MONEY: [Part; 5] = [
    part("value", "money"),
    part("value_high", "money"),
    part("currency", "money"),
    part("qualifier", "money"),
    Part { words: &["public"], ..KIND },
];

static AMOUNT: [Part; 9] = [
    optional(part("value", "money")),
    optional(part("value_high", "money")),
    optional(part("currency", "money")),
    optional(part("qualifier", "money")),
    KIND,
    said("reason.sv", "withheld_reason_sv", REASON),
    said("reason.en", "withheld_reason_en", REASON),
    said("said_by.sv", "withheld_by_sv", BY),
    said("said_by.en", "withheld_by_en", BY),
];

const KIND: Part = Part {
    words: &["public", "withheld", "not-named", "not-found"],
    optional: false,
    ..said(
        "kind",
        "amount_kind",
        [
            "public: det finns en offentlig siffra. withheld: den är hemlig, och inte noll. not-named: kravet nämnde ingen summa. not-found: våra källor säger inget.",
            "public: there is a public number. withheld: it is secret, and not zero. not-named: the demand named no sum. not-found: our sources do not tell.",
        ],
    )
};

const REASON: [&str; 2] = ["Varför den är hemlig.", "Why it is secret."];

const BY: [&str; 2] = ["Vem som sade att den är hemlig.", "Who said that it is secret."];

/// Follows a path of keys through the schema.
fn find<'a>(schema: &'a Value, def: &str, path: &str) -> Found<'a> {
    let mut of = &schema["$defs"][def];
    let mut name = "";
    let mut nullable = false;
    let mut description = Text::default();
    for key in path.split('.') {
        let property = &of["properties"][key];
        assert!(property.is_object(), "the schema of v1 has no {path} in {def}");
        // That the text of a text is a text needs no saying.
        if name != "fact" {
            let said =
                text(said_of(property, "x-description-sv"), said_of(property, "description"));
            description = joined(&description, &said);
        }
        let choices = property["anyOf"].as_array();
        let some = choices.and_then(|all| all.iter().find(|one| one["type"] != "null"));
        nullable |= choices.is_some_and(|all| all.iter().any(|one| one["type"] == "null"));
        nullable |=
            property["type"].as_array().is_some_and(|all| all.iter().any(|it| it == "null"));
        (of, name) = deref(schema, some.unwrap_or(property));
    }
    // What each word of a list means stands with the list, if it has to be said at all.
    let list = text(said_of(of, "x-description-sv"), said_of(of, "description"));
    if !fixed(of).is_empty() && !name.is_empty() && list.en.contains([':', ';']) {
        description = joined(&description, &list);
    }
    Found { of, name, nullable, description }
}

fn deref<'a>(schema: &'a Value, of: &'a Value) -> (&'a Value, &'a str) {
    match of["$ref"].as_str().and_then(|place| place.rsplit('/').next()) {
        Some(name) => (&schema["$defs"][name], name),
        None => (of, ""),
    }
}

fn kind(of: &Value) -> Kind {
    let first = match &of["type"] {
        Value::Array(all) => all.first().and_then(Value::as_str),
        one => one.as_str(),
    };
    match (first, of["format"].as_str()) {
        (Some("integer"), _) => Kind::Number,
        (Some("boolean"), _) => Kind::Flag,
        (Some("array"), _) => Kind::List,
        (_, Some("date")) => Kind::Day,
        (_, Some("uri")) => Kind::Address,
        _ => Kind::Text,
    }
}

fn fixed(of: &Value) -> Vec<String> {
    let words = of["enum"].as_array().into_iter().flatten();
    words.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn said_of<'a>(of: &'a Value, key: &str) -> &'a str {
    of[key].as_str().unwrap_or_default()
}

fn column(name: &str, kind: Kind, description: Text) -> Column {
    Column {
        name: name.to_owned(),
        kind,
        required: false,
        unique: false,
        words: Vec::new(),
        minimum: None,
        pattern: None,
        description,
    }
}

fn text(sv: &str, en: &str) -> Text {
    Text { sv: sv.to_owned(), en: en.to_owned() }
}

fn joined(one: &Text, other: &Text) -> Text {
    let join = |one: &str, other: &str| match (one.is_empty(), other.is_empty()) {
        (true, _) => other.to_owned(),
        (_, true) => one.to_owned(),
        _ => format!("{one} {other}"),
    };
    Text { sv: join(&one.sv, &other.sv), en: join(&one.en, &other.en) }
}

fn joined_name(begin: &str, end: &str) -> String {
    if begin.is_empty() { end.to_owned() } else { format!("{begin}_{end}") }
}
