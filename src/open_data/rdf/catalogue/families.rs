//! What the site publishes, by families of files. Who adds a format adds a family here; a family
//! without a file is in no catalogue.

use crate::open_data::files::File;

/// The data sets of the catalogue: what is the same data in several forms is one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// The whole record.
    Record,
    /// What was promised and what happened, by date.
    Calendars,
    /// What became known, and what was changed.
    News,
}

/// Files of one format.
pub struct Family {
    /// Its part of an IRI.
    pub name: &'static str,
    pub set: Set,
    /// What the paths of its files begin with, and how they end.
    pub path: (&'static str, &'static str),
    /// The media type, as the profile's own list writes it.
    pub format: &'static str,
    /// The standard or the schema that it follows: an address, or a path below the site's root.
    pub conforms_to: Option<&'static str>,
    /// Swedish, English.
    pub title: [&'static str; 2],
    pub description: [&'static str; 2],
}

impl Set {
    /// Every data set, the record first.
    pub const ALL: [Set; 3] = [Set::Record, Set::Calendars, Set::News];

    /// Its part of an IRI.
    pub fn name(self) -> &'static str {
        match self {
            Set::Record => "record",
            Set::Calendars => "calendars",
            Set::News => "news",
        }
    }
}

impl Family {
    /// Its files among all.
    pub fn files<'f>(&self, files: &'f [File]) -> Vec<&'f File> {
        let (beginning, end) = self.path;
        let ours = |file: &&File| file.path.starts_with(beginning) && file.path.ends_with(end);
        files.iter().filter(ours).collect()
    }
}

/// Every family.
pub const FAMILIES: &[Family] = &[
    Family {
        name: "json",
        set: Set::Record,
        path: ("data/v1/dataset", "dataset.json"),
        format: "application/json",
        conforms_to: Some("data/v1/dataset.schema.json"),
        title: ["Allt som JSON", "Everything as JSON"],
        description: [
            "Alla uppgifter i en fil, med ett schema som beskriver varje nyckel på två språk.",
            "All facts in one file, with a schema that describes each key in two languages.",
        ],
    },
    Family {
        name: "json-procurements",
        set: Set::Record,
        path: ("data/v1/procurements/", ".json"),
        format: "application/json",
        conforms_to: Some("data/v1/procurement.schema.json"),
        title: ["Varje upphandling som JSON", "Each procurement as JSON"],
        description: [
            "En fil för varje upphandling, med sina parter och källor.",
            "A file for each procurement, with its parties and sources.",
        ],
    },
    Family {
        name: "csv",
        set: Set::Record,
        path: ("data/csv/", ".csv"),
        format: "text/csv",
        conforms_to: Some("https://datapackage.org/standard/table-schema/"),
        title: ["Tabeller som CSV", "Tables as CSV"],
        description: [
            "En tabell för varje slags uppgift och för källorna till dem.",
            "A table for each kind of fact and for their sources.",
        ],
    },
    Family {
        name: "datapackage",
        set: Set::Record,
        path: ("data/datapackage", ".json"),
        format: "application/json",
        conforms_to: Some("https://datapackage.org/standard/data-package/"),
        title: ["Tabellernas beskrivning", "Description of the tables"],
        description: [
            "Data Package 2.0: tabellerna, deras kolumner och hur de hör ihop.",
            "Data Package 2.0: the tables, their columns and how they belong together.",
        ],
    },
    Family {
        name: "zip",
        set: Set::Record,
        path: ("data/", ".zip"),
        format: "application/zip",
        conforms_to: None,
        title: ["Allt i en zip", "Everything in one zip"],
        description: [
            "Tabeller, JSON, beskrivningar och licens i en fil.",
            "Tables, JSON, descriptions and licence in one file.",
        ],
    },
    Family {
        name: "ocds",
        set: Set::Record,
        path: ("data/ocds/", "records.json"),
        format: "application/json",
        conforms_to: Some("https://standard.open-contracting.org/1.1/"),
        title: ["Upphandlingar enligt OCDS", "Procurements as OCDS"],
        description: [
            "Open Contracting Data Standard 1.1.5, med en egen utvidgning för krav.",
            "Open Contracting Data Standard 1.1.5, with an extension of our own for claims.",
        ],
    },
    Family {
        name: "rdf",
        set: Set::Record,
        path: ("data/utlovat", ".nt"),
        format: "application/n-triples",
        conforms_to: Some("https://www.w3.org/TR/n-triples/"),
        title: ["Allt som RDF", "Everything as RDF"],
        description: [
            "Alla uppgifter som N-Triples, med källorna till var och en enligt PROV.",
            "All facts as N-Triples, with the sources of each according to PROV.",
        ],
    },
    Family {
        name: "ics",
        set: Set::Calendars,
        path: ("data/calendars/", ".ics"),
        format: "text/calendar",
        conforms_to: Some("https://www.rfc-editor.org/rfc/rfc5545"),
        title: ["Kalendrar", "Calendars"],
        description: [
            "En kalender för varje upphandling och språk.",
            "A calendar for each procurement and language.",
        ],
    },
    Family {
        name: "atom",
        set: Set::News,
        path: ("data/feeds/", ".atom"),
        format: "application/atom+xml",
        conforms_to: Some("https://www.rfc-editor.org/rfc/rfc4287"),
        title: ["Flöden som Atom", "Feeds as Atom"],
        description: [
            "Ett flöde för hela webbplatsen och ett för varje upphandling, på två språk.",
            "A feed for the whole site and one for each procurement, in two languages.",
        ],
    },
    Family {
        name: "json-feed",
        set: Set::News,
        path: ("data/feeds/", ".feed.json"),
        format: "application/feed+json",
        conforms_to: Some("https://www.jsonfeed.org/version/1.1/"),
        title: ["Flöden som JSON", "Feeds as JSON"],
        description: ["Samma flöden som JSON Feed 1.1.", "The same feeds as JSON Feed 1.1."],
    },
    Family {
        name: "changes",
        set: Set::News,
        path: ("data/changes", ".json"),
        format: "application/json",
        conforms_to: None,
        title: ["Ändringar i uppgifterna", "Changes of the facts"],
        description: [
            "Varje ändring av en uppgift eller slutsats, med redaktörens egna ord.",
            "Every change of a fact or a conclusion, with the editor's own words.",
        ],
    },
];
