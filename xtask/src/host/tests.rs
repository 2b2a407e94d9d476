//! What is written for hosts that the tests cannot run, read as those hosts read it.

use super::rules::{EVERYWHERE, Part};
use super::types::KINDS;
use super::*;
use std::collections::BTreeMap;

const ORIGIN: &str = "https://example.org";

fn standing(base: &str) -> Standing {
    let entry = |name: &str, folder| Entry { name: name.to_owned(), folder };
    let folders = ["assets", "data", "embed", "en", "oembed", "pictures", "sv", "v"];
    let top = folders.map(|name| entry(name, true)).into_iter();
    let top = top.chain([entry("404.html", false), entry("embed.js", false)]).collect();
    Standing { origin: ORIGIN.to_owned(), base: base.to_owned(), top }
}

/// A path in each part of the site.
const PLACES: [(&str, Part); 6] = [
    ("sv/krav/index.html", Part::Pages),
    ("404.html", Part::Pages),
    ("assets/app-0123456789.wasm", Part::Assets),
    ("embed/sv/krav/index.html", Part::Embeds),
    ("v/1.0.0/embed/sv/krav/index.html", Part::Frozen),
    ("data/v1/dataset.json", Part::Files),
];

/// What must be sent with a file of that part.
fn wanted(part: Part) -> BTreeMap<String, String> {
    let all = rules::all(part, ORIGIN).into_iter();
    all.map(|(name, value)| (name.to_owned(), value)).collect()
}

#[test]
fn netlify_and_cloudflare_send_each_header_once() {
    for base in ["/", "/some/dir/"] {
        let (_, text) = Host::Netlify.file(&standing(base)).unwrap();
        // A line that begins at the edge is a path, the lines below it are headers.
        let mut blocks: Vec<(&str, Vec<(&str, &str)>)> = vec![];
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match line.strip_prefix("  ") {
                None => {
                    assert!(line.starts_with('/') && line.matches('*').count() <= 1, "{line}");
                    assert!(!line.contains(' '), "{line}");
                    blocks.push((line, vec![]));
                }
                Some(header) => {
                    let (name, value) = header.split_once(": ").expect("a header");
                    assert!(!name.contains([' ', ':']) && !value.is_empty(), "{line}");
                    blocks.last_mut().expect("a path above it").1.push((name, value));
                }
            }
        }
        // What Cloudflare reads at most.
        assert!(blocks.len() <= 100 && text.lines().all(|line| line.len() <= 2_000));
        let holds = |path: &str, file: &str| match path.split_once('*') {
            Some((before, after)) => file.starts_with(before) && file.ends_with(after),
            None => path == file,
        };
        for (file, part) in PLACES {
            let mut sent = BTreeMap::new();
            for (_, headers) in
                blocks.iter().filter(|(path, _)| holds(path, &format!("{base}{file}")))
            {
                for (name, value) in headers {
                    let before = sent.insert((*name).to_owned(), (*value).to_owned());
                    assert_eq!(before, None, "{file} gets {name} twice");
                }
            }
            assert_eq!(sent, wanted(part), "{file}");
        }
        let front = blocks.iter().find(|(path, headers)| *path == base && !headers.is_empty());
        assert!(front.is_some(), "the front page has no headers of its own");
    }
}

