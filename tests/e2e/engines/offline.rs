//! A reader who saves the site to read it without a network: whole or not at all, one version, and
//! nothing before it is asked for.

use crate::stage::{Engine, House, Reader, Reply, facts, read};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use utlovat::i18n::Key;
use utlovat::model::Lang;
use utlovat::open_data::hash::full_hash;
use xtask::server::Site;

const STATUS: &str = "document.querySelector('details.offline [role=status]').textContent";
const NEWER: &str = "document.getElementById('newer')";
/// What the browser has stored: the caches by name, and whether a worker is registered.
const STORED: &str = "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])
    .then(([names, workers]) => done([names.length, workers.length]));";

#[tokio::test]
async fn a_site_is_saved_whole_updated_whole_and_removed() {
    read(async |reader| {
        let host = Host::default();
        let house = host.open();
        reader.visit(&house.url("/sv/metod/")).await;
        assert!(!house.was_asked_for("/offline.json"), "nobody has asked for it");
        open_fold(&reader).await;
        // Not every browser can: then the fold says so, and has no dead button.
        if reader.js("'serviceWorker' in navigator").await == false {
            assert_eq!(reader.engine(), Engine::WebKit, "the others can");
            says(&reader, "unable").await;
            assert_eq!(buttons(&reader).await, json!([]));
            return;
        }
        says(&reader, "size").await;
        assert_eq!(buttons(&reader).await, json!(["save"]));
        assert_eq!(reader.later(STORED).await, json!([0, 0]), "nothing is stored yet");

        // No room, before the first file and in the middle: nothing is half stored.
        // WebKitGTK does not tell how much room there is.
        if reader.js("navigator.storage !== undefined").await == true {
            host.publish(Published::TooLarge);
            no_room(&reader).await;
            host.publish(Published::First);
        }
        reader.visit(&house.url("/sv/#full")).await;
        reader.visit(&house.url("/sv/metod/#full")).await;
        open_fold(&reader).await;
        says(&reader, "size").await;
        no_room(&reader).await;

        reader.visit(&house.url("/sv/metod/")).await;
        open_fold(&reader).await;
        says(&reader, "size").await;
        press(&reader, "save").await;
        says(&reader, "saved").await;
        assert_eq!(buttons(&reader).await, json!(["remove"]));
        assert_eq!(reader.later(STORED).await, json!([2, 1]), "a note and one version");

        // Another version is published: what is read stays of the saved one, and a line says so.
        host.publish(Published::Next);
        let before = house.asked().len();
        for path in ["/sv/", "/sv/tidslinje/?from=2018"] {
            reader.visit(&house.url(path)).await;
            reader.until(&format!("!{NEWER}.hidden")).await;
            assert_eq!(reader.js(IS_NEXT).await, false, "{path}");
        }
        let asked = house.asked().split_off(before);
        let own = ["/offline.json", "/offline-worker.js"];
        assert!(asked.iter().all(|path| own.contains(&path.as_str())), "{asked:?}");

        // An update that ends half way leaves the old version whole: with the network gone, and with
        // a file cut short.
        for failure in [Published::NextAndGone, Published::NextCutShort] {
            host.publish(failure);
            reader.visit(&house.url("/sv/")).await;
            reader.until(&format!("!{NEWER}.hidden")).await;
            reader.click("#newer button").await;
            let failed = facts::words(Lang::Sv).get(Key::OfflineNotUpdated);
            reader
                .until(&format!("{NEWER}.firstElementChild.textContent === {}", json!(failed)))
                .await;
            assert_eq!(reader.later(STORED).await, json!([2, 1]));
            reader.visit(&house.url("/sv/")).await;
            assert_eq!(reader.js(IS_NEXT).await, false);
        }
        host.publish(Published::Next);
        reader.visit(&house.url("/sv/")).await;
        reader.until(&format!("!{NEWER}.hidden")).await;
        reader.click("#newer button").await;
        reader.until(IS_NEXT).await;
        reader.alive().await;
        assert_eq!(reader.later(STORED).await, json!([2, 1]), "the old version is gone");

        // No network at all, from the start: pages, a choice, the other language, a search.
        drop(house);
        let at = |path: &str| host.url(path);
        reader.visit(&at("/sv/")).await;
        assert_eq!(reader.js(IS_NEXT).await, true);
        reader.click("header.site nav a[href='/sv/tidslinje/']").await;
        reader.comes_to("/sv/tidslinje/").await;
        reader.press_chip(facts::one().name.get(Lang::Sv)).await;
        reader.until("document.querySelectorAll('section.lane').length === 1").await;
        reader.visit(&at("/en/search/?q=millennium")).await;
        reader.until("document.querySelector('main .found-list a')").await;
        assert_eq!(reader.js(&format!("{NEWER}.hidden")).await, true, "nobody can tell");

        reader.visit(&at("/sv/metod/")).await;
        open_fold(&reader).await;
        says(&reader, "saved").await;
        press(&reader, "remove").await;
        says(&reader, "removed").await;
        assert_eq!(reader.later(STORED).await, json!([0, 0]));
    })
    .await;
}

/// Whether the page is that of the second version.
const IS_NEXT: &str = "document.querySelector('meta[name=next]') !== null";

async fn no_room(reader: &Reader) {
    press(reader, "save").await;
    says(reader, "full").await;
    assert_eq!(buttons(reader).await, json!(["save"]));
    assert_eq!(reader.later(STORED).await, json!([0, 0]));
}

