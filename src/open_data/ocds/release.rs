//! One release: what became known on a day.

use super::object::Object;
use super::section::Section;
use crate::model::{Day, PartyRef, SourceRef};
use std::collections::{BTreeMap, BTreeSet};

/// A release that is being written.
#[derive(Debug)]
pub struct Draft {
    /// What it is for, as a part of its id: `plan-2018-11`.
    pub name: String,
    pub day: Day,
    /// The part that its documents stand in.
    pub home: Section,
    /// Tells that the process ended or was broken off.
    pub ends: bool,
    /// What stands outside of every part.
    pub top: Object,
    pub parts: BTreeMap<Section, Object>,
    pub parties: BTreeSet<PartyRef>,
    pub sources: BTreeSet<SourceRef>,
}

impl Draft {
    pub fn new(name: impl Into<String>, day: Day, home: Section) -> Draft {
        Draft {
            name: name.into(),
            day,
            home,
            ends: false,
            top: Object::default(),
            parts: BTreeMap::from([(home, Object::default())]),
            parties: BTreeSet::new(),
            sources: BTreeSet::new(),
        }
    }

    /// A part of the release, which is there from now on.
    pub fn part(&mut self, section: Section) -> &mut Object {
        self.parts.entry(section).or_default()
    }
}
