//! What every test stands on: drivers, readers with fresh profiles, servers that remember
//! what was asked of them, and the facts as the data set has them.
//!
//! It knows the browser and the site's addresses; it must not know what any test expects.
//! Start with [`Reader`].

mod engine;

mod driver;

mod reader;

mod surroundings;

mod commands;

mod paper;

mod house;

pub mod bar;

pub mod facts;

pub mod frame;

pub use engine::Engine;
pub use house::{Gate, House, Reply, get, hold};
pub use reader::{Habits, Reader, on_top, read, read_as};
