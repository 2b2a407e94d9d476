//! The timeline's lanes as numbers: at every width each event is in one mark, marks and names
//! keep clear of each other, nothing is gathered across a year's end. What must hold of every
//! lane is asked by [`every_lane_is_right`], which `real_record` calls too.

use super::project::{COMPARED, TOY, procurement};
use proptest::prelude::*;
use utlovat::analysis::compare::{self, summary};
use utlovat::analysis::related::claims_of;
use utlovat::chart::crowd::{ROOM, counts, crowd};
use utlovat::chart::gather::Point;
use utlovat::chart::names::{Name, places};
use utlovat::chart::timeline::{self, Choice, Lane, Lengths, State, Words, lane, small};
use utlovat::chart::{Anchor, Span, WHOLE};
use utlovat::model::{
    Confidence, Dataset, DateRange, Day, Event, EventGroup, EventKind, PartialDate, Procurement,
};

/// The figure's narrowest widths, in px, before the style shows another gathering.
const ROOMS: [f64; 3] = [270.0, 480.0, 928.0];

const YEARS: (i16, i16) = (2018, 2025);

/// How wide a landmark's words are, differently for each.
fn letters(event: &Event) -> i32 {
    70 + (event.id.as_str().len() as i32 % 5) * 14
}

fn drawn(one: &Procurement, years: (i16, i16), groups: &[EventGroup]) -> Lane {
    lane(one, Choice { years, groups }, &Lengths { landmark: &letters, slip: 92, known: 180 })
}

fn toy(id: &str) -> Lane {
    drawn(procurement(&TOY, id), YEARS, &[])
}

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).expect("a date")
}

/// Toy-north with these events in place of its own; a star marks a landmark.
fn with_events(dates: &[String]) -> Procurement {
    let mut one = procurement(&TOY, "toy-north").clone();
    let some = one.events[0].clone();
    let event = |text: &String| {
        let landmark = text.ends_with('*');
        Event {
            date: date(text.trim_end_matches('*')),
            landmark,
            kind: EventKind::Other,
            ..some.clone()
        }
    };
    one.events = dates.iter().map(event).collect();
    one.events.sort_by_key(|event| event.date.range().first);
    one
}

/// The points that a room shows, as the dates that they hold.
fn gathered(dates: &[&str], years: (i16, i16), room: usize) -> Vec<usize> {
    let one = with_events(&dates.iter().map(|&date| date.to_owned()).collect::<Vec<_>>());
    let lane = drawn(&one, years, &[]);
    seen(&lane, room).map(|point| point.events.len()).collect()
}

fn seen(lane: &Lane, room: usize) -> impl Iterator<Item = &Point> {
    lane.points.iter().filter(move |point| point.seen[room])
}

#[test]
fn a_wider_figure_gathers_less() {
    let dates = ["2020-01-10", "2020-03-30", "2020-05", "2020-11-02", "2020-12", "2021-01-03"];
    let years = (2014, 2027);
    assert_eq!(gathered(&dates, years, 0), [5, 1], "a year");
    assert_eq!(gathered(&dates, years, 2), [3, 2, 1], "a half-year");
    assert_eq!(gathered(&dates, (2019, 2022), 1), [2, 1, 2, 1], "a quarter");
    assert_eq!(gathered(&dates, (2020, 2021), 2), [1, 1, 1, 1, 1, 1], "a month");
    // So few years that months have room everywhere.
    assert_eq!(gathered(&dates, (2020, 2020), 1), gathered(&dates, (2020, 2020), 2));
}

#[test]
fn what_is_alone_is_one_mark_for_all_widths() {
    let one = with_events(&["2019-02-03".into(), "2020-05".into(), "2021-11-30".into()]);
    let lane = drawn(&one, (2014, 2027), &[]);
    assert_eq!(lane.points.len(), 3);
    assert!(lane.points.iter().all(|point| point.seen == [true; 3]));
}

#[test]
fn a_start_and_its_pause_days_later_are_told_apart() {
    let one = with_events(&["2024-11-12*".into(), "2024-11-15*".into()]);
    let [start, pause] = &drawn(&one, (2014, 2027), &[]).landmarks[..] else { panic!("two") };
    assert!((start.y - pause.y).abs() >= 24, "{start:?} {pause:?}");
    assert!(start.words.x < pause.words.x);
}