#[test]
fn iis_reads_its_file_and_has_each_type_and_header_once() {
    let (_, text) = Host::Iis.file(&standing("/")).unwrap();
    let document = roxmltree::Document::parse(&text).expect("XML");
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "configuration");
    let named = |node: roxmltree::Node, tag: &str| -> Vec<(String, String)> {
        let found = node.descendants().filter(|it| it.has_tag_name(tag));
        let keys = ["name", "fileExtension"];
        let values = ["value", "mimeType"];
        let of = |it: roxmltree::Node, keys: [&str; 2]| {
            keys.iter().find_map(|key| it.attribute(*key)).unwrap_or_default().to_owned()
        };
        found.map(|it| (of(it, keys), of(it, values))).collect()
    };
    let server = root.children().find(|it| it.has_tag_name("system.webServer")).unwrap();
    // IIS answers every request with an error when a type stands twice, so each is removed first.
    let types = named(server, "mimeMap");
    let told: Vec<_> = KINDS
        .iter()
        .map(|kind| (format!(".{}", kind.ending), kind.media_type.to_owned()))
        .collect();
    assert_eq!(types, told);
    let removed =
        named(server.descendants().find(|it| it.has_tag_name("staticContent")).unwrap(), "remove");
    assert_eq!(
        removed.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        types.iter().map(|(name, _)| name).collect::<Vec<_>>()
    );

    let headers = |node: roxmltree::Node| -> BTreeMap<String, Option<String>> {
        let place = node.descendants().find(|it| it.has_tag_name("customHeaders"));
        let lines = place.into_iter().flat_map(|it| it.children().filter(|it| it.is_element()));
        let mut found = BTreeMap::new();
        for line in lines {
            let name = line.attribute("name").expect("a name").to_owned();
            let value = line.attribute("value").map(str::to_owned);
            let before = found.insert(name, value.clone());
            assert!(value.is_none() || before.is_none_or(|it| it.is_none()), "it stands twice");
        }
        found
    };
    let cache = |node: roxmltree::Node| {
        let line = node.descendants().find(|it| it.has_tag_name("clientCache")).expect("caching");
        line.attribute("cacheControlMode").expect("a mode").to_owned()
    };
    for (file, part) in PLACES {
        let folder = file.split('/').next().unwrap();
        let own = root.children().find(|it| it.attribute("path") == Some(folder));
        assert_eq!(own.is_some(), part != Part::Pages, "{folder}");
        let mut sent = headers(server);
        sent.extend(own.map(headers).unwrap_or_default());
        let sent: BTreeMap<String, String> =
            sent.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        let mut wanted = wanted(part);
        wanted.remove("Cache-Control");
        assert_eq!(sent, wanted, "{file}");
        let mode = if part == Part::Assets { "UseMaxAge" } else { "DisableCache" };
        assert_eq!(cache(own.unwrap_or(server)), mode, "{file}");
    }
}

/// Blocks in braces, each line in them a directive: what Caddy's own reader asks of a file. Where
/// Caddy is there, the step `hosting` asks Caddy.
#[test]
fn caddy_reads_its_file() {
    for base in ["/", "/some/dir/"] {
        let (_, text) = Host::Caddy.file(&standing(base)).unwrap();
        let mut depth = 0_i32;
        let mut matchers = vec![];
        let mut used = vec![];
        for line in
            text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            assert_eq!(line.matches('"').count() % 2, 0, "{line}");
            if line == "}" {
                depth -= 1;
            }
            assert!(depth >= 0, "a block ends that did not begin: {line}");
            let mut words = line.split_whitespace();
            match (words.next(), words.next()) {
                (Some(name), Some(_)) if name.starts_with('@') => matchers.push(name),
                (Some("header" | "error"), Some(name)) if name.starts_with('@') => used.push(name),
                _ => {}
            }
            if line.ends_with('{') {
                depth += 1;
            }
        }
        assert_eq!(depth, 0);
        assert_eq!(matchers.len(), KINDS.len() + Part::ALL.len() + 1);
        assert_eq!(
            matchers.iter().collect::<std::collections::BTreeSet<_>>().len(),
            matchers.len()
        );
        assert!(used.iter().all(|name| matchers.contains(name)), "{used:?}");
        for part in Part::ALL {
            for (name, value) in rules::all(part, ORIGIN) {
                assert!(text.contains(&format!("{name} \"{value}\"")), "{name} of {part:?}");
            }
        }
    }
}

#[test]
fn a_new_header_reaches_every_host_that_takes_headers() {
    for host in Host::value_variants() {
        let Some((path, text)) = host.file(&standing("/")) else { continue };
        if *host == Host::Github {
            continue;
        }
        for (name, value) in EVERYWHERE {
            assert!(text.contains(name) && text.contains(value), "{path}: {name}");
        }
    }
}

#[test]
fn every_host_writes_into_a_site_what_it_reads() {
    let place = tempfile::tempdir().unwrap();
    write(&place.path().join("sv/index.html"), b"").unwrap();
    write(&place.path().join("sv.html.gz"), b"").unwrap();
    for host in Host::value_variants() {
        let told = prepare(place.path(), *host, "https://example.org/some/dir/").unwrap();
        if let Some(file) = file_for(place.path(), *host) {
            assert!(file.is_file(), "{}", file.display());
        } else {
            assert!(told.starts_with("no file"), "{told}");
        }
    }
    let at = Standing::of(place.path(), "").unwrap();
    assert_eq!((at.base.as_str(), at.origin.as_str()), ("/", ""));
    let names: Vec<_> = at.top.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(
        names,
        ["_headers", "sv", "web.config"],
        "compressed and hidden files are told of nowhere"
    );
}
