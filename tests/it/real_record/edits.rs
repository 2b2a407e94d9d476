//! Correct edits of the real record, each made on a copy: the checks find no problem, and all that
//! holds of the record holds of the copy. So a correct fact turns no test red.

use super::editing::{Editor, count, list, of, string};
use toml::{Table, Value};

/// A test for each edit.
macro_rules! edits {
    ($($name:ident: $edit:expr,)*) => {
        $(#[test]
        fn $name() {
            proves($edit);
        })*
    };
}

fn proves(edit: impl FnOnce(&Editor)) {
    let editor = Editor::new();
    let before = crate::data::files(editor.project());
    edit(&editor);
    assert_ne!(crate::data::files(editor.project()), before, "the edit changed nothing");
    super::holds(editor.project(), super::Care::Quick);
    super::seed::stands(editor.project());
}

edits! {
    a_new_event_that_tells_of_the_whole_programme: |it| {
        happened(it, &it.reviewed(), |_| "programme".to_owned());
    },
    a_new_event_that_tells_of_a_milestone: |it| happened(it, &it.reviewed(), str::to_owned),
    a_new_event_that_tells_of_something_else: |it| {
        happened(it, &it.reviewed(), |_| "elsewhere".to_owned());
    },
    a_new_event_in_a_month_of_a_later_review: |it| {
        it.review("2027-06-30");
        happened(it, "2027-05", str::to_owned);
    },
    a_new_event_of_a_vague_date: |it| {
        let date = format!("{}-h1", &it.reviewed()[..4]);
        happened(it, &date, |_| "programme".to_owned());
    },
    an_event_is_corrected: |it| {
        let one = it.first("events.toml", |table| count(table, "event") > 0);
        it.edit_of(&one, "events.toml", |table| {
            let event = last(table, "event");
            let year = string(&event["date"])[..4].to_owned();
            event.insert("date".into(), year.into());
        });
    },
    an_event_is_no_longer_sure: |it| {
        let one = it.first("events.toml", |table| count(table, "event") > 0);
        it.edit_of(&one, "events.toml", |table| {
            let event = last(table, "event");
            event.insert("confidence".into(), "low".into());
            event.remove("landmark");
        });
    },
    an_event_is_taken_away: |it| {
        let one = it.first("events.toml", |table| count(table, "event") > 1);
        it.edit_of(&one, "events.toml", |table| drop(list(table, "event").pop()));
        it.tidy();
    },
    a_new_plan: |it| planned(it, &it.reviewed()),
    a_new_plan_of_a_later_review: |it| {
        it.review("2027-06-30");
        planned(it, "2027-01-15");
    },
    a_new_promise_in_a_known_plan: |it| {
        let lacking = |table: &Table| lacking(table).is_some();
        let one = it.first("plans.toml", lacking);
        let source = it.a_source(&one);
        it.edit_of(&one, "plans.toml", |table| {
            let milestone = self::lacking(table).expect("a milestone that the last plan left out");
            let promise = format!(
                "milestone = \"{milestone}\"\npromised = \"2031\"\nsources = [\"{source}\"]"
            );
            list(last(table, "plan"), "promise").push(entry(&promise));
        });
    },
    a_promise_is_corrected: |it| {
        let one = it.first("plans.toml", |table| count(table, "plan") > 0);
        it.edit_of(&one, "plans.toml", |table| {
            let promise = last(last(table, "plan"), "promise");
            promise.insert("promised".into(), "2033-autumn".into());
        });
    },
    a_go_live_is_told_less_exactly: |it| {
        let one = it.first("plans.toml", |table| count(table, "met") > 0);
        it.edit_of(&one, "plans.toml", |table| {
            let met = last(table, "met");
            let year = string(&met["date"])[..4].to_owned();
            met.insert("date".into(), year.into());
        });
    },
    every_go_live_is_corrected: |it| {
        for one in it.procurements() {
            if !it.project().join("data").join(of(&one, "plans.toml")).exists() {
                continue;
            }
            it.edit_of(&one, "plans.toml", |table| {
                let reviewed = it.reviewed();
                for met in list(table, "met").iter_mut().filter_map(Value::as_table_mut) {
                    met.insert("date".into(), reviewed.clone().into());
                }
            });
        }
    },
    a_region_goes_live: |it| {
        let one = it.first("plans.toml", |table| open(table).is_some());
        went_live(it, &one);
    },
    every_region_goes_live: |it| {
        for one in it.procurements() {
            while open(&it.read(&of(&one, "plans.toml"))).is_some() {
                went_live(it, &one);
            }
        }
    },
    a_go_live_is_given_up: |it| {
        let one = it.first("plans.toml", |table| open(table).is_some());
        let (source, day) = (it.a_source(&one), it.reviewed());
        it.edit_of(&one, "plans.toml", |table| {
            let milestone = open(table).expect("it");
            list(table, "unmet").retain(|unmet| string(&unmet["milestone"]) != milestone);
            list(table, "unmet").push(entry(&format!(
                "milestone = \"{milestone}\"\ndropped = \"{day}\"\nsources = [\"{source}\"]\n\
                 note.sv = \"Gavs upp.\"\nnote.en = \"Given up.\""
            )));
        });
        it.tidy();
    },
    a_new_milestone: |it| {
        let one = it.first("plans.toml", |table| count(table, "plan") > 0);
        let source = it.a_source(&one);
        it.edit_of(&one, "plans.toml", |table| {
            list(table, "milestone").push(entry(
                "id = \"a-new-one\"\nname.sv = \"En ny etapp\"\nname.en = \"A new stage\"",
            ));
            list(last(table, "plan"), "promise").push(entry(&format!(
                "milestone = \"a-new-one\"\npromised = \"2031-q2\"\nsources = [\"{source}\"]"
            )));
        });
    },
    another_milestone_is_the_headline: |it| {
        let one = it.first("plans.toml", |table| count(table, "milestone") > 1);
        it.edit_of(&one, "plans.toml", |table| {
            let other = string(&last(table, "milestone")["id"]);
            table.insert("headline".into(), other.into());
        });
    },
    milestones_change_places: |it| {
        let swap = |table: &Table| {
            let all = table.get("milestone").and_then(Value::as_array);
            all.is_some_and(|all| {
                all.len() > 1 && all[..2].iter().all(|one| one.get("split-from").is_none())
            })
        };
        let one = it.first("plans.toml", swap);
        it.edit_of(&one, "plans.toml", |table| list(table, "milestone").swap(0, 1));
    },
    a_procurement_is_added: |it| {
        let first = it.procurements()[0].clone();
        added(it, &first, "a-new-one");
    },
    a_procurement_is_added_first: |it| {
        let last = it.procurements().pop().expect("it");
        added(it, &last, "a-new-one");
        it.edit("dataset.toml", |table| list(table, "procurements").rotate_right(1));
    },
    a_procurement_is_taken_away: |it| {
        let one = it.procurements().pop().expect("one");
        it.remove(&one);
    },
    one_procurement_is_left: |it| {
        let all = it.procurements();
        all[1..].iter().for_each(|one| it.remove(one));
    },
    procurements_change_places: |it| {
        it.edit("dataset.toml", |table| list(table, "procurements").reverse());
    },
    a_comparator_is_followed: |it| {
        let one = it.first("procurement.toml", |table| table.contains_key("comparator"));
        it.edit_of(&one, "procurement.toml", |table| drop(table.remove("comparator")));
    },
    every_comparator_is_followed: |it| {
        for one in it.procurements() {
            it.edit_of(&one, "procurement.toml", |table| drop(table.remove("comparator")));
        }
    },
    what_was_followed_is_there_for_comparison: |it| {
        let one = it.first("procurement.toml", |table| !table.contains_key("comparator"));
        it.edit_of(&one, "procurement.toml", |table| {
            table.insert("comparator".into(), true.into());
        });
    },
    a_party_takes_a_new_name: |it| renamed(it, |party| string(&party["role"]) == "supplier"),
    every_party_takes_a_new_name: |it| renamed(it, |_| true),
    a_product_takes_a_new_name: |it| {
        for one in it.procurements() {
            it.edit_of(&one, "procurement.toml", |table| {
                if let Some(product) = table.get_mut("product") {
                    *product = format!("{} Ny", string(product)).into();
                }
            });
        }
    },
    there_are_no_regions: |it| {
        std::fs::remove_file(it.project().join("data/regions.toml")).expect("it");
        it.tidy();
    },
    a_region_is_taken_away: |it| {
        it.edit("regions.toml", |table| drop(list(table, "region").pop()));
        it.tidy();
    },
    a_region_has_another_system: |it| {
        let day = it.reviewed();
        it.edit("regions.toml", |table| {
            let region = last(table, "region");
            region.insert("system".into(), "Ett nytt system".into());
            region.insert("system-as-of".into(), day.clone().into());
            region.insert("system-since".into(), day[..4].into());
            region.insert("change".into(), "introduced".into());
            region.remove("next");
        });
    },
    a_new_source_with_its_use: |it| {
        let one = it.procurements()[0].clone();
        let day = it.reviewed();
        let file = "sources/a-new-paper.toml";
        it.edit(file, |table| {
            table.insert("id".into(), "a-new-paper".into());
            table.insert("publisher".into(), "En ny tidning".into());
            list(table, "source").push(entry(&format!(
                "id = \"a-new-text\"\nurl = \"https://example.com/a-new-text\"\n\
                 published = \"{day}\"\nlanguage = \"sv\"\nkind = \"news\""
            )));
        });
        it.edit_of(&one, "procurement.toml", |table| {
            list(table, "summary-sources").push("a-new-text".into());
        });
    },
    a_new_statement: |it| {
        let one = it.procurements()[0].clone();
        let text = said(it, &one, "id = \"a-new-one\"");
        it.add(&one, "statements.toml", "statement", &text);
    },
    a_new_cost: |it| {
        let one = it.procurements()[0].clone();
        let (source, day) = (it.a_source(&one), it.reviewed());
        let cost = format!(
            "id = \"a-new-one\"\nas-of = \"{day}\"\nkind = \"spent\"\nvalue = 5200000000\n\
             currency = \"SEK\"\nqualifier = \"at-least\"\ncovers.sv = \"allt hittills\"\n\
             covers.en = \"everything so far\"\nby.sv = \"regionen\"\nby.en = \"the region\"\n\
             sources = [\"{source}\"]"
        );
        it.add(&one, "procurement.toml", "cost", &cost);
    },
    a_new_unknown: |it| {
        let one = it.procurements()[0].clone();
        let text = "id = \"a-new-one\"\ntext.sv = \"Vem som beslutade.\"\n\
                    text.en = \"Who decided.\"";
        it.add(&one, "procurement.toml", "unknown", text);
    },
    a_new_disagreement: |it| {
        let one = it.procurements()[0].clone();
        let source = it.a_source(&one);
        let text = format!(
            "id = \"a-new-one\"\ntext.sv = \"Källorna räknar olika.\"\ntext.en = \"The sources count differently.\"\n\
             sources = [\"{source}\"]"
        );
        it.add(&one, "procurement.toml", "disagreement", &text);
    },
    every_summary_is_written_anew: |it| {
        for one in it.procurements() {
            it.edit_of(&one, "procurement.toml", |table| {
                for (lang, text) in [("sv", "Regionen köpte ett system."), ("en", "A system was bought.")] {
                    table["summary"].as_table_mut().expect("it").insert(lang.into(), text.into());
                }
            });
        }
    },
    a_new_claim: |it| {
        let one = it.first("claims.toml", |table| count(table, "claim") > 0);
        it.edit_of(&one, "claims.toml", |table| {
            let mut claim = last(table, "claim").clone();
            claim.insert("id".into(), "a-new-one".into());
            list(table, "claim").push(claim.into());
        });
    },
    a_claim_is_withdrawn: |it| {
        let one = it.first("claims.toml", |table| count(table, "claim") > 0);
        let (source, day) = (it.a_source(&one), it.reviewed());
        it.edit_of(&one, "claims.toml", |table| {
            let claim = last(table, "claim");
            let by = string(&claim["claimant"]);
            list(claim, "step").push(entry(&format!(
                "date = \"{day}\"\nstatus = \"withdrawn\"\nby = \"{by}\"\nsources = [\"{source}\"]\n\
                 text.sv = \"Kravet drogs tillbaka.\"\ntext.en = \"The claim was withdrawn.\""
            )));
        });
    },
    a_second_report_of_what_was_demanded: |it| {
        part(it, "demand", "form = \"report\"\namount = { kind = \"not-named\" }");
    },
    a_stated_loss: |it| {
        let loss = "by.sv = \"regionen\"\nby.en = \"the region\"\n\
                    amount = { kind = \"public\", value = 7000000, currency = \"SEK\" }";
        part(it, "loss", loss);
    },
    a_sum_is_received: |it| {
        let sum = "kind = \"compensation\"\n\
                   amount = { kind = \"public\", value = 1000000, currency = \"SEK\" }";
        part(it, "received", sum);
    },
    every_claim_is_taken_away: |it| {
        for one in it.procurements() {
            let file = it.project().join("data").join(of(&one, "claims.toml"));
            if file.exists() {
                std::fs::remove_file(file).expect("a file of claims");
                it.edit_of(&one, "procurement.toml", |table| {
                    let without = table.entry("without").or_insert_with(|| Value::Array(vec![]));
                    without.as_array_mut().expect("a list").push("claims.toml".into());
                });
            }
        }
        it.tidy();
    },
    a_contract_whose_value_is_not_known: |it| {
        let valued = |table: &Table| table.get("contract").is_some_and(|it| it.get("value").is_some());
        let one = it.first("procurement.toml", valued);
        it.edit_of(&one, "procurement.toml", |table| {
            let contract = table["contract"].as_table_mut().expect("it");
            for field in ["value", "value-high", "currency", "qualifier", "covers"] {
                contract.remove(field);
            }
        });
    },
    the_review_is_a_year_later: |it| it.review("2027-11-30"),
    the_version_is_raised: |it| it.edit("dataset.toml", |table| {
        table.insert("version".into(), "1.0.0".into());
    }),
}

