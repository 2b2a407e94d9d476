//! A frozen version in somebody's article: an embed that needs nothing but its own file, says that
//! it is frozen, and leads to pages of today.

use crate::stage::frame::{OWN, enter, fits, leave, page, visit};
use crate::stage::{House, facts, read};
use utlovat::model::Lang;
use utlovat::open_data::versions::{Version, index};
use utlovat::route::{Of, Page};

/// The newest version; what was released stays, so there is always one.
fn newest() -> Version {
    let root = xtask::tools::root().expect("the checkout");
    index(&root).expect("the index").into_iter().next().expect("a version")
}

#[tokio::test]
async fn a_frozen_embed_tells_its_height_says_so_and_leads_to_today() {
    read(async |reader| {
        let house = House::open();
        let version = newest();
        for lang in Lang::ALL {
            for figure in [&Page::Overview, &Page::Timeline, &Page::Claims] {
                let path = facts::path(lang, Page::Embed(figure, Of::All));
                let path = format!("/{}{}", version.folder(), path.trim_start_matches('/'));
                let frame = page(reader.engine(), &OWN, "100%", "", &house.url(&path));
                let _paper = visit(&reader, frame).await;
                fits(&reader).await;
                enter(&reader).await;
                let said = reader.text("document.querySelector('[data-key=frozen]').innerText").await;
                assert!(said.contains(&version.version), "{path}: {said}");
                assert_eq!(reader.js("document.scripts.length").await, 1, "{path}");
                // Where the links lead, as the browser resolves them.
                let links = reader
                    .js("[...document.querySelectorAll('[data-key=credit] a')].map(a => a.pathname)")
                    .await;
                let home = facts::path(lang, figure.clone());
                assert_eq!(links[0], *home, "{path}");
                assert_eq!(links[1], *format!("/{}data/v1/dataset.json", version.folder()));
                assert_eq!(reader.js("document.querySelector('base').target").await, "_blank");
                leave(&reader).await;
                reader.width(360).await;
                fits(&reader).await;
                reader.width(1280).await;
                assert_eq!(reader.console().await, [""; 0], "{path}");
            }
        }
        assert_eq!(house.failures(), []);
        let asked = house.asked();
        let outside = asked.iter().filter(|path| !path.starts_with(&format!("/{}", version.folder())));
        assert_eq!(outside.collect::<Vec<_>>(), [""; 0], "nothing of today's build");
    })
    .await;
}
