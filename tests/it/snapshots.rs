//! Charts and pages of the toy facts against the files of `tests/snapshots`.
//!
//! `BLESS=1 cargo test --workspace --features utlovat/ssr --test it` rewrites those files; the diff is
//! reviewed like any other text. Where a file differs, what was drawn is left beside it as
//! `<name>.changed.svg`, `.html` or `.txt`.

use super::markup::{all, line_by_line, parsed};
use super::outline::{NAMELESS, outline};
use super::pages::{Edition, toy};
use super::project::root;
use scraper::Selector;
use std::collections::BTreeSet;
use std::path::PathBuf;
use utlovat::model::{Id, Lang};
use utlovat::route::{Of, Page};

#[test]
fn the_charts_are_drawn_as_they_were() {
    for lang in Lang::ALL {
        compare(charts(lang));
    }
}

#[test]
fn the_pages_read_as_they_did() {
    for lang in Lang::ALL {
        compare(pages_of(lang));
    }
}

#[test]
fn every_snapshot_is_compared_with_something() {
    let made: BTreeSet<String> = Lang::ALL
        .into_iter()
        .flat_map(|lang| charts(lang).into_iter().chain(pages_of(lang)))
        .map(|(name, _)| name)
        .collect();
    for entry in std::fs::read_dir(folder()).expect("tests/snapshots") {
        let path = entry.expect("an entry of it").path();
        let name = path.file_name().expect("its name").to_string_lossy().into_owned();
        if !name.contains(".changed.") && !made.contains(&name) {
            if blessing() {
                std::fs::remove_file(&path).expect("a snapshot that nothing makes");
                continue;
            }
            panic!("tests/snapshots/{name} is made by no test: remove it, or run with BLESS=1.");
        }
    }
}

/// The drawings of each chart, named by chart, procurement, width and language.
fn charts(lang: Lang) -> Vec<(String, String)> {
    let edition = toy(lang);
    let ids: Vec<&str> = edition.site.dataset.procurements.iter().map(|p| p.id.as_str()).collect();
    let mut all = Vec::new();
    for (chart, of, page) in [
        ("ladder", "rungs", Page::Overview),
        ("timeline", "lane-drawing", Page::Timeline),
        ("multiple", "multiple-drawing", Page::Compare),
    ] {
        // The years above all of them, and other drawings, are seen in the snapshot of their page.
        let lone = |(class, _): &(String, String)| class == of;
        let drawings: Vec<_> = drawings(&edition.body(page)).into_iter().filter(lone).collect();
        assert_eq!(drawings.len(), ids.len(), "drawings of the {chart}");
        for (of, (_, svg)) in ids.iter().zip(drawings) {
            all.push((format!("{chart}-{of}.{}.svg", lang.code()), svg));
        }
    }
    all
}

