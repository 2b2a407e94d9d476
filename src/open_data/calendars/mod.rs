//! Calendars (iCalendar, RFC 5545 and RFC 7986): what was promised and what happened, a file for
//! each procurement and language.
//!
//! Every entry lasts whole days, as many as its date may mean: autumn 2024 is three months long.
//! An entry has the same UID in both languages, in every build and wherever the site stands, so
//! whoever imports a file twice has nothing twice. No clock is asked: the day of the last review
//! is when an entry was made, changed and counted.

mod content;

mod entries;

mod words;

use super::files::{File, Publication};
use crate::i18n::words::CiteVersion;
use crate::i18n::{Key, format};
use crate::model::{Day, Lang, PartialDate, Procurement};
use content::{Content, date};
use entries::{Entry, entries, page};

/// A calendar for each procurement in each language, also where the site has no address: its
/// entries have no URL then. Where nothing is dated there is none: the standard asks for an entry.
pub fn files(publication: Publication) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    for procurement in &publication.dataset.procurements {
        for lang in Lang::ALL {
            if let Some(text) = calendar(publication, procurement, lang) {
                files.push(File::text(path(procurement, lang), text));
            }
        }
    }
    Ok(files)
}

/// Where the calendar of a procurement lies: `data/calendars/ID.sv.ics`.
pub fn path(procurement: &Procurement, lang: Lang) -> String {
    format!("data/calendars/{}.{}.ics", procurement.id, lang.code())
}

/// Whether anything of a procurement is dated, so that it has a calendar.
pub fn has_entries(procurement: &Procurement) -> bool {
    !procurement.milestones.is_empty() || !procurement.events.is_empty()
}

/// The calendar of a procurement, or nothing when nothing of it is dated.
pub fn calendar(publication: Publication, procurement: &Procurement, lang: Lang) -> Option<String> {
    if !has_entries(procurement) {
        return None;
    }
    let words = publication.words(lang);
    let dataset = publication.dataset;
    let site = words.get(Key::SiteName);
    let name = format!("{}: {site}", procurement.name.get(lang));
    let about = words.say(CiteVersion {
        version: &dataset.version,
        date: &format::date(lang, PartialDate::Day(dataset.reviewed)),
        licence: dataset.licence.name(),
    });
    let reviewed = stamp(dataset.reviewed);

    let mut file = Content::default();
    file.plain("BEGIN", "VCALENDAR");
    file.plain("VERSION", "2.0");
    file.text("PRODID", &format!("-//{site}//iCalendar//{}", lang.code().to_uppercase()));
    file.plain("CALSCALE", "GREGORIAN");
    // NAME and DESCRIPTION are RFC 7986's; most programs read the older X-WR- ones.
    file.text("NAME", &name);
    file.text("X-WR-CALNAME", &name);
    file.text("DESCRIPTION", &about);
    file.text("X-WR-CALDESC", &about);
    file.plain("LAST-MODIFIED", &reviewed);
    if publication.is_placed() {
        let own = format!("{}{}", publication.root, path(procurement, lang));
        file.plain("SOURCE;VALUE=URI", &own);
        file.plain("URL", &page(publication, procurement, lang));
    }
    // The facts change a few times a month at most.
    file.plain("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    file.plain("X-PUBLISHED-TTL", "P1D");
    for entry in entries(publication, procurement, lang) {
        write(&mut file, &entry, dataset.reviewed, lang);
    }
    file.plain("END", "VCALENDAR");
    Some(file.finish())
}

fn write(file: &mut Content, entry: &Entry, reviewed: Day, lang: Lang) {
    let stamp = stamp(reviewed);
    file.plain("BEGIN", "VEVENT");
    file.text("UID", &entry.uid);
    file.plain("DTSTAMP", &stamp);
    file.plain("LAST-MODIFIED", &stamp);
    // A count that only grows: a program that has an entry takes the newer one.
    file.plain("SEQUENCE", &date(reviewed));
    file.plain("DTSTART;VALUE=DATE", &date(entry.window.first));
    // The end is the first day that is no longer meant.
    file.plain("DTEND;VALUE=DATE", &date(Day(entry.window.last.0 + 1)));
    file.text(&format!("SUMMARY;LANGUAGE={}", lang.code()), &entry.summary);
    file.text(&format!("DESCRIPTION;LANGUAGE={}", lang.code()), &entry.description);
    file.list(&format!("CATEGORIES;LANGUAGE={}", lang.code()), &entry.categories);
    if let Some(url) = &entry.url {
        file.plain("URL;VALUE=URI", url);
    }
    file.plain("STATUS", if entry.certain { "CONFIRMED" } else { "TENTATIVE" });
    // Nobody is busy because a region once promised something.
    file.plain("TRANSP", "TRANSPARENT");
    file.plain("END", "VEVENT");
}

/// Midnight of a day in universal time.
fn stamp(day: Day) -> String {
    format!("{}T000000Z", date(day))
}
