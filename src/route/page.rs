//! Which page an address means. Paths are in the page's language and end in a slash,
//! as folders of a static host do.

use crate::model::{Id, Lang};
use std::fmt;

/// A page in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub lang: Lang,
    pub page: Page,
}

/// Every page there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    Overview,
    Timeline,
    Claims,
    Compare,
    Procurement(Id),
    /// An event of a procurement.
    Event(Id, Id),
    /// A claim of a procurement.
    Claim(Id, Id),
    /// The record system of each region.
    Regions,
    Sources,
    Method,
    /// What became known between two days.
    Changes,
    Search,
    /// Everything that has a name, from A to Z.
    Register,
    /// A chart without the site's frame, for all procurements or for one.
    Embed(EmbedView, Option<Id>),
    NotFound,
}

/// A chart that can be embedded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmbedView {
    Timeline,
    Claims,
    Comparison,
}

impl EmbedView {
    /// Every chart that can be embedded.
    pub const ALL: [EmbedView; 3] = [EmbedView::Timeline, EmbedView::Claims, EmbedView::Comparison];
}

/// The words of paths in a language.
struct Words {
    timeline: &'static str,
    claims: &'static str,
    compare: &'static str,
    procurement: &'static str,
    event: &'static str,
    claim: &'static str,
    regions: &'static str,
    sources: &'static str,
    method: &'static str,
    changes: &'static str,
    search: &'static str,
    register: &'static str,
}

const SV: Words = Words {
    timeline: "tidslinje",
    claims: "krav",
    compare: "jamfor",
    procurement: "upphandling",
    event: "handelse",
    claim: "krav",
    regions: "regioner",
    sources: "kallor",
    method: "metod",
    changes: "nytt",
    search: "sok",
    register: "a-o",
};

const EN: Words = Words {
    timeline: "timeline",
    claims: "claims",
    compare: "compare",
    procurement: "procurement",
    event: "event",
    claim: "claim",
    regions: "regions",
    sources: "sources",
    method: "method",
    changes: "new",
    search: "search",
    register: "a-z",
};

fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Sv => &SV,
        Lang::En => &EN,
    }
}

impl Address {
    /// The address of a page in a language.
    pub fn new(lang: Lang, page: Page) -> Address {
        Address { lang, page }
    }

    /// Reads a path below the site's base. What no page answers to is
    /// [`Page::NotFound`] in Swedish, which is what a static host's one `404.html` holds.
    pub fn parse(path: &str) -> Address {
        parse(path).unwrap_or(Address { lang: Lang::Sv, page: Page::NotFound })
    }

    /// What of a path lies below a site's base: of `/a/sv/` it is `/sv/` below `/a/`, and of
    /// `/asv/` nothing.
    pub fn below<'p>(base: &str, path: &'p str) -> Option<&'p str> {
        let below = path.strip_prefix(base.trim_end_matches('/'))?;
        (below.is_empty() || below.starts_with('/')).then_some(below)
    }

    /// The same page in another language.
    pub fn in_lang(&self, lang: Lang) -> Address {
        Address { lang, page: self.page.clone() }
    }
}

fn parse(path: &str) -> Option<Address> {
    let path = path.trim_start_matches('/').trim_end_matches("index.html").trim_end_matches('/');
    let parts: Vec<&str> = if path.is_empty() { vec![] } else { path.split('/').collect() };
    let lang_of = |code: &str| Lang::ALL.into_iter().find(|lang| lang.code() == code);
    let (lang, page) = match parts.as_slice() {
        [] => (Lang::Sv, Page::Overview),
        ["embed", code, rest @ ..] => {
            let lang = lang_of(code)?;
            (lang, embed(words(lang), rest)?)
        }
        [code, rest @ ..] => {
            let lang = lang_of(code)?;
            (lang, page(words(lang), rest)?)
        }
    };
    Some(Address { lang, page })
}

fn page(w: &Words, parts: &[&str]) -> Option<Page> {
    Some(match parts {
        [] => Page::Overview,
        [one] if *one == w.timeline => Page::Timeline,
        [one] if *one == w.claims => Page::Claims,
        [one] if *one == w.compare => Page::Compare,
        [one] if *one == w.regions => Page::Regions,
        [one] if *one == w.sources => Page::Sources,
        [one] if *one == w.method => Page::Method,
        [one] if *one == w.changes => Page::Changes,
        [one] if *one == w.search => Page::Search,
        [one] if *one == w.register => Page::Register,
        [one, id] if *one == w.procurement => Page::Procurement(Id::parse(id).ok()?),
        [one, id, two, fact] if *one == w.procurement => {
            let (id, fact) = (Id::parse(id).ok()?, Id::parse(fact).ok()?);
            if *two == w.event {
                Page::Event(id, fact)
            } else if *two == w.claim {
                Page::Claim(id, fact)
            } else {
                return None;
            }
        }
        _ => return None,
    })
}

fn embed(w: &Words, parts: &[&str]) -> Option<Page> {
    let view = |word: &str| {
        EmbedView::ALL.into_iter().find(|view| {
            word == match view {
                EmbedView::Timeline => w.timeline,
                EmbedView::Claims => w.claims,
                EmbedView::Comparison => w.compare,
            }
        })
    };
    match parts {
        [one] => Some(Page::Embed(view(one)?, None)),
        [one, id] => Some(Page::Embed(view(one)?, Some(Id::parse(id).ok()?))),
        _ => None,
    }
}

