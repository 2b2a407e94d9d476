//! Pictures of figures: those of the build look the same in every engine, and what a reader has
//! chosen is drawn in the browser by the same program.

use crate::stage::{Engine, House, Reader, Reply, facts, read};
use picture::png::png;
use picture::sheet::Sheet;
use picture::style::BASE;
use picture::{Scene, draw};
use serde_json::json;
use std::fs;
use std::time::{Duration, Instant};
use utlovat::model::Lang;
use utlovat::route::{Of, Page};

/// Each figure's page with its id, and a choice.
fn figures() -> [(&'static Page, &'static str, &'static str); 5] {
    [
        (&Page::Overview, "promises", "?as-of=2023-01-01"),
        (&Page::Timeline, "timeline", "?kind=plans"),
        (&Page::Claims, "claims", "?claim=contract"),
        (&Page::Compare, "comparison", "?as-of=2024-01-01"),
        (&Page::Regions, "map", "?as-of=2024-01-01"),
    ]
}

/// The page of how a figure is taken along.
fn taken(lang: Lang, figure: &'static Page) -> String {
    facts::path(lang, Page::Reuse(figure, Of::All))
}

/// Opens a page where pictures of a choice are offered.
async fn offered(reader: &Reader, house: &House, path: &str) {
    reader.visit(&house.url(path)).await;
    ready(reader).await;
}

/// Waits for the buttons of pictures. What the page then gives as a file is kept by its name, and
/// not downloaded.
async fn ready(reader: &Reader) {
    reader.until("document.querySelector('[data-scene] [data-draw]')").await;
    let keep = "
        window.files = {};
        const blobs = {}, made = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
            const url = made.call(URL, blob);
            blobs[url] = blob;
            return url;
        };
        const click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () {
            if (this.download) files[this.download] = blobs[this.href];
            else click.call(this);
        };";
    reader.run(keep, vec![]).await;
}

/// Presses the button of a picture, and waits for its file.
async fn drawn(reader: &Reader, name: &str) {
    reader.click(&format!("[data-draw='{name}']")).await;
    reader.until(&format!("files['{name}']")).await;
}

/// Nothing is said in the console. Firefox notes that the page of how a figure is taken along is
/// measured before its preview has come, Chromium what a machine that is busy drawing uses late.
async fn is_silent(reader: &Reader) {
    let mut said = reader.console().await;
    let notes =
        ["Layout was forced before the page was fully loaded", "was preloaded using link preload"];
    said.retain(|line| !notes.iter().any(|note| line.contains(note)));
    assert_eq!(said, [""; 0]);
}

#[tokio::test]
async fn each_figure_is_drawn_in_the_browser_with_the_bytes_of_the_builds_program() {
    read(async |reader| {
        let house = House::open();
        for (at, (page, id, query)) in figures().into_iter().enumerate() {
            let lang = Lang::ALL[at % 2];
            offered(&reader, &house, &format!("{}{query}", taken(lang, page))).await;
            let slug = facts::words(lang).slug();
            let name = format!("{slug}-{id}-dark.svg");
            drawn(&reader, &name).await;
            let svg = reader.later(&format!("files['{name}'].text().then(done)")).await;
            let native = native(&reader, lang, true).await;
            assert!(svg.as_str() == Some(&native), "{name} of {}", lang.code());
            // Drawing takes its time; one PNG shows that it is the same program.
            if id == "claims" {
                let name = format!("{slug}-{id}-dark.png");
                drawn(&reader, &name).await;
                let bytes = reader
                    .later(&format!(
                        "files['{name}'].arrayBuffer().then(it => done([...new Uint8Array(it)]))"
                    ))
                    .await;
                let ours: Vec<u8> = serde_json::from_value(bytes).expect("bytes");
                assert!(ours == png(&native, 2.0).expect("a picture"), "{name}");
            }
        }
        is_silent(&reader).await;
        assert_eq!(house.failures(), []);
    })
    .await;
}

/// What the page has for the picture, drawn by the build's own program.
async fn native(reader: &Reader, lang: Lang, dark: bool) -> String {
    let of = async |name: &str| {
        reader.text(&format!("document.querySelector('[data-scene]').dataset.{name}")).await
    };
    let css = reader.text("document.querySelector('[data-picture]').dataset.pictureSheet").await;
    let css = House::folder().join(css.trim_start_matches('/'));
    let sheet = Sheet::new(&format!("{BASE}{}", fs::read_to_string(css).expect("a sheet")));
    let (html, title, description) =
        (of("scene").await, of("title").await, of("description").await);
    let html = match dark {
        true => html.replace("data-theme=\"light\"", "data-theme=\"dark\""),
        false => html,
    };
    let scene = Scene {
        html: &html,
        sheet: &sheet,
        width: 680.0,
        height: None,
        foot: 0.0,
        title: &title,
        description: &description,
        lang: lang.code(),
    };
    draw(&scene).svg
}

#[tokio::test]
async fn a_choice_is_drawn_as_the_build_would_and_nothing_of_it_is_fetched_before() {
    read(async |reader| {
        let house = House::open();
        let one = facts::one().id.clone();
        let query = format!("?procurement={one}&from=2019&as-of=2022-06-01");
        reader
            .visit(&house.url(&format!("{}{query}", facts::path(Lang::Sv, Page::Timeline))))
            .await;
        reader.click("[data-reuse=timeline]").await;
        reader.until("document.querySelector('dialog[open] [data-draw]')").await;
        ready(&reader).await;
        let is_picture = |path: &String| path.contains("/assets/picture-");
        assert!(!house.asked().iter().any(is_picture), "{:?}", house.asked());
        let name = format!("{}-timeline.svg", facts::words(Lang::Sv).slug());
        drawn(&reader, &name).await;
        let svg = reader.later(&format!("files['{name}'].text().then(done)")).await;
        let svg = svg.as_str().expect("a file of SVG");
        for said in ["Bara det som var känt den 1 juni 2022.", "Urval:"] {
            let whole: String = texts(svg);
            assert!(whole.contains(said), "the picture says {said}: {whole}");
        }
        let native = native(&reader, Lang::Sv, false).await;
        assert!(native == svg, "the same bytes: {} and {}", native.len(), svg.len());
        is_silent(&reader).await;
    })
    .await;
}

