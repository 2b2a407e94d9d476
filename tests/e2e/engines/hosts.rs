//! Other people's pages, each with its own way to hear how tall a frame is: in each the figure
//! stands whole.

use crate::stage::frame::{
    Host, NOTHING, OWN, answers_without_an_origin, enter, fits, height, leave, page, visit,
};
use crate::stage::{Engine, House, Reply, facts, on_top, read};
use serde_json::json;
use std::sync::{Arc, OnceLock};
use utlovat::model::Lang;
use utlovat::route::{Of, Page};
use xtask::folder::files;

/// Datawrapper's listeners, AMP, Medium and Embedly, Pym, WordPress and iframe-resizer, as their
/// documents tell what they say and hear.
const HOSTS: [Host; 6] = [
    Host {
        name: "Datawrapper",
        behind: "",
        listen: "(data, tall) => {
            for (const id in data['datawrapper-height'] ?? {}) tall(data['datawrapper-height'][id]);
        }",
        begin: NOTHING,
    },
    Host {
        name: "AMP",
        behind: "",
        listen: "(data, tall) => {
            if (data?.sentinel === 'amp' && data.type === 'embed-size') tall(data.height);
        }",
        begin: NOTHING,
    },
    Host {
        name: "iframe.resize",
        behind: "",
        listen: "(data, tall, frame) => {
            if (typeof data !== 'string' || !data.startsWith('{')) return;
            const { src, context, height } = JSON.parse(data);
            if (context === 'iframe.resize' && src === frame.src) tall(height);
        }",
        begin: NOTHING,
    },
    Host {
        name: "Pym",
        behind: "?initialWidth=680&childId=figure&parentTitle=En%20tidning&parentUrl=http%3A%2F%2Flocalhost%2F",
        listen: "(data, tall) => {
            const [, height] = /^pymxPYMxfigurexPYMxheightxPYMx(\\d+)$/.exec(data) ?? [];
            if (height) tall(height);
        }",
        begin: "(frame) => addEventListener('resize', () => {
            frame.contentWindow.postMessage('pymxPYMxfigurexPYMxwidthxPYMx' + frame.clientWidth, '*');
        })",
    },
    Host {
        name: "WordPress",
        behind: "#?secret=a1B2c3D4e5",
        listen: "(data, tall, frame) => {
            if (data?.secret !== 'a1B2c3D4e5') return;
            if (data.message === 'height') tall(Math.min(1000, Math.max(200, data.value)));
            if (data.message === 'link' && new URL(data.value).host === new URL(frame.src).host) followed.push(data.value);
        }",
        begin: "(frame) => frame.addEventListener('load', () => {
            frame.contentWindow.postMessage({ message: 'ready', secret: 'a1B2c3D4e5' }, '*');
        })",
    },
    Host {
        name: "iframe-resizer",
        behind: "",
        listen: "(data, tall) => {
            const [, height] = /^\\[iFrameSizer\\]frame-1:(\\d+):\\d+:(?:init|resize)$/.exec(data) ?? [];
            if (height) tall(height);
        }",
        begin: "(frame) => frame.addEventListener('load', () => {
            frame.contentWindow.postMessage('[iFrameSizer]frame-1:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true', '*');
        })",
    },
];

/// A frame that nobody sees before they have gone a long way down.
const FAR: &str = " style=\"margin-top: 9000px\"";

/// The ladder of one procurement, in Swedish.
fn ladder() -> String {
    facts::path(Lang::Sv, Page::Embed(&Page::Overview, Of::One(facts::one().id.clone())))
}

#[tokio::test]
async fn every_kind_of_host_hears_how_tall_the_figure_is() {
    read(async |reader| {
        for host in HOSTS.iter().chain([&OWN]) {
            let house = House::open();
            let page = page(reader.engine(), host, "680px", "", &house.url(&ladder()));
            let _paper = visit(&reader, page).await;
            // Not the height that the frame began with.
            reader.until("Number(document.querySelector('iframe').height) !== 150").await;
            fits(&reader).await;
            let wide = height(&reader).await;
            // A column of a phone.
            reader.run("document.querySelector('main').style.width = '320px'", vec![]).await;
            let other = format!("Number(document.querySelector('iframe').height) !== {wide}");
            reader.until(&other).await;
            fits(&reader).await;
            assert_eq!(reader.console().await, [""; 0], "{}", host.name);
            // The page and its script, and nothing else before it is touched.
            assert_eq!(house.asked().len(), 2, "{:?}", house.asked());
        }
    })
    .await;
}

/// What a reader of an article loads of a figure: at most 15 kB after brotli.
#[test]
fn every_embed_is_light_before_it_is_touched() {
    let site = House::folder();
    let sizes = files(&site).expect("the files of the site").into_iter().filter_map(|path| {
        let name = path.to_str()?.to_owned();
        Some((name, std::fs::metadata(site.join(&path)).ok()?.len()))
    });
    let sizes: Vec<(String, u64)> = sizes.collect();
    let script = |(name, _): &&(String, u64)| {
        name.starts_with("assets/in-frame-") && name.ends_with(".js.br")
    };
    let script = sizes.iter().find(script).expect("the script of embeds").1;
    let pages = sizes
        .iter()
        .filter(|(name, _)| name.starts_with("embed/") && name.ends_with("/index.html.br"));
    let mut seen = 0;
    for (name, size) in pages {
        seen += 1;
        assert!(size + script <= 15_000, "{name} and its script are {} bytes", size + script);
    }
    assert!(seen > 10, "{seen} embeds");
}

