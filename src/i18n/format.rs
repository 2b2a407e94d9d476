//! Dates, spans, durations, money and counts as a reader says them.
//!
//! No library says "hösten 2024" or "41–44 månader", so these are ours.

use crate::model::{
    Currency, HalfYear, Lang, Money, PartialDate, Qualifier, Quarter, Season, Word,
};

const NBSP: char = '\u{a0}';

/// A date in full: "17 maj 2022", "hösten 2024", "second half of 2024".
pub fn date(lang: Lang, date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Half(year, half) => match (lang, half) {
            (Lang::Sv, HalfYear::First) => format!("första halvåret {year}"),
            (Lang::Sv, HalfYear::Second) => format!("andra halvåret {year}"),
            (Lang::En, HalfYear::First) => format!("first half of {year}"),
            (Lang::En, HalfYear::Second) => format!("second half of {year}"),
        },
        PartialDate::Quarter(year, quarter) => {
            let (sv, en) = match quarter {
                Quarter::First => ("första", "first"),
                Quarter::Second => ("andra", "second"),
                Quarter::Third => ("tredje", "third"),
                Quarter::Fourth => ("fjärde", "fourth"),
            };
            match lang {
                Lang::Sv => format!("{sv} kvartalet {year}"),
                Lang::En => format!("{en} quarter of {year}"),
            }
        }
        PartialDate::Season(year, season) => format!("{} {year}", season_name(lang, season)),
        PartialDate::Month(year, month) => format!("{} {year}", month_name(lang, month)),
        PartialDate::Day(day) => {
            let (year, month, day) = day.ymd();
            format!("{day} {} {year}", month_name(lang, month))
        }
        PartialDate::Years(from, to) => format!("{from}–{to}"),
    }
}

/// A date as short as a chart's margin wants it: "17 maj 2022", "sep. 2019", "hösten 2024".
pub fn short_date(lang: Lang, value: PartialDate) -> String {
    match value {
        PartialDate::Month(year, month) => format!("{} {year}", short_month(lang, month)),
        PartialDate::Day(day) => {
            let (year, month, day) = day.ymd();
            format!("{day} {} {year}", short_month(lang, month))
        }
        PartialDate::Half(year, half) => match lang {
            Lang::Sv => format!("halvår {} {year}", half as u8 + 1),
            Lang::En => format!("H{} {year}", half as u8 + 1),
        },
        PartialDate::Quarter(year, quarter) => match lang {
            Lang::Sv => format!("kvartal {} {year}", quarter as u8 + 1),
            Lang::En => format!("Q{} {year}", quarter as u8 + 1),
        },
        _ => date(lang, value),
    }
}

/// A date after a preposition that tells from or until when: "den 13 november 2024",
/// "november 2024".
pub fn dated(lang: Lang, value: PartialDate) -> String {
    let words = date(lang, value);
    match (lang, value) {
        (Lang::Sv, PartialDate::Day(_)) => format!("den {words}"),
        _ => words,
    }
}

/// A date with its preposition: "den 17 maj 2022", "i maj 2022", "hösten 2024", "under 2019".
pub fn on_date(lang: Lang, value: PartialDate) -> String {
    let words = date(lang, value);
    match (lang, value) {
        (Lang::Sv, PartialDate::Day(_)) => format!("den {words}"),
        (Lang::Sv, PartialDate::Month(..)) => format!("i {words}"),
        (Lang::Sv, PartialDate::Season(..)) => words,
        (Lang::Sv, _) => format!("under {words}"),
        (Lang::En, PartialDate::Day(_)) => format!("on {words}"),
        (Lang::En, PartialDate::Half(..) | PartialDate::Quarter(..)) => format!("in the {words}"),
        (Lang::En, _) => format!("in {words}"),
    }
}

/// Whole months of a year, both included: "okt–dec 2024", and "2024" for all of them.
pub fn months_of(lang: Lang, year: i16, (first, last): (u8, u8)) -> String {
    match (first, last) {
        (1, 12) => year.to_string(),
        (first, last) if first == last => format!("{} {year}", short_month(lang, first)),
        _ => format!("{}–{} {year}", short_month(lang, first), short_month(lang, last)),
    }
}