#[test]
fn a_pause_says_after_how_many_days_of_use_it_came() {
    let after = |dates: [&str; 2], first: EventKind| {
        let mut one = with_events(&dates.map(|date| format!("{date}*")));
        one.events[0].kind = first;
        one.events[1].kind = EventKind::Pause;
        one.events[1].id = utlovat::model::Id::parse("the-pause").expect("an id");
        compare::paused_after(&one, &one.events[1])
    };
    assert_eq!(after(["2024-11-12", "2024-11-15"], EventKind::GoLive), Some(3));
    assert_eq!(after(["2024-11-12", "2024-12"], EventKind::GoLive), None, "no day is known");
    assert_eq!(after(["2024-11-12", "2024-11-15"], EventKind::Decision), None, "no use before it");
}

#[test]
fn an_event_stands_among_the_landmarks_on_its_own_page() {
    let lengths = Lengths { landmark: &letters, slip: 92, known: 180 };
    for one in &TOY.procurements {
        for (at, event) in one.events.iter().enumerate() {
            let lane = small(one, Some(at), &lengths);
            let drawn = lane.landmarks.iter().any(|landmark| landmark.event == at);
            assert_eq!(drawn, event.confidence != Confidence::Low, "{}", event.id);
            assert!(lane.points.is_empty() && lane.bars.is_empty() && lane.promised.is_empty());
            names_stand_apart(one, &lane);
        }
    }
}

#[test]
fn an_event_tells_of_the_claims_of_its_sources_at_its_time() {
    let one = TOY.procurements.iter().find(|one| !one.claims.is_empty()).expect("a claim");
    let step = &one.claims[0].steps[0];
    let event = Event { date: step.date, sources: step.sources.clone(), ..one.events[0].clone() };
    let told = |event: &Event| claims_of(one, event).any(|claim| claim.id == one.claims[0].id);
    assert!(told(&event));
    assert!(!told(&Event { sources: vec![], ..event.clone() }));
    assert!(!told(&Event { date: date("1999"), ..event }));
}

#[test]
fn no_line_down_to_a_name_runs_through_another() {
    let landmarks = [(1_000, 114), (1_200, 118), (8_060, 120), (8_066, 110), (8_860, 114)];
    let names = landmarks.map(|(x, words)| Name { x, words });
    let places = places(&names);
    for px in [270.0, 480.0, 960.0] {
        for (name, place) in names.iter().zip(&places) {
            let line = f64::from(name.x) * px / f64::from(WHOLE);
            for (other, there) in names.iter().zip(&places) {
                let words = Words { x: other.x, y: 0, anchor: there.anchor };
                let (from, to) = covered(&words, other.words, 9.0, px);
                let through = there.row < place.mark_row() && from < line && line < to;
                assert!(!through, "{place:?} and {there:?} in {px} px");
            }
        }
    }
}

#[test]
fn in_the_last_fifth_a_name_ends_at_its_mark() {
    for x in [8_000, 9_000, WHOLE] {
        assert_eq!(places(&[Name { x, words: 150 }])[0].anchor, Anchor::End, "{x}");
    }
    assert_eq!(places(&[Name { x: 500, words: 150 }])[0].anchor, Anchor::Start);
    // Where it has room on neither side it stands below, and its mark above it.
    let [place] = places(&[Name { x: 5_000, words: 150 }])[..] else { panic!("one") };
    assert_eq!((place.anchor, place.mark_row(), place.row), (Anchor::Middle, 0, 1));
}

#[test]
fn the_first_promise_stands_next_to_the_line() {
    let lane = toy("toy-north");
    let first = lane.promised.iter().find(|one| one.promises.contains(&(0, 0)));
    let first = first.expect("the first promise");
    assert!(lane.promised.iter().all(|one| one.y <= first.y));
}

#[test]
fn a_slip_lies_on_the_line_from_the_end_of_the_first_promise() {
    for (id, promised) in [("toy-north", "2020-autumn"), ("toy-south", "2021-12-01")] {
        let slip = toy(id).slip.expect("a slip").span;
        let from = at(date(promised).range().last.0 + 1, YEARS);
        assert!((f64::from(slip.from) - from).abs() <= 1.0, "{slip:?} {from}");
    }
}

