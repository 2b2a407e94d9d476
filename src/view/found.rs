//! What a search has found, as a list of links.

use super::{Markup, Site, html};
use crate::analysis::search::{What, excerpt, marked};
use crate::i18n::{Key, format, kind, words};
use crate::model::{Confidence, PartyRef, Procurement, ProcurementRef, Text, Word};
use crate::route::Page;

/// The facts found, as a list; what was looked for is marked.
pub fn found(site: Site, found: &[What], words: &[String]) -> Markup {
    html! {
        ul class="found-list" {
            @for what in found { (line(site, *what, words)) }
        }
    }
}

fn line(site: Site, what: What, words: &[String]) -> Markup {
    let mut one = Shown::new(site);
    one.tell(what).map(|()| one.line(words)).unwrap_or_default()
}

/// A text in which what was looked for is marked.
fn marks(text: &str, words: &[String]) -> Markup {
    html! {
        @for piece in marked(text, words) {
            @if piece.hit { mark { (piece.text) } } @else { (piece.text) }
        }
    }
}

/// "tidigare Cerner", where a party had other names.
pub fn formerly(site: Site, party: PartyRef) -> String {
    let former = site.dataset.party(party).former.iter();
    let names: Vec<&str> = former.map(|former| former.name.as_str()).collect();
    match names.is_empty() {
        true => String::new(),
        false => site.say(words::FormerNames { names: &names.join(", ") }),
    }
}

/// How a fact is shown among what was found.
struct Shown<'a> {
    site: Site<'a>,
    href: String,
    title: String,
    /// The language of the title, where it is not the page's.
    lang: Option<&'static str>,
    kind: Key,
    /// When and where.
    about: Vec<String>,
    /// What is told of it.
    texts: Vec<&'a str>,
}

