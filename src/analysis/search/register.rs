//! Everything that has a name, in alphabetical order.

use super::fold::fold;
use crate::analysis::knowledge::{known_sources, named_parties};
use crate::model::{Dataset, Lang, PartyRef, Procurement, ProcurementRef, SourceRef};

/// A letter, and what begins with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// "A", or "0–9" for all figures.
    pub letter: String,
    pub names: Vec<Named>,
}

/// A name, and all that bears it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    pub things: Vec<Thing>,
    /// What it is sorted by.
    key: String,
}

/// What bears a name, by its place in the data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Procurement(ProcurementRef),
    Party(PartyRef),
    /// A party that has another name today.
    Former(PartyRef),
    Region(usize),
    Claim(ProcurementRef, usize),
    /// How many sources are by a publisher, and the first of them.
    Publisher(usize, SourceRef),
}

/// What has a name in a data set, of today or of what was known `then`, in a language's order.
pub fn register(today: &Dataset, then: &Dataset, lang: Lang) -> Vec<Letter> {
    let mut names: Vec<Named> = Vec::new();
    let mut add = |name: &str, thing: Thing| {
        let key = sort_key(name, lang);
        let at = names.partition_point(|one| (&*one.key, &*one.name) < (&*key, name));
        match names.get_mut(at) {
            Some(same) if same.name == name => same.things.push(thing),
            _ => names.insert(at, Named { name: name.to_owned(), things: vec![thing], key }),
        }
    };
    for (at, procurement) in numbered(then) {
        add(procurement.name.get(lang), Thing::Procurement(at));
    }
    for party in named_parties(then) {
        let named = then.party(party);
        add(named.name.get(lang), Thing::Party(party));
        named.former.iter().for_each(|former| add(&former.name, Thing::Former(party)));
    }
    for (at, region) in then.regions.iter().enumerate() {
        add(region.name.get(lang), Thing::Region(at));
    }
    for (at, procurement) in numbered(then) {
        for (claim, title) in procurement.claims.iter().map(|it| it.title.get(lang)).enumerate() {
            add(title, Thing::Claim(at, claim));
        }
    }
    let mut publishers: Vec<(&str, usize, SourceRef)> = Vec::new();
    for source in known_sources(today, then) {
        let publisher = then.source(source).publisher.as_str();
        match publishers.iter_mut().find(|one| one.0 == publisher) {
            Some((_, count, _)) => *count += 1,
            None => publishers.push((publisher, 1, source)),
        }
    }
    publishers.iter().for_each(|(name, count, at)| add(name, Thing::Publisher(*count, *at)));
    by_letter(names)
}

/// The procurements in which a party is named.
pub fn places(dataset: &Dataset, party: PartyRef) -> Vec<ProcurementRef> {
    let names = |one: &Procurement| {
        one.buyer == party
            || one.supplier == Some(party)
            || one.events.iter().any(|event| event.parties.contains(&party))
            || one.claims.iter().any(|claim| {
                [claim.claimant, claim.respondent].contains(&party)
                    || claim.steps.iter().any(|step| step.by == party)
            })
    };
    numbered(dataset).filter(|(_, one)| names(one)).map(|(at, _)| at).collect()
}

/// The procurements of which something is known, with their places.
fn numbered(dataset: &Dataset) -> impl Iterator<Item = (ProcurementRef, &Procurement)> {
    let all = (0..=u16::MAX).map(ProcurementRef).zip(&dataset.procurements);
    all.filter(|(_, procurement)| !procurement.is_empty())
}

fn by_letter(names: Vec<Named>) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for named in names {
        let letter = match named.key.chars().next() {
            Some('0'..='9') | None => "0–9".to_owned(),
            Some(c) if c == LAST[0] => "Å".to_owned(),
            Some(c) if c == LAST[1] => "Ä".to_owned(),
            Some(c) if c == LAST[2] => "Ö".to_owned(),
            Some(c) => c.to_ascii_uppercase().to_string(),
        };
        match letters.last_mut() {
            Some(last) if last.letter == letter => last.names.push(named),
            _ => letters.push(Letter { letter, names: vec![named] }),
        }
    }
    letters
}

/// Letters of nobody's alphabet, which stand after z and are folded to themselves.
const LAST: [char; 3] = ['\u{E001}', '\u{E002}', '\u{E003}'];

/// What a name is sorted by: folded, but in Swedish å, ä and ö stand last.
fn sort_key(name: &str, lang: Lang) -> String {
    let swedish = |c: char| match c {
        'å' | 'Å' => LAST[0],
        'ä' | 'Ä' | 'æ' | 'Æ' => LAST[1],
        'ö' | 'Ö' | 'ø' | 'Ø' => LAST[2],
        _ => c,
    };
    match lang {
        Lang::Sv => fold(&name.chars().map(swedish).collect::<String>()),
        Lang::En => fold(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_letters_stand_last_in_swedish() {
        let sorted = |lang: Lang| {
            let mut names =
                ["Örebro", "Ånge", "Zebra", "Ärla", "Olofström", "Aneby", "3M", "Øresund"];
            names.sort_by_key(|name| sort_key(name, lang));
            names.join(" ")
        };
        assert_eq!(sorted(Lang::Sv), "3M Aneby Olofström Zebra Ånge Ärla Örebro Øresund");
        assert_eq!(sorted(Lang::En), "3M Aneby Ånge Ärla Olofström Örebro Øresund Zebra");
    }
}
