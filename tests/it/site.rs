//! Whose site it is: what `site.toml` says, and what becomes of it.

use super::markup::texts_of;
use super::pages::{BUILT, build_project};
use super::project::{SETTINGS, fixture, lay_out, root};
use scraper::Html;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use utlovat::data::problem::ProblemKind;
use utlovat::data::resolve::read_site;
use utlovat::model::Lang;
use utlovat::route::Document;

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// The files in which a name may stand.
const TEXTS: [&str; 10] =
    ["html", "json", "xml", "svg", "txt", "csv", "md", "rdf", "webmanifest", "cff"];

const STATEMENT: &str = r#"
[accessibility]
form = "https://example.org/form"
compliance = "partly"
assessed = "2026-06-20"
updated = "2026-06-25"
method = "third-party"
faults = { sv = "Filmerna saknar text <1>.", en = "The films have no captions <1>." }
outside = { sv = "Kartan.", en = "The map." }
"#;

fn toy_settings() -> String {
    std::fs::read_to_string(fixture("toy/site.toml")).expect("the settings of the toy site")
}

/// The toy site with other settings.
fn built(settings: &str) -> Files {
    let place = tempfile::tempdir().expect("a folder of our own");
    let project = place.path();
    lay_out(&fixture("toy/data"), project);
    std::fs::write(project.join("site.toml"), settings).expect("settings can be written");
    build_project(project, "https://example.org/some/dir/")
}

fn texts(files: &Files) -> impl Iterator<Item = (String, &str)> {
    let text =
        |path: &Path| path.extension().is_some_and(|it| TEXTS.contains(&&*it.to_string_lossy()));
    let named = files.iter().filter(move |(path, _)| text(path));
    named.map(|(path, bytes)| {
        (path.to_string_lossy().into_owned(), std::str::from_utf8(bytes).expect("UTF-8"))
    })
}

#[test]
fn the_name_of_a_site_and_its_publisher_stand_in_its_settings_alone() {
    let ours = SETTINGS.name.sv.as_str();
    let mut named = 0;
    for (path, text) in texts(&BUILT) {
        named += usize::from(text.contains(ours));
        // The typefaces have names of their own.
        let text = text.replace("Utlovat Serif", "").replace("Utlovat Sans", "");
        assert!(!text.contains("Utlovat"), "{path} has the name of another site");
        assert!(!text.contains("{SITE}") && !text.contains("{PUBLISHER}"), "{path} has a hole");
    }
    assert!(named > 50, "only {named} files name the site");
    let front = String::from_utf8_lossy(&BUILT[Path::new("sv/index.html")]);
    let front = Html::parse_document(&front);
    let footer = texts_of(&front, "footer.site p").join(" ");
    assert!(footer.contains("Utgivare: Leksaksförlaget. Kontakt: toys@example.org"), "{footer}");
}

#[test]
fn what_a_publisher_does_not_show_is_nowhere() {
    let settings = toy_settings();
    let without = settings.replace("regions = true", "regions = false");
    let without = without.replace("danish-rule = true", "danish-rule = false");
    assert_ne!(settings, without);
    let (all, some) = (&*BUILT, built(&without));
    let of_regions = |path: &str| {
        let pages = ["sv/regioner", "en/regions", "anvand/regioner", "use/regions"];
        pages.iter().any(|page| path.contains(page))
    };
    assert!(texts(all).any(|(path, _)| of_regions(&path)));
    let mut compared = 0;
    for (path, text) in texts(&some) {
        assert!(!of_regions(&path), "{path} is there");
        assert!(!of_regions(text), "{path} leads to a page of regions");
        for link in ["/map.svg", "/map.csv"] {
            assert!(!text.contains(link), "{path} names {link}");
        }
        if path.ends_with("jamfor/index.html") && !path.contains("embed") {
            compared += usize::from(!text.contains("id=\"rule\""));
            let here = &all[Path::new(&path)];
            assert!(
                String::from_utf8_lossy(here).contains("id=\"rule\"") || path.contains("anvand")
            );
        }
    }
    assert!(compared > 0, "no page compares");
}

