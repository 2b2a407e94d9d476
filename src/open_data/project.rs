//! The project that is published: its facts, its words, and where it will stand.

use super::disk;
use super::ledger::{self, Ledger};
use crate::data::folder;
use crate::i18n::{Messages, locale};
use crate::model::{Dataset, Lang, SiteSettings};
use std::path::Path;

/// Facts and words without a mistake.
pub struct Project {
    pub settings: SiteSettings,
    /// Without what the site does not show.
    pub dataset: Dataset,
    /// In the order of [`Lang::ALL`].
    pub messages: Vec<Messages>,
    /// Empty where the project keeps none.
    pub ledger: Ledger,
}

impl Project {
    /// Reads `site.toml`, `data/` and `locales/` in the project's folder, or tells the first mistake
    /// in them.
    pub fn read(root: &Path) -> Result<Project, String> {
        let (settings, mut problems) = folder::read_site(root);
        let (mut dataset, of_facts) = folder::read(root);
        problems.extend(of_facts);
        problems.retain(|problem| !problem.is_warning());
        if let Some(problem) = problems.first() {
            return Err(format!(
                "site.toml and data/ have {} problems, the first in {}: {} Run `cargo xtask check` \
                 to see all.",
                problems.len(),
                problem.file.display(),
                problem.sentence(Lang::En)
            ));
        }
        if !settings.regions {
            dataset.regions = vec![];
        }
        let words: Vec<(Lang, String)> = Lang::ALL
            .into_iter()
            .map(|lang| {
                Ok((lang, disk::read(&root.join(format!("locales/{}.toml", lang.code())))?))
            })
            .collect::<Result<_, String>>()?;
        let texts: Vec<(Lang, &str)> =
            words.iter().map(|(lang, text)| (*lang, text.as_str())).collect();
        let (mut messages, problems) = locale::read(&texts);
        if let Some(problem) = problems.first() {
            return Err(format!("{problem} ({} problems in locales/ in all)", problems.len()));
        }
        let messages = Lang::ALL
            .into_iter()
            .map(|lang| {
                messages
                    .remove(&lang)
                    .map(|messages| messages.of_site(&settings))
                    .ok_or_else(|| format!("locales/{}.toml is missing: add it.", lang.code()))
            })
            .collect::<Result<_, String>>()?;
        Ok(Project { settings, dataset, messages, ledger: Project::ledger(root)? })
    }

    /// The ledger in the project's folder. A project may be without one; what cannot be read is told.
    fn ledger(root: &Path) -> Result<Ledger, String> {
        let path = root.join(ledger::FILE);
        match std::fs::read_to_string(&path) {
            Ok(text) => Ledger::read(&text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Ledger::default()),
            Err(error) => Err(format!("{} cannot be read ({error}): restore it.", path.display())),
        }
    }
}

/// Where a site stands: `https://example.org/some/dir/` → (`https://example.org`, `/some/dir/`).
/// Nothing means that nobody has told, and the site begins at `/`.
pub fn split_base_url(url: &str) -> Result<(String, String), String> {
    if url.is_empty() {
        return Ok((String::new(), "/".to_owned()));
    }
    let wrong = || {
        format!(
            "--base-url `{url}` is no http(s) address: write it as https://example.org/some/dir/"
        )
    };
    let parsed = url::Url::parse(url).map_err(|_| wrong())?;
    if !matches!(parsed.scheme(), "http" | "https") || parsed.query().is_some() {
        return Err(wrong());
    }
    let mut base = parsed.path().to_owned();
    if !base.ends_with('/') {
        base.push('/');
    }
    Ok((parsed.origin().ascii_serialization(), base))
}
