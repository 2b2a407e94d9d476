//! Words that everybody can read: short sentences, and none of the words that officials alone use.
//! What is asked is what Klarspråk asks in Sweden and plain language elsewhere.

use super::project::root;
use std::path::PathBuf;
use toml::{Table, Value};
use utlovat::model::Lang;

/// The most words that a sentence may have.
const LONGEST: usize = 25;

/// The most words that sentences may have on average, those of fewer than four left out: labels.
const AVERAGE: f64 = 12.0;

/// What the Swedish government's black list and its like advise against, and what to write instead.
const SWEDISH: &[(&str, &str)] = &[
    ("anhålla", "be"),
    ("avseende", "om, för"),
    ("beträffande", "om"),
    ("delge", "ge, meddela"),
    ("emedan", "eftersom"),
    ("erfordras", "behövs"),
    ("erforderlig", "nödvändig"),
    ("erhålla", "få"),
    ("erhåller", "får"),
    ("erhållit", "fått"),
    ("föreligger", "finns"),
    ("förevarande", "denna"),
    ("föranleda", "leda till"),
    ("hemställa", "begära"),
    ("huruvida", "om"),
    ("härför", "för detta"),
    ("härvid", "då"),
    ("i enlighet med", "enligt"),
    ("i händelse av", "om, vid"),
    ("i syfte att", "för att"),
    ("ifrågavarande", "denna"),
    ("implementera", "införa"),
    ("implementerat", "infört"),
    ("initiera", "börja"),
    ("inhämta", "få, skaffa"),
    ("inkommit", "kommit in"),
    ("jämlikt", "enligt"),
    ("med anledning av", "på grund av, om"),
    ("med avseende på", "om"),
    ("medelst", "genom, med"),
    ("nedanstående", "detta, följande"),
    ("nyttja", "använda"),
    ("nyttjar", "använder"),
    ("ombesörja", "se till, sköta"),
    ("ovannämnda", "den"),
    ("ovanstående", "detta"),
    ("påbörja", "börja"),
    ("påbörjas", "börjar"),
    ("rörande", "om"),
    ("skall", "ska"),
    ("såsom", "som"),
    ("tillhandahålla", "ge, ha"),
    ("tillhandahåller", "ger, har"),
    ("tillse", "se till"),
    ("under förutsättning att", "om"),
    ("undfå", "få"),
    ("utgör", "är"),
    ("utvisar", "visar"),
    ("vederbörande", "den som det gäller"),
    ("vidtaga", "göra"),
    ("åligger", "ska, måste"),
    ("ävensom", "och"),
];

/// What guides to plain English advise against, and what to write instead.
const ENGLISH: &[(&str, &str)] = &[
    ("accordingly", "so"),
    ("aforementioned", "this"),
    ("ascertain", "find out"),
    ("at this point in time", "now"),
    ("commence", "begin"),
    ("commenced", "began"),
    ("concerning", "about"),
    ("constitutes", "is"),
    ("demonstrates", "shows"),
    ("due to the fact", "because"),
    ("endeavour", "try"),
    ("expedite", "hurry"),
    ("facilitate", "help"),
    ("for the purpose of", "to, for"),
    ("furthermore", "also"),
    ("henceforth", "from now on"),
    ("hereby", "by this"),
    ("herein", "here"),
    ("implement", "do, bring in"),
    ("implemented", "done, brought in"),
    ("in accordance with", "by, under"),
    ("in order to", "to"),
    ("in relation to", "about"),
    ("in respect of", "about, for"),
    ("in terms of", "in, for"),
    ("in the event of", "if"),
    ("leverage", "use"),
    ("methodology", "method"),
    ("moreover", "also"),
    ("nevertheless", "still"),
    ("notwithstanding", "despite"),
    ("numerous", "many"),
    ("obtain", "get"),
    ("obtained", "got"),
    ("prior to", "before"),
    ("pursuant", "under"),
    ("regarding", "about"),
    ("respective", "own"),
    ("respectively", "in that order"),
    ("shall", "must, will"),
    ("stakeholder", "whom it concerns"),
    ("subsequent", "later"),
    ("subsequently", "later"),
    ("sufficient", "enough"),
    ("terminate", "end"),
    ("thereof", "of it"),
    ("utilise", "use"),
    ("utilize", "use"),
    ("whereby", "by which"),
    ("whilst", "while"),
    ("with regard to", "about"),
    ("with respect to", "about"),
];

