//! Frozen versions on the site: the page that lists them, and what stands where one of them leads
//! to a page that is gone.

use super::ledger::listed;
use crate::i18n::format;
use crate::model::{Lang, PartialDate};
use crate::open_data::Publication;
use crate::open_data::ledger::{Kind, Version};
use crate::open_data::versions::{Frozen, Release};
use crate::route::{Document, Page};
use crate::view::{Gathered, Markup, Site, html};
use std::collections::{BTreeMap, BTreeSet};

/// Every version, newest first: what is in it, and what has changed since.
pub fn versions(site: Site, publication: Publication, frozen: &Frozen) -> Markup {
    let edits = &publication.ledger.versions;
    let words = words(site.lang());
    let (mut newer, mut sections) = (0, vec![]);
    for release in &frozen.releases {
        // What lies between a version and the next one is told once, at the older one.
        let at = edits.iter().position(|edit| edit.id == release.about.ledger);
        let since = at.map(|at| edits.get(newer..at).unwrap_or_default());
        sections.push(section(site, release, since));
        newer = at.unwrap_or(newer);
    }
    let today = &publication.dataset.version;
    let none_of_today = frozen.of_today(publication.dataset).is_none();
    html! {
        @if none_of_today { p class="note" { (words.not_frozen) " (" (today) ")." } }
        (sections.into_iter().gathered())
    }
}

fn section(site: Site, release: &Release, since: Option<&[Version]>) -> Markup {
    let (lang, about) = (site.lang(), &release.about);
    let words = words(lang);
    let folder = format!("{}{}", site.base, about.folder());
    let date = about.reviewed().map(|day| format::date(lang, PartialDate::Day(day)));
    let is_embed = |path: &str| path.starts_with(&format!("embed/{}/", lang.code()));
    let embeds = release.files.iter().filter(|file| is_embed(&file.path)).count();
    let link =
        |path: &str, name: &str| html! { li { a href=(format!("{folder}{path}")) { (name) } } };
    let id = format!("v-{}", about.version);
    html! {
        section id=(id) {
            h2 { (words.version) " " (about.version) " " a href=(format!("#{id}")) { "#" } }
            p { (words.reviewed) " " (date.unwrap_or_default()) "." }
            ul {
                (link("", &format!("{} ({embeds})", words.figures)))
                (link("data/v1/dataset.json", words.json))
                (link("data/datapackage.json", words.tables))
                (link("data/CITATION.cff", words.citation))
            }
            (changed(site, since))
        }
    }
}

/// What the edits between a version and the next one changed.
fn changed(site: Site, since: Option<&[Version]>) -> Markup {
    let words = words(site.lang());
    let Some(since) = since else { return html! { p class="note" { (words.untold) } } };
    let count = |kind| {
        let changes = since.iter().flat_map(|edit| &edit.changes);
        changes.filter(|change| change.kind == kind).count()
    };
    let (facts, conclusions) = (count(Kind::Fact), count(Kind::Conclusion));
    if facts + conclusions == 0 {
        return html! { p class="note" { (words.unchanged) } };
    }
    let page = format!("{}{}", site.base, Document::Ledger.path(site.lang()));
    html! {
        details {
            summary {
                (words.changed) " " (facts) " " (words.facts) ", " (conclusions) " "
                (words.conclusions)
            }
            (since.iter().map(|edit| listed(site.lang(), edit, &page)).gathered())
        }
    }
}

/// The pages that frozen files lead to and that are not among today's, each with the version that
/// leads there. `there` are the paths of today's pages, below the root of the site.
pub fn gone(frozen: &Frozen, there: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut gone = BTreeMap::new();
    for Release { about, files } in &frozen.releases {
        for file in files.iter().filter(|file| file.path.ends_with(".html")) {
            let html = String::from_utf8_lossy(&file.bytes);
            let at = format!("{}{}", about.folder(), file.path);
            for target in links(&html).filter_map(|link| below(&at, link)) {
                let is_page = target.ends_with('/') && !target.starts_with("v/");
                if is_page && !there.contains(&target) {
                    gone.entry(target).or_insert_with(|| about.version.clone());
                }
            }
        }
    }
    gone
}

