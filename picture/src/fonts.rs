//! The typefaces of pictures, and how long words are in them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use harfrust::{ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::usvg::fontdb::Database;
use skrifa::FontRef;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::Metrics;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

/// A typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// For letters of drawings and text.
    Regular,
    /// The same, bold.
    Bold,
    /// For headings.
    Serif,
}

const FILES: [&[u8]; 3] = [
    include_bytes!("../../fonts/sans-regular.ttf"),
    include_bytes!("../../fonts/sans-bold.ttf"),
    include_bytes!("../../fonts/serif-bold.ttf"),
];

/// All of them.
pub const FACES: [Face; 3] = [Face::Regular, Face::Bold, Face::Serif];

/// The same for files that are shown elsewhere.
const WOFF2: [&[u8]; 3] = [
    include_bytes!("../../fonts/sans-regular.woff2"),
    include_bytes!("../../fonts/sans-bold.woff2"),
    include_bytes!("../../fonts/serif-bold.woff2"),
];

/// All typefaces, for whoever draws letters.
pub static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    FILES.iter().for_each(|file| database.load_font_data(file.to_vec()));
    database.set_sans_serif_family("Utlovat Sans");
    database.set_serif_family("Utlovat Serif");
    Arc::new(database)
});

impl Face {
    /// The families to draw with, for whoever has not the first of them, and the weight.
    pub fn family(self) -> (&'static str, &'static str) {
        match self {
            Face::Regular => (SANS, "400"),
            Face::Bold => (SANS, "700"),
            Face::Serif => ("'Utlovat Serif', Georgia, 'Times New Roman', serif", "700"),
        }
    }

    /// The rule that brings the typeface along in a file.
    pub(crate) fn rule(self) -> String {
        static RULES: LazyLock<[String; 3]> = LazyLock::new(|| {
            FACES.map(|face| {
                let name = if face == Face::Serif { "Utlovat Serif" } else { "Utlovat Sans" };
                let (_, weight) = face.family();
                let file = STANDARD.encode(WOFF2[face as usize]);
                format!(
                    "@font-face{{font-family:'{name}';font-weight:{weight};\
                     src:url(data:font/woff2;base64,{file}) format('woff2')}}"
                )
            })
        });
        RULES[self as usize].clone()
    }

    fn font(self) -> &'static FontRef<'static> {
        static FONTS: LazyLock<Vec<FontRef<'static>>> = LazyLock::new(|| {
            FILES.iter().map(|file| FontRef::new(file).expect("a typeface")).collect()
        });
        &FONTS[self as usize]
    }

    /// How long a text is at a size, in pixels, with its pairs of letters as close as they are
    /// drawn.
    pub fn length(self, text: &str, size: f32) -> f32 {
        thread_local! {
            static KNOWN: RefCell<HashMap<(usize, String), i32>> = RefCell::default();
        }
        let key = (self as usize, text.to_owned());
        let known = KNOWN.with_borrow(|known| known.get(&key).copied());
        let units = known.unwrap_or_else(|| {
            let units = self.units(text);
            KNOWN.with_borrow_mut(|known| known.insert(key, units));
            units
        });
        let whole = Metrics::new(self.font(), Size::unscaled(), LocationRef::default());
        units as f32 * size / f32::from(whole.units_per_em) * WIDER.get()[self as usize]
    }

    fn units(self, text: &str) -> i32 {
        static SHAPERS: LazyLock<Vec<ShaperData>> =
            LazyLock::new(|| FACES.into_iter().map(|face| ShaperData::new(face.font())).collect());
        let shaper = SHAPERS[self as usize].shaper(self.font()).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let glyphs = shaper.shape(buffer, ShapeOptions::new());
        glyphs.glyph_positions().iter().map(|glyph| glyph.x_advance).sum()
    }

    /// How far the letters reach above and below their line.
    pub fn reach(self, size: f32) -> (f32, f32) {
        let metrics = Metrics::new(self.font(), Size::new(size), LocationRef::default());
        (metrics.ascent, -metrics.descent)
    }
}

thread_local! {
    /// How many times as wide as they are the letters of each typeface are taken to be.
    static WIDER: Cell<[f32; 3]> = const { Cell::new([1.0; 3]) };
}

/// Does something with the letters of each typeface taken to be so many times as wide as they are:
/// those of another one may be.
pub(crate) fn wider<T>(times: [f32; 3], make: impl FnOnce() -> T) -> T {
    let before = WIDER.replace(times);
    let made = make();
    WIDER.set(before);
    made
}

const SANS: &str = "'Utlovat Sans', 'Source Sans 3', 'Helvetica Neue', Arial, sans-serif";