#[test]
fn sentences_are_short_and_words_are_everybodys() {
    let mut wrong = Vec::new();
    for (lang, list) in [(Lang::Sv, SWEDISH), (Lang::En, ENGLISH)] {
        let texts = texts(lang);
        let mut lengths = Vec::new();
        for (place, text) in &texts {
            for sentence in sentences(text) {
                let length = sentence.split_whitespace().filter(|word| is_word(word)).count();
                lengths.push(length);
                if length > LONGEST {
                    wrong.push(format!("{place}: {length} words: {sentence}"));
                }
            }
            for (word, instead) in found(list, text) {
                wrong.push(format!("{place}: “{word}”, rather “{instead}”: {text}"));
            }
        }
        assert!(texts.len() > 400, "hardly a text of {lang:?} has been read");
        let long: Vec<usize> = lengths.into_iter().filter(|length| *length >= 4).collect();
        let average = long.iter().sum::<usize>() as f64 / long.len() as f64;
        if average > AVERAGE {
            wrong.push(format!("{lang:?}: sentences have {average:.1} words on average"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_heavy_is_found() {
    let sentence = "Detta skall, i syfte att hjälpa, påbörjas {day}. Kort!";
    let words: Vec<&str> = found(SWEDISH, sentence).map(|(word, _)| word).collect();
    assert_eq!(words, ["i syfte att", "påbörjas", "skall"]);
    assert_eq!(found(ENGLISH, "It is shallow").count(), 0);
    assert_eq!(
        sentences("One. Two (three)? “Four!” Five"),
        ["One.", "Two (three)?", "“Four!”", "Five"]
    );
    let document = "# A\n\nB\nc. [D](e.f?g. h) `i. j` <!-- k -->\n\n- L\n- M\n";
    assert_eq!(paragraphs(document), ["A", "B c. D x ", "L", "M"]);
}

/// Every text of a language with its place.
fn texts(lang: Lang) -> Vec<(String, String)> {
    let code = lang.code();
    let locales = root().join("locales");
    let read = |file: &PathBuf| std::fs::read_to_string(file).expect("a file of words");
    let words: Table =
        read(&locales.join(format!("{code}.toml"))).parse().expect("the words are TOML");
    let mut texts = Vec::new();
    for (key, value) in words {
        match value {
            Value::String(text) => texts.push((key, text)),
            Value::Table(forms) => {
                let forms = forms.values().filter_map(Value::as_str);
                texts.extend(forms.map(|form| (key.clone(), form.to_owned())));
            }
            other => panic!("{key} is neither a text nor its forms: {other}"),
        }
    }
    let folder = std::fs::read_dir(locales.join("documents")).expect("the documents");
    let mut files: Vec<PathBuf> = folder.map(|file| file.expect("a file").path()).collect();
    files.sort();
    let ending = format!(".{code}.md");
    for file in files.iter().filter(|file| file.to_string_lossy().ends_with(&ending)) {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        texts.extend(paragraphs(&read(file)).into_iter().map(|text| (name.clone(), text)));
    }
    texts
}

/// The paragraphs, headings and items of a document, without its marks: of a link the words stand,
/// and code is a word.
fn paragraphs(document: &str) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut begins = true;
    for line in document.lines() {
        let line = without(without(line.to_owned(), "<!--", "-->", ""), "](", ")", "");
        let line = without(line, "`", "`", "x").replace(['[', '*', '#'], "");
        let text = line.trim_start();
        let item = text.strip_prefix("- ").or_else(|| text.strip_prefix("| "));
        match done.last_mut() {
            Some(last) if !begins && item.is_none() && !text.is_empty() => {
                last.push(' ');
                last.push_str(text);
            }
            _ if !text.is_empty() => done.push(item.unwrap_or(text).to_owned()),
            _ => {}
        }
        begins = text.is_empty();
    }
    done
}

/// A text with each part between two marks replaced.
fn without(text: String, from: &str, to: &str, by: &str) -> String {
    let mut left = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once(from) {
        let Some((_, behind)) = after.split_once(to) else { break };
        left.push_str(before);
        left.push_str(by);
        rest = behind;
    }
    left + rest
}

/// A text in sentences, each with its end.
fn sentences(text: &str) -> Vec<&str> {
    let mut done = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(' ') {
        let before = text[from..at].trim_end_matches(['”', '"', ')']);
        if before.ends_with(['.', '!', '?']) {
            done.push(text[from..at].trim());
            from = at;
        }
    }
    done.push(text[from..].trim());
    done.retain(|sentence| !sentence.is_empty());
    done
}

/// Whether it counts as a word: a dash by itself does not.
fn is_word(word: &str) -> bool {
    word.contains(char::is_alphanumeric)
}

/// What of a list stands in a text as words of their own.
fn found<'a>(
    list: &'a [(&'a str, &'a str)],
    text: &str,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let letters = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let plain: String = text.to_lowercase().chars().map(letters).collect();
    let plain = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "));
    list.iter().copied().filter(move |(word, _)| plain.contains(&format!(" {word} ")))
}
