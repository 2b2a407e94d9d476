//! Every page of every language, written to a file at build time: complete without scripts.

use super::document::Reading;
use super::facts::divisible;
use super::head::every_address;
use super::icons::{ICON, Icons};
use super::oembed;
use super::pictures::{self, Style, card};
use super::published::FactFiles;
use super::root::root;
use super::search_index;
use super::shell::{Shell, escape};
use super::sitemap;
use crate::data::publish;
use crate::model::{Dataset, Id, Lang};
use crate::open_data::disk::{read, write};
use crate::open_data::tables::tables;
use crate::open_data::{File, Project, Publication, split_base_url};
use crate::route::{Address, Document, Page, Selection};
use crate::view::block::{Block, Content};
use crate::view::figure::Asked;
use crate::view::figure_data::DataForm;
use crate::view::picture::{Pictured, every};
use crate::view::{Controls, Facts, PageState, Site};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// Where to read, where to write, and where the site will stand.
pub struct Job {
    /// The project's folder, with `data/`, `locales/`, `style/`, `public/` and `index.html`.
    pub root: PathBuf,
    /// The folder that becomes the site.
    pub out: PathBuf,
    /// Where the site is published: `https://example.org/some/dir/`, or empty.
    pub base_url: String,
    /// Logical name → path below the site's root, for everything with a hash in its name.
    pub assets: BTreeMap<String, String>,
    /// Where what was drawn of the figures is kept for the next build; none where no pictures are
    /// wanted.
    pub pictures: Option<PathBuf>,
}

/// What is said of pictures alone, beside the style sheet of the site.
const PICTURE: &str = "style/picture.css";

/// Writes all pages and both editions. Gives back the number of pages.
pub fn prerender(job: &Job) -> Result<usize, String> {
    let Project { dataset, messages, ledger } = Project::read(&job.root)?;
    let (origin, base) = split_base_url(&job.base_url)?;
    let root = format!("{origin}{base}");
    let publication =
        Publication { dataset: &dataset, root: &root, messages: &messages, ledger: &ledger };
    let shell = Shell::read(&job.root, job.assets.clone(), &base)?;
    write(&job.out.join(shell.style()), shell.css().as_bytes())?;
    let icons = Icons::of(&read(&job.root.join(ICON))?)?;
    let described: Vec<Document> =
        tables(publication).iter().map(|table| Document::Table(table.name)).collect();
    write_files(job, icons.files.iter().chain(&sitemap::files(&root, &dataset, &described)))?;
    // Only the first call can succeed; later ones find the executor in place.
    let _ = any_spawner::Executor::init_futures_executor();

    // Each language is work of its own.
    let (pages, editions) = std::thread::scope(|scope| {
        let written = Lang::ALL.map(|lang| {
            let (shell, icons, at) = (&shell, &icons, (&*origin, &*base));
            scope.spawn(move || edition(job, publication, lang, (shell, icons), at))
        });
        written.into_iter().try_fold((0, vec![]), |(pages, mut editions), language| {
            let written = language.join().map_err(|_| "a page cannot be written".to_owned())?;
            let (more, edition) = written?;
            editions.push(edition);
            Ok::<_, String>((pages + more, editions))
        })
    })?;
    if let Some(cache) = &job.pictures {
        let style = Style::new(&format!("{}{}", shell.css(), read(&job.root.join(PICTURE))?));
        let editions: Vec<&Facts> = editions.iter().collect();
        pictures::draw_all(&editions, &style, cache, |drawn| {
            write(&job.out.join(&drawn.path), &drawn.bytes)
        })?;
    }
    Ok(pages)
}

/// Writes files below the site's root.
fn write_files<'a>(job: &Job, files: impl IntoIterator<Item = &'a File>) -> Result<(), String> {
    files.into_iter().try_for_each(|file| write(&job.out.join(&file.path), &file.bytes))
}

