//! A changed conclusion as a reader would say it, in Swedish and English: in a line, and as an
//! entry of the ledger.

use super::found::{Both, Found};
use super::{How, Kind};
use crate::analysis::conclusions::{self, Because, Change, Conclusion, Counted, Value, What};
use crate::analysis::slippage::Slippage;
use crate::i18n::{Key, Messages, format, kind, words};
use crate::model::{Amount, Dataset, Lang, PartialDate, Text};

/// Every conclusion that is another one, in the order in which the site tells them.
pub fn found(then: &Dataset, now: &Dataset, words: Both) -> Vec<Found> {
    let (before, after) = (conclusions::conclusions(then), conclusions::conclusions(now));
    let changes = conclusions::changes(&before, &after);
    changes.iter().filter_map(|change| entry(change, words)).collect()
}

/// A changed conclusion for the ledger; nothing where an editor wrote what changed, since that is
/// told as a fact.
fn entry(change: &Change, words: Both) -> Option<Found> {
    let one = change.after.or(change.before)?;
    let computed = matches!(
        one.what,
        What::SlipFromFirst
            | What::SlipFromLater
            | What::KnownOf
            | What::KnownThrough
            | What::SigningToUse
            | What::SigningToPause
            | What::SigningToEnd
            | What::Claim
            | What::Demanded
            | What::Sums(_)
    );
    if !computed {
        return None;
    }
    let how = match (change.before, change.after) {
        (Some(_), Some(_)) => How::Changed,
        (None, _) => How::Added,
        (Some(_), None) => How::Removed,
    };
    let field = words.text(|words| match one.what {
        What::SlipFromFirst => {
            chosen(words.lang(), "mot det första löftet", "against the first promise")
        }
        _ => label(one, words),
    });
    let told = |one: &Conclusion| words.text(|words| value(&one.value, words));
    Some(Found {
        kind: Kind::Conclusion,
        how,
        procurement: one.procurement.as_ref().map(|id| id.as_str().to_owned()),
        path: one.path.clone(),
        names: one.names.clone(),
        field: Some(field),
        from: change.before.map(told),
        to: change.after.map(told),
        because: change.because.map(|why| words.text(|words| because(why, words.lang()))),
        withheld: false,
    })
}

/// "Skåne · Första driftstarten: minst 74 månader → minst 82 månader, eftersom …"
pub fn line(change: &Change, words: &Messages) -> String {
    let lang = words.lang();
    let say = |sv: &str, en: &str| chosen(lang, sv, en);
    let Some(one) = change.after.or(change.before) else { return String::new() };
    let subject = subject(one, words);
    let there = match (one.what, change.after.is_some()) {
        (What::Procurement, true) => say("ny upphandling", "a new procurement"),
        (What::Procurement, false) => say("finns inte kvar", "is gone"),
        (What::Followed, true) => say("följs nu", "is followed now"),
        (What::Followed, false) => {
            say("finns nu bara för jämförelse", "is there for comparison only")
        }
        _ => String::new(),
    };
    if !there.is_empty() {
        return format!("{subject}: {there}");
    }
    let value = |one: &Conclusion| value(&one.value, words);
    let told = match (change.before, change.after) {
        (Some(before), Some(after)) => match (&before.value, &after.value) {
            // Two long texts side by side would hide what is new.
            (Value::Text(_), Value::Text(_)) if is_prose(one.what) => {
                format!("{}: {}", say("är nu", "is now"), value(after))
            }
            (Value::Count(then), Value::Count(now)) => {
                let more = *now as i64 - *then as i64;
                format!("{then} → {now} ({more:+})")
            }
            _ => format!("{} → {}", value(before), value(after)),
        },
        (None, Some(after)) => format!("{} ({})", value(after), say("nytt", "new")),
        (Some(before), None) => format!("{} ({})", value(before), say("borta", "gone")),
        (None, None) => String::new(),
    };
    let because = change.because.map_or(String::new(), |why| format!(", {}", because(why, lang)));
    // No-break spaces are for pages; a terminal shows them, a search misses them.
    format!("{subject}: {told}{because}").replace('\u{a0}', " ")
}