/// The last entry of a name.
fn last<'a>(table: &'a mut Table, name: &str) -> &'a mut Table {
    let entry = list(table, name).last_mut().unwrap_or_else(|| panic!("there is no {name}"));
    entry.as_table_mut().expect("an entry")
}

fn entry(text: &str) -> Value {
    Value::Table(text.parse().unwrap_or_else(|error| panic!("{text}: {error}")))
}

/// The rest of an entry in which somebody said something.
fn said(it: &Editor, procurement: &str, head: &str) -> String {
    let (source, day) = (it.a_source(procurement), it.reviewed());
    format!(
        "{head}\ndate = \"{day}\"\nby.sv = \"regiondirektören\"\nby.en = \"the region’s director\"\n\
         text.sv = \"Uppgav att arbetet fortsätter.\"\ntext.en = \"Stated that the work goes on.\"\n\
         sources = [\"{source}\"]"
    )
}

/// Something happened in the first procurement that has an open milestone, and tells of what
/// `tells` makes of that milestone.
fn happened(it: &Editor, date: &str, tells: impl Fn(&str) -> String) {
    let one = it.first("plans.toml", |table| open(table).is_some());
    let of = tells(&open(&it.read(&of(&one, "plans.toml"))).expect("it"));
    let source = it.a_source(&one);
    let event = format!(
        "id = \"a-new-one\"\ndate = \"{date}\"\nkind = \"decision\"\ntitle.sv = \"Ett beslut\"\n\
         title.en = \"A decision\"\ntext.sv = \"Regionen fattade ett beslut.\"\n\
         text.en = \"The region took a decision.\"\nparties = []\nsources = [\"{source}\"]\n\
         confidence = \"high\"\ntells-of = [\"{of}\"]"
    );
    it.add(&one, "events.toml", "event", &event);
}