/// The words of a picture without the rests of markup between them.
fn texts(svg: &str) -> String {
    let texts = svg.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, text)| text);
    let all: Vec<&str> = texts.map(str::trim).filter(|text| !text.is_empty()).collect();
    all.join(" ")
}

#[tokio::test]
async fn what_cannot_be_drawn_is_told_in_a_sentence_and_may_be_asked_for_again() {
    read(async |reader| {
        for missing in [".wasm", ".css"] {
            let gone = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
            let is_gone = gone.clone();
            let house = House::with(move |path, _| {
                let hit = path.contains("/assets/picture-") && path.ends_with(missing);
                let gone = is_gone.load(std::sync::atomic::Ordering::SeqCst);
                (hit && gone).then(|| Reply::text(404, "gone"))
            });
            let path = taken(Lang::En, &Page::Claims);
            offered(&reader, &house, &format!("{path}?claim=contract")).await;
            let name = format!("{}-claims.svg", facts::words(Lang::En).slug());
            reader.click(&format!("[data-draw='{name}']")).await;
            let said = "document.querySelector('[data-scene] [role=status]').textContent";
            reader.until(&format!("{said}.startsWith('The picture could not be drawn')")).await;
            gone.store(false, std::sync::atomic::Ordering::SeqCst);
            drawn(&reader, &name).await;
            reader.until(&format!("{said} === 'The picture is ready.'")).await;
        }
    })
    .await;
}

/// Shows an SVG and its PNG, which resvg has drawn.
const SHOW: &str = "
    window.pair?.forEach((image) => image.remove());
    window.pair = arguments[0].map((src) => Object.assign(new Image(), { src }));
    document.body.prepend(...pair);";

/// Compares the mean of each square of 16 pixels: letters have other edges in each engine, but what
/// is missing or elsewhere shows.
const COMPARE: &str = "
    const [drawing, reference] = pair;
    const { naturalWidth: width, naturalHeight: height } = reference;
    if (Math.abs(drawing.naturalWidth * 2 - width) > 1 || Math.abs(drawing.naturalHeight * 2 - height) > 1)
        return `${drawing.naturalWidth} × ${drawing.naturalHeight} instead of half of ${width} × ${height}`;
    const across = Math.ceil(width / 16), down = Math.ceil(height / 16);
    const means = (image) => {
        const whole = Object.assign(document.createElement('canvas'), { width, height });
        const context = whole.getContext('2d');
        context.drawImage(image, 0, 0, width, height);
        const { data } = context.getImageData(0, 0, width, height);
        const sums = new Float64Array(across * down * 3), counts = new Float64Array(across * down);
        for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++, at += 4) {
            const square = (y >> 4) * across + (x >> 4);
            counts[square]++;
            for (let c = 0; c < 3; c++) sums[square * 3 + c] += data[at + c];
        }
        return sums.map((sum, at) => sum / counts[Math.floor(at / 3)]);
    };
    const [ours, theirs] = [means(drawing), means(reference)];
    let most = 0, total = 0;
    ours.forEach((mean, at) => {
        const differs = Math.abs(mean - theirs[at]);
        most = Math.max(most, differs);
        total += differs;
    });
    return [most, total / ours.length];";

/// How much a square of 16 pixels may differ, of 255, and all of them on the mean. WebKit draws an
/// SVG in an image with its own typefaces, so there letters stand elsewhere.
fn tolerance(engine: Engine) -> (f64, f64) {
    match engine {
        Engine::Chromium | Engine::Firefox => (48.0, 1.0),
        Engine::WebKit => (256.0, 4.0),
    }
}

#[tokio::test]
async fn an_engine_shows_a_picture_as_the_build_drew_it() {
    read(async |reader| {
        let house = House::open();
        reader.goto(&house.url(&facts::path(Lang::Sv, Page::Method))).await;
        let one = facts::one().id.clone();
        let of_one = ["promises", "timeline", "claims"].map(|id| format!("{id}/{one}"));
        let all = figures().map(|(_, id, _)| id.to_owned());
        let mut wrong = vec![];
        let (most_allowed, mean_allowed) = tolerance(reader.engine());
        for (at, name) in all.into_iter().chain(of_one).enumerate() {
            let code = Lang::ALL[at % 2].code();
            let dark = if at / 2 % 2 == 0 { "" } else { "-dark" };
            let path = format!("/pictures/{code}/{name}{dark}");
            reader.run(SHOW, vec![json!([format!("{path}.svg"), format!("{path}.png")])]).await;
            reader.until("pair.every(image => image.complete && image.naturalWidth)").await;
            // An engine may show a drawing before it has read the typefaces that this has with it.
            let start = Instant::now();
            loop {
                let told = reader.run(COMPARE, vec![]).await;
                let [most, mean] = [0, 1].map(|at| told[at].as_f64().unwrap_or(255.0));
                if most < most_allowed && mean < mean_allowed {
                    break;
                }
                if start.elapsed() > Duration::from_secs(5) {
                    wrong.push(format!("{path}: {told}"));
                    break;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}
