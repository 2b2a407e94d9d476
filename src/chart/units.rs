//! How wide a window is, for what stands in a page twice.

/// A table for a wide window, and cards for a phone. CSS shows one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    Phone,
    Wide,
}

impl Width {
    /// Both shapes.
    pub const BOTH: [Width; 2] = [Width::Phone, Width::Wide];
}
