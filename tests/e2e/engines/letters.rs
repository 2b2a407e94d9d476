//! A reader who wants to read the drawings, whatever the width: letters have a size that can be
//! read, labels stand apart and within their figures, and circles are round. `letters.js` looks.

use crate::stage::{House, Reader, facts, read};
use serde_json::Value;
use utlovat::model::Lang;

/// From the smallest phone to a large screen.
const WIDTHS: [u32; 9] = [320, 360, 480, 600, 704, 768, 960, 1280, 1920];

/// The column of a blog, and that of a newspaper.
const EMBEDDED: [u32; 2] = [300, 680];

#[tokio::test]
async fn swedish_drawings_can_be_read_at_every_width() {
    can_be_read(Lang::Sv).await;
}

#[tokio::test]
async fn english_drawings_can_be_read_at_every_width() {
    can_be_read(Lang::En).await;
}

async fn can_be_read(lang: Lang) {
    read(async move |reader| {
        let house = House::open();
        let mut wrong = Vec::new();
        let mut drawn = 0;
        for path in facts::each_type(lang) {
            reader.width(1280).await;
            reader.goto(&house.url(&path)).await;
            if reader.js("document.querySelector('main svg:not(.step)') === null").await == true {
                continue;
            }
            let embed = path.contains("/embed/");
            let widths = if embed { &EMBEDDED[..] } else { &WIDTHS[..] };
            if embed {
                // The frame of an embed has no scrollbar.
                reader.run("document.documentElement.style.overflow = 'hidden'", vec![]).await;
            }
            for width in widths {
                reader.width(*width).await;
                drawn += look(&reader, &format!("{path} {width}"), &mut wrong).await;
            }
        }
        assert!(drawn > 0, "no page has a drawing");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

/// Looks at a page's drawings, tells what is wrong with them, and counts them.
async fn look(reader: &Reader, place: &str, wrong: &mut Vec<String>) -> u64 {
    let seen = reader.run(include_str!("letters.js"), vec![]).await;
    let told = seen["wrong"].as_array().map(Vec::as_slice).unwrap_or_default();
    wrong.extend(told.iter().filter_map(Value::as_str).map(|it| format!("{place}: {it}")));
    seen["drawings"].as_u64().unwrap_or_default()
}