impl fmt::Display for Address {
    /// The path below the site's base, without a leading slash: `sv/krav/`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let w = words(self.lang);
        let code = self.lang.code();
        match &self.page {
            Page::Overview => write!(f, "{code}/"),
            Page::Timeline => write!(f, "{code}/{}/", w.timeline),
            Page::Claims => write!(f, "{code}/{}/", w.claims),
            Page::Compare => write!(f, "{code}/{}/", w.compare),
            Page::Regions => write!(f, "{code}/{}/", w.regions),
            Page::Sources => write!(f, "{code}/{}/", w.sources),
            Page::Method => write!(f, "{code}/{}/", w.method),
            Page::Changes => write!(f, "{code}/{}/", w.changes),
            Page::Search => write!(f, "{code}/{}/", w.search),
            Page::Register => write!(f, "{code}/{}/", w.register),
            Page::Procurement(id) => write!(f, "{code}/{}/{id}/", w.procurement),
            Page::Event(id, event) => {
                write!(f, "{code}/{}/{id}/{}/{event}/", w.procurement, w.event)
            }
            Page::Claim(id, claim) => {
                write!(f, "{code}/{}/{id}/{}/{claim}/", w.procurement, w.claim)
            }
            Page::Embed(view, id) => {
                let word = match view {
                    EmbedView::Timeline => w.timeline,
                    EmbedView::Claims => w.claims,
                    EmbedView::Comparison => w.compare,
                };
                write!(f, "embed/{code}/{word}/")?;
                id.as_ref().map_or(Ok(()), |id| write!(f, "{id}/"))
            }
            Page::NotFound => f.write_str("404.html"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(text: &str) -> Id {
        Id::parse(text).expect("an id")
    }

    #[test]
    fn a_path_is_below_a_base_or_belongs_to_somebody_else() {
        assert_eq!(Address::below("/a/", "/a/sv/"), Some("/sv/"));
        assert_eq!(Address::below("/a/", "/a"), Some(""));
        assert_eq!(Address::below("/a/", "/asv/"), None);
        assert_eq!(Address::below("/a/", "/sv/"), None);
        assert_eq!(Address::below("/", "/sv/"), Some("/sv/"));
    }

    #[test]
    fn addresses_are_in_the_pages_language() {
        let check = |lang, page, path: &str| {
            let address = Address::new(lang, page);
            assert_eq!(address.to_string(), path);
            assert_eq!(Address::parse(path), address);
        };
        check(Lang::Sv, Page::Timeline, "sv/tidslinje/");
        check(Lang::En, Page::Timeline, "en/timeline/");
        check(Lang::Sv, Page::Regions, "sv/regioner/");
        check(Lang::En, Page::Regions, "en/regions/");
        check(
            Lang::Sv,
            Page::Event(id("vgr-millennium"), id("go-live")),
            "sv/upphandling/vgr-millennium/handelse/go-live/",
        );
        check(Lang::En, Page::Embed(EmbedView::Comparison, None), "embed/en/compare/");
        check(Lang::Sv, Page::Search, "sv/sok/");
        check(Lang::En, Page::Search, "en/search/");
        check(Lang::Sv, Page::Register, "sv/a-o/");
        check(Lang::En, Page::Register, "en/a-z/");
    }

    #[test]
    fn what_no_page_answers_to_is_not_found() {
        for path in
            ["sv/timeline/", "fr/", "sv/upphandling/", "sv/upphandling/Å/", "embed/sv/", "x"]
        {
            assert_eq!(Address::parse(path).page, Page::NotFound, "{path}");
        }
        assert_eq!(Address::parse("/").page, Page::Overview);
        assert_eq!(Address::parse("/sv/krav").page, Page::Claims);
        assert_eq!(Address::parse("/en/index.html").page, Page::Overview);
    }

    fn any_id() -> impl Strategy<Value = Id> {
        "[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}".prop_map(|text| id(&text))
    }

    fn any_page() -> impl Strategy<Value = Page> {
        prop_oneof![
            Just(Page::Overview),
            Just(Page::Timeline),
            Just(Page::Claims),
            Just(Page::Compare),
            Just(Page::Regions),
            Just(Page::Changes),
            Just(Page::Sources),
            Just(Page::Method),
            Just(Page::Changes),
            Just(Page::Search),
            Just(Page::Register),
            any_id().prop_map(Page::Procurement),
            (any_id(), any_id()).prop_map(|(a, b)| Page::Event(a, b)),
            (any_id(), any_id()).prop_map(|(a, b)| Page::Claim(a, b)),
            (0usize..3, proptest::option::of(any_id()))
                .prop_map(|(view, id)| Page::Embed(EmbedView::ALL[view], id)),
        ]
    }

    proptest! {
        #[test]
        fn every_address_reads_back(page in any_page(), english in any::<bool>()) {
            let address = Address::new(if english { Lang::En } else { Lang::Sv }, page);
            prop_assert_eq!(Address::parse(&address.to_string()), address);
        }

        #[test]
        fn any_path_is_some_page(path in "\\PC{0,40}") {
            let _ = Address::parse(&path);
        }
    }
}
