//! How high the frames of embeds are to begin with.

use super::pages::toy;
use super::project::root;
use utlovat::app::frames::Columns;
use utlovat::app::shell::SHEETS;
use utlovat::model::Lang;
use utlovat::route::{Address, Of, Page};
use utlovat::view::frame_height::Heights;

fn columns() -> Columns {
    let sheet = |name| std::fs::read_to_string(root().join(format!("style/{name}.css")));
    let css: Vec<String> = SHEETS.map(|name| sheet(name).expect("a sheet")).into();
    Columns::new(&css.concat())
}

#[test]
fn every_embed_has_a_height_in_each_column_which_is_kept() {
    let (columns, cache) = (columns(), tempfile::tempdir().expect("a folder"));
    for lang in Lang::ALL {
        let edition = toy(lang);
        let embeds = edition.every_page().into_iter().filter(|it| matches!(it, Page::Embed(..)));
        for page in embeds {
            let address = Address::new(lang, page);
            let height = || columns.heights(&edition.facts, &address, cache.path());
            let heights = height().expect("heights");
            assert_eq!(heights.0.first().map(|(width, _)| *width), Some(680));
            // A narrower column makes no figure lower, but for a line or two of its words.
            for two in heights.0.windows(2) {
                assert!(two[1].1 + 60 >= two[0].1 && two[0].1 > 100, "{address}: {heights:?}");
            }
            assert_eq!(height().expect("the same"), heights, "{address} is kept");
        }
    }
}

#[test]
fn more_words_make_a_frame_higher() {
    let (columns, cache) = (columns(), tempfile::tempdir().expect("a folder"));
    let edition = toy(Lang::Sv);
    let at = |page: Page| {
        let address = Address::new(Lang::Sv, page);
        columns.heights(&edition.facts, &address, cache.path()).expect("heights")
    };
    let embeds = |home: &'static Page| at(Page::Embed(home, Of::All));
    let one = &edition.site.dataset.procurements[0].id;
    let of_one = at(Page::Embed(&Page::Timeline, Of::One(one.clone())));
    let of_all: Heights = embeds(&Page::Timeline);
    assert!(of_all.usual() > of_one.usual() + 50, "{of_all:?} {of_one:?}");
}