#[test]
fn what_was_promised_for_after_the_last_day_known_is_the_future() {
    let north = procurement(&TOY, "toy-north");
    let known = summary(north).known.range().first;
    let lane = toy("toy-north");
    let x = lane.known.expect("the years go on").x;
    assert!((f64::from(x) - at(known.0, YEARS)).abs() <= 1.0);
    for one in &lane.promised {
        assert_eq!(one.future, one.date.range().first > known, "{:?}", one.date);
    }
    assert!(lane.promised.iter().any(|one| one.future), "one is still to come");
    assert_eq!(drawn(north, (2018, 2020), &[]).known, None, "the years end before");
}

#[test]
fn what_is_unconfirmed_is_never_drawn() {
    let south = procurement(&TOY, "toy-south");
    let rumour = south.events.iter().position(|event| event.confidence == Confidence::Low);
    let rumour = rumour.expect("an unconfirmed event");
    let lane = toy("toy-south");
    for room in 0..ROOMS.len() {
        assert!(!events_of(&lane, room).contains(&rumour));
    }
}

#[test]
fn an_unconfirmed_landmark_colours_no_line_and_pauses_nothing() {
    let mut north = procurement(&TOY, "toy-north").clone();
    let has = |one: &Procurement, state| {
        drawn(one, YEARS, &[]).stretches.iter().any(|stretch| stretch.state == state)
    };
    assert!(has(&north, State::InUse));
    let go_live = north.events.iter().position(|it| it.kind == EventKind::GoLive).expect("it");
    north.events[go_live].confidence = Confidence::Low;
    assert!(!has(&north, State::InUse));
    let mut pause = north.events[go_live].clone();
    pause.kind = EventKind::Pause;
    let date = pause.date;
    north.events.push(pause);
    assert_eq!(compare::pause_after(&north, date), None);
    assert!(!has(&north, State::Paused));
}

#[test]
fn lanes_that_a_page_cannot_hold_are_counted_and_none_is_lost() {
    let north = procurement(&TOY, "toy-north");
    let many = vec![north; 90];
    let choice = Choice { years: YEARS, groups: &[] };
    let crowd = crowd(&many, choice, ROOM);
    let elements: usize = crowd.lanes.iter().map(|one| drawn(one, YEARS, &[]).elements()).sum();
    assert!(elements <= ROOM && !crowd.lanes.is_empty() && !crowd.groups.is_empty());
    assert_eq!(crowd.lanes.len() + crowd.groups.iter().map(Vec::len).sum::<usize>(), many.len());
    let counts = counts(&many, choice);
    for (room, px) in ROOMS.into_iter().enumerate() {
        let bins: Vec<_> = counts.bins.iter().filter(|bin| bin.seen[room]).collect();
        assert_eq!(bins.iter().map(|bin| bin.count).sum::<usize>(), counts.all);
        for pair in bins.windows(2) {
            let between = pair[1].span.middle() - pair[0].span.middle();
            assert!(f64::from(between) * px / 10_000.0 >= 20.0, "numbers collide at {px} px");
            assert!(pair[0].years.1 < pair[1].years.0);
        }
    }
}

/// A page holds so many lanes as their elements are counted to fill: the count is kept honest.
#[test]
fn a_lane_has_as_many_elements_as_are_counted() {
    use super::{markup::parsed, pages::toy};
    let edition = toy(utlovat::model::Lang::Sv);
    let page = parsed(&edition.body(utlovat::route::Page::Timeline));
    let lanes = scraper::Selector::parse("section.lane:not(.group)").expect("a selector");
    let lanes: Vec<_> = page.select(&lanes).collect();
    assert_eq!(lanes.len(), TOY.followed().count());
    for (one, lane) in TOY.followed().zip(lanes) {
        let counted = drawn(one, timeline::years(TOY.followed()), &[]).elements();
        let found = lane.descendent_elements().count();
        assert!(found <= counted && counted <= found + 8, "{found} and not {counted}");
    }
}

#[test]
fn the_page_of_an_event_or_a_claim_shows_where_it_stands() {
    use super::{markup::parsed, pages::toy};
    use utlovat::route::Page;
    let edition = toy(utlovat::model::Lang::Sv);
    let found = |page: Page, css: &str| {
        let css = scraper::Selector::parse(css).expect("a selector");
        parsed(&edition.body(page)).select(&css).count()
    };
    for one in &TOY.procurements {
        for event in &one.events {
            let page = || Page::Event(one.id.clone(), event.id.clone());
            let sure = event.confidence != Confidence::Low;
            assert_eq!(found(page(), ".here") == 1, sure, "{}", event.id);
            let here = found(page(), &format!(".here [aria-current][href$='/{}/']", event.id));
            assert_eq!(here > 0, sure, "{}", event.id);
            assert_eq!(found(page(), ".here [data-open]"), 0, "nothing opens there");
        }
        for claim in &one.claims {
            let dots = found(Page::Claim(one.id.clone(), claim.id.clone()), ".claim-here circle");
            assert_eq!(dots, claim.steps.len(), "{}", claim.id);
        }
    }
}

