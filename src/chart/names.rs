//! Where the names of landmarks stand. They are dealt out to rows for the narrowest figure; since
//! what is further apart in per cent only moves apart in a wider one, they never collide.

use super::{Anchor, WHOLE};

/// The narrowest figure, in px: an embed of 300 px within its margins.
pub const NARROWEST: i32 = 270;

/// A landmark, and how wide its name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// In hundredths of a per cent.
    pub x: i32,
    /// In px.
    pub words: i32,
}

/// The place of a name. Its mark stands in the same row, or in the one above if the name stands
/// below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub anchor: Anchor,
    pub row: i32,
}

/// From the middle of a mark to its words, in px.
pub const BESIDE: i32 = 9;

/// Half of a mark with its room for the finger, and the room between things of one row.
pub const MARK: i32 = 12;
const GAP: i32 = 5;

/// From here on words end at their mark where they can: in a last fifth, in hundredths of a per
/// cent.
const LAST_FIFTH: i32 = 8_000;

/// What is closer than this, in hundredths of a per cent, hangs on one line at every width.
const SAME: i32 = 50;

/// Where words of a width may stand so that they never leave the figure, the best first.
pub fn anchors(x: i32, words: i32) -> impl Iterator<Item = Anchor> {
    let beside = if x >= LAST_FIFTH {
        [Anchor::End, Anchor::Start, Anchor::Middle]
    } else {
        [Anchor::Start, Anchor::End, Anchor::Middle]
    };
    beside.into_iter().filter(move |anchor| {
        let (from, to) = reach(*anchor, words);
        px(x) + from >= 0 && px(x) + to < NARROWEST
    })
}

/// Deals names out to rows: each stands in the figure, apart from the others, and the line from
/// the timeline down to its mark runs through no other name.
pub fn places(names: &[Name]) -> Vec<Place> {
    // A name that begins at its mark wants what is to its right above it, one that ends there
    // what is to its left: a few orders are tried.
    let from_left: Vec<usize> = (0..names.len()).collect();
    let (early, late): (Vec<usize>, Vec<usize>) =
        from_left.iter().partition(|at| names[**at].x < LAST_FIFTH);
    let from_right: Vec<usize> = from_left.iter().rev().copied().collect();
    let early: Vec<usize> = early.into_iter().rev().collect();
    let outwards = [early.clone(), late.clone()].concat();
    let inwards = [late, early].concat();
    let mut best = dealt(names, &from_right);
    for order in [from_left, outwards, inwards] {
        let other = dealt(names, &order);
        if cost(names, &other) < cost(names, &best) {
            best = other;
        }
    }
    best
}

fn dealt(names: &[Name], order: &[usize]) -> Vec<Place> {
    let mut places: Vec<Option<Place>> = vec![None; names.len()];
    for &at in order {
        let name = names[at];
        let placed = || (0..names.len()).filter_map(|other| Some((names[other], places[other]?)));
        let rows = placed().map(|(_, place)| place.row + 1).max().unwrap_or(0);
        let free = |place: &Place| {
            place.mark_row() >= 0
                && placed().all(|(other, there)| {
                    apart(name, *place, other, there)
                        && !crossed(name, *place, other, there)
                        && !crossed(other, there, name, *place)
                })
        };
        let in_row = |row| anchors(name.x, name.words).map(move |anchor| Place { anchor, row });
        let found = (0..rows + 2).flat_map(in_row).find(free);
        // Where a line must run through a name, or a name is too long for any figure.
        let last = || match in_row(rows).next() {
            Some(place) if place.anchor != Anchor::Middle => place,
            _ => Place { anchor: Anchor::Middle, row: rows + 1 },
        };
        places[at] = Some(found.unwrap_or_else(last));
    }
    places.into_iter().flatten().collect()
}

/// How good a deal is: first that no line runs through a name, then few rows.
fn cost(names: &[Name], places: &[Place]) -> (usize, i32) {
    let both = || names.iter().zip(places);
    let crossings = both()
        .flat_map(|one| both().map(move |other| (one, other)))
        .filter(|((name, place), (other, there))| crossed(**name, **place, **other, **there))
        .count();
    (crossings, places.iter().map(|place| place.row).max().unwrap_or(0))
}

/// Whether the line to the mark of `name` runs through the words of `other`, at any width.
fn crossed(name: Name, place: Place, other: Name, there: Place) -> bool {
    let between = name.x - other.x;
    if there.row >= place.mark_row() || (between.abs() <= SAME && there.anchor != Anchor::Middle) {
        return false;
    }
    let apart = px(between.abs()) - GAP;
    match there.anchor {
        Anchor::Start => between > 0 && apart < BESIDE + other.words,
        Anchor::End => between < 0 && apart < BESIDE + other.words,
        Anchor::Middle => apart < other.words / 2,
    }
}

/// Whether two names and their marks keep clear of each other.
fn apart(name: Name, place: Place, other: Name, there: Place) -> bool {
    place.boxes(name).iter().all(|(row, from, to)| {
        let boxes = there.boxes(other);
        boxes.iter().all(|(other_row, other_from, other_to)| {
            row != other_row || to + GAP <= *other_from || other_to + GAP <= *from
        })
    })
}

/// A place in px of the narrowest figure.
pub fn px(x: i32) -> i32 {
    x * NARROWEST / WHOLE
}

/// Where words begin and end, in px from the middle of their mark: beside it, or below it.
fn reach(anchor: Anchor, length: i32) -> (i32, i32) {
    match anchor {
        Anchor::Start => (BESIDE, BESIDE + length),
        Anchor::Middle => (-length / 2, length - length / 2),
        Anchor::End => (-BESIDE - length, -BESIDE),
    }
}

impl Place {
    /// The row of the mark.
    pub fn mark_row(self) -> i32 {
        self.row - i32::from(self.anchor == Anchor::Middle)
    }

    /// What is taken, in px of the narrowest figure: row, left and right.
    fn boxes(self, name: Name) -> [(i32, i32, i32); 2] {
        let (from, to) = reach(self.anchor, name.words);
        let x = px(name.x);
        [(self.row, x + from, x + to), (self.mark_row(), x - MARK, x + MARK)]
    }

    /// Where its mark and its words begin and end together, in px from the middle of its mark.
    pub fn reach(anchor: Anchor, words: i32) -> (i32, i32) {
        let (from, to) = reach(anchor, words);
        (from.min(-MARK), to.max(MARK))
    }
}
