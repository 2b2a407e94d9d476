//! A figure as HTML that nobody touches: what pictures are drawn from, by the build for what nobody
//! has chosen and in the browser for a reader's own choice and day.

use super::block::still;
use super::figure::{Asked, FigureSpec, Follows};
use super::only::Only;
use super::{PageState, html};
use crate::analysis::outcome::OPEN;
use crate::chart::timeline::years;
use crate::i18n::{Key, format, kind, words};
use crate::model::PartialDate;
use crate::route::Page;
use maud::PreEscaped;

/// The class of a picture that is as high as it needs to be.
pub const AS_HIGH_AS_NEEDED: &str = "as-high-as-needed";

/// Where the drawing begins.
const FIGURE: &str = "<figure class=\"chart\">";

/// A figure with all that a picture says.
pub struct Still {
    /// The code of its language.
    pub lang: &'static str,
    /// What it finds.
    pub title: String,
    /// What it shows, and of what: for those who do not see it.
    pub description: String,
    /// What stands in the body of the document.
    pub body: String,
}

impl Still {
    /// Of all procurements or of one, with the choice and the day of a page. A picture of a part
    /// says that it is one, and a picture of a day says the day.
    pub fn of(state: PageState, figure: &FigureSpec, only: Only) -> Still {
        let site = state.site;
        // What does not concern the figure changes nothing of its picture.
        let followed = figure.followed(state.selection);
        let state = PageState::of_file(site, &followed);
        let asked = Asked::of(state, only);
        let (title, sentence) = ((figure.embed.heading)(asked), (figure.sentence)(asked));
        let part = part(figure, asked);
        let mut drawing = String::new();
        for block in (figure.embed.drawing)(state, only) {
            still(block, &mut drawing);
        }
        let body = html! {
            div class="picture-frame" {
                h1 { (title) }
                @if !sentence.is_empty() { p class="answer" { (sentence) } }
                @if let Some(part) = &part { p class="note picture-part" { (part) } }
                figure class="chart" { (PreEscaped(drawing)) }
            }
            p class="picture-origin" { (origin(asked, figure)) }
        };
        let description = match part {
            Some(part) => format!("{sentence} {part}").trim().to_owned(),
            None => sentence,
        };
        Still { lang: site.lang().code(), title, description, body: body.0 }
    }

    /// The same with a line above the drawing.
    pub fn saying(&self, line: &str) -> Still {
        let line = html! { p class="picture-shown" { (line) } }.0;
        let (before, after) = self.body.split_once(FIGURE).unwrap_or((&self.body, ""));
        let body = format!("{before}{line}{FIGURE}{after}");
        Still { body, title: self.title.clone(), description: self.description.clone(), ..*self }
    }

    /// The document of a picture: for a light or a dark ground, with the class of its shape, which
    /// the sheet knows, and its height in pixels, where that is given.
    pub fn document(&self, class: &str, dark: bool, high: Option<u32>) -> String {
        let theme = if dark { "dark" } else { "light" };
        let high = high.map(|high| format!("height: {high}px"));
        let body = html! {
            html lang=(self.lang) data-typeface="" data-theme=(theme) {
                body class=(format!("still {class}")) style=[high] {
                    (PreEscaped(&self.body))
                }
            }
        };
        format!("<!doctype html>{}", body.0)
    }
}

/// Of which part of the facts a figure is, where the reader has chosen one: "Bara det som var känt
/// den 1 juni 2022. Urval: Skåne; avtalskrav."
pub fn part(figure: &FigureSpec, asked: Asked) -> Option<String> {
    let Asked { site, selection, only } = asked;
    let mut chosen: Vec<String> = vec![];
    let mut tell = |names: Vec<&str>| {
        if !names.is_empty() {
            chosen.push(names.join(", "));
        }
    };
    for follows in figure.follows {
        match follows {
            // What the heading says is not said again.
            Follows::Procurements if matches!(only, Only::All) => {
                let shown = selection.shown(site.dataset).into_iter();
                let names = shown.map(|one| site.text(&one.name)).collect();
                tell(if selection.procurements.is_empty() { vec![] } else { names });
            }
            Follows::Procurements | Follows::Alignment => {}
            Follows::Events => tell(selection.groups.iter().map(|it| site.group(*it)).collect()),
            Follows::Claims if matches!(only, Only::Claim(..)) => {}
            Follows::Claims => {
                let kinds = selection.claim_kinds.iter();
                tell(kinds.map(|it| site.t(kind::claim_kind(*it))).collect());
                let open = OPEN.iter().all(|it| selection.outcomes.contains(it));
                let rest = selection.outcomes.iter().filter(|it| !open || !OPEN.contains(it));
                let rest = rest.map(|it| site.t(kind::step_status(*it)));
                tell(open.then(|| site.t(Key::ClaimOpen)).into_iter().chain(rest).collect());
            }
            Follows::Years => {
                if selection.from.is_some() || selection.to.is_some() {
                    let span = selection.years(years(asked.shown()));
                    tell(vec![&format!("{}–{}", span.first.year(), span.last.year())]);
                }
            }
        }
    }
    let day = selection.as_of.map(|day| {
        let date = format::on_date(site.lang(), PartialDate::Day(day));
        site.say(words::PictureAsOf { date: &date })
    });
    let what = chosen.join("; ");
    let part = (!what.is_empty()).then(|| site.say(words::PicturePart { what: &what }));
    let told: Vec<String> = day.into_iter().chain(part).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// Where a picture comes from: the site, the page with the choice, the version of the facts, the
/// licence.
fn origin(asked: Asked, figure: &FigureSpec) -> String {
    let Asked { site, selection, only } = asked;
    let plain = |url: &str| {
        let url = url.strip_prefix("https://").unwrap_or(url);
        url.trim_end_matches('/').to_owned()
    };
    let page = match only {
        Only::One(one) => Page::Procurement(one.id.clone()),
        Only::Claim(one, claim) => Page::Claim(one.id.clone(), claim.id.clone()),
        Only::All | Only::Pair(..) => figure.page.clone(),
    };
    let whole = only.chosen(selection);
    let name = site.t(Key::SiteName);
    let name = match site.origin.is_empty() {
        true => name.to_owned(),
        false => format!("{name}, {}{whole}", plain(&site.url(page))),
    };
    let date = site.date(PartialDate::Day(site.today.reviewed));
    let (version, licence) = (&*site.today.version, site.today.licence);
    // A name that no line ends in.
    let (link, licence) = (plain(licence.url()), &*licence.name().replace(' ', "\u{a0}"));
    site.say(words::PictureOrigin { name: &name, version, date: &date, licence, link: &link })
}