/// A build that knows where it stands names its origin in the policy of its embeds. Safari needs
/// it in a frame that a host allows no origin.
#[tokio::test]
async fn a_frame_without_an_origin_comes_alive_in_every_engine() {
    read(async |reader| {
        let origin = Arc::new(OnceLock::<String>::new());
        let known = origin.clone();
        let house = House::with(move |path, site| {
            let page = path.starts_with("/embed/").then(|| Reply::file(path, site))?;
            let html = String::from_utf8(page.body).ok()?;
            let named = format!("'self' {}", known.get()?);
            Some(Reply { body: html.replace("'self'", &named).into_bytes(), ..page })
        });
        origin.set(house.url("")).expect("once");
        let timeline = Page::Embed(&Page::Timeline, Of::One(facts::one().id.clone()));
        let url = house.url(&facts::path(Lang::Sv, timeline));
        let page = page(Engine::Chromium, &OWN, "680px", "", &url);
        let _paper = visit(&reader, page).await;
        answers_without_an_origin(&reader).await;
        fits(&reader).await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn wordpress_follows_a_link_itself() {
    read(async |reader| {
        let house = House::open();
        let wordpress = HOSTS.iter().find(|host| host.name == "WordPress").expect("WordPress");
        let page = page(reader.engine(), wordpress, "680px", "", &house.url(&ladder()));
        let _paper = visit(&reader, page).await;
        fits(&reader).await;
        enter(&reader).await;
        reader.hit(&on_top(".credit a")).await;
        leave(&reader).await;
        reader.until("followed.length === 1").await;
        let id = facts::one().id.to_string();
        let whole = format!("/sv/upphandling/{id}/#promises");
        assert!(reader.text("followed[0]").await.ends_with(&whole));
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_frame_that_was_hidden_or_far_below_is_as_tall_as_its_figure() {
    read(async |reader| {
        let house = House::open();
        let url = house.url(&ladder());
        let hidden = page(reader.engine(), &OWN, "680px", " hidden", &url);
        let _paper = visit(&reader, hidden).await;
        reader.run("document.querySelector('iframe').hidden = false", vec![]).await;
        fits(&reader).await;
        let far = page(reader.engine(), &OWN, "680px", &format!("{FAR} loading=\"lazy\""), &url);
        let _paper = visit(&reader, far).await;
        assert_eq!(reader.js("heard.length").await, json!(0), "nobody has come near it");
        reader.run("document.querySelector('iframe').scrollIntoView()", vec![]).await;
        fits(&reader).await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn two_frames_of_one_figure_each_have_their_own_height() {
    read(async |reader| {
        let house = House::open();
        let twice = Host {
            begin: "(frame) => { const other = frame.cloneNode(); other.id = 'narrow'; other.style.width = '320px'; frame.after(other); }",
            ..OWN
        };
        let page = page(reader.engine(), &twice, "680px", "", &house.url(&ladder()));
        let _paper = visit(&reader, page).await;
        reader
            .until("[...document.querySelectorAll('iframe')].every(it => Number(it.height) !== 150)")
            .await;
        fits(&reader).await;
        let heights = reader
            .js("[...document.querySelectorAll('iframe')].map(it => Number(it.height))")
            .await;
        assert!(heights[1].as_u64() > heights[0].as_u64(), "the narrow one is taller: {heights}");
    })
    .await;
}

#[tokio::test]
async fn an_address_with_a_choice_shows_it_once_it_is_seen_and_says_so_until_then() {
    read(async |reader| {
        let house = House::open();
        let one = &facts::one().id;
        let path = format!(
            "{}?procurement={one}",
            facts::path(Lang::Sv, Page::Embed(&Page::Timeline, Of::All))
        );
        let page = page(reader.engine(), &OWN, "680px", FAR, &house.url(&path));
        let _paper = visit(&reader, page).await;
        reader.until("heard.length > 0").await;
        enter(&reader).await;
        reader.until("document.getElementById('loading')").await;
        leave(&reader).await;
        assert!(!house.was_asked_for(".wasm"), "nobody has seen it: {:?}", house.asked());
        reader.run("document.querySelector('iframe').scrollIntoView()", vec![]).await;
        enter(&reader).await;
        reader.alive().await;
        reader.until("!document.getElementById('loading')").await;
        assert_eq!(
            reader.js("[...document.querySelectorAll('section.lane')].filter(it => it.getClientRects().length).length").await,
            json!(1)
        );
        leave(&reader).await;
        fits(&reader).await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_hostile_address_is_a_normal_page() {
    read(async |reader| {
        let house = House::open();
        let long = format!("?procurement={}", "x".repeat(10_000));
        for query in ["?theme=%3Cscript%3Ealert(1)%3C/script%3E", "?childId=%FF%FE%22%3E", &long] {
            let page = page(
                reader.engine(),
                &OWN,
                "680px",
                "",
                &format!("{}{query}", house.url(&ladder())),
            );
            let _paper = visit(&reader, page).await;
            fits(&reader).await;
            enter(&reader).await;
            assert_eq!(reader.js("document.querySelectorAll('h1').length").await, json!(1));
            reader.until("!document.getElementById('loading')").await;
            leave(&reader).await;
        }
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}
