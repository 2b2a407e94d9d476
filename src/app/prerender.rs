//! Every page of every language, written to a file at build time: complete without scripts.

use super::edition::Edition;
use super::head::{alternates, every_address, head};
use super::looks::Looks;
use super::root::root;
use super::search_index;
use crate::data::{folder, publish};
use crate::i18n::{Key, Messages, locale};
use crate::model::{Dataset, Lang};
use crate::open_data::v1;
use crate::route::{Address, Page, Selection};
use crate::view::{Live, Lookup, Sight, Site};
use base64::Engine;
use leptos::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where to read, where to write, and where the site will stand.
pub struct Job {
    /// The project's folder, with `data/`, `locales/`, `style/` and `index.html`.
    pub root: PathBuf,
    /// The folder that becomes the site.
    pub out: PathBuf,
    /// Where the site is published: `https://example.org/some/dir/`, or empty.
    pub base_url: String,
    /// Logical name → path below the site's root, for everything with a hash in its name.
    pub assets: BTreeMap<String, String>,
}

/// Writes all pages, both editions and the published JSON. Gives back the number of pages.
pub fn prerender(job: &Job) -> Result<usize, String> {
    let (dataset, mut problems) = folder::read(&job.root);
    problems.retain(|problem| !problem.is_warning());
    if let Some(problem) = problems.first() {
        return Err(format!(
            "data/ has {} problems, the first in {}: {} Run `cargo xtask check` to see all.",
            problems.len(),
            problem.file.display(),
            problem.sentence(Lang::En)
        ));
    }
    let words: Vec<(Lang, String)> = Lang::ALL
        .into_iter()
        .map(|lang| Ok((lang, read(&job.root.join(format!("locales/{}.toml", lang.code())))?)))
        .collect::<Result<_, String>>()?;
    let texts: Vec<(Lang, &str)> =
        words.iter().map(|(lang, text)| (*lang, text.as_str())).collect();
    let (mut messages, problems) = locale::read(&texts);
    if let Some(problem) = problems.first() {
        return Err(format!("{problem} ({} problems in locales/ in all)", problems.len()));
    }
    let (origin, base) = split_base_url(&job.base_url)?;
    let shell = Shell::read(job)?;
    // Only the first call can succeed; later ones find the executor in place.
    let _ = any_spawner::Executor::init_futures_executor();

    // Each language is work of its own.
    let pages = std::thread::scope(|scope| {
        let written = Lang::ALL.map(|lang| {
            let messages = messages.remove(&lang);
            let (dataset, shell, origin, base) = (&dataset, &shell, &*origin, &*base);
            scope.spawn(move || {
                let messages = messages
                    .ok_or_else(|| format!("locales/{}.toml is missing: add it.", lang.code()))?;
                edition(job, dataset, messages, shell, (origin, base))
            })
        });
        written.into_iter().try_fold(0, |pages, language| {
            let more = language.join().map_err(|_| "a page cannot be written".to_owned())?;
            Ok::<_, String>(pages + more?)
        })
    })?;
    open_data(job, &dataset, &format!("{origin}{base}"))?;
    Ok(pages)
}

/// Writes what the world reads: the facts as JSON, their schema and how to read them. What
/// breaks the schema is not published.
fn open_data(job: &Job, dataset: &Dataset, root: &str) -> Result<(), String> {
    let json = v1::to_json(&v1::v1(dataset, root));
    let mistakes = v1::mistakes(&json);
    if let Some(mistake) = mistakes.first() {
        return Err(format!(
            "data/v1/dataset.json breaks its schema in {} places, the first at {mistake}. \
             Describe what is new in src/open_data/v1/dataset.schema.json, or mend src/open_data.",
            mistakes.len()
        ));
    }
    let folder = job.out.join("data/v1");
    write(&folder.join("dataset.json"), json.as_bytes())?;
    write(&folder.join("dataset.schema.json"), v1::SCHEMA.as_bytes())?;
    write(&folder.join("README.md"), v1::readme(dataset, root).as_bytes())
}

