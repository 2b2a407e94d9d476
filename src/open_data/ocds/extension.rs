//! Our extension of the standard: what it adds is in its schema, and what its codes mean in its
//! lists. Published beside the packages that name it.

use crate::i18n::Key;
use crate::model::Lang;
use crate::open_data::files::{File, Publication};
use crate::route::Document;
use serde_json::json;

/// Where the extension lies.
pub const FOLDER: &str = "data/ocds/extension/";

/// What the extension adds to the release schema, as a merge patch.
pub const EXTENSION_SCHEMA: &str = include_str!("extension/release-schema.json");

macro_rules! codelists {
    ($($name:literal),+ $(,)?) => {
        /// The lists of codes by name; one that begins with `+` adds to a list of the standard.
        /// The codes are the words of `data/`.
        pub const CODELISTS: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("extension/codelists/", $name)))),+];
    };
}

codelists!(
    "+documentType.csv",
    "+partyRole.csv",
    "amountQualifier.csv",
    "amountStatus.csv",
    "claimGround.csv",
    "claimRemedy.csv",
    "claimStatus.csv",
    "claimType.csv",
    "costType.csv",
    "demandForm.csv",
    "eventType.csv",
    "planForm.csv",
    "receivedType.csv",
);

/// The files of the extension.
pub fn files(publication: Publication) -> Vec<File> {
    let words = |lang| publication.words(lang).get(Key::SiteName);
    let policy = |lang| format!("{}{}", publication.root, Document::Policy.path(lang));
    let metadata = json!({
        "name": {
            "en": format!("{}: promises, claims and vague dates", words(Lang::En)),
            "sv": format!("{}: löften, krav och vaga datum", words(Lang::Sv)),
        },
        "description": {
            "en": "Adds to a contracting process every time plan with what it promised, claims between buyer and supplier with their dated steps, dates as vague as their sources, sums with their kind and exactness, and which sources each fact rests on.",
            "sv": "Lägger till varje tidsplan med det som den lovade, krav mellan beställare och leverantör med sina daterade steg, datum lika vaga som sina källor, belopp med sitt slag och sin noggrannhet, och vilka källor varje uppgift vilar på.",
        },
        "documentationUrl": { "en": policy(Lang::En), "sv": policy(Lang::Sv) },
        "compatibility": ["1.1"],
        "contactPoint": { "name": words(Lang::En), "url": publication.root },
        "schemas": ["release-schema.json"],
        "codelists": CODELISTS.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
    });
    let metadata = format!("{metadata:#}\n");
    let mut files = vec![
        File::text(format!("{FOLDER}extension.json"), metadata),
        File::text(format!("{FOLDER}release-schema.json"), EXTENSION_SCHEMA),
    ];
    for (name, list) in CODELISTS {
        files.push(File::text(format!("{FOLDER}codelists/{name}"), *list));
    }
    files
}
