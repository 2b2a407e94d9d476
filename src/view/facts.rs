//! The facts that a page is made from, shared by all that holds them: what is known today, and
//! what was known on the day that is looked at.

use super::Site;
use super::frame_height::{Frames, UNKNOWN};
use crate::i18n::Messages;
use crate::model::{Dataset, Licence, Shown};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Facts and words of one edition. A copy costs nothing; when nobody holds a day's facts any more,
/// they are gone.
#[derive(Clone)]
pub struct Facts {
    /// What was known on the day that is looked at: today's facts where none is.
    pub dataset: Arc<Dataset>,
    pub today: Arc<Dataset>,
    pub messages: &'static Messages,
    /// The path below which the site lives, with a slash at both ends: `/` or `/some/dir/`.
    pub base: &'static str,
    /// Where the site is published, without the base: `https://example.org`. It may be empty.
    pub origin: &'static str,
    /// Whether there are pictures of the figures.
    pub pictures: bool,
    /// The frozen version of the data with these very facts, where there is one.
    pub frozen: Option<Arc<Frozen>>,
    /// The site's style sheet; empty until it has come.
    pub sheet: &'static str,
    /// How high the frames of embeds are to begin with.
    pub frames: &'static Frames,
    /// What the publisher has decided to show.
    pub shown: &'static Shown,
}

/// What a site shows until its settings are known, and in tests: all that there is, of nobody.
static ALL: Shown = Shown {
    regions: true,
    danish_rule: true,
    contact: None,
    texts: Licence::CcBy4,
    statement: false,
};

/// A version of the data that is kept as it was; its embeds stand below `v/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    pub version: String,
    /// The embeds of today that it does not have, by their addresses: those that the site could
    /// not make yet.
    pub lacks: Vec<String>,
}

impl Facts {
    /// The facts of today, with nothing looked back at.
    pub fn of_today(
        dataset: Dataset,
        messages: &'static Messages,
        base: &'static str,
        origin: &'static str,
    ) -> Facts {
        let today = Arc::new(dataset);
        let (pictures, frozen, sheet, frames, shown) = (false, None, "", &UNKNOWN, &ALL);
        Facts {
            dataset: today.clone(),
            today,
            messages,
            base,
            origin,
            pictures,
            frozen,
            sheet,
            frames,
            shown,
        }
    }

    /// The same on a site that shows what its publisher has decided.
    pub fn showing(self, shown: &'static Shown) -> Facts {
        Facts { shown, ..self }
    }

    /// The same on a site that has a frozen version of them, or has none.
    pub fn frozen_as(self, frozen: Option<Arc<Frozen>>) -> Facts {
        Facts { frozen, ..self }
    }

    /// The same on a site that has pictures of its figures, or has none.
    pub fn pictured(self, pictures: bool) -> Facts {
        Facts { pictures, ..self }
    }

    /// The same with the site's style sheet.
    pub fn styled(self, sheet: &'static str) -> Facts {
        Facts { sheet, ..self }
    }

    /// The same on a site whose embeds were laid out.
    pub fn framed(self, frames: &'static Frames) -> Facts {
        Facts { frames, ..self }
    }

    /// The facts as views read them.
    pub fn site(&self) -> Site<'_> {
        Site {
            dataset: &self.dataset,
            today: &self.today,
            messages: self.messages,
            base: self.base,
            origin: self.origin,
            pictures: self.pictures,
            frozen: self.frozen.as_deref(),
            sheet: self.sheet,
            frames: self.frames,
            shown: self.shown,
        }
    }
}

impl PartialEq for Facts {
    /// Whether they are the very same facts, not equal ones.
    fn eq(&self, other: &Facts) -> bool {
        Arc::ptr_eq(&self.dataset, &other.dataset) && Arc::ptr_eq(&self.today, &other.today)
    }
}