async fn open_fold(reader: &Reader) {
    reader.click("details.offline > summary").await;
}

async fn press(reader: &Reader, name: &str) {
    reader.click(&format!("details.offline button[name={name}]")).await;
}

/// Waits until the fold says one of its sentences, whatever stands in its blanks.
async fn says(reader: &Reader, sentence: &str) {
    let said = format!(
        "(() => {{
            const parts = document.querySelector('details.offline').dataset.{sentence}.split(/%\\w+%/);
            const said = {STATUS};
            return said.startsWith(parts[0]) && said.endsWith(parts.at(-1)) && !said.includes('%');
        }})()"
    );
    reader.until(&said).await;
}

/// The buttons that the reader sees.
async fn buttons(reader: &Reader) -> Value {
    reader
        .js("[...document.querySelectorAll('details.offline button')]
            .filter(button => button.checkVisibility()).map(button => button.name)")
        .await
}

/// What is published, and how well it is sent.
#[derive(Clone, Copy)]
enum Published {
    First,
    /// The same, but it is said to need more room than there is.
    TooLarge,
    Next,
    /// Nothing comes any more after the list.
    NextAndGone,
    /// A file ends too early.
    NextCutShort,
}

/// A host of the site, with a list of as many files as a test has time for.
#[derive(Default)]
struct Host {
    published: Arc<AtomicU8>,
    origin: std::sync::Mutex<String>,
}

impl Host {
    fn open(&self) -> House {
        let published = Arc::clone(&self.published);
        let house =
            House::with(move |path, site| answer(published.load(Ordering::SeqCst), path, site));
        *self.origin.lock().unwrap() = house.url("");
        house
    }

    fn publish(&self, what: Published) {
        self.published.store(what as u8, Ordering::SeqCst);
    }

    /// An address, also when nobody answers there any more.
    fn url(&self, path: &str) -> String {
        format!("{}{}", self.origin.lock().unwrap(), path.trim_start_matches('/'))
    }
}

fn answer(published: u8, path: &str, site: &Site) -> Option<Reply> {
    let is = |what: Published| published == what as u8;
    let is_next = !is(Published::First) && !is(Published::TooLarge);
    let list = list(is_next, site);
    let place = format!("assets/offline-{}.json", &full_hash(&list)[..10]);
    if path == "/offline.json" {
        let stored: u64 = if is(Published::TooLarge) { 9_000_000_000_000_000 } else { 3_000_000 };
        let note = json!({ "version": full_hash(&list), "list": place, "fetched": 1_500_000, "stored": stored });
        return Some(Reply::json(note.to_string().into_bytes()));
    }
    if path[1..] == place {
        return Some(Reply::json(list));
    }
    let asset = path.starts_with("/assets/");
    match path {
        _ if is(Published::NextAndGone) && (path == "/en/" || path.starts_with("/assets/w")) => {
            Some(Reply::text(503, "gone"))
        }
        _ if is(Published::NextCutShort) && asset && path.ends_with(".css") => {
            let mut reply = Reply::file(path, site);
            reply.body.truncate(reply.body.len() / 2);
            Some(reply)
        }
        _ if path == "/sv/" || path.starts_with("/assets/boot-") => {
            let mut reply = Reply::file(path, site);
            reply.body = changed(&path[1..], reply.body, is_next);
            Some(reply)
        }
        _ => None,
    }
}

/// The build's own list, of these pages and all assets alone.
fn list(is_next: bool, site: &Site) -> Vec<u8> {
    let read = |path: &str| std::fs::read(site.folder.join(path)).expect("a file of the build");
    let note: Value = serde_json::from_slice(&read("offline.json")).expect("JSON");
    let all: Map<String, Value> =
        serde_json::from_slice(&read(note["list"].as_str().expect("a path"))).expect("JSON");
    let pages = ["sv/", "en/", "sv/metod/", "sv/tidslinje/", "en/search/"];
    let mut list: Map<String, Value> = all
        .into_iter()
        .filter(|(path, _)| {
            let beside = path.starts_with("assets/")
                || path.contains("manifest")
                || path.contains("favicon");
            beside || pages.contains(&path.as_str())
        })
        .collect();
    assert!(pages.iter().all(|page| list.contains_key(*page)), "the build lists each page");
    for (path, hash) in &mut list {
        if path == "sv/" || path.starts_with("assets/boot-") {
            let index = if path.ends_with('/') { "index.html" } else { "" };
            *hash = json!(full_hash(&changed(path, read(&format!("{path}{index}")), is_next)));
        }
    }
    serde_json::to_vec(&list).expect("JSON")
}

/// A page that is another one in the next version; and a script after which, in a page that asks
/// for it, there is no room for the sixth file.
fn changed(path: &str, file: Vec<u8>, is_next: bool) -> Vec<u8> {
    let text = String::from_utf8(file).expect("UTF-8");
    let text = match path {
        "sv/" if is_next => text.replacen("<head>", "<head><meta name=\"next\" content=\"\">", 1),
        "sv/" => text,
        _ => text + FULL,
    };
    text.into_bytes()
}

const FULL: &str = "
if (location.hash === '#full') {
    const { put } = Cache.prototype;
    let room = 5;
    Cache.prototype.put = function (...file) {
        if (room-- > 0) return put.apply(this, file);
        return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    };
}";