/// One page of each type.
fn pages_of(lang: Lang) -> Vec<(String, String)> {
    let edition: Edition = toy(lang);
    let id = |text: &str| Id::parse(text).expect("an id");
    let (north, south) = (|| id("toy-north"), || id("toy-south"));
    let north_claim = edition.site.dataset.procurements[0].claims[0].id.clone();
    let pages = [
        ("overview", Page::Overview),
        ("timeline", Page::Timeline),
        ("claims", Page::Claims),
        ("compare", Page::Compare),
        ("regions", Page::Regions),
        ("sources", Page::Sources),
        ("method", Page::Method),
        ("search", Page::Search),
        ("register", Page::Register),
        ("procurement", Page::Procurement(north())),
        ("procurement-dropped", Page::Procurement(south())),
        ("event", Page::Event(north(), id("replan-2020"))),
        ("event-unconfirmed", Page::Event(south(), id("rumour-2022"))),
        ("claim", Page::Claim(north(), north_claim)),
        ("embed-timeline", Page::Embed(&Page::Timeline, Of::One(north()))),
        ("embed-claims", Page::Embed(&Page::Claims, Of::One(north()))),
        ("embed-comparison", Page::Embed(&Page::Compare, Of::All)),
        ("embed-claim", Page::Embed(&Page::Claims, Of::Claim(north(), id("damages-2022")))),
        ("embed-pair", Page::Embed(&Page::Compare, Of::Pair(north(), south()))),
        ("glossary", Page::Glossary),
        ("changes", Page::Changes),
        ("reuse", Page::Reuse(&Page::Timeline, Of::One(north()))),
        ("not-found", Page::NotFound),
    ];
    pages
        .into_iter()
        .flat_map(|(name, page)| {
            let (code, body) = (lang.code(), edition.body(page));
            let heard = outline(&body);
            assert!(!heard.contains(NAMELESS), "{name}.{code}:\n{heard}");
            // What is read aloud by itself is a sentence, never a part of a page.
            let page = parsed(&body);
            let part =
                Selector::parse("h1, h2, h3, h4, h5, a, article, section, table, ul, ol, dl");
            let part = part.expect("a selector");
            for live in all(&page, "[role=status], [role=alert], [aria-live], output") {
                assert!(live.select(&part).next().is_none(), "{name}.{code}: {}", live.html());
            }
            [
                (format!("{name}.{code}.html"), line_by_line(&body)),
                // As who hears it goes through it.
                (format!("{name}.{code}.txt"), heard),
            ]
        })
        .collect()
}

/// Every SVG of a page with its class, as a file that a picture viewer opens.
fn drawings(html: &str) -> Vec<(String, String)> {
    let mut drawings = Vec::new();
    // Drawings stand in drawings: what has a place in per cent and a shape in pixels.
    let (mut depth, mut start) = (0, 0);
    for (at, tag) in html.match_indices("svg").filter(|(at, _)| html[..*at].ends_with(['<', '/'])) {
        if html[..at].ends_with('<') {
            if depth == 0 {
                start = at + tag.len();
            }
            depth += 1;
            continue;
        }
        depth -= 1;
        if depth == 0 {
            let svg = &html[start..at + tag.len() + 1];
            let class = svg.split("class=\"").nth(1).and_then(|rest| rest.split('"').next());
            let class = class.expect("the class of a drawing").to_owned();
            let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\"{svg}");
            drawings.push((class, line_by_line(&svg)));
        }
    }
    drawings
}

/// Compares what was made with what is kept, and tells of every difference at once.
fn compare(made: Vec<(String, String)>) {
    let mut wrong = Vec::new();
    for (name, text) in made {
        let path = folder().join(&name);
        let (stem, extension) = name.rsplit_once('.').expect("a name with an extension");
        let changed = folder().join(format!("{stem}.changed.{extension}"));
        if blessing() {
            std::fs::write(&path, &text).expect("a snapshot to write");
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        if kept == text {
            let _ = std::fs::remove_file(&changed);
            continue;
        }
        std::fs::write(&changed, &text).expect("a changed snapshot to write");
        wrong.push(format!(
            "tests/snapshots/{name}: {}\n  what was made: tests/snapshots/{stem}.changed.{extension}",
            first_difference(&kept, &text)
        ));
    }
    assert!(
        wrong.is_empty(),
        "\n{}\nIf that is what you meant, run with BLESS=1 and review the diff.\n",
        wrong.join("\n")
    );
}

fn first_difference(kept: &str, made: &str) -> String {
    let (mut kept, mut made) = (kept.lines(), made.lines());
    let mut line = 0;
    loop {
        line += 1;
        match (kept.next(), made.next()) {
            (Some(a), Some(b)) if a == b => {}
            (None, None) => return "only the line ends differ".to_owned(),
            (a, b) => {
                let show = |text: Option<&str>| text.unwrap_or("(the end)").to_owned();
                return format!("line {line}\n  was: {}\n  now: {}", show(a), show(b));
            }
        }
    }
}

fn blessing() -> bool {
    std::env::var("BLESS").is_ok_and(|value| value == "1")
}

fn folder() -> PathBuf {
    root().join("tests/snapshots")
}
