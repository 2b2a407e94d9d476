//! A made-up data set of two hundred procurements and ten thousand events: what the site must
//! still bear when it has grown far beyond what anybody has researched.

use crate::folder::{files, read, write};
use anyhow::Result;
use std::fmt::Write;
use std::path::Path;

/// How many procurements.
pub const PROCUREMENTS: usize = 200;

/// How many events each of them has.
pub const EVENTS: usize = 50;

/// Writes a project whose facts are made up, with the words, looks and public files of this one.
/// Every run writes the same bytes.
pub fn write_project(root: &Path, folder: &Path) -> Result<()> {
    for part in ["locales", "style", "public"] {
        for file in files(&root.join(part))? {
            write(&folder.join(part).join(&file), &read(&root.join(part).join(&file))?)?;
        }
    }
    write(&folder.join("index.html"), &read(&root.join("index.html"))?)?;
    let data = folder.join("data");
    let ids: Vec<String> = (1..=PROCUREMENTS).map(|n| format!("made-up-{n:03}")).collect();
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
    let mut sources = "id = \"made-up\"\npublisher = \"Made Up\"\n".to_owned();
    for (n, id) in ids.iter().enumerate() {
        parties += &party(
            &format!("{id}-buyer"),
            "buyer",
            &format!("Region {}", n + 1),
            &format!("Region {}", n + 1),
        );
        write!(
            sources,
            "\n[[source]]\nid = \"{id}-source\"\nurl = \"https://made-up.example/{id}\"\npublished = \"2012-01-01\"\nlanguage = \"sv\"\nkind = \"news\"\n"
        )?;
        let place = data.join("procurements").join(id);
        write(&place.join("procurement.toml"), procurement(n, id).as_bytes())?;
        write(&place.join("plans.toml"), plans(n, id).as_bytes())?;
        write(&place.join("events.toml"), events(n, id)?.as_bytes())?;
    }
    write(&data.join("parties.toml"), parties.as_bytes())?;
    write(&data.join("sources/made-up.toml"), sources.as_bytes())
}

fn party(id: &str, role: &str, sv: &str, en: &str) -> String {
    format!(
        "[[party]]\nid = \"{id}\"\nrole = \"{role}\"\nname.sv = \"{sv}\"\nname.en = \"{en}\"\n\n"
    )
}

fn procurement(n: usize, id: &str) -> String {
    let number = n + 1;
    format!(
        "id = \"{id}\"\nbuyer = \"{id}-buyer\"\nsupplier = \"supplier\"\nproduct = \"Journal {number}\"\n\
         without = [\"claims.toml\", \"statements.toml\"]\ncountry = \"SE\"\n\
         reviewed = \"2026-06-30\"\nname.sv = \"Region {number}\"\n\
         name.en = \"Region {number}\"\nsummary.sv = \"Påhittad, för att mäta.\"\n\
         summary.en = \"Made up, to measure.\"\nsummary-sources = [\"{id}-source\"]\n\
         standing.sv = \"I bruk\"\nstanding.en = \"In use\"\nstanding-since = \"2024-10-09\"\n\
         standing-sources = [\"{id}-source\"]\n\n[contract]\nsigned = \"{}-03-01\"\n\
         sources = [\"{id}-source\"]\n",
        2012 + n % 6
    )
}

fn plans(n: usize, id: &str) -> String {
    let year = 2012 + n % 6;
    let source = format!("sources = [\"{id}-source\"]\n");
    let plan = |name: &str, day: String, promised: String| {
        format!(
            "[[plan]]\nid = \"{name}\"\nannounced = \"{day}\"\nform = \"decision\"\nby.sv = \"regionen\"\n\
             by.en = \"the region\"\n{source}\n[[plan.promise]]\nmilestone = \"first-go-live\"\n\
             promised = \"{promised}\"\n{source}\n"
        )
    };
    let first = plan("plan-1", format!("{year}-03-01"), format!("{}-autumn", year + 2));
    let second = plan("plan-2", format!("{}-05-17", year + 2), format!("{}-spring", year + 4));
    format!(
        "headline = \"first-go-live\"\n\n[[milestone]]\nid = \"first-go-live\"\nname.sv = \"Första driftstart\"\n\
         name.en = \"First go-live\"\n\n{first}{second}[[met]]\nmilestone = \"first-go-live\"\n\
         date = \"{}-10-09\"\n{source}",
        year + 5
    )
}

fn events(n: usize, id: &str) -> Result<String> {
    const KINDS: [&str; 6] = ["decision", "audit", "incident", "replan", "go-live", "other"];
    let mut text = String::new();
    for at in 0..EVENTS {
        // From 2012 on, in order, at distances that differ from procurement to procurement.
        let month = 2012 * 12 + n % 12 + at * 3;
        let (year, month) = (month / 12, month % 12 + 1);
        let (day, region) = (1 + at % 28, n + 1);
        let kind = KINDS[(at + n) % KINDS.len()];
        let landmark = if at % 25 == 24 && kind == "go-live" { "landmark = true\n" } else { "" };
        write!(
            text,
            "[[event]]\nid = \"event-{at:02}\"\ndate = \"{year}-{month:02}-{day:02}\"\nkind = \"{kind}\"\n\
             title.sv = \"Händelse {at} i region {region}\"\ntitle.en = \"Event {at} in region {region}\"\n\
             text.sv = \"Det som hände den dagen, för att ha något att visa.\"\n\
             text.en = \"What happened on that day, to have something to show.\"\n\
             parties = [\"{id}-buyer\"]\nsources = [\"{id}-source\"]\nconfidence = \"high\"\n{landmark}\n",
        )?;
    }
    Ok(text)
}