/// Writes both editions and every page of one language. Gives back the number of pages.
fn edition(
    job: &Job,
    dataset: &Dataset,
    messages: Messages,
    shell: &Shell,
    (origin, base): (&str, &str),
) -> Result<usize, String> {
    let lang = messages.lang();
    let mut pages = 0;
    let whole = publish::edition(dataset, lang);
    let first = publish::overview(&whole);
    let index = search_index::search_index(dataset, &messages);
    let file = |name: &str, bytes: Result<Vec<u8>, postcard::Error>| -> Result<String, String> {
        let bytes = bytes.map_err(|error| format!("the {name}: {error}"))?;
        let path = format!("assets/{name}-{}-{}.bin", lang.code(), short_hash(&bytes));
        write(&job.out.join(&path), &bytes)?;
        Ok(path)
    };
    let whole = Edition { dataset: whole, messages: messages.clone() };
    let first = Edition { dataset: first, messages };
    let facts = Facts {
        whole: file("facts", whole.to_bytes())?,
        overview: file("overview", first.to_bytes())?,
        search: file("search", index.to_bytes())?,
    };
    let site = |edition: Edition| {
        let edition: &'static Edition = Box::leak(Box::new(edition));
        Site {
            dataset: &edition.dataset,
            today: &edition.dataset,
            messages: &edition.messages,
            base: Box::leak(base.into()),
            origin: Box::leak(origin.into()),
        }
    };
    let (overview, site) = (site(first), site(whole));
    let mut addresses = every_address(site);
    if lang == Lang::Sv {
        addresses.push(Address::new(lang, Page::NotFound));
    }
    for address in addresses {
        // The overview is made from what its hydration will have, and nothing more.
        let site = if address.page == Page::Overview { overview } else { site };
        let html = shell.page(site, &address, &facts);
        write(&job.out.join(file_of(&address)), html.as_bytes())?;
        if lang == Lang::Sv && address.page == Page::Overview {
            write(&job.out.join("index.html"), html.as_bytes())?;
        }
        pages += 1;
    }
    Ok(pages)
}

/// The HTML of one page's `#app`.
pub fn body(site: Site, address: &Address) -> String {
    chosen_body(site, address, Selection::default())
}

/// The same as a reader sees it who has made a choice.
pub fn chosen_body(site: Site, address: &Address, selection: Selection) -> String {
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new())));
    let address = address.clone();
    let html = owner.with(move || {
        let live = Live {
            selection: Signal::derive(move || selection.clone()),
            bad: Signal::derive(Vec::new),
            choose: Callback::new(|_| {}),
            opened: RwSignal::new(None),
            hydrating: Signal::derive(|| false),
            whole: Signal::derive(|| true),
            shape: Signal::derive(|| None),
            unfolded: Signal::derive(|| false),
            settled: Signal::derive(|| true),
            sight: Sight::NOBODY,
            line_up: |turn| turn(),
            folds: StoredValue::new(vec![]),
            lookup: Signal::derive(|| Lookup::Asleep),
            look_up: Callback::new(|()| {}),
        };
        root(Signal::derive(move || site), Signal::derive(move || address.clone()), live).to_html()
    });
    owner.unset_with_forced_cleanup();
    html
}

/// The files of one language's facts, below the site's root.
struct Facts {
    whole: String,
    overview: String,
    /// The index of the search, which is fetched when somebody searches.
    search: String,
}

/// The one HTML shell with its holes, and what fills them on every page.
struct Shell {
    template: String,
    looks: Looks,
    /// The file of the whole style sheet, below the site's root.
    style: String,
    assets: BTreeMap<String, String>,
}

impl Shell {
    fn read(job: &Job) -> Result<Shell, String> {
        let template = read(&job.root.join("index.html"))?;
        let mut css = String::new();
        for name in ["tokens", "page", "chart", "print"] {
            css.push_str(&read(&job.root.join(format!("style/{name}.css")))?);
        }
        let looks = Looks::new(&css);
        let style = format!("assets/style-{}.css", short_hash(looks.whole().as_bytes()));
        write(&job.out.join(&style), looks.whole().as_bytes())?;
        Ok(Shell { template, looks, style, assets: job.assets.clone() })
    }

