//! Every figure as pictures: SVG that needs nothing else, and PNG of the same drawings.
//!
//! A picture is the figure as an embed has it, under the page's own style sheet, drawn at one width
//! by the crate `picture`. What was drawn once is kept under a name made of all that it was drawn
//! from, so an unchanged figure costs the making of its HTML alone.

use super::social::Card;
use crate::i18n::words;
use crate::open_data::disk::{forget_all_but, kept, write};
use crate::open_data::hash::full_hash;
use crate::route::{Of, Page, Selection};
use crate::view::figure::{Asked, CLAIMS, TIMELINE};
use crate::view::picture::{Form, Pictured, every, of_page, of_this};
use crate::view::still::{AS_HIGH_AS_NEEDED, Still};
use crate::view::{Facts, PageState, Site};
use picture::png::{png, png_as_wide};
use picture::sheet::Sheet;
use picture::style::BASE;
use picture::{MADE_OF, Picture, Scene, draw};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A drawing, and the files made of it.
struct Shape {
    /// The class of the document, which the style sheet knows.
    class: &'static str,
    dark: bool,
    /// How wide it may be drawn: at that of them where the most of it has room, and as narrow as
    /// that allows, so that its letters are large.
    widths: &'static [f32],
    /// How wide it is where nothing has room in those, the first first.
    else_as_wide: &'static [f32],
    /// How high it is and how much of that is for where it comes from, in parts of its width; none
    /// where it is as high as it needs to be.
    share: Option<(f32, f32)>,
    svg: Option<Form>,
    png: Option<(Form, Pixels)>,
}

/// How many pixels a picture has.
#[derive(Clone, Copy)]
enum Pixels {
    /// So many for each of the drawing.
    Each(f32),
    /// So many in its width.
    Wide(f32),
}

const NARROW: Shape = Shape {
    class: AS_HIGH_AS_NEEDED,
    dark: false,
    widths: &[680.0],
    else_as_wide: &[],
    share: None,
    svg: Some(Form::Svg),
    png: Some((Form::Png, Pixels::Each(2.0))),
};

const WIDE: Shape = Shape { widths: &[1080.0], svg: Some(Form::SvgWide), png: None, ..NARROW };

const CARD: Shape = Shape {
    class: "shaped picture-card",
    dark: false,
    widths: &[1200.0],
    else_as_wide: &[1440.0, 1800.0, 2200.0],
    share: Some((0.525, 0.055)),
    svg: None,
    png: Some((Form::Card, Pixels::Wide(1200.0))),
};

const SHAPES: [Shape; 7] = [
    NARROW,
    Shape {
        dark: true,
        svg: Some(Form::SvgDark),
        png: Some((Form::PngDark, Pixels::Each(2.0))),
        ..NARROW
    },
    WIDE,
    Shape { dark: true, svg: Some(Form::SvgWideDark), ..WIDE },
    Shape {
        class: "shaped picture-square",
        widths: &[540.0, 630.0, 720.0],
        else_as_wide: &[1080.0],
        share: Some((1.0, 0.1)),
        png: Some((Form::Square, Pixels::Wide(1080.0))),
        ..CARD
    },
    Shape {
        class: "shaped picture-story",
        widths: &[540.0, 630.0, 720.0],
        else_as_wide: &[1080.0],
        share: Some((16.0 / 9.0, 0.1)),
        png: Some((Form::Story, Pixels::Wide(1080.0))),
        ..CARD
    },
    CARD,
];

/// The style sheet of pictures.
pub struct Style {
    sheet: Sheet,
    /// A name for what every picture is drawn from: the sheet and the drawing program.
    name: String,
}

impl Style {
    /// Of the site's sheet, with what is said of pictures alone.
    pub fn new(css: &str) -> Style {
        let css = format!("{BASE}{css}");
        Style { name: format!("{MADE_OF}{}", full_hash(css.as_bytes())), sheet: Sheet::new(&css) }
    }
}

/// A file that was drawn.
pub struct Drawn {
    /// Below the site's root.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// What was drawn by earlier builds, in a folder of files that are named by all that they were
/// drawn from.
pub struct Kept {
    folder: PathBuf,
    used: Mutex<BTreeSet<String>>,
}

impl Kept {
    /// What is kept in a folder, which need not be there.
    pub fn at(folder: &Path) -> Kept {
        Kept { folder: folder.to_path_buf(), used: Mutex::default() }
    }

