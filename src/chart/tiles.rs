//! A map of squares: each region of the country stands about where it lies, and all are as
//! large, since a region is one buyer whatever its area.

use crate::model::Region;

/// The map as numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TileMap {
    pub width: i32,
    pub height: i32,
    pub tiles: Vec<Tile>,
}

/// One region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tile {
    /// Its position among those that were to be drawn.
    pub region: usize,
    pub x: i32,
    pub y: i32,
    /// The letters of its county.
    pub letters: &'static str,
}

/// The side of a square, and the way to the next.
pub const SIDE: i32 = 85;
const STEP: i32 = SIDE + GAP;
const GAP: i32 = 3;

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

/// Draws the regions, north first. One whose county has no place on the map has no square.
pub fn tiles(regions: &[Region]) -> TileMap {
    let tiles: Vec<Tile> = PLACES
        .into_iter()
        .filter_map(|(code, letters, column, row)| {
            let region = regions.iter().position(|region| region.code == code)?;
            Some(Tile { region, x: column * STEP, y: row * STEP, letters })
        })
        .collect();
    TileMap { width: 4 * STEP - GAP, height: 8 * STEP - GAP, tiles }
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
