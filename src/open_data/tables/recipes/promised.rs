//! What was promised: procurements, milestones and plans.

use super::super::spec::{ID, PROCUREMENT, Recipe, key, lent, of, own, refers};
use super::super::table::Kind;
use super::PAGE;

/// The tables, in their order.
pub const PROMISED: &[Recipe] = &[
    Recipe {
        name: "procurements",
        def: "procurement",
        title: ["Upphandlingar", "Procurements"],
        description: [
            "En rad för varje upphandling, även dem som bara finns med för jämförelse.",
            "A row for each procurement, also those that are there for comparison only.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[
            key("id", "id"),
            key("name", "name"),
            key("comparator", "comparator"),
            refers("buyer", "parties"),
            refers("supplier", "parties"),
            key("product", "product"),
            key("product_wikidata", "product_wikidata"),
            key("country", "country"),
            key("reviewed", "reviewed"),
            key("known_through", "known_through"),
            refers("headline", "milestones"),
            key("summary.text", "summary"),
            key("scope.text", "scope"),
            key("replaces.text", "replaces"),
            key("standing.text", "standing"),
            key("standing.since", "standing_since"),
            key("residents.count", "residents"),
            key("residents.year", "residents_year"),
            key("contract.signed", "contract_signed"),
            key("contract.value", "contract"),
            lent("contract.summable", "cost", "summable").called("contract_summable").maybe(),
            lent("contract.sum_rule", "cost", "sum_rule").called("contract_sum_rule").maybe(),
            key("contract.covers", "contract_covers"),
            key("contract.term", "contract_term"),
            PAGE,
        ],
    },
    Recipe {
        name: "programmes",
        def: "programme",
        title: ["Köparnas namn på satsningarna", "The buyers’ names for their efforts"],
        description: [
            "En rad för varje namn som en köpare har gett sin satsning.",
            "A row for each name that a buyer has given its effort.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[ID, PROCUREMENT, key("name", "name"), key("since", "since")],
    },
    Recipe {
        name: "milestones",
        def: "milestone",
        title: ["Etapper", "Milestones"],
        description: [
            "En rad för varje etapp som har utlovats, med vad det blev av det första och det senaste löftet.",
            "A row for each milestone that was ever promised, with what the first and the latest promise came to.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[
            ID,
            PROCUREMENT,
            key("name", "name"),
            own(
                "position",
                Kind::Number,
                [
                    "Etappens plats i upphandlingen, den viktigaste är 1.",
                    "The milestone’s place in the procurement; the most important one is 1.",
                ],
            ),
            own(
                "headline",
                Kind::Flag,
                [
                    "Om det är den etapp vars försening webbplatsen berättar först.",
                    "Whether it is the milestone whose slip the site tells first.",
                ],
            ),
            refers("split_from", "milestones"),
            key("known_through", "known_through"),
            key("slip_first", "slip_first"),
            key("slip_latest", "slip_latest"),
            key("met.date", "met"),
            key("met.public", "met_public"),
            key("met.note", "met_note"),
            key("unmet.dropped", "dropped"),
            key("unmet.told_until", "told_until"),
            key("unmet.note", "unmet_note"),
        ],
    },
    Recipe {
        name: "plans",
        def: "plan",
        title: ["Planer", "Plans"],
        description: [
            "En rad för varje plan som gav ett eller flera löften.",
            "A row for each plan that made one or more promises.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[
            ID,
            PROCUREMENT,
            key("announced", "announced"),
            key("public", "public"),
            key("form", "form"),
            key("by", "by"),
            key("note", "note"),
        ],
    },
    Recipe {
        name: "promises",
        def: "promise",
        title: ["Löften", "Promises"],
        description: [
            "En rad för varje löfte som någonsin gavs, med vad det blev av det. Ett nytt löfte får en ny rad och ersätter aldrig det gamla.",
            "A row for each promise ever made, with what it came to. A new promise has a row of its own and never replaces the old one.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[
            ID,
            PROCUREMENT,
            of("@milestone", "milestones", ["Etappens id.", "The id of the milestone."])
                .called("milestone"),
            refers("plan", "plans"),
            own(
                "position",
                Kind::Number,
                [
                    "Löftets plats bland etappens löften; det första, som förseningar räknas från, är 1.",
                    "The promise’s place among those of the milestone; the first, against which slips are told, is 1.",
                ],
            ),
            own(
                "latest",
                Kind::Flag,
                [
                    "Om det är det senaste löftet om etappen.",
                    "Whether it is the latest promise of the milestone.",
                ],
            ),
            lent("announced", "plan", "announced"),
            lent("public", "plan", "public"),
            key("promised", "promised"),
            key("slip", "slip"),
            lent("known_through", "milestone", "known_through"),
            lent("met", "met", "date").maybe(),
            key("called", "called"),
            key("note", "note"),
        ],
    },
];
