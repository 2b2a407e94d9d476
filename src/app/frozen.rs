//! What a version of the data keeps when it is frozen: the facts as files, and each figure that
//! stands in somebody's article, as an embed and as a picture.
//!
//! Not every page is kept and no WebAssembly: what others point to is a figure or the facts, and
//! pages with all that makes them answer would weigh a hundred times as much. A frozen embed is a
//! file by itself. Its style and the script that tells its height stand in it, and its links are
//! relative, so that it is the same bytes at every address and needs nothing of later builds but
//! the pages that it leads to. Those that are gone then are told of by [`super::versions`].

use super::head::{every_address, head, name};
use super::pictures::{Drawn, Kept, Style, svg_of};
use super::prerender::{start_leptos, written};
use super::shell::{Shell, policy_hash};
use crate::data::publish;
use crate::i18n::Key;
use crate::model::{Lang, PartialDate, Shown};
use crate::open_data::disk::read;
use crate::open_data::versions::SITE_FOLDER;
use crate::open_data::{File, Project, Publication, files};
use crate::route::{Address, Document, Page, Selection};
use crate::view::block::Block;
use crate::view::markup::escape;
use crate::view::page::embed::home;
use crate::view::page::page;
use crate::view::picture::every;
use crate::view::{Facts, Gathered, Markup, PageState, Site, html};
use std::collections::BTreeMap;
use std::path::Path;

/// The way from a file of facts (`v/NAME/data/v1/dataset.json`) to the root of the site: so the
/// addresses of pages in it lead there wherever the site stands.
const FROM_FACTS: &str = "../../../../";

/// The files of facts that are kept, or what their paths begin with.
const FACTS: [&str; 4] = ["data/CITATION.cff", "data/csv/", "data/datapackage.json", "data/v1/"];

/// The script that tells the height.
const IN_FRAME: &str = "public/assets/in-frame.js";

/// The one for arrow keys and tips.
const ARROWS: &str = "public/assets/arrows.js";

/// Every file of the version that a project's facts make, by its path in the version's folder.
/// Pictures are drawn where somebody tells in which folder drawings are kept.
pub fn freeze(root: &Path, pictures: Option<&Path>) -> Result<Vec<File>, String> {
    start_leptos();
    let Project { settings, dataset, messages, ledger } = Project::read(root)?;
    let publication = Publication {
        settings: &settings,
        dataset: &dataset,
        root: FROM_FACTS,
        messages: &messages,
        ledger: &ledger,
    };
    let shown: &'static Shown = Box::leak(Box::new(settings.shown()));
    let kept = |file: &File| FACTS.iter().any(|path| file.path.starts_with(path));
    let mut version: Vec<File> = files(publication)?.into_iter().filter(kept).collect();
    let shell = Shell::read(root, BTreeMap::new(), "")?;
    let script = read(&root.join(IN_FRAME))?;
    version.push(File::text("arrows.js", read(&root.join(ARROWS))?));
    let mut listed = vec![];
    for messages in messages {
        let lang = messages.lang();
        let messages = Box::leak(Box::new(messages));
        let edition = publish::edition(&dataset, lang);
        let facts = Facts::of_today(edition, messages, "", "").showing(shown);
        let mut embeds = vec![];
        for address in every_address(facts.site()) {
            if matches!(address.page, Page::Embed(..)) {
                embeds.push((address.to_string(), name(facts.site(), &address.page)));
                version.push(embed(&shell, &facts, &address, &script));
            }
        }
        if let Some(cache) = pictures {
            let style = Style::new(shell.picture_sheet().0);
            let cache = Kept::at(cache);
            for pictured in every(facts.site()) {
                let drawn = svg_of(facts.site(), &pictured, &style, &cache)?;
                version.extend(drawn.into_iter().map(|Drawn { path, bytes }| File { path, bytes }));
            }
        }
        listed.push((facts, embeds));
    }
    version.push(front(&shell, &listed));
    Ok(version)
}

