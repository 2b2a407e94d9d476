//! `data/datapackage.json`: what each file and each column is, as a Data Package 2.0.

use super::table::{Column, Kind, Table};
use crate::i18n::Key;
use crate::model::Word;
use crate::model::{Lang, Source, Text};
use crate::open_data::files::{File, Publication};
use crate::open_data::hash::full_hash;
use serde::Serialize;

/// Where it lies below the site's root; the paths in it count from its own folder.
pub const PATH: &str = "data/datapackage.json";

const FOLDER: &str = "data/";

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: String,
    /// Whole addresses, so only where the site knows where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    title: String,
    title_sv: String,
    description: &'a str,
    description_sv: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<String>,
    version: &'a str,
    created: String,
    licenses: [Licence; 1],
    contributors: [Contributor; 1],
    sources: Vec<Origin<'a>>,
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct Licence {
    name: &'static str,
    path: &'static str,
    title: &'static str,
}

#[derive(Serialize)]
struct Contributor {
    title: String,
    roles: [&'static str; 1],
}

#[derive(Serialize)]
struct Origin<'a> {
    title: String,
    path: &'a str,
}

#[derive(Serialize)]
struct Resource<'a> {
    name: &'a str,
    title: &'a str,
    title_sv: &'a str,
    description: &'a str,
    description_sv: &'a str,
    r#type: &'static str,
    path: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    dialect: Dialect,
    schema: Schema<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    delimiter: &'static str,
    line_terminator: &'static str,
    quote_char: &'static str,
    double_quote: bool,
    header: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    fields: Vec<Field<'a>>,
    missing_values: [&'static str; 1],
    primary_key: &'a [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<Foreign<'a>>,
}

#[derive(Serialize)]
struct Field<'a> {
    name: &'a str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delimiter: Option<&'static str>,
    #[serde(rename = "itemType", skip_serializing_if = "Option::is_none")]
    item_type: Option<&'static str>,
    description: &'a str,
    description_sv: &'a str,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    constraints: Constraints<'a>,
}

#[derive(Default, Serialize, PartialEq)]
struct Constraints<'a> {
    #[serde(skip_serializing_if = "is_false")]
    required: bool,
    #[serde(skip_serializing_if = "is_false")]
    unique: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'a str>,
    #[serde(rename = "enum", skip_serializing_if = "<[String]>::is_empty")]
    words: &'a [String],
}

#[derive(Serialize)]
struct Foreign<'a> {
    fields: [&'a str; 1],
    reference: Reference,
}

#[derive(Serialize)]
struct Reference {
    /// Left out where a table refers to itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    resource: Option<&'static str>,
    fields: [&'static str; 1],
}

/// The file, for tables and the files that they were written to.
pub fn file(publication: Publication, tables: &[Table], written: &[File]) -> File {
    let Publication { dataset, root, .. } = publication;
    let (sv, en) = (publication.words(Lang::Sv), publication.words(Lang::En));
    let about = about();
    let title = |words: &crate::i18n::Messages| {
        format!("{}: {}", words.get(Key::SiteName), words.get(Key::SiteMotto))
    };
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: "utlovat".to_owned(),
        id: publication.is_placed().then(|| format!("{root}{PATH}")),
        title: title(en),
        title_sv: title(sv),
        description: &about.en,
        description_sv: &about.sv,
        homepage: publication.is_placed().then(|| root.to_owned()),
        version: &dataset.version,
        // No clock: the day on which the facts were last reviewed.
        created: format!("{}T00:00:00Z", dataset.reviewed),
        licenses: [Licence {
            name: dataset.licence.word(),
            path: dataset.licence.url(),
            title: dataset.licence.name(),
        }],
        contributors: [Contributor {
            title: super::citation::author(publication),
            roles: ["creator"],
        }],
        sources: dataset.sources.iter().map(origin).collect(),
        resources: tables.iter().zip(written).map(|(table, file)| resource(table, file)).collect(),
    };
    let mut json = serde_json::to_string_pretty(&package)
        .expect("structs of texts and numbers always have a JSON form");
    json.push('\n');
    File::text(PATH, json)
}

/// What the tables are, in a few sentences.
pub fn about() -> Text {
    Text {
        sv: "Vad som utlovades, hände och krävdes i offentliga upphandlingar, uppgift för uppgift \
             med källor. Datum är inte exaktare än sin källa; en hemlig summa har ingen siffra; \
             siffror läggs bara ihop där summable är true. En text som ett kalkylprogram skulle ta \
             för en formel har en apostrof (') framför sig."
            .to_owned(),
        en: "What was promised, what happened and what was demanded in public procurements, fact by \
             fact with sources. Dates are no more exact than their source; a secret sum has no \
             number; figures are added only where summable is true. A text that a spreadsheet would \
             take for a formula has an apostrophe (') before it."
            .to_owned(),
    }
}

fn origin(source: &Source) -> Origin<'_> {
    let title = match &source.title {
        Some(title) => format!("{}: {title}", source.publisher),
        None => source.publisher.clone(),
    };
    Origin { title, path: &source.url }
}

fn resource<'a>(table: &'a Table, file: &File) -> Resource<'a> {
    Resource {
        name: table.name,
        title: &table.title.en,
        title_sv: &table.title.sv,
        description: &table.description.en,
        description_sv: &table.description.sv,
        r#type: "table",
        path: file.path.strip_prefix(FOLDER).unwrap_or(&file.path).to_owned(),
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: file.bytes.len(),
        hash: format!("sha256:{}", full_hash(&file.bytes)),
        dialect: Dialect {
            delimiter: ",",
            line_terminator: "\r\n",
            quote_char: "\"",
            double_quote: true,
            header: true,
        },
        schema: Schema {
            schema: "https://datapackage.org/profiles/2.0/tableschema.json",
            fields: table.columns.iter().map(field).collect(),
            missing_values: [""],
            primary_key: &table.primary_key,
            foreign_keys: table
                .foreign_keys
                .iter()
                .map(|key| Foreign {
                    fields: [&key.column],
                    reference: Reference {
                        resource: (key.table != table.name).then_some(key.table),
                        fields: ["id"],
                    },
                })
                .collect(),
        },
    }
}

fn field(column: &Column) -> Field<'_> {
    let list = column.kind == Kind::List;
    Field {
        name: &column.name,
        r#type: column.kind.table_schema(),
        format: (column.kind == Kind::Address).then_some("uri"),
        delimiter: list.then_some(Kind::BETWEEN),
        item_type: list.then_some("string"),
        description: &column.description.en,
        description_sv: &column.description.sv,
        constraints: Constraints {
            required: column.required,
            unique: column.unique,
            minimum: column.minimum,
            pattern: column.pattern.as_deref(),
            // The words of a list are those of its items, which constraints cannot tell.
            words: if list { &[] } else { &column.words },
        },
    }
}

impl Constraints<'_> {
    fn is_empty(&self) -> bool {
        *self == Constraints::default()
    }
}

fn is_false(flag: &bool) -> bool {
    !flag
}
