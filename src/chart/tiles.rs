//! A map of squares: each region of the country stands about where it lies, and all are as
//! large, since a region is one buyer whatever its area.

use super::Span;
use crate::model::Region;

/// The map as numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TileMap {
    /// In pixels.
    pub height: i32,
    pub tiles: Vec<Tile>,
}

/// One region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tile {
    /// Its position among those that were to be drawn.
    pub region: usize,
    /// Its place along the width.
    pub x: Span,
    /// In pixels.
    pub y: i32,
    /// The letters of its county.
    pub letters: &'static str,
}

/// How high a square is, in pixels.
pub const SIDE: i32 = 88;
const STEP: i32 = SIDE + 3;
/// How wide a square is, and the way to the next.
const WIDTH: i32 = 2_460;
const COLUMN: i32 = 2_513;

/// Where a name is too long for a narrow square it goes on in a second line after one of these.
const HEADS: [&str; 3] = ["Västman", "Väster", "Öster"];

/// The two lines of a name that is too long for one.
pub fn broken(name: &str) -> Option<(&str, &str)> {
    let head = HEADS.into_iter().find(|head| name.starts_with(head))?;
    Some(name.split_at(head.len()))
}

/// The code of each county, its letters, and the column and row of its square.
const PLACES: [(&str, &str, i32, i32); 21] = [
    ("25", "BD", 2, 0),
    ("24", "AC", 2, 1),
    ("23", "Z", 1, 2),
    ("22", "Y", 2, 2),
    ("20", "W", 1, 3),
    ("21", "X", 2, 3),
    ("17", "S", 0, 4),
    ("18", "T", 1, 4),
    ("19", "U", 2, 4),
    ("03", "C", 3, 4),
    ("14", "O", 0, 5),
    ("05", "E", 1, 5),
    ("04", "D", 2, 5),
    ("01", "AB", 3, 5),
    ("13", "N", 0, 6),
    ("06", "F", 1, 6),
    ("08", "H", 2, 6),
    ("09", "I", 3, 6),
    ("12", "M", 0, 7),
    ("07", "G", 1, 7),
    ("10", "K", 2, 7),
];

/// Whether a region has a square.
pub fn has_square(region: &Region) -> bool {
    PLACES.iter().any(|(code, ..)| region.code == *code)
}

/// Draws the regions, north first. One whose county has no place on the map has no square.
pub fn tiles(regions: &[Region]) -> TileMap {
    let tiles: Vec<Tile> = PLACES
        .into_iter()
        .filter_map(|(code, letters, column, row)| {
            let region = regions.iter().position(|region| region.code == code)?;
            let from = column * COLUMN;
            let x = Span { from, to: from + WIDTH };
            Some(Tile { region, x, y: row * STEP, letters })
        })
        .collect();
    TileMap { height: 8 * STEP - 3, tiles }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_regions_stand_on_one_square() {
        for (at, (code, letters, column, row)) in PLACES.iter().enumerate() {
            for (other, others, c, r) in &PLACES[..at] {
                assert!(code != other && letters != others && (column, row) != (c, r), "{code}");
            }
        }
    }
}
