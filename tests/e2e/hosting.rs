//! A host that sends what `cargo xtask build --host` writes for it: its policy lets everything live
//! that the site's own does, also in a frame of others that has no origin.

use crate::stage::frame::{OWN, answers_without_an_origin, page, visit};
use crate::stage::{Engine, House, facts, read};
use utlovat::model::Lang;
use utlovat::route::{Of, Page};
use xtask::hosting::servers::{Program, open_place, place};
use xtask::tools::root;

#[tokio::test]
async fn on_nginx_below_a_path_a_page_lives_and_so_does_a_frame_without_an_origin() {
    let work = open_place(&root().expect("the checkout"), "hosting-in-a-browser").unwrap();
    let (base, url) = ("/some/dir/", "https://example.org/some/dir/");
    let program = Program::Nginx;
    let served = place(&House::folder_below(), &work.join("below"), base, program.host(), url);
    let served = served.expect("a copy of the site");
    let running = program.start(&work, [&served, &served]).expect("nginx");
    let at = move |page| {
        let path = facts::path(Lang::Sv, page);
        format!("http://127.0.0.1:{}/some/dir{path}", running.ports[0])
    };
    read(async move |reader| {
        reader.visit(&at(Page::Timeline)).await;
        reader.press_chip(facts::one().name.get(Lang::Sv)).await;
        reader.until("document.querySelectorAll('section.lane').length === 1").await;
        assert_eq!(reader.console().await, [""; 0]);

        let timeline = Page::Embed(&Page::Timeline, Of::One(facts::one().id.clone()));
        let article = page(Engine::Chromium, &OWN, "680px", "", &at(timeline));
        let _paper = visit(&reader, article).await;
        answers_without_an_origin(&reader).await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
    std::fs::remove_dir_all(work).expect("to clear away");
}