    /// What is kept under a name, or what is made now.
    fn or(
        &self,
        name: String,
        make: impl FnOnce() -> Result<Vec<u8>, String>,
    ) -> Result<Vec<u8>, String> {
        let place = self.folder.join(&name);
        self.used.lock().map_err(|_| "a picture cannot be drawn")?.insert(name);
        if let Some(bytes) = kept(&place) {
            return Ok(bytes);
        }
        let bytes = make()?;
        write(&place, &bytes)?;
        Ok(bytes)
    }

    /// Drops what was not asked for, so that the folder stays as large as one site.
    fn forget_unused(self) {
        let used = self.used.into_inner().unwrap_or_default();
        forget_all_but(&self.folder, &used);
    }
}

/// Draws every picture of these editions and hands each over, on all cores. What is in the folder
/// `cache` already is taken from there, and what none of these pictures is made of leaves it.
/// Gives back how many there are.
pub fn draw_all(
    editions: &[&Facts],
    style: &Style,
    cache: &Path,
    take: impl Fn(Drawn) -> Result<(), String> + Sync,
) -> Result<usize, String> {
    let all = editions
        .iter()
        .flat_map(|facts| every(facts.site()).into_iter().map(move |pictured| (*facts, pictured)));
    let all: Vec<(&Facts, Pictured)> = all.collect();
    let (next, count) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let kept = Kept::at(cache);
    let worker = || -> Result<(), String> {
        while let Some((facts, pictured)) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            for drawn in of_figure(facts.site(), pictured, style, Some(&kept))? {
                count.fetch_add(1, Ordering::Relaxed);
                take(drawn)?;
            }
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker.join().map_err(|_| "a picture cannot be drawn".to_owned())?
        })
    })?;
    kept.forget_unused();
    Ok(count.into_inner())
}

/// The pictures of a figure.
pub fn of_figure(
    site: Site,
    pictured: &Pictured,
    style: &Style,
    cache: Option<&Kept>,
) -> Result<Vec<Drawn>, String> {
    in_shapes(site, pictured, style, cache, &SHAPES)
}

/// The plainest of them: SVG for a light ground, as wide as a column of an article.
pub fn svg_of(
    site: Site,
    pictured: &Pictured,
    style: &Style,
    cache: &Kept,
) -> Result<Vec<Drawn>, String> {
    in_shapes(site, pictured, style, Some(cache), &[Shape { png: None, ..NARROW }])
}

fn in_shapes(
    site: Site,
    pictured: &Pictured,
    style: &Style,
    cache: Option<&Kept>,
    shapes: &[Shape],
) -> Result<Vec<Drawn>, String> {
    let selection = Selection::default();
    let state = PageState::of_file(site, &selection);
    let still = Still::of(state, pictured.figure, pictured.one(site).into());
    let Still { title, description, body, .. } = &still;
    let of_all = of_all(site, pictured);
    let mut files = vec![];
    for shape in shapes {
        let Shape { class, dark, widths, else_as_wide, .. } = shape;
        let line = of_all(1, 2);
        let made_of = format!(
            "{}{line}{class}{dark}{widths:?}{else_as_wide:?}{title}\n{description}\n{body}",
            style.name
        );
        let name = full_hash(made_of.as_bytes());
        let kept_or = |ending: &str, make: &mut dyn FnMut() -> Result<Vec<u8>, String>| match cache
        {
            Some(cache) => cache.or(format!("{name}.{ending}"), make),
            None => make(),
        };
        let mut made: Option<Picture> = None;
        let mut draw_once =
            || made.get_or_insert_with(|| told(&still, shape, style, &of_all)).svg.clone();
        if let Some(form) = shape.svg {
            let bytes = kept_or("svg", &mut || Ok(draw_once().into_bytes()))?;
            files.push(Drawn { path: pictured.path(site.lang(), form), bytes });
        }
        if let Some((form, pixels)) = shape.png {
            let bytes = kept_or("png", &mut || match pixels {
                Pixels::Each(scale) => png(&draw_once(), scale),
                Pixels::Wide(width) => png_as_wide(&draw_once(), width),
            })?;
            files.push(Drawn { path: pictured.path(site.lang(), form), bytes });
        }
    }
    Ok(files)
}

