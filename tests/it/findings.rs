//! The title of a figure tells what became of its promises, for every outcome and on every day.

use super::pages::{Edition, toy};
use super::project::TOY;
use utlovat::analysis::order::Listed;
use utlovat::i18n::Key;
use utlovat::model::{
    Amount, ClaimKind, Confidence, Dataset, Day, EventKind, Lang, PartialDate, Procurement,
    StepStatus,
};
use utlovat::view::{Site, finding};

fn edition(lang: Lang, change: impl FnOnce(&mut Procurement)) -> Edition {
    let mut dataset: Dataset = TOY.clone();
    change(&mut dataset.procurements[0]);
    Edition::new(&dataset, lang)
}

/// The title of the first toy procurement's first go-live.
fn first(site: Site) -> String {
    let one = &site.dataset.procurements[0];
    finding::ladder(site, one, one.headline().expect("a go-live"))
}

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).expect("a date")
}

#[test]
fn a_title_tells_how_late_a_go_live_was() {
    assert_eq!(
        first(toy(Lang::Sv).site),
        "Toyregion Nord tog Marble i drift 34–37\u{a0}månader sent"
    );
    assert_eq!(
        first(toy(Lang::En).site),
        "Toy Region North took Marble into use 34–37\u{a0}months late"
    );
}

#[test]
fn a_title_tells_after_how_many_days_it_was_paused() {
    let paused = |go_live: &'static str, pause: &'static str| {
        let edition = edition(Lang::Sv, |north| {
            let milestone = north.milestones.iter_mut().find(|one| one.headline);
            let schedule = &mut milestone.expect("a go-live").schedule;
            schedule.met.as_mut().expect("it happened").date = date(go_live);
            let mut event = north.events[0].clone();
            event.kind = EventKind::Pause;
            event.landmark = true;
            event.confidence = Confidence::High;
            event.date = date(pause);
            north.events = vec![event];
        });
        first(edition.site)
    };
    assert!(paused("2023-10-09", "2023-10-12").ends_with("sent och pausade efter 3\u{a0}dagar"));
    assert!(paused("2023-10-09", "2023-10-10").ends_with("sent och pausade efter 1\u{a0}dag"));
    assert!(paused("2023-10-09", "2024-05-10").ends_with("månader sent"), "another story");
    assert!(paused("2023-10-09", "2023-10").ends_with("månader sent"), "no day is known");
}

#[test]
fn a_title_follows_the_day() {
    let told = |day: (i16, u8, u8)| {
        let day = Day::new(day.0, day.1, day.2).expect("a day");
        first(toy(Lang::Sv).as_of(day).site)
    };
    assert_eq!(told((2019, 1, 1)), "Toyregion Nord: Marble är lovat hösten 2020");
    // Nobody had told whether it was kept.
    assert_eq!(told((2021, 6, 1)), "Toyregion Nord: när skulle Marble tas i drift?");
    let late = told((2023, 9, 1));
    assert!(late.starts_with("Toyregion Nord: Marble är minst"), "{late}");
    assert!(late.ends_with("sent efter 3 löften"), "{late}");
}

#[test]
fn a_comparison_tells_by_how_much_first_promises_were_passed() {
    let passed = |edition: &Edition| {
        let site = edition.site;
        let all: Vec<&Procurement> = site.dataset.procurements.iter().collect();
        finding::passed(site, &all, Key::CompareQuestion)
    };
    // The one came 34 months late at least, the other was given up 23 months after its time.
    assert_eq!(
        passed(&toy(Lang::Sv)),
        "Alla 2 första löftena om driftstart passerades med minst 23\u{a0}månader"
    );
    let before = toy(Lang::En).as_of(Day::new(2023, 9, 1).expect("a day"));
    assert_eq!(
        passed(&before),
        "All 2 first promises of a go-live were passed by at least 15\u{a0}months"
    );
    let kept = edition(Lang::En, |north| {
        let milestone = north.milestones.iter_mut().find(|one| one.headline);
        let schedule = &mut milestone.expect("a go-live").schedule;
        schedule.met.as_mut().expect("it happened").date = date("2020-10-01");
    });
    assert_eq!(
        passed(&kept),
        "1 of 2 first promises of a go-live were passed by at least 23\u{a0}months"
    );
    let nothing = toy(Lang::En).as_of(Day::new(2019, 1, 1).expect("a day"));
    assert!(!passed(&nothing).contains("passed by"), "{}", passed(&nothing));
}

