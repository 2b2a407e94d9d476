//! `procurement.toml`: who buys what from whom, what it costs, and what is not known.

use super::money::money;
use super::{Entry, Fields, Mentioned, Record};
use crate::data::folder_file::FolderFile;
use crate::model::{CostKind, Country, Day, Id, Money, PartialDate, Text, WikidataItem};
use toml::Spanned;

/// The whole file.
#[derive(Debug)]
pub struct ProcurementRecord {
    pub id: Option<Spanned<Id>>,
    pub name: Option<Text>,
    pub comparator: Option<bool>,
    /// The files that are not there, since there is nothing to tell in them.
    pub without: Vec<FolderFile>,
    pub buyer: Option<Spanned<String>>,
    pub supplier: Option<Spanned<String>>,
    pub product: Option<String>,
    pub product_wikidata: Option<WikidataItem>,
    pub programmes: Vec<Entry<ProgrammeRecord>>,
    pub country: Option<Country>,
    pub reviewed: Option<Spanned<Day>>,
    pub summary: Option<Text>,
    pub summary_sources: Vec<Spanned<String>>,
    pub scope: Option<Text>,
    pub scope_sources: Vec<Spanned<String>>,
    pub replaces: Option<Text>,
    pub replaces_sources: Vec<Spanned<String>>,
    pub standing: Option<Text>,
    pub standing_since: Option<Spanned<PartialDate>>,
    pub standing_sources: Vec<Spanned<String>>,
    pub residents: Option<ResidentsRecord>,
    pub contract: Option<ContractRecord>,
    pub costs: Vec<Entry<CostRecord>>,
    pub unknowns: Vec<Entry<UnknownRecord>>,
    pub disagreements: Vec<Entry<DisagreementRecord>>,
}

/// One `[[programme]]`.
#[derive(Debug)]
pub struct ProgrammeRecord {
    pub name: Option<String>,
    pub since: Option<Spanned<PartialDate>>,
    pub sources: Vec<Spanned<String>>,
}

/// `[residents]`.
#[derive(Debug)]
pub struct ResidentsRecord {
    pub value: Option<u32>,
    pub year: Option<i16>,
    pub sources: Vec<Spanned<String>>,
}

/// `[contract]`.
#[derive(Debug)]
pub struct ContractRecord {
    pub signed: Option<Spanned<PartialDate>>,
    pub money: Option<Money>,
    pub covers: Option<Text>,
    pub term: Option<Text>,
    pub sources: Vec<Spanned<String>>,
}

/// One `[[cost]]`.
#[derive(Debug)]
pub struct CostRecord {
    pub id: Option<Spanned<Id>>,
    pub as_of: Option<Spanned<PartialDate>>,
    pub public: Option<Spanned<PartialDate>>,
    pub kind: Option<CostKind>,
    pub money: Option<Money>,
    pub covers: Option<Text>,
    pub other_area: Option<bool>,
    pub by: Option<Text>,
    pub disputed: Option<Text>,
    pub disputed_sources: Vec<Spanned<String>>,
    pub sources: Vec<Spanned<String>>,
}

/// One `[[unknown]]`.
#[derive(Debug)]
pub struct UnknownRecord {
    pub id: Option<Spanned<Id>>,
    pub text: Option<Text>,
}

/// One `[[disagreement]]`.
#[derive(Debug)]
pub struct DisagreementRecord {
    pub id: Option<Spanned<Id>>,
    pub text: Option<Text>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for ProcurementRecord {
    fn read(fields: &mut Fields) -> Self {
        let (scope, scope_sources) = fields.sourced("scope", "scope-sources");
        let (replaces, replaces_sources) = fields.sourced("replaces", "replaces-sources");
        // An item says what a system is, so there has to be one.
        let named = fields.any(&["product-wikidata"]);
        ProcurementRecord {
            id: fields.required("id"),
            name: fields.required("name"),
            comparator: fields.optional("comparator"),
            without: fields.optional("without").unwrap_or_default(),
            buyer: fields.reference("buyer", Mentioned::Party),
            supplier: fields.optional_reference("supplier", Mentioned::Party),
            product: if named { fields.required("product") } else { fields.optional("product") },
            product_wikidata: fields.optional("product-wikidata"),
            programmes: fields.entries("programme"),
            country: fields.required("country"),
            reviewed: fields.required("reviewed"),
            summary: fields.required("summary"),
            summary_sources: fields.sources("summary-sources"),
            scope,
            scope_sources,
            replaces,
            replaces_sources,
            standing: fields.required("standing"),
            standing_since: fields.required("standing-since"),
            standing_sources: fields.sources("standing-sources"),
            residents: fields.optional_table("residents"),
            contract: fields.optional_table("contract"),
            costs: fields.entries("cost"),
            unknowns: fields.entries("unknown"),
            disagreements: fields.entries("disagreement"),
        }
    }
}

impl Record for ProgrammeRecord {
    fn read(fields: &mut Fields) -> Self {
        ProgrammeRecord {
            name: fields.required("name"),
            since: fields.required("since"),
            sources: fields.sources("sources"),
        }
    }
}

impl Record for ResidentsRecord {
    fn read(fields: &mut Fields) -> Self {
        ResidentsRecord {
            value: fields.required("value"),
            year: fields.required("year"),
            sources: fields.sources("sources"),
        }
    }
}

impl Record for ContractRecord {
    fn read(fields: &mut Fields) -> Self {
        let valued = fields.any(&["value", "value-high", "currency", "qualifier", "covers"]);
        ContractRecord {
            signed: fields.required("signed"),
            money: if valued { money(fields) } else { None },
            covers: if valued { fields.required("covers") } else { None },
            term: fields.optional("term"),
            sources: fields.sources("sources"),
        }
    }
}

impl Record for CostRecord {
    fn read(fields: &mut Fields) -> Self {
        let (disputed, disputed_sources) = fields.sourced("disputed", "disputed-sources");
        CostRecord {
            id: fields.required("id"),
            as_of: fields.required("as-of"),
            public: fields.optional("public"),
            kind: fields.required("kind"),
            money: money(fields),
            covers: fields.required("covers"),
            other_area: fields.optional("other-area"),
            by: fields.required("by"),
            disputed,
            disputed_sources,
            sources: fields.sources("sources"),
        }
    }
}

impl Record for UnknownRecord {
    fn read(fields: &mut Fields) -> Self {
        UnknownRecord { id: fields.required("id"), text: fields.required("text") }
    }
}

impl Record for DisagreementRecord {
    fn read(fields: &mut Fields) -> Self {
        DisagreementRecord {
            id: fields.required("id"),
            text: fields.required("text"),
            sources: fields.sources("sources"),
        }
    }
}