/// A figure by itself.
fn embed(shell: &Shell, facts: &Facts, address: &Address, script: &str) -> File {
    let path = format!("{address}index.html");
    let up = "../".repeat(path.matches('/').count());
    // From its folder to that of the version, and from there past `v/NAME/` to the site.
    let site_root = format!("{up}{}", "../".repeat(SITE_FOLDER.matches('/').count() + 1));
    let facts = Facts { base: Box::leak(site_root.into()), ..facts.clone() };
    let site = facts.site();
    let selection = Selection::default();
    let state = PageState::of_file(site, &selection);
    let words = words(site.lang());
    let told = Block::html("frozen", "p", "credit", move || line(site));
    let today = home(&address.page).map(|home| site.href(home)).unwrap_or_default();
    let data = format!("{up}data/v1/dataset.json");
    let credit = Block::html("credit", "p", "credit", move || {
        html! { a href=(today) { (words.today) } " · " a href=(data) { (words.data) } }
    });
    let mut blocks = page(state, &address.page);
    // What was chosen, and links to the table of today, are not of this version.
    blocks.retain(|block| block.key != "notice" && block.key != "credit");
    blocks.insert(blocks.len().min(1), told);
    blocks.push(credit);
    let main = Block::around("main", "main", "", blocks).attribute("id", "content");
    let body = written(&facts, &selection, vec![main]);
    let head = head(site, &address.page, &selection);
    let attributes = format!(" data-arrows=\"{up}arrows.js\"");
    let html = alone(Alone {
        lang: site.lang(),
        title: &head.title,
        description: &head.description,
        licence: site.today.licence.url(),
        class: "embed",
        style: &shell.style_for("embed", &body),
        body: &body,
        script: Some((&attributes, script)),
    });
    File::text(path, html)
}

/// The page that lists all of a version, in both languages.
fn front(shell: &Shell, listed: &[(Facts, Vec<(String, String)>)]) -> File {
    let part = |(facts, embeds): &(Facts, Vec<(String, String)>)| {
        let site = facts.site();
        let words = words(site.lang());
        let link = |path: &str, name: &str| html! { li { a href=(path) { (name) } } };
        let list = format!("../../{}", Document::Versions.path(site.lang()));
        let embeds = embeds.iter().map(|(path, name)| link(path, name));
        html! {
            section lang=(site.lang().code()) id=(site.lang().code()) {
                h2 { (words.version) " " (site.today.version) }
                p { (line_of_all(site)) }
                p { a href=(list) { (words.others) } }
                h3 { (words.facts) }
                ul {
                    (link("data/v1/dataset.json", words.json))
                    (link("data/datapackage.json", words.tables))
                    (link("data/CITATION.cff", words.citation))
                }
                h3 { (words.figures) }
                ul { (embeds.gathered()) }
            }
        }
    };
    let way = |(facts, _): &(Facts, Vec<(String, String)>)| {
        let lang = facts.site().lang();
        html! { a href=(format!("#{}", lang.code())) lang=(lang.code()) { (words(lang).own) } " " }
    };
    let site = listed[0].0.site();
    let (name, version) = (site.t(Key::SiteName), &*site.today.version);
    let body = html! {
        main id="content" {
            div class="reading" {
                h1 { (name) " " (version) }
                p { (listed.iter().map(way).gathered()) }
                (listed.iter().map(part).gathered())
            }
        }
    };
    let html = alone(Alone {
        lang: site.lang(),
        title: &format!("{name} {version}"),
        description: &format!("{} {}.", words(site.lang()).all_as_it_stood, of_version(site)),
        licence: site.today.licence.url(),
        class: "site",
        style: &shell.style_for("site", &body.0),
        body: &body.0,
        script: None,
    });
    File::text("index.html", html)
}

