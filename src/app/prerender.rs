//! Every page of every language, written to a file at build time: complete without scripts.

use super::document::Reading;
use super::facts::{OfSite, divisible};
use super::frame::around;
use super::frames::Columns;
use super::head::every_address;
use super::icons::{ICON, Icons};
use super::oembed;
use super::pictures::{self, Style, card};
use super::published::FactFiles;
use super::root::root;
use super::search_index;
use super::shell::Shell;
use super::{sitemap, versions};
use crate::data::publish;
use crate::model::{Dataset, Id, Lang, Shown};
use crate::open_data::disk::{read, write};
use crate::open_data::hash::short_hash;
use crate::open_data::tables::tables;
use crate::open_data::versions::{Frozen, Release};
use crate::open_data::{File, Project, Publication, split_base_url};
use crate::route::{Address, Document, Page, Selection};
use crate::view::block::{Block, Content};
use crate::view::figure::Asked;
use crate::view::figure_data::DataForm;
use crate::view::frame_height::Frames;
use crate::view::markup::escape;
use crate::view::page::every_page;
use crate::view::picture::{Pictured, every};
use crate::view::{self, Controls, Facts, PageState, Site};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
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

/// What a site became.
pub struct Written {
    /// The number of pages.
    pub pages: usize,
    /// Whether there is an accessibility statement among them.
    pub statement: bool,
}

/// Writes all pages and both editions.
pub fn prerender(job: &Job) -> Result<Written, String> {
    let Project { settings, dataset, messages, ledger } = Project::read(&job.root)?;
    let (origin, base) = split_base_url(&job.base_url)?;
    let root = format!("{origin}{base}");
    let publication = Publication {
        settings: &settings,
        dataset: &dataset,
        root: &root,
        messages: &messages,
        ledger: &ledger,
    };
    let shell = Shell::read(&job.root, job.assets.clone(), &base)?;
    write(&job.out.join(shell.style()), shell.css().as_bytes())?;
    let columns = Columns::new(shell.css());
    let icons = Icons::of(&read(&job.root.join(ICON))?)?;
    let described: Vec<Document> =
        tables(publication).iter().map(|table| Document::Table(table.name)).collect();
    write_files(job, icons.files.iter().chain(&sitemap::files(publication, &described)))?;
    start_leptos();
    let frozen = Frozen::read(&job.root)?;
    for release in &frozen.releases {
        let folder = release.about.folder();
        for file in &release.files {
            write(&job.out.join(format!("{folder}{}", file.path)), &file.bytes)?;
        }
    }

    // Each language is work of its own.
    let (pages, editions) = std::thread::scope(|scope| {
        let written = Lang::ALL.map(|lang| {
            let (looks, at) = ((&shell, &icons, &columns), (&*origin, &*base));
            let made_of = (publication, &frozen);
            scope.spawn(move || edition(job, made_of, lang, looks, at))
        });
        written.into_iter().try_fold((0, vec![]), |(pages, mut editions), language| {
            let written = language.join().map_err(|_| "a page cannot be written".to_owned())?;
            let (more, edition) = written?;
            editions.push(edition);
            Ok::<_, String>((pages + more, editions))
        })
    })?;
    if let Some(cache) = &job.pictures {
        let (css, path) = shell.picture_sheet();
        write(&job.out.join(path), css.as_bytes())?;
        let style = Style::new(css);
        let editions: Vec<&Facts> = editions.iter().collect();
        // A site at another address is drawn with other words.
        let cache = cache.join(short_hash(root.as_bytes()));
        pictures::draw_all(&editions, &style, &cache, |drawn| {
            write(&job.out.join(&drawn.path), &drawn.bytes)
        })?;
    }
    Ok(Written { pages, statement: settings.shown().statement })
}

/// Writes files below the site's root.
fn write_files<'a>(job: &Job, files: impl IntoIterator<Item = &'a File>) -> Result<(), String> {
    files.into_iter().try_for_each(|file| write(&job.out.join(&file.path), &file.bytes))
}

