//! What was demanded and received.

use super::super::spec::{CLAIM, ID, PROCUREMENT, Recipe, Spec, key, lent, refers};
use super::{PAGE, SUM_RULE, SUMMABLE};

const AMOUNT: Spec = key("amount", "");

const CLAIM_KIND: Spec = lent("claim_kind", "claim", "kind");

/// The tables, in their order.
pub const CLAIMED: &[Recipe] = &[
    Recipe {
        name: "claims",
        def: "claim",
        title: ["Krav", "Claims"],
        description: [
            "En rad för varje krav. Summan räknas en gång här, hur många uppgifter om den det än finns.",
            "A row for each claim. Its sum is counted once here, however many reports of it there are.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[
            ID,
            PROCUREMENT,
            key("kind", "kind"),
            refers("claimant", "parties"),
            refers("respondent", "parties"),
            key("title", "title"),
            key("grounds", "grounds"),
            key("remedies", "remedies"),
            key("demanded.amount", "demanded"),
            key("demanded.summable", "demanded_summable"),
            key("demanded.sum_rule", "demanded_sum_rule"),
            key("outcome", "outcome"),
            PAGE,
        ],
    },
    Recipe {
        name: "claim_steps",
        def: "step",
        title: ["Kravens steg", "Steps of claims"],
        description: [
            "En rad för varje daterat steg i varje krav.",
            "A row for each dated step of each claim.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[
            ID,
            PROCUREMENT,
            CLAIM,
            key("date", "date"),
            key("public", "public"),
            key("status", "status"),
            refers("by", "parties"),
            key("text", "text"),
        ],
    },
    Recipe {
        name: "claim_demands",
        def: "demand",
        title: ["Uppgifter om vad som krävdes", "Reports of what was demanded"],
        description: [
            "En rad för varje uppgift om vad som krävdes. Flera kan gälla samma summa: lägg ihop demanded i claims i stället.",
            "A row for each report of what was demanded. Several may tell of one sum: add demanded of claims instead.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[
            ID,
            PROCUREMENT,
            CLAIM,
            CLAIM_KIND,
            key("date", "date"),
            key("public", "public"),
            key("form", "form"),
            key("text", "text"),
            AMOUNT,
            SUMMABLE,
            SUM_RULE,
        ],
    },
    Recipe {
        name: "claim_losses",
        def: "loss",
        title: ["Uppgivna skador", "Stated damage"],
        description: [
            "En rad för varje skada som någon uppgav, vilket inte är ett krav.",
            "A row for each damage that somebody stated, which is not a demand.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[
            ID,
            PROCUREMENT,
            CLAIM,
            CLAIM_KIND,
            key("date", "date"),
            key("public", "public"),
            key("by", "by"),
            key("text", "text"),
            AMOUNT,
            SUMMABLE,
            SUM_RULE,
        ],
    },
    Recipe {
        name: "claim_received",
        def: "receipt",
        title: ["Vad som erhölls", "What was received"],
        description: [
            "En rad för varje del av det som erhölls i ett krav. Delar av olika slag kan överlappa och får inte läggas ihop.",
            "A row for each part of what was received on a claim. Parts of different kinds may overlap and may not be added up.",
        ],
        primary_key: &["id"],
        in_facts: true,
        columns: &[
            ID,
            PROCUREMENT,
            CLAIM,
            CLAIM_KIND,
            key("date", "date"),
            key("public", "public"),
            key("kind", "kind"),
            key("text", "text"),
            AMOUNT,
            SUMMABLE,
            SUM_RULE,
        ],
    },
];
