//! Figures as pictures: whole, the same at each build, with nothing outside them.

use super::knowledge::day;
use super::pages::{Edition, WORDS};
use super::project::{COMPARED, root};
use picture::Picture;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use utlovat::app::pictures::{Drawn, Kept, Style, card, draw_all, of_figure, of_given_height};
use utlovat::data::publish;
use utlovat::model::{Claim, Id, Lang, Procurement, Text};
use utlovat::route::{Of, Page, Selection};
use utlovat::view::figure::{CLAIMS, COMPARISON, FIGURES, FigureSpec, LADDERS, TIMELINE};
use utlovat::view::only::Only;
use utlovat::view::picture::{Form, Pictured, every, of_page};
use utlovat::view::still::Still;
use utlovat::view::{Facts, PageState};

static STYLE: LazyLock<Style> = LazyLock::new(|| {
    let sheets = utlovat::app::shell::SHEETS.into_iter().chain(["picture"]);
    let css = sheets.map(|name| {
        std::fs::read_to_string(root().join(format!("style/{name}.css"))).expect("a sheet")
    });
    Style::new(&css.collect::<String>())
});

fn edition(lang: Lang) -> Facts {
    let whole = publish::edition(&COMPARED, lang);
    Facts::of_today(whole, &WORDS[&lang], "/", "https://example.org").pictured(true)
}

/// Every picture of the toy facts in a language.
fn drawn(facts: &Facts) -> Vec<Drawn> {
    let site = facts.site();
    let of = |pictured: &Pictured| of_figure(site, pictured, &STYLE, None).expect("pictures");
    every(site).iter().flat_map(of).collect()
}

static ALL: LazyLock<Vec<Drawn>> = LazyLock::new(|| {
    std::thread::scope(|scope| {
        let drawing = Lang::ALL.map(|lang| scope.spawn(move || drawn(&edition(lang))));
        drawing.into_iter().flat_map(|it| it.join().expect("pictures")).collect()
    })
});

fn svgs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let svgs = ALL.iter().filter(|one| one.path.ends_with(".svg"));
    svgs.map(|one| (one.path.as_str(), std::str::from_utf8(&one.bytes).expect("text")))
}

#[test]
fn every_figure_is_drawn_in_every_form() {
    let there: BTreeSet<&str> = ALL.iter().map(|one| one.path.as_str()).collect();
    for lang in Lang::ALL {
        let facts = edition(lang);
        for pictured in every(facts.site()) {
            for form in Form::OFFERED.into_iter().chain([Form::Card]) {
                let path = pictured.path(lang, form);
                assert!(there.contains(path.as_str()), "{path} is drawn");
            }
        }
    }
    assert_eq!(there.len(), ALL.len(), "each once");
}

#[test]
fn a_picture_says_what_it_is_and_needs_nothing_else() {
    let facts = edition(Lang::Sv);
    let site = facts.site();
    for (path, svg) in svgs() {
        for tag in ["<title id=\"title\">", "<desc id=\"desc\">"] {
            let text = svg.split_once(tag).map_or("", |(_, after)| after);
            let text = text.split('<').next().unwrap_or_default();
            assert!(text.trim().len() > 10, "{path} has {tag}{text}");
        }
        let whole = svg.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
        let (style, body) = whole.unwrap_or_else(|| panic!("{path} has its typefaces"));
        for url in style.split("url(").skip(1) {
            assert!(url.starts_with("data:font/woff2;base64,"), "{path} brings its typefaces");
        }
        for outside in ["href=", "<image", "<script", "<use", "http:", "https:", "class=", "var("] {
            assert!(!body.contains(outside), "{path} has {outside}");
        }
        for url in body.split("url(#").skip(1) {
            let id = url.split(')').next().unwrap_or_default();
            assert!(body.contains(&format!("id=\"{id}\"")), "{path} has {id}");
        }
        assert!(!body.contains("NaN") && !body.contains("inf"), "{path} has numbers alone");
        let told = said(body);
        let version = format!(" {},", site.today.version);
        assert!(told.contains(&version) && told.contains("CC BY 4.0"), "{path}: {told}");
        assert!(told.contains("example.org/"), "{path} says where it stands");
    }
}

/// The words of a picture, in their order.
fn said(svg: &str) -> String {
    let texts = svg.split('<').filter_map(|tag| tag.split_once('>'));
    let texts: Vec<&str> = texts.map(|(_, text)| text.trim()).filter(|it| !it.is_empty()).collect();
    texts.join(" ").replace('\u{a0}', " ")
}

