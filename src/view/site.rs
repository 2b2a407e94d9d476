//! What every view reads: the facts, the words and where the site stands.

use crate::analysis::knowledge;
use crate::i18n::words::{self, Sentence};
use crate::i18n::{Key, Messages, format};
use crate::model::{
    Dataset, EventGroup, Id, Lang, Milestone, PartialDate, PartyRef, Procurement, Shown, Text,
};
use crate::route::{Address, Known, Page, Selection};
use crate::view::frame_height::Frames;
use crate::view::{Frozen, others};

/// The facts and words of one edition. Facts are borrowed, since each day that a reader looks at
/// has its own; words and addresses stay for as long as the page.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    pub dataset: &'a Dataset,
    /// All that is known today; `dataset` may be what was known on an earlier day.
    pub today: &'a Dataset,
    pub messages: &'static Messages,
    /// The path below which the site lives, with a slash at both ends: `/` or `/some/dir/`.
    pub base: &'static str,
    /// Where the site is published, without the base: `https://example.org`. It may be empty.
    pub origin: &'static str,
    /// Whether there are pictures of the figures.
    pub pictures: bool,
    /// The frozen version of today's facts, where there is one.
    pub frozen: Option<&'a Frozen>,
    /// The site's style sheet, which figures take along what they need of; empty until it has come.
    pub sheet: &'static str,
    /// How high the frames of embeds are to begin with.
    pub frames: &'static Frames,
    /// What the publisher has decided to show.
    pub shown: &'static Shown,
}

impl PartialEq for Site<'_> {
    /// Whether it shows the same facts: the very same, not equal ones.
    fn eq(&self, other: &Site<'_>) -> bool {
        std::ptr::eq(self.dataset, other.dataset) && std::ptr::eq(self.messages, other.messages)
    }
}

impl<'a> Site<'a> {
    /// Whether the site has a page: the publisher may have left it out.
    pub fn has(self, page: &Page) -> bool {
        is_shown(self.shown, page)
    }

    /// The language of this edition.
    pub fn lang(self) -> Lang {
        self.messages.lang()
    }

    /// The site's name as a part of a file's name: `utlovat`.
    pub fn slug(self) -> String {
        self.messages.slug()
    }

    /// A word of the interface.
    pub fn t(self, key: Key) -> &'static str {
        self.messages.get(key)
    }

    /// A sentence of the interface with its blanks filled in.
    pub fn say(self, sentence: impl Sentence) -> String {
        self.messages.say(sentence)
    }

    /// A text of the data set in this edition's language.
    pub fn text(self, text: &Text) -> &str {
        text.get(self.lang())
    }

    /// A text of the data set that begins a line, with a capital.
    pub fn sentence(self, text: &Text) -> String {
        format::capitalized(self.text(text))
    }

    /// A date in words.
    pub fn date(self, date: PartialDate) -> String {
        format::date(self.lang(), date)
    }

    /// The link to a page in this edition's language.
    pub fn href(self, page: Page) -> String {
        self.href_in(self.lang(), page)
    }

    /// The link to a page in a given language.
    pub fn href_in(self, lang: Lang, page: Page) -> String {
        format!("{}{}", self.base, Address::new(lang, page))
    }

    /// The whole address of a page, for other sites to link to.
    pub fn url(self, page: Page) -> String {
        format!("{}{}", self.origin, self.href(page))
    }

    /// The link to an embed as it stands in the frozen version of today's facts; none where these
    /// are not frozen, or not with this embed.
    pub fn frozen(self, embed: &Page) -> Option<String> {
        let Frozen { version, lacks } = self.frozen?;
        let path = Address::new(self.lang(), embed.clone()).to_string();
        let is_there = matches!(embed, Page::Embed(..)) && !lacks.contains(&path);
        is_there.then(|| format!("{}v/{version}/{path}", self.base))
    }

    /// The name that a party has today.
    pub fn party(self, party: PartyRef) -> &'a str {
        self.text(&self.dataset.party(party).name)
    }

    /// The name that a party had on the day of a fact, with today's name where it has changed.
    pub fn party_on(self, party: PartyRef, date: PartialDate) -> String {
        let name = self.party(party);
        match self.dataset.party(party).former_name_on(date.range().first) {
            Some(former) => self.say(words::PartyNow { former, name }),
            None => name.to_owned(),
        }
    }

    /// The name that a party had on a day that may not be known; today's then.
    pub fn party_when(self, party: PartyRef, date: Option<PartialDate>) -> String {
        match date {
            Some(date) => self.party_on(party, date),
            None => self.party(party).to_owned(),
        }
    }

    /// What an address may name: the procurements and years of the data set.
    pub fn known(self) -> Known<'a> {
        let (first_year, last_year) = crate::chart::timeline::years(&self.dataset.procurements);
        Known {
            procurements: self.dataset.procurements.iter().map(|p| &p.id).collect(),
            first_year,
            last_year,
            last_day: self.today.reviewed,
        }
    }

    /// That nothing was known of a procurement on the day that is shown, when so.
    pub fn not_yet(self, procurement: &Procurement) -> Option<String> {
        if !procurement.is_empty() {
            return None;
        }
        let today = self.today.procurement(procurement.id.as_str())?;
        let first = knowledge::days_of(self.today, today).first().copied()?;
        let date = format::on_date(self.lang(), PartialDate::Day(first));
        Some(self.say(words::AsOfNotYet { date: &date }))
    }

    /// Whether an event or a claim is there today and was not known on the day that is shown.
    pub fn is_later(self, procurement: &Id, fact: &Id) -> bool {
        let is = |dataset: &Dataset| {
            dataset.procurement(procurement.as_str()).is_some_and(|one| {
                one.events.iter().any(|event| event.id == *fact)
                    || one.claims.iter().any(|claim| claim.id == *fact)
            })
        };
        is(self.today) && !is(self.dataset)
    }

    /// The name of a group of events.
    pub fn group(self, group: EventGroup) -> &'static str {
        self.t(crate::i18n::kind::event_group(group))
    }

    /// One text or another: the words about the whole site name the product that was bought, so
    /// on a day on which some followed procurement had not chosen its own they are `before`.
    pub fn once_chosen(self, chosen: Key, before: Key) -> Key {
        let told = |today: &Procurement| {
            let then = self.dataset.procurement(today.id.as_str());
            then.is_some_and(|then| then.product == today.product)
        };
        if self.today.followed().all(told) { chosen } else { before }
    }

    /// The system that a procurement bought, or just "the system" while nobody has told which.
    pub fn system(self, procurement: &Procurement) -> &str {
        procurement.product.as_deref().unwrap_or(self.t(Key::TheSystem))
    }

    /// The ladders of first go-live that the overview tells one by one.
    pub fn headlines(self) -> impl Iterator<Item = (&'a Procurement, &'a Milestone)> + 'a {
        let told = others::one_by_one(self, &Selection::default());
        told.into_iter().filter_map(|p| Some((p, p.headline()?)))
    }
}

/// Whether the publisher shows a page, or what is made of it for others.
pub fn is_shown(shown: &Shown, page: &Page) -> bool {
    match page {
        Page::Regions => shown.regions,
        Page::Embed(home, _) | Page::Reuse(home, _) => is_shown(shown, home),
        _ => true,
    }
}
