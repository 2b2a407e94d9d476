//! The fixed words of the record as concepts, with the words that the site's pages use for them.

use super::Said;
use crate::i18n::{Key, Messages, kind};
use crate::model::Word;
use crate::model::{Confidence, Lang, PartyRole, Qualifier, SourceKind};

/// A list of words.
pub struct Scheme {
    pub name: &'static str,
    pub said: Said,
    pub concepts: Vec<Concept>,
}

/// One of its words, with what it is called in both languages.
pub struct Concept {
    pub word: &'static str,
    pub sv: String,
    pub en: String,
}

/// Every list of words.
pub fn schemes(messages: &[Messages]) -> Vec<Scheme> {
    let mut all = vec![
        of("event-kind", ["slag av händelse", "kind of event"], messages, kind::event_kind),
        of("claim-kind", ["slag av krav", "kind of claim"], messages, kind::claim_kind),
        of("demand-form", ["var ett krav står", "form of a demand"], messages, kind::demand_form),
        of("receipt-kind", ["slag av erhållet", "kind of receipt"], messages, kind::receipt_kind),
        of("step-status", ["steg i ett krav", "step of a claim"], messages, kind::step_status),
        of("plan-form", ["tidsplanens form", "form of a plan"], messages, kind::plan_form),
        of("cost-kind", ["slag av kostnad", "kind of cost"], messages, kind::cost_kind),
        of("ground", ["grund för krav", "ground of a claim"], messages, kind::ground),
        of("remedy", ["det som krävs", "remedy"], messages, kind::remedy),
        of("region-change", ["bytets läge", "state of a change"], messages, kind::region_change),
        told("party-role", ["partens roll", "role of a party"], PARTY_ROLE),
        told("source-kind", ["slag av källa", "kind of source"], SOURCE_KIND),
        told("confidence", ["säkerhet", "confidence"], CONFIDENCE),
        told("qualifier", ["siffrans exakthet", "exactness of a figure"], QUALIFIER),
    ];
    for (name, label, words) in [
        ("outcome", ["löftets utfall", "outcome of a promise"], OUTCOME),
        ("amount-kind", ["beloppets slag", "kind of amount"], AMOUNT_KIND),
        ("sum-rule", ["regel för summor", "rule for sums"], SUM_RULE),
        ("tells-of", ["vad en händelse berättar om", "what an event tells of"], TELLS_OF),
    ] {
        all.push(Scheme { name, said: explained(label), concepts: listed(words) });
    }
    all
}

type Words = &'static [(&'static str, &'static str, &'static str)];

const PARTY_ROLE: fn(PartyRole) -> [&'static str; 2] = |role| match role {
    PartyRole::Buyer => ["köpare", "buyer"],
    PartyRole::Supplier => ["leverantör", "supplier"],
    PartyRole::Tenderer => ["anbudsgivare", "bidder"],
    PartyRole::ReviewBody => ["domstol som prövar upphandlingar", "court that reviews awards"],
    PartyRole::Authority => ["myndighet", "authority"],
    PartyRole::Auditor => ["revisor", "auditor"],
    PartyRole::PublicBody => ["offentligt organ", "public body"],
    PartyRole::Union => ["fackförbund", "union"],
    PartyRole::Staff => ["personal", "staff"],
    PartyRole::PoliticalParty => ["politiskt parti", "political party"],
    PartyRole::Association => ["förening", "association"],
    PartyRole::Media => ["medier", "media"],
    PartyRole::Person => ["en person i en roll", "a person in a role"],
};

const SOURCE_KIND: fn(SourceKind) -> [&'static str; 2] = |kind| match kind {
    SourceKind::News => ["nyhet", "news"],
    SourceKind::Authority => ["myndighets text", "text of an authority"],
    SourceKind::PressRelease => ["pressmeddelande", "press release"],
    SourceKind::AuditReport => ["granskningsrapport", "audit report"],
    SourceKind::Court => ["domstols avgörande", "decision of a court"],
    SourceKind::Vendor => ["leverantörs text", "text of a supplier"],
    SourceKind::Blog => ["blogg", "blog"],
};

const CONFIDENCE: fn(Confidence) -> [&'static str; 2] = |confidence| match confidence {
    Confidence::High => ["hög", "high"],
    Confidence::Medium => ["medel", "medium"],
    Confidence::Low => ["låg, alltså obekräftad", "low, that is unconfirmed"],
};

