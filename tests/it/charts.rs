//! Drawings as numbers: what is drawn, where, how wide, and that nothing gets lost or leaves
//! the picture. What must hold of every drawing is asked by [`every_drawing_is_right`], which
//! `real_record` calls too.

use super::lanes;
use super::project::{COMPARED, TOY, procurement};
use utlovat::analysis::compare::summary;
use utlovat::chart::multiples::{Alignment, Multiples, Step, multiples};
use utlovat::chart::slip::{self, EndMark, Ladder, ladder};
use utlovat::chart::{Room, Span, WHOLE};
use utlovat::model::{Dataset, DateRange, Day, Milestone, PartialDate, Procurement};

/// Draws the ladder of a toy procurement's milestone.
fn check_ladder(id: &str, milestone: usize, check: impl Fn(&Ladder)) {
    let one = procurement(&TOY, id);
    check(&draw_ladder(one, &one.milestones[milestone]));
}

/// Draws both toy procurements under each other, however aligned.
fn check_multiples(check: impl Fn(&Multiples)) {
    for alignment in ALIGNMENTS {
        check(&draw_multiples(&TOY, alignment));
    }
}

const ALIGNMENTS: [Alignment; 2] = [Alignment::Signing, Alignment::Calendar];

fn draw_ladder(one: &Procurement, milestone: &Milestone) -> Ladder {
    ladder(one, milestone, slip::years([(one, milestone)]), slip::Years::Own)
}

fn draw_multiples(dataset: &Dataset, alignment: Alignment) -> Multiples {
    let all: Vec<_> = dataset.procurements.iter().collect();
    multiples(&all, alignment, Step::Finger)
}

fn range(text: &str) -> DateRange {
    PartialDate::parse(text).expect("a date").range()
}

/// Whole calendar years as days.
fn whole(years: (i16, i16)) -> DateRange {
    let first = Day::new(years.0, 1, 1).expect("a day");
    DateRange { first, last: Day::last_of_month(years.1, 12) }
}

/// The whole width of a drawing, along which its years lie.
const ALL: Span = Span { from: 0, to: WHOLE };

/// Where a day begins, to within a unit: the rule of three.
fn at(day: i32, all: DateRange, plot: Span) -> f64 {
    let share = f64::from(day - all.first.0) / f64::from(all.last.0 - all.first.0 + 1);
    f64::from(plot.from) + share.clamp(0.0, 1.0) * f64::from(plot.length())
}

/// Asserts that a window is drawn where it lies and as wide as it is, but never invisibly thin.
fn is_as_wide_as(span: Span, window: DateRange, all: DateRange, plot: Span, thinnest: i32) {
    let (from, to) = (at(window.first.0, all, plot), at(window.last.0 + 1, all, plot));
    assert!(span.length() >= thinnest, "{span:?} is too thin to see");
    if span.length() > thinnest {
        let off = (f64::from(span.from) - from).abs().max((f64::from(span.to) - to).abs());
        assert!(off <= 1.0, "{span:?} is not {from}..{to}");
    } else {
        let off = (f64::from(span.from + span.to) - from - to).abs() / 2.0;
        assert!(off <= 2.5, "{span:?} is not around {from}..{to}");
        assert!(to - from <= f64::from(thinnest) + 1.0, "{span:?} is narrower than {from}..{to}");
    }
}

fn is_within(x: Span, y: Span, width: i32, height: i32, what: &str) {
    assert!(
        x.from >= 0 && x.to <= width && y.from >= 0 && y.to <= height && x.length() >= 0,
        "{what} at {x:?}, {y:?} leaves the picture of {width} × {height}"
    );
}

fn around(middle: i32, radius: i32) -> Span {
    Span { from: middle - radius, to: middle + radius }
}

#[test]
fn a_season_is_drawn_as_wide_as_it_is() {
    check_ladder("toy-north", 0, |ladder| {
        let years = (ladder.years[0].year, ladder.years[ladder.years.len() - 1].year);
        let promises = ["2020-autumn", "2022-h1", "2023-05"].map(range);
        assert_eq!(ladder.rungs.len(), promises.len());
        for (rung, promised) in ladder.rungs.iter().zip(promises) {
            is_as_wide_as(rung.promised, promised, whole(years), ALL, 0);
        }
        let [season, half] = [0, 1].map(|at| ladder.rungs[at].promised.length());
        assert!((season * 2 - half).abs() <= 20, "{season} is not half of {half}");
    });
}

