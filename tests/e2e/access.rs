//! A reader with a screen reader, with other colours, with other eyes, with a small window: axe-core
//! finds nothing on any type of page, and every letter and mark of a drawing can be told from what
//! it stands on.

use crate::stage::{House, Reader, facts, read};
use serde_json::{Value, json};
use std::path::PathBuf;
use utlovat::model::{Lang, Word};
use utlovat::route::Page;

#[tokio::test]
async fn swedish_pages_are_for_every_reader() {
    are_for_every_reader(Lang::Sv).await;
}

#[tokio::test]
async fn english_pages_are_for_every_reader() {
    are_for_every_reader(Lang::En).await;
}

async fn are_for_every_reader(lang: Lang) {
    read(async move |reader| {
        let house = House::open();
        let mut found = Found::default();
        for path in facts::each_type(lang) {
            reader.goto(&house.url(&path)).await;
            if facts::comes_alive(&path) {
                reader.alive().await;
            }
            found.look(&reader, lang, &path).await;
        }
        found.nothing(&format!("{}-pages", lang.code()));
    })
    .await;
}

#[tokio::test]
async fn what_a_swedish_reader_opens_and_chooses_is_for_every_reader() {
    states_are_for_every_reader(Lang::Sv).await;
}

#[tokio::test]
async fn what_an_english_reader_opens_and_chooses_is_for_every_reader() {
    states_are_for_every_reader(Lang::En).await;
}

async fn states_are_for_every_reader(lang: Lang) {
    read(async move |reader| {
        let house = House::open();
        let mut found = Found::default();
        for State { address, act, until } in states(lang) {
            reader.visit(&house.url(&address)).await;
            if address.contains("as-of=") || address.contains("since=") {
                reader.open_bar().await;
            }
            // A part that comes late is acted on when it is there.
            reader.until(&format!("(() => {{ {act}; return true }})()")).await;
            reader.until(&until).await;
            found.look(&reader, lang, &address).await;
        }
        found.nothing(&format!("{}-states", lang.code()));
    })
    .await;
}

/// What a reader has done to a page.
struct State {
    address: String,
    /// A script that acts as the reader does.
    act: String,
    /// An expression that holds when the page has answered.
    until: String,
}

/// A mark opened, a choice, another day, a dialog, a search with and without an answer.
fn states(lang: Lang) -> Vec<State> {
    let state = |page: Page, query: &str, act: &str, until: &str| State {
        address: format!("{}{query}", facts::path(lang, page)),
        act: act.to_owned(),
        until: until.to_owned(),
    };
    let (one, day) = (facts::one(), facts::a_day());
    let ids: Vec<&str> = facts::dataset().procurements.iter().map(|it| it.id.as_str()).collect();
    let unfold = "document.querySelectorAll('main details').forEach(fold => fold.open = true)";
    let cite = "document.querySelector('details.cite').open = true";
    let all = format!("?procurement={}&align=calendar&rule=danish", ids.join(","));
    let mut states = vec![
        state(
            Page::Timeline,
            &format!("?procurement={},nowhere", one.id),
            "if (document.querySelectorAll('.notice p').length !== 1) throw 'not yet';
            document.querySelector('a.mark').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))",
            "document.querySelector('.panel article')",
        ),
        state(
            Page::Timeline,
            "",
            "document.querySelector('#timeline [data-reuse]').click()",
            "document.querySelector('dialog.reuse-dialog')?.open && document.activeElement.id === 'reuse-title'",
        ),
        state(Page::Timeline, "?as-of=1900-01-01", cite, "document.querySelector('#cite-json')"),
        state(
            Page::Overview,
            &format!("?as-of={day}"),
            cite,
            "document.querySelector('#cite-json')",
        ),
        state(Page::Changes, &format!("?since={day}"), "", "document.querySelector('main h2')"),
        state(
            Page::Claims,
            &format!(
                "?claim={}",
                one.claims.first().map(|claim| claim.kind.word()).unwrap_or_default()
            ),
            unfold,
            "document.querySelector('main h1')",
        ),
        state(
            Page::Procurement(one.id.clone()),
            "",
            unfold,
            "document.querySelector('details.stage[open] table, details[open] table')",
        ),
        state(Page::Compare, &all, "", "document.querySelector('.rule .light')"),
        state(
            Page::Compare,
            &format!("{all}&cost=contract-value,spent"),
            "",
            "document.querySelector('.rule .light')",
        ),
        state(
            Page::Search,
            &format!("?q={}", facts::query(one.name.get(lang))),
            "",
            "document.querySelector('.found-list mark')",
        ),
        state(Page::Search, "?q=xyzzy", "", "document.querySelector('.found a')"),
        state(
            Page::Regions,
            "",
            "document.querySelector('.regions-map input[value=next]').click()",
            "document.querySelector('.regions-map input[value=next]:checked')",
        ),
    ];
    let region = facts::dataset().regions.first();
    states.extend(region.map(|region| {
        let place = format!("#r-{}", region.id);
        state(Page::Register, &place, "", "document.querySelector('.register .note:target')")
    }));
    states
}

