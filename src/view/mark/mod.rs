//! One mark, one file: a number becomes an element. Colours and strokes come from classes.

mod axis;

mod ending;

mod ring;

mod step;

mod window;

pub use axis::axis;
pub use ending::{ending, slip_line};
pub use ring::ring;
pub use step::{step, still_open};
pub use window::window;
