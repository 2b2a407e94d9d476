//! Procurements, in the order of `dataset.toml`.

use super::{Names, claims, happenings, plain, schedules};
use crate::data::record::{
    ContractRecord, DisagreementRecord, Folder, ProcurementRecord, ProgrammeRecord, Records,
    ResidentsRecord, UnknownRecord,
};
use crate::model::{
    Contract, Disagreement, Procurement, Programme, Residents, SourceRef, Standing, Text, Unknown,
};
use toml::Spanned;

/// Every procurement that is listed and whole.
pub fn resolve(records: &Records, names: &Names) -> Vec<Procurement> {
    let Some(dataset) = &records.dataset else { return vec![] };
    let listed = dataset.record.procurements.iter();
    listed
        .filter_map(|id| records.procurements.iter().find(|folder| folder.name == *id.get_ref()))
        .filter_map(|folder| one(folder, names))
        .collect()
}

fn one(folder: &Folder, names: &Names) -> Option<Procurement> {
    let record = &folder.procurement.as_ref()?.record;
    let (scope, scope_sources) = sourced(&record.scope, &record.scope_sources, names);
    let (replaces, replaces_sources) = sourced(&record.replaces, &record.replaces_sources, names);
    let (plans, milestones) = schedules::resolve(&folder.plans, names);
    Some(Procurement {
        id: plain(&record.id)?,
        outline: false,
        name: record.name.clone()?,
        comparator: record.comparator.unwrap_or(false),
        buyer: names.party(&record.buyer)?,
        supplier: names.party(&record.supplier),
        product: record.product.clone(),
        product_wikidata: record.product_wikidata.filter(|_| record.product.is_some()),
        programmes: record
            .programmes
            .iter()
            .filter_map(|entry| programme(&entry.record, names))
            .collect(),
        country: record.country?,
        reviewed: plain(&record.reviewed)?,
        summary: Some(record.summary.clone()?),
        summary_sources: names.sources(&record.summary_sources)?,
        scope,
        scope_sources,
        replaces,
        replaces_sources,
        standing: Some(standing(record, names)?),
        residents: record.residents.as_ref().and_then(|record| residents(record, names)),
        contract: record.contract.as_ref().and_then(|record| contract(record, names)),
        milestones,
        plans,
        events: happenings::events(&folder.events, names),
        claims: claims::resolve(&folder.claims, names),
        costs: happenings::costs(&record.costs, names),
        statements: happenings::statements(&folder.statements, names),
        unknowns: record.unknowns.iter().filter_map(|entry| unknown(&entry.record)).collect(),
        disagreements: record
            .disagreements
            .iter()
            .filter_map(|entry| disagreement(&entry.record, names))
            .collect(),
    })
}

/// A text with its sources, or neither.
fn sourced(
    text: &Option<Text>,
    sources: &[Spanned<String>],
    names: &Names,
) -> (Option<Text>, Vec<SourceRef>) {
    match (text, names.sources(sources)) {
        (Some(text), Some(sources)) => (Some(text.clone()), sources),
        _ => (None, vec![]),
    }
}

fn standing(record: &ProcurementRecord, names: &Names) -> Option<Standing> {
    Some(Standing {
        text: record.standing.clone()?,
        since: plain(&record.standing_since)?,
        sources: names.sources(&record.standing_sources)?,
    })
}

fn programme(record: &ProgrammeRecord, names: &Names) -> Option<Programme> {
    Some(Programme {
        name: record.name.clone()?,
        since: plain(&record.since)?,
        sources: names.sources(&record.sources)?,
    })
}

fn residents(record: &ResidentsRecord, names: &Names) -> Option<Residents> {
    Some(Residents {
        count: record.value?,
        year: record.year?,
        sources: names.sources(&record.sources)?,
    })
}

fn contract(record: &ContractRecord, names: &Names) -> Option<Contract> {
    let (value, covers) = record.money.zip(record.covers.clone()).unzip();
    Some(Contract {
        signed: plain(&record.signed)?,
        value,
        covers,
        term: record.term.clone(),
        sources: names.sources(&record.sources)?,
    })
}

fn unknown(record: &UnknownRecord) -> Option<Unknown> {
    Some(Unknown { id: record.id.as_ref()?.get_ref().clone(), text: record.text.clone()? })
}

fn disagreement(record: &DisagreementRecord, names: &Names) -> Option<Disagreement> {
    Some(Disagreement {
        id: record.id.as_ref()?.get_ref().clone(),
        text: record.text.clone()?,
        sources: names.sources(&record.sources)?,
    })
}