/// What axe and `contrast.js` have found so far.
#[derive(Default)]
struct Found {
    told: Vec<String>,
    looked: u64,
    letters: u64,
    marks: u64,
}

impl Found {
    /// Looks at drawings in both windows of both schemes, and in forced colours. axe, which takes far
    /// longer, is asked in a wide window of one scheme and in a narrow one of the other. Which is wide
    /// differs with the language, so that it sees each type of page in all four.
    async fn look(&mut self, reader: &Reader, lang: Lang, place: &str) {
        self.looked += 1;
        let axe = std::fs::read_to_string(axe()).expect("axe-core; `cargo xtask test` fetches it");
        // WebDriver's own scripts are outside the page's policy.
        reader.run(&axe, vec![]).await;
        // Nothing is passed over because it is off the screen.
        let laid_out = "const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { content-visibility: visible !important }');
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];";
        reader.run(laid_out, vec![]).await;
        let drawn = reader.js("document.querySelector('main svg:not(.step)') !== null").await;
        let wide = match lang {
            Lang::Sv => "light",
            Lang::En => "dark",
        };
        for (scheme, width) in [("light", 1280), ("dark", 1280), ("dark", 320), ("light", 320)] {
            reader.scheme(scheme).await;
            reader.width(width).await;
            let here = format!("{place} {scheme} {width}");
            if (scheme == wide) == (width == 1280) {
                let found = violations(reader).await;
                self.told.extend(found.into_iter().map(|it| format!("{here}: {it}")));
            }
            if drawn == true {
                self.contrast(reader, &here).await;
            }
        }
        if drawn == true {
            reader.width(1280).await;
            reader.forced_colours(true).await;
            for scheme in ["light", "dark"] {
                reader.scheme(scheme).await;
                self.contrast(reader, &format!("{place} {scheme} forced")).await;
            }
            reader.forced_colours(false).await;
        }
    }

    async fn contrast(&mut self, reader: &Reader, place: &str) {
        let seen = reader.run(include_str!("contrast.js"), vec![]).await;
        let wrong = seen["wrong"].as_array().map(Vec::as_slice).unwrap_or_default();
        self.told.extend(wrong.iter().filter_map(Value::as_str).map(|it| format!("{place}: {it}")));
        self.letters += seen["letters"].as_u64().unwrap_or_default();
        self.marks += seen["marks"].as_u64().unwrap_or_default();
    }

    /// Fails with what was found. What was looked at is counted for `cargo xtask report`.
    fn nothing(self, name: &str) {
        let counted =
            json!({ "looked": self.looked, "letters": self.letters, "marks": self.marks });
        let file = root().join(format!("target/xtask/access/{name}.json"));
        xtask::folder::write(&file, counted.to_string().as_bytes()).expect("a file of results");
        assert!(self.letters > 100 && self.marks > 100, "hardly a drawing has been looked at");
        assert!(self.told.is_empty(), "{}", self.told.join("\n"));
    }
}

/// All rules of WCAG 2.2 A and AA, and what axe thinks best beside them. Off by default is that what
/// can be hit is 24 pixels wide and high, or has that much room (WCAG 2.5.8).
const TAGS: &str =
    "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: true } }";

/// Rule, impact and first places of each violation.
async fn violations(reader: &Reader) -> Vec<String> {
    let script = format!(
        "axe.run(document, {{ resultTypes: ['violations'], preload: false, {TAGS} }}).then(
            found => done(found.violations.map(v =>
                `${{v.id}} (${{v.impact}}) ${{v.nodes.length}} × ${{v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? '')).join(' | ')}}`)),
            error => done([String(error)]));"
    );
    serde_json::from_value(reader.later(&script).await).expect("a list")
}

fn axe() -> PathBuf {
    match std::env::var_os("UTLOVAT_AXE") {
        Some(file) => PathBuf::from(file),
        None => root().join("target/npm/node_modules/axe-core/axe.min.js"),
    }
}

fn root() -> PathBuf {
    xtask::tools::root().expect("the checkout")
}