/// A new plan for the first procurement that has an open milestone.
fn planned(it: &Editor, day: &str) {
    let one = it.first("plans.toml", |table| open(table).is_some());
    let source = it.a_source(&one);
    it.edit_of(&one, "plans.toml", |table| {
        let milestone = open(table).expect("it");
        list(table, "plan").push(entry(&format!(
            "id = \"a-new-plan\"\nannounced = \"{day}\"\nform = \"decision\"\n\
             by.sv = \"regionstyrelsen\"\nby.en = \"the regional board\"\nsources = [\"{source}\"]\n\
             [[promise]]\nmilestone = \"{milestone}\"\npromised = \"2032-spring\"\n\
             sources = [\"{source}\"]"
        )));
    });
}

/// The first milestone that has neither been met nor given up.
fn open(table: &Table) -> Option<String> {
    let all = |name: &str| table.get(name).and_then(Value::as_array).into_iter().flatten();
    let named = |one: &Value| string(&one["milestone"]);
    let ended = |id: &String| {
        all("met").any(|met| named(met) == *id)
            || all("unmet").any(|it| named(it) == *id && it.get("dropped").is_some())
    };
    all("milestone").map(|one| string(&one["id"])).find(|id| !ended(id))
}

/// A milestone that the last plan promises nothing of.
fn lacking(table: &Table) -> Option<String> {
    let all = |table: &Table, name: &str| -> Vec<Value> {
        table.get(name).and_then(Value::as_array).cloned().unwrap_or_default()
    };
    let plan = all(table, "plan").pop()?;
    let promises = all(plan.as_table()?, "promise");
    let promised = |id: &String| promises.iter().any(|it| string(&it["milestone"]) == *id);
    all(table, "milestone").iter().map(|one| string(&one["id"])).find(|id| !promised(id))
}

