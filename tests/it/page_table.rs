//! The table of pages: each page that has an entry is written, and each is found from every other.

use super::pages::toy;
use super::project::root;
use std::collections::BTreeSet;
use std::fs::DirEntry;
use std::path::PathBuf;
use utlovat::model::Lang;
use utlovat::route::Page;
use utlovat::view::page::{content, spec};

#[test]
fn every_page_with_an_entry_is_written_in_every_language() {
    let folder = std::fs::read_dir(root().join("src/view/page")).expect("the folder of pages");
    let has_entry = |file: &PathBuf| {
        std::fs::read_to_string(file).expect("a page").contains("pub static SPEC: PageSpec")
    };
    // A page of many parts is a folder.
    let path = |file: std::io::Result<DirEntry>| {
        let path = file.expect("a file").path();
        if path.is_dir() { path.join("mod.rs") } else { path }
    };
    let files = folder.map(path).filter(has_entry);
    let files: Vec<PathBuf> = files.collect();
    for lang in Lang::ALL {
        // What is of one procurement or of its claims has a second entry in the same file.
        let pages = toy(lang).every_page().into_iter();
        let pages =
            pages.filter(|page| !(page.is_for_other_sites() && page.procurement().is_some()));
        let written: BTreeSet<usize> =
            pages.map(|page| std::ptr::from_ref(spec(&page)).addr()).collect();
        assert_eq!(
            written.len(),
            files.len(),
            "not every one of these is written: give the new one its line in `PLAIN` of \
             src/route/page.rs, or, where its address has an id, in `every_page` of \
             src/view/page/mod.rs: {files:#?}"
        );
    }
}

#[test]
fn every_page_has_its_content_in_the_chunk_that_its_entry_names() {
    let nothing = std::ptr::from_ref(content::of(&Page::NotFound)).addr();
    let pages = toy(Lang::Sv).every_page().into_iter();
    for page in pages.filter(|page| *page != Page::NotFound) {
        let found = std::ptr::from_ref(content::of(&page)).addr();
        assert_ne!(
            found,
            nothing,
            "{page:?} is not found: give it its line in src/view/page/content.rs, among those of \
             {:?}",
            spec(&page).chunk
        );
    }
}

#[test]
fn every_page_without_an_id_is_linked_from_every_page() {
    for lang in Lang::ALL {
        let edition = toy(lang);
        let body = edition.body(Page::Method);
        for page in Page::plain() {
            let link = format!("href=\"{}\"", edition.site.href(page.clone()));
            assert!(
                body.contains(&link),
                "nothing leads to {page:?}: give its entry words for `header` or `footer`"
            );
        }
    }
}
