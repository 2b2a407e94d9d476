//! One value of an address → what is chosen. Each reader gives back the words that mean nothing.

use super::opened::Opened;
use super::page::Page;
use super::selection::{Known, Theme};
use crate::model::{Day, PartialDate};

/// Reads a comma-separated list; gives back the words that mean nothing.
pub(super) fn list<T: PartialEq>(
    value: &str,
    into: &mut Vec<T>,
    read: impl Fn(&str) -> Option<T>,
) -> Vec<String> {
    let mut refused = Vec::new();
    for word in value.split(',').filter(|word| !word.is_empty()) {
        match read(word) {
            Some(known) if !into.contains(&known) => into.push(known),
            Some(_) => {}
            None => refused.push(word.to_owned()),
        }
    }
    refused
}

/// Reads one word of several; nothing means what is there.
pub(super) fn one<T>(value: &str, into: &mut T, read: fn(&str) -> Option<T>) -> Vec<String> {
    match read(value) {
        Some(known) => *into = known,
        None if value.is_empty() => {}
        None => return vec![value.to_owned()],
    }
    vec![]
}

/// A year that there is something in.
pub(super) fn year(value: &str, into: &mut Option<i16>, known: &Known) -> Vec<String> {
    if value.is_empty() {
        return vec![];
    }
    match value.parse() {
        Ok(year) if (known.first_year..=known.last_year).contains(&year) => {
            *into = Some(year);
            vec![]
        }
        _ => vec![value.to_owned()],
    }
}

/// A day as `2022-06-01`. The last day there is says nothing; a later one means nothing.
pub(super) fn day(value: &str, into: &mut Option<Day>, known: &Known) -> Vec<String> {
    match PartialDate::parse(value) {
        _ if value.is_empty() => vec![],
        Ok(PartialDate::Day(day)) if day <= known.last_day => {
            *into = (day < known.last_day).then_some(day);
            vec![]
        }
        _ => vec![value.to_owned()],
    }
}

/// A mark of a procurement that there is. Whether it has such a mark, its lane tells.
pub(super) fn open(value: &str, into: &mut Option<Opened>, known: &Known) -> Vec<String> {
    let opened = Opened::parse(value).filter(|it| known.procurements.contains(&&it.procurement));
    let refused = opened.is_none() && !value.is_empty();
    *into = opened;
    if refused { vec![value.to_owned()] } else { vec![] }
}

/// The page of a figure. Whether it has one, the page tells.
pub(super) fn figure(value: &str, into: &mut Option<&'static Page>) -> Vec<String> {
    *into = Page::of_figure_code(value);
    let refused = into.is_none() && !value.is_empty();
    if refused { vec![value.to_owned()] } else { vec![] }
}

/// The colours of an embed.
pub(super) fn theme(value: &str, into: &mut Theme) -> Vec<String> {
    *into = match value {
        "" | "auto" => Theme::Auto,
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        _ => return vec![value.to_owned()],
    };
    vec![]
}
