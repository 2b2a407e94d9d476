//! HTML with fluid SVG in it, drawn under a style sheet at one width: as one SVG with literal
//! numbers and colours, and as PNG.
//!
//! A page lets the browser choose: per cents of the width, container queries, custom properties,
//! the reader's own fonts. A picture has nobody to choose for it. So this crate does for one width
//! what a browser does for each: it applies the rules of the sheet ([`sheet`], [`style`]), lays
//! boxes and lines out (`layout`, `lines`, with taffy), and writes what came of it (`paint`,
//! `drawing`). It knows as much of CSS as the site's sheets use, and nothing of the site.
//!
//! Letters are measured and drawn with the typefaces in `fonts/` alone, so a picture is the same
//! bytes on every machine.

#![forbid(unsafe_code)]

mod drawing;

pub mod fonts;

mod layout;

mod lines;

mod paint;

pub mod png;

pub mod sheet;

pub mod style;

mod value;

pub use resvg::usvg;

use layout::Layout;
use paint::Painted;
use scraper::Html;
use sheet::Sheet;

/// What this crate is made of: where it is the same, the same is drawn.
pub const MADE_OF: &str = env!("PICTURE_MADE_OF");

/// What is to be drawn.
pub struct Scene<'a> {
    /// A document: its body is what is drawn.
    pub html: &'a str,
    /// The rules that hold.
    pub sheet: &'a Sheet,
    /// How wide the picture is.
    pub width: f32,
    /// How high it is; none: as high as it needs to be.
    pub height: Option<f32>,
    /// How much of a given height is kept free at its foot for what stands there.
    pub foot: f32,
    /// What it is called and what it shows, for those who do not see it.
    pub title: &'a str,
    /// What it shows.
    pub description: &'a str,
    /// The code of its language.
    pub lang: &'a str,
}

/// A picture as SVG.
pub struct Picture {
    /// The file.
    pub svg: String,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// How high everything in it is, also what a picture of a given height has no room for.
    pub content: f32,
    /// How many of its parts that stay whole have a drawing.
    pub drawings: usize,
    /// How many of the parts that the sheet counts (`counter-increment`) are drawn.
    pub shown: usize,
    /// How many of those there are.
    pub parts: usize,
}

/// How high a document is at each of these widths, in letters that are so many times as wide as
/// those of [`fonts::FACES`]: in its reader's own, which nobody knows here.
pub fn heights(html: &str, sheet: &Sheet, widths: &[f32], letters: [f32; 3]) -> Vec<f32> {
    let document = Html::parse_document(html);
    let height = |width: &f32| Layout::of(&document, sheet, *width).height().ceil();
    fonts::wider(letters, || widths.iter().map(height).collect())
}

/// Draws a scene.
pub fn draw(scene: &Scene) -> Picture {
    let document = Html::parse_document(scene.html);
    let layout = Layout::of(&document, scene.sheet, scene.width);
    let content = layout.height().ceil();
    let height = scene.height.unwrap_or(content);
    let Painted { svg, drawings, shown } = paint::svg(&layout, scene, height);
    let parts = layout.styles.values().filter(|style| paint::is_counted(style)).count();
    Picture { svg, width: scene.width, height, content, drawings, shown, parts }
}