/// A number of months that a slip lies within: "41–44 månader".
pub fn months(lang: Lang, at_least: u32, at_most: u32) -> String {
    let word = match (lang, at_most) {
        (Lang::Sv, 1) => "månad",
        (Lang::Sv, _) => "månader",
        (Lang::En, 1) => "month",
        (Lang::En, _) => "months",
    };
    if at_least == at_most {
        format!("{at_most}{NBSP}{word}")
    } else {
        format!("{at_least}–{at_most}{NBSP}{word}")
    }
}

/// The same in years, rounded outwards to tenths: "5,9–6 år".
pub fn years(lang: Lang, at_least: u32, at_most: u32) -> String {
    let (low, high) = (at_least * 10 / 12, (at_most * 10).div_ceil(12));
    let tenths = |tenths: u32| {
        let point = match lang {
            Lang::Sv => ',',
            Lang::En => '.',
        };
        match tenths % 10 {
            0 => (tenths / 10).to_string(),
            rest => format!("{}{point}{rest}", tenths / 10),
        }
    };
    let word = match (lang, high) {
        (Lang::Sv, _) => "år",
        (Lang::En, 10) => "year",
        (Lang::En, _) => "years",
    };
    if low == high {
        format!("{}{NBSP}{word}", tenths(high))
    } else {
        format!("{}–{}{NBSP}{word}", tenths(low), tenths(high))
    }
}

/// A lower bound: "minst 74 månader".
pub fn at_least_months(lang: Lang, count: u32) -> String {
    let words = months(lang, count, count);
    match (lang, count) {
        // Less than a month late is late all the same.
        (Lang::Sv, 0) => "minst en dag".to_owned(),
        (Lang::En, 0) => "at least one day".to_owned(),
        (Lang::Sv, _) => format!("minst {words}"),
        (Lang::En, _) => format!("at least {words}"),
    }
}

/// A number of days: "3 dagar".
pub fn days(lang: Lang, count: u32) -> String {
    let word = match (lang, count) {
        (Lang::Sv, 1) => "dag",
        (Lang::Sv, _) => "dagar",
        (Lang::En, 1) => "day",
        (Lang::En, _) => "days",
    };
    format!("{count}{NBSP}{word}")
}

/// A small count in words, "tre"; in figures from thirteen on.
pub fn spelled(lang: Lang, count: usize) -> String {
    const SV: [&str; 13] = [
        "ingen", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva",
        "tolv",
    ];
    const EN: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let words = match lang {
        Lang::Sv => SV,
        Lang::En => EN,
    };
    words.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// A number of days with its count in words: "tre dagar".
pub fn spelled_days(lang: Lang, count: u32) -> String {
    let figures = days(lang, count);
    let word = usize::try_from(count).map(|count| spelled(lang, count)).unwrap_or_default();
    figures.replacen(&count.to_string(), &word, 1)
}

/// A count with its thousands apart: "1 772 821", "1,772,821".
pub fn count(lang: Lang, value: u64) -> String {
    let digits = value.to_string();
    let separator = match lang {
        Lang::Sv => NBSP,
        Lang::En => ',',
    };
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A sum in the reader's words: "minst 2,1 miljarder kronor", "SEK 5.5–11 billion".
pub fn money(lang: Lang, money: Money) -> String {
    let top = money.high.unwrap_or(money.value);
    let scale = [BILLION, MILLION]
        .into_iter()
        .find(|scale| {
            money.value.max(top) >= *scale && [money.value, top].iter().all(|v| short(*v, *scale))
        })
        .unwrap_or(1);
    let low = scaled(lang, money.value, scale);
    let figure = match money.high {
        Some(high) => format!("{low}–{}", scaled(lang, high, scale)),
        None => low,
    };
    let word = match (lang, scale, figure == "1") {
        (Lang::Sv, BILLION, true) => "miljard",
        (Lang::Sv, BILLION, false) => "miljarder",
        (Lang::Sv, MILLION, true) => "miljon",
        (Lang::Sv, MILLION, false) => "miljoner",
        (Lang::En, BILLION, _) => "billion",
        (Lang::En, MILLION, _) => "million",
        _ => "",
    };
    let space = if word.is_empty() { String::new() } else { format!("{NBSP}{word}") };
    let sum = match lang {
        Lang::Sv => format!("{figure}{space}{NBSP}{}", currency_name(money.currency)),
        Lang::En => format!("{}{NBSP}{figure}{space}", money.currency.word()),
    };
    let qualifier = match (lang, money.qualifier) {
        (_, Qualifier::Exactly) => return sum,
        (Lang::Sv, Qualifier::About) => "omkring",
        (Lang::Sv, Qualifier::AtLeast) => "minst",
        (Lang::Sv, Qualifier::AtMost) => "högst",
        (Lang::En, Qualifier::About) => "about",
        (Lang::En, Qualifier::AtLeast) => "at least",
        (Lang::En, Qualifier::AtMost) => "at most",
    };
    format!("{qualifier} {sum}")
}

/// The same where there is little room: "minst 500 Mkr", "SEK 5.5–11bn". Its words may stand on
/// lines of their own, its figure may not be torn.
pub fn money_brief(lang: Lang, sum: Money) -> String {
    let mut said = money(lang, sum);
    let brief: &[(&str, &str)] = match lang {
        Lang::Sv => &[
            ("miljarder\u{a0}kronor", "mdkr"),
            ("miljard\u{a0}kronor", "mdkr"),
            ("miljoner\u{a0}kronor", "Mkr"),
            ("miljon\u{a0}kronor", "Mkr"),
        ],
        Lang::En => &[("\u{a0}billion", "bn"), ("\u{a0}million", "m")],
    };
    for (long, short) in brief {
        said = said.replace(long, short);
    }
    if lang == Lang::Sv {
        for currency in Currency::ALL {
            let name = currency_name(currency);
            said = said.replace(&format!("{NBSP}{name}"), &format!(" {name}"));
        }
    }
    said
}

/// A text with its first letter as a capital.
pub fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        // Only what months, seasons and qualifiers begin with: no Unicode tables needed.
        Some('å') => format!("Å{}", chars.as_str()),
        Some('ä') => format!("Ä{}", chars.as_str()),
        Some('ö') => format!("Ö{}", chars.as_str()),
        Some(first) => format!("{}{}", first.to_ascii_uppercase(), chars.as_str()),
        None => String::new(),
    }
}

