//! What stands around the body of every page: the head, the styles that it needs, and the scripts
//! that bring it to life.

use super::document::Reading;
use super::head::{alternates as editions, head, name};
use super::pictures::card;
use super::prerender::body;
use super::published::FactFiles;
use super::social::{self, Shared};
use super::{alternates, icons, json_ld, oembed};
use crate::i18n::Key;
use crate::model::{Dataset, Lang};
use crate::open_data::disk::read;
use crate::open_data::hash::short_hash;
use crate::route::{Address, Page, Selection};
use crate::view::looks::Looks;
use crate::view::markup::escape;
use crate::view::page::embed;
use crate::view::page::needs::at_start;
use crate::view::page::spec;
use crate::view::{Facts, Site};
use base64::Engine;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// The parts of the style sheet, in their order.
pub const SHEETS: [&str; 13] = [
    "tokens", "page", "chart", "timeline", "claims", "compare", "regions", "story", "chapters",
    "day", "embed", "reuse", "print",
];

/// The one HTML shell with its holes, and what fills them on every page.
pub struct Shell {
    template: String,
    looks: Looks,
    /// The rule that names the typeface, which is no part of the sheet.
    typeface: String,
    /// The file of the whole style sheet, below the site's root.
    style: String,
    /// The style sheet of pictures: the whole one, and what is said of pictures alone; and its file.
    of_pictures: (String, String),
    assets: BTreeMap<String, String>,
}

impl Shell {
    /// Reads the shell and the style sheet from the project's folder. `assets` gives the path
    /// below the site's root of everything with a hash in its name, and `base` is that root.
    pub fn read(
        root: &Path,
        assets: BTreeMap<String, String>,
        base: &str,
    ) -> Result<Shell, String> {
        let template = read(&root.join("index.html"))?;
        let mut css = String::new();
        for name in SHEETS {
            css.push_str(&read(&root.join(format!("style/{name}.css")))?);
        }
        let looks = Looks::new(&css);
        let file = format!("url({base}{})", asset(&assets, "headings.woff2"));
        let typeface = read(&root.join("style/typeface.css"))?;
        let typeface =
            Looks::new(&typeface.replace("url(headings.woff2)", &file)).whole().to_owned();
        let style = format!("assets/style-{}.css", short_hash(looks.whole().as_bytes()));
        let of_pictures = format!("{}{}", looks.whole(), read(&root.join("style/picture.css"))?);
        let file = format!("assets/picture-{}.css", short_hash(of_pictures.as_bytes()));
        let of_pictures = (of_pictures, file);
        Ok(Shell { template, looks, typeface, style, of_pictures, assets })
    }

    /// Where the whole style sheet is to lie, below the site's root.
    pub fn style(&self) -> &str {
        &self.style
    }

    /// The whole style sheet.
    pub fn css(&self) -> &str {
        self.looks.whole()
    }

    /// What of it a page can use whose body has a class.
    pub fn style_for(&self, class: &str, body: &str) -> String {
        self.looks.of(class, body)
    }

    /// A page that says that another one is gone: nobody should find it by a search.
    pub fn gone(&self, site: Site, title: &str, body: &str) -> String {
        let links = format!("<meta name=\"robots\" content=\"noindex\">\n{}", licence(site));
        self.fill(
            site,
            Filling {
                title: &format!("{title} – {}", site.t(Key::SiteName)),
                description: title,
                links: &links,
                body,
                class: "site",
                loader: "",
            },
        )
    }

    /// The style sheet of pictures, and where it is to lie, below the site's root.
    pub fn picture_sheet(&self) -> (&str, &str) {
        (&self.of_pictures.0, &self.of_pictures.1)
    }

    /// A page of the app, which comes alive. `record` has all facts in both languages, for what
    /// search engines are told.
    pub fn page(
        &self,
        facts: &Facts,
        address: &Address,
        files: &FactFiles,
        record: &Dataset,
    ) -> String {
        let site = facts.site();
        let head = head(site, &address.page, &Selection::default());
        let embedded = matches!(address.page, Page::Embed(..));
        let mut links = String::new();
        if embedded {
            // What a reader follows opens beside the article, not within its frame.
            links.push_str("<base target=\"_blank\">\n");
        }
        if address.page.is_for_other_sites() || address.page == Page::NotFound {
            links.push_str("<meta name=\"robots\" content=\"noindex\">\n");
        }
        if address.page != Page::NotFound && !site.origin.is_empty() {
            let home = embed::home(&address.page).unwrap_or(address.page.clone());
            links.push_str(&canonical(&site.url(home)));
        }
        for (lang, href) in editions(site, &address.page) {
            links.push_str(&in_language(lang, &href));
        }
        links.push_str(&licence(site));
        links.push_str(&alternates::lines(site, &address.page));
        links.push_str(&oembed::lines(site, &address.page));
        // A frame in an article has to be light; the page that it comes from has a card.
        if !embedded {
            let shared = Shared {
                title: &name(site, &address.page),
                description: &head.description,
                path: &|lang| Address::new(lang, address.page.clone()).to_string(),
                article: address.page.procurement().is_some(),
                card: card(site, &address.page),
            };
            links.push_str(&social::lines(site, &shared));
        }
        links.push_str(&json_ld::of_page(site, record, &address.page, &head));
        self.fill(
            site,
            Filling {
                title: &head.title,
                description: &head.description,
                links: &links,
                body: &body(facts, address),
                class: if embedded { "embed" } else { "site" },
                loader: &self.loader(site, files, &address.page),
            },
        )
    }

