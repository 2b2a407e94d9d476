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
    /// What the words mean.
    Glossary,
    /// The figure of a page without the site's frame, and what it is of.
    Embed(&'static Page, Of),
    /// How to take the figure of a page along: what to paste and what to download.
    Reuse(&'static Page, Of),
    NotFound,
}

/// What a figure without the site's frame is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// All procurements that its page shows.
    All,
    One(Id),
    /// One claim of a procurement: the figure of the claims.
    Claim(Id, Id),
    /// Two procurements beside each other: the comparison.
    Pair(Id, Id),
}

/// A word of paths in each language.
struct Word {
    sv: &'static str,
    en: &'static str,
}

impl Word {
    fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.sv,
            Lang::En => self.en,
        }
    }
}

const PROCUREMENT: Word = Word { sv: "upphandling", en: "procurement" };
const EVENT: Word = Word { sv: "handelse", en: "event" };
const CLAIM: Word = Word { sv: "krav", en: "claim" };
const REUSE: Word = Word { sv: "anvand", en: "use" };

/// The pages whose address has no id, in the order of the navigation, and the word of each. The
/// overview stands where its language begins.
static PLAIN: [(Page, Word); 11] = [
    (Page::Overview, Word { sv: "", en: "" }),
    (Page::Timeline, Word { sv: "tidslinje", en: "timeline" }),
    (Page::Claims, Word { sv: "krav", en: "claims" }),
    (Page::Compare, Word { sv: "jamfor", en: "compare" }),
    (Page::Regions, Word { sv: "regioner", en: "regions" }),
    (Page::Sources, Word { sv: "kallor", en: "sources" }),
    (Page::Method, Word { sv: "metod", en: "method" }),
    (Page::Changes, Word { sv: "nytt", en: "new" }),
    (Page::Search, Word { sv: "sok", en: "search" }),
    (Page::Register, Word { sv: "a-o", en: "a-z" }),
    (Page::Glossary, Word { sv: "ordlista", en: "glossary" }),
];

/// What the embed of the overview's figure is called in an address, since the overview itself has
/// no word.
const LADDERS: Word = Word { sv: "loften", en: "promises" };

impl Page {
    /// Every page whose address has no id, in the order of the navigation.
    pub fn plain() -> impl Iterator<Item = &'static Page> {
        PLAIN.iter().map(|(page, _)| page)
    }

    /// The procurement that it is about, when it is about one.
    pub fn procurement(&self) -> Option<&Id> {
        match self {
            Page::Procurement(id) | Page::Event(id, _) | Page::Claim(id, _) => Some(id),
            Page::Embed(_, of) | Page::Reuse(_, of) => match of {
                Of::One(id) | Of::Claim(id, _) => Some(id),
                Of::All | Of::Pair(..) => None,
            },
            _ => None,
        }
    }

    /// The word for the figure of a page in a query, the same in each language.
    pub fn figure_code(&self) -> Option<&'static str> {
        self.word_of_embed(Lang::En)
    }

    /// The page whose figure has this word in a query.
    pub fn of_figure_code(word: &str) -> Option<&'static Page> {
        Page::of_embedded_word(Lang::En, word)
    }

    /// Whether it is there for other people's sites: a figure alone, or how it is taken along.
    pub fn is_for_other_sites(&self) -> bool {
        matches!(self, Page::Embed(..) | Page::Reuse(..))
    }

    /// The word of a page without an id; empty where the page is the overview.
    fn word(&self, lang: Lang) -> Option<&'static str> {
        PLAIN.iter().find(|(page, _)| page == self).map(|(_, word)| word.get(lang))
    }

    fn of_word(lang: Lang, word: &str) -> Option<&'static Page> {
        let named = PLAIN.iter().find(|(_, it)| !word.is_empty() && it.get(lang) == word);
        named.map(|(page, _)| page)
    }

    /// The word of the embed of a page's figure.
    fn word_of_embed(&self, lang: Lang) -> Option<&'static str> {
        match self {
            Page::Overview => Some(LADDERS.get(lang)),
            page => page.word(lang),
        }
    }

    fn of_embedded_word(lang: Lang, word: &str) -> Option<&'static Page> {
        if word == LADDERS.get(lang) {
            return Page::plain().find(|page| **page == Page::Overview);
        }
        Page::of_word(lang, word)
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
            let (home, of) = figure(lang, rest)?;
            (lang, Page::Embed(home, of))
        }
        [code, rest @ ..] => {
            let lang = lang_of(code)?;
            (lang, page(lang, rest)?)
        }
    };
    Some(Address { lang, page })
}

fn page(lang: Lang, parts: &[&str]) -> Option<Page> {
    match parts {
        [] => Some(Page::Overview),
        [one, rest @ ..] if *one == REUSE.get(lang) => {
            let (home, of) = figure(lang, rest)?;
            Some(Page::Reuse(home, of))
        }
        [one] => Page::of_word(lang, one).cloned(),
        [one, rest @ ..] if *one == PROCUREMENT.get(lang) => match rest {
            [id] => Some(Page::Procurement(Id::parse(id).ok()?)),
            [id, two, fact] => {
                let (id, fact) = (Id::parse(id).ok()?, Id::parse(fact).ok()?);
                match *two {
                    two if two == EVENT.get(lang) => Some(Page::Event(id, fact)),
                    two if two == CLAIM.get(lang) => Some(Page::Claim(id, fact)),
                    _ => None,
                }
            }
            _ => None,
        },
        _ => None,
    }
}