#[test]
fn the_first_promise_comes_first() {
    check_ladder("toy-north", 0, |ladder| {
        assert!(ladder.rungs.is_sorted_by(|a, b| a.y < b.y));
        assert!(ladder.rungs.is_sorted_by_key(|rung| rung.made.from));
        assert!(ladder.rungs.iter().all(|rung| rung.y < ladder.end.y));
    });
    check_multiples(|drawing| {
        let rungs = &drawing.panels[0].rungs;
        assert!(rungs.iter().all(|later| later.promised.from >= rungs[0].promised.from));
        assert!(rungs.iter().all(|later| later.y >= rungs[0].y));
    });
}

#[test]
fn the_slip_starts_at_the_end_of_the_first_promise() {
    for (id, promised, mark) in
        [("toy-north", "2020-autumn", EndMark::Met), ("toy-south", "2021-12-01", EndMark::Dropped)]
    {
        let last = range(promised).last.0 + 1;
        check_ladder(id, 0, |ladder| {
            let years = (ladder.years[0].year, ladder.years[ladder.years.len() - 1].year);
            let slip = ladder.end.slip.expect("a slip").span;
            assert!((f64::from(slip.from) - at(last, whole(years), ALL)).abs() <= 1.0);
            assert_eq!(slip.to, ladder.end.at.middle());
            assert_eq!(ladder.end.mark, mark);
        });
    }
    check_multiples(|drawing| {
        for panel in &drawing.panels {
            let slip = panel.slip.expect("a slip");
            assert_eq!((slip.from, slip.to), (panel.rungs[0].promised.to, panel.end.middle()));
        }
    });
}

#[test]
fn the_name_that_a_plan_gave_has_a_line_of_its_own() {
    check_ladder("toy-north", 0, |ladder| {
        let [first, renamed, last] = &ladder.rungs[..] else { panic!("three promises") };
        // The second plan called it a pilot: below its rung there is room for a line.
        let [one, other] = [renamed.y - first.y, last.y - renamed.y];
        assert!(other * 2 >= one * 3, "{one} and {other}");
    });
}

#[test]
fn what_has_not_happened_ends_open_on_the_last_day_that_we_know_of() {
    let known = summary(procurement(&TOY, "toy-north")).known.range().first;
    check_ladder("toy-north", 2, |ladder| {
        let years = (ladder.years[0].year, ladder.years[ladder.years.len() - 1].year);
        assert_eq!(ladder.end.mark, EndMark::Open);
        let x = at(known.0, whole(years), ALL);
        assert!((f64::from(ladder.end.at.from) - x).abs() <= 1.0);
    });
}

#[test]
fn ladders_that_stand_together_share_one_scale() {
    for (dataset, alignment) in every_multiple() {
        let drawing = draw_multiples(dataset, alignment);
        let years: Vec<i16> = drawing.years.iter().map(|tick| tick.year).collect();
        assert!(years.windows(2).all(|pair| pair[0] + 1 == pair[1]), "{years:?}");
        let start = |year: i16| match alignment {
            Alignment::Calendar => Day::new(year, 1, 1).expect("a day").0,
            Alignment::Signing => i32::from(year) * 36_525 / 100,
        };
        if alignment == Alignment::Signing {
            assert!(years.contains(&0), "the signing has its line");
            let zero = drawing.years.iter().find(|tick| tick.year == 0).expect("it");
            assert_eq!(zero.from, Some(Room::Narrow), "and its number in every drawing");
        }
        // Signing's last year is the end of the scale.
        let last = years[years.len() - 1];
        let ends = drawing.years[years.len() - 1].x == WHOLE;
        let end = if ends { start(last) } else { start(last + 1) };
        let all = DateRange { first: Day(start(years[0])), last: Day(end - 1) };
        for panel in &drawing.panels {
            let one = &dataset.procurements[panel.at];
            let zero = match alignment {
                Alignment::Calendar => 0,
                Alignment::Signing => one.contract.as_ref().expect("it").signed.range().first.0,
            };
            let schedule = &one.headline().expect("a promise").schedule;
            assert_eq!(panel.rungs.len(), schedule.baselines().count());
            for (rung, baseline) in panel.rungs.iter().zip(schedule.baselines()) {
                let days = baseline.promised.range();
                let days =
                    DateRange { first: Day(days.first.0 - zero), last: Day(days.last.0 - zero) };
                is_as_wide_as(rung.promised, days, all, ALL, 0);
            }
        }
    }
}