#[test]
fn a_statement_tells_all_that_the_law_asks_and_is_one_link_away() {
    let files = built(&(toy_settings() + STATEMENT));
    let asked = [
        (
            Lang::Sv,
            [
                "Leksaken",
                "Leksaksförlaget",
                "delvis förenlig",
                "Filmerna saknar text <1>.",
                "Kartan.",
                "20 juni 2026",
                "25 juni 2026",
                "Någon annan än vi",
            ],
        ),
        (
            Lang::En,
            [
                "The Toy",
                "Toy Press",
                "partially compliant",
                "The films have no captions <1>.",
                "The map.",
                "20 June 2026",
                "25 June 2026",
                "Somebody else",
            ],
        ),
    ];
    for (lang, words) in asked {
        let path = Document::Accessibility.path(lang);
        let html = &files[&PathBuf::from(&path).join("index.html")];
        let html = String::from_utf8_lossy(html);
        let page = Html::parse_document(&html);
        let text = texts_of(&page, "main").join(" ");
        for word in words {
            assert!(text.contains(word), "{path} does not say {word:?}: {text}");
        }
        assert!(!text.contains("{{") && !html.contains("<!-- partly"), "{path} has a hole");
        for not in
            ["helt förenlig", "inte förenlig med lagen.", "fully compliant", "12 §", "section 12"]
        {
            assert!(!text.contains(not), "{path} also says {not:?}");
        }
        for link in ["https://example.org/form", "https://www.digg.se/tdosanmalan"] {
            assert!(html.contains(&format!("href=\"{link}\"")), "{path} does not lead to {link}");
        }
        let link = format!("href=\"/some/dir/{path}\"");
        let own = format!("{}/", lang.code());
        let pages = texts(&files).filter(|(it, _)| it.starts_with(&own) && it.ends_with(".html"));
        let mut linked = 0;
        for (page, text) in pages {
            assert!(text.contains(&link), "{page} does not lead to the statement");
            linked += 1;
        }
        assert!(linked > 10, "{linked} pages");
        assert!(
            !BUILT.contains_key(&PathBuf::from(&path).join("index.html")),
            "nobody filled it in"
        );
    }
    assert!(
        texts(&files).any(|(path, text)| path == "sitemap.xml" && text.contains("/accessibility/"))
    );
}

#[test]
fn every_mistake_in_the_settings_is_told() {
    let settings = toy_settings() + STATEMENT;
    assert_eq!(read_site(&settings).1, []);
    let mistakes = [
        ("texts = \"CC0-1.0\"", "", "missing-field"),
        ("texts = \"CC0-1.0\"", "texts = \"free\"", "unknown-word"),
        ("contact = \"toys@example.org\"", "contact = \"the desk\"", "address-not-http"),
        ("regions = true", "regions = \"yes\"", "yes-or-no"),
        ("regions = true", "region = true", "unknown-field"),
        ("sv = \"Leksaken\"\n", "", "missing-translation"),
        ("en = \"Toy Press\"", "en = \" \"", "empty-text"),
        ("https://example.org/form", "example.org/form", "address-not-http"),
        ("compliance = \"partly\"", "compliance = \"mostly\"", "unknown-word"),
        ("assessed = \"2026-06-20\"", "assessed = \"2026-06\"", "date-not-a-day"),
        ("faults = ", "# faults = ", "missing-field"),
        ("[name]", "[name", "unclosed"),
    ];
    for (right, wrong, rule) in mistakes {
        assert!(settings.contains(right), "{right}");
        let (_, problems) = read_site(&settings.replacen(right, wrong, 1));
        let rules: Vec<&str> = problems.iter().map(|problem| problem.kind.name()).collect();
        if rule == "unclosed" {
            assert!(!rules.is_empty(), "{wrong}");
            continue;
        }
        assert!(rules.contains(&rule), "{wrong}: {rules:?}");
        for problem in problems {
            assert_eq!(problem.file, Path::new("site.toml"));
            assert!(problem.span.is_some(), "{wrong} has no place");
        }
    }
}

#[test]
fn the_file_explains_each_of_its_fields() {
    let text = std::fs::read_to_string(root().join("site.toml")).expect("site.toml");
    assert_eq!(read_site(&text).1, []);
    let fields = |text: &str| -> Vec<&'static str> {
        let (_, problems) = read_site(text);
        let allowed = problems.into_iter().filter_map(|problem| match problem.kind {
            ProblemKind::UnknownField { allowed, .. } => Some(allowed),
            _ => None,
        });
        allowed.flatten().collect()
    };
    let all = [fields("zzz = 1"), fields("[accessibility]\nzzz = 1")].concat();
    assert!(all.len() >= 16, "{all:?}");
    for field in all {
        let explained = text.lines().filter(|line| line.starts_with('#'));
        let of_field = |line: &&str| {
            line.contains(&format!(" {field}: ")) || line.contains(&format!("   {field} "))
        };
        assert!(explained.filter(of_field).count() > 0, "site.toml does not explain `{field}`");
    }
}