    fn page(&self, site: Site, address: &Address, facts: &Facts) -> String {
        let head = head(site, &address.page, &Selection::default());
        let embedded = matches!(address.page, Page::Embed(..));
        let mut links = String::new();
        if address.page == Page::NotFound {
            links.push_str("<meta name=\"robots\" content=\"noindex\">\n");
        } else if !site.origin.is_empty() {
            links.push_str(&format!(
                "<link rel=\"canonical\" href=\"{}\">\n",
                escape(&site.url(address.page.clone()))
            ));
        }
        for (lang, href) in alternates(site, &address.page) {
            links.push_str(&format!(
                "<link rel=\"alternate\" hreflang=\"{lang}\" href=\"{}\">\n",
                escape(&href)
            ));
        }
        let loader = self.loader(site, facts, &address.page);
        let body = body(site, address);
        let unavailable = site.t(Key::InteractiveUnavailable);
        let class = if embedded { "embed" } else { "site" };
        let style = self.looks.of(class, &body);
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(&style));
        let csp = format!(
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
             style-src 'self' 'sha256-{hash}'; img-src 'self' data:; base-uri 'none'; \
             form-action 'none'"
        );
        let holes: [(&str, &str); 10] = [
            ("lang", site.lang().code()),
            ("csp", &csp),
            ("title", &escape(&head.title)),
            ("description", &escape(&head.description)),
            ("links", &links),
            ("style", &style),
            ("loader", &loader),
            ("unavailable", &escape(unavailable)),
            ("unapplied", &escape(site.t(Key::NotApplied))),
            ("class", class),
        ];
        let mut html = self.template.clone();
        for (hole, with) in holes {
            html = html.replace(&format!("{{{{{hole}}}}}"), with);
        }
        html.replace("{{icon}}", &format!("{}favicon.svg", site.base)).replace("{{body}}", &body)
    }

    /// WebAssembly comes second, but soon: preloaded at low priority, and named at the end of the
    /// page, so that nothing of it is asked for before the page itself has arrived. An embed
    /// loads nothing of it before the reader's first interaction.
    fn loader(&self, site: Site, facts: &Facts, page: &Page) -> String {
        let at = |name: &str| {
            let path = self.assets.get(name).map_or(name, String::as_str);
            format!("{}{path}", site.base)
        };
        let (glue, wasm) = (at("app.js"), at("app.wasm"));
        let whole = format!("{}{}", site.base, facts.whole);
        let search = format!("{}{}", site.base, facts.search);
        let (facts, more) = match page {
            Page::Overview => {
                (format!("{}{}", site.base, facts.overview), format!(" data-more=\"{whole}\""))
            }
            _ => (whole, String::new()),
        };
        let data = format!(
            "data-app=\"{glue}\" data-wasm=\"{wasm}\" data-facts=\"{facts}\"{more} \
             data-style=\"{}{}\" data-base=\"{}\" data-origin=\"{}\"",
            site.base, self.style, site.base, site.origin
        );
        let arrows =
            format!("<script async src=\"{}\" fetchpriority=\"low\"></script>", at("arrows.js"));
        if matches!(page, Page::Embed(..)) {
            return format!(
                "<script async src=\"{}\" data-boot=\"{}\" {data}></script>\n{arrows}",
                at("embed.js"),
                at("boot.js")
            );
        }
        format!(
            "<script async src=\"{}\" {data} data-search=\"{search}\"></script>\n{arrows}\n\
             <link rel=\"modulepreload\" href=\"{glue}\" fetchpriority=\"low\">\n\
             <link rel=\"preload\" as=\"fetch\" crossorigin href=\"{wasm}\" fetchpriority=\"low\">\n\
             <link rel=\"preload\" as=\"fetch\" crossorigin href=\"{facts}\" fetchpriority=\"low\">",
            at("boot.js")
        )
    }
}

/// The file that a static host serves for an address.
fn file_of(address: &Address) -> PathBuf {
    let path = address.to_string();
    if path.ends_with('/') { PathBuf::from(path).join("index.html") } else { PathBuf::from(path) }
}

/// `https://example.org/some/dir/` → (`https://example.org`, `/some/dir/`).
fn split_base_url(url: &str) -> Result<(String, String), String> {
    if url.is_empty() {
        return Ok((String::new(), "/".to_owned()));
    }
    let wrong = || {
        format!(
            "--base-url `{url}` is no http(s) address: write it as https://example.org/some/dir/"
        )
    };
    let parsed = url::Url::parse(url).map_err(|_| wrong())?;
    if !matches!(parsed.scheme(), "http" | "https") || parsed.query().is_some() {
        return Err(wrong());
    }
    let mut base = parsed.path().to_owned();
    if !base.ends_with('/') {
        base.push('/');
    }
    Ok((parsed.origin().ascii_serialization(), base))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path)
        .map_err(|error| format!("{} cannot be read ({error}): restore it.", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let failed = |error| format!("{} cannot be written ({error}).", path.display());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    std::fs::write(path, bytes).map_err(failed)
}