const BILLION: u64 = 1_000_000_000;
const MILLION: u64 = 1_000_000;

/// Whether a figure can be said in this scale with two decimals (billions) or one (millions).
fn short(value: u64, scale: u64) -> bool {
    let step = if scale == BILLION { scale / 100 } else { scale / 10 };
    value.is_multiple_of(step)
}

fn scaled(lang: Lang, value: u64, scale: u64) -> String {
    let whole = count(lang, value / scale);
    if scale == 1 || value.is_multiple_of(scale) {
        return whole;
    }
    let hundredths = value % scale / (scale / 100);
    let point = match lang {
        Lang::Sv => ',',
        Lang::En => '.',
    };
    if hundredths.is_multiple_of(10) {
        format!("{whole}{point}{}", hundredths / 10)
    } else {
        format!("{whole}{point}{}{}", hundredths / 10, hundredths % 10)
    }
}

fn currency_name(currency: Currency) -> &'static str {
    match currency {
        Currency::Sek => "kronor",
        Currency::Eur => "euro",
        Currency::Nok => "norska kronor",
        Currency::Dkk => "danska kronor",
        Currency::Usd => "dollar",
        Currency::Gbp => "pund",
        Currency::Aud => "australiska dollar",
    }
}

fn season_name(lang: Lang, season: Season) -> &'static str {
    match (lang, season) {
        (Lang::Sv, Season::Spring) => "våren",
        (Lang::Sv, Season::Summer) => "sommaren",
        (Lang::Sv, Season::Autumn) => "hösten",
        (Lang::En, Season::Spring) => "spring",
        (Lang::En, Season::Summer) => "summer",
        (Lang::En, Season::Autumn) => "autumn",
    }
}

const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(lang: Lang, month: u8) -> &'static str {
    let names = match lang {
        Lang::Sv => &MONTHS_SV,
        Lang::En => &MONTHS_EN,
    };
    names.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("")
}

