//! The words that are not used: editors read the same list as the check, and our own words
//! keep to it.

use super::root;
use std::collections::BTreeSet;
use std::fs;
use utlovat::data::wording::{FORBIDDEN, Forbidden, forbidden_in};
use utlovat::i18n::locale;
use utlovat::model::Lang;

#[test]
fn the_list_of_terms_and_the_check_forbid_the_same_words() {
    let terms = fs::read_to_string(root().join("data/TERMS.md")).expect("data/TERMS.md");
    let told: BTreeSet<_> = terms
        .lines()
        .skip_while(|line| !line.contains("| inte · not | skriv · write |"))
        .skip(2)
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>())
        .map(|row| (row[0].to_owned(), row[1].to_owned(), row[2].to_owned()))
        .collect();
    let row =
        |it: &Forbidden| (it.lang.code().to_owned(), it.word.to_owned(), it.instead.to_owned());
    assert_eq!(told, FORBIDDEN.iter().map(row).collect());
}

#[test]
fn what_is_written_instead_is_not_forbidden_itself() {
    for it in FORBIDDEN {
        assert_eq!(forbidden_in(it.instead, it.lang).next(), None, "{}", it.word);
    }
}

#[test]
fn the_shipped_words_use_none_that_is_forbidden() {
    let texts = Lang::ALL.map(|lang| {
        let file = root().join(format!("locales/{}.toml", lang.code()));
        (lang, fs::read_to_string(file).expect("the words of the interface"))
    });
    let texts = texts.each_ref().map(|(lang, text)| (*lang, text.as_str()));
    for (lang, messages) in locale::read(&texts).0 {
        for (key, text) in messages.texts() {
            let found: Vec<_> = forbidden_in(text, lang).map(|it| it.word).collect();
            assert!(found.is_empty(), "{key} in locales/{}.toml: {found:?}", lang.code());
        }
    }
}