/// Of what, with what is said of it: "Skåne · Första driftstarten, mot planen från maj 2022".
fn subject(one: &Conclusion, words: &Messages) -> String {
    let names = one.names.iter().map(|name| name.get(words.lang()).to_owned());
    let mut parts: Vec<String> = names.collect();
    let label = label(one, words);
    if !label.is_empty() {
        parts.push(label);
    }
    parts.join(" · ")
}

/// What is said of the subject: "against the plan of May 2022". Nothing where it is plain.
fn label(one: &Conclusion, words: &Messages) -> String {
    let lang = words.lang();
    let say = |sv: &str, en: &str| chosen(lang, sv, en);
    match one.what {
        What::Procurement | What::Followed | What::SlipFromFirst => String::new(),
        What::SlipFromLater => {
            let from = one.grounds.map(|grounds| format::date(lang, grounds.announced));
            format!(
                "{} {}",
                say("mot planen från", "against the plan of"),
                from.unwrap_or_default()
            )
        }
        What::KnownOf => {
            say("källorna om etappen når till", "sources about the milestone reach to")
        }
        What::Met => say("skedde", "happened"),
        What::Headline => {
            say("etappen bakom huvudförseningen", "the milestone behind the headline slip")
        }
        What::KnownThrough => say("källorna når till", "sources reach to"),
        What::SigningToUse => say("från avtal till drift", "from signing to use"),
        What::SigningToPause => say("från avtal till paus", "from signing to the pause"),
        What::SigningToEnd => say("från avtal till slut", "from signing to the end"),
        What::Standing => say("läget", "where it stands"),
        What::Summary => say("sammanfattningen", "the summary"),
        What::Product => say("systemet", "the system"),
        What::Claim => say("kravet står som", "the claim stands as"),
        What::Demanded => say("krävt belopp", "sum demanded"),
        What::Received(part) => {
            let part = words.get(kind::receipt_kind(part)).to_owned();
            format!("{}: {part}", say("erhållet", "received"))
        }
        What::Outcome => say("utfallet i ord", "the outcome in words"),
        What::Sums(of) => {
            let of = words.get(kind::claim_part(of));
            format!("{} ({of})", say("summan av det krävda", "the sum of what was demanded"))
        }
        What::Cost => say("kostnad", "cost"),
        What::Count(counted) => self::counted(counted, lang),
        What::System => say("journalsystem", "record system"),
        What::NextSystem => say("nästa system", "next system"),
        What::SystemChange => say("bytet", "the change"),
        What::PartyName => format!("{} {}", say("parten", "the party"), one.path),
        What::Reviewed => say("senaste genomgången", "the last review"),
    }
}

/// A value in a few words.
fn value(value: &Value, words: &Messages) -> String {
    let lang = words.lang();
    match value {
        Value::There => String::new(),
        Value::Slip(slip) => self::slip(*slip, words),
        Value::Date(date) => format::date(lang, *date),
        Value::Months(months) => format::months(lang, months.at_least, months.at_most),
        Value::Status(status) => words.get(kind::step_status(*status)).to_lowercase(),
        Value::Amount(Amount::Public(money)) => format::money(lang, *money),
        Value::Amount(Amount::Withheld { .. }) => chosen(lang, "hemligt belopp", "a secret amount"),
        Value::Amount(Amount::NotNamed) => chosen(lang, "ingen summa nämnd", "no sum named"),
        Value::Amount(Amount::NotFound) => chosen(lang, "ingen summa hittad", "no sum found"),
        Value::Sums(sums) => {
            let each = sums.iter().map(|sum| {
                let (of, without) = (sum.counted, sum.left_out.count());
                let money = format::money(lang, sum.money);
                match lang {
                    Lang::Sv => format!("{money} (av {of} krav; {without} utanför summan)"),
                    Lang::En => format!("{money} (of {of} claims; {without} left out)"),
                }
            });
            each.collect::<Vec<_>>().join(" + ")
        }
        Value::Money(money) => format::money(lang, *money),
        Value::Count(count) => count.to_string(),
        Value::Text(text) => quoted(text, lang),
        Value::Name(name) => name.clone(),
        Value::Change(change) => words.get(kind::region_change(*change)).to_lowercase(),
    }
}