/// That a figure is frozen, and as of when.
fn line(site: Site) -> Markup {
    let words = words(site.lang());
    html! { strong { (words.frozen) } " " (words.so_it_stood) " " (of_version(site)) "." }
}

fn line_of_all(site: Site) -> Markup {
    let words = words(site.lang());
    html! { (words.frozen) " " (words.all_as_it_stood) " " (of_version(site)) "." }
}

fn of_version(site: Site) -> String {
    let words = words(site.lang());
    let date = site.date(PartialDate::Day(site.today.reviewed));
    format!("{} {}, {} {date}", words.in_version, site.today.version, words.reviewed)
}

/// The words of frozen files, which no living page needs.
struct Words {
    own: &'static str,
    frozen: &'static str,
    so_it_stood: &'static str,
    all_as_it_stood: &'static str,
    in_version: &'static str,
    reviewed: &'static str,
    today: &'static str,
    data: &'static str,
    version: &'static str,
    others: &'static str,
    facts: &'static str,
    json: &'static str,
    tables: &'static str,
    citation: &'static str,
    figures: &'static str,
}

const SV: Words = Words {
    own: "Svenska",
    frozen: "Fryst.",
    so_it_stood: "Så såg hela figuren ut",
    all_as_it_stood: "Allt här står som det gjorde",
    in_version: "i version",
    reviewed: "granskad",
    today: "Figuren i dag, med alla uppgifter och källor",
    data: "Uppgifterna i den här versionen (JSON)",
    version: "Version",
    others: "Alla versioner, och vad som har ändrats sedan dess",
    facts: "Uppgifterna",
    json: "Allt som JSON",
    tables: "Tabeller i CSV, beskrivna som Data Package",
    citation: "Så citeras de (CITATION.cff)",
    figures: "Figurerna",
};

const EN: Words = Words {
    own: "English",
    frozen: "Frozen.",
    so_it_stood: "This is how all of the figure stood",
    all_as_it_stood: "Everything here is as it stood",
    in_version: "in version",
    reviewed: "reviewed",
    today: "The figure today, with all facts and sources",
    data: "The facts of this version (JSON)",
    version: "Version",
    others: "All versions, and what has changed since",
    facts: "The facts",
    json: "Everything as JSON",
    tables: "Tables in CSV, described as a Data Package",
    citation: "How to cite them (CITATION.cff)",
    figures: "The figures",
};

fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Sv => &SV,
        Lang::En => &EN,
    }
}

/// A page in a file by itself.
struct Alone<'a> {
    lang: Lang,
    title: &'a str,
    description: &'a str,
    licence: &'a str,
    class: &'a str,
    style: &'a str,
    body: &'a str,
    /// Attributes of the script, and what it does.
    script: Option<(&'a str, &'a str)>,
}

/// The policy allows this very style and script by their hashes: that holds in a frame without an
/// origin too, where a browser may take nothing for `'self'`.
fn alone(page: Alone) -> String {
    let Alone { title, description, licence, class, style, body, .. } = page;
    let (scripts, script) = match page.script {
        Some((attributes, script)) => (
            format!("'self' 'sha256-{}'", policy_hash(script)),
            format!("<script{attributes}>{script}</script>\n"),
        ),
        None => ("'none'".to_owned(), String::new()),
    };
    // A frame is left by its links; a page of its own is not.
    let base = if class == "embed" { "<base target=\"_blank\">\n" } else { "" };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src {scripts}; style-src 'sha256-{style_hash}'; img-src data:; base-uri 'none'; \
         form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <meta name=\"description\" content=\"{description}\">\n<style>{style}</style>\n{base}\
         <meta name=\"robots\" content=\"noindex\">\n<link rel=\"license\" href=\"{licence}\">\n\
         </head>\n<body class=\"{class}\"><div id=\"app\">{body}</div>\n{script}</body>\n</html>\n",
        lang = page.lang.code(),
        style_hash = policy_hash(style),
        title = escape(title),
        description = escape(description),
    )
}