/// Where a day begins, by the rule of three.
fn at(day: i32, years: (i16, i16)) -> f64 {
    let all = whole(years);
    let share = f64::from(day - all.first.0) / f64::from(all.last.0 - all.first.0 + 1);
    share.clamp(0.0, 1.0) * f64::from(WHOLE)
}

/// Whole calendar years as days.
fn whole(years: (i16, i16)) -> DateRange {
    let first = Day::new(years.0, 1, 1).expect("a day");
    DateRange { first, last: Day::last_of_month(years.1, 12) }
}

/// Every event that a room shows, as often as it does.
fn events_of(lane: &Lane, room: usize) -> Vec<usize> {
    let mut all: Vec<usize> = seen(lane, room).flat_map(|point| point.events.clone()).collect();
    all.extend(lane.bars.iter().flat_map(|bar| bar.events.clone()));
    all.extend(lane.landmarks.iter().map(|landmark| landmark.event));
    all.sort_unstable();
    all
}

/// Whatever a data set's facts are, its lanes hold them all, apart and within the picture.
pub fn every_lane_is_right(dataset: &Dataset) {
    if !dataset.procurements.is_empty() {
        lanes_are_right(dataset, &[], timeline::years(&dataset.procurements));
    }
}

fn lanes_are_right(dataset: &Dataset, groups: &[EventGroup], years: (i16, i16)) {
    for one in &dataset.procurements {
        is_right(one, groups, years);
    }
}

fn is_right(one: &Procurement, groups: &[EventGroup], years: (i16, i16)) {
    let lane = drawn(one, years, groups);
    every_event_is_in_one_mark(one, groups, years, &lane);
    nothing_is_gathered_across_a_years_end(one, &lane);
    promises_stand_apart(one, years, &lane);
    names_stand_apart(one, &lane);
    marks_stand_apart(&lane);
    the_line_tells_the_state(one, years, &lane);
}

fn every_event_is_in_one_mark(
    one: &Procurement,
    groups: &[EventGroup],
    years: (i16, i16),
    lane: &Lane,
) {
    let (first, last) = (whole(years).first, whole(years).last);
    let chosen = |event: &Event| {
        let days = event.date.range();
        event.confidence != Confidence::Low
            && (groups.is_empty() || groups.contains(&event.kind.group()))
            && days.last >= first
            && days.first <= last
    };
    let expected: Vec<usize> =
        (0..one.events.len()).filter(|at| chosen(&one.events[*at])).collect();
    for room in 0..ROOMS.len() {
        assert_eq!(events_of(lane, room), expected, "{} in room {room}", one.id);
    }
    for bar in &lane.bars {
        for event in &bar.events {
            let days = one.events[*event].date.range();
            let (from, to) = (at(days.first.0, years), at(days.last.0 + 1, years));
            let (a, b) = (f64::from(bar.span.from), f64::from(bar.span.to));
            assert!((a - from).abs() <= 1.0 && (b - to).abs() <= 1.0, "a bar is its window");
        }
    }
    for point in lane.points.iter().filter(|point| point.events.len() == 1) {
        let days = one.events[point.events[0]].date.range();
        let off = (f64::from(point.x) - at(days.first.0 + 15, years)).abs();
        // Beside others it keeps clear of the ends of the stretch that is gathered there, and a
        // month is 15 days off.
        let month = f64::from(WHOLE) / f64::from(years.1 - years.0 + 1) / 12.0;
        let (first, last) = point.period.months;
        let most = month * (f64::from(last - first + 1) / 2.0 + 0.6);
        assert!(off <= most, "{days:?} is drawn at {}", point.x);
        let held =
            (at(point.period.days().first.0, years), at(point.period.days().last.0 + 1, years));
        assert!(held.0 - 1.0 <= f64::from(point.x) && f64::from(point.x) <= held.1 + 1.0);
    }
}

