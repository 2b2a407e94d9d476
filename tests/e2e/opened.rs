//! A reader opens marks of the timeline: the facts stand in the mark's lane, in sight, and the
//! address holds what is open.

use crate::stage::{House, Reader, facts, on_top, read};
use fantoccini::key::Key;
use serde_json::json;
use utlovat::i18n::words;
use utlovat::model::Lang;

/// The marks that a drawing shows at its width.
const MARKS: &str = "[...document.querySelectorAll('.lane a[data-open]')].filter(mark => mark.getClientRects().length)";

/// The kinds of marks, as addresses tell them, and pauses on the line.
const KINDS: [&str; 6] = ["event", "gathered", "within", "promised", "slip", "pause"];

/// A mark of a kind, if the facts have such a one at this width.
fn mark_of(kind: &str) -> String {
    match kind {
        "pause" => format!("{MARKS}.find(mark => mark.querySelector('.paused'))"),
        kind => format!("{MARKS}.find(mark => mark.dataset.open.split(':')[1] === '{kind}')"),
    }
}

#[tokio::test]
async fn every_kind_of_mark_opens_in_sight_at_every_width() {
    read(async |reader| {
        let house = House::open();
        for (width, height) in [(320, 640), (390, 844), (768, 1024), (1280, 800), (1280, 600)] {
            reader.window(width, height).await;
            reader.visit(&house.url("/sv/tidslinje/")).await;
            let mut met = 0;
            for kind in KINDS {
                let mark = mark_of(kind);
                if reader.js(&format!("!{mark}")).await == true {
                    continue;
                }
                met += 1;
                let open = reader.text(&format!("{mark}.dataset.open")).await;
                reader.hit(&format!("{mark}.querySelector('.hit')")).await;
                reader.comes_to(&format!("/sv/tidslinje/?open={open}")).await;
                is_in_sight(&reader, &open, &format!("{kind} at {width}")).await;
                reader.press(Key::Escape.into()).await;
                reader.comes_to("/sv/tidslinje/").await;
                reader.until("!document.querySelector('.panel article')").await;
                assert_eq!(focused_mark(&reader).await, open, "{kind} at {width}");
            }
            assert!(met >= 5, "only {met} kinds of marks at {width}");
        }
    })
    .await;
}

/// Asserts that the facts of a mark stand in its lane, under a heading that names it and has the
/// focus, whole in the window with their mark; where the lane is too high for that, their heading
/// with the mark, or the heading at least. Where they are a sheet, the mark is above it.
async fn is_in_sight(reader: &Reader, open: &str, what: &str) {
    reader.until("document.activeElement.id === 'opened'").await;
    let (procurement, _) = open.split_once(':').expect("a mark");
    let name = facts::dataset().procurement(procurement).expect("it").name.get(Lang::Sv);
    let heading = reader.text("document.activeElement.textContent").await;
    assert!(heading.starts_with(&format!("{name}, ")), "{what}: {heading}");
    let mark = json!(format!("a[data-open='{open}'][aria-current] .hit"));
    let mark = format!("document.activeElement.closest('.lane').querySelector({mark})");
    assert_eq!(reader.js(&format!("!!{mark}")).await, true, "{what}: it is in another lane");
    let panel = "document.querySelector('.panel section')";
    reader.at_rest(&format!("JSON.stringify({panel}.getBoundingClientRect())")).await;
    let outside = format!(
        "((panel, header, mark, sheet) => {{
            const out = (...boxes) => boxes.some(box => box.top < 0 || box.bottom > innerHeight);
            if (panel.left < 0 || panel.right > innerWidth) return true;
            if (sheet) return out(panel, mark) || mark.bottom > panel.top;
            const free = innerHeight - 190;
            if (panel.bottom - mark.top <= free) return out(panel, mark);
            return header.bottom - mark.top <= free ? out(header, mark) : out(header);
        }})({panel}.getBoundingClientRect(), {panel}.querySelector('header').getBoundingClientRect(),
            {mark}.getBoundingClientRect(), getComputedStyle({panel}.parentElement).position === 'fixed')"
    );
    assert_eq!(reader.js(&outside).await, false, "{what} is out of sight");
}

/// What the mark that has the focus opens.
async fn focused_mark(reader: &Reader) -> String {
    reader.until("document.activeElement.matches('a[data-open]')").await;
    reader.text("document.activeElement.dataset.open").await
}

#[tokio::test]
async fn each_mark_has_room_for_a_finger_and_none_hides_another() {
    read(async |reader| {
        let house = House::open();
        for width in [320, 768, 1280] {
            reader.width(width).await;
            reader.visit(&house.url("/sv/tidslinje/")).await;
            let hidden = format!(
                "{MARKS}.filter(mark => {{
                    const hits = [...mark.querySelectorAll('.hit')];
                    const box = hits[0].getBoundingClientRect();
                    if (box.width < 23.9 || box.height < 23.9) return true;
                    hits[0].scrollIntoView({{ block: 'center' }});
                    return !hits.some(hit => {{
                        const at = hit.getBoundingClientRect();
                        const places = [[0.5, 0.5], [0.3, 0.5], [0.7, 0.5], [0.1, 0.5], [0.02, 0.5], [0.5, 0.15]];
                        return places.some(([x, y]) =>
                            document.elementFromPoint(at.x + at.width * x, at.y + at.height * y)?.closest('a') === mark);
                    }});
                }}).map(mark => mark.dataset.open)"
            );
            assert_eq!(reader.js(&hidden).await, json!([]), "at {width}");
        }
    })
    .await;
}