impl<'a> Shown<'a> {
    fn new(site: Site<'a>) -> Shown<'a> {
        let (href, title) = (String::new(), String::new());
        Shown { site, href, title, lang: None, kind: Key::FindSource, about: vec![], texts: vec![] }
    }

    fn line(&self, words: &[String]) -> Markup {
        let about = self.about.iter().filter(|about| !about.is_empty()).enumerate();
        // The excerpt says why something was found whose name does not.
        let told = self.texts.iter().find_map(|text| excerpt(text, words));
        html! {
            li {
                a href=(self.href) lang=[self.lang] { (marks(&self.title, words)) }
                p class="when" {
                    span class="tag" { (self.site.t(self.kind)) }
                    @for (n, about) in about {
                        @if n > 0 { " · " }
                        (marks(about, words))
                    }
                }
                @if let Some((before, text, after)) = told {
                    p class="excerpt" {
                        @if before { "…\u{a0}" }
                        (marks(text, words))
                        @if after { "\u{a0}…" }
                    }
                }
            }
        }
    }

    /// Tells of a fact as it was known on the day that the page shows; nothing when it was not.
    fn tell(&mut self, what: What) -> Option<()> {
        let site = self.site;
        match what {
            What::Procurement(at) => {
                let (_, then) = procurement(site, at)?;
                self.name(Page::Procurement(then.id.clone()), None, site.text(&then.name));
                self.kind = Key::FindProcurement;
                self.about.extend(then.product.clone());
                for text in [&then.summary, &then.scope, &then.replaces] {
                    self.text(text.as_ref());
                }
            }
            What::Event(at, n) => {
                let (today, then) = procurement(site, at)?;
                let id = &today.events.get(usize::from(n))?.id;
                let event = then.events.iter().find(|event| event.id == *id)?;
                self.name(Page::Event(then.id.clone(), id.clone()), None, site.text(&event.title));
                self.kind = kind::event_kind(event.kind);
                self.about.push(site.date(event.date));
                self.about.push(site.text(&then.name).to_owned());
                if event.confidence == Confidence::Low {
                    self.about.push(site.t(Key::Unconfirmed).to_owned());
                }
                self.text(Some(&event.text));
            }
            What::Claim(at, n) => {
                let (today, then) = procurement(site, at)?;
                let id = &today.claims.get(usize::from(n))?.id;
                let claim = then.claims.iter().find(|claim| claim.id == *id)?;
                self.name(Page::Claim(then.id.clone(), id.clone()), None, site.text(&claim.title));
                self.kind = kind::claim_kind(claim.kind);
                self.about.push(site.date(claim.steps.first()?.date));
                self.about.push(site.text(&then.name).to_owned());
                claim.demands.iter().for_each(|demand| self.text(Some(&demand.text)));
                claim.losses.iter().for_each(|loss| self.text(Some(&loss.text)));
                claim.received.iter().for_each(|part| self.text(Some(&part.text)));
                self.text(claim.outcome.as_ref());
                claim.steps.iter().for_each(|step| self.text(Some(&step.text)));
            }
            What::Plan(at, n) => {
                let (today, then) = procurement(site, at)?;
                let id = &today.plans.get(usize::from(n.0))?.id;
                let plan = then.plans.iter().find(|plan| plan.id == *id)?;
                let title = site.say(words::NewsPlan { who: site.text(&plan.by) });
                self.name(Page::Procurement(then.id.clone()), Some(id.as_str()), &title);
                self.kind = Key::FindPlan;
                self.about.push(site.date(plan.announced));
                self.about.push(site.text(&then.name).to_owned());
                self.text(plan.note.as_ref());
                for milestone in &today.milestones {
                    if milestone.schedule.baselines().any(|baseline| baseline.plan == n) {
                        self.text(Some(&milestone.name));
                    }
                }
            }
            What::Cost(at, n) => {
                let (today, then) = procurement(site, at)?;
                let id = &today.costs.get(usize::from(n))?.id;
                let cost = then.costs.iter().find(|cost| cost.id == *id)?;
                let (kind, sum) =
                    (site.t(kind::cost_kind(cost.kind)), format::money(site.lang(), cost.money));
                let title = site.say(words::CostFound { kind, sum: &sum });
                let place = format!("c-{id}");
                let title = format::capitalized(&title);
                self.name(Page::Procurement(then.id.clone()), Some(&place), &title);
                self.kind = Key::FindCost;
                self.about.push(site.date(cost.as_of));
                self.about.push(site.text(&then.name).to_owned());
                self.text(Some(&cost.covers));
                self.text(cost.disputed.as_ref());
            }
            What::Party(at) => {
                let party = site.dataset.parties.get(usize::from(at.0))?;
                let place = format!("p-{}", party.id);
                self.name(Page::Register, Some(&place), site.text(&party.name));
                self.kind = Key::FindParty;
                self.about.push(formerly(site, at));
            }
            What::Region(at) => {
                let id = &site.today.regions.get(usize::from(at))?.id;
                let region = site.dataset.regions.iter().find(|region| region.id == *id)?;
                self.name(Page::Register, Some(&format!("r-{id}")), site.text(&region.name));
                self.kind = Key::FindRegion;
                self.about.extend(region.system.clone());
                self.about.extend(region.next.clone());
                self.text(region.note.as_ref());
            }
            What::Source(at) => {
                let source = site.dataset.sources.get(at.at())?;
                let title = source.title.as_ref();
                let title_or_not = title.unwrap_or(&source.publisher);
                self.name(Page::Sources, Some(source.id.as_str()), title_or_not);
                if title.is_some() {
                    self.lang = Some(source.language.word());
                    self.about.push(source.publisher.clone());
                }
                self.about.extend(source.published.map(|date| site.date(date)));
                self.text(source.note.as_ref());
            }
        }
        Some(())
    }

    /// What it is called and where it stands: on a page, or at a place of it.
    fn name(&mut self, page: Page, place: Option<&str>, title: &str) {
        self.href = self.site.href(page);
        if let Some(place) = place {
            self.href.push('#');
            self.href.push_str(place);
        }
        self.title = title.to_owned();
    }

    fn text(&mut self, text: Option<&'a Text>) {
        self.texts.extend(text.map(|text| self.site.text(text)));
    }
}

/// A procurement as it is today, whose places the index tells, and as it was known on the day.
fn procurement(site: Site<'_>, at: ProcurementRef) -> Option<(&Procurement, &Procurement)> {
    let at = usize::from(at.0);
    Some((site.today.procurements.get(at)?, site.dataset.procurements.get(at)?))
}
