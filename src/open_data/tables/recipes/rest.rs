//! Who takes part, where, and what every fact rests on.

use super::super::spec::{ID, PROCUREMENT, Recipe, key, of, own, refers};
use super::super::table::Kind;
use super::PAGE;

/// The tables, in their order.
pub const REST: &[Recipe] = &[
    Recipe {
        name: "parties",
        def: "party",
        title: ["Parter", "Parties"],
        description: [
            "En rad för varje part, med namnet i dag.",
            "A row for each party, with its name today.",
        ],
        primary_key: &["id"],
        in_facts: false,
        columns: &[
            key("id", "id"),
            key("role", "role"),
            key("name", "name"),
            key("wikidata", "wikidata"),
        ],
    },
    Recipe {
        name: "party_names",
        def: "former_name",
        title: ["Parters tidigare namn", "Former names of parties"],
        description: [
            "En rad för varje namn som en part har haft.",
            "A row for each name that a party had.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[
            ID,
            of("@party", "parties", ["Partens id.", "The id of the party."]).called("party"),
            key("name", "name"),
            key("until", "until"),
        ],
    },
    Recipe {
        name: "regions",
        def: "region",
        title: ["Regioner", "Regions"],
        description: [
            "En rad för varje region i Sverige och dess journalsystem.",
            "A row for each region of Sweden and its record system.",
        ],
        primary_key: &["id"],
        in_facts: false,
        columns: &[
            key("id", "id"),
            key("code", "code"),
            key("name", "name"),
            key("short", "short"),
            key("population.count", "population"),
            key("population.year", "population_year"),
            key("system", "system"),
            key("system_as_of", "system_as_of"),
            key("system_since", "system_since"),
            key("next", "next"),
            key("change", "change"),
            key("note", "note"),
            refers("procurement", "procurements"),
            key("wikidata", "wikidata"),
            of(
                "@fact",
                "facts",
                [
                    "Regionens id i facts och fact_sources.",
                    "The region’s id in facts and fact_sources.",
                ],
            )
            .called("fact"),
        ],
    },
    Recipe {
        name: "sources",
        def: "source",
        title: ["Källor", "Sources"],
        description: [
            "En rad för varje dokument som någon uppgift vilar på.",
            "A row for each document that a fact rests on.",
        ],
        primary_key: &["id"],
        in_facts: false,
        columns: &[
            key("id", "id"),
            key("publisher", "publisher"),
            key("title", "title"),
            key("url", "url"),
            key("published", "published"),
            key("language", "language"),
            key("kind", "kind"),
            key("note", "note"),
            PAGE,
        ],
    },
    Recipe {
        name: "facts",
        def: "fact",
        title: ["Alla uppgifter", "All facts"],
        description: [
            "En rad för varje uppgift som kan ha källor: varje rad i de andra tabellerna, och varje del av en rad som har källor för sig.",
            "A row for each fact that may have sources: each row of the other tables, and each part of a row that has sources of its own.",
        ],
        primary_key: &["id"],
        in_facts: false,
        columns: &[
            ID,
            own(
                "table",
                Kind::Text,
                ["Tabellen som uppgiften står i.", "The table in which the fact stands."],
            ),
            own(
                "row",
                Kind::Text,
                ["Radens id i den tabellen.", "The id of the row in that table."],
            ),
            own(
                "part",
                Kind::Text,
                [
                    "Vilken del av raden det gäller; tom för raden som helhet.",
                    "Which part of the row it is; empty for the row as a whole.",
                ],
            )
            .maybe(),
            PROCUREMENT.maybe(),
            own(
                "@page.sv",
                Kind::Text,
                [
                    "Sidan på svenska där den berättas, om den har någon.",
                    "The page in Swedish that tells it, if there is one.",
                ],
            )
            .called("page_sv")
            .maybe(),
            own(
                "@page.en",
                Kind::Text,
                [
                    "Sidan på engelska där den berättas, om den har någon.",
                    "The page in English that tells it, if there is one.",
                ],
            )
            .called("page_en")
            .maybe(),
        ],
    },
    Recipe {
        name: "fact_sources",
        def: "fact",
        title: ["Uppgifternas källor", "Sources of facts"],
        description: [
            "En rad för varje källa till varje uppgift. Radens fact är id:t i tabellen som uppgiften står i.",
            "A row for each source of each fact. Its fact is the id in the table in which the fact stands.",
        ],
        primary_key: &["fact", "source"],
        in_facts: false,
        columns: &[
            of("fact", "facts", ["Uppgiftens id.", "The id of the fact."]),
            of("source", "sources", ["Källans id.", "The id of the source."]),
        ],
    },
];
