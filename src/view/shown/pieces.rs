//! Elements in a row, and elements in these: what a choice or another day leaves as it was is not
//! touched, and what is hidden is not even made.

use crate::view::{Live, Markup};
use leptos::tachys::renderer::types::Element;
use leptos::tachys::renderer::{CastFrom, Rndr};

/// A part of a drawing or a page that changes as one.
pub struct Piece {
    tag: &'static str,
    /// None when it is empty.
    class: &'static str,
    hidden: bool,
    inside: Inside,
}

/// The place of the fact that a piece is made from, and the way in which it is.
type Origin = (usize, u8);

enum Inside {
    /// What makes its HTML, and what it is made from: the same again is not made again.
    Html(Option<Origin>, Box<dyn FnOnce() -> Markup>),
    Pieces(Vec<Piece>),
}

impl Piece {
    /// A `<section>`; what stands in it is made only when it is needed.
    pub fn new(class: &'static str, make: impl FnOnce() -> Markup + 'static) -> Piece {
        Piece::tagged("section", class, make)
    }

    /// The same with another tag.
    pub fn tagged(
        tag: &'static str,
        class: &'static str,
        make: impl FnOnce() -> Markup + 'static,
    ) -> Piece {
        Piece { tag, class, hidden: false, inside: Inside::Html(None, Box::new(make)) }
    }

    /// Pieces in an element.
    pub fn around(tag: &'static str, class: &'static str, pieces: Vec<Piece>) -> Piece {
        Piece { tag, class, hidden: false, inside: Inside::Pieces(pieces) }
    }

    /// Shown only when so.
    pub fn hidden_when(mut self, hidden: bool) -> Piece {
        self.hidden = hidden;
        self
    }

    /// Made from a fact in one of a few ways: as long as it is the very same fact and way, the
    /// HTML is the same.
    pub fn of<F>(mut self, fact: &'static F, way: u8) -> Piece {
        if let Inside::Html(from, _) = &mut self.inside {
            *from = Some((std::ptr::from_ref(fact) as usize, way));
        }
        self
    }

    /// Writes it out. What is hidden stays empty until somebody asks for it.
    pub(super) fn write(self, buf: &mut String) {
        buf.push('<');
        buf.push_str(self.tag);
        if !self.class.is_empty() {
            buf.push_str(&format!(" class=\"{}\"", self.class));
        }
        buf.push_str(if self.hidden { " hidden>" } else { ">" });
        match self.inside {
            Inside::Html(_, make) if !self.hidden => buf.push_str(&make().0),
            Inside::Html(..) => {}
            Inside::Pieces(pieces) => pieces.into_iter().for_each(|piece| piece.write(buf)),
        }
        buf.push_str(&format!("</{}>", self.tag));
    }
}

/// A piece in the page.
pub(super) struct Standing {
    element: Element,
    tag: &'static str,
    /// `None` where it came with the page and nobody looked.
    class: Option<&'static str>,
    hidden: Option<bool>,
    inside: StandsInside,
}

enum StandsInside {
    /// Its HTML and what it was made from; `None` where it came with the page.
    Html(Option<Origin>, Option<String>),
    Pieces(Vec<Standing>),
}

/// The pieces that came with the page, as the choice that it was prerendered for makes them.
pub(super) fn adopted(live: Live, parent: &Element, made: &[Piece]) -> Vec<Standing> {
    let mut next = Rndr::first_child(parent.as_ref());
    let mut found = vec![];
    while let Some(node) = next {
        next = Rndr::next_sibling(&node);
        let Some(element) = Element::cast_from(node) else { continue };
        let piece = made.get(found.len());
        let inside = match piece.map(|piece| &piece.inside) {
            Some(Inside::Pieces(pieces)) => StandsInside::Pieces(adopted(live, &element, pieces)),
            _ => {
                (live.sight.watch)(&element);
                StandsInside::Html(None, None)
            }
        };
        let tag = piece.map_or("", |piece| piece.tag);
        found.push(Standing { element, tag, class: None, hidden: None, inside });
    }
    found
}

/// Changes what stands in an element into what should.
pub(super) fn put(live: Live, parent: &Element, made: Vec<Piece>, there: &mut Vec<Standing>) {
    for standing in there.drain(made.len().min(there.len())..) {
        Rndr::remove(standing.element.as_ref());
    }
    for (at, piece) in made.into_iter().enumerate() {
        match there.get_mut(at) {
            Some(standing) if standing.fits(&piece) => {}
            Some(standing) => {
                let new = Standing::empty(live, &piece);
                Rndr::insert_node(parent, new.element.as_ref(), Some(standing.element.as_ref()));
                Rndr::remove(standing.element.as_ref());
                *standing = new;
            }
            None => {
                let new = Standing::empty(live, &piece);
                Rndr::insert_node(parent, new.element.as_ref(), None);
                there.push(new);
            }
        }
        there[at].become_(live, piece);
    }
}

impl Standing {
    fn empty(live: Live, piece: &Piece) -> Standing {
        let element = Rndr::create_element(piece.tag, None);
        let inside = match piece.inside {
            Inside::Html(..) => {
                (live.sight.watch)(&element);
                StandsInside::Html(None, Some(String::new()))
            }
            Inside::Pieces(_) => StandsInside::Pieces(vec![]),
        };
        Standing { element, tag: piece.tag, class: Some(""), hidden: Some(false), inside }
    }

    /// Whether it can become that piece.
    fn fits(&self, piece: &Piece) -> bool {
        let alike = matches!(
            (&self.inside, &piece.inside),
            (StandsInside::Html(..), Inside::Html(..))
                | (StandsInside::Pieces(_), Inside::Pieces(_))
        );
        self.tag == piece.tag && alike
    }

    fn become_(&mut self, live: Live, piece: Piece) {
        let element = &self.element;
        let bare = self.class.is_none() && piece.class.is_empty();
        if self.class != Some(piece.class) && !bare {
            Rndr::set_attribute(element, "class", piece.class);
            self.class = Some(piece.class);
        }
        if self.hidden != Some(piece.hidden) {
            match piece.hidden {
                true => Rndr::set_attribute(element, "hidden", ""),
                false => Rndr::remove_attribute(element, "hidden"),
            }
            self.hidden = Some(piece.hidden);
        }
        match (&mut self.inside, piece.inside) {
            (StandsInside::Pieces(there), Inside::Pieces(made)) => put(live, element, made, there),
            (StandsInside::Html(from, html), Inside::Html(now, make)) => {
                let same = now.is_some() && *from == now;
                if piece.hidden || same || !live.is_due(element) {
                    return;
                }
                let made = make().0;
                if html.as_ref() != Some(&made) {
                    Rndr::set_inner_html(element, &made);
                    *html = Some(made);
                }
                *from = now;
            }
            // What does not fit was made anew.
            _ => {}
        }
    }
}
