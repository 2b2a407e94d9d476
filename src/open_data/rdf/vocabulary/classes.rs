//! The classes of our vocabulary.

use super::Said;
use crate::open_data::rdf::terms::{Space, Term, own};

/// A class, with the classes above it.
pub struct Class {
    pub name: &'static str,
    pub above: &'static [Term],
    pub said: Said,
}

const fn class(
    name: &'static str,
    above: &'static [Term],
    label: [&'static str; 2],
    comment: [&'static str; 2],
) -> Class {
    Class { name, above, said: Said { label, comment } }
}

const FACT: &[Term] = &[own("Fact")];

/// Every class.
pub const CLASSES: &[Class] = &[
    class(
        "Fact",
        &[Term(Space::Prov, "Entity")],
        ["uppgift", "fact"],
        [
            "Något som källor säger. prov:wasDerivedFrom pekar på källorna.",
            "Something that sources tell. prov:wasDerivedFrom points at the sources.",
        ],
    ),
    class(
        "Procurement",
        &[],
        ["upphandling", "procurement"],
        [
            "En köpares köp av ett system, med allt som är känt om det.",
            "One buyer's purchase of one system, with everything that is known about it.",
        ],
    ),
    class(
        "Region",
        FACT,
        ["region", "region"],
        [
            "En region med det journalsystem som dess vård använder.",
            "A region with the record system that its health care uses.",
        ],
    ),
    class(
        "FormerName",
        FACT,
        ["tidigare namn", "former name"],
        ["Ett namn som en part hade till ett datum.", "A name that a party had until a date."],
    ),
    class(
        "Programme",
        FACT,
        ["köparens namn på satsningen", "the buyer's name for the effort"],
        ["Ett namn som köparen själv har använt.", "A name that the buyer itself has used."],
    ),
    class(
        "Passage",
        FACT,
        ["text med källor", "text with sources"],
        ["Våra ord om något, med sina källor.", "Our words about something, with their sources."],
    ),
    class(
        "Standing",
        &[own("Passage")],
        ["läge", "standing"],
        ["Var något står, och sedan när.", "Where something stands, and since when."],
    ),
    class(
        "Residents",
        FACT,
        ["antal invånare", "number of residents"],
        ["Hur många som bor i ett område ett år.", "How many people live in an area in a year."],
    ),
    class(
        "Contract",
        FACT,
        ["avtal", "contract"],
        ["Det undertecknade avtalet.", "The signed agreement."],
    ),
    class(
        "Plan",
        FACT,
        ["tidsplan", "time plan"],
        [
            "En tidsplan som den blev offentlig. En ny tar inte den gamlas plats.",
            "A time plan as it became public. A new one does not take the place of the old.",
        ],
    ),
    class(
        "Milestone",
        &[],
        ["etapp", "milestone"],
        [
            "Något som har utlovats minst en gång.",
            "Something that has been promised at least once.",
        ],
    ),
    class(
        "Promise",
        FACT,
        ["löfte", "promise"],
        [
            "När en etapp skulle ske enligt en tidsplan, med vårt svar på hur det gick.",
            "When a milestone was to be met according to one plan, with our answer to what came \
             of it.",
        ],
    ),
    class(
        "Met",
        FACT,
        ["att en etapp skedde", "that a milestone was met"],
        ["Att en etapp skedde, och när.", "That a milestone was met, and when."],
    ),
    class(
        "Unmet",
        FACT,
        ["att en etapp inte hade skett", "that a milestone had not been met"],
        [
            "Att en etapp inte hade skett, så långt källorna säger.",
            "That a milestone had not been met, as far as the sources tell.",
        ],
    ),
    class(
        "Event",
        FACT,
        ["händelse", "event"],
        [
            "Något daterat som hände. En med låg säkerhet är obekräftad.",
            "Something dated that happened. One of low confidence is unconfirmed.",
        ],
    ),
    class(
        "Claim",
        FACT,
        ["krav", "claim"],
        [
            "Det som en part krävde av en annan, med sina steg.",
            "What one party demanded of another, with its steps.",
        ],
    ),
    class(
        "ClaimStep",
        FACT,
        ["steg i ett krav", "step of a claim"],
        ["Ett daterat steg i ett krav.", "One dated step in the life of a claim."],
    ),
    class(
        "Demand",
        FACT,
        ["det krävda", "demand"],
        [
            "Vad som krävdes, så som en uppgift säger det. Flera kan gälla samma krav.",
            "What was demanded, as one report tells it. Several may be of the same claim.",
        ],
    ),
    class(
        "Loss",
        FACT,
        ["uppgiven skada", "stated damage"],
        [
            "Vilken skada någon uppgav. Det är inget krav.",
            "What damage somebody stated. It is not a demand.",
        ],
    ),
    class(
        "Receipt",
        FACT,
        ["det erhållna", "receipt"],
        ["En del av det som erhölls.", "One part of what was received."],
    ),
    class(
        "Cost",
        FACT,
        ["kostnadssiffra", "figure of cost"],
        [
            "En siffra med vad den täcker. Siffror av olika slag läggs aldrig ihop.",
            "A figure with what it covers. Figures of different kinds are never added up.",
        ],
    ),
    class(
        "Amount",
        &[Term(Space::Schema, "MonetaryAmount")],
        ["belopp", "amount"],
        [
            "En summa, eller varför det inte finns någon. Bara ett offentligt belopp har ett tal; \
             ett hemligt är aldrig noll.",
            "A sum, or why there is none. Only a public amount has a number; a secret one is \
             never zero.",
        ],
    ),
    class(
        "Statement",
        FACT,
        ["ståndpunkt", "statement"],
        ["Vad någon i en roll sade offentligt.", "What somebody in a role said in public."],
    ),
    class(
        "Unknown",
        &[],
        ["det okända", "unknown"],
        ["Vad källorna inte säger.", "What the sources do not tell."],
    ),
    class(
        "Disagreement",
        FACT,
        ["motsägelse", "disagreement"],
        [
            "Källor som säger olika om samma sak.",
            "Sources that say different things about the same matter.",
        ],
    ),
];