#[tokio::test]
async fn back_closes_what_was_opened_and_its_address_opens_it() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/en/timeline/")).await;
        reader.hit(&on_top("a.landmark")).await;
        reader.until("document.activeElement.id === 'opened'").await;
        reader.until("location.search.startsWith('?open=')").await;
        let (address, open) = (
            reader.address().await,
            reader.text("document.querySelector('.lane a[aria-current]').dataset.open").await,
        );
        // Along the marks and back: one step of the history.
        reader.click("[data-step='1']").await;
        reader.until(&format!("!{}", is_open(&open))).await;
        reader.click("[data-step='-1']").await;
        reader.comes_to(&address).await;
        reader.back().await;
        reader.comes_to("/en/timeline/").await;
        reader.until("!document.querySelector('.panel article')").await;
        reader.forward().await;
        reader.until(&is_open(&open)).await;

        reader.visit(&house.url(&address)).await;
        reader.until(&is_open(&open)).await;
        reader.until("document.activeElement.id === 'opened'").await;
        let twin = reader.text("document.querySelector('header.site .language a').search").await;
        assert!(address.ends_with(&twin) && !twin.is_empty(), "{twin}");
        // A mark that is open is closed by itself and by its button.
        reader.click("[data-close]").await;
        reader.comes_to("/en/timeline/").await;
        reader.until("!document.querySelector('.panel article')").await;
        assert_eq!(focused_mark(&reader).await, open);
        reader.press(Key::Enter.into()).await;
        reader.until(&is_open(&open)).await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

fn is_open(open: &str) -> String {
    let mark = format!("a[data-open={}][aria-current]", json!(open));
    format!("(document.querySelector('.panel article') && document.querySelector({}))", json!(mark))
}

#[tokio::test]
async fn next_and_previous_go_through_all_marks_of_a_drawing() {
    read(async |reader| {
        let house = House::open();
        let one = &facts::one().id;
        reader.visit(&house.url(&format!("/sv/tidslinje/?procurement={one}"))).await;
        reader.until("document.querySelectorAll('section.lane').length === 1").await;
        let all = format!("new Set({MARKS}.map(mark => mark.dataset.open)).size");
        let all = reader.js(&all).await.as_u64().expect("a number");
        reader.hit(&on_top("a.landmark")).await;
        let now = "document.querySelector('.lane a[aria-current]')?.dataset.open";
        reader.until(&format!("document.querySelector('.panel article') && {now}")).await;
        let first = reader.text(now).await;
        let mut met = vec![];
        for _ in 0..all {
            let was = reader.text(now).await;
            met.push(was.clone());
            reader.js("document.querySelector('[data-step=\"1\"]').click()").await;
            reader.until(&format!("{now} !== {}", json!(was))).await;
        }
        assert_eq!(reader.text(now).await, first, "and from the last one to the first");
        met.sort();
        met.dedup();
        assert_eq!(met.len() as u64, all, "one was passed over, or came twice");
    })
    .await;
}

#[tokio::test]
async fn a_mark_that_is_not_there_is_told() {
    read(async |reader| {
        let house = House::open();
        let one = &facts::one().id;
        let value = format!("{one}:event:nothing-of-the-kind");
        reader.visit(&house.url(&format!("/sv/tidslinje/?open={value}"))).await;
        let told = facts::words(Lang::Sv).say(words::OpenedMissing { value: &value });
        let said =
            "[...document.querySelectorAll('.notice')].map(one => one.innerText.trim()).join('')";
        reader.until(&format!("{said} === {}", json!(told))).await;
        reader.visit(&house.url("/sv/tidslinje/?open=nothing")).await;
        let told = facts::words(Lang::Sv).say(words::BadValue { key: "open", value: "nothing" });
        reader.until(&format!("{said} === {}", json!(told))).await;
    })
    .await;
}

#[tokio::test]
async fn a_count_opens_into_finer_marks() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.hit(&format!("{}.querySelector('.hit')", mark_of("gathered"))).await;
        reader.until("document.querySelector('.panel [data-years]')").await;
        let year = reader.text("document.querySelector('.panel [data-years]').dataset.years").await;
        let year = year.split('-').next().expect("a year").to_owned();
        reader.click(".panel [data-years]").await;
        reader.until(&format!("location.search.includes('from={year}&to={year}')")).await;
        reader.until("document.activeElement.id === 'opened'").await;
        let axis = "document.querySelector('.years').textContent";
        reader.until(&format!("{axis} === '{year}'")).await;
    })
    .await;
}

#[tokio::test]
async fn who_points_at_a_mark_is_told_what_it_is_and_no_label_is_covered() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        assert_eq!(reader.js("document.querySelectorAll('main svg title').length").await, 0);
        for kind in ["event", "promised", "gathered"] {
            let mark = mark_of(kind);
            reader.js(&format!("{mark}.scrollIntoView({{ block: 'center' }})")).await;
            reader
                .js(&format!(
                    "{mark}.querySelector('.hit').dispatchEvent(
                        new PointerEvent('pointerover', {{ bubbles: true, pointerType: 'mouse' }}))"
                ))
                .await;
            let tip = "document.querySelector('.tip')";
            reader.until(&format!("{tip}.textContent === {mark}.ariaLabel")).await;
            let covered = format!(
                "(tip => [...document.querySelectorAll('.lanes svg text')].filter(text => {{
                    const box = text.getBoundingClientRect();
                    return box.width && box.left < tip.right && tip.left < box.right
                        && box.top < tip.bottom && tip.top < box.bottom;
                }}).map(text => text.textContent))({tip}.getBoundingClientRect())"
            );
            assert_eq!(reader.js(&covered).await, json!([]), "{kind}");
            reader
                .js(&format!(
                    "{mark}.querySelector('.hit').dispatchEvent(
                        new PointerEvent('pointerout', {{ bubbles: true, pointerType: 'mouse' }}))"
                ))
                .await;
            reader.until(&format!("!{tip}")).await;
        }
    })
    .await;
}