    /// A page of plain reading: no scripts, and nothing that waits for any.
    pub fn document(&self, site: Site, reading: &Reading, record: &Dataset) -> String {
        let mut links = String::new();
        if !site.origin.is_empty() {
            let url = |lang| format!("{}{}{}", site.origin, site.base, reading.document.path(lang));
            links.push_str(&canonical(&url(site.lang())));
            for lang in Lang::ALL {
                links.push_str(&in_language(lang.code(), &url(lang)));
            }
            links.push_str(&in_language("x-default", &url(Lang::Sv)));
        }
        links.push_str(&licence(site));
        let shared = Shared {
            title: &reading.title,
            description: &reading.description,
            path: &|lang| reading.document.path(lang),
            article: false,
            card: None,
        };
        links.push_str(&social::lines(site, &shared));
        links.push_str(&json_ld::of_document(site, record, reading));
        self.fill(
            site,
            Filling {
                title: &format!("{} – {}", reading.title, site.t(Key::SiteName)),
                description: &reading.description,
                links: &links,
                body: &reading.body.0,
                class: "site",
                loader: "",
            },
        )
    }

    fn fill(&self, site: Site, filling: Filling) -> String {
        let sheet = self.looks.of(filling.class, filling.body);
        let style = format!("{}\n{sheet}", self.typeface);
        let hash = policy_hash(&style);
        // In a frame that a host allows no origin, Safari takes nothing for 'self': the site's own
        // origin is named beside it where it is known.
        let own = match (filling.class, site.origin) {
            ("embed", origin) if !origin.is_empty() => format!("'self' {origin}"),
            _ => "'self'".to_owned(),
        };
        let csp = format!(
            "default-src {own}; script-src {own} 'wasm-unsafe-eval'; \
             style-src {own} 'sha256-{hash}'; img-src {own} data:; base-uri 'none'; \
             form-action 'none'"
        );
        // A page that no script brings to life cannot ask what is published.
        let asks = filling.class == "site" && !filling.loader.is_empty();
        let newer = if asks { newer(site) } else { String::new() };
        // A link of an embed leads out of it, so it never stays alone.
        let alone = match filling.class {
            "site" => format!(" data-alone=\"{}\"", escape(site.t(Key::NoContact))),
            _ => String::new(),
        };
        let holes: [(&str, &str); 14] = [
            ("lang", site.lang().code()),
            ("csp", &csp),
            ("title", &escape(filling.title)),
            ("description", &escape(filling.description)),
            ("links", filling.links),
            ("style", &style),
            ("loader", filling.loader),
            ("unavailable", &escape(site.t(Key::InteractiveUnavailable))),
            ("unapplied", &escape(site.t(Key::NotApplied))),
            ("newer", &newer),
            ("unscripted", &escape(site.t(Key::WithoutScripts))),
            ("alone", &alone),
            ("stopped", &escape(site.t(Key::InteractiveStopped))),
            ("class", filling.class),
        ];
        let mut html = self.template.clone();
        for (hole, with) in holes {
            html = html.replace(&format!("{{{{{hole}}}}}"), with);
        }
        html.replace("{{icons}}", &icons::lines(site)).replace("{{body}}", filling.body)
    }