fn short_month(lang: Lang, month: u8) -> &'static str {
    let name = month_name(lang, month);
    // Three letters, and what is short already stays whole ("juni", "mars").
    if name.len() <= 4 { name } else { name.get(..3).unwrap_or(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> PartialDate {
        PartialDate::parse(text).expect("a date")
    }

    #[test]
    fn dates_are_said_in_the_readers_language() {
        for (text, sv, en) in [
            ("2022-05-17", "17 maj 2022", "17 May 2022"),
            ("2018-11", "november 2018", "November 2018"),
            ("2024-autumn", "hösten 2024", "autumn 2024"),
            ("2024-h2", "andra halvåret 2024", "second half of 2024"),
            ("2024-q3", "tredje kvartalet 2024", "third quarter of 2024"),
            ("2021..2022", "2021–2022", "2021–2022"),
            ("2019", "2019", "2019"),
        ] {
            assert_eq!(date(Lang::Sv, parsed(text)), sv);
            assert_eq!(date(Lang::En, parsed(text)), en);
        }
        assert_eq!(months_of(Lang::Sv, 2024, (10, 12)), "okt–dec 2024");
        assert_eq!(months_of(Lang::En, 2024, (1, 6)), "Jan–June 2024");
        assert_eq!(months_of(Lang::En, 2024, (1, 12)), "2024");
        assert_eq!(on_date(Lang::Sv, parsed("2022-05")), "i maj 2022");
        assert_eq!(on_date(Lang::Sv, parsed("2024-autumn")), "hösten 2024");
        assert_eq!(on_date(Lang::En, parsed("2022-05-17")), "on 17 May 2022");
        assert_eq!(short_date(Lang::Sv, parsed("2019-09")), "sep 2019");
    }

    #[test]
    fn money_is_said_as_people_do() {
        let check = |value, high, qualifier, sv: &str, en: &str| {
            let sum = Money { value, high, currency: Currency::Sek, qualifier };
            let plain = |lang| money(lang, sum).replace(NBSP, " ");
            assert_eq!(plain(Lang::Sv), sv);
            assert_eq!(plain(Lang::En), en);
        };
        use Qualifier::{AtLeast, Exactly};
        check(2_100_000_000, None, Exactly, "2,1 miljarder kronor", "SEK 2.1 billion");
        check(500_000_000, None, AtLeast, "minst 500 miljoner kronor", "at least SEK 500 million");
        check(1_046_000_000, None, Exactly, "1 046 miljoner kronor", "SEK 1,046 million");
        check(2_850_000_000, None, Exactly, "2,85 miljarder kronor", "SEK 2.85 billion");
        check(310_571_360, None, Exactly, "310 571 360 kronor", "SEK 310,571,360");
        check(1_000_000, None, Exactly, "1 miljon kronor", "SEK 1 million");
        check(
            5_500_000_000,
            Some(11_000_000_000),
            Exactly,
            "5,5–11 miljarder kronor",
            "SEK 5.5–11 billion",
        );
    }

    #[test]
    fn money_is_said_briefly_without_losing_what_it_is() {
        let check = |value, currency, sv: &str, en: &str| {
            let sum = Money { value, high: None, currency, qualifier: Qualifier::AtLeast };
            assert_eq!(money_brief(Lang::Sv, sum).replace(NBSP, " "), sv);
            assert_eq!(money_brief(Lang::En, sum).replace(NBSP, " "), en);
        };
        check(500_000_000, Currency::Sek, "minst 500 Mkr", "at least SEK 500m");
        check(1_000_000_000, Currency::Sek, "minst 1 mdkr", "at least SEK 1bn");
        check(7_500_000, Currency::Eur, "minst 7,5 miljoner euro", "at least EUR 7.5m");
        check(12_000, Currency::Sek, "minst 12 000 kronor", "at least SEK 12,000");
    }

    #[test]
    fn a_slip_is_a_range_of_months() {
        let plain = |text: String| text.replace(NBSP, " ");
        assert_eq!(plain(months(Lang::Sv, 41, 44)), "41–44 månader");
        assert_eq!(plain(months(Lang::En, 1, 1)), "1 month");
        assert_eq!(plain(at_least_months(Lang::Sv, 74)), "minst 74 månader");
        assert_eq!(at_least_months(Lang::Sv, 0), "minst en dag");
        assert_eq!(at_least_months(Lang::En, 0), "at least one day");
        assert_eq!(plain(years(Lang::Sv, 71, 72)), "5,9–6 år");
        assert_eq!(plain(years(Lang::En, 28, 29)), "2.3–2.5 years");
        assert_eq!(plain(years(Lang::En, 12, 12)), "1 year");
    }
}
