//! Facts whose every text is what somebody might write to break the site: it has to show them as
//! text, and its layout has to hold.
//!
//! What `data/` refuses is not among them: letters without width, controls, and a direction that is
//! forced on what follows.

use crate::compress::Effort;
use crate::folder::{TOY_FACTS, copy_but_facts, files, read, remove, write};
use crate::pipeline::{Budgets, BuildConfig, Pipeline, Rebuild};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// What runs, loads or ends an element when it is not taken as text.
const MARKUP: &str = "</title></style></textarea></script></svg><script>window.hostile = 1</script>\
    <img src=x onerror='window.hostile = 1'><!-- ]]> &lt;i&gt; &#60;b&#62; ${1} {{2}} javascript:alert(1)";

/// The keys of texts that are the same in both languages.
const PLAIN: [&str; 7] = ["name", "product", "publisher", "system", "next", "title", "replaces"];

/// Where a picture has little room, `data/` allows few letters.
const SHORT: &str = "<b>&amp;</b>";

/// Builds the site of hostile facts into a folder, and leaves its project beside it.
pub fn build(root: &Path, out: PathBuf) -> Result<()> {
    let project = out.with_extension("project");
    remove(&project)?;
    write_project(root, &project)?;
    let config = BuildConfig {
        effort: Effort::Quick,
        budgets: Budgets::Ignore,
        ..BuildConfig::new(project, out)
    };
    Pipeline::new(root.to_path_buf(), config).build(Rebuild::Everything)
}

/// Writes a project of toy facts with hostile texts, with the words, looks and public files of this
/// one. Every run writes the same bytes.
fn write_project(root: &Path, folder: &Path) -> Result<()> {
    copy_but_facts(root, folder)?;
    let toy = root.join(TOY_FACTS);
    let mut turn = 0;
    for file in files(&toy)? {
        let text = String::from_utf8(read(&toy.join(&file))?)?;
        let mut table: Table =
            toml::from_str(&text).with_context(|| format!("{} is no TOML", file.display()))?;
        spoil(&mut table, &mut turn);
        write(&folder.join("data").join(&file), toml::to_string(&table)?.as_bytes())?;
    }
    Ok(())
}

/// Puts a hostile text in the place of each, another kind in each place.
fn spoil(table: &mut Table, turn: &mut usize) {
    for (key, value) in table {
        match value {
            Value::String(text) if key == "short" => SHORT.clone_into(text),
            Value::String(text) if PLAIN.contains(&key.as_str()) => *text = hostile(next(turn), ""),
            Value::Table(texts) if texts.contains_key("sv") => {
                let kind = next(turn);
                for (lang, text) in texts {
                    *text = Value::String(match key.as_str() {
                        "note" => format!("{SHORT} {lang}"),
                        _ => hostile(kind, lang),
                    });
                }
            }
            Value::Table(inner) => spoil(inner, turn),
            Value::Array(list) => {
                for inner in list.iter_mut().filter_map(Value::as_table_mut) {
                    spoil(inner, turn);
                }
            }
            _ => {}
        }
    }
}

fn next(turn: &mut usize) -> usize {
    *turn += 1;
    *turn
}

/// The texts, and which turn it is: no two names are the same.
fn hostile(turn: usize, lang: &str) -> String {
    let text = match turn % 5 {
        0 => MARKUP.to_owned(),
        // Hebrew and Arabic, with brackets, numbers and Latin letters among them.
        1 => "<b>עברית</b> (12) العربية [ABC] 34 فارسی".to_owned(),
        // Thirty marks below and above each letter, in the order of Unicode's normal form, of those
        // that most typefaces have.
        2 => {
            let marks =
                format!("{}{}", "\u{329}\u{332}".repeat(5), "\u{30d}\u{30e}\u{33d}".repeat(7));
            "Zalgo".chars().map(|letter| format!("{letter}{marks}")).collect()
        }
        3 => "🏥🚑👩🏽🇸🇪🧾👍🏿 <em>⚠️</em> 𝕬𝖇𝖈 ﷽".to_owned(),
        _ => "W".repeat(10_000),
    };
    format!("{text} {turn} {lang}")
}
