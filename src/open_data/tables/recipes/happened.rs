//! What happened, what it costs and what was said, known or not.

use super::super::spec::{ID, PROCUREMENT, Recipe, key, of};
use super::{PAGE, SUM_RULE, SUMMABLE};

/// The tables, in their order.
pub const HAPPENED: &[Recipe] = &[
    Recipe {
        name: "events",
        def: "event",
        title: ["Händelser", "Events"],
        description: [
            "En rad för varje händelse. De med confidence low är obekräftade och hör inte hemma i någon räkning.",
            "A row for each event. Those whose confidence is low are unconfirmed and belong in no count.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[
            ID,
            PROCUREMENT,
            key("date", "date"),
            key("public", "public"),
            key("kind", "kind"),
            key("title", "title"),
            key("text", "text"),
            key("confidence", "confidence"),
            key("landmark", "landmark"),
            key("note", "note"),
            key("tells_of.what", "tells_of"),
            PAGE,
        ],
    },
    Recipe {
        name: "event_parties",
        def: "event",
        title: ["Händelsernas parter", "Parties of events"],
        description: [
            "En rad för varje part i varje händelse.",
            "A row for each party of each event.",
        ],
        primary_key: &["event", "party"],
        in_facts: false,
        columns: &[
            of("event", "events", ["Händelsens id.", "The id of the event."]),
            of("party", "parties", ["Partens id.", "The id of the party."]),
        ],
    },
    Recipe {
        name: "event_milestones",
        def: "event",
        title: ["Etapper som händelser berättar om", "Milestones that events tell of"],
        description: [
            "En rad för varje etapp som en händelse med tells_of milestones berättar om.",
            "A row for each milestone that an event whose tells_of is milestones tells of.",
        ],
        primary_key: &["event", "milestone"],
        in_facts: false,
        columns: &[
            of("event", "events", ["Händelsens id.", "The id of the event."]),
            of("milestone", "milestones", ["Etappens id.", "The id of the milestone."]),
        ],
    },
    Recipe {
        name: "costs",
        def: "cost",
        title: ["Kostnadssiffror", "Figures of cost"],
        description: [
            "En rad för varje siffra på vad något kostar. De är från olika dagar och täcker varandra: de läggs aldrig ihop.",
            "A row for each figure of what something costs. They are of different days and cover one another: they are never added.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[
            ID,
            PROCUREMENT,
            key("as_of", "as_of"),
            key("public", "public"),
            key("kind", "kind"),
            key("money", ""),
            SUMMABLE,
            SUM_RULE,
            key("covers", "covers"),
            key("other_area", "other_area"),
            key("by", "by"),
            key("disputed", "disputed"),
        ],
    },
    Recipe {
        name: "statements",
        def: "statement",
        title: ["Uttalanden", "Statements"],
        description: [
            "En rad för varje ståndpunkt som någon i en roll tog offentligt.",
            "A row for each position that somebody in a role took in public.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[
            ID,
            PROCUREMENT,
            key("date", "date"),
            key("public", "public"),
            key("by", "by"),
            key("text", "text"),
        ],
    },
    Recipe {
        name: "unknowns",
        def: "unknown",
        title: ["Vad källorna inte säger", "What the sources do not tell"],
        description: ["En rad för varje lucka i källorna.", "A row for each gap in the sources."],
        primary_key: &["id"],
        in_facts: true,
        columns: &[ID, PROCUREMENT, key("text", "text")],
    },
    Recipe {
        name: "disagreements",
        def: "disagreement",
        title: ["Där källor säger olika", "Where sources disagree"],
        description: [
            "En rad för varje sak som källor säger olika om.",
            "A row for each matter about which sources say different things.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[ID, PROCUREMENT, key("text", "text")],
    },
];
