//! Every failure on every kind of page: facts stay readable, the right line is in view, nothing
//! that is dead looks alive, links lead on, the console and the server are left in peace.
//!
//! `table.rs` has the failures, `spoilt.rs` is the server that makes them, and `look.js` looks at
//! the pages, up to five beside each other. A new failure is one row. `ARCHITECTURE.md` has the same
//! table for people, and a test holds the two together.

mod alone;

mod spoilt;

mod table;

use crate::stage::{Gate, Habits, Reader, facts, read_as};
use serde_json::{Value, json};
use spoilt::{Asset, Way};
use std::time::{Duration, Instant};
use table::{FAILURES, Failure, Told};
use utlovat::model::Lang;
use utlovat::route::{Of, Page};

/// A page that is looked at.
struct Cell {
    path: String,
    name: &'static str,
    /// It asks for a day.
    asked: bool,
    /// It comes alive when a mark of it is touched.
    touched: bool,
    /// What of it has to be seen.
    parts: &'static [&'static str],
    /// Links that have to lead on.
    links: &'static [&'static str],
    /// The files without which it cannot live.
    needs: &'static [Asset],
}

const NAVIGATION: &str = "header.site nav a[href='/sv/krav/']";

fn cells() -> [Cell; 5] {
    use Asset::{Boot, Code, Facts, Glue, InFrame, Index, Shared, Style, Wasm, Words};
    let path = |page| facts::path(Lang::Sv, page);
    let embed = || path(Page::Embed(&Page::Timeline, Of::All));
    let whole: &[Asset] =
        &[Asset::Page, Boot, Glue, Wasm, Code, Shared, Words, Index, Facts, Style];
    let framed: &[Asset] =
        &[Asset::Page, InFrame, Boot, Glue, Wasm, Code, Shared, Words, Index, Facts, Style];
    [
        Cell {
            path: path(Page::Overview),
            name: "overview",
            asked: false,
            touched: false,
            parts: &["h1", "figure svg a", "main details.as-table > summary", ".card h3 a"],
            links: &[NAVIGATION, ".card h3 a", "main svg a"],
            needs: &[Asset::Page, Boot, Glue, Wasm, Words, Style],
        },
        Cell {
            path: path(Page::Timeline),
            name: "timeline",
            asked: true,
            touched: false,
            parts: &["h1", "section.lane svg a", "main details.as-table > summary"],
            links: &[NAVIGATION, "section.lane svg a"],
            needs: whole,
        },
        Cell {
            path: facts::path(Lang::En, Page::Procurement(facts::one().id.clone())),
            name: "procurement",
            asked: true,
            touched: false,
            parts: &["h1", "figure svg a", "main details.as-table > summary"],
            links: &["header.site nav a[href='/en/claims/']", "main svg a"],
            needs: &[Asset::Page, Boot, Glue, Wasm, Code, Shared, Words, Facts, Style],
        },
        Cell {
            path: embed(),
            name: "embed of a day",
            asked: true,
            touched: false,
            parts: &["h1", "section.lane svg a", ".credit a"],
            links: &[".credit a", "section.lane svg a"],
            needs: framed,
        },
        Cell {
            path: embed(),
            name: "embed",
            asked: false,
            touched: true,
            parts: &["h1", "section.lane svg a", ".credit a"],
            links: &[".credit a", "section.lane svg a"],
            needs: framed,
        },
    ]
}

/// What a page tells that such a failure befalls.
fn told(failure: &Failure, asset: Asset, cell: &Cell) -> Told {
    let spared = failure.lives_without.contains(&asset) || !cell.needs.contains(&asset);
    let nobody_says_so = match failure.way {
        // In an embed no other script is left that could say so.
        Way::Answer(_) | Way::Cut | Way::Flipped => asset == Asset::InFrame,
        // Nobody waits for a script but the style sheet, and an embed for its loader.
        Way::Held => {
            asset == Asset::InFrame || (asset == Asset::Boot && !cell.path.contains("/embed/"))
        }
        _ => false,
    };
    match failure.told {
        _ if spared => Told::Lives,
        Told::Stays if nobody_says_so => Told::Without,
        told => told,
    }
}

#[tokio::test]
async fn every_failure_on_every_kind_of_page_first_share() {
    share(0).await;
}

#[tokio::test]
async fn every_failure_on_every_kind_of_page_second_share() {
    share(1).await;
}

#[tokio::test]
async fn every_failure_on_every_kind_of_page_third_share() {
    share(2).await;
}

#[tokio::test]
async fn every_failure_on_every_kind_of_page_fourth_share() {
    share(3).await;
}

