//! Pictures as PNG.

use crate::fonts::DATABASE;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// A picture as PNG, so many pixels for each of its own.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, String> {
    drawn(&tree(svg)?, scale)
}

/// A picture as PNG of so many pixels in its width.
pub fn png_as_wide(svg: &str, width: f32) -> Result<Vec<u8>, String> {
    let tree = tree(svg)?;
    drawn(&tree, width / tree.size().width())
}

fn drawn(tree: &Tree, scale: f32) -> Result<Vec<u8>, String> {
    let size = tree.size().to_int_size().scale_by(scale).ok_or("a picture without a size")?;
    let mut pixmap = Pixmap::new(size.width(), size.height()).ok_or("a picture without a size")?;
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| format!("a picture cannot be written: {error}."))
}

/// A picture as it is drawn, with the typefaces of this crate. Those that the file carries for
/// others are left out: they are the same.
pub fn tree(svg: &str) -> Result<Tree, String> {
    let mut plain = svg.to_owned();
    if let (Some(from), Some(to)) = (svg.find("<style>"), svg.find("</style>")) {
        plain.replace_range(from..to + "</style>".len(), "");
    }
    let options = Options {
        fontdb: DATABASE.clone(),
        font_family: "Utlovat Sans".to_owned(),
        ..Options::default()
    };
    Tree::from_str(&plain, &options).map_err(|error| format!("a picture is no SVG: {error}."))
}