/// What a promise came to, as the overview says it.
fn slip(slip: Slippage, words: &Messages) -> String {
    let lang = words.lang();
    let date = |date: PartialDate| format::date(lang, date);
    match slip {
        Slippage::Kept => words.get(Key::ShortKept).to_owned(),
        Slippage::Late(months) => format::months(lang, months.at_least, months.at_most),
        Slippage::CannotTell => words.get(Key::ShortCannotTell).to_owned(),
        Slippage::Overdue { at_least, .. } => format::at_least_months(lang, at_least),
        Slippage::Pending { known } => words.say(words::ShortPending { date: &date(known) }),
        Slippage::Untold { .. } => words.get(Key::ShortUntold).to_owned(),
        Slippage::Dropped { after: Some(months), .. } => {
            let months = format::at_least_months(lang, months);
            words.say(words::ShortDroppedLate { months: &months })
        }
        Slippage::Dropped { after: None, .. } => words.get(Key::ShortDropped).to_owned(),
    }
}

fn because(why: Because, lang: Lang) -> String {
    let date = |date: PartialDate| format::date(lang, date);
    let reaches = |from: PartialDate, to: PartialDate| to.range().first < from.range().first;
    let (sv, en) = match why {
        Because::Promised { from, to } => (
            format!("eftersom löftet nu är {}, inte {}", date(to), date(from)),
            format!("since the promise is now {}, not {}", date(to), date(from)),
        ),
        Because::Met(Some(met)) => (
            format!("eftersom det skedde {}", format::on_date(lang, met)),
            format!("since it happened {}", format::on_date(lang, met)),
        ),
        Because::Met(None) => (
            "eftersom det inte längre sägs ha skett".to_owned(),
            "since it is no longer said to have happened".to_owned(),
        ),
        Because::Dropped(Some(on)) => (
            format!("eftersom det gavs upp {}", format::on_date(lang, on)),
            format!("since it was given up {}", format::on_date(lang, on)),
        ),
        Because::Dropped(None) => (
            "eftersom det inte längre sägs ha getts upp".to_owned(),
            "since it is no longer said to have been given up".to_owned(),
        ),
        Because::Known { from, to } if reaches(from, to) => (
            format!("eftersom källor nu bara når till {}", date(to)),
            format!("since sources now reach to {} only", date(to)),
        ),
        Because::Known { to, .. } => (
            format!("eftersom källor nu når {}", date(to)),
            format!("since sources now reach {}", date(to)),
        ),
        Because::Reviewed(day) => {
            let day = date(PartialDate::Day(day));
            (
                format!("eftersom senaste genomgången nu är {day}"),
                format!("since the last review is now {day}"),
            )
        }
    };
    chosen(lang, &sv, &en)
}

fn counted(what: Counted, lang: Lang) -> String {
    let (sv, en) = match what {
        Counted::Events => ("händelser", "events"),
        Counted::Plans => ("planer", "plans"),
        Counted::Milestones => ("etapper", "milestones"),
        Counted::Claims => ("krav", "claims"),
        Counted::Costs => ("kostnader", "costs"),
        Counted::Statements => ("uttalanden", "statements"),
        Counted::Unknowns => ("det vi inte vet", "what we do not know"),
        Counted::Disagreements => ("där källor skiljer sig", "where sources differ"),
        Counted::Sources => ("källor", "sources"),
        Counted::Parties => ("parter", "parties"),
        Counted::Regions => ("regioner", "regions"),
    };
    chosen(lang, sv, en)
}

/// Whether a value of this kind is sentences, and not a name.
fn is_prose(what: What) -> bool {
    matches!(what, What::Standing | What::Summary | What::Outcome)
}

/// A text in quotes, no longer than a line or two.
fn quoted(text: &Text, lang: Lang) -> String {
    const LONGEST: usize = 160;
    let text = text.get(lang);
    let shown: String = text.chars().take(LONGEST).collect();
    let more = if shown.len() < text.len() { "…" } else { "" };
    match lang {
        Lang::Sv => format!("”{shown}{more}”"),
        Lang::En => format!("“{shown}{more}”"),
    }
}

fn chosen(lang: Lang, sv: &str, en: &str) -> String {
    match lang {
        Lang::Sv => sv.to_owned(),
        Lang::En => en.to_owned(),
    }
}
