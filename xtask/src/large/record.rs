//! The made-up facts, file by file, with as many and as long texts as the real ones have.

use super::EVENTS;
use super::prose::{ENGLISH, Numbers, SWEDISH};
use crate::folder::write;
use anyhow::Result;
use std::fmt::Write;
use std::path::Path;

/// How many sources a procurement has, in how many publishers' files.
const SOURCES: usize = 60;
const PUBLISHERS: usize = 4;

/// Writes `data/` with so many procurements.
pub fn write_data(data: &Path, procurements: usize) -> Result<()> {
    let ids: Vec<String> = (1..=procurements).map(|n| format!("made-up-{n:04}")).collect();
    let quoted: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    write(
        &data.join("dataset.toml"),
        format!(
            "version = \"0.1.0\"\nreviewed = \"2026-06-30\"\nlicence = \"CC-BY-4.0\"\nprocurements = [{}]\n",
            quoted.join(", ")
        )
        .as_bytes(),
    )?;
    let mut parties = party("supplier", "supplier", "Leverantören", "The supplier");
    for (n, id) in ids.iter().enumerate() {
        let name = format!("Region {}", n + 1);
        parties += &party(&format!("{id}-buyer"), "buyer", &name, &name);
        let place = data.join("procurements").join(id);
        let desk = Desk { n, id };
        write(&place.join("procurement.toml"), desk.procurement()?.as_bytes())?;
        write(&place.join("plans.toml"), desk.plans()?.as_bytes())?;
        write(&place.join("events.toml"), desk.events()?.as_bytes())?;
        write(&place.join("claims.toml"), desk.claims()?.as_bytes())?;
        write(&place.join("statements.toml"), desk.statements()?.as_bytes())?;
        for publisher in 0..PUBLISHERS {
            let (name, text) = desk.publisher(publisher)?;
            write(&data.join(format!("sources/{name}.toml")), text.as_bytes())?;
        }
    }
    write(&data.join("parties.toml"), parties.as_bytes())
}

fn party(id: &str, role: &str, sv: &str, en: &str) -> String {
    format!(
        "[[party]]\nid = \"{id}\"\nrole = \"{role}\"\nname.sv = \"{sv}\"\nname.en = \"{en}\"\n\n"
    )
}

/// What the texts of a procurement are for, as numbers to draw them from.
#[derive(Debug, Clone, Copy)]
enum Kind {
    About,
    Plan,
    Event,
    Claim,
    Statement,
    Cost,
    Source,
}

struct Desk<'a> {
    n: usize,
    id: &'a str,
}

