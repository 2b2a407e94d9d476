//! The properties of our vocabulary. A domain is one class: a property of several is of any
//! resource, since a union would need blank nodes.

use super::Range::{Concept, Own, Text};
use super::{AGENT, DOCUMENT, PLAIN, Range, Said};
use crate::open_data::rdf::terms::{BOOLEAN, DATE, INTEGER, Space, Term, YEAR, own};

/// A property.
pub struct Property {
    pub name: &'static str,
    pub domain: Term,
    pub range: Range,
    pub said: Said,
}

const fn of(
    name: &'static str,
    domain: Term,
    range: Range,
    label: [&'static str; 2],
    comment: [&'static str; 2],
) -> Property {
    Property { name, domain, range, said: Said { label, comment } }
}

const ANY: Term = Term(Space::Rdfs, "Resource");
const PARTY: Term = Term(Space::Foaf, "Agent");
const PROCUREMENT: Term = own("Procurement");
const REGION: Term = own("Region");
const MILESTONE: Term = own("Milestone");
const PROMISE: Term = own("Promise");
const EVENT: Term = own("Event");
const CLAIM: Term = own("Claim");
const AMOUNT: Term = own("Amount");
const COST: Term = own("Cost");
const YES_OR_NO: Range = Range::Of(BOOLEAN);
const NUMBER: Range = Range::Of(INTEGER);

/// Every property but those of dates.
#[rustfmt::skip]
pub const PROPERTIES: &[Property] = &[
    of("kind", ANY, Concept, ["slag", "kind"],
        ["Vilket slags händelse, krav, kostnad, tidsplan eller källa det är.",
         "What kind of event, claim, cost, plan or source it is."]),
    of("by", ANY, Text, ["av", "by"],
        ["Vem som sade det, i ord.", "Who said it, in words."]),
    of("amount", ANY, Own("Amount"), ["belopp", "amount"],
        ["Summan, eller varför det inte finns någon.", "The sum, or why there is none."]),
    of("covers", ANY, Text, ["omfattar", "covers"],
        ["Vad siffran omfattar.", "What the figure covers."]),
    of("residents", ANY, Own("Residents"), ["invånare", "residents"],
        ["Hur många som bor där.", "How many people live there."]),
    of("count", own("Residents"), NUMBER, ["antal", "count"],
        ["Hur många.", "How many."]),
    of("year", own("Residents"), Range::Of(YEAR), ["år", "year"],
        ["Året som antalet gäller.", "The year of the number."]),
    of("role", PARTY, Concept, ["roll", "role"],
        ["Vad en part är i upphandlingarna.", "What a party is in the procurements."]),
    of("formerName", PARTY, Own("FormerName"), ["tidigare namn", "former name"],
        ["Ett namn som parten hade.", "A name that the party had."]),
    of("countyCode", REGION, PLAIN, ["länskod", "county code"],
        ["Den officiella länskoden.", "The official code of the county."]),
    of("recordSystem", REGION, PLAIN, ["journalsystem", "record system"],
        ["Systemet i bruk.", "The system in use."]),
    of("nextRecordSystem", REGION, PLAIN, ["nästa journalsystem", "next record system"],
        ["Systemet som ska komma.", "The system that is to come."]),
    of("change", REGION, Concept, ["byte", "change"],
        ["Hur långt bytet har kommit.", "How far the change has come."]),
    of("changedBy", REGION, Own("Procurement"), ["bytets upphandling", "procurement of the change"],
        ["Upphandlingen som bytet gäller.", "The procurement that the change is about."]),
    of("comparator", PROCUREMENT, YES_OR_NO, ["till jämförelse", "for comparison"],
        ["Om den bara finns för jämförelse.", "Whether it is there for comparison only."]),
    of("buyer", PROCUREMENT, AGENT, ["köpare", "buyer"],
        ["Vem som köper.", "Who buys."]),
    of("supplier", PROCUREMENT, AGENT, ["leverantör", "supplier"],
        ["Vem som vann; saknas tills någon har gjort det.", "Who won; absent until somebody has."]),
    of("product", PROCUREMENT, Range::Of(Term(Space::Schema, "Product")), ["system", "product"],
        ["Systemet som köptes.", "The system bought."]),
    of("programme", PROCUREMENT, Own("Programme"), ["köparens namn", "buyer's name"],
        ["Köparens eget namn på satsningen.", "The buyer's own name for the effort."]),
    of("reviewed", PROCUREMENT, Range::Of(DATE), ["granskad", "reviewed"],
        ["Dagen då en redaktör senast granskade den.", "The day on which an editor last checked it."]),
    of("summary", PROCUREMENT, Own("Passage"), ["sammanfattning", "summary"],
        ["Vad den handlar om.", "What it is about."]),
    of("scope", PROCUREMENT, Own("Passage"), ["omfattning", "scope"],
        ["Vad som köptes.", "What was bought."]),
    of("replaces", PROCUREMENT, Own("Passage"), ["ersätter", "replaces"],
        ["Systemen som den skulle ersätta.", "The systems that it was to replace."]),
    of("standing", PROCUREMENT, Own("Standing"), ["läge", "standing"],
        ["Var den står.", "Where it stands."]),
    of("contract", PROCUREMENT, Own("Contract"), ["avtal", "contract"],
        ["Det undertecknade avtalet.", "The signed agreement."]),
    of("term", own("Contract"), Text, ["löptid", "term"],
        ["Hur länge avtalet löper, i ord.", "How long the contract runs, in words."]),
    of("headline", PROCUREMENT, Own("Milestone"), ["huvudetapp", "headline"],
        ["Etappen vars försening webbplatsen berättar först.",
         "The milestone whose slip the site tells first."]),
    of("splitFrom", MILESTONE, Own("Milestone"), ["del av", "split from"],
        ["Etappen som den var en del av tills en plan lovade den för sig.",
         "The milestone that it was a part of until a plan promised it by itself."]),
    of("firstPromise", MILESTONE, Own("Promise"), ["första löftet", "first promise"],
        ["Löftet som förseningar räknas mot.", "The promise that slips are told against."]),
    of("latestPromise", MILESTONE, Own("Promise"), ["senaste löftet", "latest promise"],
        ["Löftet som gäller.", "The promise in force."]),
    of("met", MILESTONE, Own("Met"), ["skedde", "met"],
        ["Att etappen skedde.", "That the milestone was met."]),
    of("unmet", MILESTONE, Own("Unmet"), ["hade inte skett", "unmet"],
        ["Att etappen inte hade skett.", "That the milestone had not been met."]),
    of("promiseOf", PROMISE, Own("Milestone"), ["löfte om", "promise of"],
        ["Etappen som utlovas.", "The milestone that is promised."]),
    of("madeIn", PROMISE, Own("Plan"), ["ur tidsplanen", "made in"],
        ["Tidsplanen som löftet står i.", "The plan that made the promise."]),
    of("called", PROMISE, Text, ["kallades", "called"],
        ["Vad planen kallade etappen, när det är ett annat namn än dagens.",
         "What the plan called the milestone, where that is another name than today's."]),
    of("outcome", PROMISE, Concept, ["utfall", "outcome"],
        ["Hur det gick, uträknat av oss.", "What came of it, computed by us."]),
    of("slipMonthsAtLeast", PROMISE, NUMBER, ["försening i månader, minst", "slip in months, at least"],
        ["Hela månader mellan det senaste som löftet kan betyda och det tidigaste som skedde.",
         "Whole months from the latest that the promise may mean to the earliest that it happened."]),
    of("slipMonthsAtMost", PROMISE, NUMBER, ["försening i månader, högst", "slip in months, at most"],
        ["Hela månader mellan det tidigaste som löftet kan betyda och det senaste som skedde. \
          Saknas när det inte har skett.",
         "Whole months from the earliest that the promise may mean to the latest that it happened. \
          Absent where it has not happened."]),
    of("confidence", EVENT, Concept, ["säkerhet", "confidence"],
        ["Hur säkra källorna gör oss.", "How sure the sources make us."]),
    of("landmark", EVENT, YES_OR_NO, ["märks ut", "landmark"],
        ["Om diagram alltid märker ut den.", "Whether charts always label it."]),
    of("party", EVENT, AGENT, ["part", "party"],
        ["Vem som deltog.", "Who took part."]),
    of("tellsOf", EVENT, Concept, ["berättar om", "tells of"],
        ["Om händelsen säger något om hela programmet, om några etapper eller om annat.",
         "Whether it tells of the whole programme, of some milestones or of something else."]),
    of("tellsOfMilestone", EVENT, Own("Milestone"), ["berättar om etappen", "tells of the milestone"],
        ["En etapp som händelsen säger om den hade skett.",
         "A milestone of which it tells whether it had been met."]),
    of("claimant", CLAIM, AGENT, ["den som kräver", "claimant"],
        ["Vem som kräver.", "Who demands."]),
    of("respondent", CLAIM, AGENT, ["motpart", "respondent"],
        ["Av vem det krävs.", "Of whom it is demanded."]),
    of("ground", CLAIM, Concept, ["grund", "ground"],
        ["Varför något krävs.", "Why something is demanded."]),
    of("remedy", CLAIM, Concept, ["påföljd", "remedy"],
        ["Vad som krävs.", "What is demanded."]),
    of("ending", CLAIM, Text, ["slut", "ending"],
        ["Hur det slutade, i ord.", "How it ended, in words."]),
    of("demanded", CLAIM, Own("Amount"), ["krävt belopp", "sum demanded"],
        ["Summan som krävdes, räknad en gång för alla uppgifter om den.",
         "The sum demanded, counted once for all reports of it."]),
    of("demand", CLAIM, Own("Demand"), ["uppgift om det krävda", "report of the demand"],
        ["Vad som krävdes, enligt en uppgift.", "What was demanded, as one report tells it."]),
    of("loss", CLAIM, Own("Loss"), ["uppgiven skada", "stated damage"],
        ["Vilken skada någon uppgav.", "What damage somebody stated."]),
    of("received", CLAIM, Own("Receipt"), ["erhållet", "received"],
        ["En del av det som erhölls.", "One part of what was received."]),
    of("step", CLAIM, Own("ClaimStep"), ["steg", "step"],
        ["Ett daterat steg.", "One dated step."]),
    of("actor", own("ClaimStep"), AGENT, ["den som agerade", "actor"],
        ["Vem som tog steget.", "Who took the step."]),
    of("otherArea", COST, YES_OR_NO, ["annat område", "other area"],
        ["Om siffran gäller ett annat område än det vars invånare räknas.",
         "Whether it is for another area than the one whose residents are counted."]),
    of("disputed", COST, Text, ["ifrågasatt", "disputed"],
        ["Det som måste stå bredvid siffran var den än visas.",
         "What has to stand beside the figure wherever it is shown."]),
    of("disputedIn", COST, DOCUMENT, ["ifrågasatt i", "disputed in"],
        ["Källan till förbehållet.", "The source of the reservation."]),
    of("amountKind", AMOUNT, Concept, ["beloppets slag", "kind of amount"],
        ["Offentligt, hemligt, inte nämnt eller inte funnet.",
         "Public, withheld, not named or not found."]),
    of("qualifier", AMOUNT, Concept, ["exakthet", "qualifier"],
        ["Hur exakt siffran är.", "How exact the figure is."]),
    of("withheldReason", AMOUNT, Text, ["skäl till sekretess", "withheld reason"],
        ["Varför summan är hemlig.", "Why the sum is secret."]),
    of("withheldSaidBy", AMOUNT, Text, ["sekretess enligt", "withheld, said by"],
        ["Vem som säger att summan är hemlig.", "Who says that the sum is secret."]),
    of("summable", AMOUNT, YES_OR_NO, ["får läggas ihop", "summable"],
        ["Om beloppet får läggas ihop med andra.", "Whether the amount may be added to others."]),
    of("sumRule", AMOUNT, Concept, ["regel för summor", "sum rule"],
        ["Med vilka det får läggas ihop, eller varför inte.",
         "To which others it may be added, or why not."]),
];

/// What each date means, in the order of `WINDOWS`.
#[rustfmt::skip]
pub const WINDOW_WORDS: &[Said] = &[
    Said { label: ["datum", "date"], comment: ["När det var.", "When it was."] },
    Said { label: ["offentligt", "public"],
        comment: ["När det blev offentligt, om det var senare.", "When it became public, where that was later."] },
    Said { label: ["utlovat", "promised"],
        comment: ["När det skulle ske.", "When it was to happen."] },
    Said { label: ["till", "until"], comment: ["Till när.", "Until when."] },
    Said { label: ["sedan", "since"], comment: ["Sedan när.", "Since when."] },
    Said { label: ["uppgivet", "dropped"],
        comment: ["När etappen gavs upp.", "When the milestone was given up."] },
    Said { label: ["berättat till", "told until"],
        comment: ["Till när källorna säger att det inte hade skett.",
                  "Until when sources tell that it had not happened."] },
    Said { label: ["känt till", "known through"],
        comment: ["Till när källorna säger något; efter det är inget känt. Uträknat av oss.",
                  "Up to when the sources tell anything; nothing is known after that. Computed by us."] },
];