/// Goes through a fourth of the table, so that threads share it.
async fn share(turn: usize) {
    let all: Vec<(&'static Failure, Asset)> = FAILURES
        .iter()
        .filter(|failure| !matches!(failure.way, Way::Alone))
        .flat_map(|failure| failure.of.iter().map(move |asset| (failure, *asset)))
        .skip(turn)
        .step_by(4)
        .collect();
    // In haste: what is held back would hold back the end of loading, too.
    read_as(Habits { hasty: true, ..Habits::default() }, async move |reader| {
        let mut wrong = vec![];
        for (failure, asset) in all {
            if failure.not_in.iter().any(|(engine, _)| *engine == reader.engine()) {
                continue;
            }
            let found = befalls(&reader, failure, asset).await;
            wrong.extend(found.into_iter().map(|it| format!("{}, {asset:?}: {it}", failure.name)));
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

/// What is wrong when a failure befalls such a file.
async fn befalls(reader: &Reader, failure: &Failure, asset: Asset) -> Vec<String> {
    // A file that is held back keeps its connection, a page may want it twice (ahead, and when it
    // is used), and browsers have six connections to a host: five pages would keep each other's.
    let beside = if matches!(failure.way, Way::Held) { 2 } else { 5 };
    let mut wrong = vec![];
    for cells in cells().chunks(beside) {
        wrong.extend(beside_each_other(reader, failure, asset, cells).await);
    }
    wrong
}

/// The same, of pages that stand beside each other in one window.
async fn beside_each_other(
    reader: &Reader,
    failure: &Failure,
    asset: Asset,
    cells: &[Cell],
) -> Vec<String> {
    let gate = Gate::default();
    let house = spoilt::house(failure.way, asset, host(failure, asset, cells), &gate);
    reader.console().await;
    let place = house.url("/looked-at");
    reader.goto(&place).await;
    let mut wrong = seen(reader, &place, "seen").await;
    if matches!(failure.way, Way::Held) {
        gate.open();
        wrong.extend(seen(reader, &place, "later").await);
    }
    // Looking at a page lays it out, and Firefox says so; and what is held back is used late, which
    // a clock of the browser's own tells.
    let mut console = reader.console().await;
    console.retain(|line| !line.contains("Layout was forced") && !line.contains("preload"));
    if console.len() > failure.console {
        wrong.push(format!("{} lines in the console: {:?}", console.len(), &console[..3]));
    }
    let mut asked = house.asked();
    asked.sort();
    let often = asked.chunk_by(|one, other| one == other).filter(|it| it.len() > failure.asked);
    wrong.extend(often.map(|it| format!("{} was asked for {} times", it[0], it.len())));
    wrong
}

/// What look.js has written down. It gives up by itself, however long a busy machine takes.
async fn seen(reader: &Reader, place: &str, attribute: &str) -> Vec<String> {
    let place = json!(place);
    let written =
        format!("location.href === {place} ? document.body?.dataset.{attribute} : undefined");
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(240) {
        // A page that is on its way out answers nothing.
        let answer = reader.client().execute(&format!("return {written};"), vec![]).await;
        if let Ok(Value::String(found)) = answer {
            return serde_json::from_str(&found).expect("a list");
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    vec!["nobody has looked at it".to_owned()]
}

/// The page that has the others in frames.
fn host(failure: &Failure, asset: Asset, cells: &[Cell]) -> String {
    let day = facts::a_day();
    let one = |cell: &Cell| {
        let query = if cell.asked { format!("?as-of={day}") } else { String::new() };
        let told = told(failure, asset, cell);
        json!({
            "name": cell.name,
            "src": format!("{}{query}", cell.path),
            "asked": cell.asked,
            "touched": cell.touched,
            "acts": matches!(failure.way, Way::Held) && told == Told::Stays && !cell.touched,
            "told": match told {
                Told::Lives => "lives",
                Told::Stays => "stays",
                Told::Without => "without",
                Told::Stopped => "stopped",
            },
            "silent": failure.name == "scripts off",
            // An embed that nobody touches any more sleeps on.
            "held": matches!(failure.way, Way::Held) && !(cell.touched && told == Told::Without),
            "framed": cell.path.starts_with("/embed/"),
            "low": matches!(failure.way, Way::Low),
            "spaced": matches!(failure.way, Way::Spaced),
            // What is opened or given another day is another page than the file.
            "same": !matches!(failure.way, Way::Changed(_)),
            "words": 200,
            "parts": cell.parts,
            "links": cell.links,
            "next": "/sv/krav/",
            "chip": if cell.name == "timeline" { facts::one().name.get(Lang::Sv) } else { "" },
        })
    };
    let cells: Vec<Value> = cells.iter().map(one).collect();
    let cells = serde_json::to_string(&cells).expect("JSON").replace('<', "\\u003c");
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Side by side</title>
        <link rel=\"icon\" href=\"data:,\"><style>
        body {{ margin: 0; display: flex; flex-wrap: wrap; width: 1280px; }}
        iframe {{ width: 320px; height: 440px; border: 0; }} .low {{ height: 225px; }}
        </style><body><script id=\"cells\" type=\"application/json\">{cells}</script>
        <script>{}</script></body></html>",
        include_str!("look.js")
    )
}

/// The table of failures in ARCHITECTURE.md.
#[test]
fn every_failure_stands_in_the_architecture_and_every_one_there_is_tested() {
    let file = xtask::tools::root().expect("the checkout").join("docs/ARCHITECTURE.md");
    let text = std::fs::read_to_string(file).expect("the architecture");
    let (_, after) = text.split_once("\n### Failures\n").expect("the part on failures");
    let table = after.split("\n#").next().expect("its text");
    let rows = table.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    let told: Vec<&str> = rows.skip(1).collect();
    let made: Vec<&str> = FAILURES.iter().map(|failure| failure.name).collect();
    let alone = FAILURES.iter().filter(|failure| matches!(failure.way, Way::Alone));
    let alone: Vec<&str> = alone.map(|failure| failure.name).collect();
    assert_eq!(alone, ["no network", "back from memory", "no origin"], "those of `alone.rs`");
    assert_eq!(told, made, "the table for people and `table.rs` name the same, in the same order");
}
