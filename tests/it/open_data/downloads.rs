//! What pages name to take away is what is published.

use super::{ROOT, published};
use crate::project::{COMPARED, TOY};
use std::collections::BTreeSet;
use utlovat::model::{Dataset, Lang};
use utlovat::open_data::{downloads, files};

#[test]
fn every_file_that_is_listed_is_published_once_for_each_language() {
    let mut bare = TOY.clone();
    bare.procurements[1].milestones.clear();
    bare.procurements[1].events.clear();
    for dataset in [&*COMPARED, &bare] {
        let there: BTreeSet<String> = paths(dataset, ROOT);
        let without_an_address = paths(dataset, "/");
        for lang in Lang::ALL {
            let mut listed = downloads::of_record(lang);
            assert!(!listed.is_empty());
            for procurement in &dataset.procurements {
                listed.extend(downloads::of_procurement(procurement, lang));
            }
            let mut seen = BTreeSet::new();
            for file in listed {
                assert!(there.contains(&file.path), "{} is not published", file.path);
                let always = without_an_address.contains(&file.path);
                assert_eq!(always, file.is_there(false), "{} without an address", file.path);
                assert!(file.lang.is_none_or(|of| of == lang), "{} in {lang:?}", file.path);
                assert!(!file.name.is_empty() && file.media_type.contains('/'), "{file:?}");
                assert!(seen.insert(file.path.clone()), "{} is listed twice", file.path);
            }
        }
    }
}

#[test]
fn a_listed_file_is_named_in_the_readers_language() {
    let names = |lang| {
        let part = downloads::of_procurement(&TOY.procurements[0], lang);
        downloads::of_record(lang).into_iter().chain(part).map(|file| file.name)
    };
    for (swedish, english) in names(Lang::Sv).zip(names(Lang::En)) {
        assert_ne!(swedish, english);
    }
}

fn paths(dataset: &Dataset, root: &str) -> BTreeSet<String> {
    let files = files(published(dataset, root)).expect("the files of the facts");
    files.into_iter().map(|file| file.path).collect()
}