const QUALIFIER: fn(Qualifier) -> [&'static str; 2] = |qualifier| match qualifier {
    Qualifier::Exactly => ["exakt", "exactly"],
    Qualifier::About => ["omkring", "about"],
    Qualifier::AtLeast => ["minst", "at least"],
    Qualifier::AtMost => ["högst", "at most"],
};

#[rustfmt::skip]
const OUTCOME: Words = &[
    ("kept", "skedde i tid", "met in time"),
    ("late", "skedde senare", "met later"),
    ("cannot-tell", "skedde, men datumen är för vaga för att avgöra", "met, but the dates are too vague to tell"),
    ("overdue", "löftet har passerat och det hade inte skett", "the promise has passed and it had not been met"),
    ("pending", "löftet sträcker sig bortom granskningsdagen", "the promise reaches beyond the day of the review"),
    ("untold", "löftet har passerat, och ingen källa säger hur det gick", "the promise has passed, and no source tells what came of it"),
    ("dropped", "gavs upp", "given up"),
];

#[rustfmt::skip]
const AMOUNT_KIND: Words = &[
    ("public", "offentligt", "public"),
    ("withheld", "hemligt", "withheld"),
    ("not-named", "kravet nämnde ingen summa", "the demand named no sum"),
    ("not-found", "våra källor säger ingen summa", "our sources tell no sum"),
];

#[rustfmt::skip]
const SUM_RULE: Words = &[
    ("same-claim-kind", "bara med krav av samma slag i samma valuta; även de kan överlappa",
        "only with demands of claims of the same kind in the same currency; even they may overlap"),
    ("same-receipt-kind", "bara med det som erhölls av samma slag i krav av samma slag, i samma valuta",
        "only with what was received of the same kind on claims of the same kind, in the same currency"),
    ("no-number", "det finns ingen offentlig siffra, och den är inte noll",
        "there is no public number, and it is not zero"),
    ("report-of-the-demand", "en uppgift om det krävda, som kravet räknar en gång",
        "a report of the demand, which the claim counts once"),
    ("stated-damage", "uppgiven skada, som inte är något krav", "stated damage, which is not a demand"),
    ("figures-overlap", "kostnadssiffror är från olika dagar och täcker varandra",
        "figures of cost are of different days and cover one another"),
];

#[rustfmt::skip]
const TELLS_OF: Words = &[
    ("programme", "hela programmet", "the whole programme"),
    ("milestones", "några etapper, eller ingen", "some milestones, or none"),
    ("elsewhere", "något annat än den här upphandlingen", "something else than this procurement"),
];

fn of<T: Word>(
    name: &'static str,
    label: [&'static str; 2],
    messages: &[Messages],
    key: fn(T) -> Key,
) -> Scheme {
    let said = |lang: Lang, value: T| {
        let words = messages.iter().find(|messages| messages.lang() == lang);
        words.map(|words| words.get(key(value)).to_owned()).unwrap_or_default()
    };
    let concepts = T::WORDS
        .iter()
        .map(|(word, value)| Concept {
            word,
            sv: said(Lang::Sv, *value),
            en: said(Lang::En, *value),
        })
        .collect();
    Scheme { name, said: explained(label), concepts }
}

fn told<T: Word>(
    name: &'static str,
    label: [&'static str; 2],
    words: fn(T) -> [&'static str; 2],
) -> Scheme {
    let concepts = T::WORDS
        .iter()
        .map(|(word, value)| {
            let [sv, en] = words(*value);
            Concept { word, sv: sv.to_owned(), en: en.to_owned() }
        })
        .collect();
    Scheme { name, said: explained(label), concepts }
}

fn listed(words: Words) -> Vec<Concept> {
    words
        .iter()
        .map(|(word, sv, en)| Concept { word, sv: (*sv).to_owned(), en: (*en).to_owned() })
        .collect()
}

fn explained(label: [&'static str; 2]) -> Said {
    Said {
        label,
        comment: [
            "Ett av uppgifternas fasta ord; skos:notation är ordet som det står i JSON och tabeller.",
            "One of the fixed words of the record; skos:notation is the word as JSON and tables \
             have it.",
        ],
    }
}
