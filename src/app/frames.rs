//! How high the frame of each embed is where the page around it does not listen: laid out when
//! the site is built, by the crate that draws the pictures.
//!
//! An embed is set in its reader's own letters, which differ by a fifth in width. The widest of
//! the usual ones are taken, so that a frame is rather a line too high than cut.

use super::prerender::body;
use crate::open_data::disk::{kept, write};
use crate::open_data::hash::full_hash;
use crate::route::Address;
use crate::view::Facts;
use crate::view::frame_height::Heights;
use picture::sheet::Sheet;
use picture::style::BASE;
use picture::{MADE_OF, heights};
use std::path::Path;

/// The columns, in pixels, the widest first: that of an article, those on either side of a width
/// where the style sheet changes (40rem of the frame, 38rem of what is in it), and those of phones.
const WIDTHS: [u16; 8] = [680, 641, 634, 633, 560, 480, 400, 320];

/// How many times as wide as the letters of the pictures those of DejaVu Sans are, regular and
/// bold (Verdana's are the same, Arial's 1.08 times as wide), and those of Georgia for headings.
const LETTERS: [f32; 3] = [1.25, 1.32, 1.0];

/// The answers of a comparison stand below each other in these columns; pictures have none.
const TABLES: &str = "table, thead, tbody, tr, th, td, caption { display: block }";

/// The style sheet that frames are laid out under.
pub struct Columns {
    sheet: Sheet,
    /// A name for what every height is made from beside the page.
    name: String,
}

impl Columns {
    /// Of the site's sheet.
    pub fn new(css: &str) -> Columns {
        let css = format!("{BASE}{TABLES}{css}");
        let name = format!("{MADE_OF}{WIDTHS:?}{LETTERS:?}{}", full_hash(css.as_bytes()));
        Columns { sheet: Sheet::new(&css), name }
    }

    /// The height of an embed in each column. What is in the folder `cache` is taken from there.
    pub fn heights(&self, facts: &Facts, embed: &Address, cache: &Path) -> Result<Heights, String> {
        let lang = embed.lang;
        // Wherever the site stands, it is as high.
        let facts = Facts { base: "/", origin: "", ..facts.clone() };
        let body = body(&facts, embed);
        let html = format!(
            "<!doctype html><html lang=\"{}\"><body class=\"embed\"><div id=\"app\">{body}</div></body></html>",
            lang.code()
        );
        let name = full_hash(format!("{}{html}", self.name).as_bytes());
        let place = cache.join(name).with_extension("txt");
        let known = kept(&place).and_then(|bytes| read(&String::from_utf8(bytes).ok()?));
        let laid_out = match known {
            Some(known) => known,
            None => {
                let widths = WIDTHS.map(f32::from);
                let all = heights(&html, &self.sheet, &widths, LETTERS);
                // No frame is as high as that.
                let all: Vec<u16> =
                    all.into_iter().map(|height| height.min(60_000.0) as u16).collect();
                let text: Vec<String> = all.iter().map(u16::to_string).collect();
                write(&place, text.join(" ").as_bytes())?;
                all
            }
        };
        Ok(Heights(WIDTHS.into_iter().zip(laid_out).collect()))
    }
}

/// Heights as they were kept; nothing where it is something else.
fn read(text: &str) -> Option<Vec<u16>> {
    let all: Option<Vec<u16>> = text.split(' ').map(|height| height.parse().ok()).collect();
    all.filter(|all| all.len() == WIDTHS.len())
}