/// Those that have a given height, as they are before they become PNG.
pub fn of_given_height(site: Site, pictured: &Pictured, style: &Style) -> Vec<Picture> {
    let selection = Selection::default();
    let state = PageState::of_file(site, &selection);
    let still = Still::of(state, pictured.figure, pictured.one(site).into());
    let shapes = SHAPES.iter().filter(|shape| shape.share.is_some());
    shapes.map(|shape| told(&still, shape, style, &of_all(site, pictured))).collect()
}

/// Says how many of all had room.
fn of_all<'a>(site: Site<'a>, pictured: &Pictured) -> impl Fn(usize, usize) -> String + 'a {
    let claims = pictured.figure.id == CLAIMS.id;
    move |n, m| match claims {
        true => site.say(words::PictureClaims { n, m }),
        false => site.say(words::PictureProcurements { n, m }),
    }
}

/// The figure in a shape; a picture that has room for a part of it says how large a part.
fn told(
    still: &Still,
    shape: &Shape,
    style: &Style,
    of_all: &dyn Fn(usize, usize) -> String,
) -> Picture {
    let mut picture = drawn(still, shape, style);
    // The line takes room itself, so what it says may hold no more.
    for _ in 0..4 {
        if picture.shown == 0 || picture.shown == picture.parts {
            return picture;
        }
        let next = drawn(&still.saying(&of_all(picture.shown, picture.parts)), shape, style);
        if next.shown == picture.shown {
            return next;
        }
        picture = next;
    }
    alone(still, shape, style)
}

/// The figure in a shape, with as much of it as has room.
fn drawn(still: &Still, shape: &Shape, style: &Style) -> Picture {
    let draw = |width: &f32| as_wide(still, shape, style, *width, shape.class);
    let fullest =
        |one: Picture, other: Picture| if other.drawings > one.drawings { other } else { one };
    let picture = shape.widths.iter().map(draw).reduce(fullest);
    let picture = picture.filter(|one| one.drawings > 0 || shape.share.is_none());
    let wider = || shape.else_as_wide.iter().map(draw).find(|one| one.drawings > 0);
    picture.or_else(wider).unwrap_or_else(|| alone(still, shape, style))
}

/// Its sentence, without the drawing.
fn alone(still: &Still, shape: &Shape, style: &Style) -> Picture {
    as_wide(still, shape, style, shape.widths[0], &format!("{} alone", shape.class))
}

fn as_wide(still: &Still, shape: &Shape, style: &Style, width: f32, class: &str) -> Picture {
    let height = shape.share.map(|(height, _)| (width * height).round());
    draw(&Scene {
        html: &still.document(class, shape.dark, height.map(|height| height as u32)),
        sheet: &style.sheet,
        width,
        height,
        foot: shape.share.map_or(0.0, |(_, foot)| width * foot),
        title: &still.title,
        description: &still.description,
        lang: still.lang,
    })
}

/// What a page shows beside a link to it, where pictures are drawn: its figure, or the nearest one.
pub fn card(site: Site, page: &Page) -> Option<Card> {
    if !site.pictures {
        return None;
    }
    let own = of_page(site, page).into_iter().next();
    let pictured = own.or_else(|| nearest(site, page))?;
    let selection = Selection::default();
    let asked = Asked { site, selection: &selection, only: pictured.one(site).into() };
    let alt = (pictured.figure.embed.heading)(asked);
    let path = pictured.path(site.lang(), Form::Card);
    Some(Card { path, width: 1200, height: 630, alt })
}

/// The figure of a procurement that tells an event or a claim among the others.
fn nearest(site: Site, page: &Page) -> Option<Pictured> {
    let figure = match page {
        Page::Event(..) => &TIMELINE,
        Page::Claim(..) | Page::Embed(_, Of::Claim(..)) => &CLAIMS,
        _ => return None,
    };
    let one = site.today.procurement(page.procurement()?.as_str())?;
    of_this(site, one).find(|it| it.figure.id == figure.id)
}
