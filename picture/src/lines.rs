//! Words and small boxes in lines.

use crate::style::Style;
use scraper::ElementRef;
use std::rc::Rc;

/// What stands in a line.
pub enum Item<'d> {
    Word {
        text: String,
        style: Rc<Style>,
        width: f32,
    },
    /// Where a line may end.
    Space {
        style: Rc<Style>,
        width: f32,
        breaks: bool,
    },
    Break,
    Atom(Atom<'d>),
}

/// A box in a line.
pub struct Atom<'d> {
    /// With its margins.
    pub width: f32,
    pub height: f32,
    /// How far its lower edge, or the line of its own words, stands above the line.
    pub raise: f32,
    /// How far below its upper edge the line of its own words is; its height where it has none.
    pub baseline: f32,
    /// Before it.
    pub margin: f32,
    /// Its own width, without margins.
    pub inner: f32,
    pub style: Rc<Style>,
    pub inside: Inside<'d>,
}

/// What a box in a line holds.
pub enum Inside<'d> {
    Nothing,
    Words(Vec<Item<'d>>),
    Drawing(ElementRef<'d>),
}

/// A line: what stands in it and where.
pub struct Line<'a, 'd> {
    /// Each with its place from the left.
    pub items: Vec<(f32, &'a Item<'d>)>,
    pub width: f32,
    pub height: f32,
    /// How far below its upper edge the letters stand.
    pub baseline: f32,
}

impl Item<'_> {
    fn width(&self) -> f32 {
        match self {
            Item::Word { width, .. } | Item::Space { width, .. } => *width,
            Item::Atom(atom) => atom.width,
            Item::Break => 0.0,
        }
    }

    /// How far it reaches above and below the letters' line.
    fn reach(&self) -> (f32, f32) {
        match self {
            Item::Word { style, .. } | Item::Space { style, .. } => of_letters(style),
            Item::Atom(atom) => {
                (atom.baseline + atom.raise, atom.height - atom.baseline - atom.raise)
            }
            Item::Break => (0.0, 0.0),
        }
    }
}

/// How far a line of such letters reaches above and below them.
pub fn of_letters(style: &Style) -> (f32, f32) {
    let (above, below) = style.face().reach(style.size);
    let room = (style.line_height() - above - below) / 2.0;
    (above + room, below + room)
}

/// Text as words and spaces. What is not to be broken keeps its spaces.
pub fn words<'d>(text: &str, style: &Rc<Style>, items: &mut Vec<Item<'d>>) {
    let breaks = style.get("white-space") != "nowrap";
    let length = |text: &str| style.face().length(text, style.size);
    let mut rest = text;
    while !rest.is_empty() {
        // A space that does not break is no white space here.
        let is_space = |letter: char| letter.is_ascii_whitespace();
        let end = rest.find(is_space).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if !word.is_empty() {
            let width = length(word);
            items.push(Item::Word { text: word.to_owned(), style: style.clone(), width });
        }
        rest = after.trim_start_matches(is_space);
        if rest.len() < after.len() {
            let width = length(" ");
            items.push(Item::Space { style: style.clone(), width, breaks });
        }
    }
}

/// The lines of items that have so much room, each as full as it can be.
pub fn wrap<'a, 'd>(items: &'a [Item<'d>], room: f32) -> Vec<Line<'a, 'd>> {
    let mut lines: Vec<Vec<(f32, &Item)>> = vec![vec![]];
    let mut x = 0.0;
    let mut at = 0;
    while at < items.len() {
        match &items[at] {
            Item::Break => {
                lines.push(vec![]);
                x = 0.0;
                at += 1;
            }
            Item::Space { width, .. } => {
                let line = lines.last_mut().expect("a line");
                let doubled = matches!(line.last(), None | Some((_, Item::Space { .. })));
                if !doubled {
                    line.push((x, &items[at]));
                    x += width;
                }
                at += 1;
            }
            _ => {
                // Up to the next place where a line may end.
                let ends =
                    |item: &Item| matches!(item, Item::Space { breaks: true, .. } | Item::Break);
                let end = items[at..].iter().position(ends).map_or(items.len(), |it| at + it);
                let unit: f32 = items[at..end].iter().map(Item::width).sum();
                let line = lines.last_mut().expect("a line");
                if x + unit > room + 0.01 && !line.is_empty() {
                    if matches!(line.last(), Some((_, Item::Space { .. }))) {
                        line.pop();
                    }
                    lines.push(vec![]);
                    x = 0.0;
                }
                let line = lines.last_mut().expect("a line");
                for item in &items[at..end] {
                    line.push((x, item));
                    x += item.width();
                }
                at = end;
            }
        }
    }
    let mut all: Vec<_> = lines.into_iter().map(line).collect();
    if all.last().is_some_and(|line| line.items.is_empty()) {
        all.pop();
    }
    all
}

fn line<'a, 'd>(mut items: Vec<(f32, &'a Item<'d>)>) -> Line<'a, 'd> {
    if matches!(items.last(), Some((_, Item::Space { .. }))) {
        items.pop();
    }
    let width = items.last().map_or(0.0, |(x, item)| x + item.width());
    let (mut above, mut below) = (0.0_f32, 0.0_f32);
    for (_, item) in &items {
        let reach = item.reach();
        (above, below) = (above.max(reach.0), below.max(reach.1));
    }
    Line { items, width, height: above + below, baseline: above }
}

/// The same number of lines in as little room as that needs, so that none is much shorter than the
/// others.
pub fn balanced(items: &[Item], room: f32) -> f32 {
    let count = wrap(items, room).len();
    if count < 2 {
        return room;
    }
    let (mut low, mut high) = (room / count as f32 * 0.8, room);
    for _ in 0..12 {
        let middle = (low + high) / 2.0;
        if wrap(items, middle).len() <= count { high = middle } else { low = middle }
    }
    high.ceil()
}

/// The longest line where nothing ends one, and the shortest room in which each word fits.
pub fn extent(items: &[Item]) -> (f32, f32) {
    let width = |room| wrap(items, room).iter().map(|line| line.width).fold(0.0, f32::max);
    (width(f32::INFINITY), width(0.0))
}
