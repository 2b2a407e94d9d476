//! What a reader can read of a page, element by element, and where a text stands in it.

use super::record::Record;
use crate::markup::{attributes, parsed, texts};
use std::cell::LazyCell;
use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

/// The elements of one page, or of several.
#[derive(Default)]
pub struct Screen {
    /// Words in small letters with a blank before, between and after.
    elements: BTreeSet<String>,
}

/// The attributes that are read aloud or shown.
const READ: &[&str] = &["aria-label", "aria-valuetext", "title", "alt", "placeholder", "content"];

impl Screen {
    /// Adds what stands on a page.
    pub fn page(&mut self, html: &str) {
        let page = parsed(html);
        texts(&page).for_each(|(_, text)| self.add(text));
        let read = attributes(&page).filter(|(name, _)| READ.contains(name));
        read.for_each(|(_, value)| self.add(value));
    }

    /// Adds a text that stands by itself.
    pub fn add(&mut self, text: &str) {
        let words = words(text);
        if words.len() > 2 {
            self.elements.insert(words);
        }
    }

    /// Which texts stand here that were not yet known, other than within texts that were.
    pub fn told_early(&self, record: &Record, interface: &[String]) -> Vec<String> {
        let known = LazyCell::new(|| -> Vec<String> {
            record.known.iter().chain(interface).map(|text| words(text)).collect()
        });
        let runs = Runs::of(&self.elements);
        let mut early = vec![];
        for later in &record.later {
            let later = words(later);
            let mut around: Option<Vec<&String>> = None;
            for element in runs.with(&later) {
                // The longest first, so that none is cut by a shorter one.
                let around = around.get_or_insert_with(|| {
                    let mut around: Vec<_> =
                        known.iter().filter(|it| it.contains(&later)).collect();
                    around.sort_by_key(|text| std::cmp::Reverse(text.len()));
                    around
                });
                let rest = around
                    .iter()
                    .fold(element.clone(), |rest, known| rest.replace(known.as_str(), " · "));
                if rest.contains(&later) {
                    early.push(format!("“{}” in “{}”", later.trim(), element.trim()));
                }
            }
        }
        early
    }
}

/// The elements by the first few words of every run of words in them.
struct Runs<'a> {
    elements: Vec<&'a String>,
    by_run: HashMap<u64, Vec<u32>>,
}

/// So many words find a text; a shorter one is found by all of its words.
const RUN: usize = 4;

impl<'a> Runs<'a> {
    fn of(elements: &'a BTreeSet<String>) -> Runs<'a> {
        let elements: Vec<&String> = elements.iter().collect();
        let mut by_run: HashMap<u64, Vec<u32>> = HashMap::new();
        for (at, element) in (0..).zip(&elements) {
            let words: Vec<&str> = element.split_whitespace().collect();
            for start in 0..words.len() {
                for length in 1..=RUN.min(words.len() - start) {
                    let found = by_run.entry(hash(&words[start..start + length])).or_default();
                    if found.last() != Some(&at) {
                        found.push(at);
                    }
                }
            }
        }
        Runs { elements, by_run }
    }

    /// The elements in which a text stands.
    fn with(&self, text: &str) -> impl Iterator<Item = &'a String> {
        let words: Vec<&str> = text.split_whitespace().take(RUN).collect();
        let found = self.by_run.get(&hash(&words)).into_iter().flatten();
        let elements = found.map(|at| self.elements[*at as usize]);
        elements.filter(move |element| !text.trim().is_empty() && element.contains(text))
    }
}

fn hash(words: &[&str]) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(words)
}

/// The words of a text in small letters, with a blank before, between and after.
fn words(text: &str) -> String {
    let mut out = String::from(" ");
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

#[test]
fn what_is_told_early_is_found_wherever_it_stands() {
    let set = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let record = Record {
        known: set(&["The board chose Marble & Co in May"]),
        later: set(&["Marble", "The start was put off again"]),
    };
    let early = |html: &str| {
        let mut screen = Screen::default();
        screen.page(html);
        screen.told_early(&record, &[]).len()
    };
    assert_eq!(early("<p>The board chose Marble &amp; Co in May</p>"), 0);
    assert_eq!(early("<p>Marbles and marbled paper</p>"), 0);
    assert_eq!(early("<p>The board chose Marble in May</p>"), 1);
    assert_eq!(early("<a aria-label=\"In use: Marble\"></a>"), 1);
    assert_eq!(early("<textarea>title = {Marble}</textarea>"), 1);
    assert_eq!(early("<svg><title>May: the start was put off again.</title></svg>"), 1);
}
