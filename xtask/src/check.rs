//! Reads `site.toml`, `data/` and `locales/` and shows every problem in its place.
//!
//! The only file here that knows how the library reads `data/`.

mod machine;

mod picture;

mod told;

use crate::step::Took;
use anyhow::{Context, Result, bail};
use std::io::IsTerminal;
use std::path::Path;
use std::time::{Instant, SystemTime, UNIX_EPOCH};
use told::Told;
use utlovat::data::{folder, wording::forbidden_in};
use utlovat::i18n::locale::{self, LocaleProblem};
use utlovat::model::{Dataset, Day, Lang};

/// How problems are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people: each problem with its line.
    Text,
    /// For programs: a list of objects, see docs/CONTRIBUTING.md.
    Json,
    /// For GitHub's actions: an annotation at each line.
    Github,
}

/// What the caller wants of the check.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    pub lang: Lang,
    pub format: Format,
    /// Whether a warning fails.
    pub strict: bool,
}

impl Wish {
    /// As a build, a test or somebody at a desk asks: in the language of the environment.
    pub fn usual() -> Wish {
        let lang = told::language(|name| std::env::var(name).ok());
        Wish { lang, format: Format::Text, strict: false }
    }
}

/// Checks the data set: a line that counts what is there, or every problem and then a failure.
pub fn check(root: &Path, wish: Wish) -> Result<String> {
    let start = Instant::now();
    let (_, mut problems) = folder::read_site(root);
    let (dataset, of_facts) = folder::read_on(root, today());
    problems.extend(of_facts);
    let mut told = Told::all(root, problems, wish.lang);
    told.extend(words(root)?.iter().map(Told::of_words));
    let fatal = told.iter().filter(|one| one.fatal(wish.strict)).count();
    match wish.format {
        Format::Json => println!("{}", machine::json(&told)),
        Format::Github => print!("{}", machine::github(&told)),
        Format::Text => eprint!("{}", told::report(root, &told, wish.lang, fancy())),
    }
    if fatal > 0 {
        bail!("{}", told::summary(&told, wish.lang));
    }
    if wish.format == Format::Json {
        return Ok(String::new());
    }
    let warned = if told.is_empty() { String::new() } else { told::summary(&told, wish.lang) };
    Ok(counted(&dataset, wish.lang, &warned, &Took(start.elapsed()).to_string()))
}

/// What is there.
fn counted(dataset: &Dataset, lang: Lang, warned: &str, took: &str) -> String {
    let count = |of: fn(&utlovat::model::Procurement) -> usize| -> usize {
        dataset.procurements.iter().map(of).sum()
    };
    let procurements = dataset.procurements.len();
    let (events, plans) = (count(|one| one.events.len()), count(|one| one.plans.len()));
    let (claims, costs) = (count(|one| one.claims.len()), count(|one| one.costs.len()));
    let (sources, regions) = (dataset.sources.len(), dataset.regions.len());
    match lang {
        Lang::Sv => {
            let warned = if warned.is_empty() { "inget problem" } else { warned };
            format!(
                "data/: {procurements} upphandlingar, {events} händelser, {plans} planer, {claims} \
                 krav, {costs} kostnader, {sources} källor, {regions} regioner, {warned} ({took})"
            )
        }
        Lang::En => {
            let warned = if warned.is_empty() { "no problem" } else { warned };
            format!(
                "data/: {procurements} procurements, {events} events, {plans} plans, {claims} \
                 claims, {costs} costs, {sources} sources, {regions} regions, {warned} ({took})"
            )
        }
    }
}

/// The day by this machine's clock, in UTC. The library has none.
fn today() -> Option<Day> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let days = i32::try_from(seconds / 86_400).ok()?;
    Some(Day(Day::new(1970, 1, 1)?.0 + days))
}

/// What is wrong with the words of the interface.
fn words(root: &Path) -> Result<Vec<LocaleProblem>> {
    let texts = Lang::ALL.map(|lang| {
        let file = root.join(format!("locales/{}.toml", lang.code()));
        let text = std::fs::read_to_string(&file)
            .with_context(|| format!("cannot read {}: restore it", file.display()))?;
        Ok((lang, text))
    });
    let texts = texts.into_iter().collect::<Result<Vec<_>>>()?;
    let texts: Vec<_> = texts.iter().map(|(lang, text)| (*lang, text.as_str())).collect();
    let (languages, mut problems) = locale::read(&texts);
    for (lang, messages) in &languages {
        for (key, text) in messages.texts() {
            problems.extend(forbidden_in(text, *lang).map(|it| LocaleProblem::Forbidden {
                lang: *lang,
                key,
                word: it.word.trim_end_matches('*'),
                instead: it.instead,
            }));
        }
    }
    Ok(problems)
}

/// Pictures need a terminal that wants them; a log or an editor gets one place a line.
fn fancy() -> bool {
    std::io::stderr().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