/// resvg reads it, and every letter stands within it.
#[test]
fn every_letter_of_a_picture_stands_within_it() {
    let mut wrong = vec![];
    for (path, svg) in svgs() {
        let tree = picture::png::tree(svg).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut count = 0;
        let mut groups = vec![tree.root()];
        while let Some(group) = groups.pop() {
            for node in group.children() {
                match node {
                    picture::usvg::Node::Group(group) => groups.push(group),
                    picture::usvg::Node::Text(text) => {
                        count += 1;
                        let place = text.abs_bounding_box();
                        let fits = place.left() >= -1.0
                            && place.top() >= -1.0
                            && place.right() <= tree.size().width() + 1.0
                            && place.bottom() <= tree.size().height() + 1.0;
                        if !fits {
                            let words = text.chunks().iter().map(|chunk| chunk.text());
                            wrong.push(format!("{path}: “{}”", words.collect::<String>()));
                        }
                    }
                    _ => {}
                }
            }
        }
        assert!(count >= 3, "{path} has {count} texts");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_picture_is_the_same_bytes_at_each_build() {
    let again = drawn(&edition(Lang::En));
    let first: Vec<&Drawn> = ALL.iter().filter(|one| one.path.contains("/en/")).collect();
    assert_eq!(first.len(), again.len());
    for (one, other) in first.into_iter().zip(&again) {
        assert_eq!(one.path, other.path);
        assert!(one.bytes == other.bytes, "{} differs", one.path);
    }
}

#[test]
fn a_picture_has_the_size_of_its_form() {
    for one in ALL.iter().filter(|one| one.path.ends_with(".png")) {
        let side = |at: usize| u32::from_be_bytes(one.bytes[at..at + 4].try_into().expect("four"));
        let size = (side(16), side(20));
        match one.path.rsplit('-').next() {
            Some("card.png") => assert_eq!(size, (1200, 630), "{}", one.path),
            Some("square.png") => assert_eq!(size, (1080, 1080), "{}", one.path),
            Some("story.png") => assert_eq!(size, (1080, 1920), "{}", one.path),
            _ => assert_eq!(size.0, 1360, "{}", one.path),
        }
    }
}

#[test]
fn what_was_drawn_is_kept_and_taken_again() {
    let facts = edition(Lang::Sv);
    let pictured = every(facts.site()).into_iter().next().expect("a figure");
    let cache = tempfile::tempdir().expect("a folder");
    let of = || {
        of_figure(facts.site(), &pictured, &STYLE, Some(&Kept::at(cache.path()))).expect("pictures")
    };
    let first = of();
    for entry in std::fs::read_dir(cache.path()).expect("a folder") {
        std::fs::write(entry.expect("a file").path(), b"kept").expect("written");
    }
    let again = of();
    assert_eq!(first.len(), again.len());
    assert!(again.iter().all(|one| one.bytes == b"kept"), "nothing is drawn again");
}

#[test]
fn a_page_of_an_event_or_a_claim_has_the_card_of_its_procurement() {
    for lang in Lang::ALL {
        let facts = edition(lang);
        let site = facts.site();
        for one in &site.dataset.procurements {
            let id = &one.id;
            let events =
                one.events.iter().map(|it| (Page::Event(id.clone(), it.id.clone()), "timeline"));
            let claims =
                one.claims.iter().map(|it| (Page::Claim(id.clone(), it.id.clone()), "claims"));
            for (page, figure) in events.chain(claims) {
                let card = card(site, &page).unwrap_or_else(|| panic!("{page:?} has a card"));
                let expected = format!("pictures/{}/{figure}/{id}-card.png", lang.code());
                assert_eq!(card.path, expected, "{page:?}");
                assert!(ALL.iter().any(|drawn| drawn.path == card.path), "{}", card.path);
                assert!(!card.alt.trim().is_empty(), "{page:?}");
            }
        }
        let embed = |one: &Procurement, claim: &Claim| {
            Page::Embed(&Page::Claims, Of::Claim(one.id.clone(), claim.id.clone()))
        };
        let (one, claim) = (&site.dataset.procurements[0], &site.dataset.procurements[0].claims[0]);
        assert!(card(site, &embed(one, claim)).is_some(), "what shows a pasted link has one too");
    }
}

#[test]
fn a_page_with_a_figure_has_a_card_and_offers_its_pictures() {
    for lang in Lang::ALL {
        let facts = edition(lang);
        let site = facts.site();
        let one = &site.dataset.procurements[0].id;
        for page in [Page::Overview, Page::Timeline, Page::Claims, Page::Procurement(one.clone())] {
            let card = card(site, &page).unwrap_or_else(|| panic!("{page:?} has a card"));
            assert!(ALL.iter().any(|drawn| drawn.path == card.path), "{}", card.path);
            assert!(!card.alt.is_empty() && (card.width, card.height) == (1200, 630));
            assert!(!of_page(site, &page).is_empty());
            let _ = any_spawner::Executor::init_futures_executor();
            let address = utlovat::route::Address::new(lang, page.clone());
            let html = utlovat::app::prerender::body(&facts, &address);
            for form in Form::OFFERED {
                let href = format!("href=\"/{}\"", of_page(site, &page)[0].path(lang, form));
                assert!(html.contains(&href), "{page:?} offers {href}");
            }
        }
        assert!(card(site, &Page::Method).is_none());
        // A site without pictures offers none.
        let without = Edition::new(&COMPARED, lang);
        assert!(card(without.site, &Page::Claims).is_none());
        assert!(!without.body(Page::Claims).contains("pictures/"));
    }
}

#[test]
fn a_picture_of_a_part_or_of_a_day_says_so() {
    let today = Edition::new(&COMPARED, Lang::Sv);
    let names = today.site.dataset.procurements.iter().map(|one| today.site.text(&one.name));
    let names: Vec<&str> = names.collect();
    let still = |figure: &FigureSpec, query: &str, only: fn(&Edition) -> Only| {
        let (selection, bad) = Selection::parse(query, &today.site.known());
        assert!(bad.is_empty(), "{query}");
        let then = today.as_of(selection.as_of.unwrap_or(today.site.today.reviewed));
        let state = PageState::of_file(then.site, &selection);
        let Still { description, body, .. } = Still::of(state, figure, only(&then));
        let told = body.split_once("<p class=\"note picture-part\">").map(|(_, rest)| rest);
        let told = told.and_then(|rest| rest.split('<').next()).unwrap_or_default().to_owned();
        assert!(description.ends_with(&told), "“{description}” says “{told}”");
        (told, body)
    };
    let all = |_: &Edition| Only::All;
    for figure in FIGURES {
        assert_eq!(still(figure, "", all).0, "", "all of it");
    }
    let (told, body) = still(&TIMELINE, "?procurement=toy-north&kind=plans&from=2019&to=2021", all);
    assert_eq!(told, format!("Urval: {}; Planer; 2019–2021.", names[0]));
    assert!(body.contains("/sv/tidslinje?procurement=toy-north&amp;kind=plans&amp;"), "{body}");
    let (told, _) = still(&CLAIMS, "?procurement=toy-north&claim=contract&outcome=settled", all);
    assert_eq!(told, format!("Urval: {}; Avtalskrav; Uppgjort.", names[0]));
    let (told, _) = still(&COMPARISON, "?procurement=toy-north,toy-south&as-of=2021-06-01", all);
    let both = [names[0], names[1]].join(", ");
    assert_eq!(told, format!("Bara det som var känt den 1 juni 2021. Urval: {both}."));
    let (told, _) = still(&LADDERS, "?claim=contract&kind=plans&as-of=2021-06-01", all);
    assert_eq!(told, "Bara det som var känt den 1 juni 2021.", "it follows no other choice");
    // Whose it is says its heading.
    let one = |then: &Edition| Only::One(&then.site.dataset.procurements[0]);
    let (told, _) = still(&TIMELINE, "?procurement=toy-south&from=2019", one);
    assert!(told.starts_with("Urval: 2019–") && !told.contains(names[1]), "{told}");
    // What became known later is in no picture of a day.
    assert!(today.site.dataset.procurements[0].claims.len() > 1);
    let (_, body) = still(&CLAIMS, "?as-of=2010-01-01", all);
    assert!(!body.contains("claim-line"), "nothing was known on {}", day("2010-01-01"));
}

/// Which ladders are drawn is told by the names in the picture.
#[test]
fn a_picture_of_a_part_says_how_large_a_part() {
    let (mut cut, mut whole) = (0, 0);
    for lang in Lang::ALL {
        // Many of them, so that not all have room.
        let mut dataset = COMPARED.clone();
        let one = dataset.procurements[0].clone();
        let name = |at: usize| format!("Region {at:02}.");
        let more = (0..7).map(|at| Procurement {
            id: Id::parse(&format!("toy-more-{at}")).expect("an id"),
            name: Text { sv: name(at), en: name(at) },
            ..one.clone()
        });
        dataset.procurements = more.collect();
        let edition = publish::edition(&dataset, lang);
        let facts = Facts::of_today(edition, &WORDS[&lang], "/", "").pictured(true);
        let (shows, of, units) = match lang {
            Lang::Sv => ("Visar", "av", ["upphandlingar", "krav"]),
            Lang::En => ("Shows", "of", ["procurements", "claims"]),
        };
        for (figure, unit) in [&LADDERS, &TIMELINE, &COMPARISON]
            .map(|it| (it, units[0]))
            .into_iter()
            .chain([(&CLAIMS, units[1])])
        {
            for only in [None, Some(dataset.procurements[0].id.clone())] {
                let pictured = Pictured { figure, only };
                for picture in of_given_height(facts.site(), &pictured, &STYLE) {
                    let (words, Picture { shown, parts, .. }) = (said(&picture.svg), picture);
                    let line = format!("{shows} {shown} {of} {parts} {unit}.");
                    let is_part = shown > 0 && shown < parts;
                    assert_eq!(words.contains(&line), is_part, "{}: {line}", figure.id);
                    assert!(
                        is_part || !words.contains(&format!(" {of} {parts} {unit}.")),
                        "{}",
                        figure.id
                    );
                    if is_part && figure.id == LADDERS.id {
                        let (_, after) = words.split_once(&line).expect("the line");
                        let drawn = (0..7).filter(|at| after.contains(&name(*at))).count();
                        assert_eq!((drawn, parts), (shown, 7), "{after}");
                    }
                    cut += usize::from(is_part);
                    whole += usize::from(!is_part);
                }
            }
        }
    }
    assert!(cut > 4 && whole > 4, "{cut} of a part, {whole} whole");
}

/// What is drawn for a site stays for its next build, and nothing more: what another site or an
/// earlier build had drawn goes.
#[test]
fn what_no_picture_is_made_of_any_more_is_not_kept() {
    let mut dataset = COMPARED.clone();
    dataset.procurements.clear();
    let facts = |lang: Lang| {
        let edition = publish::edition(&dataset, lang);
        Facts::of_today(edition, &WORDS[&lang], "/", "").pictured(true)
    };
    let both = Lang::ALL.map(facts);
    let both: Vec<&Facts> = both.iter().collect();
    let folder = tempfile::tempdir().expect("a folder");
    let names = || {
        let files = std::fs::read_dir(folder.path()).expect("a folder");
        files.map(|file| file.expect("a file").file_name()).collect::<BTreeSet<_>>()
    };
    let count = draw_all(&both, &STYLE, folder.path(), |_| Ok(())).expect("pictures");
    let first = names();
    // What looks the same is drawn once.
    assert!(first.len() > 20 && first.len() <= count, "{} of {count}", first.len());
    std::fs::write(folder.path().join("of-an-earlier-build.svg"), b"old").expect("a file");
    draw_all(&both, &STYLE, folder.path(), |_| Ok(())).expect("pictures");
    assert_eq!(names(), first);
    draw_all(&both[..1], &STYLE, folder.path(), |_| Ok(())).expect("pictures");
    assert!(names().len() < first.len() && names().is_subset(&first));
}

#[test]
fn a_page_offers_to_draw_what_a_reader_has_chosen() {
    let _ = any_spawner::Executor::init_futures_executor();
    let facts = edition(Lang::Sv);
    for figure in FIGURES {
        let id = figure.id;
        let page = Page::Reuse(&figure.page, Of::All);
        let address = utlovat::route::Address::new(Lang::Sv, page);
        let offered = |facts: &Facts, query: &str| {
            let (selection, _) = Selection::parse(query, &facts.site().known());
            let body = utlovat::app::prerender::chosen_body(facts, &address, selection);
            let buttons = body.split("data-draw=\"").skip(1);
            let names: Vec<String> =
                buttons.filter_map(|rest| Some(rest.split('"').next()?.to_owned())).collect();
            let begins = format!("{}-{id}", facts.site().slug());
            assert!(names.iter().all(|name| name.starts_with(&begins)), "{names:?}");
            names.len()
        };
        assert_eq!(offered(&facts, ""), 0, "{id}: there are files of it");
        assert_eq!(offered(&facts, "?as-of=2021-06-01&procurement=toy-north"), 6, "{id}");
        let without = edition(Lang::Sv).pictured(false);
        assert_eq!(
            offered(&without, "?as-of=2021-06-01&procurement=toy-north"),
            0,
            "{id}: nothing draws it"
        );
    }
}