fn nothing_is_gathered_across_a_years_end(one: &Procurement, lane: &Lane) {
    for point in &lane.points {
        assert!(point.seen.contains(&true), "{point:?} is seen nowhere");
        let (from, to) = point.period.months;
        assert!([1, 3, 6, 12].contains(&(to - from + 1)) && to % (to - from + 1) == 0, "{point:?}");
        for event in &point.events {
            let (year, month, _) = one.events[*event].date.range().first.ymd();
            assert_eq!(year, point.period.year);
            assert!((from..=to).contains(&month), "{point:?} does not hold {year}-{month}");
        }
    }
}

/// What a finger hits of a window, in px, in a figure of so many px: a window that is narrower than
/// it in the narrowest figure has a square around its middle.
fn hit(span: Span, px: f64) -> (f64, f64) {
    let at = |x: i32| f64::from(x) * px / f64::from(WHOLE);
    let middle = at(span.middle());
    match f64::from(span.length()) * 0.027 < 24.0 {
        true => (middle - 12.0, middle + 12.0),
        false => (at(span.from), at(span.to)),
    }
}

fn promises_stand_apart(one: &Procurement, years: (i16, i16), lane: &Lane) {
    for px in ROOMS {
        let boxes: Vec<_> = lane.promised.iter().map(|it| (it.y, hit(it.span, px))).collect();
        no_row_overlaps(&boxes, "promises");
    }
    let mut all: Vec<(usize, usize)> = Vec::new();
    for it in &lane.promised {
        let (first, last) = (it.date.range().first.0, it.date.range().last.0 + 1);
        let (from, to) = (at(first, years), at(last, years));
        let off = (f64::from(it.span.from) - from).abs().max((f64::from(it.span.to) - to).abs());
        assert!(off <= 1.0, "{:?} is not {from}..{to}", it.span);
        for &(milestone, promise) in &it.promises {
            let schedule = &one.milestones[milestone].schedule;
            let baseline = schedule.baselines().nth(promise).expect("it");
            assert_eq!(baseline.promised, it.date);
        }
        all.extend(&it.promises);
        assert!(it.y >= 12 && it.y + 12 <= lane.line, "a promise stands above the line");
        assert!(lane.known.is_none_or(|known| known.words.y <= it.y - 11), "words on a promise");
        assert!(lane.slip.is_none_or(|slip| it.y + 11 <= slip.words.y), "words on a promise");
    }
    let told = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), told, "a promise stands twice");
}

/// What words cover, in px, in a figure of so many px.
fn covered(words: &Words, length: i32, beside: f64, px: f64) -> (f64, f64) {
    let (x, length) = (f64::from(words.x) * px / f64::from(WHOLE), f64::from(length));
    match words.anchor {
        Anchor::Start => (x + beside, x + beside + length),
        Anchor::Middle => (x - length / 2.0, x + length / 2.0),
        Anchor::End => (x - beside - length, x - beside),
    }
}

fn names_stand_apart(one: &Procurement, lane: &Lane) {
    for px in [270.0, 288.0, 358.0, 480.0, 736.0, 960.0, 1400.0] {
        let mut names = Vec::new();
        let mut marks = Vec::new();
        for landmark in &lane.landmarks {
            let words = covered(&landmark.words, letters(&one.events[landmark.event]), 9.0, px);
            let x = f64::from(landmark.words.x) * px / f64::from(WHOLE);
            assert!(words.0 >= 0.0 && words.1 <= px, "a name leaves the figure of {px} px");
            assert!(landmark.y > lane.line && landmark.words.y + 4 <= lane.height);
            names.push((landmark.words.y - 4, words));
            marks.push((landmark.y, (x - 12.0, x + 12.0)));
        }
        no_row_overlaps(&names, "names");
        names.extend(&marks);
        for (at, (y, words)) in names.iter().take(marks.len()).enumerate() {
            for (other, (other_y, mark)) in marks.iter().enumerate() {
                let clear = at == other || y != other_y || words.1 <= mark.0 || mark.1 <= words.0;
                assert!(clear, "a name runs over a mark in {px} px");
            }
        }
        for (words, length) in lane
            .slip
            .iter()
            .map(|slip| (slip.words, 92))
            .chain(lane.known.map(|known| (known.words, 180)))
        {
            let (from, to) = covered(&words, length, 0.0, px);
            assert!(from >= 0.0 && to <= px, "words leave the figure of {px} px: {words:?}");
        }
    }
}