#[test]
fn what_was_given_up_is_told_so() {
    let site = toy(Lang::Sv).site;
    let south = &site.dataset.procurements[1];
    let told = finding::ladder(site, south, south.headline().expect("a go-live"));
    assert_eq!(told, "Toyregion Syd (Domino): Marble gavs upp, då minst 23\u{a0}månader sent");
}

#[test]
fn go_lives_are_counted_by_what_became_of_them() {
    let title = |edition: &Edition| {
        let all: Vec<_> = edition.site.dataset.procurements.iter().collect();
        finding::go_lives(edition.site, &all, Key::OverviewPicture)
    };
    assert_eq!(title(&toy(Lang::Sv)), "Ingen av 2 driftstarter blev av när det först lovades");
    let kept = edition(Lang::Sv, |north| {
        let milestone = north.milestones.iter_mut().find(|one| one.headline);
        let schedule = &mut milestone.expect("a go-live").schedule;
        schedule.met.as_mut().expect("it happened").date = date("2020-10-01");
    });
    assert_eq!(title(&kept), "1 av 2 driftstarter blev inte av när det först lovades");
    let site = kept.site;
    assert_eq!(
        finding::go_lives(site, &[&site.dataset.procurements[0]], Key::OverviewPicture),
        "Toyregion Nord tog Marble i drift när det var lovat",
        "of one alone it is told what became of it"
    );
    assert_eq!(
        finding::go_lives(site, &[], Key::OverviewPicture),
        site.t(Key::OverviewPicture),
        "without a promise there is only the question"
    );
}

#[test]
fn claims_are_counted_by_how_they_ended() {
    let ended = |status: StepStatus, received: Option<Amount>| {
        edition(Lang::En, |north| {
            let claim = north.claims.iter_mut().find(|one| one.kind == ClaimKind::Contract);
            let claim = claim.expect("a claim between buyer and supplier");
            claim.steps.last_mut().expect("a step").status = status;
            claim.received.truncate(1);
            claim.received.iter_mut().for_each(|part| {
                part.amount = received.clone().unwrap_or(Amount::NotNamed);
            });
            assert!(received.is_none() || !claim.received.is_empty(), "something was received");
        })
        .site
    };
    let open = ended(StepStatus::Answered, None);
    let settled = ended(StepStatus::Settled, None);
    let secret = TOY.procurements[0].claims.iter().flat_map(|one| &one.received);
    let secret = secret.map(|part| &part.amount).find(|it| matches!(it, Amount::Withheld { .. }));
    let secret = ended(StepStatus::Settled, Some(secret.expect("a secret sum").clone()));
    let of = |site: Site<'static>| -> Listed<'static> {
        let one = &site.dataset.procurements[0];
        let mut claims = one.claims.iter();
        (one, claims.find(|claim| claim.kind == ClaimKind::Contract).expect("the claim"))
    };
    let told = |sites: &[Site<'static>]| {
        let rows: Vec<_> = sites.iter().map(|site| of(*site)).collect();
        finding::claims(open, &rows)
    };
    let question = open.t(Key::ClaimsQuestion);
    assert_eq!([told(&[]), told(&[settled])], [question, question], "one tells its own story");
    assert_eq!(
        told(&[open, open]),
        "None of 2 claims between buyer and supplier led to a settlement, as far as we know"
    );
    assert_eq!(
        told(&[open, settled, settled]),
        "Of 3 claims between buyer and supplier, 2 led to a settlement"
    );
    assert_eq!(
        told(&[open, settled, secret]),
        "Of 3 claims between buyer and supplier, 2 led to a settlement, 1 for a secret sum"
    );
}
