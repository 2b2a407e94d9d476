//! A reader whose page never lives sees it as one whose page does: it came with all of the style
//! sheet that it can use.

use crate::stage::{House, Reader, Reply, facts, read};
use serde_json::json;
use utlovat::model::Lang;

/// How each kind of element looks, and what stands before and after it; a kind is a tag and the
/// classes of an element and of those around it.
const LOOKS: &str = "
    window.looks = () => {
        const kinds = new Map();
        for (const element of document.querySelectorAll('*')) {
            let kind = '';
            for (let up = element, depth = 0; up && depth < 3; up = up.parentElement, depth++) {
                kind += up.tagName + '.' + up.getAttribute('class') + '#' + up.id + ' < ';
            }
            if (!kinds.has(kind)) kinds.set(kind, element);
        }
        return [...kinds].map(([kind, element]) => {
            const told = ['', '::before', '::after'].map(part => {
                const style = getComputedStyle(element, part);
                return part && style.content === 'none' ? '' : style.cssText;
            });
            return kind + told.join();
        });
    };";

#[tokio::test]
async fn a_page_comes_with_all_the_looks_that_it_can_use() {
    read(async |reader| {
        let house = House::with(|path, _| {
            let loader = path.contains("/boot-") || path.contains("/embed-");
            loader.then(|| Reply::text(404, "gone"))
        });
        let read_only = facts::documents(Lang::Sv);
        for path in facts::each_type(Lang::Sv).iter().filter(|path| !read_only.contains(path)) {
            reader.goto(&house.url(path)).await;
            for (media, pixels) in [("", 320), ("print", 1280)] {
                reader.width(pixels).await;
                reader.devtools("Emulation.setEmulatedMedia", json!({ "media": media })).await;
                changes_nothing(&reader, path).await;
            }
        }
    })
    .await;
}

/// Adds the whole style sheet to the page and takes it away again.
async fn changes_nothing(reader: &Reader, path: &str) {
    reader.run(LOOKS, vec![]).await;
    // Lengths are told as they are laid out, and what comes into sight is laid out later.
    reader.until("window.tall === (window.tall = document.body.offsetHeight)").await;
    let whole = reader
        .later(
            "const before = looks();
            const sheet = document.createElement('link');
            sheet.rel = 'stylesheet';
            sheet.href = document.querySelector('script[data-style]').dataset.style;
            sheet.onerror = () => done('no sheet');
            sheet.onload = () => {
                const after = looks();
                sheet.remove();
                const at = before.findIndex((look, at) => look !== after[at]);
                const from = [...before[at] ?? ''].findIndex((one, i) => one !== after[at][i]);
                const place = at < 0 ? '' : before[at].slice(0, 99) + before[at].slice(from - 99, from + 99);
                done(before.length > 20 ? place : 'nothing');
            };
            document.head.append(sheet);",
        )
        .await;
    assert_eq!(whole, "", "{path}");
}
