//! Steps that say how long they took.

use anyhow::Result;
use std::fmt;
use std::panic::resume_unwind;
use std::thread::ScopedJoinHandle;
use std::time::{Duration, Instant};

/// Does one step and prints its name, its time and whatever the work wrote into its note.
pub fn step<T>(name: &str, work: impl FnOnce(&mut String) -> Result<T>) -> Result<T> {
    let start = Instant::now();
    let mut note = String::new();
    let result = work(&mut note);
    let took = Took(start.elapsed());
    match &result {
        Ok(_) => println!("{}", format!("  {name:<22} {took:>9}  {note}").trim_end()),
        Err(_) => println!("  {name:<22} {took:>9}  failed"),
    }
    result
}

/// What a thread that works beside others has made.
pub fn ended<T>(thread: ScopedJoinHandle<Result<T>>) -> Result<T> {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}

/// A time as people read it: to a hundredth while it is short, to a tenth when it is not.
#[derive(Debug, Clone, Copy)]
pub struct Took(pub Duration);

impl fmt::Display for Took {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let seconds = self.0.as_secs_f64();
        let text =
            if seconds < 1.0 { format!("{seconds:.2} s") } else { format!("{seconds:.1} s") };
        f.pad(&text)
    }
}