    /// WebAssembly comes second, but soon: preloaded at low priority, and named at the end of the
    /// page, so that nothing of it is asked for before the page itself has arrived. An embed
    /// loads nothing of it before the reader's first interaction.
    fn loader(&self, site: Site, files: &FactFiles, page: &Page) -> String {
        let at = |name| format!("{}{}", site.base, asset(&self.assets, name));
        let (glue, wasm) = (at("app.js"), at("app.wasm"));
        let below = |path: &str| format!("{}{path}", site.base);
        let (words, search) = (below(&files.words), below(&files.search));
        let needs = at_start(page, site.today);
        let parts = needs.procurements.iter().filter_map(|id| files.parts.get(id));
        let first = needs.index.then_some(&files.index).into_iter().chain(parts);
        let facts: Vec<String> = first.map(|path| below(path)).collect();
        let code = |wanted: &dyn Fn(&str) -> bool| -> Vec<String> {
            let parts = self.assets.iter().filter(|(name, _)| name.ends_with(".wasm"));
            let apart = ["app.wasm", "picture.wasm"];
            let parts = parts.filter(|(name, _)| !apart.contains(&name.as_str()) && wanted(name));
            parts.map(|(_, path)| below(path)).collect()
        };
        let own = spec(page).chunk.map(|chunk| code(&|name| chunk.is_in(name)));
        let first: Vec<String> = own.into_iter().flatten().chain(facts).collect();
        let data = format!(
            "data-keys=\"{}\" data-app=\"{glue}\" data-wasm=\"{wasm}\" data-words=\"{words}\" \
             data-code=\"{}\" data-first=\"{}\" data-style=\"{}{}\" data-steps=\"{}\" data-base=\"{}\" data-origin=\"{}\"",
            Selection::KEYS.join(" "),
            code(&|_| true).join(" "),
            first.join(" "),
            site.base,
            self.style,
            at("steps.js"),
            site.base,
            site.origin
        );
        let preload = |file: &String| {
            format!(
                "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{file}\" fetchpriority=\"low\">"
            )
        };
        let preloads: Vec<String> =
            [&wasm, &words].into_iter().chain(&first).map(preload).collect();
        let own =
            |name| format!("<script async src=\"{}\" fetchpriority=\"low\"></script>", at(name));
        let arrows = own("arrows.js");
        if matches!(page, Page::Embed(..)) {
            return format!(
                "<script async src=\"{}\" data-boot=\"{}\" data-arrows=\"{}\" data-loading=\"{}\" {data}></script>",
                at("in-frame.js"),
                at("boot.js"),
                at("arrows.js"),
                escape(site.t(Key::EmbedLoading))
            );
        }
        let others = ["back.js", "places.js", "typeface.js"].map(own).join("\n");
        // What draws a picture of the reader's choice, and the sheet that it draws under.
        let picture = match self.assets.contains_key("picture.js") && site.pictures {
            true => format!(
                " data-picture=\"{}\" data-picture-sheet=\"{}\"",
                at("picture.js"),
                below(self.picture_sheet().1)
            ),
            false => String::new(),
        };
        format!(
            "<script async src=\"{}\" {data}{picture} data-search=\"{search}\" data-offline=\"{}\"></script>\n{arrows}\n{others}\n\
             <link rel=\"modulepreload\" href=\"{glue}\" fetchpriority=\"low\">\n\
             {}",
            at("boot.js"),
            at("offline.js"),
            preloads.join("\n")
        )
    }
}

/// What a reader who has saved the site sees once a newer version of it has been published
/// (`public/assets/offline.js`).
fn newer(site: Site) -> String {
    format!(
        "<p id=\"newer\" role=\"status\" data-saving=\"{}\" data-lost=\"{}\" hidden><span>{}</span> \
         <button type=\"button\" class=\"copy\">{}</button></p>",
        escape(site.t(Key::OfflineUpdating)),
        escape(site.t(Key::OfflineNotUpdated)),
        escape(site.t(Key::OfflineNewer)),
        escape(site.t(Key::OfflineUpdate))
    )
}

/// How a page's policy allows the very text of a style or a script (CSP, `sha256-`).
pub(super) fn policy_hash(text: &str) -> String {
    base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text))
}

/// Where a file lies, below the site's root.
fn asset<'a>(assets: &'a BTreeMap<String, String>, name: &'a str) -> &'a str {
    assets.get(name).map_or(name, String::as_str)
}

/// What differs between pages.
struct Filling<'a> {
    title: &'a str,
    description: &'a str,
    /// Lines of the head.
    links: &'a str,
    body: &'a str,
    /// The class of the `<body>`.
    class: &'a str,
    /// The scripts and what they need to know.
    loader: &'a str,
}

fn canonical(url: &str) -> String {
    format!("<link rel=\"canonical\" href=\"{}\">\n", escape(url))
}

/// The licence of what the page tells.
fn licence(site: Site) -> String {
    format!("<link rel=\"license\" href=\"{}\">\n", site.today.licence.url())
}

fn in_language(lang: &str, url: &str) -> String {
    format!("<link rel=\"alternate\" hreflang=\"{lang}\" href=\"{}\">\n", escape(url))
}