/// The last claim of the first procurement that has any gets another part.
fn part(it: &Editor, name: &str, fields: &str) {
    let one = it.first("claims.toml", |table| count(table, "claim") > 0);
    let (source, day) = (it.a_source(&one), it.reviewed());
    it.edit_of(&one, "claims.toml", |table| {
        list(last(table, "claim"), name).push(entry(&format!(
            "{fields}\ndate = \"{day}\"\nsources = [\"{source}\"]\n\
             text.sv = \"Som en tidning återgav.\"\ntext.en = \"As a newspaper reported.\""
        )));
    });
}

/// A procurement's first open milestone is met on the day of the review.
fn went_live(it: &Editor, one: &str) {
    let (source, day) = (it.a_source(one), it.reviewed());
    it.edit_of(one, "plans.toml", |table| {
        let milestone = open(table).expect("it");
        list(table, "unmet").retain(|unmet| string(&unmet["milestone"]) != milestone);
        list(table, "met").push(entry(&format!(
            "milestone = \"{milestone}\"\ndate = \"{day}\"\nsources = [\"{source}\"]"
        )));
    });
    it.tidy();
}

/// A procurement whose facts are those of another.
fn added(it: &Editor, like: &str, id: &str) {
    let folder = it.project().join("data/procurements");
    crate::project::copy(&folder.join(like), &folder.join(id));
    it.edit_of(id, "procurement.toml", |table| drop(table.insert("id".into(), id.into())));
    it.edit("dataset.toml", |table| list(table, "procurements").push(id.into()));
}

/// Parties have a new name since the day of the review.
fn renamed(it: &Editor, which: impl Fn(&Table) -> bool) {
    let (day, one) = (it.reviewed(), it.procurements()[0].clone());
    let source = it.a_source(&one);
    it.edit("parties.toml", |table| {
        let parties = list(table, "party").iter_mut().filter_map(Value::as_table_mut);
        for party in parties.filter(|party| which(party)) {
            let old = string(&party["name"]["sv"]);
            for lang in ["sv", "en"] {
                let name = party["name"].as_table_mut().expect("names");
                let new = format!("{} Ny", string(&name[lang]));
                name.insert(lang.into(), new.into());
            }
            list(party, "former").push(entry(&format!(
                "name = \"{old}\"\nuntil = \"{day}\"\nsources = [\"{source}\"]"
            )));
        }
    });
}