fn marks_stand_apart(lane: &Lane) {
    for (room, width) in ROOMS.into_iter().enumerate() {
        let px = |x: i32| f64::from(x) * width / f64::from(WHOLE);
        let points = seen(lane, room).map(|point| {
            (lane.points_y + point.row * 24, (px(point.x) - 12.0, px(point.x) + 12.0))
        });
        let bars = lane.bars.iter().map(|bar| (bar.y, hit(bar.span, width)));
        let all: Vec<_> = points.chain(bars).collect();
        no_row_overlaps(&all, "marks");
        assert!(all.iter().all(|(y, _)| y + 12 <= lane.height && y - 12 >= lane.line));
        for landmark in &lane.landmarks {
            let below = all.iter().all(|(y, _)| landmark.words.y + 8 <= y - 12);
            assert!(below, "a name hangs into the marks");
        }
    }
}

/// Asserts that no two things of one row cover each other by more than half a px.
fn no_row_overlaps(things: &[(i32, (f64, f64))], what: &str) {
    for (at, (y, span)) in things.iter().enumerate() {
        for (other_y, other) in &things[at + 1..] {
            let apart = y != other_y || span.0 + 0.5 >= other.1 || other.0 + 0.5 >= span.1;
            assert!(apart, "{what} {span:?} and {other:?} overlap in the row at {y}");
        }
    }
}

/// What the procurement was in on a day, by its facts.
fn state_on(one: &Procurement, day: Day) -> State {
    if day >= summary(one).known.range().first {
        return State::Unknown;
    }
    let signed = one.contract.as_ref().map(|contract| contract.signed.range().first);
    let outside = signed.is_none_or(|signed| day < signed);
    let mut state = if outside { State::Outside } else { State::Contracted };
    let sure = |event: &&Event| event.landmark && event.confidence != Confidence::Low;
    for event in one.events.iter().filter(sure) {
        if event.date.range().first <= day {
            state = match event.kind {
                EventKind::GoLive => State::InUse,
                EventKind::Pause => State::Paused,
                EventKind::Cancellation => State::Outside,
                _ => state,
            };
        }
    }
    state
}

fn the_line_tells_the_state(one: &Procurement, years: (i16, i16), lane: &Lane) {
    let all = whole(years);
    let days = f64::from(all.last.0 - all.first.0 + 1);
    for stretch in lane.stretches.iter().filter(|stretch| stretch.span.length() > 4) {
        let share = f64::from(stretch.span.middle()) / f64::from(WHOLE);
        let day = Day(all.first.0 + (share * days) as i32);
        assert_eq!(stretch.state, state_on(one, day), "{} on {day}", one.id);
    }
}

/// A choice of groups and of years, out of the years of a data set.
fn some_choice(dataset: &'static Dataset) -> impl Strategy<Value = (Vec<EventGroup>, (i16, i16))> {
    let (first, last) = timeline::years(&dataset.procurements);
    let groups = proptest::sample::subsequence(EventGroup::ALL.to_vec(), 0..=EventGroup::ALL.len());
    let years = (first..=last, first..=last).prop_map(|(a, b)| (a.min(b), a.max(b)));
    // Half of the time no group is chosen, which means all of them.
    (prop_oneof![Just(vec![]), groups], prop_oneof![Just((first, last)), years])
}

/// Dates of all forms, some of them of landmarks.
fn some_dates() -> impl Strategy<Value = Vec<String>> {
    let form = prop_oneof![
        "20(1[4-9]|2[0-7])-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])",
        "20(1[4-9]|2[0-7])-(0[1-9]|1[0-2])",
        "20(1[4-9]|2[0-7])(-q[1-4]|-h[12]|-spring|-autumn|)"
    ];
    let one = (form, 0..12)
        .prop_map(|(date, chance)| format!("{date}{}", if chance == 0 { "*" } else { "" }));
    prop::collection::vec(one, 0..140)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_is_chosen_of_the_toy_facts_is_drawn_right(choice in some_choice(&TOY)) {
        lanes_are_right(&TOY, &choice.0, choice.1);
    }

    #[test]
    fn whatever_is_chosen_among_comparators_is_drawn_right(choice in some_choice(&COMPARED)) {
        lanes_are_right(&COMPARED, &choice.0, choice.1);
    }

    #[test]
    fn whenever_things_happened_their_lane_is_drawn_right(dates in some_dates(), years in 0..14i16) {
        is_right(&with_events(&dates), &[], (2014, 2027));
        is_right(&with_events(&dates), &[], (2014 + years / 2, 2027 - years / 3));
        is_right(&with_events(&dates), &[], (1994, 2030));
    }
}