#[test]
fn what_cannot_be_aligned_is_named_and_not_lost() {
    for (dataset, alignment) in every_multiple() {
        let drawing = draw_multiples(dataset, alignment);
        let mut told: Vec<usize> = drawing.panels.iter().map(|panel| panel.at).collect();
        told.extend(&drawing.unsigned);
        told.extend(&drawing.unpromised);
        told.sort();
        assert_eq!(told, (0..dataset.procurements.len()).collect::<Vec<_>>());
        for at in &drawing.unsigned {
            assert_eq!(alignment, Alignment::Signing);
            assert!(dataset.procurements[*at].contract.is_none());
        }
        for at in &drawing.unpromised {
            assert!(dataset.procurements[*at].headline().is_none());
        }
    }
    let unsigned = draw_multiples(&COMPARED, Alignment::Signing).unsigned;
    assert!(!unsigned.is_empty(), "some have no known day of signing");
}

#[test]
fn nothing_to_compare_is_no_picture() {
    for alignment in ALIGNMENTS {
        let drawing = multiples(&[], alignment, Step::Finger);
        assert!(drawing.panels.is_empty() && drawing.unsigned.is_empty());
    }
}

fn every_multiple() -> impl Iterator<Item = (&'static Dataset, Alignment)> {
    ALIGNMENTS.into_iter().flat_map(|alignment| [&*TOY, &*COMPARED].map(|set| (set, alignment)))
}

#[test]
fn no_ladder_and_no_row_leaves_the_picture() {
    for dataset in [&*TOY, &*COMPARED] {
        every_drawing_is_right(dataset);
    }
}

/// Whatever a data set's facts are, its drawings hold them all, apart and within the picture.
pub fn every_drawing_is_right(dataset: &Dataset) {
    for one in &dataset.procurements {
        for milestone in &one.milestones {
            ladder_is_within(&draw_ladder(one, milestone));
        }
    }
    for alignment in ALIGNMENTS {
        multiples_are_within(&draw_multiples(dataset, alignment));
    }
    lanes::every_lane_is_right(dataset);
}

fn ladder_is_within(ladder: &Ladder) {
    let within = |x, y, what: &str| is_within(x, y, WHOLE, ladder.height, what);
    for rung in &ladder.rungs {
        within(rung.made, around(rung.y, 20), "a ring");
        within(rung.promised, around(rung.y, 27), "a promise");
    }
    for note in &ladder.notes {
        within(note.at, around(note.y, 20), "a note");
        assert!(note.y > ladder.end.y, "a note stands under the end");
    }
    let end = &ladder.end;
    within(end.at, around(end.y, 100), "the end and its words");
    within(end.slip.map_or(end.at, |slip| slip.span), around(end.y, 35), "the slip");
    for tick in &ladder.years {
        within(around(tick.x, 0), around(ladder.height / 2, 0), "a year");
    }
}

fn multiples_are_within(drawing: &Multiples) {
    for panel in &drawing.panels {
        let within = |x, y, what: &str| is_within(x, y, WHOLE, panel.height, what);
        for rung in &panel.rungs {
            within(rung.made, around(rung.y, 5), "a ring");
            within(rung.promised, around(rung.y, 5), "a promise");
        }
        within(panel.end, around(panel.end_y, 9), "the end");
        within(panel.slip.unwrap_or(panel.end), around(panel.end_y, 2), "the slip");
        for tick in &drawing.years {
            within(around(tick.x, 0), around(panel.height / 2, 0), "a year");
        }
    }
}