/// The page of a figure, and what it is of.
fn figure(lang: Lang, parts: &[&str]) -> Option<(&'static Page, Of)> {
    let [word, ids @ ..] = parts else { return None };
    let home = Page::of_embedded_word(lang, word)?;
    let id = |text: &str| Id::parse(text).ok();
    let of = match (home, ids) {
        (_, []) => Of::All,
        (_, [one]) => Of::One(id(one)?),
        (Page::Claims, [one, claim]) => Of::Claim(id(one)?, id(claim)?),
        (Page::Compare, [one, other]) => Of::Pair(id(one)?, id(other)?),
        _ => return None,
    };
    Some((home, of))
}

impl fmt::Display for Address {
    /// The path below the site's base, without a leading slash: `sv/krav/`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lang = self.lang;
        let code = lang.code();
        let procurement = PROCUREMENT.get(lang);
        match &self.page {
            Page::Procurement(id) => write!(f, "{code}/{procurement}/{id}/"),
            Page::Event(id, event) => {
                write!(f, "{code}/{procurement}/{id}/{}/{event}/", EVENT.get(lang))
            }
            Page::Claim(id, claim) => {
                write!(f, "{code}/{procurement}/{id}/{}/{claim}/", CLAIM.get(lang))
            }
            Page::Embed(page, of) | Page::Reuse(page, of) => {
                match self.page {
                    Page::Embed(..) => write!(f, "embed/{code}/")?,
                    _ => write!(f, "{code}/{}/", REUSE.get(lang))?,
                }
                write!(f, "{}/", page.word_of_embed(lang).unwrap_or_default())?;
                match of {
                    Of::All => Ok(()),
                    Of::One(id) => write!(f, "{id}/"),
                    Of::Claim(one, other) | Of::Pair(one, other) => write!(f, "{one}/{other}/"),
                }
            }
            plain => match plain.word(lang) {
                Some("") => write!(f, "{code}/"),
                Some(word) => write!(f, "{code}/{word}/"),
                None => f.write_str("404.html"),
            },
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
        check(Lang::En, Page::Embed(&Page::Compare, Of::All), "embed/en/compare/");
        check(Lang::Sv, Page::Embed(&Page::Overview, Of::All), "embed/sv/loften/");
        check(
            Lang::Sv,
            Page::Embed(&Page::Claims, Of::Claim(id("vgr-millennium"), id("late"))),
            "embed/sv/krav/vgr-millennium/late/",
        );
        check(
            Lang::En,
            Page::Embed(&Page::Compare, Of::Pair(id("one"), id("other"))),
            "embed/en/compare/one/other/",
        );
        check(Lang::Sv, Page::Reuse(&Page::Timeline, Of::All), "sv/anvand/tidslinje/");
        check(Lang::En, Page::Reuse(&Page::Overview, Of::All), "en/use/promises/");
        check(Lang::Sv, Page::Search, "sv/sok/");
        check(Lang::En, Page::Search, "en/search/");
        check(Lang::Sv, Page::Register, "sv/a-o/");
        check(Lang::En, Page::Register, "en/a-z/");
    }

    #[test]
    fn what_no_page_answers_to_is_not_found() {
        for path in [
            "sv/timeline/",
            "fr/",
            "sv/upphandling/",
            "sv/upphandling/Å/",
            "embed/sv/",
            "x",
            "embed/sv/tidslinje/a/b/",
            "embed/sv/jamfor/a/b/c/",
        ] {
            assert_eq!(Address::parse(path).page, Page::NotFound, "{path}");
        }
        assert_eq!(Address::parse("/").page, Page::Overview);
        assert_eq!(Address::parse("/sv/krav").page, Page::Claims);
        assert_eq!(Address::parse("/en/index.html").page, Page::Overview);
    }

    fn any_id() -> impl Strategy<Value = Id> {
        "[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}".prop_map(|text| id(&text))
    }

    fn any_plain() -> impl Strategy<Value = &'static Page> {
        proptest::sample::select(Page::plain().collect::<Vec<_>>())
    }

    fn any_page() -> impl Strategy<Value = Page> {
        prop_oneof![
            any_plain().prop_map(Page::clone),
            any_id().prop_map(Page::Procurement),
            (any_id(), any_id()).prop_map(|(a, b)| Page::Event(a, b)),
            (any_id(), any_id()).prop_map(|(a, b)| Page::Claim(a, b)),
            any_plain().prop_map(|page| Page::Embed(page, Of::All)),
            (any_plain(), any_id()).prop_map(|(page, id)| Page::Embed(page, Of::One(id))),
            any_plain().prop_map(|page| Page::Reuse(page, Of::All)),
            (any_plain(), any_id()).prop_map(|(page, id)| Page::Reuse(page, Of::One(id))),
            (any_id(), any_id()).prop_map(|(a, b)| Page::Embed(&Page::Claims, Of::Claim(a, b))),
            (any_id(), any_id()).prop_map(|(a, b)| Page::Embed(&Page::Compare, Of::Pair(a, b))),
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
