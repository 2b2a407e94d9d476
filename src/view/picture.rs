//! The pictures of a figure: which there are, and where they lie. The build draws them of the
//! facts of today, without a choice.

use super::Site;
use super::figure::{self, Asked, FIGURES, FigureSpec};
use super::only::Only;
use super::page::content;
use crate::i18n::Key;
use crate::model::{Id, Lang, Procurement};
use crate::route::{Of, Page, Selection};

/// A figure that is drawn, of all procurements or of one.
#[derive(Clone)]
pub struct Pictured {
    pub figure: &'static FigureSpec,
    pub only: Option<Id>,
}

/// A picture in a shape and in colours for a ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Svg,
    SvgDark,
    SvgWide,
    SvgWideDark,
    Png,
    PngDark,
    /// 1080 × 1080 pixels.
    Square,
    /// 1080 × 1920 pixels.
    Story,
    /// 1200 × 630 pixels, beside a link.
    Card,
}

impl Form {
    /// What a reader may take away, in the order in which it is offered; a card is none of it.
    pub const OFFERED: [Form; 8] = [
        Form::Svg,
        Form::SvgDark,
        Form::SvgWide,
        Form::SvgWideDark,
        Form::Png,
        Form::PngDark,
        Form::Square,
        Form::Story,
    ];

    /// What a link to it says.
    pub fn name(self, site: Site) -> String {
        let more = |name: &str, keys: &[Key]| {
            let words: Vec<&str> = keys.iter().map(|key| site.t(*key)).collect();
            format!("{name} ({})", words.join(", "))
        };
        match self {
            Form::Svg => "SVG".to_owned(),
            Form::SvgDark => more("SVG", &[Key::PictureDark]),
            Form::SvgWide => more("SVG", &[Key::PictureWide]),
            Form::SvgWideDark => more("SVG", &[Key::PictureWide, Key::PictureDark]),
            Form::Png => "PNG".to_owned(),
            Form::PngDark => more("PNG", &[Key::PictureDark]),
            Form::Square => "PNG 1080 × 1080".to_owned(),
            Form::Story => "PNG 1080 × 1920".to_owned(),
            Form::Card => "PNG 1200 × 630".to_owned(),
        }
    }

    /// What follows the name of the figure in that of the file.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Svg => ".svg",
            Form::SvgDark => "-dark.svg",
            Form::SvgWide => "-wide.svg",
            Form::SvgWideDark => "-wide-dark.svg",
            Form::Png => ".png",
            Form::PngDark => "-dark.png",
            Form::Square => "-square.png",
            Form::Story => "-story.png",
            Form::Card => "-card.png",
        }
    }
}

impl Pictured {
    /// The procurement that it is of, where it is of one.
    pub fn one<'a>(&self, site: Site<'a>) -> Option<&'a Procurement> {
        self.only.as_ref().and_then(|id| site.dataset.procurement(id.as_str()))
    }

    /// Where a picture lies, below the site's base: `pictures/sv/timeline.svg`.
    pub fn path(&self, lang: Lang, form: Form) -> String {
        let (lang, figure, ending) = (lang.code(), self.figure.id, form.ending());
        match &self.only {
            Some(id) => format!("pictures/{lang}/{figure}/{id}{ending}"),
            None => format!("pictures/{lang}/{figure}{ending}"),
        }
    }
}

/// The figures of a page that there are pictures of; the first is the one to show beside a link.
pub fn of_page(site: Site, page: &Page) -> Vec<Pictured> {
    match content::of(page).pictures {
        Some(pictures) => pictures(site, page),
        None => {
            let all = |figure| Pictured { figure, only: None };
            figure::of(page).map(all).into_iter().collect()
        }
    }
}

/// The same of a page or an embed that may be of one procurement.
pub fn of_one(site: Site, page: &Page) -> Vec<Pictured> {
    let figure = figure::of(page);
    // Of a claim and of a pair there are none.
    if matches!(page, Page::Embed(_, Of::Claim(..) | Of::Pair(..))) {
        return vec![];
    }
    let Some(id) = page.procurement() else {
        return figure.map(|figure| Pictured { figure, only: None }).into_iter().collect();
    };
    let same = |it: &Pictured| figure.is_none_or(|figure| figure.id == it.figure.id);
    let one = site.today.procurement(id.as_str());
    one.map(|one| of_this(site, one).filter(same).collect()).unwrap_or_default()
}

/// The pictures of a figure that is limited so, where there are any.
pub fn of_figure(site: Site, figure: &'static FigureSpec, only: Only) -> Option<Pictured> {
    match only {
        Only::All => Some(Pictured { figure, only: None }),
        Only::One(one) => {
            let one = site.today.procurement(one.id.as_str())?;
            of_this(site, one).find(|it| it.figure.id == figure.id)
        }
        Only::Claim(..) | Only::Pair(..) => None,
    }
}

/// Every figure that there are pictures of.
pub fn every(site: Site) -> Vec<Pictured> {
    let shown = FIGURES.into_iter().filter(|figure| site.has(&figure.page));
    let all = shown.map(|figure| Pictured { figure, only: None });
    all.chain(site.today.procurements.iter().flat_map(|one| of_this(site, one))).collect()
}

/// Those of one procurement, where they have something to say.
pub fn of_this(site: Site, one: &Procurement) -> impl Iterator<Item = Pictured> {
    let selection = Selection::default();
    let figures = FIGURES.into_iter().filter(move |figure| {
        let asked = Asked { site, selection: &selection, only: Only::One(one) };
        (figure.embed.is_of)(one) && !(figure.sentence)(asked).is_empty()
    });
    figures.map(|figure| Pictured { figure, only: Some(one.id.clone()) })
}