/// Writes both editions and every page of one language. Gives back the number of pages, and what
/// they are made from.
fn edition(
    job: &Job,
    (publication, frozen): (Publication, &Frozen),
    lang: Lang,
    (shell, icons, columns): (&Shell, &Icons, &Columns),
    (origin, base): (&str, &str),
) -> Result<(usize, Facts), String> {
    let (dataset, messages) = (publication.dataset, publication.words(lang).clone());
    let mut pages = 0;
    let whole = divisible(publish::edition(dataset, lang));
    let index = search_index::search_index(dataset, &messages);
    let shown = publication.settings.shown();
    let release = frozen.of_today(dataset);
    let kept = release.map(|release| held(dataset, &shown, lang, release));
    let pictures = job.pictures.is_some();
    let of_site = OfSite { pictures, frozen: kept.clone(), shown: shown.clone() };
    let files = FactFiles::write(&job.out, &whole, &messages, &index, of_site)?;
    // For as long as the program runs, which is a second.
    let base: &'static str = Box::leak(base.into());
    let origin: &'static str = Box::leak(origin.into());
    let all = Facts::of_today(whole, Box::leak(Box::new(messages)), base, origin)
        .pictured(pictures)
        .frozen_as(kept.map(Arc::new))
        .showing(Box::leak(Box::new(shown)))
        .styled(Box::leak(shell.css().into()));
    let mut addresses = every_address(all.site());
    let all = match &job.pictures {
        Some(cache) => {
            let frames = frames(&all, &addresses, columns, &cache.join("frames"))?;
            all.framed(Box::leak(Box::new(frames)))
        }
        None => all,
    };
    write_files(job, &[icons.manifest(all.site())])?;
    write_files(job, &figure_data(all.site()))?;
    write_files(job, &oembed::files(all.site(), |embed| card(all.site(), embed)))?;
    if lang == Lang::Sv {
        addresses.push(Address::new(lang, Page::NotFound));
    }
    let mut parts = Parts { all: &all, one: None };
    for address in addresses {
        let html = shell.page(parts.of(&address), &address, &files, dataset);
        write(&job.out.join(file_of(&address)), html.as_bytes())?;
        if lang == Lang::Sv && address.page == Page::Overview {
            write(&job.out.join("index.html"), html.as_bytes())?;
        }
        pages += 1;
    }
    let mut there: BTreeSet<String> =
        every_address(all.site()).iter().map(ToString::to_string).collect();
    for reading in Reading::all(&job.root, all.site(), publication, frozen)? {
        there.insert(reading.document.path(lang));
        let path = job.out.join(reading.document.path(lang)).join("index.html");
        write(&path, shell.document(all.site(), &reading, dataset).as_bytes())?;
        pages += 1;
    }
    let own = format!("{}/", lang.code());
    for (path, version) in versions::gone(frozen, &there) {
        if path.starts_with(&own) {
            let (title, page) = versions::of_gone(all.site(), &version);
            let twin = all.site().href_in(lang.other(), Page::Overview);
            let html = shell.gone(all.site(), title, &around(all.site(), &twin, page).0);
            write(&job.out.join(path).join("index.html"), html.as_bytes())?;
            pages += 1;
        }
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

/// What a frozen version has of today's embeds.
fn held(dataset: &Dataset, shown: &Shown, lang: Lang, release: &Release) -> view::Frozen {
    let has: BTreeSet<&str> = release.files.iter().map(|file| &*file.path).collect();
    let embeds =
        every_page(dataset, shown).into_iter().filter(|page| matches!(page, Page::Embed(..)));
    let paths = embeds.map(|page| Address::new(lang, page).to_string());
    let lacks = paths.filter(|path| !has.contains(&*format!("{path}index.html"))).collect();
    view::Frozen { version: release.about.version.clone(), lacks }
}

/// How high the frame of each embed is, by its path.
fn frames(
    all: &Facts,
    addresses: &[Address],
    columns: &Columns,
    cache: &Path,
) -> Result<Frames, String> {
    let mut parts = Parts { all, one: None };
    let embeds = addresses.iter().filter(|it| matches!(it.page, Page::Embed(..)));
    let height =
        |embed: &Address| Ok((embed.to_string(), columns.heights(parts.of(embed), embed, cache)?));
    embeds.map(height).collect()
}

/// What pages are made from, which come one procurement after another.
struct Parts<'a> {
    all: &'a Facts,
    /// The last one that was asked for, by itself.
    one: Option<(Id, Facts)>,
}

impl Parts<'_> {
    /// The facts that a page shows: looking through all procurements for each page of one would
    /// take the square of the time.
    fn of(&mut self, address: &Address) -> &Facts {
        let Some(id) = address.page.procurement() else { return self.all };
        if self.one.as_ref().is_none_or(|(there, _)| there != id) {
            self.one = Some((id.clone(), only(self.all, id)));
        }
        self.one.as_ref().map_or(self.all, |(_, one)| one)
    }
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
    Facts::of_today(one, all.messages, all.base, all.origin)
        .pictured(all.pictures)
        .frozen_as(all.frozen.clone())
        .showing(all.shown)
        .styled(all.sheet)
        .framed(all.frames)
}

/// The HTML of one page's `#app`.
pub fn body(facts: &Facts, address: &Address) -> String {
    chosen_body(facts, address, Selection::default())
}

/// The same as a reader sees it who has made a choice.
pub fn chosen_body(facts: &Facts, address: &Address, selection: Selection) -> String {
    let state = PageState::of_file(facts.site(), &selection);
    written(facts, &selection, root(state, address))
}

/// Lets Leptos write controls. Only the first call can succeed; later ones find it done.
pub(super) fn start_leptos() {
    let _ = any_spawner::Executor::init_futures_executor();
}

/// Elements of a page as HTML.
pub(super) fn written(facts: &Facts, selection: &Selection, blocks: Vec<Block>) -> String {
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new())));
    let html = owner.with(|| {
        let (facts, selection) = (facts.clone(), selection.clone());
        let controls = Controls {
            facts: Signal::derive(move || facts.clone()),
            selection: Signal::derive(move || selection.clone()),
            ready: Signal::derive(|| true),
            choose: Callback::new(|_| {}),
        };
        let mut html = String::new();
        for block in blocks {
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
        // The browser makes a control anew in its place, so nobody looks for the marks that Leptos
        // leaves for hydration, and to HTML they are broken comments.
        Content::Control(make) => {
            html.push_str(&make(controls).to_html().replace("<!>", ""));
        }
    }
    html.push_str(&format!("</{tag}>"));
}

/// The file that a static host serves for an address.
fn file_of(address: &Address) -> PathBuf {
    let path = address.to_string();
    if path.ends_with('/') { PathBuf::from(path).join("index.html") } else { PathBuf::from(path) }
}