impl Desk<'_> {
    fn numbers(&self, kind: Kind, at: usize) -> Numbers {
        Numbers::of(&[self.n, kind as usize, at])
    }

    /// A text in both languages.
    fn prose(key: &str, bytes: usize, numbers: &mut Numbers) -> String {
        let (sv, en) = (SWEDISH.prose(bytes, numbers), ENGLISH.prose(bytes, numbers));
        format!("{key}.sv = \"{sv}\"\n{key}.en = \"{en}\"\n")
    }

    /// The same without a full stop.
    fn words(key: &str, bytes: usize, numbers: &mut Numbers) -> String {
        let (sv, en) = (SWEDISH.words(bytes, numbers), ENGLISH.words(bytes, numbers));
        format!("{key}.sv = \"{sv}\"\n{key}.en = \"{en}\"\n")
    }

    /// So many of the procurement's sources, the first of them at a place.
    fn sources(&self, key: &str, first: usize, count: usize) -> String {
        let places: Vec<usize> = (0..count).map(|n| (first + n * 7) % SOURCES).collect();
        self.those_sources(key, &places)
    }

    fn those_sources(&self, key: &str, places: &[usize]) -> String {
        let id = |at: &usize| format!("\"{}-source-{at:02}\"", self.id);
        let ids: Vec<String> = places.iter().map(id).collect();
        format!("{key} = [{}]\n", ids.join(", "))
    }

    /// The first year of its story.
    fn year(&self) -> usize {
        2012 + self.n % 6
    }

    fn procurement(&self) -> Result<String> {
        let Desk { n, id } = self;
        let number = n + 1;
        let mut numbers = self.numbers(Kind::About, 0);
        let numbers = &mut numbers;
        let mut text = format!(
            "id = \"{id}\"\nbuyer = \"{id}-buyer\"\nsupplier = \"supplier\"\n\
             product = \"Journal {number}\"\ncountry = \"SE\"\nreviewed = \"2026-06-30\"\n\
             name.sv = \"Region {number}\"\nname.en = \"Region {number}\"\n\
             standing-since = \"2024-10-09\"\n"
        );
        text += &Self::prose("summary", 325, numbers);
        text += &self.sources("summary-sources", 0, 4);
        text += &Self::words("standing", 86, numbers);
        text += &self.sources("standing-sources", 3, 2);
        text += &Self::prose("scope", 194, numbers);
        text += &self.sources("scope-sources", 5, 2);
        write!(text, "\n[contract]\nsigned = \"{}-03-01\"\n", self.year())?;
        text += &self.sources("sources", 2, 2);
        for at in 0..7 {
            let mut numbers = self.numbers(Kind::Cost, at);
            let kind = ["budget", "spent", "expected-total"][at % 3];
            write!(
                text,
                "\n[[cost]]\nid = \"cost-{at}\"\nas-of = \"{}-06-01\"\nkind = \"{kind}\"\nvalue = {}\ncurrency = \"SEK\"\n",
                self.year() + at,
                1_000_000 * (1 + numbers.below(4_000)),
            )?;
            text += &Self::words("covers", 67, &mut numbers);
            text += &Self::words("by", 30, &mut numbers);
            text += &self.sources("sources", at * 5, 1);
        }
        for at in 0..5 {
            let mut numbers = self.numbers(Kind::About, 1 + at);
            write!(text, "\n[[unknown]]\nid = \"unknown-{at}\"\n")?;
            text += &Self::prose("text", 100, &mut numbers);
            write!(text, "\n[[disagreement]]\nid = \"disagreement-{at}\"\n")?;
            text += &Self::prose("text", 250, &mut numbers);
            text += &self.sources("sources", at * 11, 3);
        }
        Ok(text)
    }

    fn plans(&self) -> Result<String> {
        let mut text = "headline = \"first-go-live\"\n\n[[milestone]]\nid = \"first-go-live\"\n\
                        name.sv = \"Första driftstart\"\nname.en = \"First go-live\"\n"
            .to_owned();
        for at in 0..3 {
            write!(text, "\n[[milestone]]\nid = \"step-{at}\"\n")?;
            text += &Self::words("name", 23, &mut self.numbers(Kind::Plan, at));
        }
        for at in 0..4 {
            let mut numbers = self.numbers(Kind::Plan, 10 + at);
            let year = self.year() + at;
            write!(
                text,
                "\n[[plan]]\nid = \"plan-{at}\"\nannounced = \"{year}-0{}-17\"\nform = \"decision\"\n",
                3 + at
            )?;
            text += &Self::words("by", 40, &mut numbers);
            text += &Self::prose("note", 92, &mut numbers);
            text += &self.sources("sources", at * 3, 2);
            let promised = ["autumn", "spring"][at % 2];
            for milestone in ["first-go-live", &format!("step-{}", at % 3)] {
                write!(
                    text,
                    "\n[[plan.promise]]\nmilestone = \"{milestone}\"\npromised = \"{}-{promised}\"\n",
                    year + 2
                )?;
                text += &self.sources("sources", at * 3, 1);
            }
        }
        write!(
            text,
            "\n[[met]]\nmilestone = \"first-go-live\"\ndate = \"{}-10-09\"\n",
            self.year() + 7
        )?;
        text += &self.sources("sources", 1, 1);
        for at in 0..3 {
            write!(text, "\n[[unmet]]\nmilestone = \"step-{at}\"\n")?;
            text += &Self::prose("note", 71, &mut self.numbers(Kind::Plan, 20 + at));
            text += &self.sources("sources", 4 + at, 1);
        }
        Ok(text)
    }

    fn events(&self) -> Result<String> {
        const KINDS: [&str; 6] = ["decision", "audit", "incident", "replan", "go-live", "other"];
        let mut text = String::new();
        for at in 0..EVENTS {
            let date = self.date(at);
            let kind = KINDS[(at + self.n) % KINDS.len()];
            let mut numbers = self.numbers(Kind::Event, at);
            write!(
                text,
                "[[event]]\nid = \"event-{at:02}\"\ndate = \"{date}\"\nkind = \"{kind}\"\n\
                 parties = [\"{}-buyer\", \"supplier\"]\nconfidence = \"high\"\ntells-of = [\"programme\"]\n",
                self.id
            )?;
            text += &Self::words("title", 49, &mut numbers);
            text += &Self::prose("text", 167, &mut numbers);
            // A source of its own, and now and then another: none is left without use.
            let own = at * SOURCES / EVENTS;
            let next = (at % 5 == 4).then_some(own + 1);
            let other = (at % 3 == 0).then_some((own + 7) % SOURCES);
            let cited: Vec<usize> = [own].into_iter().chain(next).chain(other).collect();
            text += &self.those_sources("sources", &cited);
            if at % 25 == 24 && kind == "go-live" {
                text += "landmark = true\n";
            }
            text.push('\n');
        }
        Ok(text)
    }

    /// The day of an event: from 2012 on, in order, at distances that differ from procurement to
    /// procurement.
    fn date(&self, at: usize) -> String {
        let month = 2012 * 12 + self.n % 12 + at * 3;
        format!("{}-{:02}-{:02}", month / 12, month % 12 + 1, 1 + at % 28)
    }

    fn claims(&self) -> Result<String> {
        let mut text = String::new();
        for at in 0..2 {
            let mut numbers = self.numbers(Kind::Claim, at);
            write!(
                text,
                "[[claim]]\nid = \"claim-{at}\"\nkind = \"contract\"\nclaimant = \"{}-buyer\"\n\
                 respondent = \"supplier\"\ngrounds = [\"delay\"]\nremedies = [\"damages\"]\n",
                self.id
            )?;
            text += &Self::words("title", 52, &mut numbers);
            text += &Self::prose("outcome", 107, &mut numbers);
            text += &self.sources("sources", at * 9, 3);
            write!(
                text,
                "\n[[claim.demand]]\ndate = \"{}-02-02\"\nform = \"letter\"\namount = {{ kind = \"not-named\" }}\n",
                self.year() + 3 + at
            )?;
            text += &Self::prose("text", 136, &mut numbers);
            text += &self.sources("sources", at * 9, 1);
            for (step, status) in ["raised", "answered", "settled"].into_iter().enumerate() {
                let by =
                    if step == 1 { "supplier".to_owned() } else { format!("{}-buyer", self.id) };
                write!(
                    text,
                    "\n[[claim.step]]\ndate = \"{}-0{}-02\"\nstatus = \"{status}\"\nby = \"{by}\"\n",
                    self.year() + 3 + at,
                    2 + step * 2
                )?;
                text += &Self::prose("text", 95, &mut numbers);
                text += &self.sources("sources", at * 9 + step, 1);
            }
            text.push('\n');
        }
        Ok(text)
    }

    fn statements(&self) -> Result<String> {
        let mut text = String::new();
        for at in 0..9 {
            let mut numbers = self.numbers(Kind::Statement, at);
            write!(
                text,
                "[[statement]]\nid = \"statement-{at}\"\ndate = \"{}-09-0{}\"\n",
                self.year() + at / 2,
                1 + at
            )?;
            text += &Self::words("by", 42, &mut numbers);
            text += &Self::prose("text", 111, &mut numbers);
            text += &self.sources("sources", at * 6, 1);
            text.push('\n');
        }
        Ok(text)
    }

    /// A publisher's file: its name, and what is in it.
    fn publisher(&self, publisher: usize) -> Result<(String, String)> {
        let name = format!("{}-{publisher}", self.id);
        let mut numbers = self.numbers(Kind::Source, SOURCES + publisher);
        let mut text =
            format!("id = \"{name}\"\npublisher = \"{}\"\n", SWEDISH.words(14, &mut numbers));
        for at in (0..SOURCES).filter(|at| at % PUBLISHERS == publisher) {
            let mut numbers = self.numbers(Kind::Source, at);
            let title = SWEDISH.words(62, &mut numbers);
            let path = SWEDISH.words(56, &mut numbers).to_lowercase();
            let path: String =
                path.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
            // Most events are told when they happen.
            let published = self.date(at.min(EVENTS - 1));
            write!(
                text,
                "\n[[source]]\nid = \"{}-source-{at:02}\"\ntitle = \"{title}\"\n\
                 url = \"https://made-up-{}.example/{}/{path}-{}\"\npublished = \"{published}\"\nlanguage = \"sv\"\nkind = \"news\"\n",
                self.id,
                numbers.below(400),
                published.replace('-', "/"),
                1_000_000 + numbers.below(9_000_000),
            )?;
        }
        Ok((name, text))
    }
}
