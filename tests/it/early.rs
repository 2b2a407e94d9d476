//! Nothing is told before it was known: not in any element of a page, not in its title, its
//! description or its citation, and not in the published JSON of a day.
//!
//! What was known is read a second time from the facts ([`record`](early::record)), and what
//! stands on the pages is read as a reader would ([`screen`](early::screen)).

mod record;

mod screen;

use crate::knowledge::day;
use crate::knowledge::rewritten::{some_dataset, two_days};
use crate::pages::{Edition, WORDS};
use crate::project::TOY;
use crate::slips;
use proptest::prelude::*;
use record::{Record, record};
use screen::Screen;
use utlovat::analysis::knowledge::{as_of, days};
use utlovat::app::head::head;
use utlovat::i18n::Key;
use utlovat::model::{Dataset, Day, Id, Lang};
use utlovat::open_data::v1;
use utlovat::route::{Of, Page, Selection};
use utlovat::view::figure::Asked;
use utlovat::view::picture::every;
use utlovat::view::still::{AS_HIGH_AS_NEEDED, Still};
use utlovat::view::{PageState, figure_data, sentence};

#[test]
fn no_page_of_the_toy_facts_tells_anything_early() {
    let editions = Lang::ALL.map(|lang| Edition::new(&TOY, lang));
    for (at, day) in days(&TOY).into_iter().enumerate() {
        for today in &editions {
            heads_tell_nothing_early(&TOY, today, day, |_| true);
        }
        // The languages take turns, since their pages are made from the same facts.
        pages_tell_nothing_early(&TOY, &editions[at % editions.len()], day, |_| true);
        json_tells_nothing_early(&TOY, day);
        figure_data_tells_nothing_early(&TOY, &editions[at % editions.len()], day);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_page_of_other_facts_does(dataset in some_dataset(), (early, late) in two_days(), swedish: bool) {
        let lang = if swedish { Lang::Sv } else { Lang::En };
        let today = Edition::new(&dataset, lang);
        for day in [early, late] {
            pages_tell_nothing_early(&dataset, &today, day, |page| !matches!(page, Page::Embed(_, Of::One(_))));
            heads_tell_nothing_early(&dataset, &today, day, |_| true);
            json_tells_nothing_early(&dataset, day);
            figure_data_tells_nothing_early(&dataset, &today, day);
        }
    }
}

/// Every page that is wanted, as it would have been on a day.
pub fn pages_tell_nothing_early(
    dataset: &Dataset,
    today: &Edition,
    day: Day,
    wanted: impl Fn(&Page) -> bool,
) {
    let then = today.as_of(day);
    let lang = today.site.lang();
    let record = record(dataset, day, lang);
    // What became known later is what the page of changes is asked for.
    let pages = today.every_page().into_iter().filter(|page| *page != Page::Changes);
    for page in pages.filter(wanted) {
        let mut screen = Screen::default();
        screen.page(&then.body(page.clone()));
        nothing_early(&screen, &record, lang, &format!("{page:?} on {day}"));
    }
}

/// The title and the description of every page, and the slips that they tell.
pub fn heads_tell_nothing_early(
    dataset: &Dataset,
    today: &Edition,
    day: Day,
    wanted: impl Fn(&Page) -> bool,
) {
    let then = today.as_of(day).site;
    let lang = today.site.lang();
    let record = record(dataset, day, lang);
    let mut screen = Screen::default();
    let choice = Selection { as_of: Some(day), ..Selection::default() };
    for page in today.every_page().into_iter().filter(wanted) {
        let head = head(then, &page, &choice);
        screen.add(&head.title);
        screen.add(&head.description);
    }
    nothing_early(&screen, &record, lang, &format!("a title or a description on {day}"));
    let overview = head(then, &Page::Overview, &choice).description;
    for one in then.dataset.followed() {
        let Some(headline) = one.headline() else { continue };
        let (schedule, known) = (&headline.schedule, slips::last_told(one, headline));
        let slip = slips::walked(schedule.original.promised, schedule, known, one.reviewed);
        let clause = format!("{}: {}", then.text(&one.name), sentence::short_slip(then, slip));
        assert!(overview.contains(&clause), "“{overview}” on {day} without “{clause}”");
    }
}

/// Every word of the JSON that would have been published on a day.
pub fn json_tells_nothing_early(dataset: &Dataset, day: Day) {
    let json = v1::to_json(&v1::v1(&as_of(dataset, day), "/"));
    let mut value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    // These lists are today's, so that references hold.
    for list in ["sources", "parties"] {
        value[list].take();
    }
    let [mut screen, mut other] = [Screen::default(), Screen::default()];
    texts(&value, &mut |key, text| match key {
        "en" => other.add(text),
        _ => screen.add(text),
    });
    for (screen, lang) in [(screen, Lang::Sv), (other, Lang::En)] {
        nothing_early(&screen, &record(dataset, day, lang), lang, &format!("the JSON of {day}"));
    }
}

/// The rows of every figure as files, as they would have been on a day.
pub fn figure_data_tells_nothing_early(dataset: &Dataset, today: &Edition, day: Day) {
    let then = today.as_of(day).site;
    let lang = today.site.lang();
    let selection = Selection { as_of: Some(day), ..Selection::default() };
    let mut screen = Screen::default();
    for pictured in every(then) {
        let asked = Asked { site: then, selection: &selection, only: pictured.one(then).into() };
        let json = figure_data::json(pictured.figure, asked);
        let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        texts(&value, &mut |_, text| screen.add(text));
        // What a picture says comes from the same facts.
        let still = Still::of(PageState::of_file(then, &selection), pictured.figure, asked.only);
        screen.page(&still.document(AS_HIGH_AS_NEEDED, false, None));
        screen.add(&still.description);
    }
    nothing_early(&screen, &record(dataset, day, lang), lang, &format!("a file of {day}"));
}

fn nothing_early(screen: &Screen, record: &Record, lang: Lang, place: &str) {
    let interface: Vec<String> = WORDS[&lang]
        .texts()
        .flat_map(|(_, text)| {
            text.split('{').map(|part| part.split_once('}').map_or(part, |(_, it)| it))
        })
        .map(str::to_owned)
        .collect();
    let early = screen.told_early(record, &interface);
    let shown = early.iter().take(12).cloned().collect::<Vec<_>>().join("\n");
    assert!(early.is_empty(), "{place} tells early:\n{shown}\n({} in all)", early.len());
}

/// Tells each text of a JSON value with the key that it stands under.
fn texts(value: &serde_json::Value, tell: &mut dyn FnMut(&str, &str)) {
    fn below(key: &str, value: &serde_json::Value, tell: &mut dyn FnMut(&str, &str)) {
        match value {
            // An id is an address, not a text.
            serde_json::Value::String(text) if text.starts_with('/') || Id::parse(text).is_ok() => {
            }
            serde_json::Value::String(text) => tell(key, text),
            serde_json::Value::Array(all) => all.iter().for_each(|one| below(key, one, tell)),
            serde_json::Value::Object(all) => {
                all.iter().for_each(|(key, one)| below(key, one, tell));
            }
            _ => {}
        }
    }
    below("", value, tell);
}

#[test]
fn before_a_system_is_chosen_nothing_names_it() {
    let today = Edition::new(&TOY, Lang::Sv);
    let (north, before) = (TOY.procurements[0].id.clone(), day("2018-02-28"));
    let title = |then: Day| {
        head(today.as_of(then).site, &Page::Procurement(north.clone()), &Selection::default()).title
    };
    assert!(!title(before).contains("Marble"), "{}", title(before));
    assert!(title(day("2018-03-01")).contains("Marble"), "{}", title(day("2018-03-01")));
    // The words about the whole site name the system that regions bought.
    for page in [Page::Overview, Page::Compare] {
        let then = today.as_of(before).site;
        let early = head(then, &page, &Selection::default()).description;
        assert!(!early.contains("Millennium"), "{early}");
    }
    assert!(!today.as_of(day("2018-03-01")).body(Page::Overview).contains("Millennium"));
    assert!(today.body(Page::Overview).contains("Journalsystemet Marble"));
    assert!(!today.as_of(before).body(Page::Overview).contains("Marble"));
}

#[test]
fn the_head_of_what_was_not_yet_known_says_so() {
    let today = Edition::new(&TOY, Lang::Sv);
    let north = &TOY.procurements[0];
    let then = today.as_of(day("2021-06-01")).site;
    let of = |page| head(then, &page, &Selection::default());
    let later = WORDS[&Lang::Sv].get(Key::LaterTitle);
    let event = of(Page::Event(north.id.clone(), north.events[4].id.clone()));
    assert!(event.title.starts_with(later), "{event:?}");
    let claim = of(Page::Claim(north.id.clone(), north.claims[1].id.clone()));
    assert!(claim.title.starts_with(later), "{claim:?}");
    let known = of(Page::Event(north.id.clone(), north.events[1].id.clone()));
    assert!(known.title.contains("Avtalet skrivs under"), "{known:?}");
    let nothing = today.as_of(day("2010-01-01")).site;
    let description =
        head(nothing, &Page::Procurement(north.id.clone()), &Selection::default()).description;
    assert!(description.contains("Inget var känt den dagen"), "{description}");
}