/// What a page says that stood at an address once.
pub fn of_gone(site: Site, version: &str) -> (&'static str, Markup) {
    let words = words(site.lang());
    let list = format!("{}{}", site.base, Document::Versions.path(site.lang()));
    let ledger = format!("{}{}", site.base, Document::Ledger.path(site.lang()));
    let page = html! {
        div class="reading" {
            h1 { (words.gone) }
            p { (words.gone_how) }
            ul {
                li { a href=(format!("{list}#v-{version}")) { (words.version) " " (version) } }
                li { a href=(ledger) { (words.ledger) } }
                li { a href=(site.href(Page::Overview)) { (words.overview) } }
            }
        }
    };
    (words.gone, page)
}

/// The relative addresses that a page names.
fn links(html: &str) -> impl Iterator<Item = &str> {
    let values = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    values.filter(|value| value.starts_with("../"))
}

/// Where a relative address leads from a file, as a path below the root of the site; none where it
/// leads out of it.
fn below(file: &str, link: &str) -> Option<String> {
    let link = link.split(['#', '?']).next().unwrap_or_default();
    let mut folders: Vec<&str> = file.split('/').collect();
    folders.pop();
    let mut rest = link;
    while let Some(after) = rest.strip_prefix("../") {
        folders.pop()?;
        rest = after;
    }
    let folders: String = folders.iter().map(|folder| format!("{folder}/")).collect();
    Some(format!("{folders}{rest}"))
}

/// The words of these pages, which no other page needs.
struct Words {
    version: &'static str,
    reviewed: &'static str,
    figures: &'static str,
    json: &'static str,
    tables: &'static str,
    citation: &'static str,
    not_frozen: &'static str,
    untold: &'static str,
    unchanged: &'static str,
    changed: &'static str,
    facts: &'static str,
    conclusions: &'static str,
    gone: &'static str,
    gone_how: &'static str,
    ledger: &'static str,
    overview: &'static str,
}

const SV: Words = Words {
    version: "Version",
    reviewed: "Granskad",
    figures: "Alla figurer, av allt och av varje upphandling",
    json: "Uppgifterna som JSON",
    tables: "Tabeller i CSV, beskrivna som Data Package",
    citation: "Så citeras den (CITATION.cff)",
    not_frozen: "Uppgifterna som de är i dag är inte frysta än",
    untold: "Vad som har ändrats sedan dess kan inte sägas: listan över ändringar når inte dit.",
    unchanged: "Ingen uppgift och ingen slutsats har ändrats sedan dess.",
    changed: "Ändrat efter den här versionen:",
    facts: "uppgifter",
    conclusions: "slutsatser",
    gone: "Sidan finns inte längre",
    gone_how: "En fryst figur leder hit. När den frystes fanns det en sida här, men den hör inte till \
               uppgifterna som de är i dag. Det som stod finns kvar i den frysta versionen, och listan \
               över ändringar säger vad som har tagits bort.",
    ledger: "Vad varje ändring av uppgifterna ändrade",
    overview: "Berättelsen i dag",
};

const EN: Words = Words {
    version: "Version",
    reviewed: "Reviewed",
    figures: "All figures, of everything and of each procurement",
    json: "The facts as JSON",
    tables: "Tables in CSV, described as a Data Package",
    citation: "How to cite it (CITATION.cff)",
    not_frozen: "The facts as they are today are not frozen yet",
    untold: "What has changed since cannot be told: the list of changes does not reach that far.",
    unchanged: "No fact and no conclusion has changed since.",
    changed: "Changed after this version:",
    facts: "facts",
    conclusions: "conclusions",
    gone: "This page is no longer here",
    gone_how: "A frozen figure leads here. There was a page when it was frozen, but it is not among \
               the facts as they are today. What it said is still in the frozen version, and the list \
               of changes tells what was taken out.",
    ledger: "What each edit of the facts changed",
    overview: "The story today",
};

fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Sv => &SV,
        Lang::En => &EN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_address_is_found_below_the_root() {
        let file = "v/1.0.0/embed/sv/krav/index.html";
        assert_eq!(below(file, "../../../../../sv/krav/#claims").as_deref(), Some("sv/krav/"));
        assert_eq!(below(file, "../../../data/v1/").as_deref(), Some("v/1.0.0/data/v1/"));
        assert_eq!(below(file, "../../../../../../x/"), None);
    }
}
