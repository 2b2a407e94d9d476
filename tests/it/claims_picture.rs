//! The picture of the claims: a line a claim on one axis, and what has no number has words.

use super::markup::{parsed, text_of};
use super::pages::{Edition, toy};
use super::project::{COMPARED, TOY};
use scraper::Selector;
use utlovat::analysis::knowledge::days;
use utlovat::analysis::outcome;
use utlovat::chart::strips::{self, Mark};
use utlovat::i18n::{Key, kind};
use utlovat::model::{Amount, Claim, ClaimKind, Dataset, Lang, Procurement, Text};
use utlovat::route::Page;
use utlovat::view::chart::contract_claims;

fn css(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

fn contract(dataset: &Dataset) -> Vec<(&Procurement, &Claim)> {
    let all = dataset.procurements.iter();
    let claims = all.flat_map(|one| one.claims.iter().map(move |claim| (one, claim)));
    claims.filter(|(_, claim)| claim.kind == ClaimKind::Contract).collect()
}

/// The picture of all claims of an edition.
fn picture(edition: &Edition) -> String {
    contract_claims(edition.site, &edition.site.dataset.procurements).0
}

/// Each claim between buyer and supplier has one line that leads to it and tells its steps.
fn check(edition: &Edition) {
    let html = picture(edition);
    let page = parsed(&html);
    let (line, strip) = (css("li > a"), css("svg[role=img]"));
    let lines: Vec<_> = page.select(&line).collect();
    let claims = contract(edition.site.dataset);
    assert_eq!(lines.len(), claims.len());
    for (procurement, claim) in claims {
        let href = edition.site.href(Page::Claim(procurement.id.clone(), claim.id.clone()));
        let own = lines.iter().find(|line| line.attr("href") == Some(&href)).expect("a line");
        let label = own.select(&strip).next().and_then(|svg| svg.attr("aria-label"));
        let label = label.expect("a strip in words");
        for step in &claim.steps {
            assert!(label.contains(edition.site.t(kind::step_status(step.status))), "{label}");
        }
        let open = own.text().any(|text| text.contains(edition.site.t(Key::ClaimOpen)));
        assert_eq!(open, outcome::is_open(claim), "{href}");
    }
}

#[test]
fn each_claim_between_buyer_and_supplier_has_a_line_on_every_day() {
    for lang in Lang::ALL {
        check(&toy(lang));
        check(&Edition::new(&COMPARED, lang));
    }
    let edition = toy(Lang::Sv);
    for day in days(&TOY) {
        check(&edition.as_of(day));
    }
    assert_eq!(contract_claims(edition.site, []).0, "", "without claims there is no picture");
}

#[test]
fn the_axis_begins_with_the_first_claim() {
    let claims = contract(&COMPARED);
    let first = claims.iter().flat_map(|(_, claim)| &claim.steps).map(|step| step.date.range());
    let first = first.map(|range| range.first.year()).min().expect("a step");
    let years = strips::years(&claims);
    assert_eq!(years.0, first);
    for (procurement, claim) in claims {
        let drawn = strips::strip(procurement, claim, years);
        let seen = drawn.runs.iter().filter(|run| run.seen[0]).flat_map(|run| &run.marks);
        let marks: Vec<Mark> = seen.copied().collect();
        let steps = claim.steps.iter().map(|step| Mark::Step(step.status));
        let open = outcome::is_open(claim).then_some(Mark::Open);
        assert_eq!(marks, steps.chain(open).collect::<Vec<_>>());
        assert_eq!(drawn.open.is_some(), outcome::is_open(claim));
    }
}

/// The picture with an amount in place of what was demanded and what was received.
fn with_amount(lang: Lang, amount: &Amount) -> String {
    let mut dataset: Dataset = TOY.clone();
    let claims = dataset.procurements.iter_mut().flat_map(|one| &mut one.claims);
    let claim = claims.into_iter().find(|it| it.kind == ClaimKind::Contract).expect("a claim");
    claim.losses.clear();
    claim.demands.truncate(1);
    claim.demands[0].amount = amount.clone();
    claim.received.truncate(1);
    claim.received[0].amount = amount.clone();
    let one = claim.clone();
    for procurement in &mut dataset.procurements {
        procurement.claims.retain(|claim| *claim == one);
    }
    picture(&Edition::new(&dataset, lang))
}

#[test]
fn what_has_no_number_is_told_in_words_and_is_no_zero() {
    let secret =
        Amount::Withheld { reason: Text::default(), said_by: Text::default(), sources: vec![] };
    for lang in Lang::ALL {
        let words = |key: Key| toy(lang).site.t(key).to_owned();
        let mut all = Vec::new();
        for (amount, class, key) in [
            (&secret, ".secret", Key::SecretSum),
            (&Amount::NotNamed, ".not-named", Key::AmountNotNamed),
            (&Amount::NotFound, ".not-found", Key::SumNotFoundBrief),
        ] {
            let html = with_amount(lang, amount);
            for column in [".demanded", ".received"] {
                let said = text_of(&html, &format!("li {column} {class}"));
                assert_eq!(said, words(key));
                assert!(!said.contains('0'));
                all.push(said);
            }
        }
        all.dedup();
        assert_eq!(all.len(), 3, "three kinds of no number look and read differently");
    }
}

#[test]
fn each_line_of_the_ledger_opens_to_all_of_the_claim() {
    for lang in Lang::ALL {
        let edition = toy(lang);
        let page = parsed(&edition.body(Page::Claims));
        let folds: Vec<_> = page.select(&css(".ledger > li > details.claim-fold")).collect();
        let followed = TOY.followed().map(|one| one.claims.len()).sum::<usize>();
        assert_eq!(folds.len(), followed);
        for fold in folds {
            assert!(fold.attr("open").is_none());
            assert!(fold.select(&css("summary .claim-strip svg[role=img]")).next().is_some());
            let whole = fold.select(&css(".whole")).next().expect("all of it");
            for part in [".sums", ".strip li", ".outcome", ".source-list a", ".own-page a"] {
                assert!(whole.select(&css(part)).next().is_some(), "{part}");
            }
        }
    }
}