/// Writes both editions and every page of one language. Gives back the number of pages, and what
/// they are made from.
fn edition(
    job: &Job,
    publication: Publication,
    lang: Lang,
    (shell, icons): (&Shell, &Icons),
    (origin, base): (&str, &str),
) -> Result<(usize, Facts), String> {
    let (dataset, messages) = (publication.dataset, publication.words(lang).clone());
    let mut pages = 0;
    let whole = divisible(publish::edition(dataset, lang));
    let index = search_index::search_index(dataset, &messages);
    let files = FactFiles::write(&job.out, &whole, &messages, &index, job.pictures.is_some())?;
    // For as long as the program runs, which is a second.
    let base: &'static str = Box::leak(base.into());
    let origin: &'static str = Box::leak(origin.into());
    let all = Facts::of_today(whole, Box::leak(Box::new(messages)), base, origin)
        .pictured(job.pictures.is_some());
    write_files(job, &[icons.manifest(all.site())])?;
    write_files(job, &figure_data(all.site()))?;
    write_files(job, &oembed::files(all.site(), |embed| card(all.site(), embed)))?;
    let mut addresses = every_address(all.site());
    if lang == Lang::Sv {
        addresses.push(Address::new(lang, Page::NotFound));
    }
    let mut one: Option<(Id, Facts)> = None;
    for address in addresses {
        // A page is made from what it shows: looking through all procurements for each page of
        // one would take the square of the time.
        if let Some(id) = address.page.procurement()
            && one.as_ref().is_none_or(|(there, _)| there != id)
        {
            one = Some((id.clone(), only(&all, id)));
        }
        let facts = match (address.page.procurement(), &one) {
            (Some(_), Some((_, one))) => one,
            _ => &all,
        };
        let html = shell.page(facts, &address, &files, dataset);
        write(&job.out.join(file_of(&address)), html.as_bytes())?;
        if lang == Lang::Sv && address.page == Page::Overview {
            write(&job.out.join("index.html"), html.as_bytes())?;
        }
        pages += 1;
    }
    for reading in Reading::all(&job.root, all.site(), publication)? {
        let path = job.out.join(reading.document.path(lang)).join("index.html");
        write(&path, shell.document(all.site(), &reading, dataset).as_bytes())?;
        pages += 1;
    }
    Ok((pages, all))
}

/// The rows of every figure, of all procurements and of each.
pub fn figure_data(site: Site) -> Vec<File> {
    let selection = Selection::default();
    let of = |pictured: &Pictured| {
        let asked = Asked { site, selection: &selection, only: pictured.one(site).into() };
        DataForm::ALL.map(|form| {
            let path = pictured.data_path(site.lang(), form);
            File::text(path, form.written(pictured.figure, asked))
        })
    };
    every(site).iter().flat_map(of).collect()
}

/// The facts with one procurement alone.
fn only(all: &Facts, id: &Id) -> Facts {
    let Dataset { version, licence, reviewed, parties, sources, procurements, .. } = &*all.today;
    let one = Dataset {
        version: version.clone(),
        licence: *licence,
        reviewed: *reviewed,
        parties: parties.clone(),
        sources: sources.clone(),
        procurements: procurements.iter().filter(|one| one.id == *id).cloned().collect(),
        regions: vec![],
    };
    Facts::of_today(one, all.messages, all.base, all.origin).pictured(all.pictures)
}

/// The HTML of one page's `#app`.
pub fn body(facts: &Facts, address: &Address) -> String {
    chosen_body(facts, address, Selection::default())
}

/// The same as a reader sees it who has made a choice.
pub fn chosen_body(facts: &Facts, address: &Address, selection: Selection) -> String {
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new())));
    let state = PageState::of_file(facts.site(), &selection);
    let html = owner.with(|| {
        let (facts, selection) = (facts.clone(), selection.clone());
        let controls = Controls {
            facts: Signal::derive(move || facts.clone()),
            selection: Signal::derive(move || selection.clone()),
            ready: Signal::derive(|| true),
            choose: Callback::new(|_| {}),
        };
        let mut html = String::new();
        for block in root(state, address) {
            write_block(&mut html, block, controls);
        }
        html
    });
    owner.unset_with_forced_cleanup();
    html
}

/// Writes an element out. What is hidden stays empty until somebody asks for it.
fn write_block(html: &mut String, block: Block, controls: Controls) {
    let Block { key, tag, class, attributes, hidden, content, .. } = block;
    html.push_str(&format!("<{tag} data-key=\"{}\"", escape(&key)));
    if !class.is_empty() {
        html.push_str(&format!(" class=\"{class}\""));
    }
    for (name, value) in attributes {
        html.push_str(&format!(" {name}=\"{}\"", escape(&value)));
    }
    html.push_str(if hidden { " hidden>" } else { ">" });
    match content {
        Content::Html(make) if !hidden => html.push_str(&make().0),
        Content::Html(_) => {}
        Content::Blocks(blocks) => {
            blocks.into_iter().for_each(|block| write_block(html, block, controls));
        }
        Content::Control(make) => html.push_str(&make(controls).to_html()),
    }
    html.push_str(&format!("</{tag}>"));
}

/// The file that a static host serves for an address.
fn file_of(address: &Address) -> PathBuf {
    let path = address.to_string();
    if path.ends_with('/') { PathBuf::from(path).join("index.html") } else { PathBuf::from(path) }
}
