//! The icons of the site in the sizes that browsers and phones ask for, made of `favicon.svg`, and
//! the manifest that names them.

use crate::i18n::Key;
use crate::open_data::File;
use crate::route::Page;
use crate::view::Site;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use serde_json::json;

/// Where the drawing lies in the project.
pub const ICON: &str = "public/favicon.svg";

/// The icons made of a drawing, and the colour of its ground.
pub struct Icons {
    pub files: Vec<File>,
    /// As `#rrggbb`.
    ground: String,
}

impl Icons {
    /// Draws them.
    pub fn of(svg: &str) -> Result<Icons, String> {
        let tree = Tree::from_str(svg, &Options::default())
            .map_err(|error| format!("{ICON} is no drawing: {error}."))?;
        let plain = drawn(&tree, 32, None, 1.0)?;
        // Its ground, where no corner is round and no mark reaches: in the middle of its upper edge.
        let ground = plain.pixel(16, 0).ok_or("an icon without pixels")?.demultiply();
        let (r, g, b) = (ground.red(), ground.green(), ground.blue());
        let behind = Some(Color::from_rgba8(r, g, b, 255));
        let png = |path: &str, pixmap: Pixmap| {
            let bytes = pixmap.encode_png().map_err(|error| format!("{path}: {error}."))?;
            Ok::<_, String>(File { path: path.to_owned(), bytes })
        };
        let files = vec![
            File { path: "favicon.ico".to_owned(), bytes: ico(&png("", plain)?.bytes) },
            // Phones round the corners themselves, and show black where it is transparent.
            png("apple-touch-icon.png", drawn(&tree, 180, behind, 1.0)?)?,
            png("icon-192.png", drawn(&tree, 192, None, 1.0)?)?,
            png("icon-512.png", drawn(&tree, 512, None, 1.0)?)?,
            // What may be cut to any shape is left alone within four fifths.
            png("icon-maskable-512.png", drawn(&tree, 512, behind, 0.8)?)?,
        ];
        Ok(Icons { files, ground: format!("#{r:02x}{g:02x}{b:02x}") })
    }

    /// The manifest of a language.
    pub fn manifest(&self, site: Site) -> File {
        let icon = |name: &str, size: u32, purpose: &str| {
            json!({
                "src": format!("{}{name}", site.base),
                "sizes": format!("{size}x{size}"),
                "type": "image/png",
                "purpose": purpose,
            })
        };
        let manifest = json!({
            "name": site.t(Key::SiteName),
            "short_name": site.t(Key::SiteName),
            "description": site.t(Key::SiteMotto),
            "lang": site.lang().code(),
            "id": site.href(Page::Overview),
            "start_url": site.href(Page::Overview),
            "scope": site.base,
            "display": "browser",
            "background_color": self.ground,
            "theme_color": self.ground,
            "icons": [
                icon("icon-192.png", 192, "any"),
                icon("icon-512.png", 512, "any"),
                icon("icon-maskable-512.png", 512, "maskable"),
            ],
        });
        File::text(manifest_path(site), manifest.to_string())
    }
}

/// The lines of a page's head that name the icons.
pub fn lines(site: Site) -> String {
    let base = site.base;
    let manifest = manifest_path(site);
    format!(
        "<link rel=\"icon\" href=\"{base}favicon.ico\" sizes=\"32x32\">\n\
         <link rel=\"icon\" href=\"{base}favicon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"apple-touch-icon\" href=\"{base}apple-touch-icon.png\">\n\
         <link rel=\"manifest\" href=\"{base}{manifest}\">"
    )
}

fn manifest_path(site: Site) -> String {
    format!("{}/manifest.webmanifest", site.lang().code())
}

/// The drawing as a square, as large a part of it as `share`.
fn drawn(tree: &Tree, size: u16, behind: Option<Color>, share: f32) -> Result<Pixmap, String> {
    let side = f32::from(size);
    let mut pixmap = Pixmap::new(u32::from(size), u32::from(size)).ok_or("an icon without size")?;
    if let Some(colour) = behind {
        pixmap.fill(colour);
    }
    let (scale, margin) = (side * share / tree.size().width(), side * (1.0 - share) / 2.0);
    let at = Transform::from_translate(margin, margin).pre_scale(scale, scale);
    resvg::render(tree, at, &mut pixmap.as_mut());
    Ok(pixmap)
}

/// A picture of 32 px as an `.ico`, which has held PNG since 2006: a header of 6 bytes, an entry
/// of 16, and the picture.
fn ico(png: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 32, 0];
    bytes.extend((png.len() as u32).to_le_bytes());
    bytes.extend(22_u32.to_le_bytes());
    bytes.extend(png);
    bytes
}
