//! The site as one file, unpacked and opened from disk: whole, linked, and honest about what it is.

use crate::stage::{House, facts, on_top, read};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use utlovat::model::Lang;
use xtask::folder::{files, slashed, write};
use xtask::from_disk::archive;
use xtask::tools::root;

const LIVE: &str = "https://example.org/some/dir/";

/// Everything that can be pressed or written in and that one sees. Folds, links and what the style
/// sheet answers (the system of today or the next) do without scripts, a code that is there to be
/// copied by hand is no control, and a heading to sort by looks like any other.
const CONTROLS: &str = "[...document.querySelectorAll('button:not(.sort), input:not([type=radio]), select, textarea:not([readonly]), [role=slider], [role=button]')]
    .filter(it => it.checkVisibility({ visibilityProperty: true })).map(it => it.outerHTML.slice(0, 90))";

#[tokio::test]
async fn the_site_opens_from_disk_without_a_server() {
    let root = root().expect("the checkout");
    let bytes = archive(&root, &House::folder_below(), LIVE).expect("an archive");
    let place = root.join("target/from-disk");
    let _ = std::fs::remove_dir_all(&place);
    unpack(&bytes, &place);
    every_link_leads_to_a_file(&place);
    let folder = place.clone();
    read(async move |reader| {
        let at = |path: &str| {
            format!("file://{}/{}index.html", folder.display(), path.trim_start_matches('/'))
        };
        for lang in Lang::ALL {
            // What only scripts answer is not in the copy.
            let types = facts::each_type(lang);
            let there: Vec<_> = types
                .iter()
                .filter(|path| {
                    folder.join(path.trim_start_matches('/')).join("index.html").is_file()
                })
                .collect();
            assert!(there.len() + 2 >= types.len(), "{} of {types:?}", there.len());
            for path in there {
                reader.goto(&at(path)).await;
                assert_eq!(reader.js("document.querySelectorAll('h1').length").await, 1, "{path}");
                assert_eq!(reader.js(CONTROLS).await, serde_json::json!([]), "{path}");
                let line = reader.text("document.getElementById('unapplied').innerText").await;
                let says =
                    if lang == Lang::Sv { "Det här är en kopia" } else { "This is a copy" };
                let whole = format!("https://example.org/some/dir{path}");
                assert!(line.starts_with(says) && line.ends_with(&whole), "{path}: {line}");
            }
        }
        reader.goto(&at("/")).await;
        reader.click("header.site nav a[href$='tidslinje/index.html']").await;
        reader.until("location.pathname.endsWith('/sv/tidslinje/index.html')").await;
        reader.hit(&on_top("a.mark:not([href*='#'])")).await;
        reader.until("location.pathname.includes('/handelse/')").await;
        reader.click(".language a").await;
        reader.until("location.pathname.includes('/en/procurement/')").await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
    std::fs::remove_dir_all(place).expect("to clear away");
}

fn unpack(bytes: &[u8], place: &Path) {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    for number in 0..archive.len() {
        let mut file = archive.by_index(number).expect("a file");
        let name = file.name().expect("a name").into_owned();
        let mut bytes = vec![];
        file.read_to_end(&mut bytes).expect("its bytes");
        write(&place.join(name), &bytes).expect("to unpack");
    }
}

/// Within the copy, no address of a page is one of a server or of a folder.
fn every_link_leads_to_a_file(place: &Path) {
    let there: BTreeSet<String> =
        files(place).expect("the copy").iter().map(|file| slashed(file)).collect();
    assert!(there.iter().all(|file| !file.contains("assets/") && !file.ends_with(".wasm")));
    for page in there.iter().filter(|file| file.ends_with(".html")) {
        let html = std::fs::read_to_string(place.join(page)).expect("a page");
        let addresses = html.split(" href=\"").skip(1).chain(html.split(" src=\"").skip(1));
        for address in addresses.filter_map(|rest| rest.split('"').next()) {
            let elsewhere = ["https://", "http://", "mailto:", "data:", "#"];
            if elsewhere.iter().any(|begin| address.starts_with(begin)) {
                continue;
            }
            let address = address.split('#').next().unwrap_or_default();
            let mut path = PathBuf::from(page);
            path.pop();
            for part in address.split('/') {
                if part == ".." {
                    assert!(path.pop(), "{page} leads out of the copy")
                } else {
                    path.push(part)
                }
            }
            assert!(there.contains(&slashed(&path)), "{page} leads to {address}");
        }
    }
    assert!(there.contains("sv/index.html") && there.contains("data/v1/dataset.json"));
}
