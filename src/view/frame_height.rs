//! How high a frame has to be where the page around it does not listen.

use super::Site;
use crate::route::{Address, Page};
use std::collections::BTreeMap;

/// How high a figure is in columns of some widths: (width, height) in pixels, the widest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heights(pub Vec<(u16, u16)>);

/// What was laid out of the embeds of a language, by their paths.
pub type Frames = BTreeMap<String, Heights>;

/// Nothing: in the browser, and where a site is built without pictures.
pub static UNKNOWN: Frames = Frames::new();

impl Heights {
    /// The height in the widest of the columns, which an `<iframe>` is given.
    pub fn usual(&self) -> u16 {
        self.0.first().map_or(0, |(_, height)| *height)
    }

    /// The height in any column, as CSS: `max(588px,min(605px + 17*(679px - 100cqw),…))`. It is
    /// right in the widest column and enough in every other: between two widths as much as in the
    /// narrower of them. Nothing where only one width is known.
    pub fn css(&self) -> String {
        let lines = self.lines();
        if lines.is_empty() {
            return String::new();
        }
        let line = |(x, y, slope): &(i32, i32, i32)| {
            format!("{y}px + {}.{:02}*({x}px - 100cqw)", slope / 100, slope % 100)
        };
        let lines: Vec<String> = lines.iter().map(line).collect();
        format!("max({}px,min({}))", self.usual(), lines.join(","))
    }

    /// Straight lines, the lowest of which is nowhere below what is needed: through a point, and
    /// how much is added for a pixel less of width, in hundredths of a pixel.
    fn lines(&self) -> Vec<(i32, i32, i32)> {
        // In a narrower column a figure is higher. A width is as high as the next one that is known.
        let steps = self.0.windows(2);
        let steps = steps.map(|two| (i32::from(two[0].0) - 1, i32::from(two[1].1)));
        let widest = self.0.first().map(|(x, y)| (i32::from(*x), i32::from(*y)));
        let mut lines: Vec<(i32, i32, i32)> = Vec::new();
        let mut hull: Vec<(i32, i32)> = Vec::new();
        for (x, y) in widest.into_iter().chain(steps) {
            let y = y.max(hull.last().map_or(0, |(_, y)| *y));
            // What lies below the line from the one before to this one is no corner.
            while let [.., (x0, y0), (x1, y1)] = hull[..]
                && (y1 - y0) * (x0 - x) <= (y - y0) * (x0 - x1)
            {
                hull.pop();
            }
            hull.push((x, y));
        }
        for two in hull.windows(2) {
            let ((x0, y0), (x1, y1)) = (two[0], two[1]);
            // Rounded up, so that no pixel is missing.
            let slope = ((y1 - y0) * 100 + (x0 - x1) - 1) / (x0 - x1);
            lines.push((x0, y0, slope));
        }
        lines
    }
}

/// How high the frame of an embed is to begin with. What nobody has laid out is given what most
/// figures have room in.
pub fn of(site: Site, embed: &Page) -> Heights {
    let path = Address::new(site.lang(), embed.clone()).to_string();
    let laid_out = site.frames.get(&path).cloned();
    laid_out.unwrap_or_else(|| Heights(vec![(680, 600), (480, 900), (320, 1200)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What the CSS comes to in a column.
    fn height(heights: &Heights, column: i32) -> f64 {
        let at = |(x, y, slope): (i32, i32, i32)| {
            f64::from(y) + f64::from(slope) / 100.0 * f64::from(x - column)
        };
        let lowest = heights.lines().into_iter().map(at).fold(f64::INFINITY, f64::min);
        lowest.max(f64::from(heights.usual()))
    }

    proptest! {
        #[test]
        fn a_frame_is_right_in_the_widest_column_and_enough_in_every_other(
            steps in proptest::collection::vec((1..200u16, 0..400u16), 1..9),
        ) {
            let (mut x, mut y) = (2_000, 300);
            let mut points = vec![(x, y)];
            for (narrower, higher) in steps {
                (x, y) = (x - narrower, y + higher);
                points.push((x, y));
            }
            let heights = Heights(points.clone());
            for (x, y) in points {
                let (x, y) = (i32::from(x), f64::from(y));
                prop_assert!(height(&heights, x) >= y - 0.01, "{} at {x}: {y}", heights.css());
            }
            for wide in [2_000, 2_400] {
                prop_assert!((height(&heights, wide) - 300.0).abs() < 0.01, "{}", heights.css());
            }
        }
    }

    #[test]
    fn it_is_said_in_css() {
        let heights = Heights(vec![(680, 588), (640, 605), (480, 1065), (320, 1356)]);
        assert_eq!(
            heights.css(),
            "max(588px,min(588px + 17.00*(680px - 100cqw),605px + 11.50*(679px - 100cqw),\
             1065px + 1.82*(639px - 100cqw)))"
        );
        assert_eq!(Heights(vec![(680, 588)]).css(), "");
    }
}
