//! What the keys of `data/v1/dataset.json` are called where a reader is told that one changed.

use super::found::{Both, same};
use crate::i18n::kind;
use crate::i18n::{Key, Messages};
use crate::model::Word;
use crate::model::{
    ClaimKind, CostKind, DemandForm, EventKind, Ground, PlanForm, ReceiptKind, RegionChange,
    Remedy, SourceLanguage, StepStatus, Text,
};

/// Keys that we compute, or that only say where something stands: no fact changes by them alone.
pub const COMPUTED: &[&str] = &[
    "schema",
    "version",
    "id",
    "page",
    "known_through",
    "headline",
    "slip",
    "slip_first",
    "slip_latest",
    "demanded",
    "summable",
    "sum_rule",
];

/// Each key in Swedish and English; a list is called what one thing in it is called.
const LABELS: &[(&str, &str, &str)] = &[
    ("amount", "belopp", "amount"),
    ("announced", "när planen lades fram", "when the plan was announced"),
    ("as_of", "datum", "date"),
    ("buyer", "köpare", "buyer"),
    ("by", "vem", "who"),
    ("called", "vad planen kallade etappen", "what the plan called the milestone"),
    ("change", "bytet", "the change"),
    ("claimant", "vem som kräver", "who demands"),
    ("claims", "krav", "claim"),
    ("code", "länskod", "code of the county"),
    ("comparator", "finns med bara för jämförelse", "there for comparison only"),
    ("confidence", "hur säkert det är", "how sure it is"),
    ("contract", "avtal", "contract"),
    ("costs", "kostnad", "cost"),
    ("count", "antal", "number"),
    ("country", "land", "country"),
    ("covers", "vad det omfattar", "what it covers"),
    ("date", "datum", "date"),
    ("demands", "det krävda", "what was demanded"),
    ("disagreements", "där källor skiljer sig", "where sources differ"),
    ("disputed", "vad som sägs emot", "what is said against it"),
    ("disputed_sources", "källa till det som sägs emot", "source of what is said against it"),
    ("dropped", "när det gavs upp", "when it was given up"),
    ("events", "händelse", "event"),
    ("form", "form", "form"),
    ("former_names", "tidigare namn", "former name"),
    ("grounds", "grund", "ground"),
    ("kind", "slag", "kind"),
    ("landmark", "märks ut i översikten", "marked in the overview"),
    ("language", "språk", "language"),
    ("licence", "licens", "licence"),
    ("losses", "uppgiven skada", "stated damage"),
    ("met", "att det skedde", "that it happened"),
    ("milestones", "etapp", "milestone"),
    ("money", "belopp", "amount"),
    ("name", "namn", "name"),
    ("next", "nästa system", "next system"),
    ("note", "anmärkning", "note"),
    ("other_area", "gäller ett annat område", "is for another area"),
    ("outcome", "utfall", "outcome"),
    ("parties", "part", "party"),
    ("plan", "plan", "plan"),
    ("plans", "plan", "plan"),
    ("population", "invånare", "residents"),
    ("procurement", "upphandling", "procurement"),
    ("procurements", "upphandling", "procurement"),
    ("product", "system", "system"),
    ("programmes", "köparens namn på satsningen", "the buyer’s name for the effort"),
    ("promised", "utlovat", "promised"),
    ("promises", "löfte", "promise"),
    ("public", "när det blev offentligt", "when it became public"),
    ("published", "när det kom ut", "when it came out"),
    ("publisher", "utgivare", "publisher"),
    ("received", "det som erhölls", "what was received"),
    ("regions", "region", "region"),
    ("remedies", "åtgärd som krävs", "remedy demanded"),
    ("replaces", "vad som ska ersättas", "what is to be replaced"),
    ("residents", "invånare", "residents"),
    ("respondent", "mot vem", "against whom"),
    ("reviewed", "senaste genomgången", "last review"),
    ("role", "roll", "role"),
    ("scope", "omfattning", "scope"),
    ("short", "kort namn", "short name"),
    ("signed", "när avtalet skrevs", "when the contract was signed"),
    ("since", "sedan när", "since when"),
    ("sources", "källa", "source"),
    ("split_from", "vad etappen var en del av", "what the milestone was a part of"),
    ("standing", "läget", "where it stands"),
    ("statements", "uttalande", "statement"),
    ("status", "vad steget gjorde", "what the step did"),
    ("steps", "steg", "step"),
    ("summary", "sammanfattning", "summary"),
    ("supplier", "leverantör", "supplier"),
    ("system", "journalsystem", "record system"),
    ("system_as_of", "när det gällde", "as of"),
    ("system_since", "i bruk sedan", "in use since"),
    ("tells_of", "vad händelsen säger något om", "what the event tells of"),
    ("term", "avtalstid", "term"),
    ("text", "text", "text"),
    ("title", "rubrik", "title"),
    ("told_until", "tills när källorna berättar", "until when sources tell"),
    ("unknowns", "det vi inte vet", "what we do not know"),
    ("unmet", "att det inte hade skett", "that it had not happened"),
    ("until", "till när", "until when"),
    ("url", "adress", "address"),
    ("value", "värde", "value"),
    ("what", "vad", "what"),
    ("wikidata", "post i Wikidata", "item in Wikidata"),
    ("product_wikidata", "systemets post i Wikidata", "the system’s item in Wikidata"),
    ("year", "år", "year"),
];

/// What a key is called. One without a name is told as it stands in the file.
pub fn label(key: &str) -> Text {
    match LABELS.iter().find(|(known, _, _)| *known == key) {
        Some((_, sv, en)) => Text { sv: (*sv).to_owned(), en: (*en).to_owned() },
        None => same(key),
    }
}

/// Whether a key has a name.
pub fn is_named(key: &str) -> bool {
    LABELS.iter().any(|(known, _, _)| *known == key)
}

/// A fixed word of the file as the site says it; `list` is what it stands in.
pub fn word(list: &str, key: &str, word: &str, both: Both) -> Text {
    let key = match (list, key) {
        ("events", "kind") => EventKind::of(word).map(kind::event_kind),
        ("claims", "kind") => ClaimKind::of(word).map(kind::claim_kind),
        ("claims", "grounds") => Ground::of(word).map(kind::ground),
        ("claims", "remedies") => Remedy::of(word).map(kind::remedy),
        ("demands", "form") => DemandForm::of(word).map(kind::demand_form),
        ("received", "kind") => ReceiptKind::of(word).map(kind::receipt_kind),
        ("steps", "status") => StepStatus::of(word).map(kind::step_status),
        ("plans", "form") => PlanForm::of(word).map(kind::plan_form),
        ("costs", "kind") => CostKind::of(word).map(kind::cost_kind),
        ("sources", "language") => SourceLanguage::of(word).map(kind::language),
        ("regions", "change") => RegionChange::of(word).map(kind::region_change),
        _ => None,
    };
    let said = |key: Key| both.text(|words: &Messages| words.get(key).to_owned());
    key.map_or_else(|| same(word), said)
}
